//! The seams, scripted: a Graph that answers as told, on a clock that needs no waiting.

mod graph;
mod reply;
mod runtime;
mod tokens;

pub(crate) use graph::{Seen, World, body_of};
pub(crate) use reply::Reply;
pub(crate) use runtime::PausedRuntime;
pub(crate) use tokens::Tokens;
