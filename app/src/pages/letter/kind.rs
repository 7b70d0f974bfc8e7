//! Which letters there are, and what can be typed into each. A kind's name says nothing about a person.

use crate::{i18n::Lang, t};

/// The most characters of one field.
pub const MOST: usize = 2_000;

/// A letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To the practice: I do not agree.
    StopPractice,
    /// To the practice: put an entry right.
    Correction,
    /// To DWP: give me more time.
    MoreTime,
    /// To DWP: I take back the consent on a form.
    WithdrawForm,
    /// To DWP: a copy of what you hold.
    SubjectAccess,
    /// To DWP: I object.
    Objection,
}

/// Something that can be typed into a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// The entry that is wrong.
    Entry,
    /// What is wrong with it.
    Wrong,
    /// The form.
    Form,
    /// Until when.
    Until,
    /// The reason.
    Reason,
    /// What somebody wants to see.
    About,
}

impl Kind {
    /// All, in the order in which they are offered: first those to the practice.
    pub const ALL: [Self; 6] = [
        Self::StopPractice,
        Self::Correction,
        Self::MoreTime,
        Self::WithdrawForm,
        Self::SubjectAccess,
        Self::Objection,
    ];

    /// Its name in addresses and in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::StopPractice => "stop-practice",
            Self::Correction => "correction",
            Self::MoreTime => "more-time",
            Self::WithdrawForm => "withdraw-form",
            Self::SubjectAccess => "subject-access",
            Self::Objection => "objection",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it goes to the practice; the others go to whoever asks.
    pub const fn is_for_practice(self) -> bool {
        matches!(self, Self::StopPractice | Self::Correction)
    }

    /// Whether it helps where nothing is asked for from the record: then the practice has nothing to send.
    pub const fn helps_in_words(self) -> bool {
        !matches!(self, Self::StopPractice)
    }

    /// What can be typed into it.
    pub const fn fields(self) -> &'static [FieldName] {
        match self {
            Self::StopPractice => &[],
            Self::Correction => &[FieldName::Entry, FieldName::Wrong],
            Self::MoreTime => &[FieldName::Form, FieldName::Until, FieldName::Reason],
            Self::WithdrawForm => &[FieldName::Form],
            Self::SubjectAccess => &[FieldName::About],
            Self::Objection => &[FieldName::Reason],
        }
    }

    /// What it does, as the title of its page.
    pub(crate) fn title(self, lang: Lang) -> String {
        match self {
            Self::StopPractice => t!(lang, "letters-stop-practice"),
            Self::Correction => t!(lang, "letters-correction"),
            Self::MoreTime => t!(lang, "letters-more-time"),
            Self::WithdrawForm => t!(lang, "letters-withdraw-form"),
            Self::SubjectAccess => t!(lang, "letters-subject-access"),
            Self::Objection => t!(lang, "letters-objection"),
        }
    }

    /// When it helps.
    pub(crate) fn when(self, lang: Lang) -> String {
        match self {
            Self::StopPractice => t!(lang, "letters-stop-practice-when"),
            Self::Correction => t!(lang, "letters-correction-when"),
            Self::MoreTime => t!(lang, "letters-more-time-when"),
            Self::WithdrawForm => t!(lang, "letters-withdraw-form-when"),
            Self::SubjectAccess => t!(lang, "letters-subject-access-when"),
            Self::Objection => t!(lang, "letters-objection-when"),
        }
    }
}

impl FieldName {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::Entry, Self::Wrong, Self::Form, Self::Until, Self::Reason, Self::About];

    /// Its name in the form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Wrong => "wrong",
            Self::Form => "form",
            Self::Until => "until",
            Self::Reason => "reason",
            Self::About => "about",
        }
    }

    /// Whether it is one line.
    pub const fn is_line(self) -> bool {
        matches!(self, Self::Form | Self::Until)
    }

    pub(super) fn label(self, kind: Kind, lang: Lang) -> String {
        match (self, kind) {
            (Self::Entry, _) => t!(lang, "letter-field-entry"),
            (Self::Wrong, _) => t!(lang, "letter-field-wrong"),
            (Self::Form, Kind::MoreTime) => t!(lang, "letter-field-needs-time"),
            (Self::Form, _) => t!(lang, "letter-field-form"),
            (Self::Until, _) => t!(lang, "letter-field-until"),
            (Self::Reason, Kind::Objection) => t!(lang, "letter-field-hard"),
            (Self::Reason, _) => t!(lang, "letter-field-reason"),
            (Self::About, _) => t!(lang, "letter-field-about"),
        }
    }
}
