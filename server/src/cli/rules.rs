//! `sayso rules`: how well the rules do on records that others labelled. Needs no store, reads no setting, and says
//! nothing of the records but numbers: no file in them is named, no text of them repeated.

use super::{Answer, Stop};
use clap::Subcommand;
use consent::classify::{Evaluation, Rules, Truth};
use consent::record::{MOST_BYTES, Record};
use serde_json::json;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The rules.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what they miss and what they hold back too much, by category
    Evaluate(Evaluate),
}

/// Measures the rules.
#[derive(Debug, clap::Args)]
pub struct Evaluate {
    /// Where the records are: every FHIR R4 Bundle in it and below it
    dir: PathBuf,
    /// Which codes are sensitive in which file: CSV with file, category, system, code and display
    #[arg(long, value_name = "FILE")]
    truth: PathBuf,
    /// What its categories are here: CSV with `list_category`, `our_category` and kind [default: mapping.csv beside it]
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Which texts are sensitive: CSV with file, category and `example_text` [default: `free_text_leaks.csv` beside it]
    #[arg(long, value_name = "FILE")]
    texts: Option<PathBuf>,
}

impl Command {
    pub(super) fn run(self) -> Result<Answer, Stop> {
        match self {
            Self::Evaluate(evaluate) => evaluate.run(),
        }
    }
}

impl Evaluate {
    fn run(&self) -> Result<Answer, Stop> {
        let beside = |name: &str| self.truth.with_file_name(name);
        let mapping = self.mapping.clone().unwrap_or_else(|| beside("mapping.csv"));
        let texts = self
            .texts
            .clone()
            .or_else(|| Some(beside("free_text_leaks.csv")).filter(|texts| texts.is_file()));
        let texts = texts.map(|texts| text(&texts)).transpose()?;
        let truth = Truth::read(&text(&self.truth)?, &text(&mapping)?, texts.as_deref())
            .map_err(Stop::refused)?;
        let mut files = Vec::new();
        below(&self.dir, &mut files).map_err(|why| {
            Stop::refused(format_args!("{} cannot be read: {why}", self.dir.display()))
        })?;
        files.sort();
        let (mut records, mut unread) = (Vec::new(), 0_usize);
        for file in files {
            match self.record(&file) {
                Some(record) => records.push(record),
                None => unread += 1,
            }
        }
        if records.is_empty() {
            return Err(Stop::refused(
                "there is no FHIR R4 Bundle about one person in this folder",
            ));
        }
        if !records.iter().any(|(name, _)| truth.knows(name)) {
            return Err(Stop::refused(
                "the truth names none of the files in this folder: its column file counts from the folder",
            ));
        }
        let found = Evaluation::of(Rules::current(), &truth, &records);
        let mut json = serde_json::to_value(&found).map_err(Stop::refused)?;
        if let Some(object) = json.as_object_mut() {
            object.insert("files_not_read".to_owned(), json!(unread));
        }
        Ok(Answer::new(json, words(&found, unread).map_err(Stop::refused)?))
    }

    /// The record of this file, by its name in the truth. Whatever is no record of one person is none.
    fn record(&self, file: &Path) -> Option<(String, Record)> {
        let name = file.strip_prefix(&self.dir).ok()?.to_string_lossy().replace('\\', "/");
        let size = std::fs::metadata(file).ok()?.len();
        usize::try_from(size).ok().filter(|size| *size <= MOST_BYTES)?;
        Some((name, Record::parse(&std::fs::read(file).ok()?, None).ok()?))
    }
}

fn text(file: &Path) -> Result<String, Stop> {
    std::fs::read_to_string(file)
        .map_err(|why| Stop::refused(format_args!("{} cannot be read: {why}", file.display())))
}

/// The JSON files of a folder and of those in it. Links are not followed.
fn below(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            below(&entry.path(), files)?;
        } else if kind.is_file() && entry.path().extension().is_some_and(|end| end == "json") {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// The phrases that held back most; the rest is in the JSON.
const MOST_REASONS: usize = 15;

fn words(found: &Evaluation, unread: usize) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    writeln!(out, "Rules, version {}", found.rules.0)?;
    writeln!(
        out,
        "{} records, {} entries that could be sent; {unread} other files were not read",
        found.records, found.entries
    )?;
    writeln!(out, "\n{:<32}{:>8}{:>8}{:>10}", "category", "found", "missed", "too much")?;
    for (category, tally) in &found.categories {
        let name = category.id();
        writeln!(out, "{name:<32}{:>8}{:>8}{:>10}", tally.found, tally.missed, tally.too_much)?;
    }
    let all = found.total;
    writeln!(out, "{:<32}{:>8}{:>8}{:>10}", "all", all.found, all.missed, all.too_much)?;
    writeln!(
        out,
        "\nOf {} entries without any matter, {} ({}) are held back because of one: {} by their own content, {} only over \
         links; {} of them for good",
        found.without_matter,
        found.held_back_too_much(),
        share(found.held_back_too_much(), found.without_matter),
        found.held_back_by_content,
        found.held_back_over_links,
        found.held_back_for_good,
    )?;
    let left = found.one_file_left_out;
    writeln!(
        out,
        "Each file without the words and codes of our own that only its own labels show a need for ({} in all): {} of \
         {} found ({})",
        left.taken_away,
        left.found,
        left.named,
        share(left.found, left.named),
    )?;
    let mut reasons: Vec<_> = found.because.iter().collect();
    reasons.sort_by(|one, other| other.1.cmp(one.1).then(one.0.cmp(other.0)));
    if !reasons.is_empty() {
        writeln!(out, "\nHeld back too much by their own content, most often because of:")?;
    }
    for (reason, entries) in reasons.into_iter().take(MOST_REASONS) {
        writeln!(out, "{entries:>8}  {reason}")?;
    }
    Ok(out.trim_end().to_owned())
}

/// A share of a hundred, with one decimal.
fn share(part: usize, whole: usize) -> String {
    let thousandths = (part * 1000 + whole / 2).checked_div(whole).unwrap_or_default();
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODES: &str = "file,category,system,code,display\na/one.json,mental_health,http://snomed.info/sct,35489007,Depression\n";
    const MAPPING: &str =
        "list_category,our_category,kind,note\nmental_health,mental-health,matter,\n";

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("records/a")).unwrap();
        std::fs::write(folder.path().join("truth.csv"), CODES).unwrap();
        std::fs::write(folder.path().join("mapping.csv"), MAPPING).unwrap();
        folder
    }

    fn evaluate(folder: &Path) -> Result<Answer, Stop> {
        let (dir, truth) = (folder.join("records"), folder.join("truth.csv"));
        Evaluate { dir, truth, mapping: None, texts: None }.run()
    }

    #[test]
    fn evaluating_says_numbers_and_phrases_of_ours_and_nothing_of_the_records() {
        let home = folder();
        let folder = home.path();
        let coded = json!({"coding": [{"system": "http://snomed.info/sct", "code": "35489007"}], "text": "Zebra"});
        let plain = json!({"text": "Anxiety about Zebra"});
        let entry = |code| json!({"resource": {"resourceType": "Condition", "subject": {"reference": "Patient/p"}, "code": code}});
        let file = json!({"resourceType": "Bundle", "type": "collection", "entry": [
            {"resource": {"resourceType": "Patient", "id": "p"}}, entry(coded), entry(plain)]});
        std::fs::write(folder.join("records/a/one.json"), file.to_string()).unwrap();
        std::fs::write(folder.join("records/broken.json"), "{").unwrap();
        let answer = format!("{:?}", evaluate(folder).unwrap());
        for said in ["mental-health", "anxi*", "50.0 %", "1 other files"] {
            assert!(answer.contains(said), "{said}: {answer}");
        }
        assert!(!answer.contains("Zebra") && !answer.contains("one.json"), "{answer}");
    }

    #[test]
    fn a_folder_without_records_and_a_truth_about_others_are_refused() {
        let home = folder();
        let folder = home.path();
        let without = evaluate(folder).unwrap_err();
        let file = json!({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {"resourceType": "Patient"}}]});
        std::fs::write(folder.join("records/other.json"), file.to_string()).unwrap();
        let others = evaluate(folder).unwrap_err();
        std::fs::write(folder.join("truth.csv"), "file\nx\n").unwrap();
        let columns = evaluate(folder).unwrap_err();
        assert!(without.to_string().contains("no FHIR R4 Bundle"));
        assert!(others.to_string().contains("none of the files"));
        assert!(columns.to_string().contains("needs the columns"));
    }
}
