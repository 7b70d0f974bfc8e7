//! What anybody may know, without an account: the published figures, the register, the log and who watches it. The
//! figures are read as they were published; nothing is counted here.

use super::asked::{recipients, title};
use super::errors::Trouble;
use super::guard::Visitor;
use super::moments::in_london;
use super::{Site, render, request};
use crate::portal::Fault;
use crate::portal::canary::State as CanaryState;
use crate::portal::transparency::suppress::{self, Measure as Counted};
use crate::portal::transparency::{Month, Public, PublishedMonth, facts::Why};
use app::i18n::Lang;
use app::pages::request::KeepFrom;
use app::pages::transparency::{
    self, Canary, Checkpoint, Earlier, Figures, LogView, Measure, MonthView, Numbers, PurposeView,
    Requester, TransparencyView, Witness,
};
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use consent::purpose::{self, Bilingual, Purpose};
use serde_json::{Map, Value, json};

/// Files may be kept so long: they change once a month.
const CACHED: HeaderValue = HeaderValue::from_static("public, max-age=300");
/// What stands for all purposes together in the files, and for a number that is held back.
const ALL: &str = "all";
const HELD_BACK: &str = "c";

pub(super) async fn show(visitor: Visitor) -> Result<Response, Trouble> {
    let (portal, lang) = (&visitor.portal, visitor.ctx.lang);
    let public = portal.public().await?;
    let wanted = visitor.query("month").and_then(|text| Month::parse(&text));
    let shown = public.months.iter().find(|month| Some(month.month) == wanted);
    let shown = shown.or_else(|| public.months.first());
    let canary = portal.canary().await?;
    let last = canary.last_checked.map(in_london);
    let checkpoint = portal.checkpoint().await?.map(|published| Checkpoint {
        size: published.size,
        root: published.root.to_string(),
        at: in_london(published.at),
    });
    let witnesses = portal.witnesses().await?.into_iter().map(|witness| Witness {
        name: witness.name,
        vkey: Some(witness.vkey),
        signed: witness.signed_at.map(in_london),
    });
    let earlier = portal.earlier_names().await?.into_iter().map(|name| Earlier {
        origin: name.origin,
        until: name.until,
        at: in_london(name.at),
    });
    let seen = TransparencyView {
        figures: Figures {
            months: public.months.iter().map(|month| month.month.first_day()).collect(),
            shown: shown.map(|month| month_view(lang, &public, month)),
            next: public.next.first_day(),
            next_on: public.next.published_on(),
        },
        purposes: public.purposes.iter().map(|purpose| purpose_view(lang, purpose)).collect(),
        requesters: public
            .requesters
            .iter()
            .map(|(organisation, teams)| Requester {
                organisation: organisation.clone(),
                teams: teams.iter().cloned().collect(),
            })
            .collect(),
        canary: match (canary.state, last) {
            (CanaryState::Off, _) => Canary::Off,
            (CanaryState::Well, Some(at)) => Canary::Well { at },
            (CanaryState::Well, None) | (CanaryState::Unknown, _) => Canary::Unknown,
            (CanaryState::Tripped, at) => Canary::Tripped { at },
        },
        log: LogView {
            origin: portal.log_origin(),
            earlier: earlier.collect(),
            vkey: portal.log_vkey(),
            checkpoint,
            witnesses: witnesses.collect(),
        },
    };
    Ok(render::shown(&visitor.ctx, transparency::page(&visitor.ctx, &seen)))
}

fn said(lang: Lang, words: &Bilingual) -> String {
    match lang {
        Lang::En => words.en.clone(),
        Lang::Cy => words.cy.clone(),
    }
}

fn month_view(lang: Lang, public: &Public, month: &PublishedMonth) -> MonthView {
    let numbers = |purpose: Option<&str>| -> Numbers {
        let all = Counted::ALL.into_iter();
        all.map(|counted| (measure(counted), number(month, purpose, counted))).collect()
    };
    let row = |purpose: &Purpose| {
        let name = format!("{}: {}", said(lang, &purpose.benefit), said(lang, &purpose.title));
        (name, numbers(Some(&purpose.id)))
    };
    MonthView {
        month: month.month.first_day(),
        all: numbers(None),
        purposes: public.purposes.iter().map(row).collect(),
    }
}

fn number(month: &PublishedMonth, purpose: Option<&str>, measure: Counted) -> Option<u32> {
    month.numbers.get(&(purpose.map(str::to_owned), measure)).copied()
}

const fn measure(counted: Counted) -> Measure {
    match counted {
        Counted::Asked => Measure::Asked,
        Counted::Answered => Measure::Answered,
        Counted::Shared => Measure::Shared,
        Counted::SharedInFull => Measure::Full,
        Counted::SharedInPart => Measure::Part,
        Counted::NotShared => Measure::NotShared,
        Counted::MedianDays => Measure::Days,
        Counted::Withdrawn => Measure::Withdrawn,
        Counted::Collected => Measure::Collected,
        Counted::Erased => Measure::Erased,
        Counted::Insufficient => Measure::Insufficient,
        Counted::Because(Why::Missing) => Measure::Missing,
        Counted::Because(Why::OutOfDate) => Measure::OutOfDate,
        Counted::Because(Why::Unclear) => Measure::Unclear,
        Counted::Because(Why::NotAboutEffect) => Measure::NotAboutEffect,
    }
}

fn purpose_view(lang: Lang, purpose: &Purpose) -> PurposeView {
    PurposeView {
        title: said(lang, &purpose.title),
        benefit: said(lang, &purpose.benefit),
        name: format!("{} {}", purpose.id, purpose.version),
        points: purpose.decision_points.iter().map(|point| said(lang, &point.title)).collect(),
        categories: purpose.categories.iter().map(|category| title(lang, *category)).collect(),
        recipients: recipients(lang, &purpose.recipients),
        collect_within: request::span(purpose.collect_within),
        keep_for: request::span(purpose.keep_for_at_most),
        keep_from: match purpose.keep_from {
            purpose::KeepFrom::Collection => KeepFrom::Collection,
            purpose::KeepFrom::LiveInterestEnds => KeepFrom::LiveInterestEnds,
        },
        if_refused: said(lang, &purpose.if_refused),
        retired: purpose.retired_at.is_some(),
    }
}

/// Every published number, one to a line.
pub(super) async fn csv(State(site): State<Site>) -> Result<Response, Trouble> {
    let public = site.portal.public().await?;
    let written = written(&public).map_err(|_| Fault::new("the figures cannot be written"))?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
    Ok(([(CONTENT_TYPE, kind), (CACHE_CONTROL, CACHED)], written).into_response())
}

fn written(public: &Public) -> Result<Vec<u8>, csv::Error> {
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record(["month", "purpose", "measure", "value"])?;
    for month in &public.months {
        let name = month.month.to_string();
        for purpose in std::iter::once(None).chain(public.rows().map(Some)) {
            for measure in Counted::ALL {
                let value = number(month, purpose, measure);
                let value = value.map_or_else(|| HELD_BACK.to_owned(), |value| value.to_string());
                let row = [&name, purpose.unwrap_or(ALL), measure.as_str(), &value];
                file.write_record(row)?;
            }
        }
    }
    file.into_inner().map_err(|why| csv::Error::from(why.into_error()))
}

/// The same, with the rules by which numbers are held back.
pub(super) async fn json(State(site): State<Site>) -> Result<Response, Trouble> {
    let public = site.portal.public().await?;
    let months: Vec<Value> = public.months.iter().map(|month| month_json(&public, month)).collect();
    let rules = suppress::IN_FORCE;
    let body = json!({
        "rules": {
            "version": suppress::VERSION,
            "people_at_least": rules.people,
            "rounded_down_to": rules.step,
            "alike_at_most_in_ten": rules.most_in_ten,
        },
        "next": { "month": public.next.to_string(), "on": consent::time::day(public.next.published_on()) },
        "months": months,
    });
    let kind = HeaderValue::from_static("application/json");
    Ok(([(CONTENT_TYPE, kind), (CACHE_CONTROL, CACHED)], body.to_string()).into_response())
}

fn month_json(public: &Public, month: &PublishedMonth) -> Value {
    let row = |purpose: Option<&str>| {
        let named = [("purpose".to_owned(), json!(purpose.unwrap_or(ALL)))];
        let numbers = Counted::ALL
            .map(|measure| (measure.as_str().to_owned(), json!(number(month, purpose, measure))));
        Value::Object(named.into_iter().chain(numbers).collect::<Map<_, _>>())
    };
    let rows: Vec<Value> = std::iter::once(None).chain(public.rows().map(Some)).map(row).collect();
    json!({
        "month": month.month.to_string(),
        "published_at": month.published_at,
        "rules": month.rules,
        "figures": rows,
    })
}
