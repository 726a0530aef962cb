//! What became of a call.

use serde::Serialize;
use serde_json::Value;
use virtual_events::{Error, GraphClient, Listing};

use crate::client::address::{Address, Segment};
use crate::client::fields::Fields;

/// A documented call, to be made by the client.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) client: &'a GraphClient,
    pub(crate) method: &'a str,
    pub(crate) address: &'a Address,
    pub(crate) body: Option<&'a Value>,
}

impl<'a> Call<'a> {
    /// The steps of the path from a place on.
    pub(crate) fn steps_from(&self, place: usize) -> &'a [Segment] {
        self.address.segments.get(place..).unwrap_or_default()
    }

    /// The properties of the documented body.
    pub(crate) fn fields(&self) -> Result<Fields<'a>, String> {
        Fields::of(self.body)
    }

    /// Whether the address has query options; only some operations take them.
    pub(crate) fn has_query(&self) -> bool {
        !self.address.query.is_empty()
    }
}

/// What became of a call.
#[derive(Debug)]
pub(crate) enum Served {
    /// The client made it.
    Outcome(Result<Decoded, Error>),
    /// The client has no operation for it.
    Unserved,
    /// The client's request model can't express it.
    Unbuildable(String),
}

/// An answer as the client's types hold it, written as JSON again.
#[derive(Debug)]
pub(crate) enum Decoded {
    Nothing,
    One(Value),
    Many(Value),
    Text(String),
}

impl Served {
    /// A call that gives one thing.
    pub(crate) fn one<T: Serialize>(result: Result<T, Error>) -> Self {
        Self::decoded(result, Decoded::One)
    }

    /// A call that gives one thing or nothing.
    pub(crate) fn one_or_nothing<T: Serialize>(result: Result<Option<T>, Error>) -> Self {
        match result {
            Ok(None) => Self::Outcome(Ok(Decoded::Nothing)),
            Ok(Some(thing)) => Self::one(Ok(thing)),
            Err(error) => Self::Outcome(Err(error)),
        }
    }

    /// A call that gives nothing.
    pub(crate) fn nothing(result: Result<(), Error>) -> Self {
        Self::Outcome(result.map(|()| Decoded::Nothing))
    }

    /// The first page of a collection: an example shows no more.
    pub(crate) async fn page<T: Serialize>(mut listing: Listing<T>) -> Self {
        let page = listing.next_page().await;
        let items = page.map(|page| page.map(|page| page.items).unwrap_or_default());
        Self::many(items)
    }

    /// Some things of a collection.
    pub(crate) fn many<T: Serialize>(items: Result<Vec<T>, Error>) -> Self {
        Self::decoded(items, Decoded::Many)
    }

    fn decoded<T: Serialize>(result: Result<T, Error>, shape: fn(Value) -> Decoded) -> Self {
        match result.map(|thing| serde_json::to_value(thing)) {
            Ok(Ok(value)) => Self::Outcome(Ok(shape(value))),
            Ok(Err(why)) => Self::Unbuildable(format!("the answer can't be written: {why}")),
            Err(error) => Self::Outcome(Err(error)),
        }
    }
}

/// Goes on with a typed request, or tells why there is none.
macro_rules! built {
    ($request:expr) => {
        match $request {
            Ok(request) => request,
            Err(why) => return Served::Unbuildable(why),
        }
    };
}
pub(super) use built;
