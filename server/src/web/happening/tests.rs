use super::*;
use app::pages::history::{self, Day, Event, HistoryView};
use app::shell::PageContext;
use consent::digest::Digest;
use consent::time::At;
use serde_json::json;

/// Nobody's history has them: they are about no one person, or stand on another line.
const NOBODYS: &[Kind] = &[
    Kind::OperatorLooked,
    Kind::BackupMade,
    Kind::Restored,
    Kind::RestoreAccepted,
    Kind::CanaryTripped,
    Kind::CanaryCleared,
    Kind::CanaryWatched,
    Kind::RequestUnmatched,
    Kind::PersonErased,
    Kind::ClientAdded,
    Kind::ClientDisabled,
    Kind::ClientRotated,
    Kind::PurposeImported,
    Kind::Padding,
    Kind::FiguresPublished,
    Kind::RequestSubmitted,
    // It stands on the line of what it proves.
    Kind::ReceiptIssued,
];

#[test]
fn every_event_about_somebody_has_its_line_in_both_languages() {
    let id = "0198c0de-0000-7000-8000-000000000001";
    let request: RequestId = id.parse().expect("an id");
    for lang in Lang::ALL {
        let known = Known {
            lang,
            subject: id.to_owned(),
            requests: BTreeMap::new(),
            askers: BTreeMap::from([(request, "Maximus, PIP team, Leeds".to_owned())]),
            collected: BTreeMap::new(),
            records: Records::default(),
        };
        for kind in Kind::ALL {
            let one = Happened {
                seq: 1,
                leaf_hash: Digest::of(b"x"),
                kind: *kind,
                at: At::from_micros(1_800_000_000_000_000),
                actor: json!({ "is": "person", "id": id }),
                request: Some(request),
                data: json!({
                    "answers": { "conditions": true },
                    "receipt": id,
                    "letter": "stop-practice",
                }),
            };
            let lines = known.happenings(&one);
            assert_eq!(lines.is_empty(), NOBODYS.contains(kind), "{}", kind.as_str());
            for happening in lines {
                let at = super::super::moments::in_london(one.at);
                let event = Event {
                    at,
                    happening,
                    repeats: None,
                    receipt: None,
                    request: None,
                    new: false,
                    places: None,
                };
                let days = vec![Day { date: at.date(), events: vec![event] }];
                let ctx = PageContext { lang, ..PageContext::default() };
                let seen = HistoryView { days, ..HistoryView::default() };
                let text = history::page(&ctx, &seen).text;
                let (_, line) = text.split_once("<ol class=\"say-events\">").expect("a line");
                let (line, _) = line.split_once("</ol>").expect("its end");
                assert!(!line.contains("history-event"), "{}: {line}", kind.as_str());
                let words = line.rsplit_once("<div>").expect("words").1;
                assert!(words.len() > 30, "{}: {line}", kind.as_str());
            }
        }
    }
}
