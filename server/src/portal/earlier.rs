//! An earlier request that a new one names: is it the client's own, and about the same person? The answer is the same
//! whether that person is known, unknown or was erased.

use super::Portal;
use super::error::Result;
use crate::store::Tx;
use crate::store::requests;
use consent::ids::{ClientId, RequestId};
use consent::matching::Identity;
use consent::request::Fault;

/// An own earlier request about the same person, as `replaces` and `follows` name it.
pub(super) async fn own_earlier(
    portal: &Portal,
    tx: &mut Tx,
    client: &ClientId,
    claimant: &Identity,
    (named, place): (Option<&str>, &str),
) -> Result<std::result::Result<Option<RequestId>, Fault>> {
    let Some(named) = named else { return Ok(Ok(None)) };
    let fault =
        || Fault::at(place, "name an earlier request of your own about the same person by its id");
    let Ok(id) = named.parse::<RequestId>() else { return Ok(Err(fault())) };
    let earlier = requests::earlier(tx, id).await?;
    let earlier = earlier.filter(|row| row.client_id == client.as_str());
    let same = earlier.is_some_and(|row| match (row.about, row.nino_index) {
        (Some(about), _) => about == code_about(portal, id, claimant),
        (None, Some(index)) => index == portal.nino_index(&claimant.nino, claimant.birth_date),
        // Once it is over nobody knows any more whom it was about, whether they were found or not.
        (None, None) => true,
    });
    Ok(if same { Ok(Some(id)) } else { Err(fault()) })
}

/// A code of a request and its claimant: only who has both can tell that it is theirs.
pub(super) fn code_about(portal: &Portal, id: RequestId, claimant: &Identity) -> Vec<u8> {
    let text =
        format!("{id}|{}|{}", claimant.nino.as_str(), consent::time::day(claimant.birth_date));
    portal.keys().blind_index("about", &text)
}
