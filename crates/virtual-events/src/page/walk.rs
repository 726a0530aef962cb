//! The walk from page to page.

use serde_json::Value;

use crate::GraphClient;
use crate::client::Call;
use crate::error::{Error, RequestProblem};
use crate::events::EventKind;
use crate::json::{self, FromJson, JsonProblem};

/// Makes items of their JSON, places counted from `$.value[0]`.
pub(crate) fn read_items<T: FromJson>(items: Vec<Value>) -> Result<Vec<T>, JsonProblem> {
    Vec::from_json(Value::Array(items)).map_err(|problem| problem.below_key("value"))
}

/// The walk over pages: which links were followed, what the items are.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    followed: Vec<String>,
    kind: Option<EventKind>,
}

impl Pages {
    pub(crate) fn of_kind(kind: EventKind) -> Self {
        Self {
            followed: Vec::new(),
            kind: Some(kind),
        }
    }

    /// Opens a page's envelope.
    pub(crate) fn open(&self, document: Value) -> Result<json::List, JsonProblem> {
        let mut list = json::list(document)?;
        if let Some(kind) = self.kind {
            list.items.iter_mut().for_each(|item| kind.declare_in(item));
        }
        Ok(list)
    }

    /// The path below the origin that a next link points to.
    ///
    /// # Errors
    /// When it points to another host, or was followed before.
    pub(crate) fn check(&mut self, client: &GraphClient, link: &str) -> Result<String, Error> {
        let path = client
            .base()
            .path_of(link)
            .ok_or(RequestProblem::ForeignLink)?;
        if self.followed.iter().any(|seen| seen == path) {
            return Err(RequestProblem::LinkLoop.into());
        }
        self.followed.push(path.to_owned());
        Ok(path.to_owned())
    }

    pub(super) fn follow(
        &mut self,
        client: &GraphClient,
        link: &str,
        call: &Call,
    ) -> Result<Call, Error> {
        Ok(call.to_next_page(self.check(client, link)?))
    }
}
