//! `sayso witness`: a witness that runs beside nothing of Sayso's, on a machine of somebody else's. It opens neither the
//! portal's store nor its keys.

use super::serve::listen_for_the_end;
use super::{Answer, Stop};
use crate::clock::SystemClock;
use crate::serving::{self, Patience};
use crate::witness::{self, Settings, Witness};
use axum::http::HeaderName;
use clap::Args;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// The settings where none are named.
const FOUND: &str = "witness.toml";

/// Sign for logs that they are only ever added to.
#[derive(Debug, Args)]
pub struct Serve {
    /// Say the witness's public key, and stop
    #[arg(long)]
    vkey: bool,
}

impl Serve {
    pub(super) async fn run(self, named: Option<PathBuf>, as_json: bool) -> Result<Answer, Stop> {
        let path = named.unwrap_or_else(|| PathBuf::from(FOUND));
        let settings = read(&path)?;
        let header = settings.client_address_header.as_deref().map(str::parse::<HeaderName>);
        let header = header.transpose().map_err(|_| {
            Stop::refused(format_args!("{}: client_address_header is no header", path.display()))
        })?;
        let witness = Witness::open(&settings, Arc::new(SystemClock)).map_err(Stop::refused)?;
        let vkey = witness.vkey().to_string();
        if self.vkey {
            return Ok(Answer::new(json!({ "vkey": vkey }), vkey));
        }
        let (tell, mut told) = watch::channel(());
        listen_for_the_end(tell)?;
        let listener = TcpListener::bind(settings.bind).await.map_err(|why| {
            Stop::refused(format_args!("{} cannot be listened at: {why}", settings.bind))
        })?;
        let address = listener.local_addr().map_err(Stop::refused)?;
        let origins: Vec<&str> = witness.origins().collect();
        let mut words = format!("This witness listens at {address}\n  vkey = \"{vkey}\"");
        for origin in &origins {
            words.push_str("\n  signs for ");
            words.push_str(origin);
        }
        if origins.is_empty() {
            words.push_str("\n  signs for no log yet: name one under [[logs]]");
        }
        let json = json!({ "listening": address, "vkey": vkey, "logs": origins });
        Answer::new(json, words).print(as_json);
        // An error means that nobody can tell any more: that is the end as well.
        let end = async { drop(told.changed().await) };
        let router = witness::router(witness, settings.limits, header);
        serving::serve(listener, router, Patience::default(), end).await;
        Ok(Answer::silent())
    }
}

fn read(path: &Path) -> Result<Settings, Stop> {
    let text = std::fs::read_to_string(path)
        .map_err(|why| Stop::refused(format_args!("{} cannot be read: {why}", path.display())))?;
    Settings::parse(&text).map_err(|why| Stop::refused(format_args!("{}: {why}", path.display())))
}
