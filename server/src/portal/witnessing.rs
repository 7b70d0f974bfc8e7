//! Witnesses of the portal's own log: each published checkpoint is taken to them, and what they sign is kept once it is
//! verified. Publishing never waits for a witness. A witness that knows more of the log than the store shows that the
//! store was put back: then nothing more is signed.

mod doubts;

use super::Portal;
use super::error::{Fault, Result};
use crate::config::WitnessSettings;
use crate::log::witnesses::{Heard, Http, Silence};
use crate::log::{Cosigned, Published, signed, tree};
use crate::store::transparency;
use crate::witness::AddCheckpoint;
use consent::proof::{KeyKind, Vkey, open_checkpoint};
use consent::time::At;
use std::sync::OnceLock;
use std::time::Duration;

/// So often it is looked whether another process has published.
const LOOK: Duration = Duration::from_secs(20);
/// After the first failure; twice as long after each more.
const PAUSE: Duration = Duration::from_secs(2);
/// And at most.
const LONGEST_PAUSE: Duration = Duration::from_mins(10);
/// So often a witness may name another size than the one that was asked about.
const TURNS: usize = 3;

/// Connections to witnesses, made when the first is asked.
#[derive(Default)]
pub(super) struct Witnessing(OnceLock<Option<Http>>);

/// A witness, and what it signed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessState {
    /// What people call it.
    pub name: String,
    /// Its public key.
    pub vkey: String,
    /// How many leaves the last checkpoint has that it signed; none where it never signed.
    pub signed_size: Option<u64>,
    /// When it signed that.
    pub signed_at: Option<At>,
}

/// What came of asking a witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// It signed this size.
    Signed(u64),
    /// There is nothing that it has not signed.
    NothingNew,
    /// It signed a larger log than this one.
    Ahead {
        /// How large.
        size: u64,
        /// Whether it showed a checkpoint of that size with this log's own signature.
        shown: bool,
    },
    /// It signed another log under the same name and key.
    Forked {
        /// Whether it showed a checkpoint with another root and this log's own signature.
        shown: bool,
    },
    /// It does not sign, with this status.
    Refused(u16),
    /// It gave lines that are not its signature on this checkpoint.
    FalseSignature,
    /// It gave no answer.
    Silent(Silence),
}

impl Came {
    /// Whether the witness is where it should be.
    #[must_use]
    pub const fn is_well(&self) -> bool {
        matches!(self, Self::Signed(_) | Self::NothingNew)
    }
}

impl Portal {
    /// The witnesses, in the order of the settings, with what each signed last.
    pub async fn witnesses(&self) -> Result<Vec<WitnessState>> {
        let mut tx = self.db().read().await?;
        let mut states = Vec::new();
        for witness in &self.config().log.witnesses {
            let row = transparency::newest_of(&mut tx, witness.vkey.name()).await?;
            states.push(WitnessState {
                name: witness.name.clone(),
                vkey: witness.vkey.to_string(),
                signed_size: row.as_ref().and_then(|row| u64::try_from(row.size).ok()),
                signed_at: row.map(|row| row.at.into()),
            });
        }
        Ok(states)
    }

    /// Takes the newest checkpoint to every witness, once.
    pub async fn ask_witnesses(&self) -> Result<Vec<(String, Came)>> {
        let mut all = Vec::new();
        for witness in &self.config().log.witnesses {
            all.push((witness.name.clone(), self.ask_witness(witness).await?));
        }
        Ok(all)
    }

    /// Takes every checkpoint to this witness, for as long as it runs.
    pub async fn keep_asking(self, witness: WitnessSettings) {
        let mut published = self.publications();
        let mut failures = 0;
        while self.log_halted().is_none() {
            let came = self.ask_witness(&witness).await;
            if came.as_ref().is_ok_and(Came::is_well) {
                failures = 0;
                // Where nobody publishes any more, it is looked all the same.
                let changed = tokio::time::timeout(LOOK, published.changed()).await;
                if matches!(changed, Ok(Err(_))) {
                    tokio::time::sleep(LOOK).await;
                }
            } else {
                tokio::time::sleep(self.pause(failures)).await;
                failures += 1;
            }
        }
    }

    /// Takes the newest checkpoint to this witness, with the proof that it extends what the witness signed last.
    pub async fn ask_witness(&self, witness: &WitnessSettings) -> Result<Came> {
        let Some(http) = self.to_witnesses() else { return Ok(Came::Silent(Silence::Unreachable)) };
        let (mut newest, mut old) = {
            let mut tx = self.db().read().await?;
            let Some(row) = transparency::newest(&mut tx).await? else {
                return Ok(Came::NothingNew);
            };
            let newest = signed(row)?;
            if newest.origin() != self.log_origin() {
                // Nothing was published under the log's new name yet, and what is said under an earlier one binds nobody.
                return Ok(Came::NothingNew);
            }
            let last = transparency::newest_of(&mut tx, witness.vkey.name()).await?;
            let old = last.map_or(0, |row| u64::try_from(row.size).unwrap_or_default());
            (newest, old)
        };
        if old == newest.size {
            return Ok(Came::NothingNew);
        }
        for _ in 0..TURNS {
            match self.offer(&http, witness, old, &newest).await? {
                Ok(Heard::Lines(lines)) => {
                    return self.keep_signature(witness, &newest, &lines).await;
                }
                Ok(Heard::Size(size)) => {
                    if size > newest.size {
                        // Another process can have published meanwhile.
                        let mut tx = self.db().read().await?;
                        let row = transparency::newest(&mut tx).await?;
                        drop(tx);
                        let again = row.map(signed).transpose()?;
                        let again = again.filter(|again| {
                            again.size >= size && again.origin() == newest.origin()
                        });
                        match again {
                            Some(again) => newest = again,
                            None => return self.ahead(&http, witness, size, newest.size).await,
                        }
                    }
                    old = size;
                }
                Ok(Heard::Inconsistent) => return self.forked(&http, witness).await,
                other => return Ok(Self::not_signed(witness, &other)),
            }
        }
        Ok(Self::not_signed(witness, &Err(Silence::Garbled)))
    }

    async fn offer(
        &self,
        http: &Http,
        witness: &WitnessSettings,
        old: u64,
        newest: &Published,
    ) -> Result<Result<Heard, Silence>> {
        let proof = if old == newest.size {
            Vec::new()
        } else {
            let mut tx = self.db().read().await?;
            tree::consistency(&mut tx, old, newest.size).await?
        };
        let body = AddCheckpoint::body(old, &proof, &newest.note);
        Ok(http.add_checkpoint(&witness.url, body).await)
    }

    /// Keeps what the witness signed, once it is shown that the witness has signed exactly this.
    async fn keep_signature(
        &self,
        witness: &WitnessSettings,
        newest: &Published,
        lines: &str,
    ) -> Result<Came> {
        let keys = [self.own_vkey(newest.origin())?, witness.vkey.clone()];
        let opened = open_checkpoint(&format!("{}{lines}", newest.note), &keys).ok();
        let line = opened.and_then(|opened| {
            opened.signed.into_iter().find(|signed| signed.kind == KeyKind::Witness)
        });
        let Some((line, at)) = line.and_then(|signed| Some((signed.line, signed.at?))) else {
            tracing::error!(witness = witness.name, "what the witness gave is not its signature");
            return Ok(Came::FalseSignature);
        };
        let micros = i64::try_from(at).unwrap_or(i64::MAX).saturating_mul(1_000_000);
        self.keep_cosignature(&Cosigned {
            size: newest.size,
            witness: witness.vkey.name().to_owned(),
            at: At::from_micros(micros),
            line,
        })
        .await?;
        tracing::debug!(witness = witness.name, size = newest.size, "a witness has signed");
        Ok(Came::Signed(newest.size))
    }

    fn not_signed(witness: &WitnessSettings, heard: &Result<Heard, Silence>) -> Came {
        match heard {
            Ok(Heard::Refused(status)) => {
                tracing::warn!(witness = witness.name, %status, "a witness does not sign");
                Came::Refused(status.as_u16())
            }
            Err(why) => {
                tracing::warn!(witness = witness.name, "a witness does not sign: {why}");
                Came::Silent(*why)
            }
            Ok(_) => Came::Silent(Silence::Garbled),
        }
    }

    fn own_vkey(&self, origin: &str) -> Result<Vkey> {
        let public = self.keys().receipt_verifying();
        Ok(Vkey::log(origin, public.as_bytes()).map_err(Fault::new)?)
    }

    fn to_witnesses(&self) -> Option<Http> {
        let made = self.0.witnessing.0.get_or_init(|| match Http::new() {
            Ok(http) => Some(http),
            Err(why) => {
                tracing::error!(why, "no witness can be asked");
                None
            }
        });
        made.clone()
    }

    /// Up to half as long again, so that not everybody comes back at once.
    fn pause(&self, failures: u32) -> Duration {
        let plain = PAUSE.saturating_mul(1 << failures.min(16)).min(LONGEST_PAUSE);
        let [chance] = self.chance().bytes::<1>().unwrap_or_default();
        plain + plain.mul_f64(f64::from(chance) / 510.0)
    }
}
