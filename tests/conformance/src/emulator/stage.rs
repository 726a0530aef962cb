//! A running emulator with somebody signed in, and events made to order.

use std::cell::RefCell;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};
use ureq::http::{Request, Response};
use visitor::{Visitor, origin};

use super::webhook::Webhook;

/// When everything happens.
pub(super) const NOW: &str = "2027-01-12T09:42:00Z";

const SCOPES: &str = "openid User.Read User.ReadBasic.All People.Read VirtualEvent.Read \
    VirtualEvent.ReadWrite OnlineMeetingArtifact.Read.All";

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Organizer,
    Attendee,
}

/// What an operation got.
#[derive(Debug)]
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) body: Option<Value>,
}

/// The emulator, and two people of its tenant.
#[derive(Debug)]
pub(super) struct Stage {
    visitor: Visitor,
    organizer: String,
    attendee: String,
    webhook: Webhook,
    /// Events are named after their number.
    made: RefCell<u32>,
}

impl Stage {
    /// Starts an emulator with a stopped clock, without throttling, and signs both in.
    pub(super) fn open() -> anyhow::Result<Self> {
        let visitor = Visitor::at(NOW)?;
        let settings = json!({ "throttle": false, "unknown_properties": false });
        visitor.tell("/settings", &settings)?;
        Ok(Self {
            organizer: visitor.sign_in("ana.ruiz@northlight.example", SCOPES)?,
            attendee: visitor.sign_in("seun.adeyemi@northlight.example", SCOPES)?,
            webhook: Webhook::open()?,
            made: RefCell::new(0),
            visitor,
        })
    }

    /// Calls Graph.
    pub(super) fn call(
        &self,
        who: Who,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> anyhow::Result<Got> {
        let token = match who {
            Who::Organizer => &self.organizer,
            Who::Attendee => &self.attendee,
        };
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}/v1.0{path}", origin(self.visitor.ports().graph)))
            .header("authorization", format!("Bearer {token}"));
        let agent = self.visitor.agent();
        let answer = match body {
            Some(body) => {
                request = request.header("content-type", "application/json");
                agent.run(request.body(body.to_string())?)?
            }
            None => agent.run(request.body(())?)?,
        };
        read(answer)
    }

    /// Calls Graph for something that must work, and gives its JSON.
    pub(super) fn get(&self, who: Who, path: &str) -> anyhow::Result<Value> {
        let got = self.call(who, "GET", path, None)?;
        if got.status != 200 {
            bail!("GET {path} answers {}", got.status);
        }
        got.body.context("no body")
    }

    /// Puts the clock to a time.
    pub(super) fn set_clock(&self, now: &str) -> anyhow::Result<()> {
        self.visitor.set_clock(now)
    }

    /// An address that answers validation requests.
    pub(super) fn webhook(&self, path: &str) -> String {
        self.webhook.url(path)
    }

    /// A number that was not given before.
    pub(super) fn number(&self) -> u32 {
        let mut made = self.made.borrow_mut();
        *made += 1;
        *made
    }
}

fn read(mut answer: Response<ureq::Body>) -> anyhow::Result<Got> {
    let status = answer.status().as_u16();
    let text = answer.body_mut().read_to_string()?;
    let body = if text.is_empty() {
        None
    } else {
        Some(serde_json::from_str(&text).with_context(|| format!("no JSON: {text}"))?)
    };
    Ok(Got { status, body })
}
