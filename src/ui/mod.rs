//! Widgets that know nothing of events.

pub(crate) mod failure;
