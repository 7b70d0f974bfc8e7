//! What every page needs to know beside its own view model. It never holds anything about a record.

use crate::{Assets, i18n::Lang};
use time::PrimitiveDateTime;

/// What a page needs to know beside its own view model.
#[derive(Clone, Debug, Default)]
pub struct PageContext {
    /// The language of the page.
    pub lang: Lang,
    /// The path of the page with its query: the language form leads back to it.
    pub path: String,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// The built files.
    pub assets: Assets,
    /// A fresh random value for this answer. Only pages with an island use it.
    pub nonce: String,
    /// The operator's telephone number, where there is one.
    pub helpline: Option<String>,
}

impl PageContext {
    /// The language, for `t!`.
    pub const fn lang(&self) -> Lang {
        self.lang
    }
}

/// The person at the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Their name, as they write it.
    pub name: String,
    /// When they are signed out if they do nothing, as a clock in London shows it.
    pub ends_at: PrimitiveDateTime,
}
