//! Access tokens: given for a signed assertion, kept as a hash, alive for five minutes. A token never
//! outlives its client's disabling, and an assertion is never taken twice, in any process.

mod assertion;

pub use assertion::{LONGEST_SECONDS, Why};

use super::Portal;
use super::clients::stored_keys;
use super::error::{Refusal, Result};
use crate::store::{clients, tokens};
use assertion::{Proved, Unproved};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::digest::Digest;
use consent::ids::ClientId;

/// How long a token lives, in seconds.
pub const TOKEN_SECONDS: i64 = 300;
/// How long a used assertion is remembered beyond its end, in seconds: a clock may be put back.
const REMEMBERED_SECONDS: i64 = 300;

/// What a client may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Submit and close requests, answer about what was collected.
    RequestsWrite,
    /// Read its own requests.
    RequestsRead,
    /// Check consent.
    ConsentsCheck,
    /// Collect releases.
    ReleasesRead,
    /// Read events.
    EventsRead,
}

impl Scope {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::RequestsWrite,
        Self::RequestsRead,
        Self::ConsentsCheck,
        Self::ReleasesRead,
        Self::EventsRead,
    ];

    /// The fixed name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RequestsWrite => "requests:write",
            Self::RequestsRead => "requests:read",
            Self::ConsentsCheck => "consents:check",
            Self::ReleasesRead => "releases:read",
            Self::EventsRead => "events:read",
        }
    }

    /// Reads names separated by spaces; none where a name is unknown.
    #[must_use]
    pub fn parse_list(names: &str) -> Option<Vec<Self>> {
        let known = |name: &str| Self::ALL.into_iter().find(|scope| scope.name() == name);
        let mut scopes: Vec<Self> =
            names.split(' ').filter(|name| !name.is_empty()).map(known).collect::<Option<_>>()?;
        scopes.sort_unstable();
        scopes.dedup();
        Some(scopes)
    }

    /// The scopes that are stored; what is not known counts for nothing.
    pub(super) fn split(names: &str) -> Vec<Self> {
        Self::ALL
            .into_iter()
            .filter(|scope| names.split(' ').any(|name| name == scope.name()))
            .collect()
    }

    /// Their names, separated by spaces.
    #[must_use]
    pub fn join(scopes: &[Self]) -> String {
        scopes.iter().map(|scope| scope.name()).collect::<Vec<_>>().join(" ")
    }
}

/// A token on its way to its client.
pub struct Issued {
    /// What the client shows from now on. It is nowhere else.
    pub token: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
}

/// Who shows a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The client.
    pub client: ClientId,
    /// What the token may do.
    pub scopes: Vec<Scope>,
}

impl Portal {
    /// Gives a token for a client's assertion. `client` is what the client calls itself besides,
    /// where it does; `scopes` are the names of what it asks for, separated by spaces: everything it is
    /// registered for when none.
    ///
    /// # Errors
    /// [`Refusal::WrongAssertion`] for every fault of the assertion, always the same;
    /// [`Refusal::UnknownScope`] when the client is not registered for what it asks.
    pub async fn issue_token(
        &self,
        assertion: &str,
        client: Option<&str>,
        scopes: Option<&str>,
    ) -> Result<Issued> {
        let (claimed, proved, jwks) = match self.prove(assertion).await? {
            Ok(proved) => proved,
            Err((claimed, why)) => return refuse(claimed.as_ref(), why),
        };
        if client.is_some_and(|client| client != claimed.as_str()) {
            return refuse(Some(&claimed), Why::Client);
        }
        let mut tx = self.db().write().await?;
        let now = self.at(&tx);
        if !clients::hold(&mut tx, &claimed).await? {
            return refuse(Some(&claimed), Why::Unknown);
        }
        let Some(row) = clients::by_id(&mut tx, &claimed).await?.filter(|row| row.jwks == jwks)
        else {
            return refuse(Some(&claimed), Why::KeysChanged);
        };
        tokens::forget_past(&mut tx, now).await?;
        let until = proved.expires_at.plus_seconds(REMEMBERED_SECONDS);
        if !tokens::spend(&mut tx, &claimed, proved.jti.as_bytes(), until).await? {
            return refuse(Some(&claimed), Why::Replayed);
        }
        let registered = Scope::split(&row.scopes);
        let asked = scopes.map_or_else(|| Some(Vec::new()), Scope::parse_list);
        let asked = asked.filter(|asked| asked.iter().all(|scope| registered.contains(scope)));
        let Some(asked) = asked else {
            // The assertion is spent all the same.
            tx.commit().await?;
            return Err(Refusal::UnknownScope.into());
        };
        let given = if asked.is_empty() { registered } else { asked };
        let token = URL_SAFE_NO_PAD.encode(self.chance().bytes::<32>()?);
        let lives = (now, now.plus_seconds(TOKEN_SECONDS));
        tokens::insert(&mut tx, hash(&token).as_bytes(), &claimed, &Scope::join(&given), lives)
            .await?;
        tx.commit().await?;
        Ok(Issued { token, scopes: given })
    }

    /// Who shows this token, if it is alive and its client is not disabled.
    pub async fn bearer(&self, token: &str) -> Result<Option<Bearer>> {
        let mut tx = self.db().read().await?;
        let at = self.at(&tx);
        let row = tokens::alive(&mut tx, hash(token).as_bytes(), at).await?;
        Ok(row.and_then(|row| {
            let client = ClientId::parse(&row.client_id).ok()?;
            Some(Bearer { client, scopes: Scope::split(&row.scopes) })
        }))
    }

    /// What an assertion's `aud` may be: the issuer, or the address of the token endpoint.
    #[must_use]
    pub fn audiences(&self) -> [String; 2] {
        let issuer = self.config().base_url.clone();
        let endpoint = format!("{issuer}/oauth2/token");
        [issuer, endpoint]
    }

    async fn prove(
        &self,
        assertion: &str,
    ) -> Result<std::result::Result<(ClientId, Proved, String), (Option<ClientId>, Why)>> {
        let unproved = match Unproved::read(assertion) {
            Ok(unproved) => unproved,
            Err(why) => return Ok(Err((None, why))),
        };
        let Some(claimed) = unproved.claimed_client() else {
            return Ok(Err((None, Why::Client)));
        };
        let mut tx = self.db().read().await?;
        let row = clients::by_id(&mut tx, &claimed).await?.filter(|row| !row.is_disabled());
        let at = self.at(&tx);
        drop(tx);
        let Some(row) = row else { return Ok(Err((Some(claimed), Why::Unknown))) };
        let keys = stored_keys(&row.jwks)?;
        Ok(match unproved.prove(&claimed, &keys, &self.audiences(), at) {
            Ok(proved) => Ok((claimed, proved, row.jwks)),
            Err(why) => Err((Some(claimed), why)),
        })
    }
}

/// The client that an assertion says it comes from: for counting bad ones, and nothing else.
#[must_use]
pub fn claimed_client(assertion: &str) -> Option<ClientId> {
    Unproved::read(assertion).ok()?.claimed_client()
}

fn refuse<T>(client: Option<&ClientId>, why: Why) -> Result<T> {
    let client = client.map_or("?", ClientId::as_str);
    tracing::info!(client, %why, "an assertion was not taken");
    Err(Refusal::WrongAssertion.into())
}

fn hash(token: &str) -> Digest {
    Digest::of(token.as_bytes())
}
