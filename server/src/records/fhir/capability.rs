//! What the server says that it can do: its CapabilityStatement, asked for once in ten minutes. A server of
//! another version than R4 is not read.

use super::SourceFault;
use super::asking::{Answer, Ask, Asking};
use crate::clock::Clock;
use consent::time::At;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokio::sync::Mutex;

/// How long what it says is believed.
const BELIEVED_SECONDS: i64 = 600;

/// What a server can do.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Able {
    /// `Patient/{id}/$everything`.
    pub everything: bool,
    /// The search parameters of each type that it has.
    pub types: BTreeMap<String, BTreeSet<String>>,
}

/// What is known of it; a server may say nothing.
pub(super) struct Capabilities {
    clock: Arc<dyn Clock>,
    known: Mutex<Option<(Option<Arc<Able>>, At)>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Statement {
    resource_type: String,
    fhir_version: Option<String>,
    #[serde(default)]
    rest: Vec<Rest>,
}

#[derive(Deserialize)]
struct Rest {
    mode: Option<String>,
    #[serde(default)]
    resource: Vec<Resource>,
    #[serde(default)]
    operation: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Resource {
    r#type: String,
    #[serde(default)]
    operation: Vec<Named>,
    #[serde(default)]
    search_param: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

impl Capabilities {
    pub(super) fn unknown(clock: Arc<dyn Clock>) -> Self {
        Self { clock, known: Mutex::new(None) }
    }

    /// What it can do; none where it does not say.
    pub(super) async fn of(&self, asking: &Asking) -> Result<Option<Arc<Able>>, SourceFault> {
        let mut known = self.known.lock().await;
        if let Some((able, until)) = known.as_ref()
            && self.clock.now() < *until
        {
            return Ok(able.clone());
        }
        let able = match asking.ask(&Ask::Get(asking.below("metadata")?)).await? {
            Answer::Status(_) => None,
            answer => Able::read(&answer.body()?)?.map(Arc::new),
        };
        *known = Some((able.clone(), self.clock.now().plus_seconds(BELIEVED_SECONDS)));
        Ok(able)
    }
}

impl Able {
    /// None where it is something else: a server that says nothing is asked for everything, and says itself what it lacks.
    fn read(body: &[u8]) -> Result<Option<Self>, SourceFault> {
        let statement: Statement = serde_json::from_slice(body)
            .map_err(|_| SourceFault::wrong("its CapabilityStatement cannot be read"))?;
        if statement.resource_type != "CapabilityStatement" {
            return Ok(None);
        }
        let version = statement.fhir_version.unwrap_or_default();
        if version != "4.0.1" && version != "4.0.0" {
            return Err(SourceFault::wrong("it speaks another version of FHIR than R4 (4.0.1)"));
        }
        let mut able = Self::default();
        let serves = |rest: &Rest| rest.mode.as_deref().is_none_or(|mode| mode == "server");
        for rest in statement.rest.into_iter().filter(serves) {
            able.everything |=
                rest.operation.iter().any(|named| named.name == "patient-everything");
            for resource in rest.resource {
                able.everything |= resource.r#type == "Patient"
                    && resource.operation.iter().any(|named| {
                        matches!(
                            named.name.trim_start_matches('$'),
                            "everything" | "patient-everything"
                        )
                    });
                let names = resource.search_param.into_iter().map(|named| named.name);
                able.types.entry(resource.r#type).or_default().extend(names);
            }
        }
        // One that names no type says nothing, and leaves nothing out.
        Ok(Some(able).filter(|able| !able.types.is_empty()))
    }
}
