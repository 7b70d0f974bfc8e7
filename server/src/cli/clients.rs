//! `sayso client`: requesters and what they may do.

use super::{Answer, Stop};
use crate::portal::clients::{ClientSeen, NewClient};
use crate::portal::tokens::Scope;
use crate::portal::{Actor, Portal};
use clap::{Args, Subcommand};
use consent::ids::ClientId;
use consent::request::Registration;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Requesters.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Register a requester's client
    Add(Add),
    /// Every client, disabled or not
    List,
    /// Disable a client for good; its tokens end at once
    Disable {
        /// Which
        #[arg(value_parser = ClientId::parse)]
        id: ClientId,
    },
    /// Put other keys in the place of a client's keys; tokens given for the old ones end at once
    Rotate {
        /// Which
        #[arg(value_parser = ClientId::parse)]
        id: ClientId,
        /// Its new public keys, a JWK Set
        #[arg(long, value_name = "FILE")]
        jwks: PathBuf,
    },
}

/// Who it is and what it may do.
#[derive(Debug, Args)]
pub struct Add {
    /// Its id: lower-case letters, digits, dots, hyphens and underscores
    #[arg(long, value_parser = ClientId::parse)]
    id: ClientId,
    /// Whose it is; claimants see it
    #[arg(long, value_name = "NAME")]
    organisation: String,
    /// Which team's; claimants see it
    #[arg(long, value_name = "NAME")]
    team: String,
    /// Its public keys, a JWK Set
    #[arg(long, value_name = "FILE")]
    jwks: PathBuf,
    /// What it may do, such as "requests:write requests:read"; everything when not given
    #[arg(long, value_name = "SCOPES")]
    scope: Vec<String>,
    /// A purpose that it may ask for, or "all"; none when not given
    #[arg(long, value_name = "ID")]
    purpose: Vec<String>,
}

impl Command {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Add(add) => {
                let id = add.id.clone();
                let new = add.client().await?;
                portal.add_client(&Actor::Operator, new).await?;
                let seen = portal.client(&id).await?;
                Ok(Answer::new(shown(&seen), format!("Registered: {}", line(&seen))))
            }
            Self::List => {
                portal.operator_looked("clients").await?;
                let clients = portal.clients().await?;
                let words: Vec<String> = clients.iter().map(line).collect();
                let clients: Vec<Value> = clients.iter().map(shown).collect();
                Ok(Answer::new(json!({ "clients": clients }), words.join("\n")))
            }
            Self::Disable { id } => {
                portal.disable_client(&Actor::Operator, &id).await?;
                let words =
                    "Disabled. Its tokens have ended; nothing of its requests can be collected.";
                Ok(Answer::new(json!({ "client_id": id, "disabled": true }), words))
            }
            Self::Rotate { id, jwks } => {
                let jwks = read(&jwks).await?;
                portal.rotate_client(&Actor::Operator, &id, &jwks).await?;
                let words = "Only the new keys hold now.";
                Ok(Answer::new(json!({ "client_id": id, "rotated": true }), words))
            }
        }
    }
}

impl Add {
    async fn client(self) -> Result<NewClient, Stop> {
        let scopes = match self.scope.join(" ") {
            names if self.scope.is_empty() || names.trim().is_empty() => Some(Scope::ALL.to_vec()),
            names => Scope::parse_list(&names),
        };
        let known = Scope::join(&Scope::ALL);
        let scopes = scopes.ok_or_else(|| Stop::Usage(format!("--scope takes {known}")))?;
        let every = self.purpose.iter().any(|id| id == "all");
        if every && self.purpose.len() > 1 {
            return Err(Stop::Usage("--purpose all stands alone".to_owned()));
        }
        let purposes = if every {
            Registration::AllPurposes
        } else {
            Registration::Only(self.purpose.into_iter().collect())
        };
        let jwks = read(&self.jwks).await?;
        let (id, organisation, team) = (self.id, self.organisation, self.team);
        Ok(NewClient { id, organisation, team, jwks, scopes, purposes })
    }
}

pub(super) async fn read(file: &Path) -> Result<String, Stop> {
    let read = tokio::fs::read_to_string(file).await;
    read.map_err(|why| Stop::refused(format_args!("{} cannot be read: {why}", file.display())))
}

fn shown(client: &ClientSeen) -> Value {
    json!({
        "client_id": client.id,
        "organisation": client.organisation,
        "team": client.team,
        "scope": Scope::join(&client.scopes),
        "purposes": match &client.purposes {
            Registration::AllPurposes => json!("all"),
            Registration::Only(ids) => json!(ids),
        },
        "added_at": client.added_at,
        "disabled_at": client.disabled_at,
    })
}

fn line(client: &ClientSeen) -> String {
    let purposes = match &client.purposes {
        Registration::AllPurposes => "every purpose".to_owned(),
        Registration::Only(ids) if ids.is_empty() => "no purpose".to_owned(),
        Registration::Only(ids) => ids.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
    };
    let state = if client.disabled_at.is_some() { ", disabled" } else { "" };
    format!("{}  {}, {}; {purposes}{state}", client.id, client.organisation, client.team)
}
