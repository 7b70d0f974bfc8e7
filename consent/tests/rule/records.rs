//! Generated FHIR records: entries with links across categories, letters, scans, words written here, and what a careless
//! system would carry along: narratives, contained copies and displays that tell of a neighbour.

use crate::resources::{resource, tell, written};
use consent::provider::{self, ProviderKey};
use consent::record::{Origin, Record};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// One generated entry: what it is, where it points, when it was.
#[derive(Clone, Debug)]
pub struct Seed {
    pub kind: u8,
    pub matter: u8,
    pub links: Vec<usize>,
    pub quarter: Option<i64>,
    pub odd: u8,
    twin: bool,
    pub provider: u8,
    /// The entry that it tells of where nothing of it may go.
    tells: Option<usize>,
    /// The claimant put it in by name.
    pub put_in: bool,
    /// The claimant left it out.
    pub left_out: bool,
}

pub fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let what = (0u8..12, 0u8..14, vec(0usize..8, 0..4), option::weighted(0.9, 0i64..40), 0u8..30);
    let how = (
        prop::bool::weighted(0.2),
        0u8..6,
        option::weighted(0.4, 0usize..8),
        prop::bool::weighted(0.6),
        prop::bool::weighted(0.05),
    );
    let seed =
        (what, how).prop_map(
            |((kind, matter, links, quarter, odd), (twin, provider, tells, put_in, left_out))| {
                Seed { kind, matter, links, quarter, odd, twin, provider, tells, put_in, left_out }
            },
        );
    vec(seed, 1..8)
}

/// What a record is made of: a Bundle of a source, and what was written here.
#[derive(Clone, Debug)]
pub struct Source {
    pub bundle: Value,
    pub words: Vec<(Value, Origin)>,
    /// For each entry of the record its seed.
    pub seeds: Vec<Option<usize>>,
}

impl Source {
    /// The record.
    pub fn record(&self) -> Record {
        let bytes = self.bundle.to_string();
        let source = Record::parse(bytes.as_bytes(), None).expect("a generated Bundle is sound");
        source.joined(self.words.clone()).expect("generated words are sound")
    }

    /// The entries at these places only.
    pub fn only(&self, keep: &BTreeSet<usize>) -> Self {
        let mut place = 0;
        let mut kept = |_: &mut Value| {
            place += 1;
            keep.contains(&(place - 1))
        };
        let mut smaller = self.clone();
        if let Some(entries) = smaller.bundle["entry"].as_array_mut() {
            entries.retain_mut(&mut kept);
        }
        smaller.words.retain_mut(|(word, _)| kept(word));
        let seeds = self.seeds.iter().enumerate().filter(|(place, _)| keep.contains(place));
        smaller.seeds = seeds.map(|(_, seed)| *seed).collect();
        smaller
    }

    /// The same in another order.
    pub fn shuffled(&self, order: u64) -> Self {
        let mut shuffled = self.clone();
        shuffle(shuffled.bundle["entry"].as_array_mut().expect("entries"), order);
        shuffle(&mut shuffled.words, order.rotate_left(9));
        shuffled
    }
}

fn shuffle<T>(items: &mut [T], order: u64) {
    let mut state = order | 1;
    for place in (1..items.len()).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        items.swap(place, usize::try_from(state >> 33).expect("64 bits") % (place + 1));
    }
}

/// The providers of generated records: two hospitals and a clinician.
pub fn providers() -> &'static [ProviderKey] {
    static KEYS: OnceLock<Vec<ProviderKey>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let told = provider::of(&source(&[]).record());
        told.into_iter().flatten().map(|provider| provider.key).collect()
    })
}

/// A word that stands in this entry and, where nothing of it may go, in those that tell of it.
pub fn mark(own: usize) -> String {
    format!("zyx{own}q")
}

/// The mark of the entry that a seed makes: twins have the same.
pub fn own_mark(seeds: &[Seed], place: usize) -> String {
    mark(if seeds[place].twin { 0 } else { place })
}

/// The record that these seeds describe: a Patient, a clinician, two hospitals and one entry per seed.
pub fn source(seeds: &[Seed]) -> Source {
    // A link names one of the entries of a fitting kind; sometimes one that is not there.
    let name = |link: usize, wanted: &[&str]| {
        let fitting: Vec<usize> = (0..seeds.len())
            .filter(|place| wanted.contains(&kind_of(seeds[*place].kind)))
            .collect();
        match fitting.get(link % (fitting.len() + 1)) {
            Some(place) => {
                (format!("{}/e{place}", kind_of(seeds[*place].kind)), own_mark(seeds, *place))
            }
            None => (format!("{}/gone", wanted[0]), mark(9)),
        }
    };
    let hospital = |id: &str| json!({ "resource": { "resourceType": "Organization", "id": id, "name": format!("Hospital {id}") } });
    let mut entries = vec![
        json!({ "resource": { "resourceType": "Patient", "id": "p", "name": [{ "family": "Example", "given": ["Ann"] }],
            "birthDate": "1970-01-01", "address": [{ "line": ["1 High Street"], "postalCode": "LS1 1AA" }] } }),
        json!({ "resource": { "resourceType": "Practitioner", "id": "d", "name": [{ "text": "Dr Example" }] } }),
        hospital("o1"),
        hospital("o2"),
    ];
    let mut words = Vec::new();
    let (mut of_entries, mut of_words) = (vec![None; entries.len()], Vec::new());
    for (place, seed) in seeds.iter().enumerate() {
        let own = if seed.twin { 0 } else { place };
        if let Some(origin) = origin_of(seed) {
            words.push((written(seed, &format!("w{place}"), own), origin));
            of_words.push(Some(place));
            continue;
        }
        let mut made = resource(seed, &format!("e{place}"), own, &name);
        if let Some(other) = seed.tells.map(|other| other % seeds.len()) {
            tell(&mut made, &own_mark(seeds, other));
        }
        entries.push(json!({ "resource": made }));
        of_entries.push(Some(place));
    }
    of_entries.extend(of_words);
    let bundle = json!({ "resourceType": "Bundle", "type": "collection", "entry": entries });
    Source { bundle, words, seeds: of_entries }
}

/// The FHIR type of a seed of this kind.
pub fn kind_of(kind: u8) -> &'static str {
    match kind {
        0 | 1 => "Condition",
        2 | 3 => "MedicationRequest",
        4 => "Encounter",
        5 | 6 => "Observation",
        7 => "DiagnosticReport",
        8 => "DocumentReference",
        9 => "QuestionnaireResponse",
        _ => "words",
    }
}

fn origin_of(seed: &Seed) -> Option<Origin> {
    match (seed.kind, seed.odd % 2) {
        (10, _) => Some(Origin::OwnWords),
        (11, 0) => Some(Origin::CarersWords),
        (11, _) => Some(Origin::ProfessionalAnswer),
        _ => None,
    }
}
