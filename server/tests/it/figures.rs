//! The public figures over months: what they say, what they hold back, and that nothing changes them afterwards.

use crate::browser::Browser;
use crate::story::{ASKED, Conditions, DoNotShare, Medicines, Share, client, submission, submit};
use crate::support::{Stage, both};
use consent::category::Category;
use consent::decision::{Answer, Decision, RecordedDecision, Said};
use consent::identity::{Name, Nino};
use consent::ids::{ClientId, CollectionId, PersonId, RequestId};
use consent::matching::Identity;
use consent::time::{At, parse_day};
use server::portal::collections::{Because, Outcome};
use server::portal::transparency::suppress::Measure;
use server::portal::{Actor, Portal, asked};
use server::store::packages;
use std::collections::BTreeMap;

const DAY: i64 = 24 * 60 * 60;
const PURPOSE: &str = "pip-first-decision";

/// One of many people, found by number and birth date alone.
fn identity(number: usize) -> Identity {
    Identity {
        nino: Nino::parse(&format!("AB{number:06}C")).unwrap(),
        nhs_number: None,
        family_name: Name::parse("Marsh").unwrap(),
        given_name: None,
        birth_date: parse_day("1984-02-29").unwrap(),
        postcode: None,
    }
}

struct Town<'a> {
    stage: &'a Stage,
    portal: Portal,
    client: ClientId,
    people: Vec<(PersonId, RequestId)>,
}

impl<'a> Town<'a> {
    /// So many people, each asked once.
    async fn of(stage: &'a Stage, many: usize) -> Self {
        let portal = stage.portal.clone();
        let client = client(&portal, "dwp-pip-leeds").await;
        let mut town = Self { stage, portal, client, people: Vec::new() };
        for number in 0..many {
            let added = town.portal.add_person(&Actor::Operator, &identity(number)).await.unwrap();
            let id = town.ask(number, &format!("R{number}")).await;
            town.people.push((added.person_id, id));
        }
        town
    }

    async fn ask(&self, number: usize, reference: &str) -> RequestId {
        let asked = submission(&self.portal, reference, identity(number), &ASKED);
        submit(&self.portal, &self.client, asked).await.id
    }

    async fn say(&self, which: usize, said: impl FnOnce(At) -> Said) {
        let (person, id) = self.people[which];
        let mut tx = self.portal.db().write().await.unwrap();
        let loaded = asked::load(&self.portal, &mut tx, id).await.unwrap().unwrap();
        assert_eq!(loaded.person(), Some(person));
        let said = said(self.portal.at(&tx));
        asked::say(&self.portal, &mut tx, &loaded, person, &said).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Shares these; and something of the others of them is in the package.
    async fn answer(&self, which: usize, shared: &[Category], present: &[Category]) {
        let answer = |category: &Category| -> Answer {
            if shared.contains(category) { Share } else { DoNotShare }
        };
        let answers: BTreeMap<Category, Answer> =
            ASKED.iter().map(|category| (*category, answer(category))).collect();
        self.say(which, |at| {
            Said::Decided(RecordedDecision {
                version: 1,
                at,
                decision: Decision { answers, ..Decision::default() },
                rules: 2,
                digest: None,
                present: present.iter().copied().collect(),
            })
        })
        .await;
    }

    async fn collect(&self, which: usize) -> CollectionId {
        let mut tx = self.portal.db().write().await.unwrap();
        let at = self.portal.at(&tx);
        let id = CollectionId(self.portal.chance().uuid(at).unwrap());
        packages::add_collection(&mut tx, id, self.people[which].1, 1, &[1; 32], 3, at)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// November: 61 were asked, 50 answered, 11 never did.
    async fn live_through_november(&self) {
        self.stage.clock.advance(3 * DAY);
        for which in 0..15 {
            self.answer(which, &ASKED, &ASKED).await;
        }
        for which in 15..25 {
            self.answer(which, &ASKED, &[Conditions]).await;
        }
        for which in 25..37 {
            self.answer(which, &[Conditions, Medicines], &[Conditions]).await;
        }
        for which in 37..50 {
            self.answer(which, &[], &[]).await;
        }
        for which in 0..15 {
            let first = self.collect(which).await;
            self.stage.clock.advance(1);
            self.collect(which).await;
            let outcome = Outcome::Insufficient(vec![
                Because { decision_point: "dl1".to_owned(), code: "missing".to_owned() },
                Because { decision_point: "m1".to_owned(), code: "missing".to_owned() },
            ]);
            let id = self.people[which].1;
            self.portal.report_outcome(&self.client, id, first, outcome).await.unwrap();
        }
        for which in 0..12 {
            self.say(which, |at| Said::Withdrew { at, categories: [Conditions].into() }).await;
        }
    }

    async fn lines(&self) -> Vec<String> {
        let mut browser = Browser::new(self.stage);
        let page = browser.get("/transparency/figures.csv").await;
        assert_eq!(page.status, 200);
        assert_eq!(page.headers["content-type"], "text/csv; charset=utf-8; header=present");
        assert_eq!(page.headers["cache-control"], "public, max-age=300");
        page.text.lines().map(str::to_owned).collect()
    }
}

/// What one month says of the purpose that was asked for.
fn of_month(lines: &[String], month: &str) -> BTreeMap<String, String> {
    let begin = format!("{month},{PURPOSE},");
    let told = lines.iter().filter_map(|line| line.strip_prefix(&begin)?.split_once(','));
    told.map(|(measure, value)| (measure.to_owned(), value.to_owned())).collect()
}

fn expected(known: &[(&str, &str)]) -> BTreeMap<String, String> {
    let held = Measure::ALL.map(|measure| (measure.as_str().to_owned(), "c".to_owned()));
    let known = known.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    held.into_iter().chain(known).collect()
}

both!(a_month_is_counted_once_and_shown_rounded, |stage| async {
    let town = Town::of(stage, 61).await;
    // Asking again about somebody makes nobody more of them.
    town.ask(60, "R60-again").await;
    town.live_through_november().await;
    // The month is over, and its figures wait.
    stage.clock.set(At::parse_rfc3339("2026-12-28T23:59:59Z").unwrap());
    assert!(town.portal.publish_figures().await.unwrap().is_empty());
    assert_eq!(town.lines().await, ["month,purpose,measure,value"]);
    stage.clock.advance(1);
    let done = town.portal.publish_figures().await.unwrap();
    assert_eq!(done.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-11"]);
    let lines = town.lines().await;
    let november = expected(&[
        ("asked", "60"),
        ("answered", "50"),
        ("shared", "35"),
        ("shared-in-full", "25"),
        ("shared-in-part", "10"),
        ("not-shared", "10"),
        ("median-days-to-answer", "3"),
        ("withdrawn", "10"),
        ("collected", "15"),
        ("insufficient", "15"),
        ("insufficient-missing", "15"),
    ]);
    assert_eq!(of_month(&lines, "2026-11"), november);
    // All together would tell that nobody else was asked for anything.
    let others = lines.iter().filter(|line| !line.contains(PURPOSE)).skip(1);
    assert!(others.clone().count() > 15 && others.into_iter().all(|line| line.ends_with(",c")));
    let log = stage.texts("SELECT kind FROM event ORDER BY seq DESC LIMIT 1").await;
    assert_eq!(log, ["figures-published"]);
    assert!(town.portal.verify_log().await.unwrap().is_ok());
});

both!(whoever_is_erased_stays_counted_and_nothing_says_that_it_was_them, |stage| async {
    let town = Town::of(stage, 61).await;
    town.live_through_november().await;
    let gone = town.people[0].0;
    town.portal.erase_person(&Actor::Operator, gone).await.unwrap();
    let left = stage
        .texts("SELECT month || ' ' || purpose || ' ' || what || ' ' || times FROM figure_left ORDER BY what")
        .await;
    let row = |what: &str| format!("2026-11 {PURPOSE} {what} 1");
    let whats = ["answered-full-all", "because-missing", "insufficient", "withdrew"];
    assert_eq!(left, whats.map(row));
    stage.clock.set(At::parse_rfc3339("2026-12-29T12:00:00Z").unwrap());
    town.portal.publish_figures().await.unwrap();
    let november = of_month(&town.lines().await, "2026-11");
    // Without them these were 45, 10 and 10.
    for (measure, value) in [("answered", "50"), ("collected", "15"), ("insufficient", "15")] {
        assert_eq!(november[measure], value, "{measure}");
    }
    assert_eq!(stage.number("SELECT COUNT(*) FROM figure_left").await, 0);
});

both!(what_was_published_never_changes_and_the_next_month_adds_only_itself, |stage| async {
    let town = Town::of(stage, 61).await;
    town.live_through_november().await;
    // One more is asked, and answers, in December.
    stage.clock.set(At::parse_rfc3339("2026-12-01T00:00:00Z").unwrap());
    town.answer(60, &ASKED, &ASKED).await;
    stage.clock.set(At::parse_rfc3339("2026-12-29T12:00:00Z").unwrap());
    town.portal.publish_figures().await.unwrap();
    let first = town.lines().await;
    for which in [1, 20, 40] {
        town.portal.erase_person(&Actor::Operator, town.people[which].0).await.unwrap();
    }
    assert_eq!(stage.number("SELECT COUNT(*) FROM figure_left").await, 0);
    town.answer(55, &[], &[]).await;
    assert!(town.portal.publish_figures().await.unwrap().is_empty());
    stage.clock.set(At::parse_rfc3339("2027-01-29T12:00:00Z").unwrap());
    let again = stage.again().await;
    assert_eq!(again.publish_figures().await.unwrap().len(), 1);
    assert!(town.portal.publish_figures().await.unwrap().is_empty(), "another process was faster");
    let second = town.lines().await;
    let november: Vec<&String> =
        second.iter().filter(|line| !line.starts_with("2026-12")).collect();
    assert_eq!(november, first.iter().collect::<Vec<_>>());
    // Two answers and nothing else: none of it can be shown.
    assert_eq!(of_month(&second, "2026-12"), expected(&[]));
    for statement in
        ["UPDATE figure SET value = 0", "DELETE FROM figure", "DELETE FROM figure_month"]
    {
        let refused = stage.execute(statement).await.unwrap_err().to_string();
        assert!(refused.contains("only grows"), "{statement}: {refused}");
    }
});

both!(few_people_show_nothing_and_the_page_says_why, |stage| async {
    let mut browser = Browser::new(stage);
    let page = browser.get("/transparency").await.text;
    assert!(page.contains("There are no figures yet"), "{page}");
    let town = Town::of(stage, 9).await;
    for which in 0..9 {
        town.answer(which, &[], &[]).await;
    }
    stage.clock.set(At::parse_rfc3339("2026-12-29T12:00:00Z").unwrap());
    town.portal.publish_figures().await.unwrap();
    assert_eq!(of_month(&town.lines().await, "2026-11"), expected(&[]));
    assert_eq!(stage.number("SELECT COUNT(*) FROM figure").await, 0, "nothing hidden is kept");
    let page = browser.get("/transparency").await.text;
    assert!(page.contains("Every figure for this month is held back"), "{page}");
    assert!(page.contains("Disability benefits, Leeds") && page.contains("<h1"), "{page}");
});

both!(both_languages_and_every_file_say_the_same, |stage| async {
    let town = Town::of(stage, 61).await;
    town.live_through_november().await;
    stage.clock.set(At::parse_rfc3339("2026-12-29T12:00:00Z").unwrap());
    town.portal.publish_figures().await.unwrap();
    let numbers = |text: &str| -> Vec<String> {
        let cells = text.split("govuk-table__cell--numeric\">").skip(1);
        let cells = cells.map(|cell| cell.split('<').next().unwrap().to_owned());
        cells.map(|cell| if cell.parse::<u32>().is_ok() { cell } else { "c".to_owned() }).collect()
    };
    let mut browser = Browser::new(stage);
    let english = browser.get("/transparency?month=2026-11").await;
    browser.post("/language", &[("lang", "cy"), ("next", "/transparency")]).await;
    let welsh = browser.get("/transparency").await;
    assert_eq!(english.headers["cache-control"], "no-store");
    assert_ne!(english.title(), welsh.title());
    let file: Vec<String> = town
        .lines()
        .await
        .iter()
        .skip(1)
        .map(|line| line.rsplit(',').next().unwrap().to_owned())
        .collect();
    assert_eq!(numbers(&english.text), numbers(&welsh.text));
    // One purpose is shown; the page names the others.
    let own = of_month(&town.lines().await, "2026-11");
    let own: Vec<String> = Measure::ALL.map(|measure| own[measure.as_str()].clone()).to_vec();
    assert_eq!(numbers(&english.text), own);
    assert!(english.text.contains("We show nothing for these:"), "{}", english.text);
    let json = browser.get("/transparency/figures.json").await;
    assert_eq!(json.headers["content-type"], "application/json");
    let json: serde_json::Value = serde_json::from_str(&json.text).unwrap();
    let rows = json["months"][0]["figures"].as_array().unwrap();
    let flat: Vec<String> = rows
        .iter()
        .flat_map(|row| Measure::ALL.map(|measure| row[measure.as_str()].clone()))
        .map(|value| value.as_u64().map_or_else(|| "c".to_owned(), |value| value.to_string()))
        .collect();
    assert_eq!(flat, file);
    assert_eq!(json["rules"]["people_at_least"], 10);
});
