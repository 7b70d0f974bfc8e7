//! Whether a confirmed package would still go under the rules that are in force now, judged by its own bytes: the record
//! that it was made of is not kept. In doubt it does not stand, and the claimant is asked again.

use crate::assemble::withholds;
use crate::classify::Rules;
use crate::decision::RecordedDecision;
use crate::package::Package;
use crate::record::{Kind, Origin, Record};
use crate::request::Request;
use serde_json::Value;

/// Would these rules withhold nothing of this package under the decision that confirmed it?
#[must_use]
pub fn still_stands(
    package: &Package,
    recorded: &RecordedDecision,
    request: &Request,
    rules: &Rules,
) -> bool {
    let Some(record) = contents_as_record(package) else { return false };
    // Who recorded an entry is told from the addresses of its source, which the package has not; no rule changes that.
    let mut decision = recorded.decision.clone();
    decision.narrowed.values_mut().for_each(|chosen| chosen.provider = None);
    recorded.digest == Some(package.digest()) && !withholds(request, &decision, &record, rules)
}

/// What is in a package, as a record: each entry under the key of what it was copied from. None where its bytes and
/// what is known of them do not agree.
#[must_use]
pub fn contents_as_record(package: &Package) -> Option<Record> {
    let bundle: Value = serde_json::from_slice(package.bytes()).ok()?;
    let empty = Vec::new();
    let entries = bundle.get("entry").and_then(Value::as_array).unwrap_or(&empty);
    let sent = &package.contents().sent;
    let copies = entries.iter().zip(sent).map(|(entry, sent)| {
        let resource = entry.get("resource")?;
        let kind = Kind::of_resource(resource)?;
        Some((sent.key, kind, resource.clone(), Origin::giving(sent.home)))
    });
    let copies = copies.collect::<Option<Vec<_>>>()?;
    (entries.len() == sent.len()).then(|| Record::of_copies(copies))
}
