//! Checks and refusals in the history: what was asked, what was answered, and the true reason of each no.
//! What a requester calls a thing that is in no register is its own words: they are not shown.

use super::asked::title;
use crate::portal::history::Happened;
use app::i18n::Lang;
use app::pages::history::{Checked, Happening, Why};
use consent::category::Category;
use serde_json::Value;

/// The sentences of one check.
pub(super) fn checked(lang: Lang, one: &Happened, who: &str, reference: &str) -> Vec<Happening> {
    let answers = one.data.get("answers").and_then(Value::as_object);
    let (mut yes, mut no, mut unknown) = (Vec::new(), Vec::new(), 0_u64);
    for (name, answer) in answers.into_iter().flatten() {
        match Category::parse(name) {
            Ok(category) if answer.as_bool() == Some(true) => yes.push(category),
            Ok(category) => no.push(category),
            Err(_) => unknown += 1,
        }
    }
    unknown += one.data.get("others").and_then(Value::as_u64).unwrap_or_default();
    let what = |categories: &[Category]| match categories {
        [only] => Checked::One(title(lang, *only)),
        several => Checked::Several(u32::try_from(several.len()).unwrap_or(u32::MAX)),
    };
    let (who, reference) = (who.to_owned(), reference.to_owned());
    let permit = (!yes.is_empty()).then(|| Happening::CheckedPermit {
        who: who.clone(),
        reference: reference.clone(),
        what: what(&yes),
    });
    let deny = (!no.is_empty()).then(|| Happening::CheckedDeny {
        who: who.clone(),
        reference: reference.clone(),
        what: what(&no),
        why: why(lang, one, &no),
    });
    let unknown = (unknown > 0).then(|| Happening::CheckedUnknown {
        who,
        reference,
        count: u32::try_from(unknown).unwrap_or(u32::MAX),
    });
    permit.into_iter().chain(deny).chain(unknown).collect()
}

/// The sentence of a collection that was refused.
pub(super) fn denied(lang: Lang, one: &Happened, who: String, reference: String) -> Happening {
    let reasons = one.data.get("reasons").and_then(Value::as_object);
    let mut categories: Vec<Category> =
        reasons.into_iter().flatten().filter_map(|(name, _)| Category::parse(name).ok()).collect();
    categories.sort();
    let why = match one.data.get("reason").and_then(Value::as_str).and_then(known) {
        Some(reason) => Why::One(reason),
        None => why(lang, one, &categories),
    };
    Happening::CollectionDenied { who, reference, why }
}

/// The reason of each of these, where it was kept.
fn why(lang: Lang, one: &Happened, categories: &[Category]) -> Why {
    let reasons = one.data.get("reasons");
    let each: Option<Vec<(Category, &'static str)>> = categories
        .iter()
        .map(|category| Some((*category, known(reasons?.get(category.id())?.as_str()?)?)))
        .collect();
    match each.as_deref() {
        Some([(_, first), rest @ ..]) if rest.iter().all(|(_, other)| other == first) => {
            Why::One(first)
        }
        Some(each @ [_, _, ..]) => {
            Why::Each(each.iter().map(|(category, why)| (title(lang, *category), *why)).collect())
        }
        _ => Why::Several,
    }
}

/// The rule's own word, as the messages know it.
fn known(word: &str) -> Option<&'static str> {
    const KNOWN: [&str; 8] = [
        "not-asked",
        "request-closed",
        "not-decided",
        "withdrawn",
        "refused",
        "expired",
        "paused",
        "nothing-recorded",
    ];
    KNOWN.into_iter().find(|known| *known == word)
}
