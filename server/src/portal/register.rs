//! Purposes at hand: a version of one is never changed, so each is read from the store once.

use super::Portal;
use super::error::{Fault, Result};
use crate::store::db::Tx;
use crate::store::purposes;
use consent::purpose::Purpose;
use consent::request::Request;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What was read so far. It grows with the register, and with nothing else.
#[derive(Debug, Default)]
pub(crate) struct Register(Mutex<BTreeMap<(String, u32), Arc<Purpose>>>);

impl Portal {
    /// The purpose of a request in the version that it was asked under. When it retires is not said here: that alone
    /// can come later.
    pub(super) async fn purpose_of(&self, tx: &mut Tx, request: &Request) -> Result<Arc<Purpose>> {
        let name = (request.purpose.clone(), request.purpose_version);
        let at_hand = |register: &Register| {
            let known = register.0.lock().unwrap_or_else(PoisonError::into_inner);
            known.get(&name).cloned()
        };
        if let Some(purpose) = at_hand(&self.0.register) {
            return Ok(purpose);
        }
        let read = purposes::version(tx, &request.purpose, request.purpose_version).await?;
        let read = read.ok_or_else(|| Fault::new("a purpose is missing from the register"))?;
        let purpose = Arc::new(Purpose { retired_at: None, ..read });
        let mut known = self.0.register.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(name, purpose.clone());
        Ok(purpose)
    }
}
