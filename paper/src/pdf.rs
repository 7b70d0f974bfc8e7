//! A document as a PDF that anybody can read: PDF/UA-1, tagged, with a language, a title and bookmarks. The typesetter
//! runs one template, the one beside this file, and gets the document as values: no text is ever read as its language.
//! It finds no other file, no package, no network and no clock.

mod values;
mod world;

use crate::view::Document;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::Desk;

/// How large the letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// As in a letter.
    #[default]
    Normal,
    /// Large print: no letter under 18 points.
    Large,
}

/// The document cannot be set, or the PDF would not be accessible. It says at which step, and nothing of the document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a document cannot be written as a PDF: {step}")]
pub struct Unprintable {
    step: &'static str,
    why: Vec<String>,
}

impl Unprintable {
    /// What the typesetter says. It can quote the document: never for a log.
    #[must_use]
    pub fn why(&self) -> &[String] {
        &self.why
    }

    fn at(step: &'static str) -> impl Fn(&[SourceDiagnostic]) -> Self {
        move |said| Self { step, why: said.iter().map(|one| one.message.to_string()).collect() }
    }
}

/// The PDF. The same document has the same bytes.
pub fn pdf(document: &Document, size: Size) -> Result<Vec<u8>, Unprintable> {
    let made = written(document, size);
    // The typesetter remembers what it set, for the next time; here nothing of a document may stay behind.
    typst::comemo::evict(0);
    made
}

fn written(document: &Document, size: Size) -> Result<Vec<u8>, Unprintable> {
    let desk = Desk::new(values::of(document, size));
    let set = typst::compile::<PagedDocument>(&desk);
    let pages = set.output.map_err(|why| Unprintable::at("setting it")(&why))?;
    let nothing = |step: &'static str| Unprintable { step, why: Vec::new() };
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| nothing("its standard"))?;
    let options = PdfOptions {
        ident: Smart::Custom(document.id.clone()),
        creator: Smart::Custom(Some(document.brand.clone())),
        timestamp: Some(Timestamp::new_utc(moment(document).ok_or_else(|| nothing("its time"))?)),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(&pages, &options).map_err(|why| Unprintable::at("writing it")(&why))
}

fn moment(document: &Document) -> Option<Datetime> {
    let (date, time) = (document.made.date(), document.made.time());
    let month = u8::from(date.month());
    Datetime::from_ymd_hms(
        date.year(),
        month,
        date.day(),
        time.hour(),
        time.minute(),
        time.second(),
    )
}
