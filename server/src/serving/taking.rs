//! An answer has to be taken in time. The time runs from the first byte that finds no room until everything has gone:
//! taking a little now and then does not prolong it. When it is over, what waits is thrown away with the connection.

use std::future::Future;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// A connection whose other end has to take what it is sent.
pub(super) struct Taking {
    stream: TcpStream,
    within: Duration,
    // While something waits to go.
    over: Option<Pin<Box<Sleep>>>,
}

impl Taking {
    pub(super) const fn new(stream: TcpStream, within: Duration) -> Self {
        Self { stream, within, over: None }
    }

    /// What came of trying to write; a fault once the time is over.
    fn so_far<T>(
        &mut self,
        cx: &mut Context<'_>,
        tried: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if tried.is_pending() && self.over.is_none() {
            self.over = Some(Box::pin(sleep(self.within)));
        }
        if self.over.as_mut().is_some_and(|over| over.as_mut().poll(cx).is_ready()) {
            // Nobody takes it: the machine forgets it at once, and the other end learns that it is not whole.
            drop(self.stream.set_zero_linger());
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        tried
    }
}

impl AsyncRead for Taking {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, into)
    }
}

impl AsyncWrite for Taking {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let tried = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.so_far(cx, tried)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let tried = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.so_far(cx, tried)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// Asked for when nothing waits any more: the time is over only if it is over now.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_flush(cx))?;
        self.over = None;
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let tried = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.so_far(cx, tried)
    }
}
