//! Connections over real TCP: who is slow loses theirs, and holds nothing of ours for longer.

use crate::api_door::Door;
use crate::story::{Conditions, Story};
use crate::support::{Kind, Stage};
use axum::Router;
use axum::routing::{get, post};
use bytes::Bytes;
use serde_json::json;
use server::serving::{Patience, serve};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

/// So long is nobody here waited for.
const SHORT: Duration = Duration::from_millis(400);
/// By then it is over, also on a busy machine; and it would not be without a bound.
const LONG: Duration = Duration::from_secs(12);
/// More than the machine's buffers hold.
const LARGE: usize = 24 * 1024 * 1024;

/// Everything else is waited for.
fn patient() -> Patience {
    Patience { head: LONG * 4, body: LONG * 4, answer: LONG * 4, farewell: LONG * 4 }
}

/// A server in this process; it ends with this value, or when it is told.
struct Served {
    address: SocketAddr,
    end: Option<oneshot::Sender<()>>,
    done: tokio::task::JoinHandle<()>,
}

impl Served {
    async fn start(router: Router, patience: Patience) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, told) = oneshot::channel();
        let done = tokio::spawn(serve(listener, router, patience, async move { drop(told.await) }));
        Self { address, end: Some(end), done }
    }

    async fn ask(&self, text: &str) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        // Little room at this end too.
        socket.set_recv_buffer_size(16 * 1024).unwrap();
        let mut stream = socket.connect(self.address).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        stream
    }
}

/// Whether the other end goes away while nothing is read, and what is left to read then does not make it whole.
async fn is_cut(stream: &mut TcpStream, whole: usize) -> bool {
    let mut rest = Vec::new();
    match timeout(LONG, stream.read_to_end(&mut rest)).await {
        Ok(Err(_)) => true,
        Ok(Ok(_)) => rest.len() < whole,
        Err(_) => false,
    }
}

/// A body that says when it is gone.
struct Watched(Vec<u8>, Arc<AtomicBool>);

impl AsRef<[u8]> for Watched {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.1.store(true, Ordering::SeqCst);
    }
}

async fn until(gone: &AtomicBool) {
    let waiting = async {
        while !gone.load(Ordering::SeqCst) {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(LONG, waiting).await.expect("it is held");
}

fn large(gone: &Arc<AtomicBool>) -> Router {
    let gone = gone.clone();
    Router::new().route(
        "/large",
        get(move || async move { Bytes::from_owner(Watched(vec![b' '; LARGE], gone)) }),
    )
}

#[tokio::test]
async fn who_does_not_take_the_answer_loses_the_connection_and_the_answer_is_let_go_of() {
    let gone = Arc::default();
    let served = Served::start(large(&gone), Patience { answer: SHORT, ..patient() }).await;
    let mut stream = served.ask("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").await;
    let mut some = [0; 100];
    stream.read_exact(&mut some).await.unwrap();
    until(&gone).await;
    assert!(is_cut(&mut stream, LARGE).await);
}

#[tokio::test]
async fn taking_a_little_now_and_then_does_not_prolong_it() {
    let gone = Arc::default();
    let served = Served::start(large(&gone), Patience { answer: SHORT, ..patient() }).await;
    let mut stream = served.ask("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").await;
    let sipping = async {
        let mut some = vec![0; 8 * 1024];
        while stream.read(&mut some).await.is_ok_and(|read| read > 0) {
            sleep(Duration::from_millis(20)).await;
        }
    };
    // At this pace the whole would take a minute.
    timeout(LONG, sipping).await.expect("it goes on");
    assert!(gone.load(Ordering::SeqCst));
}

#[tokio::test]
async fn who_takes_the_answer_in_time_gets_all_of_it_and_may_ask_again() {
    let gone = Arc::default();
    let served = Served::start(large(&gone), Patience { answer: LONG, ..patient() }).await;
    let mut stream = served.ask("").await;
    for _ in 0..2 {
        stream.write_all(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        let mut body = vec![0; LARGE];
        stream.read_exact(&mut body).await.unwrap();
        assert!(body.iter().all(|byte| *byte == b' '));
        until(&gone).await;
    }
}

#[tokio::test]
async fn who_does_not_finish_asking_loses_the_connection() {
    let router = Router::new().route("/", get(|| async { "here" }));
    let served = Served::start(router, Patience { head: SHORT, ..patient() }).await;
    for begun in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let mut stream = served.ask(begun).await;
        let mut rest = Vec::new();
        timeout(LONG, stream.read_to_end(&mut rest)).await.expect("it stays open").unwrap();
    }
    // The same once a first answer was given: nobody keeps a connection for nothing.
    let mut stream = served.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    let mut rest = String::new();
    timeout(LONG, stream.read_to_string(&mut rest)).await.expect("it stays open").unwrap();
    assert!(rest.starts_with("HTTP/1.1 200") && rest.ends_with("here"), "{rest}");
}

#[tokio::test]
async fn a_body_that_trickles_is_not_waited_for() {
    let router = Router::new().route(
        "/",
        post(|body: Result<Bytes, axum::extract::rejection::BytesRejection>| async move {
            if body.is_ok() { "whole" } else { "not whole" }
        }),
    );
    let served = Served::start(router, Patience { body: SHORT, ..patient() }).await;
    let mut stream = served.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n").await;
    let (mut reading, mut writing) = stream.split();
    let trickling = async {
        while writing.write_all(b"x").await.is_ok() {
            sleep(Duration::from_millis(20)).await;
        }
        std::future::pending::<()>().await;
    };
    let mut answer = [0; 4096];
    let answered = tokio::select! {
        read = timeout(LONG, reading.read(&mut answer)) => read.expect("it is waited for").unwrap(),
        () = trickling => 0,
    };
    let answer = String::from_utf8_lossy(&answer[..answered]).into_owned();
    assert!(answer.contains("not whole"), "{answer}");
}

#[tokio::test]
async fn what_is_under_way_is_finished_when_the_end_is_told_and_no_longer_waited_for_than_the_farewell()
 {
    let router = Router::new()
        .route("/soon", get(|| async { sleep(SHORT).await }))
        .route("/never", get(std::future::pending::<()>));
    for (path, farewell) in [("/soon", LONG * 4), ("/never", SHORT)] {
        let mut served = Served::start(router.clone(), Patience { farewell, ..patient() }).await;
        let idle = served.ask("").await;
        let mut stream = served.ask(&format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n")).await;
        sleep(SHORT / 4).await;
        drop(served.end.take());
        timeout(LONG, served.done).await.expect("it goes on").unwrap();
        drop(idle);
        if path == "/soon" {
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.unwrap();
            assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        }
        assert!(TcpStream::connect(served.address).await.is_err(), "nobody is taken any more");
    }
}

#[tokio::test]
async fn a_release_that_is_not_taken_ends_with_its_connection_and_stays_on_the_record() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let story = Story::begin(&stage).await;
    story
        .replace_record(|record| {
            let entries = record["entry"].as_array_mut().unwrap();
            let condition = entries[1].clone();
            for number in 0..7_000 {
                let mut another = condition.clone();
                another["resource"]["id"] = json!(format!("more-{number}"));
                another["resource"]["onsetDateTime"] =
                    json!(format!("{:04}-05-01", 1901 + number % 120));
                entries.push(another);
            }
        })
        .await;
    let (shown, _) = story.decide(&[Conditions]).await;
    let size = shown.package.bytes().len();
    assert!(size > 1_200_000, "{size} bytes may find room in between");
    let door = Door::of(&stage.router, &stage.portal, story.client.as_str()).await;
    let path = format!("/api/v1/requests/{}", story.id);
    let patience = Patience { answer: SHORT, ..patient() };
    let served = Served::start(stage.router.clone(), patience).await;
    let asked = format!(
        "GET {path}/release HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n\r\n",
        door.token
    );
    let mut stream = served.ask(&asked).await;
    let mut some = [0; 12];
    stream.read_exact(&mut some).await.unwrap();
    assert_eq!(&some, b"HTTP/1.1 200");
    sleep(SHORT * 3).await;
    assert!(is_cut(&mut stream, size).await);
    let seen = door.get(&path).await.json();
    assert_eq!(seen["collections"].as_array().unwrap().len(), 1);
    assert_eq!(seen["collections"][0]["size"], size);
    // It was not taken, and can be collected again.
    assert_eq!(door.get(&format!("{path}/release")).await.bytes, shown.package.bytes());
}

/// Sends a POST whose body comes after its head, as most clients do; gives the answer's head.
async fn post_in_two(stream: &mut TcpStream, head: &str, body: &[u8]) -> String {
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.flush().await.unwrap();
    sleep(Duration::from_millis(50)).await;
    // What is left of it is not taken any more where the connection ends.
    drop(stream.write_all(body).await);
    let mut answer = Vec::new();
    let mut some = [0; 4096];
    let text = |answer: &[u8]| String::from_utf8_lossy(answer).to_lowercase();
    loop {
        let read = timeout(LONG, stream.read(&mut some)).await.unwrap().unwrap_or(0);
        answer.extend_from_slice(&some[..read]);
        if let Some((head, rest)) = text(&answer).split_once("\r\n\r\n") {
            let length = head.split_once("content-length: ").unwrap().1.lines().next().unwrap();
            if rest.len() >= length.parse::<usize>().unwrap() {
                return head.to_owned();
            }
        }
        assert!(read > 0, "the connection broke: {}", text(&answer));
    }
}

#[tokio::test]
async fn who_is_refused_by_the_head_alone_can_ask_again_or_is_told_that_the_connection_ends() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let served = Served::start(stage.router.clone(), patient()).await;
    let head = |length: usize, more: &str| {
        format!(
            "POST /api/v1/consent-checks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer no\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{more}\r\n"
        )
    };
    let mut stream = served.ask("").await;
    for _ in 0..20 {
        let answer = post_in_two(&mut stream, &head(2000, ""), &[b' '; 2000]).await;
        assert!(answer.starts_with("http/1.1 401"), "{answer}");
        assert!(!answer.contains("connection: close"), "{answer}");
    }
    // What is too long to be read for nothing, and what waits to be told to go on.
    let answer = post_in_two(&mut stream, &head(LARGE, ""), &[b' '; 1000]).await;
    assert!(answer.starts_with("http/1.1 401") && answer.contains("connection: close"), "{answer}");
    let mut stream = served.ask("").await;
    let answer = post_in_two(&mut stream, &head(2000, "Expect: 100-continue\r\n"), &[]).await;
    assert!(answer.starts_with("http/1.1 401") && answer.contains("connection: close"), "{answer}");
}
