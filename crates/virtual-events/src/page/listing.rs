//! A collection, fetched as it is asked for.

use std::collections::VecDeque;

use futures_core::Stream;
use serde_json::Value;

use super::{Pages, read_items};
use crate::client::{Call, Target};
use crate::error::Error;
use crate::events::EventKind;
use crate::json::{FromJson, JsonProblem};
use crate::odata::ODataOption;
use crate::{GraphClient, Scope};

/// A collection of Graph, fetched page by page as it is asked for.
///
/// Nothing is sent before the first page is wanted. Next links are followed verbatim, but to
/// the configured origin only, since the token goes along; a link seen before ends the walk.
#[derive(Debug)]
#[must_use = "a listing sends nothing before a page is asked for"]
pub struct Listing<T> {
    client: GraphClient,
    next: Option<Result<Call, Error>>,
    pages: Pages,
    read: fn(Vec<Value>) -> Result<Vec<T>, JsonProblem>,
}

/// One page of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The page's items, in Graph's order.
    pub items: Vec<T>,
    /// The number of all items, when it was asked for and given.
    pub count: Option<u64>,
}

/// All of a collection, or as much of it as could be had.
#[derive(Clone, Debug)]
pub struct Collected<T> {
    /// The items of all pages that came.
    pub items: Vec<T>,
    /// Why the rest is missing; `None` when nothing is.
    pub failure: Option<Error>,
}

impl<T> Collected<T> {
    /// The items if none is missing, else the error.
    ///
    /// # Errors
    /// What ended the walk.
    pub fn complete(self) -> Result<Vec<T>, Error> {
        match self.failure {
            None => Ok(self.items),
            Some(error) => Err(error),
        }
    }
}

impl<T> Listing<T> {
    pub(crate) fn new(
        client: &GraphClient,
        target: Target,
        options: &[ODataOption],
        scopes: &'static [Scope],
    ) -> Self
    where
        T: FromJson,
    {
        let target = options
            .iter()
            .fold(target, |target, option| option.add_to(target));
        Self::of_call(client, Call::get(target, scopes))
    }

    pub(crate) fn of_call(client: &GraphClient, call: Call) -> Self
    where
        T: FromJson,
    {
        Self {
            client: client.clone(),
            next: Some(Ok(call)),
            pages: Pages::default(),
            read: read_items,
        }
    }

    /// Items are events of this kind, whatever they say of themselves.
    pub(crate) fn of_kind(mut self, kind: EventKind) -> Self {
        self.pages = Pages::of_kind(kind);
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.next = self
            .next
            .map(|call| call.map(|call| call.header(name, value)));
        self
    }

    /// The call for the first page; `None` once pages were asked for.
    pub(crate) fn into_first_call(self) -> Option<Call> {
        self.next?.ok()
    }

    /// The next page; `None` after the last.
    ///
    /// # Errors
    /// Those of the operation; after one the walk is over.
    pub async fn next_page(&mut self) -> Result<Option<Page<T>>, Error> {
        let Some(call) = self.next.take().transpose()? else {
            return Ok(None);
        };
        let answer = self.client.exchange(&call).await?;
        let page = answer.read(|document| self.pages.open(document))?;
        let items = (self.read)(page.items).map_err(|problem| answer.problem(&problem))?;
        // a bad link must not cost the page it stands on: it fails when it is followed
        self.next = page
            .next
            .map(|link| self.pages.follow(&self.client, &link, &call));
        Ok(Some(Page {
            items,
            count: page.count,
        }))
    }

    /// All pages; what came before a failure is kept.
    pub async fn all(mut self) -> Collected<T> {
        let mut items = Vec::new();
        loop {
            match self.next_page().await {
                Ok(Some(page)) => items.extend(page.items),
                Ok(None) => {
                    return Collected {
                        items,
                        failure: None,
                    };
                }
                Err(error) => {
                    return Collected {
                        items,
                        failure: Some(error),
                    };
                }
            }
        }
    }

    /// The items one by one, pages fetched as they are needed; ends after the first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<T, Error>> {
        let state = (self, VecDeque::new());
        futures_util::stream::unfold(state, |(mut listing, mut ready)| async move {
            loop {
                if let Some(item) = ready.pop_front() {
                    return Some((Ok(item), (listing, ready)));
                }
                match listing.next_page().await {
                    Ok(Some(page)) => ready.extend(page.items),
                    Ok(None) => return None,
                    Err(error) => {
                        listing.next = None;
                        return Some((Err(error), (listing, ready)));
                    }
                }
            }
        })
    }
}
