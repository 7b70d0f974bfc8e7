//! Sharing only a part of what is asked for, between the form, the draft and the page. It only ever takes away.

use super::guard::Claimant;
use super::summary::Told;
use crate::portal::reading::RequestRead;
use crate::registers;
use app::components::Answer as Ticked;
use app::forms::{ChooseForm, DayMonthYear, FieldError, NarrowForm};
use app::pages::choose::PartChoice;
use consent::category::Category;
use consent::decision::{Decision, Narrowing};
use consent::digest::Digest;
use consent::provider::ProviderKey;
use consent::request::{Item, Request};
use std::collections::BTreeMap;

/// What was typed of a part of each thing. A form without these fields leaves them as they were.
pub(super) fn narrowed(
    form: &ChooseForm,
    request: &Request,
    before: Option<&Decision>,
) -> BTreeMap<Category, Narrowing> {
    let items = request.items.iter().map(|item| item.category);
    let each = items.filter_map(|category| {
        let kept = before.and_then(|before| before.narrowed.get(&category)).cloned();
        let Some(typed) = form.narrow(category.id()) else { return Some((category, kept?)) };
        let (from, to) = typed.dates();
        let provider = match &typed.provider {
            None => kept.and_then(|kept| kept.provider),
            Some(key) => Digest::parse(key).ok().map(ProviderKey),
        };
        let narrowing = Narrowing { from, to, provider };
        (narrowing != Narrowing::default()).then_some((category, narrowing))
    });
    each.collect()
}

/// What was narrowed, as it is typed.
pub(super) fn typed(narrowing: &Narrowing) -> NarrowForm {
    NarrowForm {
        from: narrowing.from.map(DayMonthYear::of).unwrap_or_default(),
        to: narrowing.to.map(DayMonthYear::of).unwrap_or_default(),
        provider: Some(narrowing.provider.map(|key| key.0.to_string()).unwrap_or_default()),
    }
}

/// What to put right in a part of what is shared. What is kept private is no matter.
pub(super) fn faults(
    claimant: &Claimant,
    read: &RequestRead,
    form: &ChooseForm,
) -> Vec<FieldError> {
    let items = read.loaded.asked.request.items.iter();
    let shared = items.filter(|item| form.answer(item.category.id()) != Some(Ticked::DoNotShare));
    let faults = shared.filter_map(|item| {
        let title = registers::title(item.category, claimant.welsh());
        let typed = form.narrow(item.category.id())?;
        Some(typed.faults(item.category.id(), title, (item.from, item.to)))
    });
    faults.flatten().collect()
}

/// Who they are and where they live is one whole; of anything else a part can be shared.
pub(super) fn seen(form: &ChooseForm, item: &Item, told: Option<&Told>) -> Option<PartChoice> {
    if matches!(item.category, Category::WhoIAm | Category::AddressAndContact) {
        return None;
    }
    let typed = form.narrow(item.category.id()).cloned().unwrap_or_default();
    let providers = told.and_then(|told| told.providers(item.category)).map(|mut named| {
        let chosen = typed.provider.as_deref().filter(|key| !key.is_empty());
        // Somebody who was chosen and is not in the record now stays chosen until that is changed.
        if let Some(key) = chosen.filter(|key| !named.iter().any(|(known, _)| known == key)) {
            named.push((key.to_owned(), None));
        }
        named
    });
    Some(PartChoice { typed, asked: (item.from, item.to), providers })
}
