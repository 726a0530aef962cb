//! Who came, when and for how long: reports made into a clean roll, and the figures, curves and
//! tables that are made of it.
//!
//! The way is always the same. [`of_the_event`] says which reports count, their records come as
//! [`Sitting`]s, [`Roll::of`] makes one [`Attendee`] of each person and mends what is odd, and
//! everything else is made of the roll. Times are UTC to the millisecond, a stay holds its first
//! moment and not its last. Nothing here is kept anywhere.

mod arrivals;
mod attendee;
mod comparison;
mod course;
mod curve;
mod domains;
mod drop_off;
mod export;
mod figures;
mod mend;
mod names;
mod occasion;
mod oddity;
mod part;
mod registered;
mod roll;
mod share;
mod sitting;
mod stay;
mod table;
mod who;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use arrivals::{ArrivalBin, Arrivals};
pub use attendee::Attendee;
pub use comparison::{Compared, Comparison, Held};
pub use course::{Course, Schedule};
pub use curve::{Curve, Peak, Step};
pub use domains::DomainShare;
pub use drop_off::DropOff;
pub use export::{Summary, people_table, summary_json};
pub use figures::{Figures, Rules, Staff};
pub use names::Names;
pub use occasion::{Occasion, of_the_event};
pub use oddity::{Oddities, Oddity};
pub use part::{Kind, Part};
pub use registered::{Came, Registered};
pub use roll::Roll;
pub use share::Share;
pub use sitting::Sitting;
pub use stay::Stay;
pub use table::{Column, Table, TableQuery};
