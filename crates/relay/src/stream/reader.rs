//! One reader: what the store has after its position, then what is heard.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use tokio::time::{Instant, Sleep};

use super::frame;
use super::hub::{Event, Subscription};
use crate::notification::Position;
use crate::service::Service;
use crate::store::Extent;
use crate::tokens::Caller;

/// How many notifications are read at once.
const PAGE: usize = 64;

/// The pause after the store failed: the reader stays, and goes on where it was.
const PAUSE: Duration = Duration::from_secs(1);

/// Produces a stream's bytes as its connection takes them.
pub(super) struct Reader {
    service: Arc<Service>,
    subscription: Subscription,
    /// The position up to which everything was sent.
    last: Position,
    /// What is to be sent before anything else is looked for.
    ready: VecDeque<Bytes>,
    source: Source,
    beat: Pin<Box<Sleep>>,
    expires: Instant,
}

/// Where the next event comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// From the store, and whether it is known that something is missing.
    Store(Missing),
    Queue,
    /// Nothing comes any more.
    Ended,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    Nothing,
    /// To be told before the next event.
    Gap,
}

/// What happened first.
enum Next {
    Event(Event),
    Lagged,
    Beat,
    Expired,
}

impl Reader {
    pub(super) fn new(
        service: Arc<Service>,
        caller: &Caller,
        subscription: Subscription,
        after: Option<Position>,
        extent: Extent,
    ) -> Self {
        let left = caller.expires.duration_since(service.clock.now());
        let left = Duration::try_from(left).unwrap_or(Duration::ZERO);
        let heartbeat = service.config.heartbeat;
        let (last, source) = match after {
            None => (extent.latest, Source::Queue),
            // a position that was never given is of another store: all that is kept may be new
            Some(after) if after > extent.latest => {
                (Position::default(), Source::Store(Missing::Gap))
            }
            Some(after) if after < extent.gone => (after, Source::Store(Missing::Gap)),
            Some(after) => (after, Source::Store(Missing::Nothing)),
        };
        let hello = frame::hello(heartbeat.as_secs(), extent.latest);
        // a year is longer than any token, and all that a timer can wait for
        let left = left.min(Duration::from_secs(365 * 24 * 60 * 60));
        Self {
            service,
            subscription,
            last,
            ready: VecDeque::from([hello]),
            source,
            beat: Box::pin(tokio::time::sleep(heartbeat)),
            expires: Instant::now() + left,
        }
    }

    /// The next bytes; `None` at the end.
    pub(super) async fn next(&mut self) -> Option<Bytes> {
        loop {
            if Instant::now() >= self.expires && self.source != Source::Ended {
                self.ready.clear();
                self.source = Source::Ended;
                return Some(frame::EXPIRED);
            }
            if let Some(bytes) = self.ready.pop_front() {
                return Some(bytes);
            }
            match self.source {
                Source::Ended => return None,
                Source::Store(missing) => self.read(missing).await,
                Source::Queue => match self.hear().await {
                    // the store had it already
                    Next::Event(event) if event.position <= self.last => {}
                    Next::Event(event) => {
                        self.last = event.position;
                        self.service.metrics.sent.inc();
                        return Some(event.bytes);
                    }
                    Next::Lagged if self.subscription.renew() => {
                        self.source = Source::Store(Missing::Nothing);
                    }
                    Next::Lagged => self.source = Source::Ended,
                    Next::Beat => {
                        self.beat = Box::pin(tokio::time::sleep(self.service.config.heartbeat));
                        return Some(frame::BEAT);
                    }
                    Next::Expired => {}
                },
            }
        }
    }

    async fn hear(&mut self) -> Next {
        tokio::select! {
            biased;
            () = tokio::time::sleep_until(self.expires) => Next::Expired,
            event = self.subscription.queue.recv() => event.map_or(Next::Lagged, Next::Event),
            () = self.beat.as_mut() => Next::Beat,
        }
    }

    async fn read(&mut self, missing: Missing) {
        let audiences = &self.subscription.audiences;
        let page = self.service.store.after(audiences, self.last, PAGE).await;
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                self.service.metrics.store_errors.inc();
                tracing::error!(error = %error, "a reader waits for the store");
                // the queue's end is noticed after it
                tokio::time::sleep(PAUSE).await;
                self.ready.push_back(frame::BEAT);
                if self.subscription.queue.is_closed() && !self.subscription.renew() {
                    self.source = Source::Ended;
                }
                return;
            }
        };
        if missing == Missing::Gap {
            let oldest = page.stored.first().map(|stored| stored.position);
            let oldest = match oldest {
                Some(oldest) => oldest,
                None => self.latest().await,
            };
            self.ready.push_back(frame::gap(oldest));
        }
        self.source = match page.is_last {
            true => Source::Queue,
            false => Source::Store(Missing::Nothing),
        };
        for stored in &page.stored {
            self.last = stored.position;
            self.ready.push_back(frame::notification(stored));
        }
        self.service.metrics.sent.inc_by(page.stored.len() as u64);
    }

    /// Where the next notification will come after; the reader's own place where that is unknown.
    async fn latest(&self) -> Position {
        let extent = self.service.store.extent().await;
        extent.map_or(self.last, |extent| extent.latest)
    }
}
