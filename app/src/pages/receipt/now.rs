//! What happens now: how things stand when the page is read, which may be long after what the receipt proves.

use super::{Kind, ReceiptView};
use crate::{
    components::{body, bullets, button_group, heading_m, hidden, link_button, second_link_button},
    paths,
    receipt_words::Why,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

pub(super) fn now(ctx: &PageContext, seen: &ReceiptView) -> AnyView {
    view! {
        {heading_m(t!(ctx, "receipt-now"))}
        {amends(ctx, seen)}
        {died(ctx, seen)}
        {body(words(ctx, seen))}
        {rest(ctx, seen)}
        {request(ctx, seen)}
        {body(view! { <a class="govuk-link" href=paths::HISTORY>{t!(ctx, "receipt-now-history")}</a> })}
        {letter(ctx, seen)}
        {stop(ctx, seen)}
    }
    .into_any()
}

fn words(ctx: &PageContext, seen: &ReceiptView) -> String {
    match &seen.kind {
        Kind::Decision { file: Some(_), .. } | Kind::Pause { .. } if !seen.can_stop => {
            t!(ctx, "receipt-now-over")
        }
        Kind::Collection { .. } if !seen.can_stop => t!(ctx, "receipt-now-collected-over"),
        Kind::Collection { who, .. } => t!(ctx, "receipt-now-collected", who = who.clone()),
        _ if !seen.newest => t!(ctx, "receipt-now-newer"),
        Kind::Decision { file: None, .. } => t!(ctx, "receipt-now-refused"),
        Kind::Decision { .. } => t!(ctx, "receipt-now-shared"),
        Kind::Withdrawal { .. } => t!(ctx, "receipt-now-withdrawn"),
        Kind::Expiry { collected, .. } => {
            t!(ctx, "receipt-now-expired", collected = if *collected { "yes" } else { "no" })
        }
        Kind::Pause { .. } => t!(ctx, "receipt-now-paused"),
        Kind::Erasure { erased: false, .. } => t!(ctx, "receipt-now-kept"),
        Kind::Erasure { .. } => t!(ctx, "receipt-now-answered"),
    }
}

/// What it proves waits, and waits still.
pub(super) fn waits(seen: &ReceiptView) -> bool {
    seen.newest && seen.can_stop
}

fn amends(ctx: &PageContext, seen: &ReceiptView) -> Option<AnyView> {
    let amends = matches!(seen.kind, Kind::Decision { amends: true, .. });
    (amends && seen.newest).then(|| body(t!(ctx, "signed-instead")))
}

/// What was not stopped, and waits for the smaller file.
fn rest(ctx: &PageContext, seen: &ReceiptView) -> Option<AnyView> {
    let Kind::Withdrawal { remaining, .. } = &seen.kind else { return None };
    if remaining.is_empty() || !waits(seen) {
        return None;
    }
    let (look, confirm) = (paths::preview(&seen.request_id), paths::confirm(&seen.request_id));
    let inside = view! {
        {body(t!(ctx, "withdraw-remaining-text", count = remaining.len()))}
        {bullets(remaining.iter().map(|title| title.clone().into_any()).collect())}
        {button_group(vec![
            link_button(t!(ctx, "withdraw-remaining-look"), look),
            second_link_button(t!(ctx, "withdraw-remaining-confirm"), confirm),
        ])}
    };
    Some(inside.into_any())
}

/// That it was a mistake. Nobody reads this before that is put right: until then nobody can sign in.
fn died(ctx: &PageContext, seen: &ReceiptView) -> Option<AnyView> {
    let died = matches!(seen.kind, Kind::Pause { why: Why::Died, .. });
    (died && waits(seen)).then(|| body(t!(ctx, "receipt-now-died")))
}

fn request(ctx: &PageContext, seen: &ReceiptView) -> AnyView {
    let words = t!(ctx, "receipt-now-request");
    let href = paths::request(&seen.request_id);
    if matches!(seen.kind, Kind::Pause { .. }) && waits(seen) {
        return link_button(words, href);
    }
    body(view! { <a class="govuk-link" href=href>{words}</a> })
}

fn letter(ctx: &PageContext, seen: &ReceiptView) -> Option<AnyView> {
    let href = seen.letter.clone()?;
    let inside = view! {
        {body(t!(ctx, "withdraw-letter-text"))}
        {body(view! { <a class="govuk-link" href=href>{t!(ctx, "receipt-letter")}</a> })}
    };
    Some(inside.into_any())
}

fn stop(ctx: &PageContext, seen: &ReceiptView) -> Option<AnyView> {
    if !seen.can_stop {
        return None;
    }
    let about = t!(ctx, "receipt-stop-for", reference = seen.reference.clone());
    let words = if seen.newest && matches!(seen.kind, Kind::Withdrawal { .. }) {
        t!(ctx, "receipt-stop-rest")
    } else {
        t!(ctx, "receipt-stop-text")
    };
    let inside = view! {
        {body(words)}
        <a class="govuk-button govuk-button--secondary" href=paths::withdraw(&seen.request_id)>{t!(ctx, "receipt-stop")}{hidden(about)}</a>
    };
    Some(inside.into_any())
}

#[cfg(test)]
mod tests {
    use crate::{i18n::Lang, pages::receipt, shell::PageContext};

    fn sample(name: &str) -> String {
        let mut all = receipt::samples(Lang::En).into_iter();
        let (_, seen) = all.find(|(known, _)| *known == name).expect("it is a sample");
        receipt::page(&PageContext::default(), &seen).text
    }

    #[test]
    fn only_what_waits_still_is_said_to_wait() {
        let (waits, waited) = ("<span>Waits for you: ", "<span>Waited for you then: ");
        for name in ["withdrawal-rest-waits", "pause"] {
            let page = sample(name);
            assert!(page.contains(waits) && !page.contains(waited), "{name}: {page}");
        }
        for name in ["withdrawal-rest-shared", "pause-confirmed"] {
            let page = sample(name);
            assert!(page.contains(waited) && !page.contains(waits), "{name}: {page}");
            assert!(!page.contains("say-tag--wait"), "{name}: {page}");
        }
    }

    #[test]
    fn that_a_death_was_a_mistake_stands_before_how_things_stand() {
        let page = sample("pause-died");
        let mistake = page.find("The news that you had died was a mistake");
        assert!(mistake.is_some() && mistake < page.find("Nobody can collect it now."), "{page}");
    }

    #[test]
    fn a_stop_of_a_part_is_not_called_a_whole_one() {
        for name in ["withdrawal-rest-waits", "withdrawal-rest-shared"] {
            assert!(sample(name).contains(">You stopped sharing a part of it</h1>"), "{name}");
        }
        assert!(sample("withdrawal").contains(">You stopped sharing</h1>"));
    }
}
