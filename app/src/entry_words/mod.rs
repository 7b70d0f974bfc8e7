//! The words of the preview, computed from the package's bytes alone (promise 4).
//! Nothing here may look anywhere else, and no element of the package may be left out.

mod code_names;
mod compose;
mod details;
mod element_names;
mod headline;
mod lexicon;
mod scalar;

#[cfg(test)]
mod tests;

use crate::i18n::Lang;
use lexicon::Lexicon;
use serde_json::Value;
use std::collections::HashMap;

/// One entry of a package in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryWords {
    /// Its place in the package, from 1.
    pub number: usize,
    /// Its type and its id in the package, such as `Condition/3`.
    pub resource: String,
    /// What it is, without when and by whom: "Asthma".
    pub what: String,
    /// The whole line: "Asthma · since March 2014 · recorded by Dr A Jones". Clinical terms are as they were recorded.
    pub line: String,
    /// When it was: "since March 2014".
    pub when: Option<String>,
    /// Who recorded it, as far as the package says: "Dr A Jones".
    pub who: Option<String>,
    /// Every element, as a label and a text.
    pub details: Vec<(String, String)>,
}

/// Why bytes have no words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWords {
    /// They are no JSON.
    NotJson,
    /// They are no `Bundle`, or an entry of it holds no resource.
    NotAPackage,
}

/// The entries of a package, in its order.
pub fn read(bytes: &[u8], lang: Lang) -> Result<Vec<EntryWords>, NoWords> {
    let package = parse(bytes)?;
    let words = Words::new(&package, lang);
    entries(&package).enumerate().map(|(place, entry)| words.entry(place + 1, entry)).collect()
}

/// What the package says besides its entries: its rules, purpose, period and constant sentence.
pub fn about(bytes: &[u8], lang: Lang) -> Result<Vec<(String, String)>, NoWords> {
    let package = parse(bytes)?;
    let mut rows = Vec::new();
    if let Some(members) = package.as_object() {
        Words::new(&package, lang).rows(members, &["entry", "resourceType"], "", &mut rows);
    }
    Ok(rows)
}

fn parse(bytes: &[u8]) -> Result<Value, NoWords> {
    let package: Value = serde_json::from_slice(bytes).map_err(|_| NoWords::NotJson)?;
    let is_bundle = package.get("resourceType").and_then(Value::as_str) == Some("Bundle");
    let has_list = package.get("entry").is_none_or(Value::is_array);
    if is_bundle && has_list { Ok(package) } else { Err(NoWords::NotAPackage) }
}

fn entries(package: &Value) -> impl Iterator<Item = &Value> {
    package.get("entry").and_then(Value::as_array).into_iter().flatten()
}

fn address(resource: &Value) -> Option<String> {
    let part = |name| resource.get(name).and_then(Value::as_str);
    Some(match part("id") {
        Some(id) => format!("{}/{id}", part("resourceType")?),
        None => part("resourceType")?.to_owned(),
    })
}

/// What all entries of one package need.
struct Words<'a> {
    lexicon: &'static Lexicon,
    /// The resources by their address in the package.
    resources: HashMap<String, &'a Value>,
}

impl<'a> Words<'a> {
    fn new(package: &'a Value, lang: Lang) -> Self {
        let resources = entries(package)
            .filter_map(|entry| entry.get("resource"))
            .filter_map(|resource| Some((address(resource)?, resource)))
            .collect();
        Self { lexicon: Lexicon::of(lang), resources }
    }

    fn entry(&self, number: usize, entry: &Value) -> Result<EntryWords, NoWords> {
        let resource = entry.get("resource").ok_or(NoWords::NotAPackage)?;
        let (Some(members), Some(beside)) = (resource.as_object(), entry.as_object()) else {
            return Err(NoWords::NotAPackage);
        };
        let address = address(resource).ok_or(NoWords::NotAPackage)?;
        let kind = resource.get("resourceType").and_then(Value::as_str).unwrap_or_default();
        let id = resource.get("id").and_then(Value::as_str);
        let kind = self.lexicon.kind(kind);
        let mut details = vec![(
            self.lexicon.what.clone(),
            id.map_or_else(|| kind.clone(), |id| self.lexicon.kind_and_number.with(&kind, id)),
        )];
        let said = if id.is_some() { &["resourceType", "id"][..] } else { &["resourceType"] };
        self.rows(members, said, "", &mut details);
        self.rows(beside, &["resource"], "", &mut details);

        let what = headline::what(self, resource);
        let (when, who) = (headline::when(self, resource), headline::who(self, resource));
        let (who, by) = who.unzip();
        let line: Vec<&str> = [Some(&what), when.as_ref(), by.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        Ok(EntryWords {
            number,
            resource: address,
            line: line.join(" · "),
            what,
            when,
            who,
            details,
        })
    }
}
