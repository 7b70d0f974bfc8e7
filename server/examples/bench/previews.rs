//! Making the preview of a record, without the store and without the page around it, beside nothing but reading the
//! same bytes as JSON.

use crate::Outcome;
use crate::asking::{Shared, sharing_all};
use crate::largest::LargeRecord;
use crate::rounds::{Measure, Work};
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

/// The names of the measures of one record.
pub type Names = [&'static str; 5];

/// Of the largest record.
pub const LARGEST: Names = ["json", "preview", "preview-words", "preview-assemble", "record-parse"];
/// Of the demo's.
pub const DEMO: Names = [
    "json-demo",
    "preview-demo",
    "preview-words-demo",
    "preview-assemble-demo",
    "record-parse-demo",
];

/// Reading the bytes as JSON; parsing the record, assembling and putting in words; the parts of that.
pub fn measures(names: Names, (record, shared): &(LargeRecord, Shared)) -> Outcome<Vec<Measure>> {
    let bytes: Arc<[u8]> = record.bytes.as_slice().into();
    let record = Arc::new(Record::parse(&bytes, None)?);
    let request = Arc::new(shared.request.clone());
    let decision = Arc::new(sharing_all(&request));
    let made = {
        let (request, decision) = (request.clone(), decision.clone());
        move |record: &Record| assemble(&request, &decision, record, Rules::current())
    };
    if made(&record).digest() != shared.package.digest()
        || shared.package.contents().sent.is_empty()
    {
        return Err("a preview made here is not the portal's, or it is empty".into());
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
    let [json_name, whole_name, words_name, assemble_name, parse_name] = names;
    Ok(vec![
        measure(json_name, json),
        measure(whole_name, whole),
        measure(words_name, with_words),
        measure(assemble_name, assembling),
        measure(parse_name, parse),
    ])
}

fn in_words(package: &Package) -> Outcome<()> {
    let words = entry_words::read(package.bytes(), Lang::En)
        .map_err(|why| format!("a package without words: {why:?}"))?;
    black_box(words);
    Ok(())
}

/// SHA-256 of a release, and nothing else.
pub fn digest(name: &'static str, package: &Package) -> Measure {
    let bytes = package.bytes().to_vec();
    let size = bytes.len();
    let work = move || {
        black_box(Digest::of(black_box(&bytes)));
        Ok(())
    };
    Measure::of_bytes(name, size, Work::Done(Box::new(work)))
}
