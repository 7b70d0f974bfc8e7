//! What others say is sensitive in the records that the rules are measured on. Never an input of the rules.

use super::super::attachment;
use crate::category::Category;
use crate::record::Entry;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Why a file of truth cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TruthFault {
    /// It is not CSV with the columns that it needs.
    #[error(
        "the list of sensitive codes needs the columns file, category, system, code and display"
    )]
    Codes,
    /// The same of the mapping.
    #[error(
        "the mapping needs the columns list_category, our_category and kind, with our category ids"
    )]
    Mapping,
    /// The same of the list of texts.
    #[error("the list of texts needs the columns file, category and example_text")]
    Texts,
}

/// What the lists say: which codes and texts are sensitive in which file, in our categories.
#[derive(Clone, Debug, Default)]
pub struct Truth {
    rows: Vec<Row>,
}

/// One row of a list.
#[derive(Clone, Debug)]
struct Row {
    file: String,
    sign: Sign,
    /// Any of these will do; the first is the one that a miss is counted under.
    may_be: Vec<Category>,
}

#[derive(Clone, Debug)]
enum Sign {
    Code { system: String, code: String },
    Text(String),
}

/// What the lists keep under this name and we under another one that is asked by name or never sent.
fn also(list_category: &str) -> &'static [Category] {
    match list_category {
        // Attention deficit disorders and their medicines count as mental health there.
        "mental_health" => &[Category::AutismAndAdhd],
        // Both as the mapping's notes say.
        "reproductive" => &[Category::FertilityTreatment],
        "sexuality_gender_religion" => &[Category::GenderRecognition],
        // Schooling counts as a social circumstance there; here it is a sensitive category of its own.
        "social_justice" => &[Category::WorkAndStudy],
        _ => &[],
    }
}

impl Truth {
    /// Reads the list of codes, the mapping of its categories to ours, and a list of texts where there is one.
    ///
    /// # Errors
    /// [`TruthFault`], where a column is missing or a category has no meaning here.
    pub fn read(codes: &str, mapping: &str, texts: Option<&str>) -> Result<Self, TruthFault> {
        let ours = read_mapping(mapping)?;
        let mut rows = Vec::new();
        for row in table(codes).ok_or(TruthFault::Codes)? {
            let cell = |name: &str| row.get(name).cloned().ok_or(TruthFault::Codes);
            let (category, display) = (cell("category")?, cell("display")?);
            // Smoking alone is lifestyle, as the mapping's note says.
            let said = display.to_lowercase();
            let is_smoking =
                category == "substance" && said.contains("smok") && !said.contains("drug");
            let sign = Sign::Code { system: cell("system")?, code: cell("code")? };
            let may_be = ours.get(&category).ok_or(TruthFault::Mapping)?;
            if !may_be.is_empty() && !is_smoking {
                rows.push(Row { file: cell("file")?, sign, may_be: may_be.clone() });
            }
        }
        for row in table(texts.unwrap_or_default()).ok_or(TruthFault::Texts)? {
            let cell = |name: &str| row.get(name).cloned().ok_or(TruthFault::Texts);
            let Some(may_be) = ours.get(&cell("category")?).filter(|ours| !ours.is_empty()) else {
                continue;
            };
            let sign = Sign::Text(cell("example_text")?);
            rows.push(Row { file: cell("file")?, sign, may_be: may_be.clone() });
        }
        Ok(Self { rows })
    }

    /// Whether the lists speak of this file at all.
    #[must_use]
    pub fn knows(&self, file: &str) -> bool {
        self.rows.iter().any(|row| row.file == file)
    }

    /// What this entry of this file has to touch: one of each set.
    pub(super) fn of(&self, file: &str, entry: &Entry) -> Vec<&[Category]> {
        let rows = self.rows.iter().filter(|row| row.file == file);
        let found = rows.filter(|row| match &row.sign {
            Sign::Code { system, code } => holds_code(&entry.resource, system, code),
            Sign::Text(text) => holds_text(&entry.resource, text),
        });
        found.map(|row| row.may_be.as_slice()).collect()
    }
}

/// Our categories by those of the lists; none for what is no matter.
fn read_mapping(file: &str) -> Result<BTreeMap<String, Vec<Category>>, TruthFault> {
    let mut all = BTreeMap::new();
    for row in table(file).ok_or(TruthFault::Mapping)? {
        let cell = |name: &str| row.get(name).ok_or(TruthFault::Mapping);
        let (list, kind) = (cell("list_category")?, cell("kind")?);
        let mut ours = Vec::new();
        if matches!(kind.as_str(), "matter" | "restricted") {
            for id in cell("our_category")?.split('|') {
                ours.push(Category::parse(id).map_err(|_| TruthFault::Mapping)?);
            }
            ours.extend(also(list));
        }
        all.insert(list.clone(), ours);
    }
    Ok(all)
}

fn table(file: &str) -> Option<Vec<BTreeMap<String, String>>> {
    csv::Reader::from_reader(file.as_bytes()).deserialize().collect::<Result<_, _>>().ok()
}

/// Whether this coding stands anywhere in the resource.
fn holds_code(value: &Value, system: &str, code: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| holds_code(item, system, code)),
        Value::Object(object) => {
            let is =
                |name: &str, text: &str| object.get(name).and_then(Value::as_str) == Some(text);
            (is("system", system) && is("code", code))
                || object.values().any(|inner| holds_code(inner, system, code))
        }
        _ => false,
    }
}

/// Whether this text stands anywhere in the resource or in a document in it; lists shorten long texts.
fn holds_text(value: &Value, text: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| holds_text(item, text)),
        Value::Object(object) => {
            let document = || attachment::text(object).is_some_and(|said| said.contains(text));
            object.values().any(|inner| holds_text(inner, text)) || document()
        }
        Value::String(said) => said.contains(text),
        _ => false,
    }
}

/// The categories of these sets together.
pub(super) fn together(sets: &[&[Category]]) -> BTreeSet<Category> {
    sets.iter().flat_map(|set| set.iter().copied()).collect()
}
