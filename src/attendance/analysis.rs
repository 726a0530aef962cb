//! What is made of the records.

use crate::browser::{marks, timer};
use planning::attendance::{Arrivals, Curve, Figures, Roll, Rules, Schedule, Sitting};

/// What the browser's record of times calls this work.
const MEASURE: &str = "attendance:figures";

/// The people, and everything that is computed of them.
pub(super) struct Analysis {
    pub(super) roll: Roll,
    pub(super) curve: Curve,
    pub(super) figures: Figures,
    pub(super) arrivals: Option<Arrivals>,
}

impl Analysis {
    /// Computes all of it.
    pub(super) fn of(sittings: &[Sitting], schedule: &Schedule) -> Self {
        marks::measured(MEASURE, || {
            let roll = Roll::of(sittings, schedule, timer::now());
            let curve = Curve::of_audience(&roll);
            Self {
                figures: Figures::of(&roll, &curve, &Rules::default()),
                arrivals: Arrivals::of(&roll),
                curve,
                roll,
            }
        })
    }
}
