//! The portal as `sayso serve` serves it, at a free port of this machine, with two routes besides: a page that is only
//! bytes, and an echo. They are what the portal's own answers are measured against.

use crate::Outcome;
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use bytes::Bytes;
use http::{Uri, header};
use server::clock::SystemClock;
use server::config::{Config, Limits};
use server::portal::Portal;
use server::serving::{self, Patience};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Under this path is a static page of so many bytes.
pub const STATIC: &str = "/bench/static";
/// This path reads a body and answers with so many bytes.
pub const ECHO: &str = "/bench/echo";
/// What a client may do, per second and at once: more than it can.
pub const LIMIT: u32 = 1_000_000;
/// No answer of the bench's own routes is longer.
const LONGEST: usize = 16 * 1024 * 1024;

/// A portal that is about to be served.
pub struct Served {
    /// The portal.
    pub portal: Portal,
    /// Where it listens.
    pub address: SocketAddr,
    listener: TcpListener,
}

impl Served {
    /// Opens an empty portal in this folder, and listens.
    pub async fn bind(folder: &Path) -> Outcome<Self> {
        start_log();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let limits = Limits {
            submissions_per_second: LIMIT,
            checks_per_second: LIMIT,
            burst: LIMIT,
            ..Config::default().limits
        };
        let config = Config {
            bind: address,
            base_url: format!("http://{address}"),
            data_dir: folder.to_owned(),
            limits,
            ..Config::default()
        };
        let portal = Portal::open(config, Arc::new(SystemClock)).await?;
        Ok(Self { portal, address, listener })
    }

    /// Serves until the process ends.
    pub fn start(self) {
        let filler = Bytes::from(vec![b' '; LONGEST]);
        let own = Router::new()
            .route(&format!("{STATIC}/{{bytes}}"), get(page))
            .route(&format!("{ECHO}/{{bytes}}"), post(echo))
            .with_state(filler);
        let service = server::cli::router(&self.portal).merge(own);
        let for_ever = std::future::pending();
        tokio::spawn(serving::serve(self.listener, service, Patience::default(), for_ever));
    }
}

async fn page(
    State(filler): State<Bytes>,
    uri: Uri,
) -> ([(header::HeaderName, &'static str); 1], Bytes) {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], cut(&filler, &uri))
}

async fn echo(
    State(filler): State<Bytes>,
    uri: Uri,
    body: Bytes,
) -> ([(header::HeaderName, &'static str); 1], Bytes) {
    let answer = cut(&filler, &uri);
    // As much of what came as fits goes back, like an echo; the rest is filled up.
    let answer = if body.len() >= answer.len() { body.slice(..answer.len()) } else { answer };
    ([(header::CONTENT_TYPE, "application/json")], answer)
}

/// As many bytes as the path says; none for a path that says nothing sound.
fn cut(filler: &Bytes, uri: &Uri) -> Bytes {
    let named = uri.path().rsplit('/').next().and_then(|last| last.parse().ok());
    filler.slice(..named.filter(|bytes| *bytes <= LONGEST).unwrap_or(0))
}

/// The log is written as in service, and thrown away.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::new(Config::default().log.filter);
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::sink)
        .with_ansi(false);
    // Nobody started one before.
    drop(log.try_init());
}
