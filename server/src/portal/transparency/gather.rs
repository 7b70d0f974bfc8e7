//! What the figures are counted from: rows that survive an erasure where they can, and the answers themselves, opened
//! here and nowhere else for this. Nothing of a person leaves this module but that there is one.

use super::facts::{Fact, What, Who, Why};
use super::month::Month;
use crate::portal::asked::load;
use crate::portal::collections::{self, Because};
use crate::portal::error::Result;
use crate::portal::{Portal, vault};
use crate::store::Tx;
use crate::store::figures::{self, AnswerRow, SaidRow, Stretch};
use consent::decision::Said;
use consent::ids::{CollectionId, PersonId, RequestId};
use consent::time::At;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The microseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// Everything that happened in this month, as far as it is known now.
pub(super) async fn of_month(portal: &Portal, tx: &mut Tx, month: Month) -> Result<Vec<Fact>> {
    let (from, until) = (month.begins(), month.ends());
    let today = consent::time::day(portal.at(tx).date_in_london());
    let mut facts = Vec::new();
    for row in figures::asked(tx, from, until, &today).await? {
        let named = row.nino_index.map(Who::Named);
        let who = person(row.person_id).or(named);
        if row.silent == 1 {
            facts.push(Fact { purpose: row.purpose.clone(), who: who.clone(), what: What::Silent });
        }
        facts.push(Fact { purpose: row.purpose, who, what: What::Asked });
    }
    for (purpose, who) in figures::first_collected(tx, from, until).await? {
        facts.push(Fact { purpose, who: person(who), what: What::Collected });
    }
    let stretch = Stretch { from, until, person: None };
    facts.extend(
        that_go_with_a_person(portal, tx, stretch).await?.into_iter().map(|(_, fact)| fact),
    );
    for (purpose, what, times) in figures::left(tx, &month.to_string()).await? {
        let Some(what) = What::parse(&what) else { continue };
        for _ in 0..times {
            facts.push(Fact { purpose: purpose.clone(), who: None, what });
        }
    }
    Ok(facts)
}

/// Keeps, before this person is erased, what they did in months that are not published: how often, and nothing about
/// whom. What the rows still tell afterwards is not kept twice.
pub(in crate::portal) async fn leave(portal: &Portal, tx: &mut Tx, who: PersonId) -> Result<()> {
    let published = figures::months(tx).await?;
    let published: BTreeSet<String> = published.into_iter().map(|(month, _, _)| month).collect();
    let stretch = Stretch { from: At::FIRST, until: At::LAST, person: Some(who) };
    for (at, fact) in that_go_with_a_person(portal, tx, stretch).await? {
        let month = Month::of(at).to_string();
        if !published.contains(&month) {
            figures::leave(tx, &month, &fact.purpose, &fact.what.name()).await?;
        }
    }
    Ok(())
}

/// What is known only as long as the person is: answers, withdrawals, holds, and what requesters said about
/// collections.
async fn that_go_with_a_person(
    portal: &Portal,
    tx: &mut Tx,
    stretch: Stretch,
) -> Result<Vec<(At, Fact)>> {
    let mut facts = Vec::new();
    for row in figures::first_said(tx, "decided", stretch).await? {
        // What cannot be opened is counted nowhere.
        let Ok(Some(what)) = answered(portal, tx, &row).await else { continue };
        facts.push(fact(&row, what));
    }
    for row in figures::first_said(tx, "withdrew", stretch).await? {
        facts.push(fact(&row, What::Withdrew { quietly: row.collected == 0 }));
    }
    for row in figures::first_said(tx, "held", stretch).await? {
        if row.collected == 0 && row.shared == 1 {
            facts.push(fact(&row, What::Held));
        }
    }
    for (kind, what) in [("erased", What::Erased), ("insufficient", What::Insufficient)] {
        let mut seen = BTreeSet::new();
        for row in figures::first_answers(tx, kind, stretch).await? {
            if !seen.insert(row.request_id) {
                continue;
            }
            let mut whats = vec![what];
            if what == What::Insufficient {
                whats.extend(
                    reasons(portal, &row).unwrap_or_default().into_iter().map(What::Because),
                );
            }
            let of = |what| Fact { purpose: row.purpose.clone(), who: person(row.person_id), what };
            facts.extend(whats.into_iter().map(|what| (row.at.into(), of(what))));
        }
    }
    Ok(facts)
}

fn fact(row: &SaidRow, what: What) -> (At, Fact) {
    (row.at.into(), Fact { purpose: row.purpose.clone(), who: person(row.person_id), what })
}

fn person(id: Option<Uuid>) -> Option<Who> {
    id.map(Who::Person)
}

async fn answered(portal: &Portal, tx: &mut Tx, row: &SaidRow) -> Result<Option<What>> {
    let Some(loaded) = load(portal, tx, RequestId(row.request_id)).await? else { return Ok(None) };
    let said = usize::try_from(row.seq).ok().and_then(|seq| loaded.said.get(seq));
    let Some(Said::Decided(decided)) = said else { return Ok(None) };
    let took = At::from(row.at).micros() - At::from(row.submitted_at).micros();
    let days = u32::try_from(took.div_euclid(DAY)).ok();
    Ok(Some(What::answered(&loaded.asked.request, decided, days)))
}

/// Why it was not enough: each reason once, however many decision points it was given for.
fn reasons(portal: &Portal, row: &AnswerRow) -> Result<BTreeSet<Why>> {
    let request = RequestId(row.request_id);
    let key = vault::unwrap(portal, row.key_wrapped.clone(), &vault::request_context(request))?;
    let context = collections::context(CollectionId(row.collection_id));
    let said: serde_json::Value = vault::open(&key, &context, &row.sealed)?;
    let because = said.get("because").cloned().unwrap_or_default();
    let because: Vec<Because> = serde_json::from_value(because).unwrap_or_default();
    Ok(because.iter().filter_map(|because| Why::parse(&because.code)).collect())
}
