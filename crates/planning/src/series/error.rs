//! Why a rule can't be used.

use super::Frequency;

/// Why a recurrence rule is refused. `name` is the RFC's word of a part: `BYDAY`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleError {
    /// A part isn't `NAME=VALUE`.
    NotAPart {
        /// The part as it came.
        text: String,
    },
    /// There is no `FREQ`.
    NoFrequency,
    /// A part stands there twice.
    Twice {
        /// Its name.
        name: String,
    },
    /// A part, or a frequency, that a series of town halls can't have.
    NotSupported {
        /// Its name.
        name: String,
    },
    /// A part's value means nothing.
    BadValue {
        /// Its name.
        name: &'static str,
        /// The value as it came.
        value: String,
    },
    /// A part that the RFC doesn't allow with the frequency, or an nth weekday of a day or week.
    NotWith {
        /// Its name.
        name: &'static str,
        /// The frequency.
        frequency: Frequency,
    },
    /// `BYSETPOS` without another `BY…` part to choose from.
    NothingToChooseFrom,
    /// Neither `COUNT` nor `UNTIL`: the rule never ends.
    Endless,
    /// Both `COUNT` and `UNTIL`.
    TwoEnds,
    /// More occurrences than a series may have.
    TooMany {
        /// How many it may have.
        limit: u16,
    },
    /// The calendar runs out before the rule has as many occurrences as it asks for: such days come
    /// too seldom, or never (30 February).
    TooSeldom {
        /// How many there are.
        found: usize,
    },
    /// Nobody knows the offsets of the series' zone.
    UnknownZone {
        /// The zone as given.
        name: String,
    },
}
