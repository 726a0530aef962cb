//! The sign-in service, answering as a test scripts it.

use entra_spa::edge::{Answer, Exchange, ExchangeFailure, Exchanged};
use futures_channel::oneshot;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

/// The tenant of the demo accounts.
pub(crate) const TENANT: &str = "7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2";

/// Ana's object id.
pub(crate) const ANA: &str = "aaaaaaaa-0000-4000-8000-000000000001";

/// What the service does with the next request.
pub(crate) enum Step {
    Answer(u16, String),
    AnswerLater(oneshot::Receiver<(u16, String)>),
    Wait(u16, Option<&'static str>),
    Fail(ExchangeFailure),
}

/// A request the service saw.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) url: String,
    pub(crate) form: BTreeMap<String, String>,
}

/// The service's script and its memory.
#[derive(Default)]
pub(crate) struct Service {
    steps: RefCell<VecDeque<Step>>,
    requests: RefCell<Vec<Request>>,
    pub(crate) offline: Cell<bool>,
    pub(crate) aborted: Cell<u32>,
}

impl Service {
    pub(crate) fn then(&self, step: Step) {
        self.steps.borrow_mut().push_back(step);
    }

    pub(crate) fn take_requests(&self) -> Vec<Request> {
        self.requests.take()
    }

    fn next(&self, url: &str, form: BTreeMap<String, String>) -> Exchanged {
        self.requests.borrow_mut().push(Request {
            url: url.to_owned(),
            form,
        });
        let step = self.steps.borrow_mut().pop_front();
        let Some(step) = step else {
            panic!("the service has no answer for {url}");
        };
        Box::pin(async move {
            let (status, retry_after, body) = match step {
                Step::Answer(status, body) => (status, None, body),
                Step::AnswerLater(later) => {
                    let (status, body) = later.await.map_err(|_| ExchangeFailure::Network)?;
                    (status, None, body)
                }
                Step::Wait(status, retry_after) => (status, retry_after, String::new()),
                Step::Fail(failure) => return Err(failure),
            };
            Ok(Answer {
                status,
                retry_after: retry_after.map(str::to_owned),
                body: body.into_bytes(),
            })
        })
    }
}

impl Exchange for Service {
    fn post_form(&self, url: &str, text: &str) -> Exchanged {
        self.next(url, form(text))
    }

    fn get(&self, url: &str) -> Exchanged {
        self.next(url, BTreeMap::new())
    }

    fn abort(&self) {
        self.aborted.set(self.aborted.get() + 1);
    }

    fn online(&self) -> bool {
        !self.offline.get()
    }
}

/// A successful answer of the token endpoint, to be changed by a test.
#[derive(Clone)]
pub(crate) struct Body {
    fields: Value,
    claims: Value,
}

/// Ana's tokens for some scopes, without a nonce as in a renewal.
pub(crate) fn tokens(scopes: &[&str]) -> Body {
    Body {
        fields: json!({
            "token_type": "Bearer", "scope": scopes.join(" "), "expires_in": 3_599,
            "ext_expires_in": 3_599, "access_token": "access-1", "refresh_token": "refresh-1",
            "refresh_token_expires_in": 86_400, "client_info": "e30",
        }),
        claims: json!({
            "ver": "2.0", "aud": super::CLIENT, "tid": TENANT, "oid": ANA, "sub": "s",
            "iss": format!("https://login.microsoftonline.com/{TENANT}/v2.0"),
            "name": "Ana Ruiz", "preferred_username": "ana@contoso.test",
            "login_hint": "opaque-hint", "sid": "sid-1",
            "iat": 1_800_000_000, "exp": 1_800_100_000,
        }),
    }
}

impl Body {
    /// The same with another field; `null` takes it away.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.fields[name] = value.into();
        self
    }

    /// The same with another claim in the ID token; `null` takes it away.
    pub(crate) fn claim(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.claims[name] = value.into();
        self
    }

    /// The same with numbered tokens, so that generations can be told apart.
    pub(crate) fn generation(self, number: u32) -> Self {
        self.with("access_token", format!("access-{number}"))
            .with("refresh_token", format!("refresh-{number}"))
    }

    pub(crate) fn nonce(self, nonce: &str) -> Self {
        if self.claims.get("nonce").is_some() {
            return self;
        }
        self.claim("nonce", nonce)
    }

    pub(crate) fn json(mut self) -> String {
        if self.fields.get("id_token").is_none() {
            self.fields["id_token"] = jwt(&self.claims).into();
        }
        if let Value::Object(fields) = &mut self.fields {
            fields.retain(|_, value| !value.is_null());
        }
        self.fields.to_string()
    }
}

fn jwt(claims: &Value) -> String {
    format!("e30.{}.c2ln", base64url(claims.to_string().as_bytes()))
}

/// Written apart from the crate's own, so that a mistake there doesn't agree with itself.
fn base64url(bytes: &[u8]) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    bits.as_bytes()
        .chunks(6)
        .map(|group| {
            let group = format!("{:0<6}", std::str::from_utf8(group).unwrap());
            ALPHABET[usize::from_str_radix(&group, 2).unwrap()] as char
        })
        .collect()
}

/// A form, decoded; every name must come once.
pub(crate) fn form(text: &str) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    for pair in text.split('&') {
        let (name, value) = pair.split_once('=').unwrap();
        let twice = fields.insert(decoded(name), decoded(value));
        assert!(twice.is_none(), "{name} comes twice");
    }
    fields
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).unwrap()
}
