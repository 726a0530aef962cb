//! How much a user's browser fetches, and the most it may.
//!
//! Measured over real navigation in Chromium against the emulator: a list of files would miss what
//! the app decides to load.

use crate::error::Error;
use crate::places::Places;
use crate::setup::Ready;
use crate::{measure, say};
use serde_json::Value;

/// The most that may come until the signed-out page is usable, kB in brotli.
pub(crate) const FIRST_LOAD_KB: f64 = 150.0;

/// The most that may come in all until the board stands after sign-in, kB in brotli.
pub(crate) const TO_BOARD_KB: f64 = 250.0;

/// What was fetched from the app's origin, each file once, kB (1000 bytes) in brotli.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fetched {
    /// Until "Sign in" is usable.
    pub(crate) first_load_br_kb: f64,
    /// Until the board stands after sign-in, from cold.
    pub(crate) to_board_br_kb: f64,
    /// Requests to Graph until the board stands, starting with a session.
    pub(crate) board_round_trips: u64,
    /// File, bytes, and whether it was there at the first load, in the order they came.
    files: Vec<(String, u64, Moment)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    FirstLoad,
    SignedIn,
}

/// Builds the emulator and measures what is in `dist`.
///
/// # Errors
/// When the emulator can't be built, or the walk to the board does not succeed.
pub(crate) fn measure(places: &Places, ready: &Ready, port: Option<u16>) -> Result<Fetched, Error> {
    let advice = "`cargo xtask test --only e2e` shows where the walk to the board stops";
    let printed = measure::script(places, ready, port, "measure-bytes", advice)?;
    parse(&printed)
}

fn parse(value: &Value) -> Result<Fetched, Error> {
    let odd = || Error::unexpected("measure-bytes did not print its figures");
    let files: Vec<(String, u64, Moment)> = value["files"]
        .as_array()
        .ok_or_else(odd)?
        .iter()
        .map(|file| {
            let moment = match file["first_load"].as_bool()? {
                true => Moment::FirstLoad,
                false => Moment::SignedIn,
            };
            Some((
                file["name"].as_str()?.to_owned(),
                file["bytes"].as_u64()?,
                moment,
            ))
        })
        .collect::<Option<_>>()
        .ok_or_else(odd)?;
    let sum = |pick: &dyn Fn(Moment) -> bool| {
        let bytes: u64 = files
            .iter()
            .filter(|(_, _, moment)| pick(*moment))
            .map(|(_, bytes, _)| bytes)
            .sum();
        in_kb(bytes)
    };
    Ok(Fetched {
        first_load_br_kb: sum(&|moment| moment == Moment::FirstLoad),
        to_board_br_kb: sum(&|_| true),
        board_round_trips: value["board_round_trips"].as_u64().ok_or_else(odd)?,
        files,
    })
}

/// kB with one decimal.
fn in_kb(bytes: u64) -> f64 {
    let tenths = u32::try_from(bytes.div_ceil(100)).unwrap_or(u32::MAX);
    f64::from(tenths) / 10.0
}

impl Fetched {
    /// Prints what was fetched, file by file.
    pub(crate) fn show(&self) {
        let width = self
            .files
            .iter()
            .map(|(name, ..)| name.len())
            .max()
            .unwrap_or(0);
        for (name, bytes, moment) in &self.files {
            let when = match moment {
                Moment::FirstLoad => "first load",
                Moment::SignedIn => "until the board",
            };
            say::line(&format!("{name:width$} {:>8.1} kB  {when}", in_kb(*bytes)));
        }
        say::line(&format!(
            "first load {:.1} kB (at most {FIRST_LOAD_KB}), until the board {:.1} kB (at most \
             {TO_BOARD_KB})",
            self.first_load_br_kb, self.to_board_br_kb
        ));
    }

    /// Whether both figures are within their limits.
    ///
    /// # Errors
    /// Which one is not.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let names: Vec<String> = [
            ("first_load_br_kb", self.first_load_br_kb, FIRST_LOAD_KB),
            ("to_board_br_kb", self.to_board_br_kb, TO_BOARD_KB),
        ]
        .iter()
        .filter(|(_, found, most)| found > most)
        .map(|(name, found, most)| format!("{name} is {found:.1}, at most {most} is allowed"))
        .collect();
        if names.is_empty() {
            Ok(())
        } else {
            Err(Error::Checks { names })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fetched(first: u64, later: u64) -> Fetched {
        parse(&json!({"files": [
            {"name": "app.js", "bytes": first, "first_load": true},
            {"name": "split.wasm", "bytes": later, "first_load": false},
        ], "board_round_trips": 1}))
        .unwrap()
    }

    #[test]
    fn what_came_first_counts_to_the_board_as_well() {
        let fetched = fetched(100_000, 20_050);
        assert!((fetched.first_load_br_kb - 100.0).abs() < 1e-9);
        assert!((fetched.to_board_br_kb - 120.1).abs() < 1e-9);
        assert!(fetched.check().is_ok());
    }

    #[test]
    fn each_limit_is_a_gate() {
        assert!(
            fetched(150_000, 100_000).check().is_ok(),
            "the limits themselves are allowed"
        );
        let error = fetched(150_001, 0).check().unwrap_err().to_string();
        assert!(error.contains("first_load_br_kb is 150.1"), "{error}");
        let error = fetched(1, 250_000).check().unwrap_err().to_string();
        assert!(error.contains("to_board_br_kb"), "{error}");
    }

    #[test]
    fn something_else_than_figures_is_no_measurement() {
        assert!(parse(&json!({})).is_err());
        assert!(parse(&json!({"files": [{"name": "a"}]})).is_err());
    }
}
