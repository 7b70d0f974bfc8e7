//! From an event of the log to its sentence. What the log does not say is not made up.

use super::asked::{asker, asker_of, receipt_code, title};
use super::errors::Trouble;
use super::guard::Claimant;
use super::withdraw::number;
use crate::portal::history::Happened;
use crate::portal::log::Kind;
use crate::portal::reading::RequestRead;
use app::i18n::Lang;
use app::pages::account::Device;
use app::pages::history::{By, Checked, Happening, Show};
use app::pages::sources::source_name;
use consent::category::Category;
use consent::ids::{ReceiptId, RequestId};
use consent::time::Date;
use serde_json::Value;
use std::collections::BTreeMap;

/// What the sentences need besides the events.
pub(super) struct Known<'a> {
    lang: Lang,
    subject: String,
    requests: BTreeMap<RequestId, RequestRead>,
    askers: BTreeMap<RequestId, String>,
    collected: BTreeMap<&'a str, Date>,
}

impl<'a> Known<'a> {
    pub(super) async fn of(claimant: &Claimant, happened: &'a [Happened]) -> Result<Self, Trouble> {
        let reads = claimant.portal.requests_of(&claimant.actor, claimant.subject).await?;
        let requests: BTreeMap<RequestId, RequestRead> =
            reads.into_iter().map(|read| (read.loaded.id(), read)).collect();
        let received = happened.iter().filter(|one| one.kind == Kind::RequestReceived);
        let mut askers: BTreeMap<RequestId, String> = received
            .filter_map(|one| {
                Some((one.request?, asker_of(text(one, "organisation"), text(one, "team"))))
            })
            .collect();
        askers.extend(requests.iter().map(|(id, read)| (*id, asker(&read.loaded))));
        let collected = happened.iter().filter(|one| one.kind == Kind::Collected);
        let collected =
            collected.map(|one| (text(one, "collection"), one.at.date_in_london())).collect();
        Ok(Self {
            lang: claimant.ctx.lang,
            subject: claimant.subject.to_string(),
            requests,
            askers,
            collected,
        })
    }

    /// Whose doing it was, for the filter.
    pub(super) fn side(&self, one: &Happened) -> Show {
        let actor = |member: &str| one.actor.get(member).and_then(Value::as_str);
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
        let source = || source_name(self.lang, text(one, "source"));
        let statement = || text(one, "statement").to_owned();
        let collected = || {
            self.collected
                .get(text(one, "collection"))
                .copied()
                .unwrap_or_else(|| one.at.date_in_london())
        };
        let happening = match one.kind {
            Kind::RequestReceived => {
                Happening::RequestReceived { who, reference, count: self.items(one) }
            }
            Kind::RequestViewed => Happening::RequestViewed { by, reference },
            Kind::SourcePermitted => Happening::SourcePermitted { source: source() },
            Kind::SourceStopped => Happening::SourceStopped { source: source() },
            Kind::RecordRead => Happening::RecordRead { source: source(), reference },
            Kind::DraftSaved => Happening::DraftSaved { by, reference },
            Kind::PreviewMade => Happening::PreviewMade { by, reference },
            Kind::Decided => decided(one, by, reference),
            Kind::Withdrawn => Happening::Withdrawn { by, reference, count: categories(one) },
            Kind::WithdrawnByOperator => Happening::WithdrawnByOperator {
                reference,
                count: categories(one),
                evidence: text(one, "evidence").to_owned(),
            },
            Kind::Checked => return self.checked(one, &who, &reference),
            Kind::Collected => {
                Happening::Collected { who, reference, entries: number(one, "entries") }
            }
            Kind::CollectionDenied => {
                Happening::CollectionDenied { who, reference, reason: reason(text(one, "reason")) }
            }
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
            Kind::SignedIn => Happening::SignedIn { device: Device::Unknown },
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
                let code =
                    text(one, "receipt").parse::<ReceiptId>().map(receipt_code).unwrap_or_default();
                Happening::ReceiptViewed { by, code }
            }
            Kind::NotMe => Happening::NotMe { who, reference },
            Kind::NothingMore => Happening::NothingMoreTold { who, reference },
            Kind::MoreMayCome => Happening::MoreMayCome { who, reference },
            // What was asked of DWP is said with the withdrawal; the rest is about no one person.
            _ => return Vec::new(),
        };
        vec![happening]
    }

    fn items(&self, one: &Happened) -> u32 {
        let read = one.request.and_then(|id| self.requests.get(&id));
        read.map(|read| count(read.loaded.asked.request.items.len())).unwrap_or_default()
    }

    fn checked(&self, one: &Happened, who: &str, reference: &str) -> Vec<Happening> {
        let answers = one.data.get("answers").and_then(Value::as_object);
        let (yes, no): (Vec<_>, Vec<_>) =
            answers.into_iter().flatten().partition(|(_, answer)| answer.as_bool() == Some(true));
        let what = |names: &[(&String, &Value)]| match names {
            [(only, _)] => Checked::One(
                Category::parse(only)
                    .map_or_else(|_| (*only).clone(), |category| title(self.lang, category)),
            ),
            several => Checked::Several(count(several.len())),
        };
        let (who, reference) = (who.to_owned(), reference.to_owned());
        let permit = (!yes.is_empty()).then(|| Happening::CheckedPermit {
            who: who.clone(),
            reference: reference.clone(),
            what: what(&yes),
        });
        let reasons = one.data.get("reasons");
        let mut said = no.iter().map(|(name, _)| {
            reasons.and_then(|reasons| reasons.get(*name)?.as_str()).and_then(reason)
        });
        let first = said.next().flatten();
        let shared = first.filter(|_| said.all(|other| other == first));
        let deny = (!no.is_empty()).then(|| Happening::CheckedDeny {
            who,
            reference,
            what: what(&no),
            reason: shared,
        });
        permit.into_iter().chain(deny).collect()
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

fn text<'a>(one: &'a Happened, name: &str) -> &'a str {
    one.data.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn categories(one: &Happened) -> u32 {
    count(one.data.get("categories").and_then(Value::as_array).map(Vec::len).unwrap_or_default())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The rule's own word, as the messages know it.
fn reason(word: &str) -> Option<&'static str> {
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

fn close_reason(word: &str) -> &'static str {
    const KNOWN: [&str; 4] = ["decided", "no-longer-needed", "sent-in-error", "replaced"];
    KNOWN.into_iter().find(|known| *known == word).unwrap_or("sent-in-error")
}
