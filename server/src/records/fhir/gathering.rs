//! Everything about one Patient, put together to one Bundle: by `$everything` where the server has it, else type
//! by type; then what those entries refer to. The same resource in two contents refuses the whole.

use super::asking::{Answer, Ask, Asking};
use super::capability::Able;
use super::page::{Found, Place};
use super::paging::{All, Total, all};
use super::types::{SEARCHED, SUPPORTING};
use super::{RecordBytes, SourceFault};
use http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};
use tokio::task::JoinSet;
use zeroize::Zeroizing;

/// How many entries a page is asked to have.
const COUNT: &str = "500";
/// How many types are asked for at once.
const AT_ONCE: usize = 4;
/// How many supporting resources are asked for in one search.
const TOGETHER: usize = 50;

/// The record so far.
struct Gathered {
    patient: Place,
    found: BTreeMap<Place, Found>,
}

/// The whole record of this Patient.
pub(super) async fn everything(
    asking: &Asking,
    able: Option<&Able>,
    patient: Found,
) -> Result<RecordBytes, SourceFault> {
    let mut gathered = Gathered { patient: patient.place.clone(), found: BTreeMap::new() };
    let at_once = if able.is_none_or(|able| able.everything) {
        in_one(asking, &gathered.patient).await?
    } else {
        None
    };
    match at_once {
        Some(all) => {
            gathered.take(all)?;
            if !gathered.found.contains_key(&gathered.patient) {
                gathered.take(vec![patient])?;
            }
        }
        None => {
            gathered.take(vec![patient])?;
            type_by_type(asking, able, &mut gathered).await?;
        }
    }
    supporting(asking, able, &mut gathered).await?;
    Ok(gathered.bundle())
}

/// `Patient/{id}/$everything`; none where the server has no such thing.
async fn in_one(asking: &Asking, patient: &Place) -> Result<Option<Vec<Found>>, SourceFault> {
    let url = asking.below(&format!("{patient}/$everything?_count={COUNT}"))?;
    match all(asking, Ask::Get(url), Total::AtLeast).await? {
        All::Found(found) => Ok(Some(found)),
        All::Status(
            StatusCode::BAD_REQUEST
            | StatusCode::NOT_FOUND
            | StatusCode::METHOD_NOT_ALLOWED
            | StatusCode::NOT_IMPLEMENTED,
        ) => Ok(None),
        All::Status(status) => {
            Err(SourceFault::wrong(format!("it answers {} to $everything", status.as_u16())))
        }
    }
}

async fn type_by_type(
    asking: &Asking,
    able: Option<&Able>,
    gathered: &mut Gathered,
) -> Result<(), SourceFault> {
    let mut waiting = SEARCHED.iter().filter_map(|(kind, parameters)| {
        let Some(able) = able else { return Some((*kind, *parameters.first()?)) };
        let known = able.types.get(*kind)?;
        let parameter = parameters.iter().find(|name| known.contains(**name));
        Some((*kind, *parameter.or(parameters.first())?))
    });
    let mut under_way = JoinSet::new();
    loop {
        while under_way.len() < AT_ONCE
            && let Some((kind, parameter)) = waiting.next()
        {
            let (asking, patient) = (asking.clone(), gathered.patient.clone());
            under_way.spawn(async move { of_type(&asking, kind, parameter, &patient).await });
        }
        match under_way.join_next().await {
            None => return Ok(()),
            Some(Ok(found)) => gathered.take(found?)?,
            Some(Err(_)) => return Err(SourceFault::wrong("a search was not finished")),
        }
    }
}

/// Every resource of a type about this Patient, and what the server sends along.
async fn of_type(
    asking: &Asking,
    kind: &'static str,
    parameter: &str,
    patient: &Place,
) -> Result<Vec<Found>, SourceFault> {
    let ask = Ask::search(kind, &[(parameter, &patient.to_string()), ("_count", COUNT)]);
    let found = match all(asking, ask, Total::Matches).await? {
        All::Found(found) => found,
        All::Status(status) => {
            let status = status.as_u16();
            return Err(SourceFault::wrong(format!("it answers {status} to a search for {kind}")));
        }
    };
    for one in found.iter().filter(|one| one.matched) {
        if one.place.kind.as_str() != kind {
            return Err(SourceFault::wrong(format!("a search for {kind} brings another type")));
        }
        // A server that does not know the parameter may answer with everybody's.
        if !one.references.contains(patient) {
            let what = format!("a search for a person's {kind} brings one that is not theirs");
            return Err(SourceFault::OtherPerson(what));
        }
    }
    Ok(found)
}

/// What the entries refer to and nobody owns, until nothing more is referred to. What the server does not find
/// is not there, as it is not in a file.
async fn supporting(
    asking: &Asking,
    able: Option<&Able>,
    gathered: &mut Gathered,
) -> Result<(), SourceFault> {
    let mut asked: BTreeSet<Place> = BTreeSet::new();
    loop {
        let mut wanted: BTreeMap<&'static str, Vec<Place>> = BTreeMap::new();
        for place in gathered.found.values().flat_map(|found| &found.references) {
            let kind = SUPPORTING.iter().copied().find(|kind| *kind == place.kind.as_str());
            let Some(kind) =
                kind.filter(|kind| able.is_none_or(|able| able.types.contains_key(*kind)))
            else {
                continue;
            };
            if !gathered.found.contains_key(place) && asked.insert(place.clone()) {
                wanted.entry(kind).or_default().push(place.clone());
            }
        }
        let texts = gathered.found.values().flat_map(|found| &found.texts);
        let texts: Vec<Place> = texts
            .filter(|place| !gathered.found.contains_key(*place) && asked.insert((*place).clone()))
            .cloned()
            .collect();
        if wanted.is_empty() && texts.is_empty() {
            return Ok(());
        }
        for place in texts {
            gathered.take(text(asking, &place).await?.into_iter().collect())?;
        }
        for (kind, places) in wanted {
            for some in places.chunks(TOGETHER) {
                gathered.take(by_id(asking, kind, some).await?)?;
            }
        }
    }
}

/// A text that an attachment points to. Where the server does not give it as FHIR, it is not there: a letter that
/// cannot be read is withheld as such.
async fn text(asking: &Asking, place: &Place) -> Result<Option<Found>, SourceFault> {
    match asking.ask(&Ask::Get(asking.below(&place.to_string())?)).await? {
        Answer::Status(_) | Answer::NotFhir => Ok(None),
        Answer::Body(body) => match Found::alone(&body, asking.base())? {
            Some(found) if found.place == *place => Ok(Some(found)),
            _ => Err(SourceFault::wrong("a text is asked for and something else comes")),
        },
    }
}

async fn by_id(
    asking: &Asking,
    kind: &'static str,
    places: &[Place],
) -> Result<Vec<Found>, SourceFault> {
    let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
    let ask = Ask::search(kind, &[("_id", &ids.join(",")), ("_count", COUNT)]);
    match all(asking, ask, Total::Matches).await? {
        All::Found(found) if found.iter().all(|one| places.contains(&one.place)) => Ok(found),
        All::Found(_) => Err(SourceFault::wrong(format!(
            "a search for {kind} by id brings what was not asked for"
        ))),
        All::Status(status) => {
            let status = status.as_u16();
            Err(SourceFault::wrong(format!("it answers {status} to a search for {kind} by id")))
        }
    }
}

impl Gathered {
    /// Takes what was found. What comes twice is there once; in two contents, nobody knows which one holds.
    fn take(&mut self, all: Vec<Found>) -> Result<(), SourceFault> {
        for found in all {
            if found.place.kind.as_str() == "Patient" && found.place != self.patient {
                let what = "a second Patient comes with the record";
                return Err(SourceFault::OtherPerson(what.to_owned()));
            }
            match self.found.get(&found.place) {
                None => drop(self.found.insert(found.place.clone(), found)),
                Some(known) if known.key == found.key => {}
                Some(known) => {
                    let kind = known.place.kind;
                    return Err(SourceFault::wrong(format!("a {kind} comes in two contents")));
                }
            }
        }
        Ok(())
    }

    /// One Bundle, whose resources have the very bytes that the server sent.
    fn bundle(&self) -> RecordBytes {
        let size: usize = self.found.values().map(|found| found.raw.get().len() + 16).sum();
        let mut bytes = Zeroizing::new(Vec::with_capacity(size + 64));
        bytes.extend_from_slice(br#"{"resourceType":"Bundle","type":"collection","entry":["#);
        for (index, found) in self.found.values().enumerate() {
            if index > 0 {
                bytes.push(b',');
            }
            bytes.extend_from_slice(br#"{"resource":"#);
            bytes.extend_from_slice(found.raw.get().as_bytes());
            bytes.push(b'}');
        }
        bytes.extend_from_slice(b"]}");
        bytes
    }
}
