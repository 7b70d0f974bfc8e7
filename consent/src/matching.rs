//! Is the claimant whom a requester names one of the people known here? Exactly one, or nobody.
//! Near matches are nobody's business but the operator's.

use crate::identity::name::matching_key;
use crate::identity::nhs_number::NhsNumber;
use crate::identity::nino::Nino;
use crate::identity::postcode::Postcode;
use serde::{Deserialize, Serialize};
use time::Date;

/// Who somebody is, as a requester names them or as the operator verified them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// National Insurance number.
    pub nino: Nino,
    /// NHS number, where it is known.
    pub nhs_number: Option<NhsNumber>,
    /// Family name, or the only name.
    pub family_name: crate::identity::name::Name,
    /// Given names, where there are any.
    pub given_name: Option<crate::identity::name::Name>,
    /// Date of birth.
    pub birth_date: Date,
    /// Postcode; none for no fixed address.
    pub postcode: Option<Postcode>,
}

/// Does what was asked fit this person?
///
/// NINO and birth date agree, and family name or postcode agrees after normalisation, and a given
/// NHS number agrees.
#[must_use]
pub fn fits(asked: &Identity, person: &Identity) -> bool {
    let same_number = asked.nino == person.nino && asked.birth_date == person.birth_date;
    let same_name =
        matching_key(asked.family_name.as_str()) == matching_key(person.family_name.as_str());
    let same_place = asked.postcode.is_some() && asked.postcode == person.postcode;
    let nhs_number_agrees = asked.nhs_number.is_none() || asked.nhs_number == person.nhs_number;
    same_number && (same_name || same_place) && nhs_number_agrees
}

/// The position of the one person who fits; none where nobody or more than one does.
#[must_use]
pub fn the_one(asked: &Identity, people: &[Identity]) -> Option<usize> {
    let mut fitting = people.iter().enumerate().filter(|(_, person)| fits(asked, person));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first.0)
}
