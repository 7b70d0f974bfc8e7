//! Records from a FHIR R4 server over REST: the one Patient with the NHS number, then everything about
//! them, page by page. It gives the whole record or none: never a part, never another person's.

mod asking;
mod capability;
mod client;
mod gathering;
mod page;
mod paging;
mod patient;
mod signing;
mod tls;
mod token;
mod types;

pub(crate) use tls::machine_tls;

use super::{RecordBytes, RecordSource, SourceFault};
use crate::clock::Clock;
use crate::config::FhirSettings;
use asking::Asking;
use async_trait::async_trait;
use capability::Capabilities;
use client::Client;
use consent::identity::NhsNumber;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// Why a FHIR server cannot be set up. Names files, and never what is in them.
#[derive(Debug, thiserror::Error)]
pub enum SetUpFault {
    /// There is no address.
    #[error("records.fhir_base_url is missing or is no address")]
    NoAddress,
    /// A file of certificates, of the key or of the secret.
    #[error("{setting}: {path} {why}")]
    File {
        /// The setting that names it.
        setting: &'static str,
        /// Where it is.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// The machine trusts nobody, or the means to speak TLS cannot be set up.
    #[error("TLS cannot be set up: {0}")]
    Tls(String),
}

/// A FHIR R4 server.
pub struct FhirSource {
    client: Arc<Client>,
    capabilities: Capabilities,
    places: Semaphore,
    deadline: Duration,
}

impl fmt::Debug for FhirSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FhirSource(..)")
    }
}

impl FhirSource {
    /// Its fixed name. Another one than the embedded source's: who permitted that one has not permitted this one.
    pub const ID: &str = "fhir-record";

    /// The server of these settings. Asks it nothing yet.
    pub fn new(settings: &FhirSettings, clock: Arc<dyn Clock>) -> Result<Self, SetUpFault> {
        Ok(Self {
            client: Arc::new(Client::new(settings, clock.clone())?),
            capabilities: Capabilities::unknown(clock),
            places: Semaphore::new(settings.at_once as usize),
            deadline: settings.deadline,
        })
    }

    async fn whole(&self, number: &NhsNumber) -> Result<Option<RecordBytes>, SourceFault> {
        let asking = Asking::new(self.client.clone());
        let able = self.capabilities.of(&asking).await?;
        let Some(patient) = patient::find(&asking, number).await? else { return Ok(None) };
        gathering::everything(&asking, able.as_deref(), patient).await.map(Some)
    }
}

#[async_trait]
impl RecordSource for FhirSource {
    fn id(&self) -> &'static str {
        Self::ID
    }

    async fn read(&self, number: &NhsNumber) -> Result<Option<RecordBytes>, SourceFault> {
        // Who comes when all places are taken is told so at once, rather than kept waiting.
        let _place = self.places.try_acquire().map_err(|_| SourceFault::Busy)?;
        match timeout(self.deadline, self.whole(number)).await {
            Ok(read) => read,
            Err(_) => Err(SourceFault::Unreachable("it took longer than fhir_deadline_ms")),
        }
    }
}
