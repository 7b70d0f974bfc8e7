//! All receipts of a person as one file (ZIP): each as signed file, page, plain text and PDF, with a file that says what
//! they are and how to check them. Newest first; the same receipts give the same bytes on the same day. One receipt is
//! in memory at a time, beside what is packed already.

use super::printed::{document, moment, paper_lang};
use super::words::sheet;
use crate::keys::Keys;
use crate::portal::error::{Error, Fault, Result};
use crate::portal::receipts::Kept;
use app::i18n::Lang;
use app::receipt_words::{ReadMe, read_me};
use consent::receipt::Receipt;
use consent::time::{At, day};
use paper::{Document, Part, Piece};
use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// So many of the newest come as a PDF as well: each takes a moment to set.
pub const PAPERS: usize = 100;

/// How to check a receipt with other people's tools, after the line with its name.
const TOOLS: [&str; 7] = [
    "url() { basenc --base64url -w0 | tr -d =; }",
    "jws=$(jq -r .jws \"$name.json\")",
    "body=$(jq -cSj .receipt \"$name.json\" | url)",
    "printf '%s.%s' \"${jws%%..*}\" \"$body\" > in",
    "printf '%s==' \"${jws##*..}\" | basenc --base64url -d > sig",
    "openssl pkeyutl -verify -pubin -inkey receipt.pub -rawin \\",
    "-in in -sigfile sig",
];

/// What all receipts are packed with.
pub struct About<'a> {
    /// All of them, newest first.
    pub receipts: &'a [Receipt],
    /// The language of whoever asks.
    pub lang: Lang,
    /// Now.
    pub at: At,
    /// The portal's address.
    pub address: &'a str,
    /// The portal's keys.
    pub keys: &'a Keys,
}

/// The file, as far as it is packed.
pub struct All {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    names: BTreeSet<String>,
}

impl All {
    /// With what goes with all of them.
    pub fn begin(about: &About<'_>) -> Result<Self> {
        let mut all = Self { zip: ZipWriter::new(Cursor::new(Vec::new())), names: BTreeSet::new() };
        // The file says on which day it was made, and no more of the clock than that.
        let at = about.receipts.first().map_or(about.at, |newest| newest.at);
        all.put("README.txt", at, paper::text(&about_all(about)).as_bytes())?;
        let key = about.keys.receipt_public_pem();
        let key = key.map_err(|_| Fault::new("the public key cannot be written"))?;
        all.put("receipt.pub", at, key.as_bytes())?;
        Ok(all)
    }

    /// With this receipt too, and its PDF where there is one.
    pub fn with(mut self, kept: &Kept, pdf: Option<&[u8]>) -> Result<Self> {
        let mut name = name(&kept.receipt);
        if !self.names.insert(name.clone()) {
            // Two of one day whose short codes are the same: the second bears its whole id.
            name = format!("{name}-{}", kept.receipt.id);
        }
        let text = paper::text(&document(&kept.receipt, &kept.signed)?);
        let at = kept.receipt.at;
        self.put(&format!("{name}.json"), at, &kept.file())?;
        self.put(&format!("{name}.html"), at, &kept.html)?;
        self.put(&format!("{name}.txt"), at, text.as_bytes())?;
        if let Some(pdf) = pdf {
            self.put(&format!("{name}.pdf"), at, pdf)?;
        }
        Ok(self)
    }

    /// The bytes.
    pub fn finish(self) -> Result<Vec<u8>> {
        Ok(self.zip.finish().map_err(|_| unpackable())?.into_inner())
    }

    fn put(&mut self, name: &str, at: At, bytes: &[u8]) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .unix_permissions(0o644)
            .last_modified_time(changed(at));
        self.zip.start_file(name, options).map_err(|_| unpackable())?;
        self.zip.write_all(bytes).map_err(|_| unpackable())
    }
}

fn unpackable() -> Error {
    Fault::new("receipts cannot be packed").into()
}

/// How a receipt's files are called, before the dot.
#[must_use]
pub fn name(receipt: &Receipt) -> String {
    format!("{}-{}", day(receipt.at.date_in_london()), receipt.id.short().replace(' ', "-"))
}

/// As a clock in London shows it, which is how such files say it.
fn changed(at: At) -> DateTime {
    let (date, time) = at.wall_clock_in_london();
    let (year, month) = (u16::try_from(date.year()).unwrap_or_default(), u8::from(date.month()));
    let changed = DateTime::from_date_and_time(
        year,
        month,
        date.day(),
        time.hour(),
        time.minute(),
        time.second(),
    );
    changed.unwrap_or_default()
}

/// What stands in the file that goes with them.
fn about_all(about: &About<'_>) -> Document {
    let (count, made) = (about.receipts.len(), about.at.date_in_london());
    let papers = if super::pdf::AVAILABLE { count.min(PAPERS) } else { 0 };
    let ReadMe { heading, lead, files, receipts, check, key } =
        read_me(about.lang, made, count, papers, about.address);
    let newest = about.receipts.first().map_or_else(|| "…".to_owned(), name);
    let [how, web, program, tools] = check;
    let one = |receipt: &Receipt| {
        // Of a receipt's words only those of its heading, which need no signed file.
        let heading = sheet(receipt, &[]).heading;
        format!("{}: {heading} ({})", name(receipt), receipt.request.short)
    };
    let typed = TOOLS.map(str::to_owned);
    Document {
        lang: paper_lang(about.lang),
        title: heading.clone(),
        id: "receipts".to_owned(),
        made: moment(about.at),
        brand: "Sayso".to_owned(),
        heading,
        lead,
        parts: vec![
            Part { heading: files.0, pieces: vec![Piece::Bullets(files.1)] },
            Part {
                heading: how,
                pieces: vec![
                    Piece::Words(web),
                    Piece::Words(program),
                    Piece::Command(vec![format!(
                        "sayso receipt verify {newest}.json --key receipt.pub"
                    )]),
                    Piece::Words(tools),
                    Piece::Command([vec![format!("name={newest}")], typed.to_vec()].concat()),
                    Piece::Words(key),
                ],
            },
            Part {
                heading: receipts,
                pieces: vec![Piece::Bullets(about.receipts.iter().map(one).collect())],
            },
        ],
        end: Vec::new(),
        foot: about.address.to_owned(),
        page_of: [String::new(), String::new()],
    }
}
