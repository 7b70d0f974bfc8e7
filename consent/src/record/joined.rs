//! What claimants, carers and professionals wrote here, beside what a source says. Where an entry comes from is kept
//! beside its content: nothing that a source writes can ever pass for somebody's own words.

use super::fault::{RecordFault, Wrong};
use super::person::Person;
use super::references::Addresses;
use super::{Entry, EntryKey, Kind, Record, checked, json};
use crate::category::Category;
use serde_json::Value;
use std::sync::Arc;

/// Where an entry comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A record source.
    #[default]
    Source,
    /// The claimant wrote it here.
    OwnWords,
    /// A carer wrote it here.
    CarersWords,
    /// A professional answered questions, and the claimant brought the answers in.
    ProfessionalAnswer,
}

impl Origin {
    /// The category that it gives, whatever the content; none for what a source says.
    #[must_use]
    pub const fn home(self) -> Option<Category> {
        match self {
            Self::Source => None,
            Self::OwnWords => Some(Category::MyOwnWords),
            Self::CarersWords => Some(Category::CarersWords),
            Self::ProfessionalAnswer => Some(Category::AnswersToQuestions),
        }
    }

    /// The origin that gives this category.
    #[must_use]
    pub const fn giving(home: Category) -> Self {
        match home {
            Category::MyOwnWords => Self::OwnWords,
            Category::CarersWords => Self::CarersWords,
            Category::AnswersToQuestions => Self::ProfessionalAnswer,
            _ => Self::Source,
        }
    }
}

impl Record {
    /// The same record with these resources after its own. Words are `QuestionnaireResponse`s; they need no subject,
    /// because they are about the person whose record this is.
    ///
    /// # Errors
    /// [`RecordFault`] where a resource is not one of R4, is about somebody else, has the address of another entry, or
    /// says to be words and is something else.
    pub fn joined(&self, resources: Vec<(Value, Origin)>) -> Result<Self, RecordFault> {
        let mut entries = self.entries.clone();
        for (resource, origin) in resources {
            let number = entries.len() + 1;
            let fault = |kind| RecordFault::Entry {
                number,
                kind,
                element: "resource".to_owned(),
                wrong: Wrong::Form,
            };
            let bytes = serde_json::to_vec(&resource).map_err(|_| fault(None))?;
            let entry = checked(number, None, json::read(&bytes)?, origin)?;
            if origin != Origin::Source && entry.kind.as_str() != "QuestionnaireResponse" {
                return Err(fault(Some(entry.kind)));
            }
            entries.push(entry);
        }
        let addresses = Addresses::of(&entries)?;
        let person = Person::of(&entries, &addresses, self.person.nhs_number())?;
        Ok(Self::made(entries, addresses, person.into()))
    }

    /// Copies out of a package as entries, each under the key of what it was copied from.
    pub(crate) fn of_copies(copies: Vec<(EntryKey, Kind, Value, Origin)>) -> Self {
        let entry = |(key, kind, resource, origin): (EntryKey, Kind, Value, Origin)| {
            let id = resource.get("id").and_then(Value::as_str);
            let addresses = id.map(|id| format!("{kind}/{id}").into()).into_iter().collect();
            Entry { key, kind, resource: Arc::new(resource), origin, addresses }
        };
        let entries: Vec<Entry> = copies.into_iter().map(entry).collect();
        let addresses = Addresses::of_sound(&entries);
        Self::made(entries, addresses, Person::unknown().into())
    }
}
