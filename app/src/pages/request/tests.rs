//! What the page of a request says, and what it does not say any more.

use super::*;
use crate::i18n::Lang;

fn sample(wanted: &str) -> RequestView {
    let found = samples(Lang::En).into_iter().find(|(name, _)| *name == wanted);
    found.expect("it is a sample").1
}

fn shown(seen: &RequestView) -> String {
    page(&PageContext::default(), seen).text
}

#[test]
fn what_is_deleted_is_never_said_to_be_in_use() {
    let now = "aria-current=\"step\"";
    let how = "They decide with it.";
    let mut over = sample("over");
    let html = shown(&over);
    assert!(html.contains("They say it was enough."), "{html}");
    assert!(!html.contains(how) && !html.contains(now), "{html}");
    for deed in &mut over.deeds.lines {
        if let DeedKind::Said { outcome } = &mut deed.kind {
            *outcome = Outcome::Insufficient;
        }
    }
    let html = shown(&over);
    assert!(html.contains("They say it was not enough."), "{html}");
    over.deeds.lines.retain(|deed| !matches!(deed.kind, DeedKind::Said { .. }));
    let html = shown(&over);
    assert!(!html.contains(how) && !html.contains(now), "{html}");
    assert!(!html.contains("They say it was"), "nobody said so: {html}");
    over.deeds.lines.retain(|deed| deed.kind == DeedKind::Collected);
    let html = shown(&over);
    assert!(html.contains(how) && html.contains(now), "they have it still: {html}");
}

#[test]
fn a_question_in_words_says_by_when_and_what_happens() {
    let mut asked = sample("in-words");
    let by = "DWP asks you to answer by Friday 18\u{a0}December\u{a0}2026.";
    let html = shown(&asked);
    assert!(html.contains(by), "{html}");
    assert!(html.contains("Sayso does not count that as a “no”."), "{html}");
    asked.phase = Phase::Late;
    assert!(!shown(&asked).contains(by), "the day has passed");
}

#[test]
fn of_a_closed_request_nothing_is_still_to_come() {
    let (asks, yet) = ("We ask you about this one by itself.", "Nothing yet.");
    let html = shown(&sample("waiting"));
    assert!(html.contains(asks) && html.contains(yet), "{html}");
    let html = shown(&sample("client-off"));
    assert!(!html.contains(asks) && !html.contains(yet), "{html}");
    assert!(html.contains(">Nothing.<"), "{html}");
}

#[test]
fn a_number_stays_with_its_unit() {
    let all = Span { years: 2, months: 1, days: 90 };
    let words = span(&PageContext::default(), all);
    assert_eq!(words, "2\u{a0}years, 1\u{a0}month and 90\u{a0}days");
    let welsh = PageContext { lang: Lang::Cy, ..PageContext::default() };
    assert_eq!(span(&welsh, all), "2\u{a0}flynedd, 1\u{a0}mis a 90\u{a0}diwrnod");
}
