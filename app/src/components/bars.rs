//! How much there is of something along time, as bars that are drawn here. Percent along, so that its text never shrinks;
//! no script and no style of its own. A table beside it says the same.

use leptos::prelude::*;

/// How much room is over the bars of a lane, between two lanes, and for the names under the last.
const HEAD: usize = 24;
const GAP: usize = 16;
const FOOT: usize = 32;
/// How much of the narrowest screen one letter of a name takes to either side of its middle, in percent.
const LETTER: f64 = 1.55;

/// Bars over one line, one for each stretch of time.
pub struct Lane {
    /// What is counted. Without, the highest bar has its number over it.
    pub words: Option<String>,
    /// What they look like.
    pub fill: Fill,
    /// How much, from the first stretch to the last: as many in each lane.
    pub counts: Vec<usize>,
}

/// What bars look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// What is the claimant's own.
    Filled,
    /// What is others'.
    Hollow,
}

/// A picture of lanes over each other, all to one scale.
pub struct Bars {
    /// What it is called, for those who listen.
    pub title: String,
    /// What it says, for those who listen.
    pub said: String,
    /// The lanes, from above.
    pub lanes: Vec<Lane>,
    /// How high the highest bar is.
    pub tall: usize,
    /// Names under the last lane, each with its stretch.
    pub names: Vec<(usize, String)>,
}

/// The picture.
pub fn bars(of: Bars) -> AnyView {
    let Bars { title, said, lanes, tall, names } = of;
    let span = lanes.iter().map(|lane| lane.counts.len()).max().unwrap_or_default();
    let most = lanes.iter().flat_map(|lane| &lane.counts).copied().max().unwrap_or_default();
    let each = HEAD + tall + GAP;
    let ground = (lanes.len() * each).saturating_sub(GAP);
    let lanes: Vec<_> = lanes
        .into_iter()
        .enumerate()
        .map(|(at, one)| lane(one, at * each, tall, most.max(1)))
        .collect();
    let names: Vec<_> = names
        .into_iter()
        .map(|(at, words)| {
            let (along, anchor) = text_place(at, span, &words);
            view! { <text x=along y=(ground + 24).to_string() text-anchor=anchor>{words}</text> }
        })
        .collect();
    view! {
        <figure class="say-time">
            <svg role="img" aria-labelledby="time-title time-said" height=(ground + FOOT).to_string()>
                <title id="time-title">{title}</title>
                <desc id="time-said">{said}</desc>
                {lanes}
                {names}
            </svg>
        </figure>
    }
    .into_any()
}

fn lane(of: Lane, top: usize, tall: usize, most: usize) -> AnyView {
    let Lane { words, fill, counts } = of;
    let span = counts.len();
    let ground = top + HEAD + tall;
    let class = match fill {
        Fill::Filled => "on",
        Fill::Hollow => "off",
    };
    let highest = counts.iter().max().copied().unwrap_or_default();
    let highest_at = counts.iter().position(|count| *count == highest).filter(|_| highest > 0);
    // However little it is, it can be seen; a hollow bar needs more for that.
    let least = if words.is_some() { 5 } else { 3 };
    let said = match words {
        Some(words) => {
            Some(view! { <text x="0".to_owned() y=(top + 16).to_string() text-anchor="start">{words}</text> })
        }
        None => highest_at.map(|at| {
            let (words, high) = (highest.to_string(), tall * highest / most);
            let (along, anchor) = text_place(at, span, &words);
            view! { <text x=along y=(ground - high - 8).to_string() text-anchor=anchor>{words}</text> }
        }),
    };
    let bars: Vec<_> = counts
        .into_iter()
        .enumerate()
        .filter(|(_, count)| *count > 0)
        .map(|(at, count)| {
            let high = (tall * count / most).max(least);
            // A bar fills four fifths of its stretch; where there are few stretches, it stays slim.
            let wide = percent(80, span * 100).min(percent(8, 100));
            let along = percent(at * 100 + 50, span * 100) - wide / 2.0;
            view! {
                <rect class=class x=format!("{along:.2}%") y=(ground - high).to_string() width=format!("{wide:.2}%") height=high.to_string()></rect>
            }
        })
        .collect();
    view! {
        {bars}
        <line class="base" x1="0" x2="100%" y1=ground.to_string() y2=ground.to_string()></line>
        {said}
    }
    .into_any()
}

/// Where a stretch's text stands, so that none hangs over the edge.
fn text_place(at: usize, span: usize, words: &str) -> (String, &'static str) {
    let along = percent(at * 100 + 50, span * 100);
    let letters = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    let edge = (f64::from(letters) * LETTER).clamp(8.0, 50.0);
    if span > 1 && along < edge {
        ("0".to_owned(), "start")
    } else if span > 1 && along > 100.0 - edge {
        ("100%".to_owned(), "end")
    } else {
        (format!("{along:.2}%"), "middle")
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    let exact = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    100.0 * exact(part) / exact(whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_at_the_edge_stays_on_the_picture() {
        assert_eq!(text_place(0, 1, "2 November 2026").1, "middle");
        assert_eq!(text_place(0, 10, "2 November 2026"), ("0".to_owned(), "start"));
        assert_eq!(text_place(9, 10, "2 November 2026"), ("100%".to_owned(), "end"));
        assert_eq!(text_place(1, 4, "2019"), ("37.50%".to_owned(), "middle"));
    }
}
