//! Whether an entry of what is left may go, before anything is copied: by category, by date, by provider, by name.
//! Knows nothing of the whole record that it was a part of.

use crate::category::Category;
use crate::classify::{Placement, WhyNever};
use crate::decision::{Answer, Decision, Narrowing};
use crate::elements::{self, ClinicalPeriod};
use crate::package::Why;
use crate::provider::{self, ProviderKey};
use crate::record::Record;
use crate::request::{Item, Request};
use crate::seeded::{Fault, planted};
use std::collections::BTreeSet;
use time::Date;

/// What is decided about what is left.
pub(super) struct Selection<'a> {
    request: &'a Request,
    decision: &'a Decision,
    shared: &'a BTreeSet<Category>,
    record: &'a Record,
    /// The provider of each entry, where one was chosen.
    providers: Vec<Option<ProviderKey>>,
}

impl<'a> Selection<'a> {
    pub(super) fn of(
        request: &'a Request,
        decision: &'a Decision,
        shared: &'a BTreeSet<Category>,
        record: &'a Record,
    ) -> Self {
        let by_provider = decision.narrowed.values().any(|chosen| chosen.provider.is_some());
        let providers = if by_provider { provider::of(record) } else { Vec::new() };
        let providers = providers.into_iter().map(|told| told.map(|told| told.key)).collect();
        Self { request, decision, shared, record, providers }
    }

    /// For each entry: none where it may go, else why not.
    pub(super) fn verdicts(&self, placements: &[Placement]) -> Vec<Option<Why>> {
        (0..self.record.entries().len())
            .map(|position| match placements.get(position) {
                None => Some(Why::Never(WhyNever::NotRecognised)),
                Some(placement) => self.verdict(position, placement),
            })
            .collect()
    }

    fn verdict(&self, position: usize, placement: &Placement) -> Option<Why> {
        let entry = self.record.entries().get(position)?;
        self.by_category(position, placement).or_else(|| {
            let period = elements::period(entry.kind.as_str(), &entry.resource);
            let is_support = matches!(period, ClinicalPeriod::Follows);
            // What people say themselves was written for this very request, after the days that it asks about.
            let is_said = entry.origin.home().is_some();
            self.by_date(&period, placement)
                .filter(|_| !is_said)
                .or_else(|| self.by_provider(position, placement, is_support))
                // What only supports others may not be needed at all: that is looked at first.
                .or_else(|| (!is_support).then(|| self.by_name(position, placement)).flatten())
        })
    }

    fn by_category(&self, position: usize, placement: &Placement) -> Option<Why> {
        let entry = self.record.entries().get(position)?;
        let put_in = self.decision.put_in.contains(entry.key.digest());
        if let Some(never) = &placement.never
            && !(put_in && *never == WhyNever::Unreadable)
            && !planted(Fault::NeverForgotten)
        {
            return Some(Why::Never(never.clone()));
        }
        let Some(home) = placement.home else {
            return Some(Why::Never(WhyNever::NotRecognised));
        };
        if let Some(restricted) =
            placement.matters.iter().chain([&home]).find(|category| category.is_restricted())
        {
            return Some(Why::Never(WhyNever::Restricted(*restricted)));
        }
        if self.decision.left_out.contains(entry.key.digest()) && !planted(Fault::LeftOutForgotten)
        {
            return Some(Why::LeftOut);
        }
        if placement.ambiguous && !put_in {
            return Some(Why::AskFirst);
        }
        let closed: BTreeSet<Category> =
            placement.matters.difference(self.shared).copied().collect();
        let one_is_enough =
            planted(Fault::OneMatterIsEnough) && closed.len() < placement.matters.len();
        if !closed.is_empty() && !planted(Fault::MattersForgotten) && !one_is_enough {
            return Some(Why::MatterNotShared(closed));
        }
        self.by_home(home, placement)
    }

    fn by_home(&self, home: Category, placement: &Placement) -> Option<Why> {
        if self.shared.contains(&home) {
            return None;
        }
        if home == Category::WhoIAm && self.shared.contains(&Category::AddressAndContact) {
            return None;
        }
        let asked = self.request.item(home).is_some();
        match (asked, self.decision.answers.get(&home)) {
            (true, Some(Answer::DoNotShare) | None) => Some(Why::HomeNotShared(home)),
            (false, _) if placement.matters.is_empty() => Some(Why::HomeNotAsked(home)),
            _ => None,
        }
    }

    /// The clinical period has to overlap the dates of every item that lets the entry go.
    fn by_date(&self, period: &ClinicalPeriod, placement: &Placement) -> Option<Why> {
        if planted(Fault::DatesForgotten) {
            return None;
        }
        let deciding = placement.matters.iter().chain(placement.home.iter());
        let items: Vec<&Item> =
            deciding.filter_map(|category| self.request.item(*category)).collect();
        let outside = |from: Date, to: Option<Date>| {
            items.iter().any(|item| from > item.to || to.is_some_and(|to| to < item.from))
        };
        let chosen: Vec<&Narrowing> = self.chosen(placement).collect();
        let not_chosen = |from: Date, to: Option<Date>| {
            chosen.iter().any(|chosen| {
                chosen.to.is_some_and(|last| from > last)
                    || chosen.from.zip(to).is_some_and(|(first, to)| to < first)
            }) && !planted(Fault::ChosenDatesForgotten)
        };
        match period {
            ClinicalPeriod::Between(from, to) if outside(*from, Some(*to)) => {
                Some(Why::OutsideDates)
            }
            ClinicalPeriod::From(from) if outside(*from, None) => Some(Why::OutsideDates),
            ClinicalPeriod::Undated => Some(Why::Undated),
            ClinicalPeriod::Between(from, to) if not_chosen(*from, Some(*to)) => {
                Some(Why::OutsideChosenDates)
            }
            ClinicalPeriod::From(from) | ClinicalPeriod::AlwaysInside(Some(from))
                if not_chosen(*from, None) =>
            {
                Some(Why::OutsideChosenDates)
            }
            ClinicalPeriod::Between(..)
            | ClinicalPeriod::From(_)
            | ClinicalPeriod::AlwaysInside(_)
            | ClinicalPeriod::Follows => None,
        }
    }

    /// What the claimant chose of the items that let the entry go, where that is less than was asked for.
    fn chosen(&self, placement: &Placement) -> impl Iterator<Item = &Narrowing> {
        let deciding = placement.matters.iter().chain(placement.home.iter());
        deciding.filter_map(|category| self.decision.narrowed.get(category))
    }

    /// Supporting entries follow what needs them, unless they are themselves the ones who treat.
    fn by_provider(&self, position: usize, placement: &Placement, is_support: bool) -> Option<Why> {
        if is_support && placement.home != Some(Category::PeopleTreatingMe) {
            return None;
        }
        let told = self.providers.get(position).copied().flatten();
        let mut wanted = self.chosen(placement).filter_map(|chosen| chosen.provider);
        (wanted.any(|wanted| told != Some(wanted)) && !planted(Fault::ChosenProviderForgotten))
            .then_some(Why::OtherProvider)
    }

    /// Each letter is a choice of its own: silence is no.
    pub(super) fn by_name(&self, position: usize, placement: &Placement) -> Option<Why> {
        let entry = self.record.entries().get(position)?;
        let is_letter = placement.home == Some(Category::LettersAndDocuments);
        let is_put_in = self.decision.put_in.contains(entry.key.digest());
        (is_letter && !is_put_in && !planted(Fault::LettersUnasked)).then_some(Why::LetterNotChosen)
    }
}
