//! What is wrong with a file, in words, and what helps.

use super::{Block, Said, Verdict};
use crate::{i18n::Lang, t};
use consent::proof::receipt::{LogWrong, Wrong};

/// Names that come out of a file are shown only so far.
const LONGEST_NAME: usize = 100;

pub(super) fn said(lang: Lang, why: &Wrong) -> Said {
    let mut blocks = Vec::new();
    if matches!(why, Wrong::Log(_)) {
        blocks.push(Block::Text(t!(lang, "check-log-wrong")));
    }
    blocks.push(Block::Text(words(lang, why)));
    blocks.push(Block::Text(t!(lang, "check-wrong-help")));
    Said { verdict: Verdict::Wrong, heading: t!(lang, "check-wrong"), blocks }
}

fn words(lang: Lang, why: &Wrong) -> String {
    match why {
        Wrong::TooLarge => t!(lang, "check-too-large"),
        Wrong::NotSound(at) => t!(lang, "check-not-json", line = at.line, column = at.column),
        Wrong::NotAReceipt => t!(lang, "check-not-a-receipt"),
        Wrong::Schema(schema) => t!(lang, "check-unknown-schema", schema = shown(schema)),
        Wrong::Shape => t!(lang, "check-signature-shape"),
        Wrong::Signature => t!(lang, "check-signature"),
        Wrong::Log(why) => log(lang, why),
    }
}

fn log(lang: Lang, why: &LogWrong) -> String {
    match why {
        LogWrong::NoProof => t!(lang, "check-no-proof"),
        LogWrong::Malformed => t!(lang, "check-proof-unreadable"),
        LogWrong::OtherLog { origin } => t!(lang, "check-other-log", name = shown(origin)),
        LogWrong::FalseSignature { name } => t!(lang, "check-false-signature", name = shown(name)),
        LogWrong::TooFewWitnesses { have, need } => {
            t!(lang, "check-too-few-witnesses", have = *have, need = *need)
        }
        LogWrong::NotInTree => t!(lang, "check-not-in-log"),
        LogWrong::OtherEvent => t!(lang, "check-other-event"),
    }
}

/// Nobody vouches for such a name: short, and of plain characters only.
fn shown(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_graphic() || c.is_alphanumeric() { c } else { '·' };
    name.chars().take(LONGEST_NAME).map(plain).collect()
}
