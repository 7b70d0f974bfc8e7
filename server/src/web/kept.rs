//! What was typed on a page for everybody, kept for one look while the language changes. Never a password.

use super::errors::Trouble;
use super::guard::Visitor;
use super::session;
use app::forms::{Pairs, SignInForm};
use app::paths;
use std::collections::BTreeMap;

const KEPT: &str = "typed";

/// The fields that are kept; nothing that is longer than any of them can be.
const FIELDS: [&str; 3] = ["code", "email", "next"];
const LONGEST: usize = 500;
/// Fields of another page that travel along, all together.
const LONGEST_CARRIED: usize = 16 * 1024;

/// Keeps it for the page that is led back to.
pub(super) async fn keep(visitor: &Visitor, back: &str, typed: Pairs) -> Result<(), Trouble> {
    let page = name_of(back);
    let mut carried = 0;
    let worth = |(name, value): &(String, String)| {
        if name.starts_with(SignInForm::TYPED) {
            carried += name.len() + value.len();
            return carried <= LONGEST_CARRIED;
        }
        FIELDS.contains(&name.as_str()) && (1..=LONGEST).contains(&value.len())
    };
    let fields: BTreeMap<String, String> = typed.into_iter().filter(worth).collect();
    if fields.is_empty() || !matches!(page, paths::SIGN_IN | paths::ACTIVATE) {
        return Ok(());
    }
    visitor.session.insert(KEPT, (page, fields)).await.map_err(session::broken)
}

/// Takes what was kept for this page: it is there once.
pub(super) async fn take(
    visitor: &Visitor,
    page: &str,
) -> Result<BTreeMap<String, String>, Trouble> {
    let kept = visitor.session.remove::<(String, BTreeMap<String, String>)>(KEPT).await;
    let kept = kept.map_err(session::broken)?;
    Ok(kept.filter(|(of, _)| of == page).map(|(_, fields)| fields).unwrap_or_default())
}

/// Those of the kept fields that belong to another page, without the name's beginning.
pub(super) fn carried(kept: BTreeMap<String, String>) -> Pairs {
    SignInForm::split(kept.into_iter().collect()).1
}

fn name_of(path: &str) -> &str {
    path.split('?').next().unwrap_or_default()
}
