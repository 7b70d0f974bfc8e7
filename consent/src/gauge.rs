//! How much a package says about each decision point: an aid for the claimant, who need not follow it.
//! It decides nothing, and is never part of anything that leaves.

use crate::category::Category;
use crate::package::{Package, Sent};
use crate::request::Request;
use serde_json::Value;
use std::collections::BTreeSet;
use time::{Date, Duration};

/// So long ago is still recent.
const RECENT: Duration = Duration::days(2 * 365);

/// How much there is about a decision point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing in the package is about it.
    Missing,
    /// Something is, but little, or nothing of it says how it affects daily life.
    Thin,
    /// At least two things are, and one of them says how it affects daily life now.
    Covered,
}

/// What would help, if the claimant wants to add anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WouldHelp {
    /// Their own account of it, which this request asks for.
    OwnAccount,
    /// The account of somebody who helps them, which this request asks for.
    HelpersAccount,
    /// Something from the last two years.
    SomethingRecent,
    /// Something that says how it affects daily life.
    EffectOnDailyLife,
}

/// The gauge of one decision point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointGauge {
    /// The decision point's id.
    pub point: String,
    /// How much there is.
    pub level: Level,
    /// How many entries of the package are about it.
    pub entries: usize,
    /// What would help; empty where it is covered.
    pub would_help: BTreeSet<WouldHelp>,
}

/// Who somebody is and who treats them says nothing about what they can do.
const SAYS_NOTHING_OF_IT: [Category; 3] =
    [Category::WhoIAm, Category::AddressAndContact, Category::PeopleTreatingMe];
/// What speaks of the effect on daily life.
const EFFECT: [Category; 5] = [
    Category::DailyLivingAndMobility,
    Category::AidsAndAdaptations,
    Category::MyOwnWords,
    Category::CarersWords,
    Category::AnswersToQuestions,
];

/// The decision points that a request asks about, each once, in the order in which it names them.
#[must_use]
pub fn points(request: &Request) -> Vec<&str> {
    let mut points: Vec<&str> = Vec::new();
    for point in request.items.iter().flat_map(|item| &item.decision_points) {
        if !points.contains(&point.as_str()) {
            points.push(point);
        }
    }
    points
}

/// The gauge of every decision point of the request, on this day.
#[must_use]
pub fn gauge(request: &Request, package: &Package, today: Date) -> Vec<PointGauge> {
    let bundle: Value = serde_json::from_slice(package.bytes()).unwrap_or_default();
    let entries = bundle.get("entry").and_then(Value::as_array).map(Vec::as_slice);
    let resources = entries.unwrap_or_default().iter().map(|entry| entry.get("resource"));
    let all: Vec<(&Sent, Option<&Value>)> =
        package.contents().sent.iter().zip(resources.chain(std::iter::repeat(None))).collect();
    points(request).into_iter().map(|point| of_point(request, &all, point, today)).collect()
}

fn of_point(
    request: &Request,
    all: &[(&Sent, Option<&Value>)],
    point: &str,
    today: Date,
) -> PointGauge {
    let about: Vec<&Sent> = all
        .iter()
        .filter(|(sent, resource)| is_about(request, sent, *resource, point))
        .map(|(sent, _)| *sent)
        .collect();
    let recent = |sent: &&&Sent| sent.date.is_some_and(|day| day >= today.saturating_sub(RECENT));
    let has = |category: Category| about.iter().any(|sent| sent.home == category);
    let effect = about.iter().filter(|sent| EFFECT.contains(&sent.home));
    let affects_now = effect.clone().any(|sent| recent(&sent));
    let level = match about.len() {
        0 => Level::Missing,
        1 => Level::Thin,
        _ if affects_now => Level::Covered,
        _ => Level::Thin,
    };
    let asked = |category: Category| request.item(category).is_some();
    let would_help = [
        (asked(Category::MyOwnWords) && !has(Category::MyOwnWords), WouldHelp::OwnAccount),
        (asked(Category::CarersWords) && !has(Category::CarersWords), WouldHelp::HelpersAccount),
        (!about.is_empty() && !about.iter().any(|sent| recent(&sent)), WouldHelp::SomethingRecent),
        (effect.count() == 0, WouldHelp::EffectOnDailyLife),
    ];
    let would_help = would_help.into_iter().filter(|(helps, _)| *helps && level != Level::Covered);
    PointGauge {
        point: point.to_owned(),
        level,
        entries: about.len(),
        would_help: would_help.map(|(_, what)| what).collect(),
    }
}

/// Words are about the point that they answer; everything else about the points that its categories serve.
fn is_about(request: &Request, sent: &Sent, resource: Option<&Value>, point: &str) -> bool {
    if SAYS_NOTHING_OF_IT.contains(&sent.home) {
        return false;
    }
    if matches!(sent.home, Category::MyOwnWords | Category::CarersWords) {
        let items = resource.and_then(|resource| resource.get("item")?.as_array());
        return items
            .into_iter()
            .flatten()
            .any(|item| item.get("linkId").and_then(Value::as_str) == Some(point));
    }
    let categories = sent.touched.iter().chain([&sent.home]);
    categories
        .filter_map(|category| request.item(*category))
        .any(|item| item.decision_points.iter().any(|named| named == point))
}

#[cfg(test)]
mod tests;
