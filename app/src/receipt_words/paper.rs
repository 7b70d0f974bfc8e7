//! The words of the page to print, which stands alone in one language.

use super::{Event, Told};
use crate::t;

/// Every word of the page that is not a field of the receipt.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is named for the place where it stands")]
pub struct Paper {
    pub code: &'static str,
    pub title: String,
    pub heading: String,
    pub share: String,
    pub stopped: String,
    pub paused: String,
    pub private: String,
    pub request: String,
    pub asker: String,
    pub recipients: String,
    pub answer: String,
    pub last_day: String,
    pub until: String,
    pub before: String,
    pub before_none: String,
    pub no_more: String,
    pub file: String,
    pub file_text: String,
    pub law: String,
    pub law_basis: String,
    pub law_confidence: String,
    pub always: String,
    pub check: String,
    pub receipt: String,
    pub issuer: String,
    pub signed: String,
    pub language: String,
    pub command: String,
}

/// The words of the page, in the receipt's language.
pub fn paper(told: &Told) -> Paper {
    let lang = told.lang;
    Paper {
        code: lang.code(),
        title: t!(lang, "paper-title", reference = told.reference.clone()),
        heading: match told.event {
            Event::Decided => t!(lang, "paper-heading-decision"),
            Event::Withdrew => t!(lang, "paper-heading-withdrawal"),
        },
        share: t!(lang, "paper-share"),
        stopped: t!(lang, "paper-stopped"),
        paused: t!(lang, "paper-paused"),
        private: t!(lang, "paper-private"),
        request: t!(lang, "paper-request"),
        asker: t!(lang, "paper-asker"),
        recipients: t!(lang, "paper-recipients"),
        answer: t!(lang, "paper-answer"),
        last_day: t!(lang, "paper-last-day"),
        until: t!(lang, "paper-until"),
        before: t!(lang, "paper-before"),
        before_none: t!(lang, "paper-before-none"),
        no_more: t!(lang, "paper-no-more"),
        file: t!(lang, "paper-file"),
        file_text: t!(lang, "paper-file-text"),
        law: t!(lang, "paper-law"),
        law_basis: t!(lang, "paper-law-basis"),
        law_confidence: t!(lang, "paper-law-confidence"),
        always: t!(lang, "common-always"),
        check: t!(lang, "paper-check"),
        receipt: t!(lang, "paper-receipt"),
        issuer: t!(lang, "paper-issuer"),
        signed: t!(lang, "paper-signed"),
        language: t!(lang, "paper-language"),
        command: t!(lang, "paper-command"),
    }
}
