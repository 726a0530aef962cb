//! `cargo xtask bench`: the project's figures, as a table and as one flat JSON object.

use crate::build::{Flavor, build_if_stale};
use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use crate::setup::{Purpose, prepare};
use crate::workspace::build_tool;
use crate::{attendance, bytes, cli, live_day, notifications, picker, planning, say};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

/// The program that imports into the emulator.
const IMPORT: &str = "import-figures";

/// The program that loads the relay and kills it.
const RELAY_LOAD: &str = "relay-load";

/// Measures and prints.
///
/// # Errors
/// When the app can't be built or measured, or the file can't be written.
pub(crate) fn run(places: &Places, options: &cli::Bench) -> Result<(), Error> {
    let ready = prepare(places, Purpose::Bench)?;
    build_if_stale(places, &ready, Flavor::Release)?;
    say::heading("Bytes over the wire (a minute)");
    let fetched = bytes::measure(places, &ready, options.port)?;
    fetched.show();
    let mut figures = Map::new();
    figures.insert(
        "first_load_br_kb".to_owned(),
        json!(fetched.first_load_br_kb),
    );
    figures.insert("to_board_br_kb".to_owned(), json!(fetched.to_board_br_kb));
    figures.insert(
        "board_round_trips".to_owned(),
        json!(fetched.board_round_trips),
    );
    say::heading("Importing 200 town halls on the emulator's clock (half a minute)");
    figures.extend(printed_by(places, IMPORT)?);
    say::heading("From a change to the screen (half a minute)");
    figures.extend(notifications::measure(places, &ready, options.port)?);
    say::heading("Typing into the people picker (half a minute)");
    figures.extend(picker::measure(places, &ready, options.port)?);
    say::heading("Attendance of 50,000 people in the browser (a minute or two)");
    figures.extend(attendance::measure(places, &ready, options.port)?);
    say::heading("A day of ten tabs on the live list (some minutes)");
    figures.extend(live_day::measure(places, &ready, options.port)?);
    say::heading("The relay under load, and killed under load (two minutes)");
    build_tool(places, "relay")?;
    figures.extend(printed_by(places, RELAY_LOAD)?);
    say::heading("Series and attendance");
    figures.extend(planning::measure(places)?);
    if let Some(seconds) = bare_setup(places) {
        figures.insert("setup_bare_s".to_owned(), seconds);
    }
    say::heading("Figures");
    say::line(&table(&figures));
    if let Some(file) = &options.json {
        let text = format!("{:#}\n", Value::Object(figures));
        fs::write(file, text).map_err(|source| Error::files("writing", file, source))?;
    }
    Ok(())
}

/// The figures that a program of the workspace measures by itself; it has its package's name.
fn printed_by(places: &Places, package: &str) -> Result<Map<String, Value>, Error> {
    build_tool(places, package)?;
    let text = Program::new(places.built_tool(package))
        .env("ROSTRUM_RELAY", places.built_tool("rostrum-relay"))
        .output()?;
    serde_json::from_str(&text).map_err(|error| Error::unexpected(format!("{package}: {error}")))
}

fn table(figures: &Map<String, Value>) -> String {
    let width = figures.keys().map(String::len).max().unwrap_or(0);
    let lines = figures
        .iter()
        .map(|(name, value)| format!("{name:width$}  {value}"));
    lines.collect::<Vec<_>>().join("\n")
}

fn bare_setup_file(places: &Places) -> PathBuf {
    places.cache.join("setup.json")
}

/// Notes how long it took from the command to the built app (in `demo`: to the running demo) on a
/// machine where the tools had to be installed.
///
/// # Errors
/// When the note can't be written.
pub(crate) fn note_bare_setup(places: &Places, took: Duration) -> Result<(), Error> {
    let file = bare_setup_file(places);
    let text = format!("{}\n", json!({ "setup_bare_s": took.as_secs() }));
    fs::write(&file, text).map_err(|source| Error::files("writing", &file, source))
}

/// The note of the last set-up from nothing on this machine, seconds.
fn bare_setup(places: &Places) -> Option<Value> {
    let text = fs::read_to_string(bare_setup_file(places)).ok()?;
    let note: Value = serde_json::from_str(&text).ok()?;
    note["setup_bare_s"]
        .is_u64()
        .then(|| note["setup_bare_s"].clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_in_columns() {
        let figures = json!({"first_load_br_kb": 120.5, "setup_bare_s": 600});
        let table = table(figures.as_object().unwrap());
        assert_eq!(table, "first_load_br_kb  120.5\nsetup_bare_s      600");
    }
}
