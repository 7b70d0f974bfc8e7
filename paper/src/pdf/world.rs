//! What the typesetter finds on its desk: one template, two fonts, and the document as values. Everything else is
//! refused.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let regular = include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Regular.ttf").as_slice();
    let bold = include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Bold.ttf").as_slice();
    [regular, bold].into_iter().filter_map(|font| Font::new(Bytes::new(font), 0)).collect()
});
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static TEMPLATE: LazyLock<Source> = LazyLock::new(|| {
    let path = VirtualPath::new("document.typ").map(|path| {
        Source::new(
            RootedPath::new(VirtualRoot::Project, path).intern(),
            include_str!("document.typ").to_owned(),
        )
    });
    path.unwrap_or_else(|_| Source::detached(""))
});

/// Whether every font has this letter.
pub fn shown(letter: char) -> bool {
    FONTS.iter().all(|font| font.info().coverage.contains(u32::from(letter)))
}

/// The desk.
pub struct Desk {
    library: LazyHash<Library>,
}

impl Desk {
    /// With this document on it.
    pub fn new(document: Dict) -> Self {
        let mut inputs = Dict::new();
        inputs.insert("document".into(), document.into_value());
        Self { library: LazyHash::new(Library::builder().with_inputs(inputs).build()) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
