//! One call as an operation describes it, and its answer.

use std::borrow::Cow;

use http::{HeaderName, HeaderValue, Method, StatusCode};
use serde::Serialize;
use serde_json::Value;

use super::Target;
use crate::Scope;
use crate::error::{DecodeError, Error, RequestIds, RequestProblem};
use crate::json::JsonProblem;
use crate::policy::Repeat;

/// What an operation wants sent.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) address: Result<Address, RequestProblem>,
    pub(crate) scopes: Cow<'static, [Scope]>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) repeat: Repeat,
    /// How many writes Graph will count.
    pub(crate) writes: usize,
}

/// Where a call goes.
#[derive(Clone, Debug)]
pub(crate) enum Address {
    /// Below `/v1.0`.
    Relative(String),
    /// Below the origin: a next link whose origin has been checked.
    Checked(String),
}

impl Call {
    fn new(method: Method, target: Target, scopes: &'static [Scope], repeat: Repeat) -> Self {
        let writes = usize::from(method != Method::GET);
        Self {
            method,
            address: target.into_text().map(Address::Relative),
            scopes: Cow::Borrowed(scopes),
            headers: Vec::new(),
            body: None,
            repeat,
            writes,
        }
    }

    pub(crate) fn get(target: Target, scopes: &'static [Scope]) -> Self {
        Self::new(Method::GET, target, scopes, Repeat::Freely)
    }

    /// A POST whose repetition would do it twice.
    pub(crate) fn post(target: Target, scopes: &'static [Scope]) -> Self {
        Self::new(Method::POST, target, scopes, Repeat::OnlyIfRefused)
    }

    /// A PATCH: it says how things shall be, so saying it twice changes nothing.
    pub(crate) fn patch(target: Target, scopes: &'static [Scope]) -> Self {
        Self::new(Method::PATCH, target, scopes, Repeat::SameEffect)
    }

    pub(crate) fn delete(target: Target, scopes: &'static [Scope]) -> Self {
        Self::new(Method::DELETE, target, scopes, Repeat::SameEffect)
    }

    /// The same call for the next page, at a path whose origin has been checked.
    pub(crate) fn to_next_page(&self, path: String) -> Self {
        Self {
            address: Ok(Address::Checked(path)),
            ..self.clone()
        }
    }

    /// The same call on Graph's beta.
    pub(crate) fn on_beta(mut self) -> Self {
        self.address = self.address.map(|address| match address {
            Address::Relative(path) => Address::Checked(["/beta", &path].concat()),
            checked @ Address::Checked(_) => checked,
        });
        self
    }

    pub(crate) fn repeat(mut self, repeat: Repeat) -> Self {
        self.repeat = repeat;
        self
    }

    /// Not one of the writes that stand in the queue: another part of the service takes it.
    pub(crate) fn unpaced(mut self) -> Self {
        self.writes = 0;
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        ));
        self
    }

    /// With a body that is JSON already.
    pub(crate) fn body(mut self, body: Vec<u8>) -> Self {
        self.body = Some(body);
        self
    }

    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.body = Some(bytes),
            Err(_) => self.address = Err(RequestProblem::Value),
        }
        self
    }
}

/// A success: status, body, ids.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Vec<u8>,
    pub(crate) ids: RequestIds,
}

impl Answer {
    /// The media type of the body, without parameters.
    pub(crate) fn media_type(&self) -> String {
        let content_type = self
            .content_type
            .as_deref()
            .unwrap_or("application/octet-stream");
        content_type
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// The body as JSON.
    pub(crate) fn document(&self) -> Result<Value, Error> {
        serde_json::from_slice(&self.body)
            .map_err(|_| self.problem(&JsonProblem::new("expected JSON")))
    }

    /// Makes something of the body, whose problems turn into an error with place and ids.
    pub(crate) fn read<T>(
        &self,
        reader: impl FnOnce(Value) -> Result<T, JsonProblem>,
    ) -> Result<T, Error> {
        reader(self.document()?).map_err(|problem| self.problem(&problem))
    }

    /// The same, with nothing made of an answer that has no body.
    pub(crate) fn read_unless_empty<T>(
        &self,
        reader: impl FnOnce(Value) -> Result<T, JsonProblem>,
    ) -> Result<Option<T>, Error> {
        if self.status == StatusCode::NO_CONTENT || self.body.trim_ascii().is_empty() {
            return Ok(None);
        }
        self.read(reader).map(Some)
    }

    pub(crate) fn problem(&self, problem: &JsonProblem) -> Error {
        Error::Decode(Box::new(DecodeError::new(
            self.status,
            problem,
            self.ids.clone(),
        )))
    }
}
