//! Who is in the demo and what is asked, as it ships with the program.

use super::DemoFault;
use crate::portal::requests::Submission;
use consent::identity::{Name, NhsNumber, Nino, Postcode};
use consent::ids::ClientId;
use consent::matching::Identity;
use consent::request::{Asked, AskedItem};
use consent::time::{At, Date, Span, parse_day};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

static RECORDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/people");
const PEOPLE: &str = include_str!("../../demo/people.toml");
const REQUESTS: &str = include_str!("../../demo/requests.toml");

/// Everybody, and everything that is asked.
pub(super) struct Cast {
    pub people: Vec<CastPerson>,
    pub requesters: Vec<CastRequester>,
    pub requests: Vec<CastRequest>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    person: Vec<CastPerson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestsFile {
    requester: Vec<CastRequester>,
    request: Vec<CastRequest>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CastPerson {
    given_name: Option<Name>,
    family_name: Name,
    #[serde(deserialize_with = "date")]
    birth_date: Date,
    postcode: Option<Postcode>,
    nino: Nino,
    pub nhs_number: NhsNumber,
    pub email: String,
    pub file: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CastRequester {
    pub id: ClientId,
    pub organisation: String,
    pub team: String,
    pub purposes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Officer {
    reference: String,
    role: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Routine,
    AdHoc,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CastItem {
    category: String,
    decision_points: Vec<String>,
    reason: String,
    #[serde(default, deserialize_with = "some_date")]
    from: Option<Date>,
    #[serde(default, deserialize_with = "some_date")]
    to: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CastRequest {
    pub requester: ClientId,
    pub reference: String,
    kind: Kind,
    purpose: String,
    /// The stem of a person's file.
    person: String,
    officer: Officer,
    explanation: String,
    question: Option<String>,
    items: Vec<CastItem>,
    recipients: Vec<String>,
    keep_for: Span,
    /// Days after the demo starts.
    respond_in_days: i64,
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    parse_day(&String::deserialize(from)?).map_err(serde::de::Error::custom)
}

fn some_date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    date(from).map(Some)
}

/// A record by its file's name.
pub(super) fn record(file: &str) -> Result<&'static [u8], DemoFault> {
    let found = RECORDS.get_file(file).map(include_dir::File::contents);
    found.ok_or_else(|| DemoFault::Broken(format!("there is no file {file}")))
}

impl Cast {
    /// What ships.
    pub fn shipped() -> Result<Self, DemoFault> {
        let broken = |why: toml::de::Error| DemoFault::Broken(why.to_string());
        let people: PeopleFile = toml::from_str(PEOPLE).map_err(broken)?;
        let requests: RequestsFile = toml::from_str(REQUESTS).map_err(broken)?;
        Ok(Self {
            people: people.person,
            requesters: requests.requester,
            requests: requests.request,
        })
    }
}

impl CastPerson {
    /// As a requester names them.
    pub fn claimant(&self) -> Value {
        json!({
            "nino": self.nino,
            "nhs_number": self.nhs_number,
            "given_name": self.given_name,
            "family_name": self.family_name,
            "birth_date": self.birth_date.to_string(),
            "postcode": self.postcode,
        })
    }

    /// As people call them.
    pub fn name(&self) -> String {
        match &self.given_name {
            Some(given) => format!("{} {}", given.as_str(), self.family_name.as_str()),
            None => self.family_name.as_str().to_owned(),
        }
    }

    /// As an operator would add them.
    pub fn identity(&self) -> Identity {
        Identity {
            nino: self.nino.clone(),
            nhs_number: Some(self.nhs_number.clone()),
            family_name: self.family_name.clone(),
            given_name: self.given_name.clone(),
            birth_date: self.birth_date,
            postcode: self.postcode.clone(),
        }
    }
}

impl CastRequest {
    /// As the requester would submit it now.
    pub fn submission(&self, cast: &Cast, now: At) -> Result<Submission, DemoFault> {
        let broken = |what: &str| DemoFault::Broken(format!("{}: {what}", self.reference));
        let person = cast
            .people
            .iter()
            .find(|person| person.file.strip_suffix(".json") == Some(self.person.as_str()));
        let person = person.ok_or_else(|| broken("nobody has this file"))?;
        let respond_by =
            now.date_in_london().checked_add(time::Duration::days(self.respond_in_days));
        let items = self.items.iter().map(|item| AskedItem {
            category: item.category.clone(),
            decision_points: item.decision_points.clone(),
            reason: item.reason.clone(),
            from: item.from,
            to: item.to,
        });
        Ok(Submission {
            reference: self.reference.clone(),
            ad_hoc: self.kind == Kind::AdHoc,
            purpose: self.purpose.clone(),
            purpose_version: None,
            replaces: None,
            follows: None,
            officer_reference: self.officer.reference.clone(),
            officer_role: self.officer.role.clone(),
            explanation: self.explanation.clone(),
            question: self.question.clone(),
            claimant: person.identity(),
            asked: Asked {
                items: items.collect(),
                ad_hoc: self.kind == Kind::AdHoc,
                recipients: self.recipients.clone(),
                keep_for: self.keep_for,
                respond_by: respond_by
                    .ok_or_else(|| broken("the reply-by date is beyond the calendar"))?,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cast_is_sound_and_every_file_is_somebodys() {
        let cast = Cast::shipped().unwrap();
        for person in &cast.people {
            consent::record::Record::parse(record(&person.file).unwrap(), Some(&person.nhs_number))
                .unwrap();
        }
        assert_eq!(RECORDS.files().count(), cast.people.len());
        for request in &cast.requests {
            request.submission(&cast, At::from_micros(1_790_000_000_000_000)).unwrap();
            assert!(cast.requesters.iter().any(|requester| requester.id == request.requester));
        }
    }
}
