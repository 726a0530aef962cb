//! Measuring in a browser: a script drives the built app against the emulator and prints JSON.

use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use crate::setup::Ready;
use crate::workspace::build_tool;
use serde_json::{Map, Value};
use std::path::Path;

/// What the script `tests/e2e/{name}.mjs` prints about the app in `dist`; `advice` is what to do
/// when it fails.
///
/// # Errors
/// When the emulator can't be built, the script fails, or it prints something else than JSON.
pub(crate) fn script(
    places: &Places,
    ready: &Ready,
    port: Option<u16>,
    name: &str,
    advice: &'static str,
) -> Result<Value, Error> {
    build_tool(places, "emulator")?;
    let file = ["tests/e2e/", name, ".mjs"].concat();
    let text = Program::new("node")
        .args([&file])
        .envs(browser_env(places, ready, port))
        .dir(&places.root)
        .advice(advice)
        .output()?;
    serde_json::from_str(&text).map_err(|_| odd(name))
}

/// The whole numbers of these names, each with `prefix` before it.
///
/// # Errors
/// When one of them is missing.
pub(crate) fn whole_numbers(
    printed: &Value,
    names: &[&str],
    prefix: &str,
) -> Result<Map<String, Value>, Error> {
    let mut figures = Map::new();
    for name in names {
        let figure = printed.get(*name).filter(|it| it.is_u64());
        let figure = figure.ok_or_else(|| odd(prefix))?;
        figures.insert([prefix, name].concat(), figure.clone());
    }
    Ok(figures)
}

/// What is printed isn't what was asked for.
fn odd(what: &str) -> Error {
    Error::unexpected([what, ": the script did not print its figures"].concat())
}

/// The variables by which the end-to-end tests find what they drive.
pub(crate) fn browser_env(
    places: &Places,
    ready: &Ready,
    port: Option<u16>,
) -> Vec<(&'static str, String)> {
    let path = |path: &Path| path.to_string_lossy().into_owned();
    let mut variables = vec![
        ("ROSTRUM_DIST", path(&places.dist)),
        (
            "ROSTRUM_EMULATOR",
            path(&places.built_tool("rostrum-emulator")),
        ),
        ("ROSTRUM_RELAY", path(&places.built_tool("rostrum-relay"))),
    ];
    if let Some(browser) = &ready.browser {
        variables.push(("CHROME", path(&browser.program)));
    }
    if let Some(port) = port {
        variables.push(("ROSTRUM_PORT", port.to_string()));
    }
    variables
}

#[cfg(test)]
mod tests {
    use super::whole_numbers;
    use serde_json::json;

    #[test]
    fn figures_get_the_name_of_what_was_measured() {
        let printed = json!({"letters": 30, "requests": 9, "took": 1.5});
        let figures = whole_numbers(&printed, &["letters", "requests"], "picker_").unwrap();
        assert_eq!(figures["picker_letters"], 30);
        assert_eq!(figures.len(), 2);
        assert!(whole_numbers(&printed, &["took"], "").is_err());
        assert!(whole_numbers(&json!([]), &["letters"], "").is_err());
    }
}
