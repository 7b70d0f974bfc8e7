//! What another library finds in the PDF: the marks that a screen reader goes by.

use crate::sample::document;
use lopdf::{Dictionary, Document, Object};
use paper::{Lang, Size, pdf};
use std::collections::BTreeSet;

/// What stands in a PDF.
pub struct Seen {
    pub title: String,
    pub lang: String,
    pub pages: usize,
    /// Each element of the structure: its type, and its alternative text.
    pub elements: Vec<(String, Option<String>)>,
    /// Every name in the file: keys and values.
    pub names: BTreeSet<String>,
    marked: bool,
    shows_title: bool,
    has_parents: bool,
    tabs: bool,
    embedded: bool,
    metadata: String,
    made: String,
}

impl Seen {
    pub fn of(bytes: &[u8]) -> Self {
        let file = Document::load_mem(bytes).unwrap();
        let catalog = file.catalog().unwrap();
        let of = |from: &Dictionary, name: &str| {
            from.get_deref(name.as_bytes(), &file).ok().cloned().unwrap_or(Object::Null)
        };
        let within =
            |from: &Dictionary, name: &str| of(from, name).as_dict().cloned().unwrap_or_default();
        let root = within(catalog, "StructTreeRoot");
        let mut elements = Vec::new();
        walk(&file, &of(&root, "K"), &mut elements);
        let info = file.trailer.get_deref(b"Info", &file).and_then(Object::as_dict).unwrap();
        let metadata = of(catalog, "Metadata");
        let metadata = metadata.as_stream().unwrap();
        let pages: Vec<_> = file.page_iter().collect();
        let page = |id| file.get_dictionary(id).unwrap();
        let fonts = file.objects.values().filter_map(|object| object.as_dict().ok());
        let descriptors = fonts.filter(|dict| dict.has_type(b"FontDescriptor")).collect::<Vec<_>>();
        Self {
            title: words(&of(info, "Title")),
            lang: words(&of(catalog, "Lang")),
            pages: pages.len(),
            elements,
            names: file.objects.values().flat_map(names).collect(),
            marked: of(&within(catalog, "MarkInfo"), "Marked").as_bool().unwrap_or(false),
            shows_title: of(&within(catalog, "ViewerPreferences"), "DisplayDocTitle")
                .as_bool()
                .unwrap_or(false),
            has_parents: root.has(b"ParentTree"),
            tabs: pages.iter().all(|id| {
                !page(*id).has(b"Annots") || of(page(*id), "Tabs").as_name().ok() == Some(b"S")
            }),
            embedded: !descriptors.is_empty()
                && descriptors.iter().all(|one| one.has(b"FontFile2") || one.has(b"FontFile3")),
            metadata: String::from_utf8(
                metadata.get_plain_content().unwrap_or_else(|_| metadata.content.clone()),
            )
            .unwrap(),
            made: words(&of(info, "CreationDate")),
        }
    }

    /// What PDF/UA-1 asks for and a program can see.
    pub fn is_accessible(&self) {
        assert!(self.marked, "/MarkInfo /Marked true");
        assert!(self.has_parents, "a structure tree with its parent tree");
        assert!(!self.title.is_empty() && self.shows_title, "a title, and it is shown");
        assert!(!self.lang.is_empty(), "a language");
        assert!(self.tabs, "annotations in the order of the structure");
        assert!(self.embedded, "every font is in the file");
        let metadata = &self.metadata;
        assert!(
            metadata.contains("<pdfuaid:part>1</pdfuaid:part>")
                || metadata.contains("pdfuaid:part=\"1\""),
            "{metadata}"
        );
        assert!(metadata.contains("<dc:title>"), "{metadata}");
        for (kind, alternative) in &self.elements {
            let named = alternative.as_ref().is_some_and(|words| !words.trim().is_empty());
            assert!(kind != "Figure" || named, "a figure without words: {:?}", self.elements);
            assert!(kind != "NonStruct" && kind != "Span" || alternative.is_none());
        }
        let headings: Vec<&str> = self.of_kind("H").collect();
        assert_eq!(headings.first(), Some(&"H1"), "{headings:?}");
        assert_eq!(headings.iter().filter(|kind| **kind == "H1").count(), 1);
        assert!(headings.iter().all(|kind| *kind == "H1" || *kind == "H2"), "{headings:?}");
    }

    fn of_kind(&self, start: &str) -> impl Iterator<Item = &str> {
        let all = self.elements.iter().map(|(kind, _)| kind.as_str());
        all.filter(move |kind| kind.strip_prefix(start).is_some_and(|end| end.len() < 2))
    }

    fn count(&self, kind: &str) -> usize {
        self.elements.iter().filter(|(one, _)| one == kind).count()
    }
}

/// The names of an object and of all within it.
fn names(object: &Object) -> Vec<String> {
    let of = |dict: &Dictionary| {
        dict.iter()
            .flat_map(|(key, value)| [vec![latin(key)], names(value)].concat())
            .collect::<Vec<_>>()
    };
    match object {
        Object::Name(name) => vec![latin(name)],
        Object::Array(all) => all.iter().flat_map(names).collect(),
        Object::Dictionary(dict) => of(dict),
        Object::Stream(stream) => of(&stream.dict),
        _ => Vec::new(),
    }
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn walk(file: &Document, kids: &Object, elements: &mut Vec<(String, Option<String>)>) {
    match file.dereference(kids).unwrap().1 {
        Object::Array(kids) => kids.iter().for_each(|kid| walk(file, kid, elements)),
        Object::Dictionary(element) => {
            if let Ok(kind) = element.get(b"S").and_then(Object::as_name) {
                let kind = String::from_utf8(kind.to_vec()).unwrap();
                let alternative = element.get_deref(b"Alt", file).ok().map(words);
                elements.push((kind, alternative));
            }
            if let Ok(kids) = element.get(b"K") {
                walk(file, kids, elements);
            }
        }
        _ => {}
    }
}

/// A text string: UTF-16 with its mark, or Latin letters.
fn words(object: &Object) -> String {
    let bytes = object.as_str().unwrap_or_default();
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units: Vec<u16> =
                wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => latin(bytes),
    }
}

#[test]
fn a_pdf_is_tagged_in_both_languages_and_sizes() {
    for (lang, code, title, alternative) in [
        (Lang::English, "en", "Receipt for request SR 7K2M-9QD", "Square code that leads"),
        (Lang::Welsh, "cy", "Derbynneb ar gyfer cais SR 7K2M-9QD", "Cod sgwâr sy’n arwain"),
    ] {
        for size in [Size::Normal, Size::Large] {
            let bytes = pdf(&document(lang), size).unwrap_or_else(|why| panic!("{:?}", why.why()));
            let seen = Seen::of(&bytes);
            seen.is_accessible();
            assert_eq!(seen.lang, format!("{code}-GB"));
            assert_eq!(seen.title, title);
            assert_eq!(seen.made, "D:20261124152607Z");
            assert_eq!((seen.count("H1"), seen.count("H2")), (1, 5), "{:?}", seen.elements);
            // Two of what is shared and private, two of facts, one of rows, one of digits, one of bullets.
            assert_eq!(seen.count("L"), 6, "{:?}", seen.elements);
            assert_eq!(seen.count("LI"), 2 + 1 + 2 + 4 + 1 + 1);
            assert_eq!(seen.count("Figure"), 1);
            let figure = seen.elements.iter().find(|(kind, _)| kind == "Figure").unwrap();
            assert!(figure.1.as_ref().unwrap().starts_with(alternative), "{figure:?}");
        }
    }
}

#[test]
fn the_same_document_has_the_same_bytes() {
    let first = pdf(&document(Lang::Welsh), Size::Normal).unwrap();
    // Something else in between, and another thread: neither leaves a trace.
    pdf(&document(Lang::English), Size::Large).unwrap();
    let again = std::thread::spawn(|| pdf(&document(Lang::Welsh), Size::Normal).unwrap());
    assert!(first == again.join().unwrap());
    let mut other = document(Lang::Welsh);
    other.id.push('1');
    assert!(first != pdf(&other, Size::Normal).unwrap());
}

#[test]
fn a_receipt_is_small_and_brings_few_letters() {
    let bytes = pdf(&document(Lang::Welsh), Size::Normal).unwrap();
    assert!(bytes.len() < 60_000, "{}", bytes.len());
}
