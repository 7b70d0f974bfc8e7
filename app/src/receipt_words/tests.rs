use super::*;
use time::macros::{date, datetime};

fn item(title: &str) -> Item {
    Item { title: title.to_owned(), ..Item::default() }
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
        collected: vec![datetime!(2026-11-24 16:10), datetime!(2026-11-25 9:00)],
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

#[test]
fn in_welsh_there_is_no_english() {
    let all = Told {
        event: Event::Withdrew,
        stopped: vec![Item { to: Some(date!(2024 - 01 - 01)), one_provider: true, ..item("A") }],
        paused: vec![item("B")],
        collected: vec![datetime!(2026-11-24 16:10)],
        ..told(Lang::Cy)
    };
    let (welsh, english) = (sentences(&all), sentences(&Told { lang: Lang::En, ..all.clone() }));
    assert_eq!(welsh.len(), english.len());
    for (welsh, english) in welsh.iter().zip(&english) {
        assert_ne!(welsh, english);
    }
    assert!(welsh.iter().all(|said| !said.contains(crate::i18n::MISSING)));
}
