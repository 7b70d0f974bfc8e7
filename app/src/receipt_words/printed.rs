//! The words that only paper and files to keep have: around a page's number, beside the square code, and in the file that
//! goes with all receipts.

use crate::{
    i18n::{Lang, day},
    paths, t,
};
use time::Date;

/// The words of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The words before a page's number and before how many there are.
    pub page_of: [String; 2],
    /// What stands beside the square code.
    pub scan: Vec<String>,
    /// What the square code is, for those who do not see it.
    pub scan_alternative: String,
}

/// The words of paper, from the portal with this address.
pub fn printed(lang: Lang, address: &str) -> Printed {
    let address = format!("{address}{}", paths::VERIFY);
    Printed {
        page_of: [t!(lang, "paper-page"), t!(lang, "paper-page-of")],
        scan: vec![t!(lang, "paper-scan"), t!(lang, "paper-scan-holds")],
        scan_alternative: t!(lang, "paper-scan-alternative", address = address),
    }
}

/// The file that goes with all receipts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadMe {
    /// Its heading.
    pub heading: String,
    /// What this is.
    pub lead: Vec<String>,
    /// What each kind of file is.
    pub files: (String, Vec<String>),
    /// The heading over the list of receipts.
    pub receipts: String,
    /// How to check one: the heading, with the page, with the program, with other people's tools.
    pub check: [String; 4],
    /// Where the key comes from.
    pub key: String,
}

/// The words of the file that goes with all receipts. `papers`: how many of the newest come as a PDF.
pub fn read_me(lang: Lang, made: Date, count: usize, papers: usize, address: &str) -> ReadMe {
    let address = format!("{address}{}", paths::VERIFY);
    let mut files =
        vec![t!(lang, "all-json"), t!(lang, "all-html"), t!(lang, "all-txt"), t!(lang, "all-pdf")];
    match papers {
        0 => files.truncate(3),
        some if some < count => files.push(t!(lang, "all-pdf-newest", count = some)),
        _ => {}
    }
    ReadMe {
        heading: t!(lang, "all-heading"),
        lead: vec![
            t!(lang, "all-lead", count = count, date = day(lang, made)),
            t!(lang, "all-safe"),
        ],
        files: (t!(lang, "all-files"), files),
        receipts: t!(lang, "all-receipts"),
        check: [
            t!(lang, "all-check"),
            t!(lang, "all-check-web", address = address),
            t!(lang, "all-check-program"),
            t!(lang, "all-check-tools"),
        ],
        key: t!(lang, "all-key"),
    }
}
