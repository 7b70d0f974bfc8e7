//! `sayso person`: people whose identity the operator has verified.

use super::{Answer, Stop};
use crate::portal::people::{Added, Correction, PersonSeen};
use crate::portal::{Actor, Portal};
use clap::{Args, Subcommand};
use consent::identity::{Name, NhsNumber, Nino, Postcode};
use consent::ids::PersonId;
use consent::matching::Identity;
use consent::time::{Date, day, parse_day};
use serde_json::{Value, json};

/// People whose identity you have verified.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add a person; prints the activation code for their letter, this once
    Add(Add),
    /// Everybody
    List,
    /// Correct who somebody is; what is not given stays
    Correct(Correct),
    /// Issue a new activation code, for a lost letter or a forgotten password
    Code {
        /// Whose
        person: PersonId,
    },
    /// Say that somebody died: what they shared is held, and nobody signs in as them
    Died(Died),
    /// Destroy somebody's key and everything about them; the log stays whole
    Erase {
        /// Whom
        person: PersonId,
    },
    /// Whoever was erased, one id and time a line: for keeping apart from the backups
    Erased,
}

/// Who died, and when.
#[derive(Debug, Args)]
pub struct Died {
    /// Who
    #[arg(required_unless_present = "nhs_number", conflicts_with = "nhs_number")]
    person: Option<PersonId>,
    /// Who, by their NHS number
    #[arg(long, value_parser = NhsNumber::parse)]
    nhs_number: Option<NhsNumber>,
    /// On which day, as in 2026-12-31
    #[arg(long, value_name = "DATE", value_parser = parse_day, required_unless_present = "mistake")]
    on: Option<Date>,
    /// They did not: they can sign in again; what was held waits until they confirm it
    #[arg(long, conflicts_with = "on")]
    mistake: bool,
}

/// Who they are.
#[derive(Debug, Args)]
pub struct Add {
    /// Given names; leave out where they have one name only
    #[arg(long, value_parser = Name::parse)]
    given_name: Option<Name>,
    /// Family name, or the only name
    #[arg(long, value_parser = Name::parse)]
    family_name: Name,
    /// Date of birth, as in 1990-12-31
    #[arg(long, value_parser = parse_day)]
    birth_date: Date,
    /// Postcode; leave out where there is no fixed address
    #[arg(long, value_parser = Postcode::parse)]
    postcode: Option<Postcode>,
    /// National Insurance number
    #[arg(long, value_parser = Nino::parse)]
    nino: Nino,
    /// NHS number
    #[arg(long, value_parser = NhsNumber::parse)]
    nhs_number: Option<NhsNumber>,
}

/// What is right.
#[derive(Debug, Args)]
pub struct Correct {
    /// Whom
    person: PersonId,
    /// Given names
    #[arg(long, value_parser = Name::parse)]
    given_name: Option<Name>,
    /// They have one name only
    #[arg(long, conflicts_with = "given_name")]
    no_given_name: bool,
    /// Family name, or the only name
    #[arg(long, value_parser = Name::parse)]
    family_name: Option<Name>,
    /// Date of birth, as in 1990-12-31
    #[arg(long, value_parser = parse_day)]
    birth_date: Option<Date>,
    /// Postcode
    #[arg(long, value_parser = Postcode::parse)]
    postcode: Option<Postcode>,
    /// They have no fixed address
    #[arg(long, conflicts_with = "postcode")]
    no_postcode: bool,
    /// National Insurance number
    #[arg(long, value_parser = Nino::parse)]
    nino: Option<Nino>,
    /// NHS number
    #[arg(long, value_parser = NhsNumber::parse)]
    nhs_number: Option<NhsNumber>,
    /// Their NHS number is not known
    #[arg(long, conflicts_with = "nhs_number")]
    no_nhs_number: bool,
}

impl Command {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Add(add) => {
                let added = portal.add_person(&Actor::Operator, &add.identity()).await?;
                Ok(issued(&added))
            }
            Self::List => {
                portal.operator_looked("people").await?;
                let people = portal.people(&Actor::Operator).await?;
                let words: Vec<String> = people.iter().map(line).collect();
                let people: Vec<Value> = people.iter().map(shown).collect();
                Ok(Answer::new(json!({ "people": people }), words.join("\n")))
            }
            Self::Correct(correct) => {
                let person = correct.person;
                let correction = correct.correction();
                if correction == Correction::default() {
                    return Err(Stop::Usage("say what to correct, such as --postcode".to_owned()));
                }
                portal.correct_person(&Actor::Operator, person, correction).await?;
                Ok(Answer::new(json!({ "person_id": person, "corrected": true }), "Corrected."))
            }
            Self::Code { person } => {
                Ok(issued(&portal.issue_code(&Actor::Operator, person).await?))
            }
            Self::Died(died) => died.run(portal).await,
            Self::Erase { person } => {
                portal.erase_person(&Actor::Operator, person).await?;
                let words = "Erased. Nothing about them can be read any more; the log stays whole.";
                Ok(Answer::new(json!({ "person_id": person, "erased": true }), words))
            }
            Self::Erased => {
                let erased = portal.erased(&Actor::Operator).await?;
                let lines = erased.iter().map(|(id, at)| format!("{id} {}", at.rfc3339()));
                let words = lines.collect::<Vec<_>>().join("\n");
                let erased: Vec<Value> = erased
                    .iter()
                    .map(|(id, at)| json!({ "person_id": id, "erased_at": at }))
                    .collect();
                Ok(Answer::new(json!({ "erased": erased }), words))
            }
        }
    }
}

impl Died {
    async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        let person = match (self.person, &self.nhs_number) {
            (Some(person), _) => person,
            (None, Some(number)) => portal.person_of_number(number).await?,
            (None, None) => return Err(Stop::Usage("say who, by id or NHS number".to_owned())),
        };
        match self.on {
            Some(on) => {
                portal.record_death(&Actor::Operator, person, on).await?;
                let words = "Held: nothing that they shared goes. Nobody can sign in as them.";
                Ok(Answer::new(json!({ "person_id": person, "died_on": day(on) }), words))
            }
            None => {
                portal.correct_death(&Actor::Operator, person).await?;
                let words = "Put right. What they shared stays held until they confirm it again.";
                Ok(Answer::new(json!({ "person_id": person, "died_on": null }), words))
            }
        }
    }
}

impl Add {
    fn identity(self) -> Identity {
        Identity {
            nino: self.nino,
            nhs_number: self.nhs_number,
            family_name: self.family_name,
            given_name: self.given_name,
            birth_date: self.birth_date,
            postcode: self.postcode,
        }
    }
}

impl Correct {
    fn correction(self) -> Correction {
        #[expect(clippy::option_option, reason = "stays, changes, or is taken away")]
        fn or_none<T>(given: Option<T>, taken_away: bool) -> Option<Option<T>> {
            if taken_away { Some(None) } else { given.map(Some) }
        }
        Correction {
            nino: self.nino,
            nhs_number: or_none(self.nhs_number, self.no_nhs_number),
            family_name: self.family_name,
            given_name: or_none(self.given_name, self.no_given_name),
            birth_date: self.birth_date,
            postcode: or_none(self.postcode, self.no_postcode),
        }
    }
}

fn issued(added: &Added) -> Answer {
    let json = json!({
        "person_id": added.person_id,
        "activation_code": added.activation_code,
        "expires_at": added.expires_at,
    });
    let words = format!(
        "person_id: {}\nactivation_code: {}\nexpires_at: {}\nThe code is not shown again.",
        added.person_id,
        added.activation_code,
        added.expires_at.rfc3339()
    );
    Answer::new(json, words)
}

fn shown(person: &PersonSeen) -> Value {
    let who = &person.identity;
    json!({
        "person_id": person.id,
        "given_name": who.given_name,
        "family_name": who.family_name,
        "birth_date": day(who.birth_date),
        "postcode": who.postcode,
        "nino": who.nino,
        "nhs_number": who.nhs_number,
        "added_at": person.added_at,
        "active": person.active,
    })
}

fn line(person: &PersonSeen) -> String {
    let who = &person.identity;
    let given = who.given_name.as_ref().map_or("", Name::as_str);
    let family = who.family_name.as_str();
    let account = if person.active { "account" } else { "no account yet" };
    format!("{}  {given} {family}, born {}, {account}", person.id, day(who.birth_date))
}
