//! The body of a request has to be there in time, however small the pieces are in which it comes.

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use std::error::Error;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Sleep, sleep, timeout};

/// So much of a body is read that nobody wants.
const LEFT: usize = 256 * 1024;
/// It is there within this time, or not waited for.
const SOON: Duration = Duration::from_secs(2);

/// A body that ends with a fault when it did not come in time.
pub(super) struct InTime {
    // Gone when it has ended, well or not.
    body: Option<Incoming>,
    rest: Rest,
    within: Duration,
    // From the first time that somebody waited for it.
    over: Option<Pin<Box<Sleep>>>,
}

impl InTime {
    pub(super) const fn new(body: Incoming, rest: Rest, within: Duration) -> Self {
        Self { body: Some(body), rest, within, over: None }
    }
}

impl Body for InTime {
    type Data = Bytes;
    type Error = Box<dyn Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Some(over) = &mut self.over
            && over.as_mut().poll(cx).is_ready()
        {
            return Poll::Ready(Some(Err(late())));
        }
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        match Pin::new(body).poll_frame(cx) {
            Poll::Ready(frame) => {
                if !matches!(frame, Some(Ok(_))) {
                    self.body = None;
                }
                Poll::Ready(frame.map(|frame| frame.map_err(Into::into)))
            }
            Poll::Pending => {
                let within = self.within;
                let over = self.over.get_or_insert_with(|| Box::pin(sleep(within)));
                match over.as_mut().poll(cx) {
                    Poll::Ready(()) => Poll::Ready(Some(Err(late()))),
                    Poll::Pending => Poll::Pending,
                }
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Incoming::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(|| SizeHint::with_exact(0), Incoming::size_hint)
    }
}

impl Drop for InTime {
    fn drop(&mut self) {
        let mut left = self.rest.0.lock().unwrap_or_else(PoisonError::into_inner);
        *left = self.body.take().filter(|body| !body.is_end_stream());
    }
}

/// What nobody has read of a body, such as that of a request which was refused by its head alone.
#[derive(Clone, Default)]
pub(super) struct Rest(Arc<Mutex<Option<Incoming>>>);

impl Rest {
    /// Reads it, where it is short and comes soon. False where it is not: then the connection cannot go on.
    pub(super) async fn is_read(&self, waits: bool) -> bool {
        let left = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(body) = left else { return true };
        if waits {
            return false;
        }
        let reading = Limited::new(body, LEFT).collect();
        matches!(timeout(SOON, reading).await, Ok(Ok(_)))
    }
}

fn late() -> Box<dyn Error + Send + Sync> {
    io::Error::new(io::ErrorKind::TimedOut, "the body did not come in time").into()
}
