//! What the law says, and the claimant's rights with a text to send, for the receipt's own language. The Access to
//! Medical Reports Act is never named here: it does not cover reports for DWP.

use crate::{i18n::Lang, t};

/// A right of the claimant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RightName {
    /// A copy of what is held.
    Access,
    /// To have it put right.
    Rectification,
    /// To have its use limited.
    Restriction,
    /// To object.
    Objection,
    /// To complain.
    Complaint,
}

/// What the law says, in plain sentences.
pub fn law(lang: Lang) -> Vec<String> {
    vec![
        t!(lang, "paper-law-basis"),
        t!(lang, "paper-law-confidence"),
        t!(lang, "paper-law-pressure"),
        t!(lang, "paper-law-keeps"),
    ]
}

/// What a right is called.
pub fn right_title(lang: Lang, right: RightName) -> String {
    match right {
        RightName::Access => t!(lang, "right-access"),
        RightName::Rectification => t!(lang, "right-rectification"),
        RightName::Restriction => t!(lang, "right-restriction"),
        RightName::Objection => t!(lang, "right-objection"),
        RightName::Complaint => t!(lang, "right-complaint"),
    }
}

/// A text to send, about this request.
pub fn right_text(lang: Lang, right: RightName, reference: &str) -> String {
    let reference = reference.to_owned();
    match right {
        RightName::Access => t!(lang, "right-access-text", reference = reference),
        RightName::Rectification => t!(lang, "right-rectification-text", reference = reference),
        RightName::Restriction => t!(lang, "right-restriction-text", reference = reference),
        RightName::Objection => t!(lang, "right-objection-text", reference = reference),
        RightName::Complaint => t!(lang, "right-complaint-text", reference = reference),
    }
}
