//! One sentence for each kind of event. A new kind does not compile before it has its sentence.

use super::{By, Checked, Happening, PageContext, Why, day, rich, t};
use leptos::prelude::*;

impl Checked {
    fn parts(&self) -> (u32, String) {
        match self {
            Self::One(title) => (1, title.clone()),
            Self::Several(count) => (*count, String::new()),
        }
    }
}

impl By {
    // The name of the case in the message files, and the name of the person.
    fn parts(&self) -> (&'static str, String) {
        match self {
            Self::You => ("you", String::new()),
            Self::Helper(name) => ("helper", name.clone()),
            Self::Operator => ("operator", String::new()),
        }
    }
}

macro_rules! by {
    ($ctx:expr, $key:literal, $by:expr $(, $name:ident = $value:expr)*) => {{
        let (case, name) = $by.parts();
        rich!($ctx, $key, by = case, name = name $(, $name = $value)*)
    }};
}

impl Happening {
    /// What happened, in one sentence or two.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind, so that none is left out")]
    pub(super) fn sentence(&self, ctx: &PageContext) -> AnyView {
        match self.clone() {
            Self::RequestReceived { who, reference, count, .. } => rich!(
                ctx,
                "history-event-request-received",
                who = who,
                reference = reference,
                count = count
            ),
            Self::RequestViewed { by, reference } => {
                by!(ctx, "history-event-request-viewed", by, reference = reference)
            }
            Self::SourcePermitted { source } => {
                rich!(ctx, "history-event-source-permitted", source = source)
            }
            Self::SourceStopped { source } => {
                rich!(ctx, "history-event-source-stopped", source = source)
            }
            Self::RecordRead { source, reference } => {
                rich!(ctx, "history-event-record-read", source = source, reference = reference)
            }
            Self::RecordNotRead { source, reference, why } => rich!(
                ctx,
                "history-event-record-not-read",
                source = source,
                reference = reference,
                why = why.case()
            ),
            Self::DraftSaved { by, reference } => {
                by!(ctx, "history-event-draft-saved", by, reference = reference)
            }
            Self::PreviewMade { by, reference } => {
                by!(ctx, "history-event-preview-made", by, reference = reference)
            }
            Self::LetterOpened { by, reference } => {
                by!(ctx, "history-event-letter-opened", by, reference = reference)
            }
            Self::DecisionShared { by, reference, share } => {
                by!(ctx, "history-event-decision-shared", by, reference = reference, share = share)
            }
            Self::DecisionRefused { by, reference } => {
                by!(ctx, "history-event-decision-refused", by, reference = reference)
            }
            Self::DecisionPart { by, reference, share, private } => {
                by!(
                    ctx,
                    "history-event-decision-part",
                    by,
                    reference = reference,
                    share = share,
                    private = private
                )
            }
            Self::Withdrawn { by, reference, count } => {
                by!(ctx, "history-event-withdrawn", by, reference = reference, count = count)
            }
            Self::WithdrawnByOperator { reference, count, evidence } => {
                rich!(
                    ctx,
                    "history-event-withdrawn-by-operator",
                    reference = reference,
                    count = count,
                    evidence = evidence
                )
            }
            Self::Collected { who, reference, entries } => rich!(
                ctx,
                "history-event-collected",
                who = who,
                reference = reference,
                count = entries
            ),
            Self::CollectionDenied { who, reference, .. } => {
                rich!(ctx, "history-event-collection-denied", who = who, reference = reference)
            }
            Self::CheckedPermit { who, reference, what } => {
                let (count, thing) = what.parts();
                rich!(
                    ctx,
                    "history-event-checked-permit",
                    who = who,
                    reference = reference,
                    count = count,
                    thing = thing
                )
            }
            Self::CheckedDeny { who, reference, what, .. } => {
                let (count, thing) = what.parts();
                rich!(
                    ctx,
                    "history-event-checked-deny",
                    who = who,
                    reference = reference,
                    count = count,
                    thing = thing
                )
            }
            Self::CheckedUnknown { who, reference, count } => rich!(
                ctx,
                "history-event-checked-unknown",
                who = who,
                reference = reference,
                count = count
            ),
            Self::StandingRead { who, reference } => {
                rich!(ctx, "history-event-standing-read", who = who, reference = reference)
            }
            Self::RequestClosed { who, reference, reason } => rich!(
                ctx,
                "history-event-request-closed",
                who = who,
                reference = reference,
                reason = reason
            ),
            Self::RequestClosedByItself { reference } => {
                rich!(ctx, "history-event-request-closed-by-itself", reference = reference)
            }
            Self::ErasureErased { who, reference, collected, .. } => {
                rich!(
                    ctx,
                    "history-event-erasure-erased",
                    who = who,
                    reference = reference,
                    date = day(ctx.lang, collected)
                )
            }
            Self::ErasureKept { who, reference, collected, .. } => {
                rich!(
                    ctx,
                    "history-event-erasure-kept",
                    who = who,
                    reference = reference,
                    date = day(ctx.lang, collected)
                )
            }
            Self::OutcomeSufficient { who, reference } => {
                rich!(ctx, "history-event-outcome-sufficient", who = who, reference = reference)
            }
            Self::OutcomeInsufficient { who, reference, .. } => {
                rich!(ctx, "history-event-outcome-insufficient", who = who, reference = reference)
            }
            Self::SignedIn { device } => {
                let (case, browser, system) = device.parts();
                rich!(
                    ctx,
                    "history-event-signed-in",
                    device = case,
                    browser = browser,
                    system = system
                )
            }
            Self::SignInFailed => rich!(ctx, "history-event-sign-in-failed"),
            Self::SignedOutEverywhere => rich!(ctx, "history-event-signed-out-everywhere"),
            Self::SessionEnded => rich!(ctx, "history-event-session-ended"),
            Self::PasswordChanged => rich!(ctx, "history-event-password-changed"),
            Self::AccountActivated => rich!(ctx, "history-event-account-activated"),
            Self::ActivationIssued => rich!(ctx, "history-event-activation-issued"),
            Self::PersonAdded => rich!(ctx, "history-event-person-added"),
            Self::PersonCorrected => rich!(ctx, "history-event-person-corrected"),
            Self::HistoryViewed { by } => by!(ctx, "history-event-history-viewed", by),
            Self::ReceiptViewed { by, code } => {
                by!(ctx, "history-event-receipt-viewed", by, code = code)
            }
            Self::LetterMade { by, reference, letter } => {
                by!(ctx, "history-event-letter-made", by, reference = reference, letter = letter)
            }
            Self::NotMe { who, reference } => {
                rich!(ctx, "history-event-not-me", who = who, reference = reference)
            }
            Self::NothingMoreTold { who, reference } => {
                rich!(ctx, "history-event-nothing-more-told", who = who, reference = reference)
            }
            Self::MoreMayCome { who, reference } => {
                rich!(ctx, "history-event-more-may-come", who = who, reference = reference)
            }
            Self::WordsFinished { reference } => {
                rich!(ctx, "history-event-words-finished", reference = reference)
            }
            Self::WordsTakenBack { reference } => {
                rich!(ctx, "history-event-words-taken-back", reference = reference)
            }
            Self::HelperInvited { reference } => {
                rich!(ctx, "history-event-helper-invited", reference = reference)
            }
            Self::HelperLinkEnded { reference } => {
                rich!(ctx, "history-event-helper-link-ended", reference = reference)
            }
            Self::HelperAnswered { reference } => {
                rich!(ctx, "history-event-helper-answered", reference = reference)
            }
            Self::HelperWordsDeleted { reference } => {
                rich!(ctx, "history-event-helper-words-deleted", reference = reference)
            }
            Self::AnswersImported { reference, questions } => rich!(
                ctx,
                "history-event-answers-imported",
                reference = reference,
                count = questions
            ),
            Self::EntryMarkedWrong { reference } => {
                rich!(ctx, "history-event-entry-marked-wrong", reference = reference)
            }
            Self::EntryMarkTakenAway { reference } => {
                rich!(ctx, "history-event-entry-mark-taken-away", reference = reference)
            }
            Self::CopyKept { reference } => {
                rich!(ctx, "history-event-copy-kept", reference = reference)
            }
            Self::CopyViewed { by, reference } => {
                by!(ctx, "history-event-copy-viewed", by, reference = reference)
            }
            Self::CopyDeleted { reference } => {
                rich!(ctx, "history-event-copy-deleted", reference = reference)
            }
            Self::EndDateReached { reference } => {
                rich!(ctx, "history-event-expired", reference = reference, why = "end-date")
            }
            Self::CollectWithinOver { reference } => {
                rich!(ctx, "history-event-expired", reference = reference, why = "collect-within")
            }
            Self::Paused { reference, why } => {
                rich!(ctx, "history-event-paused", reference = reference, why = why)
            }
            Self::Rechecked { reference } => {
                rich!(ctx, "history-event-rechecked", reference = reference)
            }
            Self::ErasureAsked { who, reference } => {
                rich!(ctx, "history-event-erasure-asked", who = who, reference = reference)
            }
            Self::RecordImported { entries } => {
                rich!(ctx, "history-event-record-imported", count = entries)
            }
            Self::Died => rich!(ctx, "history-event-died"),
            Self::DeathCorrected => rich!(ctx, "history-event-death-corrected"),
        }
    }

    /// What else is to be said: reasons, statements, points.
    pub(super) fn more(&self, ctx: &PageContext) -> Vec<String> {
        match self {
            Self::CheckedDeny { why, .. } | Self::CollectionDenied { why, .. } => why.words(ctx),
            Self::ErasureErased { statement, .. } | Self::ErasureKept { statement, .. } => {
                vec![t!(ctx, "history-said", words = statement.clone())]
            }
            Self::RequestReceived { sent: Some(sent), .. } => {
                vec![t!(ctx, "history-sent-before", date = day(ctx.lang, *sent))]
            }
            Self::OutcomeInsufficient { because, .. } => because
                .iter()
                .map(|(point, code)| {
                    t!(ctx, "history-point", point = point.clone(), code = code.clone())
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl Why {
    // The reasons, and of which DWP was told less: that a thing was not asked for, or that the request is closed, is no
    // secret from whoever asked.
    fn words(&self, ctx: &PageContext) -> Vec<String> {
        let said = |reason: &'static str| t!(ctx, "history-reason", reason = reason);
        let hidden = |reason: &'static str| {
            let hides = !matches!(reason, "not-asked" | "request-closed");
            hides.then(|| t!(ctx, "history-reason-hidden"))
        };
        match self {
            Self::One(reason) => std::iter::once(said(reason)).chain(hidden(reason)).collect(),
            Self::Each(things) => {
                let line = |(thing, reason): &(String, &'static str)| {
                    let line =
                        t!(ctx, "history-reason-of", thing = thing.clone(), words = said(reason));
                    std::iter::once(line).chain(hidden(reason)).collect::<Vec<_>>().join(" ")
                };
                things.iter().map(line).collect()
            }
            Self::Several => vec![said("several")],
        }
    }
}
