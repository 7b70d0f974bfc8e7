//! The program as a child of the test, and the least browser that fills in its forms.

use consent::ids::ReceiptId;
use server::portal::Portal;
use server::store::db::Place;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// A running `sayso serve`; it ends, at once and without a farewell, with this value.
pub struct Serving {
    child: Child,
    pub address: String,
}

impl Serving {
    pub fn start(portal: &Portal) -> Self {
        let config = portal.config();
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command
            .current_dir(&config.data_dir)
            .env_clear()
            .env("SAYSO_BIND", "127.0.0.1:0")
            .env("SAYSO_DATA_DIR", &config.data_dir);
        if let Place::Postgres(address) = config.place() {
            command.env("SAYSO_DATABASE_URL", address);
        }
        let mut child = command
            .args(["serve", "--json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: serde_json::Value =
            serde_json::from_str(&line).expect("the server starts on what a kill left");
        Self { child, address: said["listening"].as_str().unwrap().to_owned() }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // SIGKILL, to this one child.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back whole; none where the server went away.
pub struct Page {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Page {
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    pub fn receipt(&self) -> Option<ReceiptId> {
        self.header("location")?.strip_prefix("/receipts/")?.parse().ok()
    }
}

pub fn ask(address: &str, cookie: &str, path: &str, form: Option<&str>) -> Option<Page> {
    let mut stream = TcpStream::connect(address).ok()?;
    let method = if form.is_some() { "POST" } else { "GET" };
    let body = form.unwrap_or_default();
    let length = body.len();
    let sent = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(sent.as_bytes()).ok()?;
    let mut all = Vec::new();
    // What broke off after a whole head is an answer all the same: a browser follows it.
    let _ = stream.read_to_end(&mut all);
    let all = String::from_utf8_lossy(&all);
    let (head, body) = all.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Page { status, head: head.to_owned(), body: body.to_owned() })
}
