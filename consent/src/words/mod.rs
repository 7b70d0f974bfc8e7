//! What people say themselves, as FHIR: a claimant's own words, a helper's, a professional's answers. Each becomes a
//! `QuestionnaireResponse` that holds what was written and who wrote it, and nothing else; nothing is added or guessed.

mod professional;

pub use professional::{AnswerFault, Answered, MOST_BYTES, read as read_answer};

use crate::category::Category;
use crate::classify::{Rules, WhyNever};
use crate::language::Language;
use crate::record::{Origin, Record};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use time::Date;

/// The most characters of one account.
pub const MOST_CHARACTERS: usize = 4000;
/// The most characters of a name, and of what somebody is to the claimant.
pub const MOST_NAME_CHARACTERS: usize = 100;
/// The question under which a package says who wrote an account. The allow-list copies no name beside a reference.
pub const WRITTEN_BY: &str = "written-by";
/// The question of a statement about an entry that the claimant says is wrong.
pub const STATEMENT: &str = "statement";

/// Who wrote an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// The claimant.
    Claimant,
    /// Somebody who helps them, under their own name.
    Helper {
        /// Their name.
        name: String,
        /// What they are to the claimant, in their own words.
        relation: String,
    },
}

/// What somebody wrote about one decision point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The decision point's id, or [`STATEMENT`].
    pub point: String,
    /// The question, in the language written.
    pub title: String,
    /// What they wrote.
    pub text: String,
    /// On which day.
    pub authored: Date,
    /// Who wrote it.
    pub author: Author,
    /// In which language.
    pub language: Language,
}

/// What the rules find in an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Every sensitive category that it touches: it goes only if each of them is shared.
    pub matters: BTreeSet<Category>,
    /// Those that the question touches by itself, whatever is written under it.
    pub by_question: BTreeSet<Category>,
    /// It can never be sent, whatever is shared.
    pub never: bool,
}

impl Account {
    /// The account as a FHIR R4 resource, with where it comes from.
    #[must_use]
    pub fn resource(&self) -> (Value, Origin) {
        let (origin, author) = match &self.author {
            Author::Claimant => {
                (Origin::OwnWords, self.said("the claimant", "yr hawlydd").to_owned())
            }
            Author::Helper { name, relation } if relation.trim().is_empty() => {
                (Origin::CarersWords, name.clone())
            }
            Author::Helper { name, relation } => {
                (Origin::CarersWords, format!("{name} ({relation})"))
            }
        };
        let items = vec![
            question(&self.point, &self.title, &self.text),
            question(WRITTEN_BY, self.said("Who wrote this", "Pwy ysgrifennodd hyn"), &author),
        ];
        (response(&self.authored.to_string(), items), origin)
    }

    /// What the rules find in it, so that its author can be told at once.
    #[must_use]
    pub fn touched(&self) -> Touched {
        let (matters, never) = self.found();
        let bare = Self { text: "…".to_owned(), ..self.clone() };
        Touched { matters, by_question: bare.found().0, never }
    }

    fn found(&self) -> (BTreeSet<Category>, bool) {
        // What cannot be read as a record cannot go either.
        let Ok(record) = Record::empty().joined(vec![self.resource()]) else {
            return (BTreeSet::new(), true);
        };
        let placed = Rules::current().classify(&record).into_iter().next();
        placed.map_or((BTreeSet::new(), true), |placed| {
            let shown = placed.matters.into_iter().filter(|matter| !matter.is_restricted());
            (shown.collect(), placed.never.is_some_and(|why| why != WhyNever::Unreadable))
        })
    }

    fn said(&self, english: &'static str, welsh: &'static str) -> &'static str {
        match self.language {
            Language::English => english,
            Language::Welsh => welsh,
        }
    }
}

/// What was typed, as it is kept: line ends of one kind, nothing around it. None where nothing is left.
#[must_use]
pub fn tidy(typed: &str) -> Option<String> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether a text is longer than that many characters.
#[must_use]
pub fn is_longer(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}

fn question(id: &str, title: &str, answer: &str) -> Value {
    json!({ "linkId": id, "text": title, "answer": [{ "valueString": answer }] })
}

fn response(authored: &str, items: Vec<Value>) -> Value {
    json!({
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "authored": authored,
        "item": items,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::elements::{self, Scope};
    use time::macros::date;

    fn account(text: &str) -> Account {
        Account {
            point: "dl1".to_owned(),
            title: "Preparing food".to_owned(),
            text: text.to_owned(),
            authored: date!(2026 - 11 - 20),
            author: Author::Claimant,
            language: Language::English,
        }
    }

    #[test]
    fn every_word_of_an_account_is_on_the_list_of_what_may_go_and_says_who_wrote_it() {
        let long = "On a bad day I cannot stand at the cooker. ".repeat(50);
        let helper = Author::Helper { name: "Ann Jones".to_owned(), relation: "sister".to_owned() };
        for (author, who, origin) in [
            (Author::Claimant, "the claimant", Origin::OwnWords),
            (helper, "Ann Jones (sister)", Origin::CarersWords),
        ] {
            let (resource, from) = Account { author, ..account(&long) }.resource();
            let scope = Scope { free_text: true, ..Scope::default() };
            let copied = elements::copy("QuestionnaireResponse", &resource, &scope, &|_| None);
            assert_eq!(copied.as_ref(), Some(&resource), "nothing of it is lost");
            assert_eq!(from, origin);
            assert_eq!(resource["item"][1]["answer"][0]["valueString"], who);
            assert!(!resource.to_string().contains("\"me\""));
        }
    }

    #[test]
    fn words_that_touch_a_sensitive_matter_are_told_of_and_plain_ones_are_not() {
        let plain = account("I drop pans. My sister cooks.").touched();
        assert_eq!(plain, Touched::default());
        let told = account("My depression is so bad that I do not eat.").touched();
        assert!(told.matters.contains(&Category::MentalHealth) && told.by_question.is_empty());
        assert!(!told.never);
    }

    #[test]
    fn a_question_that_belongs_to_a_matter_says_so_by_itself() {
        let mental = Account {
            title: "Mental, cognitive and intellectual activities (Schedule 6)".to_owned(),
            ..account("I forget things.")
        };
        let told = mental.touched();
        assert_eq!(told.matters, told.by_question);
    }

    #[test]
    fn what_is_never_sent_is_never_named() {
        let told = account("The hospice nurse says that I am terminally ill.").touched();
        assert!(told.never);
        assert!(told.matters.iter().all(|matter| !matter.is_restricted()));
    }

    #[test]
    fn what_was_typed_is_kept_as_it_is_but_for_line_ends() {
        assert_eq!(tidy(" \r\na\r\nb\rc \n"), Some("a\nb\nc".to_owned()));
        assert_eq!(tidy(" \r\n\t "), None);
        assert!(!is_longer("ŵŵ", 2) && is_longer("ŵŵŵ", 2));
    }
}
