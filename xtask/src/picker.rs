//! How often the people picker asks the directory.

use crate::bytes::browser_env;
use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use crate::setup::Ready;
use crate::workspace::build_tool;
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
    build_tool(places, "emulator")?;
    let text = Program::new("node")
        .args(["tests/e2e/measure-picker.mjs"])
        .envs(browser_env(places, ready, port))
        .dir(&places.root)
        .advice("`cargo xtask test --only e2e -- form-people` shows where the walk stops")
        .output()?;
    parse(&text)
}

fn parse(text: &str) -> Result<Map<String, Value>, Error> {
    let odd = || Error::unexpected("measure-picker did not print its figures");
    let value: Value = serde_json::from_str(text).map_err(|_| odd())?;
    let mut figures = Map::new();
    for name in ["letters", "requests", "most_within_250_ms"] {
        let figure = value.get(name).filter(|it| it.is_u64()).ok_or_else(odd)?;
        figures.insert(["picker_", name].concat(), figure.clone());
    }
    Ok(figures)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn figures_get_the_pickers_name() {
        let figures = parse(r#"{"letters":30,"requests":9,"most_within_250_ms":1}"#).unwrap();
        assert_eq!(figures["picker_most_within_250_ms"], 1);
        assert_eq!(figures.len(), 3);
        assert!(parse(r#"{"letters":30}"#).is_err());
        assert!(parse("").is_err());
    }
}
