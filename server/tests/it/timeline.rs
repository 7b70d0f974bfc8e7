//! The picture of the history: its numbers are those of the lines, for each side and in each week or month.

use crate::browser::Browser;
use crate::story::*;
use crate::support::{Stage, both, identity, person};
use app::i18n::{Lang, day, month};
use consent::time::Date;
use server::portal::Actor;
use server::portal::looking::Looked;
use server::work::counted;
use std::collections::BTreeMap;
use time::{Duration, Month};

/// The sides in the order of the table, as the filter calls them.
const SIDES: [&str; 4] = ["you", "asker", "helpers", "sayso"];
const DAY: i64 = 60 * 60 * 24;

/// How often something happened of each side, by what its row is called.
type Rows = BTreeMap<String, [usize; 4]>;

/// Somebody about whom things were done before it was known that it is them.
async fn begin(stage: &Stage) -> Story<'_> {
    let portal = stage.portal.clone();
    let client = client(&portal, "dwp-pip-leeds").await;
    let asked = submission(&portal, "PIP-1", identity(1), &ASKED);
    let id = portal.submit_request(&client, asked).await.unwrap().id;
    let pairs = [(id.to_string(), "conditions".to_owned())];
    portal.check(&client, &pairs).await.unwrap();
    portal.collect(&client, id).await.unwrap_err();
    stage.clock.advance(DAY);
    let me = person(stage, 1).await;
    let number = portal.identity_of(&Actor::Operator, me).await.unwrap().nhs_number.unwrap();
    let record = record(number.as_str()).to_string().into_bytes();
    portal.import_record(&Actor::Operator, &number, record).await.unwrap();
    portal.permit_source(&Actor::Person(me), me, "gp-record").await.unwrap();
    Story { stage, portal, me, client, id }
}

/// Some of everything: also what has two lines, what is one line for many, and what has none.
async fn something_of_each_side(story: &Story<'_>) {
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
    // An answer of both kinds is told in two lines.
    let pairs = ["conditions", "medicines"].map(|name| (story.id.to_string(), name.to_owned()));
    for _ in 0..7 {
        story.portal.check(&story.client, &pairs).await.unwrap();
    }
    story.seen().await;
    let helper = Actor::Person(person(story.stage, 0).await);
    for actor in [&helper, &Actor::Operator] {
        story.portal.looked_at(actor, story.me, None, Looked::History).await.unwrap();
    }
}

/// What the table says. There is no picture without one.
async fn table(browser: &mut Browser) -> Rows {
    let page = browser.get("/history").await;
    assert!(page.text.contains("<svg role=\"img\""), "{}", page.text);
    let body = page.between("say-by-side\">", "</table>").split_once("<tbody").unwrap().1;
    let helpers = page.text.contains(">Helpers</th>");
    let rows = body.split("scope=\"row\"").skip(1).map(|row| {
        let inside =
            |text: &str| text.split_once('>').unwrap().1.split('<').next().unwrap().to_owned();
        let cells = row.split("<td").skip(1).map(|cell| inside(cell).parse().unwrap());
        let mut counts: Vec<usize> = cells.collect();
        if !helpers {
            counts.insert(2, 0);
        }
        (inside(row), counts.try_into().unwrap())
    });
    rows.collect()
}

/// What the lines say: each event once, however many lines tell of it, and each time of what is one line for many.
async fn lines(browser: &mut Browser, name: impl Fn(Date) -> String) -> Rows {
    let mut events: BTreeMap<(usize, String), (String, usize)> = BTreeMap::new();
    for (side, show) in SIDES.into_iter().enumerate() {
        let mut path = format!("/history?show={show}");
        loop {
            let page = browser.get(&path).await;
            assert!(!page.text.contains("<svg role=\"img\""), "a part has no picture: {path}");
            for line in page.text.split("<li><time datetime=\"").skip(1) {
                let line = line.split_once("</li>").unwrap().0;
                let date = line.split_once('T').unwrap().0.split('-').collect::<Vec<_>>();
                let part = |at: usize| date[at].parse::<u8>().unwrap();
                let (year, month) = (date[0].parse().unwrap(), Month::try_from(part(1)).unwrap());
                let date = Date::from_calendar_date(year, month, part(2));
                let times = line
                    .split_once("It happened ")
                    .map_or(1, |(_, times)| times.split(' ').next().unwrap().parse().unwrap());
                let place = line.split_once("href=\"/history/").unwrap().1.split('/').next();
                events.insert((side, place.unwrap().to_owned()), (name(date.unwrap()), times));
            }
            let Some((before, _)) = page.text.split_once("See older lines") else { break };
            let href = before.rsplit_once("href=\"").unwrap().1.split_once('"').unwrap().0;
            path = href.replace("&amp;", "&");
        }
    }
    let mut rows = Rows::new();
    for ((side, _), (name, times)) in events {
        rows.entry(name).or_default()[side] += times;
    }
    rows
}

fn week(date: Date) -> String {
    let before = date.weekday().number_days_from_monday();
    day(Lang::En, date - Duration::days(before.into()))
}

both!(the_picture_of_the_history_counts_what_its_lines_say, |stage| async {
    let story = begin(stage).await;
    something_of_each_side(&story).await;
    stage.clock.advance(20 * DAY);
    story.withdraw(&[Conditions]).await;
    story.nothing_to_collect().await;
    let pairs = [(story.id.to_string(), "conditions".to_owned())];
    story.portal.check(&story.client, &pairs).await.unwrap();
    let mut browser = Browser::signed_in(stage, "two@example.org").await;
    // Looking is on the record, once a day and session.
    browser.get("/history").await;
    browser.get("/history?show=you").await;
    let weeks = table(&mut browser).await;
    assert_eq!(weeks, lines(&mut browser, week).await);
    assert!(weeks.len() >= 2, "{weeks:?}");
    let sum = weeks.values().fold([0; 4], |sum, row| std::array::from_fn(|at| sum[at] + row[at]));
    // 2 before it was known, 1 request, 1 collection, 7 checks, 1 look at how it stands; then 1 check and 1 collection more.
    assert_eq!((sum[1], sum[2]), (14, 1), "{weeks:?}");

    stage.clock.advance(100 * DAY);
    let mut browser = Browser::signed_in(stage, "two@example.org").await;
    browser.get("/history").await;
    browser.get("/history?show=you").await;
    let months = table(&mut browser).await;
    assert_eq!(months, lines(&mut browser, |date| month(Lang::En, date)).await);
    assert!(months.len() >= 2 && months.keys().all(|name| name.contains("202")), "{months:?}");
});

both!(the_picture_of_the_history_is_no_more_work_for_three_hundred_checks, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let pair = [(story.id.to_string(), "conditions".to_owned())];
    story.portal.check(&story.client, &pair).await.unwrap();
    let (few, one) = counted(story.portal.timeline(&story.actor(), story.me)).await;
    for _ in 0..300 {
        story.portal.check(&story.client, &pair).await.unwrap();
    }
    let (many, all) = counted(story.portal.timeline(&story.actor(), story.me)).await;
    let (few, many) = (few.unwrap(), many.unwrap());
    assert_eq!((few.asked.len(), few.asked[0].1), (1, 1));
    assert_eq!((many.asked.len(), many.asked[0].1), (1, 301));
    assert_eq!(all, one);
});
