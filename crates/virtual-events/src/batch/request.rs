//! What goes into a batch.

use serde::Serialize;

use crate::Scope;
use crate::error::RequestProblem;
use crate::policy::WRITES;

/// Requests that a batch can hold.
const MOST: usize = 20;

/// Up to 20 requests for one round trip, at most 15 of them writes.
///
/// They run all side by side, or all in one chain of `depends_on`; nothing mixed. Throttling
/// counts each. Source: Graph page "Combine multiple HTTP requests using JSON batching".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    pub(super) scopes: Vec<Scope>,
    pub(super) items: Vec<BatchItem>,
}

impl Batch {
    /// An empty batch whose requests any one of `scopes`, least privileged first, allows.
    pub fn new(scopes: impl Into<Vec<Scope>>) -> Self {
        Self {
            scopes: scopes.into(),
            items: Vec::new(),
        }
    }

    /// With a further request.
    #[must_use]
    pub fn with(mut self, item: BatchItem) -> Self {
        self.items.push(item);
        self
    }

    /// The requests.
    #[must_use]
    pub fn items(&self) -> &[BatchItem] {
        &self.items
    }

    /// Number of requests that Graph counts as writes.
    pub(super) fn writes(&self) -> usize {
        self.items.iter().filter(|item| item.is_write()).count()
    }

    pub(super) fn check(&self) -> Result<(), RequestProblem> {
        if self.items.is_empty() || self.items.len() > MOST {
            return Err(RequestProblem::BatchSize(self.items.len()));
        }
        if self.writes() > WRITES {
            return Err(RequestProblem::BatchWrites(self.writes()));
        }
        Ok(())
    }
}

/// One request of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchItem {
    pub(super) id: String,
    pub(super) depends_on: Vec<String>,
    pub(super) method: String,
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    /// JSON text.
    pub(super) body: Option<String>,
}

impl BatchItem {
    /// A request: its id within the batch, method in capitals, and address below `/v1.0`,
    /// percent-encoded.
    pub fn new(id: impl Into<String>, method: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            depends_on: Vec::new(),
            method: method.into(),
            url: url.into(),
            headers: Vec::new(),
            body: None,
        }
    }

    /// A GET.
    pub fn get(id: impl Into<String>, url: impl Into<String>) -> Self {
        Self::new(id, "GET", url)
    }

    /// With a JSON body, and the `Content-Type` that a body needs within a batch.
    ///
    /// A body that can't be written as JSON becomes null.
    #[must_use]
    pub fn body(mut self, body: &impl Serialize) -> Self {
        self.body = Some(serde_json::to_string(body).unwrap_or_else(|_| "null".to_owned()));
        if !self
            .headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("content-type"))
        {
            self = self.header("Content-Type", "application/json");
        }
        self
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// After another request of the batch, and only if that one succeeds (else status 424).
    #[must_use]
    pub fn after(mut self, id: impl Into<String>) -> Self {
        self.depends_on.push(id.into());
        self
    }

    /// The request's id within the batch.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    fn is_write(&self) -> bool {
        !self.method.eq_ignore_ascii_case("GET")
    }
}
