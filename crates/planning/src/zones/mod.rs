//! Time zones: the service's Windows names, the browser's IANA names, and the way between a wall
//! time and an instant.
//!
//! Nothing here knows a rule of any zone. Offsets come from [`ZoneRules`], which is `Intl` in a
//! browser and a time-zone library in tests; names come from tables made of Unicode CLDR.

mod cached;
mod convert;
mod event_time;
mod iana;
mod offset;
mod picker;
mod rules;
mod tables;
mod windows;

#[cfg(test)]
pub(crate) mod tests;

pub use cached::CachedRules;
pub(crate) use convert::offset_of;
pub use convert::{LocalResult, to_instant, to_wall};
pub use event_time::{EventTime, ZoneName};
pub use iana::IanaZone;
pub use offset::Offset;
pub use picker::{ZoneChoice, find_zones};
pub use rules::ZoneRules;
