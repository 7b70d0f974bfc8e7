//! An HTTP/1.1 connection that stays open: one request, one answer, as little work as possible, so that the machine
//! is left to the portal. Reads only what the portal sends: answers that say how long they are.

use crate::Outcome;
use std::fmt::Write as _;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// No answer is longer.
const LONGEST: usize = 64 * 1024 * 1024;

/// One connection.
pub struct Wire {
    stream: TcpStream,
    read: Vec<u8>,
}

/// An answer, for as long as nothing else is asked.
pub struct Reply<'a> {
    /// Its status.
    pub status: u16,
    /// Its headers, as they came.
    pub head: &'a str,
    /// Its body.
    pub body: &'a [u8],
}

impl Wire {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(16 * 1024) })
    }

    /// Asks and waits for the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Outcome<Reply<'_>> {
        self.stream.write_all(request).await?;
        self.read.clear();
        let head = loop {
            let known = self.read.len().saturating_sub(3);
            self.more(4096).await?;
            let new = self.read.get(known..).unwrap_or_default();
            if let Some(end) = new.windows(4).position(|four| four == b"\r\n\r\n") {
                break known + end + 4;
            }
        };
        let (status, length) = read_head(text(self.read.get(..head))?)?;
        while self.read.len() < head + length {
            self.more(head + length - self.read.len()).await?;
        }
        let head_text = text(self.read.get(..head))?;
        Ok(Reply { status, head: head_text, body: self.read.get(head..).unwrap_or_default() })
    }

    async fn more(&mut self, room: usize) -> Outcome<()> {
        self.read.reserve(room);
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err("the portal closed the connection".into()),
            _ => Ok(()),
        }
    }
}

impl Reply<'_> {
    /// The values of a header.
    pub fn header<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        header(self.head, name)
    }
}

/// A request as it goes over the wire.
pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n");
    for (name, value) in headers {
        // Writing to a string cannot fail.
        let _ = write!(head, "{name}: {value}\r\n");
    }
    if method != "GET" {
        let _ = write!(head, "content-length: {}\r\n", body.len());
    }
    head.push_str("\r\n");
    [head.as_bytes(), body].concat()
}

fn header<'a>(head: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

fn read_head(head: &str) -> Outcome<(u16, usize)> {
    let status = head.split(' ').nth(1).ok_or("an answer without a status")?.parse()?;
    let length = header(head, "content-length").next();
    let length = length.ok_or("an answer that does not say how long it is")?.parse()?;
    if length > LONGEST { Err("an answer that is too long".into()) } else { Ok((status, length)) }
}

fn text(bytes: Option<&[u8]>) -> Outcome<&str> {
    Ok(std::str::from_utf8(bytes.unwrap_or_default())?)
}
