//! Who hears what: each reader has a short queue, and reads the store when that overflows.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use tokio::sync::mpsc;

use super::frame;
use crate::feed::Audience;
use crate::metrics::Metrics;
use crate::notification::{Position, Stored};
use crate::store::Listener;

/// How many events wait for one reader.
const QUEUE: usize = 64;

/// What is larger than this, in bytes, doesn't wait in queues: the reader gets it from the store.
const LARGEST_QUEUED: usize = 16 * 1024;

/// An event for several readers.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub(super) position: Position,
    pub(super) bytes: Bytes,
}

/// All readers of this instance.
#[derive(Debug)]
pub(crate) struct Hub {
    readers: Mutex<Readers>,
    streams_per_user: usize,
    metrics: Arc<Metrics>,
}

#[derive(Debug, Default)]
struct Readers {
    by_audience: HashMap<Audience, Vec<Seat>>,
    next: u64,
    is_closed: bool,
}

/// A reader's end of the hub.
#[derive(Debug)]
struct Seat {
    reader: u64,
    queue: mpsc::Sender<Event>,
}

/// A reader's place in the hub; given up on drop.
#[derive(Debug)]
pub(super) struct Subscription {
    hub: Arc<Hub>,
    reader: u64,
    pub(super) audiences: Vec<Audience>,
    pub(super) queue: mpsc::Receiver<Event>,
}

impl Hub {
    pub(crate) fn new(streams_per_user: usize, metrics: Arc<Metrics>) -> Self {
        Self {
            readers: Mutex::default(),
            streams_per_user,
            metrics,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Readers> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a reader; `None` if its user has too many, or nobody is served any more.
    pub(super) fn subscribe(self: &Arc<Self>, audiences: &[Audience]) -> Option<Subscription> {
        let mut readers = self.lock();
        let of_user = audiences
            .iter()
            .filter(|audience| matches!(audience, Audience::User(_)))
            .filter_map(|audience| readers.by_audience.get(audience))
            .map(Vec::len);
        if readers.is_closed || of_user.max().unwrap_or(0) >= self.streams_per_user {
            return None;
        }
        let reader = readers.next;
        readers.next += 1;
        let queue = readers.seat(reader, audiences);
        self.metrics.streams.inc();
        Some(Subscription {
            hub: Arc::clone(self),
            reader,
            audiences: audiences.to_vec(),
            queue,
        })
    }

    /// Ends all streams, and lets no new one begin.
    pub(crate) fn close(&self) {
        let mut readers = self.lock();
        readers.is_closed = true;
        readers.by_audience.clear();
    }
}

impl Readers {
    fn seat(&mut self, reader: u64, audiences: &[Audience]) -> mpsc::Receiver<Event> {
        let (queue, events) = mpsc::channel(QUEUE);
        for audience in audiences {
            let seats = self.by_audience.entry(audience.clone()).or_default();
            seats.push(Seat {
                reader,
                queue: queue.clone(),
            });
        }
        events
    }

    fn leave(&mut self, reader: u64, audiences: &[Audience]) {
        for audience in audiences {
            if let Some(seats) = self.by_audience.get_mut(audience) {
                seats.retain(|seat| seat.reader != reader);
                if seats.is_empty() {
                    self.by_audience.remove(audience);
                }
            }
        }
    }
}

impl Subscription {
    /// Takes a fresh queue in place of one that overflowed; `false` if nobody is served any more.
    pub(super) fn renew(&mut self) -> bool {
        let mut readers = self.hub.lock();
        if readers.is_closed {
            return false;
        }
        readers.leave(self.reader, &self.audiences);
        self.queue = readers.seat(self.reader, &self.audiences);
        true
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.hub.lock().leave(self.reader, &self.audiences);
        self.hub.metrics.streams.dec();
    }
}

impl Listener for Hub {
    fn heard(&self, stored: &[Stored]) {
        let mut readers = self.lock();
        for one in stored {
            let Some(seats) = readers.by_audience.get(&one.audience) else {
                continue;
            };
            let mut lagging = Vec::new();
            if one.item.len() > LARGEST_QUEUED {
                lagging.extend(seats.iter().map(|seat| seat.reader));
            } else {
                let event = Event {
                    position: one.position,
                    bytes: frame::notification(one),
                };
                for seat in seats {
                    if seat.queue.try_send(event.clone()).is_err() {
                        self.metrics.lagged.inc();
                        lagging.push(seat.reader);
                    }
                }
            }
            if !lagging.is_empty() {
                // out of every audience: a queue with a hole in it must not go on
                readers.by_audience.retain(|_, seats| {
                    seats.retain(|seat| !lagging.contains(&seat.reader));
                    !seats.is_empty()
                });
            }
        }
    }

    fn lost_track(&self) {
        self.lock().by_audience.clear();
    }
}

#[cfg(test)]
#[path = "hub_tests.rs"]
mod tests;
