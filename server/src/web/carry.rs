//! What was typed, taken along when the language changes or somebody has to sign in again on the way. It is kept
//! as drafts are; nothing is done with it.

use super::errors::Trouble;
use super::guard::Visitor;
use super::{carried, choose, letter, preview_ticks};
use app::forms::Pairs;
use consent::ids::PersonId;

/// Keeps what was typed for the page that is led back to, where that page keeps drafts.
pub(super) async fn carry(
    visitor: &Visitor,
    person: PersonId,
    back: &str,
    typed: &Pairs,
) -> Result<(), Trouble> {
    carried::keep(&visitor.session, back, typed).await?;
    letter::carry(visitor, person, back, typed).await?;
    preview_ticks::carry(visitor, person, back, typed).await?;
    choose::carry(visitor, person, back, typed).await
}
