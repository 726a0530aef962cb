//! How long a change takes to the screen.

use crate::error::Error;
use crate::measure;
use crate::places::Places;
use crate::setup::Ready;
use crate::workspace::build_tool;
use serde_json::{Map, Value};

/// Milliseconds from a change at the emulator's Graph through the relay to the painted page: the
/// longest of as many as were made, which is to be under 1,000, and the median.
///
/// # Errors
/// When emulator or relay can't be built, or the page isn't reached.
pub(crate) fn measure(
    places: &Places,
    ready: &Ready,
    port: Option<u16>,
) -> Result<Map<String, Value>, Error> {
    build_tool(places, "relay")?;
    let advice = "`cargo xtask test --only e2e -- notifications` shows where the walk stops";
    let printed = measure::script(places, ready, port, "measure-notifications", advice)?;
    let names = ["ms", "median_ms", "changes"];
    measure::whole_numbers(&printed, &names, "change_to_pixel_")
}
