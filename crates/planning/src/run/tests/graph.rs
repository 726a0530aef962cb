//! A Graph in memory, as far as runs need it.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use http::{Request, Response};
use serde_json::{Value, json};
use virtual_events::{LocalBoxFuture, Runtime, Transport, TransportError};

use super::clock::Clock;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Answered,
    LostBefore,
    LostAfter,
    Refused(u16),
}

type Judge = Box<dyn Fn(&str, &str) -> Fate>;

pub(super) struct Graph {
    clock: Rc<Clock>,
    pub(super) events: RefCell<Vec<Value>>,
    /// Decides about each request by method and path.
    pub(super) judge: RefCell<Judge>,
    /// Milliseconds of each way.
    pub(super) travel: Cell<u64>,
    window: RefCell<VecDeque<i64>>,
    /// When each write arrived, in milliseconds since the beginning.
    pub(super) writes: RefCell<Vec<i64>>,
    pub(super) throttled: Cell<usize>,
}

impl Graph {
    pub(super) fn new(clock: Rc<Clock>) -> Self {
        Self {
            clock,
            events: RefCell::default(),
            judge: RefCell::new(Box::new(|_, _| Fate::Answered)),
            travel: Cell::new(150),
            window: RefCell::default(),
            writes: RefCell::default(),
            throttled: Cell::new(0),
        }
    }

    /// Judges requests by chance: one in ten is lost, most of those after their effect.
    pub(super) fn drop_one_in_ten(&self, seed: u64) {
        let state = Cell::new(seed % 0x7fff_fffe + 1);
        *self.judge.borrow_mut() = Box::new(move |_, _| {
            state.set(state.get() * 48_271 % 0x7fff_ffff);
            match state.get() % 100 {
                0..=7 => Fate::LostAfter,
                8..=9 => Fate::LostBefore,
                _ => Fate::Answered,
            }
        });
    }

    pub(super) fn judge(&self, judge: impl Fn(&str, &str) -> Fate + 'static) {
        *self.judge.borrow_mut() = Box::new(judge);
    }

    /// Titles of all events, sorted.
    pub(super) fn titles(&self) -> Vec<String> {
        let events = self.events.borrow();
        let mut titles: Vec<_> = events
            .iter()
            .map(|event| event["displayName"].as_str().unwrap().to_owned())
            .collect();
        titles.sort();
        titles
    }

    fn answer(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let path = path.replace("%40", "@");
        let (_, rest) = path.split_once("/townhalls").unwrap();
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        let mut events = self.events.borrow_mut();
        let at = |id: &str| events.iter().position(|event| event["id"] == id);
        match (method, parts.as_slice()) {
            ("GET", [list]) if list.starts_with("getByUserRole") => {
                (200, json!({"value": *events}))
            }
            ("POST", []) => {
                let mut event = body.clone();
                event["id"] = json!(format!("event-{}", events.len()));
                event["status"] = json!("draft");
                event["presenters"] = json!([]);
                event["createdBy"] = json!({"user": {"id": "ana"}});
                events.push(event.clone());
                (201, event)
            }
            (_, [id, rest @ ..]) => match at(id) {
                None => (404, json!({"error": {"code": "NotFound", "message": "no"}})),
                Some(at) => on_event(method, &mut events[at], rest, body),
            },
            other => panic!("unexpected request: {other:?}"),
        }
    }
}

fn on_event(method: &str, event: &mut Value, rest: &[&str], body: &Value) -> (u16, Value) {
    match (method, rest) {
        ("GET", []) => (200, event.clone()),
        ("PATCH", []) => {
            for (name, value) in body.as_object().unwrap() {
                event[name] = value.clone();
            }
            (200, event.clone())
        }
        ("GET", ["presenters"]) => (200, json!({"value": event["presenters"]})),
        ("POST", ["presenters"]) => {
            let identity = &body["identity"];
            let presenters = event["presenters"].as_array_mut().unwrap();
            // the real service isn't said to refuse a second one
            let id = match &identity["id"] {
                Value::Null => json!(format!("made-up-{}", presenters.len())),
                id => id.clone(),
            };
            let presenter = json!({"id": id, "identity": identity, "email": identity["email"]});
            presenters.push(presenter.clone());
            (201, presenter)
        }
        ("DELETE", ["presenters", id]) => {
            let presenters = event["presenters"].as_array_mut().unwrap();
            let before = presenters.len();
            presenters.retain(|presenter| presenter["id"] != *id);
            match presenters.len() < before {
                true => (204, Value::Null),
                false => (404, json!({"error": {"code": "NotFound", "message": "no"}})),
            }
        }
        ("POST", ["publish"]) => becomes(event, "draft", "published"),
        ("POST", ["cancel"]) => becomes(event, "published", "canceled"),
        ("POST", ["setExternalEventInformation"]) => {
            event["mark"] = body["externalEventId"].clone();
            (204, Value::Null)
        }
        other => panic!("unexpected request: {other:?}"),
    }
}

fn becomes(event: &mut Value, from: &str, to: &str) -> (u16, Value) {
    if event["status"] != from {
        return (409, json!({"error": {"code": "Conflict", "message": "no"}}));
    }
    event["status"] = json!(to);
    (204, Value::Null)
}

impl Transport for Graph {
    fn send<'a>(
        &'a self,
        request: Request<Vec<u8>>,
    ) -> LocalBoxFuture<'a, Result<Response<Vec<u8>>, TransportError>> {
        Box::pin(async move {
            let travel = Duration::from_millis(self.travel.get());
            self.clock.sleep(travel).await;
            let method = request.method().as_str().to_owned();
            let path = request.uri().path().to_owned();
            let fate = (self.judge.borrow())(&method, &path);
            let body = serde_json::from_slice(request.body()).unwrap_or_default();
            let (status, answer) = match fate {
                Fate::LostBefore => (0, Value::Null),
                Fate::Refused(status) => {
                    (status, json!({"error": {"code": "no", "message": "no"}}))
                }
                _ if method != "GET" && self.is_too_much() => (429, Value::Null),
                _ => self.answer(&method, &path, &body),
            };
            self.clock.sleep(travel).await;
            match fate {
                Fate::LostBefore | Fate::LostAfter => Err(TransportError::Network),
                _ => Ok(Response::builder()
                    .status(status)
                    .body(answer.to_string().into_bytes())
                    .unwrap()),
            }
        })
    }
}

impl Graph {
    /// Counts a write of the window, 15 in 30 seconds.
    fn is_too_much(&self) -> bool {
        let now = self.clock.passed();
        let mut window = self.window.borrow_mut();
        window.retain(|at| now - at < 30_000);
        window.push_back(now);
        self.writes.borrow_mut().push(now);
        let too_much = window.len() > 15;
        self.throttled
            .set(self.throttled.get() + usize::from(too_much));
        too_much
    }
}
