//! The record of a person as a decision sees it: what was read from where it is kept, with what people said themselves
//! about this very request. The only place where the two meet; which of it goes is the rule's to say.

use super::actor::Actor;
use super::error::{Error, Fault, Refusal, Result};
use super::marked::Meanwhile;
use super::words::points;
use super::{Portal, answers, helpers, marked, words};
use crate::store::db::Tx;
use consent::category::Category;
use consent::decision::Decision;
use consent::ids::PersonId;
use consent::language::Language;
use consent::purpose::{Bilingual, DecisionPoint};
use consent::record::{Origin, Record};
use consent::request::Request;
use consent::words::{Account, Author, STATEMENT};
use serde_json::Value;

/// The items that people fill themselves.
const WORDS: [Category; 3] =
    [Category::MyOwnWords, Category::CarersWords, Category::AnswersToQuestions];

impl Portal {
    /// The record that a decision about this request is made of. Nothing is read where nothing is shared, or where only
    /// words are; words go on where the person said that the record may not be read.
    pub(super) async fn record_for(
        &self,
        actor: &Actor,
        subject: PersonId,
        request: &Request,
        decision: &Decision,
    ) -> Result<Record> {
        let shared = decision.shared();
        if shared.is_empty() {
            return Ok(Record::empty());
        }
        let said = {
            let mut tx = self.db().read().await?;
            said(self, &mut tx, subject, request).await?
        };
        let only_words = shared.iter().all(|category| WORDS.contains(category));
        let record = if only_words {
            None
        } else {
            match self.read_record(actor, subject, Some(request.id)).await {
                Err(Error::Refused(Refusal::SourceNotPermitted))
                    if shared.iter().any(|category| WORDS.contains(category))
                        && !said.is_empty()
                        && self.stopped(actor, subject).await? =>
                {
                    None
                }
                other => other?,
            }
        };
        let record = record.unwrap_or_else(Record::empty);
        let joined = record.joined(said);
        Ok(joined.map_err(|why| Fault::new(format_args!("words cannot be joined: {why}")))?)
    }

    /// Whether the person said that nothing may be read, rather than nothing at all.
    async fn stopped(&self, actor: &Actor, subject: PersonId) -> Result<bool> {
        let sources = self.sources_of(actor, subject).await?;
        Ok(sources.iter().all(|source| !source.permitted)
            && sources.iter().any(|source| source.since.is_some()))
    }
}

/// What people said themselves about a request, as far as it is finished.
async fn said(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    request: &Request,
) -> Result<Vec<(Value, Origin)>> {
    let id = request.id;
    let points = points(tx, request).await?;
    let title = |point: &str, language: Language| titled(&points, point, language);
    let mut accounts = Vec::new();
    for (point, own) in words::book(portal, tx, subject, id).await? {
        if own.finished {
            accounts.push(Account {
                title: title(&point, own.language),
                point,
                text: own.text,
                authored: own.saved_at.date_in_london(),
                author: Author::Claimant,
                language: own.language,
            });
        }
    }
    for helper in helpers::words(portal, tx, subject, id).await? {
        let authored = helper.sent_at.date_in_london();
        let said = helper.said;
        accounts.extend(said.words.into_iter().map(|(point, text)| Account {
            title: titled(&points, &point, said.language),
            point,
            text,
            authored,
            author: Author::Helper { name: said.name.clone(), relation: said.relation.clone() },
            language: said.language,
        }));
    }
    for marked in marked::of(portal, tx, subject, id).await? {
        let (authored, mark) = (marked.at.date_in_london(), marked.mark);
        if let (Meanwhile::SendWithStatement, Some(text)) = (mark.meanwhile, mark.statement) {
            accounts.push(statement(text, authored, mark.language));
        }
    }
    let answers = answers::kept(portal, tx, subject, id).await?.into_iter();
    let answers = answers.map(|answers| (answers.resource, Origin::ProfessionalAnswer));
    Ok(accounts.iter().map(Account::resource).chain(answers).collect())
}

/// A statement about an entry that the claimant says is wrong. It does not name the entry: that is theirs to do.
pub(crate) fn statement(text: String, authored: time::Date, language: Language) -> Account {
    let title = match language {
        Language::English => "My statement about an entry of my record",
        Language::Welsh => "Fy natganiad am gofnod yn fy nghofnod iechyd",
    };
    Account {
        point: STATEMENT.to_owned(),
        title: title.to_owned(),
        text,
        authored,
        author: Author::Claimant,
        language,
    }
}

/// A decision point's words; its id where the purpose has it no more.
pub(crate) fn titled(points: &[DecisionPoint], point: &str, language: Language) -> String {
    let known = points.iter().find(|known| known.id == point);
    known.map_or_else(|| point.to_owned(), |known| in_language(&known.title, language))
}

fn in_language(text: &Bilingual, language: Language) -> String {
    match language {
        Language::English => text.en.clone(),
        Language::Welsh => text.cy.clone(),
    }
}
