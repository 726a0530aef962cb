//! Requests that this client refuses to send.

use crate::EventKind;

/// Why a request, or the next link of a list, wasn't sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestProblem {
    /// An id is empty or would change the meaning of the address (`.` and `..`).
    Id,
    /// The request is for the other kind of event.
    WrongKind {
        /// The kind the request was made for.
        made_for: EventKind,
    },
    /// The address can't be written as one.
    Address,
    /// A value can't go into a header or body.
    Value,
    /// A batch holds nothing, or more than 20 requests.
    BatchSize(usize),
    /// A batch holds more writes than 30 seconds allow.
    BatchWrites(usize),
    /// A mail to nobody, or to more people than one mail can have.
    Recipients(usize),
    /// A next link points to another host; following it would hand the token over.
    ForeignLink,
    /// A next link was seen before; following it would never end.
    LinkLoop,
}

impl std::fmt::Display for RequestProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Id => "not an id",
            Self::WrongKind {
                made_for: EventKind::Townhall,
            } => "the request is for a town hall",
            Self::WrongKind {
                made_for: EventKind::Webinar,
            } => "the request is for a webinar",
            Self::Address => "not an address",
            Self::Value => "a value can't be sent",
            Self::BatchSize(size) => return write!(f, "a batch of {size} requests"),
            Self::BatchWrites(writes) => return write!(f, "a batch with {writes} writes"),
            Self::Recipients(count) => return write!(f, "a mail to {count} recipients"),
            Self::ForeignLink => "the next page is on another host",
            Self::LinkLoop => "the pages go round in a circle",
        })
    }
}

impl std::error::Error for RequestProblem {}
