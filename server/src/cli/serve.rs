//! `sayso serve`: everything put together, served until it is told to stop. What is under way when
//! it is told is finished first.

use super::{Answer, Stop};
use crate::canary;
use crate::demo;
use crate::portal::Portal;
use crate::serving::{self, Patience};
use axum::Router;
use clap::Args;
use serde_json::json;
use std::fmt::Write;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinSet;

/// So often is what is over forgotten.
const SWEEP: Duration = Duration::from_mins(10);

/// Serve.
#[derive(Debug, Args)]
pub struct Serve {
    /// First fill an empty store with fictional people, records and requests
    #[arg(long)]
    pub(super) demo: bool,
}

impl Serve {
    pub(super) async fn run(self, portal: &Portal, as_json: bool) -> Result<Answer, Stop> {
        let config = portal.config();
        portal.recheck_all().await?;
        let (tell, mut told) = watch::channel(());
        listen_for_the_end(tell)?;
        let listener = TcpListener::bind(config.bind).await.map_err(|why| {
            Stop::refused(format_args!("{} cannot be listened at: {why}", config.bind))
        })?;
        let address = listener.local_addr().map_err(Stop::refused)?;
        let demo =
            if self.demo { Some(demo::fill(portal).await.map_err(Stop::refused)?) } else { None };
        let mut words = format!("Sayso listens at {address} for {}", config.base_url);
        for person in demo.iter().flat_map(|demo| &demo.people) {
            // Writing to a string does not fail.
            let _ = write!(
                words,
                "\n  {}: {}, password {}",
                person.name, person.email, person.password
            );
        }
        for requester in demo.iter().flat_map(|demo| &demo.requesters) {
            let _ =
                write!(words, "\n  requester {}: {}", requester.client_id, requester.key.display());
        }
        let json = json!({ "listening": address, "base_url": config.base_url, "demo": demo });
        Answer::new(json, words).print(as_json);
        let sweeping = tokio::spawn(sweep(portal.clone()));
        let canary = tokio::spawn(canary::watch(portal.clone(), address));
        let publishing = tokio::spawn(publish(portal.clone()));
        // An error means that nobody can tell any more: that is the end as well.
        let end = async { drop(told.changed().await) };
        serving::serve(listener, router(portal), Patience::default(), end).await;
        sweeping.abort();
        canary.abort();
        publishing.abort();
        Ok(Answer::silent())
    }
}

/// Both front doors.
pub fn router(portal: &Portal) -> Router {
    crate::api::router(portal.clone()).merge(crate::web::router(portal.clone()))
}

pub(super) fn listen_for_the_end(tell: watch::Sender<()>) -> Result<(), Stop> {
    let mut terminate = signal(SignalKind::terminate()).map_err(Stop::refused)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Stop::refused)?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("told to stop; finishing what is under way");
        // Where nobody waits any more, it has ended already.
        let _ = tell.send(());
    });
    Ok(())
}

async fn sweep(portal: Portal) {
    loop {
        // A fault has logged itself; the next round tries again.
        drop(portal.sweep().await);
        drop(portal.publish_figures().await);
        tokio::time::sleep(SWEEP).await;
    }
}

/// Publishes what is new of the log, at fixed times: so that a time says nothing about what happened.
async fn publish(portal: Portal) {
    loop {
        // A witness can know that the store was put back; one that does not answer holds nothing up for long.
        drop(portal.check_against_witnesses().await);
        let mut asking = JoinSet::new();
        for witness in portal.config().log.witnesses.clone() {
            asking.spawn(portal.clone().keep_asking(witness));
        }
        while portal.log_halted().is_none() {
            next_time(&portal).await;
            // A fault has logged itself; the next round tries again.
            drop(portal.publish_now().await);
        }
        drop(asking);
        // Only an operator can say that the log goes on: `sayso log accept-restore`, in a process of its own.
        while !portal.go_on().await.unwrap_or(false) {
            next_time(&portal).await;
        }
        tracing::warn!(origin = portal.log_origin(), "the log goes on under another name");
    }
}

/// Waits for the next of the times at which is published.
async fn next_time(portal: &Portal) {
    let every = i64::from(portal.config().log.publish_every_seconds).max(1) * 1_000_000;
    let over = portal.now().micros().rem_euclid(every);
    let rest = u64::try_from(every - over).unwrap_or_default();
    tokio::time::sleep(Duration::from_micros(rest)).await;
}
