//! From an event of the log to its sentence. What the log does not say is not made up.

use super::asked::{asker, asker_of};
use super::checked::{checked, denied};
use super::errors::Trouble;
use super::guard::Claimant;
use super::sources::{named, unread};
use super::withdraw::number;
use crate::config::Records;
use crate::portal::history::Happened;
use crate::portal::log::Kind;
use crate::portal::reading::RequestRead;
use app::i18n::Lang;
use app::pages::account::Device;
use app::pages::history::{By, Happening, Show, plain, unknown_asker};
use app::pages::letter::Kind as Letter;
use app::shell::PageContext;
use consent::ids::{ReceiptId, RequestId};
use consent::time::{At, Date};
use serde_json::Value;
use std::collections::BTreeMap;

/// What the sentences need besides the events.
pub(super) struct Known {
    lang: Lang,
    records: Records,
    subject: String,
    requests: BTreeMap<RequestId, RequestRead>,
    askers: BTreeMap<RequestId, String>,
    collected: BTreeMap<String, Date>,
}

impl Known {
    pub(super) async fn of(claimant: &Claimant) -> Result<Self, Trouble> {
        let reads = claimant.portal.requests_of(&claimant.actor, claimant.subject).await?;
        let requests: BTreeMap<RequestId, RequestRead> =
            reads.into_iter().map(|read| (read.loaded.id(), read)).collect();
        let askers = requests.iter().map(|(id, read)| (*id, asker(&read.loaded))).collect();
        let collections = requests.values().flat_map(|read| &read.collections);
        let collected =
            collections.map(|one| (one.id.to_string(), one.at.date_in_london())).collect();
        Ok(Self {
            lang: claimant.ctx.lang,
            records: claimant.portal.config().records.clone(),
            subject: claimant.subject.to_string(),
            requests,
            askers,
            collected,
        })
    }

    /// Who asked, of requests that the claimant does not see any more, such as one that is not about them.
    pub(super) async fn learn(
        &mut self,
        claimant: &Claimant,
        happened: &[Happened],
    ) -> Result<(), Trouble> {
        let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
        for id in happened.iter().filter_map(|one| one.request) {
            if self.askers.contains_key(&id) {
                continue;
            }
            let about = portal.happened_about(actor, subject, id, &[Kind::RequestReceived]).await?;
            let received = about.iter().find(|one| one.kind == Kind::RequestReceived);
            let asker = received.map(|one| asker_of(text(one, "organisation"), text(one, "team")));
            self.askers.insert(id, asker.unwrap_or_default());
        }
        Ok(())
    }

    /// Whose doing it was, for the filter.
    pub(super) fn side(&self, one: &Happened) -> Show {
        let actor = |member: &str| one.actor.get(member).and_then(Value::as_str);
        match one.kind {
            Kind::HelperAnswered => return Show::Helpers,
            // Whom it is about is found by Sayso; asking is done by whoever asks.
            Kind::RequestReceived => return Show::Asker,
            _ => {}
        }
        match actor("is") {
            Some("person") if actor("id") == Some(self.subject.as_str()) => Show::You,
            Some("person") => Show::Helpers,
            Some("client") => Show::Asker,
            _ => Show::Sayso,
        }
    }

    /// The request to look at: id and reference.
    pub(super) fn link(&self, one: &Happened) -> Option<(String, String)> {
        let id = one.request.filter(|id| self.requests.contains_key(id))?;
        Some((id.to_string(), id.short()))
    }

    fn by(&self, one: &Happened) -> By {
        match self.side(one) {
            Show::Helpers => By::Helper(String::new()),
            Show::Sayso => By::Operator,
            Show::You | Show::Asker | Show::Everything => By::You,
        }
    }

    /// Its sentence; two where a check had two answers; none for what is the store's business only.
    pub(super) fn happenings(&self, one: &Happened) -> Vec<Happening> {
        let reference = one.request.map(|id| id.short()).unwrap_or_default();
        let who = one.request.and_then(|id| self.askers.get(&id).cloned()).unwrap_or_default();
        let by = self.by(one);
        let source = || named(&self.records, self.lang, text(one, "source"));
        let statement = || text(one, "statement").to_owned();
        let collected = || {
            self.collected
                .get(text(one, "collection"))
                .copied()
                .unwrap_or_else(|| one.at.date_in_london())
        };
        let happening = match one.kind {
            Kind::RequestReceived => {
                let sent = sent_before(one);
                Happening::RequestReceived { who, reference, count: self.items(one), sent }
            }
            Kind::RequestViewed => Happening::RequestViewed { by, reference },
            Kind::SourcePermitted => Happening::SourcePermitted { source: source() },
            Kind::SourceStopped => Happening::SourceStopped { source: source() },
            Kind::RecordRead => Happening::RecordRead { source: source(), reference },
            Kind::RecordNotRead => Happening::RecordNotRead {
                source: source(),
                reference,
                why: unread(text(one, "why")),
            },
            Kind::DraftSaved => Happening::DraftSaved { by, reference },
            Kind::PreviewMade => Happening::PreviewMade { by, reference },
            Kind::LetterOpened => Happening::LetterOpened { by, reference },
            Kind::Decided => decided(one, by, reference),
            Kind::Withdrawn => Happening::Withdrawn { by, reference, count: categories(one) },
            Kind::WithdrawnByOperator => Happening::WithdrawnByOperator {
                reference,
                count: categories(one),
                evidence: text(one, "evidence").to_owned(),
            },
            Kind::Checked => return checked(self.lang, one, &who, &reference),
            Kind::StandingRead => match checked(self.lang, one, &who, &reference) {
                said if said.is_empty() => Happening::StandingRead { who, reference },
                said => return said,
            },
            Kind::Collected => {
                Happening::Collected { who, reference, entries: number(one, "entries") }
            }
            Kind::CollectionDenied => denied(self.lang, one, who, reference),
            Kind::Held => Happening::Paused { reference, why: hold(text(one, "why")) },
            Kind::Rechecked => Happening::Rechecked { reference },
            Kind::ErasureAsked => Happening::ErasureAsked { who, reference },
            Kind::RecordImported => Happening::RecordImported { entries: number(one, "entries") },
            Kind::PersonDied => Happening::Died,
            Kind::DeathCorrected => Happening::DeathCorrected,
            Kind::RequestClosed => Happening::RequestClosed {
                who,
                reference,
                reason: close_reason(text(one, "reason")),
            },
            Kind::ErasureErased => Happening::ErasureErased {
                who,
                reference,
                collected: collected(),
                statement: statement(),
            },
            Kind::ErasureKept => Happening::ErasureKept {
                who,
                reference,
                collected: collected(),
                statement: statement(),
            },
            Kind::OutcomeSufficient => Happening::OutcomeSufficient { who, reference },
            Kind::OutcomeInsufficient => {
                Happening::OutcomeInsufficient { who, reference, because: self.because(one) }
            }
            Kind::SignedIn => {
                Happening::SignedIn { device: Device::from_code(text(one, "device")) }
            }
            Kind::SignInFailed => Happening::SignInFailed,
            Kind::SignedOutEverywhere => Happening::SignedOutEverywhere,
            Kind::SessionEnded => Happening::SessionEnded,
            Kind::PasswordChanged => Happening::PasswordChanged,
            Kind::AccountActivated => Happening::AccountActivated,
            Kind::ActivationIssued => Happening::ActivationIssued,
            Kind::PersonAdded => Happening::PersonAdded,
            Kind::PersonCorrected => Happening::PersonCorrected,
            Kind::HistoryViewed => Happening::HistoryViewed { by },
            Kind::ReceiptViewed => {
                let code = text(one, "receipt")
                    .parse::<ReceiptId>()
                    .map(|id| id.short())
                    .unwrap_or_default();
                Happening::ReceiptViewed { by, code }
            }
            Kind::LetterMade => match Letter::from_code(text(one, "letter")) {
                Some(letter) => Happening::LetterMade { by, reference, letter: letter.code() },
                None => return Vec::new(),
            },
            Kind::NotMe => Happening::NotMe { who, reference },
            Kind::NothingMore => Happening::NothingMoreTold { who, reference },
            Kind::MoreMayCome => Happening::MoreMayCome { who, reference },
            Kind::WordsFinished => Happening::WordsFinished { reference },
            Kind::WordsTakenBack => Happening::WordsTakenBack { reference },
            Kind::HelperInvited => Happening::HelperInvited { reference },
            Kind::HelperLinkEnded => Happening::HelperLinkEnded { reference },
            Kind::HelperAnswered => Happening::HelperAnswered { reference },
            Kind::HelperWordsDeleted => Happening::HelperWordsDeleted { reference },
            Kind::AnswersImported => {
                Happening::AnswersImported { reference, questions: number(one, "questions") }
            }
            Kind::EntryMarkedWrong => Happening::EntryMarkedWrong { reference },
            Kind::EntryMarkTakenAway => Happening::EntryMarkTakenAway { reference },
            Kind::CopyKept => Happening::CopyKept { reference },
            Kind::CopyViewed => Happening::CopyViewed { by, reference },
            Kind::CopyDeleted => Happening::CopyDeleted { reference },
            Kind::SharingEnded => match text(one, "by") {
                "end-date" => Happening::EndDateReached { reference },
                _ => Happening::CollectWithinOver { reference },
            },
            // What it proves has its own line, with the link.
            Kind::ReceiptIssued => return Vec::new(),
            // About no one person: nobody's history has them.
            Kind::PersonErased
            | Kind::ClientAdded
            | Kind::ClientDisabled
            | Kind::ClientRotated
            | Kind::PurposeImported
            | Kind::Padding
            | Kind::FiguresPublished
            | Kind::OperatorLooked
            | Kind::BackupMade
            | Kind::Restored
            | Kind::RestoreAccepted
            | Kind::CanaryTripped
            | Kind::CanaryCleared
            | Kind::CanaryWatched
            | Kind::RequestSubmitted
            | Kind::RequestUnmatched => return Vec::new(),
        };
        vec![happening]
    }

    fn items(&self, one: &Happened) -> u32 {
        let read = one.request.and_then(|id| self.requests.get(&id));
        read.map_or_else(
            || number(one, "items"),
            |read| count(read.loaded.asked.request.items.len()),
        )
    }

    /// The decision points in words, with the requester's code for each.
    fn because(&self, one: &Happened) -> Vec<(String, String)> {
        let purpose = one.request.and_then(|id| self.requests.get(&id)).map(|read| &read.purpose);
        let because = one.data.get("because").and_then(Value::as_array).into_iter().flatten();
        let said = |value: &Value, member: &str| {
            value.get(member).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        because
            .map(|value| {
                let id = said(value, "decision_point");
                let point = purpose.and_then(|purpose| purpose.decision_point(&id));
                let words = point.map(|point| {
                    if self.lang == Lang::Cy {
                        point.title.cy.clone()
                    } else {
                        point.title.en.clone()
                    }
                });
                (words.unwrap_or(id), said(value, "code"))
            })
            .collect()
    }
}

/// What an event says, in the words that it has in a history, from the event alone: for whoever checks a proof.
#[must_use]
pub fn line_in_words(event: &Value, lang: Lang) -> Vec<String> {
    let Some(one) = Happened::of(event) else { return Vec::new() };
    let client = |actor: &Value| match actor.get("is").and_then(Value::as_str) {
        Some("client") => actor.get("id").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    };
    let received = (one.kind == Kind::RequestReceived)
        .then(|| asker_of(text(&one, "organisation"), text(&one, "team")));
    let asker = received.or_else(|| client(&one.actor));
    let asker = asker.unwrap_or_else(|| unknown_asker(lang));
    let known = Known {
        lang,
        records: Records::default(),
        subject: event.get("subject").and_then(Value::as_str).unwrap_or_default().to_owned(),
        requests: BTreeMap::new(),
        askers: one.request.map(|id| (id, asker)).into_iter().collect(),
        collected: BTreeMap::new(),
    };
    let ctx = PageContext { lang, ..PageContext::default() };
    known.happenings(&one).iter().flat_map(|happening| plain(&ctx, happening)).collect()
}

fn decided(one: &Happened, by: By, reference: String) -> Happening {
    let answers = one.data.get("answers").and_then(Value::as_object);
    let (share, private): (Vec<_>, Vec<_>) =
        answers.into_iter().flatten().partition(|(_, answer)| answer.as_str() == Some("share"));
    match (count(share.len()), count(private.len())) {
        (0, _) => Happening::DecisionRefused { by, reference },
        (share, 0) => Happening::DecisionShared { by, reference, share },
        (share, private) => Happening::DecisionPart { by, reference, share, private },
    }
}

/// When a request was sent, where it was found to be about them on a later day.
fn sent_before(one: &Happened) -> Option<Date> {
    let sent = one.data.get("submitted_at").cloned();
    let sent: Option<At> = sent.and_then(|sent| serde_json::from_value(sent).ok());
    sent.map(At::date_in_london).filter(|sent| *sent != one.at.date_in_london())
}

fn text<'a>(one: &'a Happened, name: &str) -> &'a str {
    one.data.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn categories(one: &Happened) -> u32 {
    count(one.data.get("categories").and_then(Value::as_array).map(Vec::len).unwrap_or_default())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Why sharing is held, as the messages know it.
fn hold(word: &str) -> &'static str {
    const KNOWN: [&str; 4] = ["restored", "rules-changed", "died", "operator"];
    KNOWN.into_iter().find(|known| *known == word).unwrap_or("fault")
}

fn close_reason(word: &str) -> &'static str {
    const KNOWN: [&str; 4] = ["decided", "no-longer-needed", "sent-in-error", "replaced"];
    KNOWN.into_iter().find(|known| *known == word).unwrap_or("sent-in-error")
}

#[cfg(test)]
mod tests;
