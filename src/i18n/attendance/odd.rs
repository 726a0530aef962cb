//! What was mended in the records.

use crate::i18n::number;
use planning::attendance::Oddity;

pub(crate) const MENDED: &str = "Some records were odd";
pub(crate) const MENDED_TEXT: &str = "They were put right as follows; everybody still counts.";

/// How many times something was mended, and how.
pub(crate) fn mended(oddity: Oddity, times: usize) -> String {
    let (what, how) = match oddity {
        Oddity::Misread => ("unreadable records", "what could be read was kept"),
        Oddity::NoIdentity => (
            "records without id, e-mail address and name",
            "each counts as a person",
        ),
        Oddity::Repeated => ("repeated records of one person", "put together"),
        Oddity::TotalOnly => (
            "records with a total but no times",
            "in the figures of stays, not in the curve",
        ),
        Oddity::NoTimes => ("stays without any time", "left out"),
        Oddity::NoLeave => (
            "stays without an end",
            "ended by their length, or with the meeting",
        ),
        Oddity::NoJoin => (
            "stays without a beginning",
            "begun by their length, or with the meeting",
        ),
        Oddity::EndsBeforeStart => ("stays that end before they begin", "left out"),
        Oddity::Future => ("stays in the future", "cut off at now, or left out"),
        Oddity::Outside => ("stays outside the meeting", "left out"),
        Oddity::Clipped => ("stays that reach beyond the meeting", "cut off"),
        Oddity::Overlapping => ("overlapping stays of one person", "counted once"),
    };
    [&number(times), " × ", what, ": ", how, "."].concat()
}
