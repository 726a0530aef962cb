//! Somebody's webhook: an endpoint on this machine that answers as it is told.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;

/// How an endpoint answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Manner {
    /// The token, and 202 to everything else.
    Good,
    /// This status to everything.
    Status(u16),
    /// The token with this type.
    Typed(&'static str),
    /// This in place of the token.
    Says(&'static str),
    /// The token as it came, still encoded.
    Undecoded,
    /// Takes the request and says nothing.
    Silent,
    /// The token, and this status to everything else.
    Refuses(u16),
    /// The token, and silence to everything else.
    Mute,
}

/// A request that came in.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) path: String,
    pub(crate) token: Option<String>,
    pub(crate) kind: String,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The items of its collection.
    pub(crate) fn items(&self) -> Vec<Value> {
        self.json()["value"].as_array().unwrap().clone()
    }
}

pub(crate) struct Endpoint {
    port: u16,
    manner: Arc<Mutex<Manner>>,
    received: Receiver<Received>,
}

impl Endpoint {
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let manner = Arc::new(Mutex::new(Manner::Good));
        let (sender, received) = channel();
        let told = Arc::clone(&manner);
        std::thread::spawn(move || {
            let mut held = Vec::new();
            for stream in listener.incoming().flatten() {
                let manner = told.lock().unwrap().clone();
                if let Some(stream) = converse(stream, &manner, &sender) {
                    held.push(stream);
                }
            }
        });
        Self {
            port,
            manner,
            received,
        }
    }

    pub(crate) fn be(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// The next request, which must come.
    pub(crate) fn next(&self) -> Received {
        self.received.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    /// Everything that has come.
    pub(crate) fn all(&self) -> Vec<Received> {
        self.received.try_iter().collect()
    }

    /// The items of every collection that has come.
    pub(crate) fn items(&self) -> Vec<Value> {
        self.all().iter().flat_map(Received::items).collect()
    }
}

/// Reads one request and answers it; gives the stream back when it says nothing.
fn converse(
    mut stream: TcpStream,
    manner: &Manner,
    sender: &Sender<Received>,
) -> Option<TcpStream> {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        let read = stream.read(&mut part).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&part[..read]);
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let header = |name: &str| {
        let lines = head.lines().filter_map(|line| line.split_once(": "));
        lines
            .clone()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.to_owned())
            .unwrap_or_default()
    };
    let length: usize = header("content-length").parse().unwrap_or(0);
    while bytes.len() < end + length {
        let read = stream.read(&mut part).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&part[..read]);
    }
    let target = head.split(' ').nth(1).unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let raw = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("validationToken="));
    let token = form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "validationToken")
        .map(|(_, value)| value.into_owned());
    sender
        .send(Received {
            path: path.to_owned(),
            kind: header("content-type"),
            body: bytes[end..].to_vec(),
            token: token.clone(),
        })
        .ok()?;
    let said = match (manner, &token) {
        (Manner::Silent, _) | (Manner::Mute, None) => return Some(stream),
        (Manner::Status(status), _) | (Manner::Refuses(status), None) => {
            (*status, "text/plain", String::new())
        }
        (Manner::Says(text), Some(_)) => (200, "text/plain", (*text).to_owned()),
        (Manner::Typed(kind), Some(token)) => (200, *kind, token.clone()),
        (Manner::Undecoded, Some(_)) => (200, "text/plain", raw.unwrap_or_default().to_owned()),
        (_, Some(token)) => (200, "text/plain; charset=utf-8", token.clone()),
        (_, None) => (202, "text/plain", String::new()),
    };
    let (status, kind, body) = said;
    let answer = format!(
        "HTTP/1.1 {status} Said\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(answer.as_bytes()).ok()?;
    None
}
