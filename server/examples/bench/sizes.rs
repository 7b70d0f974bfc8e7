//! What a preview costs as a record grows: its time for each entry, and the most memory that it takes. Each size is
//! measured in a process of its own, because a process never tells of less memory than it once had.

use crate::Outcome;
use crate::grown;
use crate::rounds::{Stopwatch, float};
use app::entry_words;
use app::i18n::Lang;
use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision};
use consent::ids::RequestId;
use consent::package::Package;
use consent::record::Record;
use consent::request::{Item, Request};
use consent::time::{At, Date, Span, parse_day};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::process::Command;

/// How many entries. Fewer in a debug build, which is slow.
const SIZES: [usize; 3] =
    if cfg!(debug_assertions) { [100, 500, 2_000] } else { [1_000, 5_000, 50_000] };
/// The largest should take no longer than this, and no more memory.
pub const MOST_SECONDS: f64 = 3.0;
/// In MiB.
pub const MOST_MEMORY: f64 = 512.0;

/// One size.
#[derive(Debug, Serialize, Deserialize)]
pub struct Size {
    /// Its entries.
    pub entries: usize,
    /// Its bytes.
    pub bytes: usize,
    /// The bytes of its package.
    pub package: usize,
    /// Reading the record and assembling the package, in seconds: the best of a few turns.
    pub seconds: f64,
    /// Putting the package in words besides, in seconds.
    pub words: f64,
    /// The most memory until the package was made, in MiB.
    pub memory: f64,
    /// The same with the words.
    pub memory_with_words: f64,
}

impl Size {
    /// Microseconds for each entry.
    pub fn each(&self) -> f64 {
        self.seconds * 1e6 / float(self.entries.max(1))
    }
}

/// All sizes, one after the other.
pub fn measure(folder: &Path) -> Outcome<Vec<Size>> {
    let own = std::env::current_exe()?;
    let one = |entries: usize| -> Outcome<Size> {
        eprintln!("bench: a record of {entries} entries, in a process of its own");
        let file = folder.join(format!("grown-{entries}.json"));
        std::fs::write(&file, grown::bundle(entries)?)?;
        let told = Command::new(&own).arg("--preview-of").arg(&file).output()?;
        std::fs::remove_file(&file)?;
        if !told.status.success() {
            return Err(String::from_utf8_lossy(&told.stderr).into());
        }
        Ok(serde_json::from_slice(&told.stdout)?)
    };
    SIZES.into_iter().map(one).collect()
}

/// Makes the preview of the record in this file, and tells on standard output what it took.
pub fn tell(file: &Path) -> Outcome<()> {
    let bytes = std::fs::metadata(file)?.len();
    let (mut seconds, mut words, mut memory) = (f64::MAX, f64::MAX, None);
    let (mut entries, mut package) = (0, 0);
    let turns = (20_000_000 / bytes.max(1)).clamp(1, 9);
    for _ in 0..turns {
        let source = std::fs::read(file)?;
        let watch = Stopwatch::start();
        let record = Record::parse(&source, None)?;
        drop(source);
        entries = record.entries().len();
        let made = preview(&record)?;
        seconds = seconds.min(watch.elapsed().as_secs_f64());
        memory.get_or_insert(most_memory()?);
        if made.contents().sent.len() < entries / 2 {
            return Err("a preview of a grown record sends less than half of it".into());
        }
        drop(record);
        package = made.bytes().len();
        let watch = Stopwatch::start();
        entry_words::read(made.bytes(), Lang::En).map_err(|why| format!("no words: {why:?}"))?;
        words = words.min(watch.elapsed().as_secs_f64());
    }
    let size = Size {
        entries,
        bytes: usize::try_from(bytes)?,
        package,
        seconds,
        words,
        memory: memory.unwrap_or_default(),
        memory_with_words: most_memory()?,
    };
    println!("{}", serde_json::to_string(&size)?);
    Ok(())
}

/// What is sent where everything is asked for and shared.
fn preview(record: &Record) -> Outcome<Package> {
    let day = |text: &str| -> Outcome<Date> { Ok(parse_day(text)?) };
    let (from, to) = (day("1950-01-01")?, day("2050-01-01")?);
    let asked = Category::ALL.iter().copied().filter(|category| !category.is_restricted());
    let item =
        |category| Item { category, decision_points: Vec::new(), reason: String::new(), from, to };
    let request = Request {
        id: RequestId(uuid::Uuid::from_u128(1)),
        purpose: "bench".to_owned(),
        purpose_version: 1,
        items: asked.map(item).collect(),
        fields: std::collections::BTreeSet::new(),
        recipients: Vec::new(),
        keep_for: Span::parse("P6M")?,
        collect_within: Span::parse("P6M")?,
        submitted_at: At::from_micros(0),
        respond_by: to,
        closed_at: None,
        client_disabled: false,
    };
    let answers = request.items.iter().map(|item| (item.category, Answer::Share)).collect();
    let decision = Decision { answers, ..Decision::default() };
    Ok(assemble(&request, &decision, record, Rules::current()))
}

/// The most memory that this process ever had, in MiB. Only Linux tells; elsewhere 0.
fn most_memory() -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    Ok(kib.unwrap_or_default() / 1024.0)
}
