//! Records straight from the bytes of an answer.
//!
//! There can be tens of thousands of them, and a tree of values of such an answer takes five times
//! its bytes. So they are read without one, and leniently: null and absent are one, members that
//! nobody knows are passed over, and a member or record that isn't what the service documents is
//! left out and counted, so that it never costs the page it stands on. Only attendance reaches this
//! code: everything else stays with the smaller [`FromJson`](crate::json::FromJson).
//!
//! The app is built for size, so what is called some hundred thousand times is inlined by force: it
//! takes a third off the reading.

mod document;
mod record;
mod scalar;
mod shape;

pub(super) use document::{RecordDocument, read_document};
