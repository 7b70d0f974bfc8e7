//! What a code touches (rule 1) and where it puts an entry, from the committed lists in `codes/`.
//! Every hit adds its matter; a hit never takes another away.

use super::because::{Because, Hit};
use super::icd10;
use super::systems::{Listed, listed};
use crate::category::Category;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// What a listed code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placing {
    /// Nothing about health: withheld for good.
    Administrative,
    /// The entry belongs to this category.
    Home(Category),
}

type List<T> = HashMap<(Listed, String), Vec<T>>;

/// The matters of this code, each with its reason. None for a system without lists.
pub(super) fn matters(system: &str, code: &str) -> Vec<Hit> {
    let Some(system) = listed(system) else { return Vec::new() };
    let mut hits = Vec::new();
    for spelling in spellings(system, code) {
        let key = (system, spelling);
        let listed = sensitive().get(&key).into_iter().flatten();
        hits.extend(listed.map(|matter| Hit { matter: *matter, because: Because::ListedCode }));
        let own = own().get(&key).into_iter().flatten();
        hits.extend(
            own.map(|matter| Hit { matter: *matter, because: Because::OwnCode(key.1.clone()) }),
        );
    }
    if system == Listed::Icd10 {
        let blocks = icd10::touches(code).filter(|matter| *matter != Category::FamilyHistory);
        hits.extend(blocks.map(|matter| Hit { matter, because: Because::Block }));
    } else {
        let matters = block(system, code).iter().filter_map(|placing| match placing {
            Placing::Home(matter) if *matter != Category::FamilyHistory => Some(*matter),
            _ => None,
        });
        hits.extend(matters.map(|matter| Hit { matter, because: Because::Block }));
    }
    hits
}

/// Where this code puts the entry that has it as its main code.
pub(super) fn placing(system: &str, code: &str) -> Option<Placing> {
    let system = listed(system)?;
    let is_family_history = match system {
        Listed::Icd10 => icd10::touches(code).any(|category| category == Category::FamilyHistory),
        other => block(other, code).contains(&Placing::Home(Category::FamilyHistory)),
    };
    if is_family_history {
        return Some(Placing::Home(Category::FamilyHistory));
    }
    spellings(system, code)
        .into_iter()
        .find_map(|code| places().get(&(system, code))?.first().copied())
}

/// The code as the lists have it, and for ICD-10 everything it is under.
fn spellings(system: Listed, code: &str) -> Vec<String> {
    match system {
        Listed::Icd10 => {
            let plain: String = code.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
            (3..=plain.len())
                .filter_map(|length| plain.get(..length).map(str::to_ascii_uppercase))
                .collect()
        }
        // Suppliers append a two-character term id to the five of the code.
        Listed::Read => vec![code.chars().take(5).collect(), code.to_owned()],
        _ => vec![code.trim().to_owned()],
    }
}

/// The block of a hierarchy that this code is in: the longest listed beginning counts, and it alone.
fn block(system: Listed, code: &str) -> &'static [Placing] {
    let plain: String = match system {
        // Dots fill a Read code up to five characters; elsewhere they only part it.
        Listed::Read => code.chars().take(5).take_while(|c| *c != '.').collect(),
        Listed::Snomed | Listed::Loinc => return &[],
        _ => code
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(8)
            .map(|c| c.to_ascii_uppercase())
            .collect(),
    };
    let Some(blocks) = blocks().get(&system) else { return &[] };
    let mut beginnings = (1..=plain.len()).rev().filter_map(|length| plain.get(..length));
    beginnings.find_map(|beginning| blocks.get(beginning)).map_or(&[], Vec::as_slice)
}

fn sensitive() -> &'static List<Category> {
    static LIST: OnceLock<List<Category>> = OnceLock::new();
    LIST.get_or_init(|| {
        read(include_str!("../../codes/sensitive_codes.csv"), |name| Category::parse(name).ok())
    })
}

fn own() -> &'static List<Category> {
    static LIST: OnceLock<List<Category>> = OnceLock::new();
    LIST.get_or_init(|| {
        read(include_str!("../../codes/own_codes.csv"), |name| Category::parse(name).ok())
    })
}

fn meaning(name: &str) -> Option<Placing> {
    match name {
        "administrative" => Some(Placing::Administrative),
        _ => Category::parse(name).ok().map(Placing::Home),
    }
}

fn places() -> &'static List<Placing> {
    static LIST: OnceLock<List<Placing>> = OnceLock::new();
    LIST.get_or_init(|| read(include_str!("../../codes/placing_codes.csv"), meaning))
}

/// By system and beginning. A block that touches nothing is there to end a wider one.
fn blocks() -> &'static HashMap<Listed, BTreeMap<String, Vec<Placing>>> {
    static LIST: OnceLock<HashMap<Listed, BTreeMap<String, Vec<Placing>>>> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut list: HashMap<Listed, BTreeMap<String, Vec<Placing>>> = HashMap::new();
        for (system, beginning, name) in rows(include_str!("../../codes/blocks.csv")) {
            let block = list.entry(system).or_default().entry(beginning).or_default();
            block.extend(meaning(&name));
        }
        list
    })
}

/// Reads system, code and meaning of each row. A test sees to it that none is left out.
fn read<T>(file: &str, meaning: impl Fn(&str) -> Option<T>) -> List<T> {
    let mut list: List<T> = HashMap::new();
    for (system, code, name) in rows(file) {
        if let Some(meaning) = meaning(&name) {
            list.entry((system, code)).or_default().push(meaning);
        }
    }
    list
}

fn rows(file: &str) -> Vec<(Listed, String, String)> {
    let mut rows = csv::Reader::from_reader(file.as_bytes());
    let cells = rows.records().flatten().filter_map(|row| {
        let system = Listed::named(row.get(0)?)?;
        Some((system, row.get(1)?.to_owned(), row.get(2)?.to_owned()))
    });
    cells.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: [&str; 4] = [
        include_str!("../../codes/sensitive_codes.csv"),
        include_str!("../../codes/own_codes.csv"),
        include_str!("../../codes/placing_codes.csv"),
        include_str!("../../codes/blocks.csv"),
    ];

    #[test]
    fn no_row_of_a_committed_list_is_left_out() {
        let lines = |file: &str| file.lines().count() - 1;
        let known = |list: &List<Category>| list.values().map(Vec::len).sum::<usize>();
        assert_eq!(known(sensitive()), lines(LISTS[0]));
        assert_eq!(known(own()), lines(LISTS[1]));
        assert_eq!(places().values().map(Vec::len).sum::<usize>(), lines(LISTS[2]));
        assert_eq!(rows(LISTS[3]).len(), lines(LISTS[3]));
        for (_, beginning, name) in rows(LISTS[3]) {
            assert!(name == "nothing" || meaning(&name).is_some(), "{beginning}: {name}");
        }
    }

    #[test]
    fn no_list_names_the_truth_that_the_rules_are_measured_against_as_its_source() {
        let words = [
            include_str!("../../codes/ORIGIN.md"),
            include_str!("../../codes/words_matters.txt"),
            include_str!("../../codes/words_welsh.txt"),
            include_str!("../../codes/words_homes.txt"),
            include_str!("../../codes/words_ask.txt"),
        ];
        for file in LISTS.iter().chain(&words) {
            for truth in ["sensitive_codes_by_patient", "free_text_leaks", "fhir/labelled", "Carl_"]
            {
                assert!(!file.contains(truth), "{truth}");
            }
        }
        for row in LISTS.iter().flat_map(|file| file.lines().skip(1)) {
            let source = row.rsplit(',').next().unwrap_or_default();
            let known =
                ["opensafely", "user-", "nhsd-", "primis-", "uom-", "uk-reference-sets", "own:"];
            assert!(known.iter().any(|origin| source.starts_with(origin)), "{row}");
        }
    }

    #[test]
    fn a_block_ends_where_a_longer_one_begins() {
        let read = "http://read.info/readv2";
        let touched =
            |code: &str| matters(read, code).into_iter().map(|hit| hit.matter).collect::<Vec<_>>();
        assert!(touched("E2730").contains(&Category::MentalHealth));
        assert!(touched("E2510").is_empty(), "smoking alone is lifestyle");
        assert!(touched("Eu171").is_empty());
        assert!(touched("62...").contains(&Category::PregnancyAndContraception));
    }
}
