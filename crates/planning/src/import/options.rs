//! What the user chooses for a whole file.

use virtual_events::EventKind;

use super::{DateOrder, Mapping};
use crate::run::Finish;
use crate::zones::IanaZone;

/// What the user chooses for a whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which column holds what.
    pub mapping: Mapping,
    /// The kind of rows that name none.
    pub kind: EventKind,
    /// The zone of rows that name none.
    pub zone: IanaZone,
    /// How dates such as 03/04/2027 are meant; `None` as long as nobody has said.
    pub date_order: Option<DateOrder>,
    /// Whether the events are published.
    pub finish: Finish,
    /// What becomes of rows that are there already.
    pub repeated: Repeated,
}

/// What becomes of a row that equals an earlier one, or an event that exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Repeated {
    /// It is left out.
    #[default]
    LeaveOut,
    /// It is created all the same.
    Create,
}
