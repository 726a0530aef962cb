//! Attendance of 50,000 people with three stays each, in Chromium.

use crate::error::Error;
use crate::measure;
use crate::places::Places;
use crate::setup::Ready;
use serde_json::{Map, Value};

/// What the script prints, and the figure's name among all others.
const FIGURES: [(&str, &str); 4] = [
    ("browser_ms", "attendance_50k_browser_ms"),
    ("memory_mb", "attendance_50k_memory_mb"),
    ("curve_ms", "attendance_curve_ms"),
    (
        "scroll_longest_task_ms",
        "attendance_scroll_longest_task_ms",
    ),
];

/// Milliseconds the app in `dist` is at work until all figures are there, without the waiting for
/// Graph; megabytes they take; milliseconds until the curve is drawn; the longest task while the
/// table is scrolled, 0 when none was over 50 ms.
///
/// # Errors
/// When the emulator can't be built, or the page isn't reached.
pub(crate) fn measure(
    places: &Places,
    ready: &Ready,
    port: Option<u16>,
) -> Result<Map<String, Value>, Error> {
    let advice = "`cargo xtask test --only e2e -- attendance` shows where the walk stops";
    let printed = measure::script(places, ready, port, "measure-attendance", advice)?;
    let names = FIGURES.map(|(name, _)| name);
    let mut figures = measure::whole_numbers(&printed, &names, "")?;
    let named = FIGURES.iter().filter_map(|(name, key)| {
        let figure = figures.remove(*name)?;
        Some(((*key).to_owned(), figure))
    });
    Ok(named.collect())
}
