//! Making the preview of a record, without the store and without the page around it, beside nothing but reading the
//! same bytes as JSON.

use crate::Outcome;
use crate::rounds::{Measure, Work};
use crate::stage::Stage;
use app::entry_words;
use app::i18n::Lang;
use consent::assemble::assemble;
use consent::classify::Rules;
use consent::digest::Digest;
use consent::package::Package;
use consent::record::Record;
use serde_json::Value;
use std::hint::black_box;
use std::sync::Arc;

/// Reading the bytes as JSON; parsing the record, assembling and putting in words; the parts of that.
pub fn measures(stage: &Stage) -> Outcome<Vec<Measure>> {
    let bytes: Arc<[u8]> = stage.record.bytes.as_slice().into();
    let record = Arc::new(Record::parse(&bytes, None)?);
    let (request, decision) = (Arc::new(stage.request.clone()), Arc::new(stage.decision.clone()));
    let made = {
        let (request, decision) = (request.clone(), decision.clone());
        move |record: &Record| assemble(&request, &decision, record, Rules::current())
    };
    if made(&record).contents().sent.is_empty() {
        return Err("the preview of the largest record is empty".into());
    }
    let size = bytes.len();
    let measure = |name, work| Measure::of_bytes(name, size, Work::Done(work));
    let json = {
        let bytes = bytes.clone();
        Box::new(move || {
            black_box(serde_json::from_slice::<Value>(black_box(&bytes))?);
            Ok(())
        })
    };
    let parse = {
        let bytes = bytes.clone();
        Box::new(move || {
            black_box(Record::parse(black_box(&bytes), None)?);
            Ok(())
        })
    };
    let assembling = {
        let (record, made) = (record.clone(), made.clone());
        Box::new(move || {
            black_box(made(black_box(&record)));
            Ok(())
        })
    };
    let with_words = {
        let (record, made) = (record.clone(), made.clone());
        Box::new(move || in_words(&made(black_box(&record))))
    };
    let whole = Box::new(move || in_words(&made(&Record::parse(black_box(&bytes), None)?)));
    Ok(vec![
        measure("json", json),
        measure("preview", whole),
        measure("preview-words", with_words),
        measure("preview-assemble", assembling),
        measure("record-parse", parse),
    ])
}

fn in_words(package: &Package) -> Outcome<()> {
    let words = entry_words::read(package.bytes(), Lang::En).map_err(|why| format!("a package without words: {why:?}"))?;
    black_box(words);
    Ok(())
}

/// SHA-256 of a release, and nothing else.
pub fn digest(package: &Package) -> Measure {
    let bytes = package.bytes().to_vec();
    let size = bytes.len();
    let work = move || {
        black_box(Digest::of(black_box(&bytes)));
        Ok(())
    };
    Measure::of_bytes("sha-256", size, Work::Done(Box::new(work)))
}
