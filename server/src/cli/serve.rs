//! `sayso serve`: everything put together, served until it is told to stop. What is under way when
//! it is told is finished first.

use super::{Answer, Stop};
use crate::demo;
use crate::portal::Portal;
use axum::Router;
use clap::Args;
use serde_json::json;
use std::fmt::Write;
use std::future::IntoFuture;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// So long may what is under way take when it is told to stop.
const FAREWELL: Duration = Duration::from_secs(30);
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
        let (tell, told) = watch::channel(());
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
        let done = serve(listener, router(portal), told).await;
        sweeping.abort();
        done.map(|()| Answer::silent())
    }
}

/// Both front doors.
pub fn router(portal: &Portal) -> Router {
    crate::api::router(portal.clone()).merge(crate::web::router(portal.clone()))
}

async fn serve(
    listener: TcpListener,
    router: Router,
    told: watch::Receiver<()>,
) -> Result<(), Stop> {
    let end = |mut told: watch::Receiver<()>| async move {
        // An error means that nobody can tell any more: that is the end as well.
        drop(told.changed().await);
    };
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(end(told.clone()));
    let too_long = async {
        end(told).await;
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        done = serving.into_future() => done.map_err(Stop::refused),
        () = too_long => Ok(()),
    }
}

fn listen_for_the_end(tell: watch::Sender<()>) -> Result<(), Stop> {
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
        tokio::time::sleep(SWEEP).await;
    }
}
