//! All words for entries in one language, looked up once: a page may show two thousand entries.
//! Nothing here may change what a value says; what has no words here is shown as it is.

use super::{code_names, element_names};
use crate::{
    i18n::{Lang, text},
    t,
};
use std::{collections::HashMap, sync::LazyLock};

/// Stands in a message for what is put in later.
const FIRST: &str = "\u{E000}";
const SECOND: &str = "\u{E001}";

/// The FHIR types that end the name of a choice, longer ones before those they end with.
const TYPES: [&str; 22] = [
    "CodeableConcept",
    "PositiveInt",
    "UnsignedInt",
    "Attachment",
    "Reference",
    "Quantity",
    "Duration",
    "DateTime",
    "Instant",
    "Boolean",
    "Decimal",
    "Integer",
    "String",
    "Coding",
    "Period",
    "Timing",
    "Range",
    "Ratio",
    "Date",
    "Time",
    "Code",
    "Age",
];

/// The words of one language.
pub(super) struct Lexicon {
    elements: HashMap<&'static str, String>,
    kinds: HashMap<&'static str, String>,
    codes: HashMap<&'static str, String>,
    systems: HashMap<&'static str, String>,
    months: [String; 12],
    pub(super) yes: String,
    pub(super) no: String,
    pub(super) what: String,
    pub(super) question: String,
    pub(super) kind_and_number: Phrase,
    pub(super) since: Phrase,
    pub(super) until: Phrase,
    pub(super) between: Phrase,
    pub(super) out_of: Phrase,
    pub(super) at_least: Phrase,
    pub(super) at_most: Phrase,
    pub(super) ratio: Phrase,
    pub(super) recorded_by: Phrase,
    pub(super) by: Phrase,
    pub(super) file: Phrase,
}

/// A message with places for one or two texts.
pub(super) struct Phrase(String);

impl Phrase {
    pub(super) fn with(&self, first: &str, second: &str) -> String {
        // In one go, so that what is put in is never looked at again.
        let mut said = String::with_capacity(self.0.len() + first.len() + second.len());
        for c in self.0.chars() {
            let mut buffer = [0; 4];
            said.push_str(match &*c.encode_utf8(&mut buffer) {
                FIRST => first,
                SECOND => second,
                other => other,
            });
        }
        said
    }
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::En));
static WELSH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::Cy));

impl Lexicon {
    /// The words of this language.
    pub(super) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Cy => &WELSH,
        }
    }

    fn new(lang: Lang) -> Self {
        let all = |names: &[(&'static str, &'static str)]| {
            names.iter().map(|(name, key)| (*name, text(lang, key, &[]))).collect::<HashMap<_, _>>()
        };
        Self {
            elements: all(element_names::ELEMENTS),
            kinds: all(code_names::KINDS),
            codes: all(code_names::CODES),
            systems: all(code_names::SYSTEMS),
            months: [
                t!(lang, "month-january"),
                t!(lang, "month-february"),
                t!(lang, "month-march"),
                t!(lang, "month-april"),
                t!(lang, "month-may"),
                t!(lang, "month-june"),
                t!(lang, "month-july"),
                t!(lang, "month-august"),
                t!(lang, "month-september"),
                t!(lang, "month-october"),
                t!(lang, "month-november"),
                t!(lang, "month-december"),
            ],
            yes: t!(lang, "entry-yes"),
            no: t!(lang, "entry-no"),
            what: t!(lang, "entry-what"),
            question: t!(lang, "entry-question"),
            kind_and_number: Phrase(t!(
                lang,
                "entry-kind-and-number",
                kind = FIRST,
                number = SECOND
            )),
            since: Phrase(t!(lang, "entry-since", date = FIRST)),
            until: Phrase(t!(lang, "entry-until", date = FIRST)),
            between: Phrase(t!(lang, "entry-between", start = FIRST, end = SECOND)),
            out_of: Phrase(t!(lang, "entry-out-of", low = FIRST, high = SECOND)),
            at_least: Phrase(t!(lang, "entry-at-least", low = FIRST)),
            at_most: Phrase(t!(lang, "entry-at-most", high = FIRST)),
            ratio: Phrase(t!(lang, "entry-ratio", amount = FIRST, each = SECOND)),
            recorded_by: Phrase(t!(lang, "entry-recorded-by", who = FIRST)),
            by: Phrase(t!(lang, "entry-by", who = FIRST)),
            file: Phrase(t!(lang, "entry-file", bytes = FIRST)),
        }
    }

    /// What an element is called: by its own name, by its stem if it is a choice, or its name in separate words.
    pub(super) fn element(&self, name: &str) -> String {
        let stem = || TYPES.iter().find_map(|kind| self.elements.get(name.strip_suffix(kind)?));
        match self.elements.get(name).or_else(stem) {
            Some(words) => words.clone(),
            None => apart(name),
        }
    }

    /// Is there a message for this element?
    pub(super) fn knows(&self, name: &str) -> bool {
        self.elements.contains_key(name)
            || TYPES.iter().any(|kind| {
                name.strip_suffix(kind).is_some_and(|stem| self.elements.contains_key(stem))
            })
    }

    /// What a kind of entry is called.
    pub(super) fn kind(&self, name: &str) -> String {
        self.kinds.get(name).cloned().unwrap_or_else(|| apart(name))
    }

    /// What a code of FHIR's own value sets says.
    pub(super) fn code(&self, code: &str) -> Option<&str> {
        self.codes.get(code).map(String::as_str)
    }

    /// What a list of codes is called.
    pub(super) fn system(&self, system: &str) -> Option<&str> {
        self.systems.get(system).map(String::as_str)
    }

    /// The month with this number, from 1.
    pub(super) fn month(&self, number: usize) -> Option<&str> {
        self.months.get(number.checked_sub(1)?).map(String::as_str)
    }
}

/// `bodyPart` as "body part".
fn apart(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}
