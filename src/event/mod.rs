//! What pages about events share: the list of mine, how a time and a state look.

pub(crate) mod badge;
pub(crate) mod clock;
pub(crate) mod list;
pub(crate) mod when;

pub(crate) use clock::Clock;
pub(crate) use list::EventList;
