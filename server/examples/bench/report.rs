//! What came of it: a table for people, JSON for whoever compares runs. A ratio is the median of the ratios of each
//! round, so that a round in which the machine was busy counts as one round and no more.

use crate::Outcome;
use crate::asking::Shared;
use crate::largest::LargeRecord;
use crate::logs::{LEAST_EVENTS, LEAST_RATIO, Logs};
use crate::pairs::{PAIRS, Pair};
use crate::rounds::{Measure, Plan, float};
use crate::served::LIMIT;
use crate::sizes::{MOST_MEMORY, MOST_SECONDS, Size};
use crate::stage::Stage;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// A run that is over.
pub struct Report {
    ratios: Vec<Ratio>,
    rates: Map<String, Value>,
    commits: f64,
    records: Value,
    run: Value,
    heading: String,
    sizes: Vec<Size>,
    logs: Logs,
}

struct Ratio {
    pair: &'static Pair,
    over: Figures,
    under: Figures,
    quotient: Figures,
}

/// Of all rounds: the middle, the least and the most.
#[derive(Clone, Copy)]
struct Figures {
    median: f64,
    least: f64,
    most: f64,
}

impl Report {
    /// Works out the ratios.
    pub fn of(
        stage: &Stage,
        plan: &Plan,
        measures: &[Measure],
        sizes: Vec<Size>,
        logs: Logs,
    ) -> Self {
        let find = |name: &str| measures.iter().find(|measure| measure.name == name);
        let ratio = |pair: &'static Pair| {
            let (over, under) = (find(pair.over)?, find(pair.under)?);
            let each =
                over.rates.iter().zip(&under.rates).map(|(over, under)| over / under).collect();
            let (over, under) = (Figures::of(over.rates.clone()), Figures::of(under.rates.clone()));
            Some(Ratio { pair, over, under, quotient: Figures::of(each) })
        };
        let rates = measures.iter().map(|measure| {
            let figures = Figures::of(measure.rates.clone());
            (measure.name.to_owned(), figures.json())
        });
        let build = if cfg!(debug_assertions) { "debug" } else { "release" };
        let processors = std::thread::available_parallelism().map_or(0, usize::from);
        let records = [("largest", &stage.largest), ("demo", &stage.demo), ("long", &stage.long)];
        let mut heading = format!(
            "{build} build, {processors} processors, {} rounds, {} connections over TCP\n",
            plan.rounds, plan.connections,
        );
        for (which, (record, shared)) in records {
            let (sent, size) = (shared.package.contents().sent.len(), shared.package.bytes().len());
            let LargeRecord { name, bytes, entries, .. } = record;
            // Writing to a string cannot fail.
            let _ = writeln!(
                heading,
                "{which} record: {} bytes, {entries} entries; {sent} of them sent in {size} bytes ({name})",
                bytes.len(),
            );
        }
        Self {
            ratios: PAIRS.iter().filter_map(ratio).collect(),
            rates: rates.collect(),
            commits: find("commit").map_or(0.0, |commit| Figures::of(commit.rates.clone()).median),
            records: records
                .iter()
                .map(|(which, of)| ((*which).to_owned(), described(of)))
                .collect(),
            run: json!({
                "at": stage.portal.now(),
                "build": build,
                "processors": processors,
                "system": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
                "rounds": plan.rounds,
                "seconds": plan.measuring.as_secs(),
                "connections": plan.connections,
                "store": "SQLite, WAL, synchronous=FULL, in the temporary folder",
                "limits": format!("one client, its limits raised to {LIMIT} checks a second by the settings"),
                "asks": "from one thread of the same process and machine",
            }),
            heading,
            sizes,
            logs,
        }
    }

    /// For people.
    pub fn table(&self) -> String {
        let mut text = format!("\n{}\n", self.heading);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{:<52} {:>10} {:>10} {:<8} {:>7}  {:<15} target",
            "medians of all rounds", "this", "÷ that", "", "ratio", "least – most",
        );
        for Ratio { pair, over, under, quotient } in &self.ratios {
            let spread = format!("{:.3} – {:.3}", quotient.least, quotient.most);
            let target = pair.target.map_or_else(String::new, |target| format!("{target}"));
            let _ = writeln!(
                text,
                "{:<52} {:>10.1} {:>10.1} {:<8} {:>7.3}  {spread:<15} {target}",
                pair.words, over.median, under.median, pair.unit, quotient.median,
            );
        }
        self.sizes_in(&mut text);
        self.logs_in(&mut text);
        let _ = writeln!(
            text,
            "\ndurable commits (SQLite, synchronous=FULL): {:.0} per second",
            self.commits
        );
        text
    }

    /// How a preview grows with its record.
    fn sizes_in(&self, text: &mut String) {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "\n{:<34} {:>9} {:>12} {:>10} {:>12} {:>10} {:>14}",
            "preview of a grown record",
            "MB",
            "seconds",
            "µs each",
            "memory MiB",
            "in words",
            "MiB with words",
        );
        for size in &self.sizes {
            let _ = writeln!(
                text,
                "{:<34} {:>9.1} {:>12.3} {:>10.1} {:>12.0} {:>10.3} {:>14.0}",
                format!("  {} entries", size.entries),
                float(size.bytes) / 1e6,
                size.seconds,
                size.each(),
                size.memory,
                size.words,
                size.memory_with_words,
            );
        }
        if let (Some(first), Some(last)) = (self.sizes.first(), self.sizes.last()) {
            let _ = writeln!(
                text,
                "  an entry of the largest costs {:.2} of one of the smallest; targets for the largest: {MOST_SECONDS} s, {MOST_MEMORY} MiB",
                last.each() / first.each(),
            );
        }
    }

    /// What the log costs.
    fn logs_in(&self, text: &mut String) {
        let Logs { events, syncs, events_by_syncs, leaves, proof, hash, .. } = self.logs;
        let Logs { proof_by_hash, walked, walked_leaves, .. } = self.logs;
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "\ndurable events, 64 writers: {events:.0} per second ÷ {syncs:.0} syncs of the disk = {events_by_syncs:.1} \
             (targets: {LEAST_RATIO}, and {LEAST_EVENTS:.0} per second)\n\
             a proof in a log of {leaves} leaves: {proof:.0} µs ÷ SHA-256 of 1 KB {hash:.2} µs = {proof_by_hash:.0}\n\
             walking a log of {walked_leaves} leaves with their events: {walked:.0} leaves per second"
        );
    }

    /// For whoever compares runs.
    pub fn json(&self) -> Outcome<String> {
        let ratios: Map<String, Value> =
            self.ratios.iter().map(|ratio| (ratio.pair.name.to_owned(), ratio.json())).collect();
        let all = json!({ "run": self.run, "records": self.records, "ratios": ratios, "rates": self.rates, "sizes": self.sizes, "log": self.logs });
        Ok(serde_json::to_string_pretty(&all)? + "\n")
    }
}

fn described((record, shared): &(LargeRecord, Shared)) -> Value {
    json!({
        "file": record.name,
        "bytes": record.bytes.len(),
        "entries": record.entries,
        "release_entries": shared.package.contents().sent.len(),
        "release_bytes": shared.package.bytes().len(),
    })
}

impl Ratio {
    fn json(&self) -> Value {
        json!({
            "what": self.pair.words.trim(),
            "ratio": self.quotient.json(),
            "over": self.over.median,
            "under": self.under.median,
            "unit": self.pair.unit,
            "target": self.pair.target,
        })
    }
}

impl Figures {
    fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |place: usize| values.get(place).copied().unwrap_or(0.0);
        let last = values.len().saturating_sub(1);
        let middle = [at(last / 2), at(values.len() / 2)];
        Self {
            median: middle.iter().sum::<f64>() / float(middle.len()),
            least: at(0),
            most: at(last),
        }
    }

    fn json(self) -> Value {
        json!({ "median": self.median, "least": self.least, "most": self.most })
    }
}
