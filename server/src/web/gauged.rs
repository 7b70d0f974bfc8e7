//! How much a package says about each question, for the claimant: a page stands without it where it cannot be said.

use super::errors::Trouble;
use super::guard::Claimant;
use super::words::{count, words_of};
use crate::portal::Error;
use crate::portal::reading::RequestRead;
use app::components::{GaugeHelp, GaugeLevel, PointGauge};
use app::i18n::Lang;
use consent::decision::Decision;
use consent::gauge::{Level, WouldHelp, gauge};
use consent::package::Package;
use consent::time::Date;

/// How much would go about each question; none where that cannot be said.
pub(super) async fn gauged(
    claimant: &Claimant,
    read: &RequestRead,
    decision: Option<&Decision>,
) -> Result<Option<Vec<(String, PointGauge)>>, Trouble> {
    let Some(decision) = decision.filter(|decision| !decision.shared().is_empty()) else {
        return Ok(None);
    };
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let today = portal.now().date_in_london();
    match portal.summary(actor, subject, read.loaded.id(), decision).await {
        Ok(package) => Ok(Some(pairs(read, &package, claimant.ctx.lang, today))),
        // The page stands without it.
        Err(Error::Refused(_)) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// The gauge of each question under a package, in the page's language.
pub(super) fn gauges(
    read: &RequestRead,
    package: &Package,
    lang: Lang,
    today: Date,
) -> Vec<PointGauge> {
    pairs(read, package, lang, today).into_iter().map(|(_, gauge)| gauge).collect()
}

fn pairs(
    read: &RequestRead,
    package: &Package,
    lang: Lang,
    today: Date,
) -> Vec<(String, PointGauge)> {
    let all = gauge(&read.loaded.asked.request, package, today).into_iter();
    all.map(|one| {
        let known = read.purpose.decision_point(&one.point);
        let seen = PointGauge {
            title: known.map_or_else(|| one.point.clone(), |point| words_of(point, lang)),
            level: match one.level {
                Level::Covered => GaugeLevel::Covered,
                Level::Thin => GaugeLevel::Thin,
                Level::Missing => GaugeLevel::Missing,
            },
            entries: count(one.entries),
            would_help: one
                .would_help
                .iter()
                .map(|what| match what {
                    WouldHelp::OwnAccount => GaugeHelp::OwnAccount,
                    WouldHelp::HelpersAccount => GaugeHelp::HelpersAccount,
                    WouldHelp::SomethingRecent => GaugeHelp::SomethingRecent,
                    WouldHelp::EffectOnDailyLife => GaugeHelp::EffectOnDailyLife,
                })
                .collect(),
        };
        (one.point, seen)
    })
    .collect()
}
