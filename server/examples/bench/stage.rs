//! A portal with something in it: the demo, and the largest record at hand. All of it comes in through the use cases,
//! as it would in service; nothing is written past them.

use crate::Outcome;
use crate::asking::{Asking, Known, Shared};
use crate::largest::LargeRecord;
use crate::requester::Requester;
use consent::category::Category;
use consent::identity::{Name, NhsNumber, Nino, Postcode};
use consent::ids::RequestId;
use consent::matching::Identity;
use consent::request::Registration;
use consent::time::parse_day;
use server::demo::Demo;
use server::portal::{Actor, Portal};

/// Whose pages are measured: the one of the demo with the longest record.
const READER: &str = "jose.ferreira@example.org";
/// Whose requests are checked: the one with the shortest.
const CHECKED: &str = "bo.li@example.org";
/// So many requests are checked in a call of many checks, each about so many categories.
const CHECKED_REQUESTS: usize = 20;
/// How many categories of each.
const CHECKED_CATEGORIES: usize = 5;

/// What the measures need.
pub struct Stage {
    /// The portal.
    pub portal: Portal,
    /// With which e-mail address the reader signs in.
    pub email: String,
    /// And with which password.
    pub password: String,
    /// Who asks.
    pub requester: Requester,
    /// The largest record at hand, and what of it is shared.
    pub largest: (LargeRecord, Shared),
    /// The demo's largest record: less, and most of it is shared.
    pub demo: (LargeRecord, Shared),
    /// A record made so long that its release is large.
    pub long: (LargeRecord, Shared),
    /// Decided requests and categories of them: a hundred pairs.
    pub pairs: Vec<(RequestId, Category)>,
    /// A request that its claimant has not answered.
    pub undecided: RequestId,
    /// The same about somebody whom nobody knows.
    pub nobody: RequestId,
}

impl Stage {
    /// Fills an empty portal.
    pub async fn fill(portal: &Portal, largest: LargeRecord) -> Outcome<Self> {
        eprintln!("bench: filling a portal with the people, records and requests of the demo");
        let demo = server::demo::fill(portal).await?;
        let reader = known(portal, &demo, READER).await?;
        let checked = known(portal, &demo, CHECKED).await?;
        let purposes = Registration::AllPurposes;
        let requester = Requester::register(portal, "bench", purposes).await?;
        let asking = Asking::of(portal, &requester.id)?;

        eprintln!("bench: sharing {} requests", CHECKED_REQUESTS + 3);
        let everything = asking.everything();
        let few =
            everything.get(..CHECKED_CATEGORIES).ok_or("the purpose covers too few categories")?;
        let mut pairs = Vec::new();
        for number in 0..CHECKED_REQUESTS {
            let Shared { id, .. } =
                asking.shared(&format!("CHECKED-{number}"), &checked, few).await?;
            pairs.extend(few.iter().map(|category| (id, *category)));
        }
        let undecided = asking.ask("UNDECIDED", &checked.identity, few).await?;
        let nobody = asking.ask("NOBODY", &invented("Nobody", "AB123456C", None)?, few).await?;

        let demo = (LargeRecord::demo()?, asking.shared("DEMO", &reader, everything).await?);
        let largest = if largest.number == demo.0.number {
            demo.clone()
        } else {
            let owner =
                owner_of(portal, ("Largest", "CE654321D"), &largest, &reader.password).await?;
            (largest, asking.shared("LARGEST", &owner, everything).await?)
        };
        let long = LargeRecord::long()?;
        let owner = owner_of(portal, ("Long", "CE765432A"), &long, &reader.password).await?;
        let long = (long, asking.shared("LONG", &owner, everything).await?);
        let (portal, email, password) = (portal.clone(), READER.to_owned(), reader.password);
        Ok(Self {
            portal,
            email,
            password,
            requester,
            largest,
            demo,
            long,
            pairs,
            undecided,
            nobody,
        })
    }
}

/// Somebody of the demo, who lets the portal read their record.
async fn known(portal: &Portal, demo: &Demo, email: &str) -> Outcome<Known> {
    let found = demo.people.iter().find(|person| person.email == email);
    let password = found.ok_or_else(|| format!("the demo has no {email}"))?.password.clone();
    let id = portal.sign_in("127.0.0.1", email, &password).await?;
    let known = Known { id, identity: portal.identity_of(&Actor::Operator, id).await?, password };
    known.permit(portal).await?;
    Ok(known)
}

/// Somebody new, whose record it is.
async fn owner_of(
    portal: &Portal,
    (name, nino): (&str, &str),
    record: &LargeRecord,
    password: &str,
) -> Outcome<Known> {
    let identity = invented(name, nino, Some(record.number.clone()))?;
    let email = format!("{name}@example.org");
    let added = portal.add_person(&Actor::Operator, &identity).await?;
    portal.import_record(&Actor::Operator, &record.number, record.bytes.clone()).await?;
    let id = portal.activate("127.0.0.1", &added.activation_code, &email, password).await?;
    let owner = Known { id, identity, password: password.to_owned() };
    owner.permit(portal).await?;
    Ok(owner)
}

fn invented(family_name: &str, nino: &str, nhs_number: Option<NhsNumber>) -> Outcome<Identity> {
    Ok(Identity {
        nino: Nino::parse(nino)?,
        nhs_number,
        family_name: Name::parse(family_name)?,
        given_name: None,
        birth_date: parse_day("1970-01-01")?,
        postcode: Some(Postcode::parse("LS1 4AP")?),
    })
}
