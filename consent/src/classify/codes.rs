//! What a code touches (rule 1) and where it puts an entry, from the committed lists in `codes/`.
//! Every hit adds its matter; a hit never takes another away.

use super::icd10;
use super::systems::{Listed, listed};
use crate::category::Category;
use std::collections::HashMap;
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

/// The matters of this code. None for a system without lists.
pub(super) fn matters(system: &str, code: &str) -> Vec<Category> {
    let Some(system) = listed(system) else { return Vec::new() };
    let list = sensitive();
    let found = spellings(system, code)
        .into_iter()
        .filter_map(|code| list.get(&(system, code)))
        .flatten()
        .copied();
    let mut matters: Vec<Category> = found.collect();
    if system == Listed::Icd10 {
        matters
            .extend(icd10::touches(code).filter(|category| *category != Category::FamilyHistory));
    }
    matters
}

/// Where this code puts the entry that has it as its main code.
pub(super) fn placing(system: &str, code: &str) -> Option<Placing> {
    let system = listed(system)?;
    if system == Listed::Icd10
        && icd10::touches(code).any(|category| category == Category::FamilyHistory)
    {
        return Some(Placing::Home(Category::FamilyHistory));
    }
    spellings(system, code)
        .into_iter()
        .find_map(|code| places().get(&(system, code))?.first().copied())
}

/// The code as the lists have it, and for ICD-10 everything it is under.
fn spellings(system: Listed, code: &str) -> Vec<String> {
    match system {
        Listed::Snomed => vec![code.trim().to_owned()],
        Listed::Icd10 => {
            let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
            (3..=plain.len())
                .filter_map(|length| plain.get(..length).map(str::to_ascii_uppercase))
                .collect()
        }
        // Suppliers append a two-character term id to the five of the code.
        Listed::Read => vec![code.chars().take(5).collect(), code.to_owned()],
    }
}

fn sensitive() -> &'static List<Category> {
    static LIST: OnceLock<List<Category>> = OnceLock::new();
    LIST.get_or_init(|| {
        read(include_str!("../../codes/sensitive_codes.csv"), |name| Category::parse(name).ok())
    })
}

fn places() -> &'static List<Placing> {
    static LIST: OnceLock<List<Placing>> = OnceLock::new();
    let meaning = |name: &str| match name {
        "administrative" => Some(Placing::Administrative),
        _ => Category::parse(name).ok().map(Placing::Home),
    };
    LIST.get_or_init(|| read(include_str!("../../codes/placing_codes.csv"), meaning))
}

/// Reads system, code and meaning of each row. A test sees to it that none is left out.
fn read<T>(file: &str, meaning: impl Fn(&str) -> Option<T>) -> List<T> {
    let mut list: List<T> = HashMap::new();
    let mut rows = csv::Reader::from_reader(file.as_bytes());
    for row in rows.records().flatten() {
        let system = match row.get(0) {
            Some("snomed") => Listed::Snomed,
            Some("icd10") => Listed::Icd10,
            Some("ctv3") => Listed::Read,
            _ => continue,
        };
        if let (Some(code), Some(meaning)) = (row.get(1), row.get(2).and_then(&meaning)) {
            list.entry((system, code.to_owned())).or_default().push(meaning);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_of_a_committed_list_is_left_out() {
        let rows = |file: &str| file.lines().count() - 1;
        let sum = |lengths: &mut dyn Iterator<Item = usize>| lengths.sum::<usize>();
        assert_eq!(
            sum(&mut sensitive().values().map(Vec::len)),
            rows(include_str!("../../codes/sensitive_codes.csv"))
        );
        assert_eq!(
            sum(&mut places().values().map(Vec::len)),
            rows(include_str!("../../codes/placing_codes.csv"))
        );
    }
}
