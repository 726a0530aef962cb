//! A browser that listens, and resumes where it was whenever its stream ends.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use serde::Deserialize;

use crate::events::{Arriving, Event};
use crate::wire::Line;

/// Where relays are, or were: a balancer doesn't know at once which is down.
pub(crate) type Hosts = Arc<[SocketAddr]>;

/// Before another attempt.
pub(crate) const PAUSE: Duration = Duration::from_millis(20);

/// One of the hosts, each for as many as every other.
pub(crate) fn host(hosts: &Hosts, turn: usize) -> Option<SocketAddr> {
    let place = turn.checked_rem(hosts.len())?;
    hosts.get(place).copied()
}

/// A user's tab.
#[derive(Debug)]
pub(crate) struct Reader {
    bearer: String,
    hosts: Hosts,
    /// Which of the hosts; the next one after each failure.
    turn: usize,
    /// The id of the last event, before the first one what `hello` named.
    last: Option<String>,
    stream: Option<Stream>,
    /// Times it has come back.
    pub(crate) resumed: usize,
}

#[derive(Debug)]
struct Stream {
    body: Incoming,
    arriving: Arriving,
    /// Its end closes the connection.
    _line: Line,
}

#[derive(Deserialize)]
struct Hello {
    latest: String,
}

impl Reader {
    /// A reader that doesn't listen yet, the `turn`th of all.
    pub(crate) fn new(token: &str, hosts: Hosts, turn: usize) -> Self {
        Self {
            bearer: ["Bearer ", token].concat(),
            hosts,
            turn,
            last: None,
            stream: None,
            resumed: 0,
        }
    }

    /// Listens; `hello` has to come first.
    pub(crate) async fn open(&mut self) -> anyhow::Result<()> {
        let host = host(&self.hosts, self.turn).context("a relay")?;
        let mut line = Line::to(host).await?;
        let mut headers = vec![("authorization", self.bearer.as_str())];
        headers.extend(self.last.as_deref().map(|last| ("last-event-id", last)));
        let answer = line.begin("GET", "/feed", &headers, String::new()).await?;
        let status = answer.status();
        anyhow::ensure!(status == 200, "no stream: {status}");
        let mut stream = Stream {
            body: answer.into_body(),
            arriving: Arriving::default(),
            _line: line,
        };
        let hello = stream.next().await.context("the stream ended")?;
        anyhow::ensure!(hello.name == "hello", "no hello: {hello:?}");
        let hello: Hello = serde_json::from_str(&hello.data)?;
        self.last.get_or_insert(hello.latest);
        self.stream = Some(stream);
        Ok(())
    }

    /// The next event or heartbeat, on however many connections.
    pub(crate) async fn next(&mut self) -> Event {
        loop {
            let Some(stream) = &mut self.stream else {
                match self.open().await {
                    Ok(()) => self.resumed += 1,
                    Err(_) => {
                        self.turn += 1;
                        tokio::time::sleep(PAUSE).await;
                    }
                }
                continue;
            };
            match stream.next().await {
                Some(event) => {
                    if event.id.is_some() {
                        self.last.clone_from(&event.id);
                    }
                    return event;
                }
                None => {
                    self.stream = None;
                    self.turn += 1;
                }
            }
        }
    }
}

impl Stream {
    /// The next event or heartbeat; `None` when the stream ends or breaks.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.arriving.next() {
                return Some(event);
            }
            let frame = self.body.frame().await?.ok()?;
            if let Some(bytes) = frame.data_ref() {
                self.arriving.add(bytes);
            }
        }
    }
}
