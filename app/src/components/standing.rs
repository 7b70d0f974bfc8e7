//! How things stand, as shape and words. Round is open, square is closed;
//! filled was said by the claimant, hollow was not. Never green or red.

use crate::{i18n::day, shell::PageContext, t};
use leptos::prelude::*;
use time::Date;

/// The standing of one category, in the claimant's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has answered yet.
    NotDecided,
    /// Shared until the end of the day before `until`, or as the page says it.
    Granted {
        /// The last day of sharing.
        until: Date,
    },
    /// The claimant said no.
    Refused,
    /// The sharing came to its end.
    Expired {
        /// The day on which it ended.
        on: Date,
    },
    /// The claimant stopped it.
    Withdrawn,
    /// It needs another look.
    Paused,
    /// Shared, and there is nothing in it.
    NothingRecorded,
    /// The request is over.
    RequestClosed,
}

impl Standing {
    /// Its shape.
    pub const fn shape(self) -> Shape {
        match self {
            Self::NotDecided => Shape::Circle,
            Self::Granted { .. } => Shape::FilledCircle,
            Self::Refused => Shape::FilledSquare,
            Self::Expired { .. } => Shape::Square,
            Self::Withdrawn => Shape::SquareBack,
            Self::Paused => Shape::CirclePaused,
            Self::NothingRecorded => Shape::CircleGap,
            Self::RequestClosed => Shape::SquareCross,
        }
    }

    /// Its words.
    pub fn words(self, ctx: &PageContext) -> String {
        match self {
            Self::NotDecided => t!(ctx, "standing-not-decided"),
            Self::Granted { until } => t!(ctx, "standing-granted", date = day(ctx.lang, until)),
            Self::Refused => t!(ctx, "standing-refused"),
            Self::Expired { on } => t!(ctx, "standing-expired", date = day(ctx.lang, on)),
            Self::Withdrawn => t!(ctx, "standing-withdrawn"),
            Self::Paused => t!(ctx, "standing-paused"),
            Self::NothingRecorded => t!(ctx, "standing-nothing-recorded"),
            Self::RequestClosed => t!(ctx, "standing-request-closed"),
        }
    }
}

/// Why what was shared is paused until the claimant looks again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paused {
    /// The rules changed, and would withhold some of it.
    Rules,
    /// The store was restored from a backup.
    Restored,
    /// The claimant stopped sharing a part of it.
    PartStopped,
    /// Something else, which the page does not explain.
    Other,
}

/// The eight shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Open, not said.
    Circle,
    /// Open, said.
    FilledCircle,
    /// Closed, said.
    FilledSquare,
    /// Closed, not said.
    Square,
    /// A square with an arrow back.
    SquareBack,
    /// A circle with two bars.
    CirclePaused,
    /// A filled circle with a gap.
    CircleGap,
    /// A square with a cross.
    SquareCross,
}

impl Shape {
    const fn tint(self) -> &'static str {
        match self {
            Self::Circle | Self::CirclePaused => "say-tag say-tag--wait",
            Self::FilledCircle | Self::CircleGap => "say-tag say-tag--share",
            Self::FilledSquare | Self::Square | Self::SquareBack | Self::SquareCross => {
                "say-tag say-tag--no"
            }
        }
    }
}

/// The shape alone; words always stand beside it.
pub fn shape(shape: Shape) -> AnyView {
    let inside = match shape {
        Shape::Circle => view! { <circle class="o" cx="9" cy="9" r="7"></circle> }.into_any(),
        Shape::FilledCircle => view! { <circle cx="9" cy="9" r="8"></circle> }.into_any(),
        Shape::FilledSquare => {
            view! { <rect x="1.5" y="1.5" width="15" height="15" rx="2"></rect> }.into_any()
        }
        Shape::Square => {
            view! { <rect class="o" x="2.5" y="2.5" width="13" height="13" rx="1.5"></rect> }
                .into_any()
        }
        Shape::SquareBack => view! {
            <rect class="o" x="2.5" y="2.5" width="13" height="13" rx="1.5"></rect>
            <path d="M12.5 8H8.5V5L4.5 9l4 4v-3h4z"></path>
        }
        .into_any(),
        Shape::CirclePaused => view! {
            <circle class="o" cx="9" cy="9" r="7"></circle>
            <path class="o" d="M7 6v6M11 6v6"></path>
        }
        .into_any(),
        Shape::CircleGap => {
            view! { <path d="M8 1.1A8 8 0 0 0 8 16.9zM10 1.1v15.8A8 8 0 0 0 10 1.1z"></path> }
                .into_any()
        }
        Shape::SquareCross => view! {
            <rect class="o" x="2.5" y="2.5" width="13" height="13" rx="1.5"></rect>
            <path class="o" d="M6 6l6 6M12 6l-6 6"></path>
        }
        .into_any(),
    };
    view! { <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">{inside}</svg> }
        .into_any()
}

/// A shape and its words.
pub fn tag(form: Shape, words: String) -> AnyView {
    view! { <span class=form.tint()>{shape(form)}<span>{words}</span></span> }.into_any()
}

/// The tag of a standing.
pub fn standing_tag(ctx: &PageContext, standing: Standing) -> AnyView {
    tag(standing.shape(), standing.words(ctx))
}

/// Tags in a list, as they stand at the right of a row.
pub fn tags(tags: Vec<AnyView>) -> AnyView {
    let items: Vec<_> = tags.into_iter().map(|tag| view! { <li>{tag}</li> }).collect();
    view! { <ul class="say-tags">{items}</ul> }.into_any()
}
