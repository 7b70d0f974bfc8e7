//! A server on this machine that does what a test says, byte by byte: for what no proper server does.

use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// What was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    pub method: String,
    /// Path and query, below the base.
    pub path: String,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Asked {
    /// A field of the form in the body.
    pub fn field(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.body.as_bytes())
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.into_owned())
    }
}

/// What comes over the wire.
#[derive(Clone, Debug)]
pub enum Step {
    Send(Vec<u8>),
    Pause(Duration),
    /// One byte at a time.
    Trickle(Vec<u8>, Duration),
    /// The same again and again, until nobody takes it.
    Flood(Vec<u8>),
    /// Nothing more, and the connection stays.
    Hang,
    /// RST.
    Reset,
    /// FIN; the other direction stays open.
    HalfClose,
}

/// An answer: its steps, then the end of the connection.
pub type Reply = Vec<Step>;

type Answer = Arc<dyn Fn(&Asked) -> Reply + Send + Sync>;

/// The server.
pub struct Script {
    /// Its address, as it stands in the settings.
    pub base: String,
    answer: Arc<Mutex<Answer>>,
    asked: Arc<Mutex<Vec<Asked>>>,
    listening: JoinHandle<()>,
}

impl Drop for Script {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Script {
    pub async fn new(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}/fhir", listener.local_addr().unwrap());
        let answer: Arc<Mutex<Answer>> = Arc::new(Mutex::new(Arc::new(answer)));
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (known, heard) = (answer.clone(), asked.clone());
        let listening = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, known.clone(), heard.clone()));
            }
        });
        Self { base, answer, asked, listening }
    }

    /// Answers otherwise from now on.
    pub fn now(&self, answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) {
        *self.answer.lock().unwrap() = Arc::new(answer);
    }

    /// What was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

async fn serve(
    mut stream: TcpStream,
    answer: Arc<Mutex<Answer>>,
    heard: Arc<Mutex<Vec<Asked>>>,
) -> Option<()> {
    let asked = read(&mut stream).await?;
    heard.lock().unwrap().push(asked.clone());
    let answer = answer.lock().unwrap().clone();
    for step in answer(&asked) {
        match step {
            Step::Send(bytes) => stream.write_all(&bytes).await.ok()?,
            Step::Pause(time) => sleep(time).await,
            Step::Trickle(bytes, time) => {
                for byte in bytes {
                    stream.write_all(&[byte]).await.ok()?;
                    sleep(time).await;
                }
            }
            Step::Flood(bytes) => loop {
                stream.write_all(&bytes).await.ok()?;
            },
            Step::Hang => sleep(Duration::from_secs(60)).await,
            Step::Reset => {
                stream.set_zero_linger().ok()?;
                return None;
            }
            Step::HalfClose => {
                stream.shutdown().await.ok()?;
                let mut rest = Vec::new();
                stream.read_to_end(&mut rest).await.ok()?;
            }
        }
    }
    stream.shutdown().await.ok()
}

/// The next question on a connection, encrypted or not.
pub async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Asked> {
    let mut bytes = Vec::new();
    let head = loop {
        let mut part = [0; 4096];
        let count = stream.read(&mut part).await.ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&part[..count]);
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
    };
    let text = String::from_utf8(bytes[..head].to_vec()).ok()?;
    let mut lines = text.lines();
    let mut first = lines.next()?.split(' ');
    let (method, path) = (first.next()?.to_owned(), first.next()?.to_owned());
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let length: usize = headers.get("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = bytes[head + 4..].to_vec();
    while body.len() < length {
        let mut part = [0; 4096];
        let count = stream.read(&mut part).await.ok().filter(|count| *count > 0)?;
        body.extend_from_slice(&part[..count]);
    }
    let path = path.strip_prefix("/fhir").unwrap_or(&path).to_owned();
    Some(Asked { method, path, headers, body: String::from_utf8(body).ok()? })
}

/// An answer with these headers and this body.
pub fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Reply {
    vec![Step::Send(head(status, headers, body.len())), Step::Send(body.as_bytes().to_vec())]
}

/// The head of an answer.
pub fn head(status: u16, headers: &[(&str, &str)], length: usize) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status} Said\r\nconnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {length}\r\n\r\n"));
    head.into_bytes()
}

/// How FHIR in JSON is called.
pub const FHIR: (&str, &str) = ("content-type", "application/fhir+json; charset=utf-8");

/// 200 with a resource.
pub fn fhir(resource: &Value) -> Reply {
    answer(200, &[FHIR], &resource.to_string())
}

/// A status, and an OperationOutcome as servers send it along.
pub fn status(status: u16) -> Reply {
    answer(status, &[FHIR], r#"{"resourceType":"OperationOutcome","issue":[]}"#)
}
