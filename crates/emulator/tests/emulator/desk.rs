//! A running emulator with its clock stopped, and calls to it.

use emulator::{Config, Running, start};
use serde_json::{Value, json};
use ureq::http::{Method, Request, Response};
use ureq::{Agent, Body};

/// When every story begins: a Tuesday morning.
pub(crate) const NOW: &str = "2027-01-12T09:42:00Z";

/// An emulator of one's own.
pub(crate) struct Desk {
    pub(crate) running: Running,
    pub(crate) agent: Agent,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: ureq::http::HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|why| panic!("{why} in {:?}", String::from_utf8_lossy(&self.bytes)))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

impl Desk {
    pub(crate) fn open() -> Self {
        Self::with(Config::default())
    }

    pub(crate) fn with(config: Config) -> Self {
        let now = Some(NOW.parse().unwrap());
        let running = start(Config { now, ..config }).unwrap();
        let agent: Agent = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .build()
            .into();
        let desk = Self { running, agent };
        desk.control("POST", "/clock", &json!({ "freeze": true }));
        desk
    }

    pub(crate) fn app(&self) -> String {
        format!("http://localhost:{}", self.running.ports().app)
    }

    pub(crate) fn entra(&self) -> String {
        format!("http://localhost:{}", self.running.ports().entra)
    }

    pub(crate) fn graph(&self) -> String {
        format!("http://localhost:{}", self.running.ports().graph)
    }

    /// One request; the error is a connection that ended without an answer.
    pub(crate) fn send(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Result<Answer, ureq::Error> {
        let mut request = Request::builder()
            .method(method.parse::<Method>().unwrap())
            .uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = match body {
            Some(body) => self.agent.run(request.body(body).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        };
        response.map(read)
    }

    /// A call to the control port that must succeed.
    pub(crate) fn control(&self, method: &str, path: &str, body: &Value) -> Value {
        let url = format!("http://localhost:{}{path}", self.running.ports().control);
        let body = (!body.is_null()).then(|| body.to_string());
        let answer = self.send(method, &url, &[], body).unwrap();
        assert!(
            (200..300).contains(&answer.status),
            "{path}: {}",
            answer.text()
        );
        if answer.bytes.is_empty() {
            Value::Null
        } else {
            answer.json()
        }
    }

    /// The lines of the journal.
    pub(crate) fn journal(&self) -> Vec<Value> {
        self.control("GET", "/journal", &Value::Null)
            .as_array()
            .unwrap()
            .clone()
    }

    /// The time so many seconds after the clock's, as it stands.
    pub(crate) fn later(&self, seconds: i64) -> String {
        let clock = self.control("GET", "/clock", &Value::Null);
        let now: jiff::Timestamp = clock["now"].as_str().unwrap().parse().unwrap();
        let then = now + jiff::SignedDuration::from_secs(seconds);
        then.to_string()
    }

    /// Tries every notification that is due, once; how many were taken, failed and wait.
    pub(crate) fn deliver(&self) -> (u64, u64, u64) {
        let round = self.control("POST", "/deliver", &Value::Null);
        let count = |name: &str| round[name].as_u64().unwrap();
        (count("delivered"), count("failed"), count("waiting"))
    }

    /// Moves the clock on.
    pub(crate) fn advance(&self, seconds: u32) {
        self.control("POST", "/clock", &json!({ "advance_s": seconds }));
    }
}

fn read(response: Response<Body>) -> Answer {
    let (parts, mut body) = response.into_parts();
    let bytes = body.read_to_vec().unwrap();
    Answer {
        status: parts.status.as_u16(),
        headers: parts.headers,
        bytes,
    }
}
