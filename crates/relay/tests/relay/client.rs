//! HTTP as Graph and the app speak it, and a reader of server-sent events.

use std::time::Duration;

use axum::body::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::{HeaderMap, Request, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// No answer of a test takes longer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone)]
pub(crate) struct Http {
    client: Client<HttpConnector, Full<Bytes>>,
    pub(crate) base: String,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

impl Http {
    pub(crate) fn to(base: String) -> Self {
        Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            base,
        }
    }

    async fn begin(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Option<hyper::Response<Incoming>> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::new(body.into())).unwrap();
        let answer = tokio::time::timeout(PATIENCE, self.client.request(request)).await;
        answer.expect("no answer in time").ok()
    }

    /// The answer; `None` if the connection broke.
    pub(crate) async fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Option<Answer> {
        let (parts, body) = self.begin(method, path, headers, body).await?.into_parts();
        let body = tokio::time::timeout(PATIENCE, body.collect()).await;
        Some(Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.expect("no body in time").ok()?.to_bytes(),
        })
    }

    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Vec<u8>>,
    ) -> Answer {
        let answer = self.try_send(method, path, headers, body.into()).await;
        answer.expect("the connection broke")
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "").await
    }

    /// A call with a token.
    pub(crate) async fn call(&self, token: &str, method: &str, path: &str, body: &str) -> Answer {
        let bearer = format!("Bearer {token}");
        self.send(method, path, &[("authorization", &bearer)], body)
            .await
    }

    /// Opens a stream, which has to begin with `hello`.
    pub(crate) async fn listen(&self, token: &str, after: Option<&str>) -> Events {
        let events = self.try_listen(token, after).await;
        let mut events = events.expect("the stream did not open");
        let hello = events.next().await.unwrap();
        assert_eq!((hello.name.as_str(), &hello.id), ("hello", &None));
        events.latest = hello.data["latest"].as_str().unwrap().to_owned();
        events
    }

    pub(crate) async fn try_listen(&self, token: &str, after: Option<&str>) -> Option<Events> {
        let bearer = format!("Bearer {token}");
        let mut headers = vec![("authorization", bearer.as_str())];
        headers.extend(after.map(|after| ("last-event-id", after)));
        let response = self.begin("GET", "/feed", &headers, Vec::new()).await?;
        (response.status() == StatusCode::OK).then(|| Events {
            body: response.into_body(),
            text: String::new(),
            latest: String::new(),
            beats: 0,
        })
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) id: Option<String>,
    pub(crate) data: Value,
}

pub(crate) struct Events {
    body: Incoming,
    text: String,
    /// As `hello` named it.
    pub(crate) latest: String,
    /// Comments so far.
    pub(crate) beats: usize,
}

impl Events {
    /// The next event; `None` when the stream ends or breaks.
    pub(crate) async fn next(&mut self) -> Option<Event> {
        loop {
            while let Some((block, rest)) = self.text.split_once("\n\n") {
                let event = read(block);
                self.text = rest.to_owned();
                match event {
                    Some(event) => return Some(event),
                    None => self.beats += 1,
                }
            }
            let frame = tokio::time::timeout(PATIENCE, self.body.frame()).await;
            let frame = frame.expect("no event in time")?.ok()?;
            if let Ok(data) = frame.into_data() {
                self.text.push_str(std::str::from_utf8(&data).unwrap());
            }
        }
    }

    /// The next event, which has to be a notification.
    pub(crate) async fn notification(&mut self) -> Event {
        // heartbeats must not make it wait for ever
        let event = tokio::time::timeout(PATIENCE, self.next()).await;
        let event = event.expect("no event in time").expect("the stream ended");
        assert_eq!(event.name, "notification", "{event:?}");
        event
    }
}

fn read(block: &str) -> Option<Event> {
    let field = |name: &str| {
        block
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .map(str::to_owned)
    };
    Some(Event {
        name: field("event: ")?,
        id: field("id: "),
        data: serde_json::from_str(&field("data: ")?).unwrap(),
    })
}
