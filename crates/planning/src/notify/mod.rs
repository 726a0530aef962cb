//! Change notifications: what can be subscribed to, when a subscription is renewed, what a
//! notification means, and what happened while nobody looked.

mod call;
mod catalogue;
mod catch_up;
mod feed;
mod frames;
mod health;
mod held;
mod ledger;
mod meaning;
mod message;
mod path;
mod relay;
mod renewal;
mod request;
mod subject;
mod told;

pub use call::{CallEvent, CallMoment, CallTimes};
pub use catalogue::{Grant, LIFECYCLE_FROM, SHORTEST, Version, Watched};
pub use catch_up::{Completeness, Difference, Kind, LastSeen, Missed, Snapshot, Turned};
pub use feed::{Entry, Feed, Group, KEPT, Stale, stale};
pub use frames::{Frame, Frames, TooLong};
pub use health::Health;
pub use held::{Held, HeldState, Origin};
pub use ledger::{Ledger, Made, Noted, Standing, Trouble, Upkeep, Way};
pub use meaning::{Happened, Manner, Meaning, Pasted, meaning_of, pasted};
pub use message::{Message, Stream};
pub use relay::{NewFeed, Relay, RelayMistake};
pub use renewal::{Kept, Renewal, Step};
pub use request::{Spelled, Wish, WishProblem};
pub use subject::{Part, Subject};
pub use told::{Came, Told};

#[cfg(test)]
mod tests;
