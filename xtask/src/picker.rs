//! How often the people picker asks the directory.

use crate::error::Error;
use crate::measure;
use crate::places::Places;
use crate::setup::Ready;
use serde_json::{Map, Value};

/// Letters typed into the picker of the app in `dist`, requests they made, and the most requests
/// that began within 250 ms, which is to be 1.
///
/// # Errors
/// When the emulator can't be built, or the form isn't reached.
pub(crate) fn measure(
    places: &Places,
    ready: &Ready,
    port: Option<u16>,
) -> Result<Map<String, Value>, Error> {
    let advice = "`cargo xtask test --only e2e -- form-people` shows where the walk stops";
    let printed = measure::script(places, ready, port, "measure-picker", advice)?;
    let names = ["letters", "requests", "most_within_250_ms"];
    measure::whole_numbers(&printed, &names, "picker_")
}
