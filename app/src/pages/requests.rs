//! Every request: what waits first, then what is shared, then what is over. Titles here name who asks, never why.

mod samples;
mod view;

pub use samples::samples;
pub use view::{Answered, Collected, RequestsView, State, Waiting, Why};

use crate::{
    components::{
        Paused, Shape, body, heading_m, lead, reference, small_link_button, standing::shape, tag,
        tags, title,
    },
    i18n::{day, long_day},
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;

/// The page.
pub fn page(ctx: &PageContext, seen: &RequestsView) -> Html {
    let frame = Frame::new(t!(ctx, "requests-title")).at(Place::Requests);
    shell::render(ctx, frame, || {
        // What asks in words can be read, and waits for no answer here.
        let (to_read, waiting): (Vec<_>, Vec<_>) =
            seen.waiting.iter().partition(|request| request.why == Why::InWords);
        let none = seen.waiting.is_empty() && seen.sharing.is_empty() && seen.ended.is_empty();
        view! {
            {title(t!(ctx, "requests-heading"))}
            {lead(t!(ctx, "requests-lead", n = waiting.len()))}
            {none.then(|| body(t!(ctx, "requests-none")))}
            {waiting_list(ctx, t!(ctx, "requests-waiting"), &waiting)}
            {waiting_list(ctx, t!(ctx, "requests-to-read"), &to_read)}
            {answered_list(ctx, t!(ctx, "requests-sharing"), &seen.sharing)}
            {answered_list(ctx, t!(ctx, "requests-ended"), &seen.ended)}
        }
    })
}

fn waiting_list(ctx: &PageContext, heading: String, requests: &[&Waiting]) -> Option<AnyView> {
    if requests.is_empty() {
        return None;
    }
    let items: Vec<_> = requests.iter().map(|request| waiting_item(ctx, request)).collect();
    Some(view! { {heading_m(heading)}<ul class="say-list">{items}</ul> }.into_any())
}

fn waiting_item(ctx: &PageContext, request: &Waiting) -> AnyView {
    let asks = t!(ctx, "requests-asks", asker = request.asker.clone(), n = request.things);
    let why = match request.why {
        Why::Undecided => None,
        Why::InWords => Some(t!(ctx, "requests-in-words")),
        Why::NotNow => Some(t!(ctx, "requests-not-now")),
        Why::Paused(Paused::Rules) => Some(t!(ctx, "requests-paused-rules")),
        Why::Paused(Paused::Restored) => Some(t!(ctx, "requests-paused-restored")),
        Why::Paused(Paused::PartStopped) => Some(t!(ctx, "requests-paused-part")),
        Why::Paused(Paused::Other) => Some(t!(ctx, "requests-paused")),
    };
    let date = long_day(ctx.lang, request.reply_by);
    let (form, words) = match (request.why, request.days_left) {
        (Why::InWords, _) => (Shape::Circle, rich!(ctx, "requests-foot-in-words")),
        (Why::Paused(_), _) => (Shape::CirclePaused, rich!(ctx, "requests-foot-paused")),
        (_, Some(days)) => (Shape::Circle, rich!(ctx, "requests-foot", date = date, n = days)),
        (_, None) => (Shape::Circle, rich!(ctx, "requests-foot-late", date = date)),
    };
    view! {
        <li class="say-req say-req--wait">
            <div class="say-req__in">
                <h3><a class="govuk-link" href=paths::request(&request.id)>{asks}</a></h3>
                {why.map(|why| view! { <p>{why}</p> })}
                <p class="say-soft">{format!("{} ", t!(ctx, "requests-asked", date = day(ctx.lang, request.asked_on)))}{reference(request.reference.clone())}</p>
            </div>
            <p class="say-req__foot">{shape(form)}<span>{words}</span></p>
        </li>
    }
    .into_any()
}

fn answered_list(ctx: &PageContext, heading: String, requests: &[Answered]) -> Option<AnyView> {
    if requests.is_empty() {
        return None;
    }
    let items: Vec<_> = requests.iter().map(|request| answered_item(ctx, request)).collect();
    Some(view! { {heading_m(heading)}<ul class="say-list">{items}</ul> }.into_any())
}

fn answered_item(ctx: &PageContext, request: &Answered) -> AnyView {
    let answered = request
        .answered_on
        .map(|on| format!("{} ", t!(ctx, "requests-answered", date = day(ctx.lang, on))));
    let sharing = matches!(request.state, State::Sharing { .. } | State::NothingRecorded);
    let before = (sharing && request.collected == Collected::Before)
        .then(|| view! { <p>{t!(ctx, "requests-story-before")}</p> });
    let stop = sharing.then(|| {
        let about = t!(ctx, "requests-stop-with", asker = request.asker.clone());
        view! { <p>{small_link_button(t!(ctx, "requests-stop"), &about, paths::withdraw(&request.id))}</p> }
    });
    view! {
        <li class="say-row">
            <h3><a class="govuk-link" href=paths::request(&request.id)>{request.asker.clone()}</a></h3>
            <p>{story(ctx, request)}</p>
            {before}
            <p class="say-soft">{answered}{reference(request.reference.clone())}</p>
            {tags(state_tags(ctx, request))}
            {stop}
        </li>
    }
    .into_any()
}

fn story(ctx: &PageContext, request: &Answered) -> String {
    match request.state {
        State::Sharing { until } => {
            let (shared, all, date) =
                (request.shared, request.shared + request.private, day(ctx.lang, until));
            if request.collected == Collected::Newest {
                t!(ctx, "requests-story-collected", n = shared, all = all, date = date)
            } else {
                t!(ctx, "requests-story-sharing", n = shared, all = all, date = date)
            }
        }
        State::NothingRecorded => t!(ctx, "requests-story-nothing-recorded"),
        State::Refused if request.collected != Collected::Never => {
            t!(ctx, "requests-story-refused-collected")
        }
        State::Refused => t!(ctx, "requests-story-refused"),
        State::Expired { on } => t!(ctx, "requests-story-expired", date = day(ctx.lang, on)),
        State::Withdrawn { on } => t!(ctx, "requests-story-withdrawn", date = day(ctx.lang, on)),
        State::Closed { on: Some(on) } => {
            t!(ctx, "requests-story-closed", date = day(ctx.lang, on))
        }
        State::Closed { on: None } => t!(ctx, "requests-story-closed-undated"),
    }
}

fn state_tags(ctx: &PageContext, request: &Answered) -> Vec<AnyView> {
    match request.state {
        State::Sharing { .. } => {
            let shared =
                tag(Shape::FilledCircle, t!(ctx, "requests-tag-shared", n = request.shared));
            let private = (request.private > 0).then(|| {
                tag(Shape::FilledSquare, t!(ctx, "requests-tag-private", n = request.private))
            });
            std::iter::once(shared).chain(private).collect()
        }
        State::NothingRecorded => vec![tag(Shape::CircleGap, t!(ctx, "standing-nothing-recorded"))],
        State::Refused => vec![tag(Shape::FilledSquare, t!(ctx, "standing-refused"))],
        State::Expired { on } => {
            vec![tag(Shape::Square, t!(ctx, "standing-expired", date = day(ctx.lang, on)))]
        }
        State::Withdrawn { .. } => vec![tag(Shape::SquareBack, t!(ctx, "standing-withdrawn"))],
        State::Closed { .. } => vec![tag(Shape::SquareCross, t!(ctx, "standing-request-closed"))],
    }
}
