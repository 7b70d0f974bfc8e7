//! What DWP did since it asked, from the log: every check, also those that were answered with no.

use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::in_london;
use crate::portal::deeds::Done;
use crate::portal::log::Kind;
use app::pages::request::{Deed, DeedKind, Deeds, Outcome, Repeats};
use consent::ids::RequestId;
use serde_json::Value;

/// Oldest first; the same several times with nothing between is one line.
pub(super) async fn of(claimant: &Claimant, request: RequestId) -> Result<Deeds, Trouble> {
    let before = claimant.query("before").and_then(|text| text.parse::<i64>().ok());
    let deeds = claimant.portal.deeds(&claimant.actor, claimant.subject, request, before).await?;
    Ok(Deeds {
        lines: deeds.done.iter().rev().filter_map(deed).collect(),
        older: deeds.older.map(|seq| seq.to_string()),
        further_back: before.is_some(),
    })
}

fn deed(done: &Done) -> Option<Deed> {
    let several = Repeats { times: done.times, first: in_london(done.first_at) };
    Some(Deed {
        at: in_london(done.last.at),
        kind: kind(done)?,
        repeats: (done.times > 1).then_some(several),
    })
}

fn kind(done: &Done) -> Option<DeedKind> {
    let one = &done.last;
    Some(match one.kind {
        Kind::Checked | Kind::StandingRead => DeedKind::Checked { available: yeses(&one.data) },
        Kind::Collected => DeedKind::Collected,
        Kind::CollectionDenied => DeedKind::CollectionRefused,
        Kind::ErasureErased => DeedKind::Erased,
        Kind::ErasureKept => DeedKind::Kept,
        Kind::OutcomeSufficient => DeedKind::Said { outcome: Outcome::Sufficient },
        Kind::OutcomeInsufficient => DeedKind::Said { outcome: Outcome::Insufficient },
        Kind::RequestClosed => DeedKind::Closed,
        _ => return None,
    })
}

/// How many things a check was told to be available.
fn yeses(data: &Value) -> u32 {
    let answers = data.get("answers").and_then(Value::as_object);
    let yes = answers.into_iter().flatten().filter(|(_, yes)| yes.as_bool() == Some(true)).count();
    u32::try_from(yes).unwrap_or(u32::MAX)
}
