//! What the page says of what waits.

use super::*;
use crate::i18n::Lang;
use time::macros::date;

fn sample(wanted: &str) -> WrongView {
    let found = samples(Lang::En).into_iter().find(|(name, _)| *name == wanted);
    found.expect("it is a sample").1
}

#[test]
fn whoever_waits_is_told_by_when_to_answer_and_what_happens_else() {
    let shown = |seen: &WrongView| page(&PageContext::default(), seen).text;
    let mut seen = sample("waits");
    let html = shown(&seen);
    let by = "18\u{a0}December\u{a0}2026. If you do not answer, nothing is sent.";
    assert!(html.contains(by), "{html}");
    seen.today = date!(2026 - 12 - 19);
    let html = shown(&seen);
    assert!(html.contains("DWP meant to decide after") && !html.contains("Answer by"), "{html}");
    seen.reply_by = None;
    assert!(!shown(&seen).contains("If you do not answer"), "nothing waits");
    assert!(!shown(&sample("left-out")).contains("Answer by"), "nothing waits");
}
