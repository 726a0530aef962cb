//! Notifications at an even pace, each sent again until it gets its 202, as Graph does.

use std::net::SocketAddr;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout_at};

use crate::drill::Shared;
use crate::reader::{Hosts, PAUSE, host};
use crate::wire::{Feed, Line};

/// Connections that deliveries come on; one that waits for an answer holds up no other.
const LINES: usize = 64;

/// How long deliveries are tried again after the last one was due.
const PATIENCE: Duration = Duration::from_secs(30);

/// Which notifications are sent, and when.
#[derive(Debug, Clone)]
pub(crate) struct Load {
    /// A notification goes to the feed of its number, around and around.
    pub(crate) feeds: Arc<[Feed]>,
    pub(crate) hosts: Hosts,
    pub(crate) numbers: Range<usize>,
    /// When the first one is due.
    pub(crate) begin: Instant,
    /// Between two.
    pub(crate) pace: Duration,
}

impl Load {
    /// When this one is to be sent, whatever became of those before it.
    pub(crate) fn due(&self, number: usize) -> Instant {
        let place = number.saturating_sub(self.numbers.start);
        self.begin + self.pace * u32::try_from(place).unwrap_or(u32::MAX)
    }

    /// Sends them all, notes which got a 202, and counts the attempts that didn't.
    pub(crate) async fn run(&self, record: &Shared) -> anyhow::Result<usize> {
        let mut callers = JoinSet::new();
        let until = self.due(self.numbers.end) + PATIENCE;
        for first in 0..LINES {
            let (load, record) = (self.clone(), Arc::clone(record));
            callers.spawn(async move {
                let mut caller = Caller {
                    line: None,
                    turn: first,
                    failed: 0,
                };
                for number in load.numbers.clone().skip(first).step_by(LINES) {
                    sleep_until(load.due(number)).await;
                    if timeout_at(until, caller.deliver(&load, number))
                        .await
                        .is_ok()
                    {
                        record.lock().await.ledger.accept(number);
                    }
                }
                caller.failed
            });
        }
        let mut failed = 0;
        while let Some(caller) = callers.join_next().await {
            failed += caller?;
        }
        Ok(failed)
    }
}

struct Caller {
    line: Option<(SocketAddr, Line)>,
    turn: usize,
    failed: usize,
}

impl Caller {
    /// Returns once there is a 202.
    async fn deliver(&mut self, load: &Load, number: usize) {
        let place = number % load.feeds.len();
        let Some(feed) = load.feeds.get(place) else {
            return;
        };
        loop {
            match self.attempt(load, feed, number).await {
                Ok(202) => return,
                Ok(_) => {}
                Err(_) => self.line = None,
            }
            self.failed += 1;
            // a balancer takes the next one
            self.turn += 1;
            sleep(PAUSE).await;
        }
    }

    async fn attempt(&mut self, load: &Load, feed: &Feed, number: usize) -> anyhow::Result<u16> {
        let Some(host) = host(&load.hosts, self.turn) else {
            anyhow::bail!("no relay");
        };
        if self.line.as_ref().is_none_or(|(to, _)| *to != host) {
            self.line = Some((host, Line::to(host).await?));
        }
        let Some((_, line)) = &mut self.line else {
            anyhow::bail!("no line");
        };
        let headers = [("content-type", "application/json")];
        let body = feed.delivery(number);
        Ok(line.send("POST", &feed.path, &headers, body).await?.0)
    }
}
