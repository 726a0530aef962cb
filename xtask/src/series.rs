//! How long the expansion of a long series takes.

use crate::error::Error;
use crate::places::Places;
use crate::workspace::cargo;
use serde_json::{Value, json};

/// Milliseconds until a series of 500 town halls is known, on this machine, built for speed.
///
/// # Errors
/// When the program that measures can't be built or fails.
pub(crate) fn measure(places: &Places) -> Result<Value, Error> {
    let printed = cargo(places)
        .args(["run", "--quiet", "--profile", "tool", "-p", "planning"])
        .args(["--example", "series_500"])
        .output()?;
    let figure: f64 = printed
        .trim()
        .parse()
        .map_err(|_| Error::unexpected(["no figure: ", &printed].concat()))?;
    Ok(json!(figure))
}
