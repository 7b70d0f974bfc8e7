//! Connections: each has so long to ask and so long to take its answer, and is closed when that is over. Whoever is
//! slow, or means to be, holds nothing for longer. What is under way when the end is told is finished first.

mod asking;
mod taking;

use asking::{InTime, Rest};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, header};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use taking::Taking;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

/// So much of an answer may wait in the machine's own buffer, where nobody sees how fast it goes.
const BUFFERED: usize = 256 * 1024;
/// After a fault of the machine's, such as no room for another connection.
const BREATH: Duration = Duration::from_secs(1);

/// For how long somebody may keep a connection busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Until the head of a request is there, and how long a connection may wait for the next one.
    pub head: Duration,
    /// Until the whole body of a request is there.
    pub body: Duration,
    /// Until the whole answer is taken.
    pub answer: Duration,
    /// Until what is under way has finished, once the end is told.
    pub farewell: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(15),
            body: Duration::from_secs(20),
            answer: Duration::from_secs(30),
            farewell: Duration::from_secs(30),
        }
    }
}

/// Serves until `end`; then what is under way is finished, within the farewell's time.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    patience: Patience,
    end: impl Future<Output = ()> + Send,
) {
    let connections = GracefulShutdown::new();
    let mut end = pin!(end);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut end => break,
        };
        match accepted {
            Ok((stream, from)) => {
                let answering =
                    answer(stream, from, router.clone(), patience, connections.watcher());
                tokio::spawn(answering);
            }
            // That one went away; the others are none of its business.
            Err(why) if is_theirs(&why) => {}
            Err(why) => {
                tracing::error!(%why, "no connection can be taken now");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(patience.farewell, connections.shutdown()).await.is_err() {
        tracing::info!("not everything that was under way has finished");
    }
}

async fn answer(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    patience: Patience,
    watcher: Watcher,
) {
    // Where one of these cannot be set, the connection is slower to end, and ends all the same.
    let socket = socket2::SockRef::from(&stream);
    drop(socket.set_tcp_nodelay(true));
    drop(socket.set_send_buffer_size(BUFFERED));
    // What went into that buffer, and nobody takes.
    #[cfg(target_os = "linux")]
    drop(socket.set_tcp_user_timeout(Some(patience.answer)));
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let rest = Rest::default();
        // Who waits to be told to go on does not send a body that nobody wants.
        let waits = request.headers().contains_key(header::EXPECT);
        let kept = rest.clone();
        let mut request = request.map(|body| Body::new(InTime::new(body, kept, patience.body)));
        request.extensions_mut().insert(ConnectInfo(from));
        let answer = router.clone().oneshot(request);
        async move {
            let mut response = answer.await?;
            if !rest.is_read(waits).await {
                let close = HeaderValue::from_static("close");
                response.headers_mut().insert(header::CONNECTION, close);
            }
            Ok::<_, Infallible>(response)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .serve_connection(TokioIo::new(Taking::new(stream, patience.answer)), service);
    if let Err(why) = watcher.watch(connection).await {
        tracing::debug!(%why, "a connection ended");
    }
}

fn is_theirs(why: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(why.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
