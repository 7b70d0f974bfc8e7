use super::*;
use time::macros::{date, datetime};

fn item(title: &str) -> Item {
    Item { title: title.to_owned(), ..Item::default() }
}

fn times(at: PrimitiveDateTime) -> (PrimitiveDateTime, String) {
    (at, "9c41".repeat(16))
}

fn told(lang: Lang) -> Told {
    Told {
        lang,
        event: Event::Decided,
        by: By::You,
        at: datetime!(2026-11-24 15:26),
        reference: "SR 7K2M-9QDX".to_owned(),
        asker: "Department for Work and Pensions, Leeds team".to_owned(),
        shared: vec![item("A"), Item { from: Some(date!(2024 - 01 - 01)), ..item("B, and more") }],
        private: vec![item("C")],
        stopped: Vec::new(),
        paused: Vec::new(),
        ended: Vec::new(),
        sent: Vec::new(),
        ends: Some(Ends::On(date!(2027 - 03 - 04))),
        collected: Vec::new(),
    }
}

#[test]
fn a_decision_is_told_with_what_goes_what_stays_and_when_it_ends() {
    assert_eq!(
        sentences(&told(Lang::En)),
        [
            "On 24 November 2026 at 3:26pm you answered request SR 7K2M-9QDX from Department for Work and Pensions, Leeds team.",
            "You share: A; B, and more (only from 1 January 2024).",
            "You keep private: C.",
            "Sharing ends at the end of 4 March 2027.",
        ]
    );
    let none = Told { shared: Vec::new(), ends: None, ..told(Lang::En) };
    assert_eq!(
        sentences(&none)[1..],
        ["You share nothing. Nothing is sent.", "You keep private: C."]
    );
}

#[test]
fn a_withdrawal_is_told_with_what_waits_and_what_had_been_collected() {
    let stopped = Told {
        event: Event::Withdrew,
        by: By::Operator,
        shared: Vec::new(),
        stopped: vec![item("A")],
        paused: vec![item("B")],
        ends: None,
        collected: [datetime!(2026-11-24 16:10), datetime!(2026-11-25 9:00)].map(times).to_vec(),
        ..told(Lang::En)
    };
    assert_eq!(
        sentences(&stopped),
        [
            "On 24 November 2026 at 3:26pm Sayso stopped sharing for you under request SR 7K2M-9QDX from Department for Work and Pensions, Leeds team, because you asked by phone or letter.",
            "You stopped sharing: A.",
            "This waits until you confirm it again: B.",
            "You keep private: C.",
            "Before that it had been collected 2 times, the last time on 25 November 2026 at 9am.",
            "DWP can get no more of what you stopped. It may keep and use what it has.",
        ]
    );
    let never = Told { collected: Vec::new(), ..stopped };
    assert!(sentences(&never).contains(&"Before that, nothing had been collected.".to_owned()));
}

/// One of each kind, with everything that can be said in it.
fn every_kind(lang: Lang) -> Vec<Told> {
    let with = |event: Event| Told { event, shared: Vec::new(), ends: None, ..told(lang) };
    let mut kinds = vec![
        told(lang),
        Told { event: Event::Amended, ..told(lang) },
        Told { shared: vec![item("A")], ..with(Event::Decided) },
        with(Event::Amended),
        Told {
            stopped: vec![Item {
                to: Some(date!(2024 - 01 - 01)),
                one_provider: true,
                ..item("A")
            }],
            paused: vec![item("B")],
            collected: vec![times(datetime!(2026-11-24 16:10))],
            ..with(Event::Withdrew)
        },
        Told {
            sent: vec![item("A")],
            shared: vec![item("B")],
            ..with(Event::Collected { entries: 3 })
        },
    ];
    kinds.extend([Some(date!(2026 - 11 - 23)), None].map(|last_day| {
        let since = datetime!(2026-11-24 0:00);
        let ended = vec![item("A")];
        Told { ended, stopped: vec![item("B")], ..with(Event::Ended { since, last_day }) }
    }));
    kinds.extend(Why::ALL.map(|why| Told { paused: vec![item("A")], ..with(Event::Paused(why)) }));
    kinds.extend([true, false].map(|erased| {
        let statement = "Said by DWP".to_owned();
        let collected = vec![times(datetime!(2026-11-24 16:10))];
        let sent = vec![item("A")];
        Told { sent, collected, ..with(Event::Answered { erased, statement }) }
    }));
    kinds
}

#[test]
fn in_welsh_there_is_no_english() {
    for (welsh, english) in every_kind(Lang::Cy).iter().zip(&every_kind(Lang::En)) {
        let (welsh, english) = (sentences(welsh), sentences(english));
        assert_eq!(welsh.len(), english.len());
        for (welsh, english) in welsh.iter().zip(&english) {
            assert_ne!(welsh, english);
        }
        assert!(welsh.iter().all(|said| !said.contains(crate::i18n::MISSING)));
    }
}

#[test]
fn an_end_is_told_with_both_of_its_times() {
    let since = datetime!(2026-11-24 0:00);
    let ended = Told {
        event: Event::Ended { since, last_day: Some(date!(2026 - 11 - 23)) },
        at: datetime!(2026-11-26 8:00),
        shared: Vec::new(),
        ended: vec![item("A")],
        ends: None,
        ..told(Lang::En)
    };
    assert_eq!(
        sentences(&ended),
        [
            "On 24 November 2026 at midnight sharing under request SR 7K2M-9QDX from Department for Work and Pensions, Leeds team ended by itself.",
            "That was the end of 23 November 2026, the last day that you had set.",
            "You shared this until then: A.",
            "You keep private: C.",
            "Nobody can collect it any more. DWP may keep and use what it has.",
            "Sayso noticed this and wrote it down on 26 November 2026 at 8am.",
        ]
    );
}

#[test]
fn a_collection_and_the_answer_about_it_are_told_in_the_words_of_who_did_it() {
    let collected = Told {
        event: Event::Collected { entries: 1 },
        shared: Vec::new(),
        sent: vec![item("A")],
        ..told(Lang::En)
    };
    assert_eq!(
        sentences(&collected)[..3],
        [
            "On 24 November 2026 at 3:26pm Department for Work and Pensions, Leeds team collected what you share under request SR 7K2M-9QDX.",
            "The file has 1 entry.",
            "It has something about: A.",
        ]
    );
    let answered = Told {
        event: Event::Answered { erased: false, statement: "The law has us keep it.".to_owned() },
        collected: vec![times(datetime!(2026-11-23 16:10))],
        ..collected
    };
    assert_eq!(
        sentences(&answered)[1..4],
        [
            "It is about the file that was collected on 23 November 2026 at 4:10pm.",
            "It says that it keeps the file.",
            "Its own words: “The law has us keep it.”",
        ]
    );
}

#[test]
fn a_sheet_holds_the_sentences_and_every_field_in_its_own_language() {
    let fields = Fields {
        id: "01936b7e-0000-7000-8000-00000000000a".to_owned(),
        code: "RC 6NWT-2HB".to_owned(),
        issuer: "https://sayso.example".to_owned(),
        receipt_digest: "ab12".repeat(16),
        file_digest: Some("9c41".repeat(16)),
        purpose: Some("PURPOSE".to_owned()),
        recipients: vec!["ONE".to_owned(), "TWO".to_owned()],
        keep: Some(Keep { years: 2, months: 1, days: 0, from_collection: true }),
        answer: 3,
        last_day: Some(date!(2027 - 03 - 04)),
        until: Some(datetime!(2027-03-05 0:00)),
        law: law(Lang::Cy),
        rights: vec![(right_title(Lang::Cy, RightName::Access), "TEXT".to_owned())],
    };
    for (welsh, english) in every_kind(Lang::Cy).iter().zip(&every_kind(Lang::En)) {
        let (welsh, english) = (sheet(welsh, &fields), sheet(english, &fields));
        assert_eq!(welsh.sections.len(), english.sections.len());
        let headings = |sheet: &Sheet| {
            let all = sheet.sections.iter().map(|section| section.heading.clone());
            let rows = sheet.sections.iter().flat_map(|section| section.rows.iter());
            let labels = rows.filter(|row| !row.code).map(|row| row.label.clone());
            all.chain(labels).chain([sheet.heading.clone()]).collect::<Vec<_>>()
        };
        for (welsh, english) in headings(&welsh).iter().zip(&headings(&english)) {
            // The right is given in Welsh in both.
            assert!(
                welsh != english || *welsh == right_title(Lang::Cy, RightName::Access),
                "{welsh}"
            );
        }
        assert_eq!(welsh.sentences.len(), english.sentences.len());
        let said = format!("{welsh:?}");
        for field in [
            "ONE; TWO",
            "PURPOSE",
            "TEXT",
            "9c41 9c41 9c41 9c41",
            "sayso receipt verify",
            "https://sayso.example/verify",
            "RC 6NWT-2HB",
            &fields.id,
            &fields.receipt_digest,
        ] {
            assert!(said.contains(field), "{field}: {said}");
        }
        assert!(!said.contains(crate::i18n::MISSING));
        assert!(!said.contains("Access to Medical Reports"));
    }
}
