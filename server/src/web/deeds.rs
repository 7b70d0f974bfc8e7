//! What DWP did since it asked, from the log: every check, also those that were answered with no.

use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::in_london;
use crate::portal::history::Happened;
use crate::portal::log::Kind;
use app::pages::request::{Deed, DeedKind, Outcome};
use consent::ids::RequestId;
use serde_json::Value;

/// Oldest first; checks with nothing between them are one line.
pub(super) async fn of(claimant: &Claimant, request: RequestId) -> Result<Vec<Deed>, Trouble> {
    let happened =
        claimant.portal.happened_about(&claimant.actor, claimant.subject, request).await?;
    let mut deeds: Vec<Deed> = Vec::new();
    for one in happened.iter().rev() {
        let Some(kind) = kind(one) else { continue };
        let at = in_london(one.at);
        match (deeds.last_mut(), &kind) {
            (
                Some(Deed { at: last, kind: DeedKind::Checked { times, available } }),
                DeedKind::Checked { available: now, .. },
            ) => {
                *times += 1;
                *available = *now;
                *last = at;
            }
            _ => deeds.push(Deed { at, kind }),
        }
    }
    Ok(deeds)
}

fn kind(one: &Happened) -> Option<DeedKind> {
    Some(match one.kind {
        Kind::Checked => DeedKind::Checked { times: 1, available: yeses(&one.data) },
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
