//! What thinking costs: programs of the planning crate that print their figures.

use crate::error::Error;
use crate::places::Places;
use crate::workspace::cargo;
use serde_json::{Map, Value, json};

/// Milliseconds until a series of 500 town halls is known; milliseconds of CPU until 50,000
/// attendance records are read and counted, and megabytes of memory that took. On this machine, built
/// for speed.
///
/// # Errors
/// When a program that measures can't be built or fails.
pub(crate) fn measure(places: &Places) -> Result<Map<String, Value>, Error> {
    let mut figures = Map::new();
    for (example, keys) in [
        ("series_500", &["series_500_ms"][..]),
        (
            "attendance_50k",
            &["attendance_50k_host_ms", "attendance_50k_host_mb"],
        ),
    ] {
        let printed = run(places, example)?;
        let numbers: Vec<Value> = printed.split_whitespace().filter_map(number).collect();
        if numbers.len() != keys.len() {
            return Err(Error::unexpected(["no figures: ", &printed].concat()));
        }
        figures.extend(keys.iter().map(|key| (*key).to_owned()).zip(numbers));
    }
    Ok(figures)
}

fn number(text: &str) -> Option<Value> {
    text.parse::<f64>().ok().map(|number| json!(number))
}

fn run(places: &Places, example: &str) -> Result<String, Error> {
    cargo(places)
        .args(["run", "--quiet", "--profile", "tool", "-p", "planning"])
        .args(["--example", example])
        .output()
}
