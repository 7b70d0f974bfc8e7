//! What happened along time and by whose doing, as a picture and as a table. Counts what the lines say, all of them, and
//! not only those of this page.

use super::{HistoryView, Show};
use crate::{
    components::{Bars, Fill, Lane, bars, body, details, heading_m},
    i18n::{day, month},
    shell::PageContext,
    t,
};
use leptos::prelude::*;
use std::collections::BTreeMap;
use time::{Date, Duration};

/// With fewer things there is no picture.
const FEWEST: usize = 3;
/// What lies within so many days is shown by week, all else by month: two months have no more.
const TWO_MONTHS: i64 = 62;
/// How high the highest bar is.
const TALL: usize = 40;

/// How many things happened, by whose doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// The claimant's.
    pub you: usize,
    /// Of those who ask.
    pub asker: usize,
    /// Of people who act for the claimant.
    pub helpers: usize,
    /// The service's.
    pub sayso: usize,
}

impl Sides {
    /// So many more of this side.
    pub const fn add(&mut self, side: Show, times: usize) {
        match side {
            Show::You => self.you += times,
            Show::Asker => self.asker += times,
            Show::Helpers => self.helpers += times,
            Show::Sayso => self.sayso += times,
            Show::Everything => {}
        }
    }

    /// How many of this side.
    pub const fn of(self, side: Show) -> usize {
        match side {
            Show::You => self.you,
            Show::Asker => self.asker,
            Show::Helpers => self.helpers,
            Show::Sayso => self.sayso,
            Show::Everything => self.you + self.asker + self.helpers + self.sayso,
        }
    }

    fn with(mut self, other: Self) -> Self {
        for side in Show::ALL {
            self.add(side, other.of(side));
        }
        self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    Week,
    Month,
}

impl Grain {
    /// The first day of the stretch that a day lies in.
    fn first(self, day: Date) -> Date {
        let before = match self {
            Self::Week => day.weekday().number_days_from_monday(),
            Self::Month => day.day() - 1,
        };
        day.saturating_sub(Duration::days(before.into()))
    }

    /// The first day of the stretch after the one that begins on this day.
    fn next(self, first: Date) -> Date {
        match self {
            Self::Week => first.saturating_add(Duration::WEEK),
            // 31 days after a first day it is always the month after.
            Self::Month => self.first(first.saturating_add(Duration::days(31))),
        }
    }

    fn words(self, ctx: &PageContext, first: Date) -> String {
        match self {
            Self::Week => day(ctx.lang, first),
            Self::Month => month(ctx.lang, first),
        }
    }
}

/// Weeks or months, one after the other from the first to the last in which something happened, each with its first day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretches {
    grain: Grain,
    all: Vec<(Date, Sides)>,
    sum: Sides,
}

impl Stretches {
    fn of(days: &BTreeMap<Date, Sides>) -> Option<Self> {
        let (first, last) = (*days.keys().next()?, *days.keys().next_back()?);
        let sum = days.values().copied().fold(Sides::default(), Sides::with);
        if sum.of(Show::Everything) < FEWEST {
            return None;
        }
        let grain =
            if (last - first).whole_days() < TWO_MONTHS { Grain::Week } else { Grain::Month };
        let begins = std::iter::successors(Some(grain.first(first)), |begin| {
            let next = grain.next(*begin);
            (next > *begin && next <= last).then_some(next)
        });
        let all = begins.map(|begin| {
            let within = days.range(begin..).take_while(|(day, _)| grain.first(**day) == begin);
            (begin, within.map(|(_, sides)| *sides).fold(Sides::default(), Sides::with))
        });
        Some(Self { grain, all: all.collect(), sum })
    }

    /// Whose doings have a lane: helpers only where there are any.
    fn sides(&self) -> Vec<Show> {
        let sides = Show::ALL.into_iter().filter(|side| *side != Show::Everything);
        sides.filter(|side| *side != Show::Helpers || self.sum.helpers > 0).collect()
    }
}

pub(super) fn timeline(ctx: &PageContext, seen: &HistoryView) -> Option<AnyView> {
    let stretches = Stretches::of(&seen.times)?;
    let (text, caption) = match stretches.grain {
        Grain::Week => (t!(ctx, "history-time-weeks"), t!(ctx, "history-time-caption-weeks")),
        Grain::Month => (t!(ctx, "history-time-months"), t!(ctx, "history-time-caption-months")),
    };
    Some(
        view! {
            {heading_m(t!(ctx, "history-time"))}
            {body(text)}
            {picture(ctx, &stretches, seen)?}
            {details(t!(ctx, "history-time-table"), table(ctx, &stretches, caption))}
        }
        .into_any(),
    )
}

fn picture(ctx: &PageContext, stretches: &Stretches, seen: &HistoryView) -> Option<AnyView> {
    let lanes: Vec<(Show, String)> = stretches
        .sides()
        .into_iter()
        .map(|side| {
            let count = stretches.sum.of(side);
            (side, t!(ctx, "history-time-lane", who = side.words(ctx), count = count))
        })
        .collect();
    let said: Vec<String> = lanes.iter().map(|(_, words)| format!("{words}.")).collect();
    let said = said.join(" ");
    let (first, last) = (*seen.times.keys().next()?, *seen.times.keys().next_back()?);
    let (first_day, last_day) = (day(ctx.lang, first), day(ctx.lang, last));
    let said = if first == last {
        t!(ctx, "history-time-description-day", day = first_day, sides = said)
    } else {
        t!(ctx, "history-time-description", first = first_day, last = last_day, sides = said)
    };
    let lanes = lanes.into_iter().map(|(side, words)| Lane {
        words: Some(words),
        fill: match side {
            Show::You | Show::Helpers => Fill::Filled,
            Show::Asker | Show::Sayso | Show::Everything => Fill::Hollow,
        },
        counts: stretches.all.iter().map(|(_, sides)| sides.of(side)).collect(),
    });
    let last = stretches.all.len().saturating_sub(1);
    let ends = stretches.all.iter().enumerate().filter(|(at, _)| *at == 0 || *at == last);
    let names = ends.map(|(at, (first, _))| (at, stretches.grain.words(ctx, *first)));
    Some(bars(Bars {
        title: t!(ctx, "history-time-title"),
        said,
        lanes: lanes.collect(),
        tall: TALL,
        names: names.collect(),
    }))
}

fn table(ctx: &PageContext, stretches: &Stretches, caption: String) -> AnyView {
    let sides = stretches.sides();
    let head = match stretches.grain {
        Grain::Week => t!(ctx, "history-time-week"),
        Grain::Month => t!(ctx, "history-time-month"),
    };
    let names: Vec<String> = sides.iter().map(|side| short(ctx, *side)).collect();
    let heads: Vec<_> = names
        .iter()
        .cloned()
        .map(|who| view! { <th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric">{who}</th> })
        .collect();
    let rows: Vec<_> = stretches
        .all
        .iter()
        .rev()
        .filter(|(_, counts)| counts.of(Show::Everything) > 0)
        .map(|(first, counts)| {
            let cells: Vec<_> = sides
                .iter()
                .zip(&names)
                .map(|(side, who)| {
                    view! { <td role="cell" class="govuk-table__cell govuk-table__cell--numeric" data-who=who.clone()>{counts.of(*side).to_string()}</td> }
                })
                .collect();
            view! {
                <tr role="row" class="govuk-table__row">
                    <th scope="row" role="rowheader" class="govuk-table__header">{stretches.grain.words(ctx, *first)}</th>
                    {cells}
                </tr>
            }
        })
        .collect();
    // On a phone the style makes blocks of it: the roles say that it still is a table.
    view! {
        <table role="table" class="govuk-table say-years say-by-side">
            <caption role="caption" class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
            <thead role="rowgroup" class="govuk-table__head">
                <tr role="row" class="govuk-table__row">
                    <th scope="col" role="columnheader" class="govuk-table__header">{head}</th>
                    {heads}
                </tr>
            </thead>
            <tbody role="rowgroup" class="govuk-table__body">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A side at the head of a column.
fn short(ctx: &PageContext, side: Show) -> String {
    match side {
        Show::You => t!(ctx, "history-time-you"),
        Show::Asker => t!(ctx, "history-time-asker"),
        Show::Helpers => t!(ctx, "history-time-helpers"),
        Show::Sayso | Show::Everything => t!(ctx, "history-time-sayso"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn you(times: usize) -> Sides {
        Sides { you: times, ..Sides::default() }
    }

    fn firsts(days: &[Date]) -> (Grain, Vec<Date>) {
        let days = days.iter().map(|day| (*day, you(3))).collect();
        let stretches = Stretches::of(&days).expect("enough happened");
        (stretches.grain, stretches.all.iter().map(|(first, _)| *first).collect())
    }

    #[test]
    fn fewer_than_three_things_are_no_picture() {
        assert_eq!(Stretches::of(&BTreeMap::new()), None);
        let day = date!(2026 - 11 - 22);
        assert_eq!(Stretches::of(&BTreeMap::from([(day, you(2))])), None);
        let three = Sides { you: 1, asker: 1, sayso: 1, helpers: 0 };
        assert!(Stretches::of(&BTreeMap::from([(day, three)])).is_some());
    }

    #[test]
    fn two_months_are_shown_by_week_and_more_by_month() {
        // A Sunday, and the Monday after.
        let (grain, weeks) = firsts(&[date!(2026 - 11 - 22), date!(2026 - 11 - 23)]);
        assert_eq!(
            (grain, weeks),
            (Grain::Week, vec![date!(2026 - 11 - 16), date!(2026 - 11 - 23)])
        );
        let (grain, weeks) = firsts(&[date!(2026 - 07 - 01), date!(2026 - 08 - 31)]);
        assert_eq!((grain, weeks.len()), (Grain::Week, 10));
        let (grain, months) = firsts(&[date!(2026 - 07 - 01), date!(2026 - 09 - 01)]);
        let each = [date!(2026 - 07 - 01), date!(2026 - 08 - 01), date!(2026 - 09 - 01)];
        assert_eq!((grain, months), (Grain::Month, each.to_vec()));
    }

    #[test]
    fn months_follow_each_other_over_the_end_of_a_year_and_a_short_february() {
        let (_, months) = firsts(&[date!(2027 - 11 - 30), date!(2028 - 03 - 01)]);
        assert_eq!(months.len(), 5);
        assert!(months.iter().all(|first| first.day() == 1), "{months:?}");
        let (_, months) = firsts(&[date!(2025 - 01 - 31), date!(2026 - 12 - 01)]);
        assert_eq!(months.len(), 24);
    }

    #[test]
    fn nothing_is_counted_twice_or_left_out() {
        let days: BTreeMap<Date, Sides> = (0..400)
            .map(|day| {
                let sides = Sides { you: 1, asker: 2, helpers: 3, sayso: 4 };
                (date!(2026 - 01 - 01) + Duration::days(day), sides)
            })
            .collect();
        for first in [0, 150, 350] {
            let some = days.clone().split_off(&(date!(2026 - 01 - 01) + Duration::days(first)));
            let stretches = Stretches::of(&some).expect("enough happened");
            let all = stretches.all.iter().map(|(_, sides)| *sides);
            let sum = all.fold(Sides::default(), Sides::with);
            assert_eq!(sum, stretches.sum);
            assert_eq!((sum.you, sum.of(Show::Everything)), (some.len(), some.len() * 10));
        }
    }

    #[test]
    fn helpers_have_a_lane_only_where_they_did_something() {
        let sides = |sides| {
            let days = BTreeMap::from([(date!(2026 - 11 - 22), sides)]);
            Stretches::of(&days).expect("enough happened").sides()
        };
        assert_eq!(sides(you(3)), [Show::You, Show::Asker, Show::Sayso]);
        assert_eq!(sides(Sides { helpers: 1, ..you(3) }).len(), 4);
    }
}
