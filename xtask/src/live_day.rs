//! What ten tabs on the live list read in a day.

use crate::error::Error;
use crate::measure;
use crate::places::Places;
use crate::setup::Ready;
use serde_json::{Map, Value};

/// Reads of Graph that ten tabs of one browser make in an emulated day, all together; fewer than 400
/// are allowed.
///
/// # Errors
/// When the emulator can't be built, or the day isn't played to its end.
pub(crate) fn measure(
    places: &Places,
    ready: &Ready,
    port: Option<u16>,
) -> Result<Map<String, Value>, Error> {
    let advice = "`cargo xtask test --only e2e -- live-tabs` shows where the day stops";
    let printed = measure::script(places, ready, port, "measure-live-day", advice)?;
    let reads = measure::whole_numbers(&printed, &["reads"], "live_day_")?;
    let named = reads
        .into_iter()
        .map(|(name, reads)| (name + "_10_tabs", reads));
    Ok(named.collect())
}
