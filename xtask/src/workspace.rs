//! The packages of the workspace, and cargo calls on them.

use crate::error::Error;
use crate::places::Places;
use crate::program::Program;
use serde_json::Value;

/// The app, which exists for wasm only.
pub(crate) const APP: &str = "rostrum";

/// What a package calls the tests that need a browser.
pub(crate) const WASM_TESTS: &str = "browser";

/// A package of the workspace that has wasm tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WasmTested {
    pub(crate) name: String,
    /// The feature with the package's edges to the browser, if it has one.
    pub(crate) feature: Option<&'static str>,
}

/// A call of cargo in the project, with the project's target folder.
pub(crate) fn cargo(places: &Places) -> Program {
    Program::new("cargo")
        .env("CARGO_TARGET_DIR", &places.target)
        .dir(&places.root)
}

/// Builds the program of the package `package` with the profile for tools.
///
/// # Errors
/// When the compilation fails.
pub(crate) fn build_tool(places: &Places, package: &str) -> Result<(), Error> {
    cargo(places)
        .args(["build", "--quiet", "--profile", "tool", "-p", package])
        .run()
}

/// What `cargo metadata` says of the workspace's own packages.
///
/// # Errors
/// When cargo fails or prints something else.
pub(crate) fn metadata(places: &Places) -> Result<Value, Error> {
    let text = cargo(places)
        .args(["metadata", "--no-deps", "--format-version=1"])
        .output()?;
    serde_json::from_str(&text)
        .map_err(|error| Error::unexpected(format!("cargo metadata: {error}")))
}

/// The packages that test themselves in the browser: those that depend on `wasm-bindgen-test`.
pub(crate) fn wasm_tested(metadata: &Value) -> Vec<WasmTested> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    list(&metadata["packages"])
        .iter()
        .filter(|package| {
            list(&package["dependencies"])
                .iter()
                .any(|dependency| dependency["name"] == "wasm-bindgen-test")
        })
        .map(|package| WasmTested {
            name: package["name"].as_str().unwrap_or_default().to_owned(),
            feature: (!package["features"]["browser"].is_null()).then_some("browser"),
        })
        .collect()
}

/// The packages that end up in the wasm: the app and what it takes from the workspace.
pub(crate) fn in_the_wasm(metadata: &Value) -> Vec<String> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages = list(&metadata["packages"]);
    let mut names = vec![APP.to_owned()];
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        next += 1;
        let package = packages
            .iter()
            .find(|package| package["name"] == name.as_str());
        for dependency in package
            .map(|package| list(&package["dependencies"]))
            .unwrap_or_default()
        {
            let normal = dependency["kind"].is_null();
            let dependency = dependency["name"].as_str().unwrap_or_default();
            let ours = packages.iter().any(|package| package["name"] == dependency);
            if normal && ours && !names.iter().any(|name| name == dependency) {
                names.push(dependency.to_owned());
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sample() -> Value {
        json!({"packages": [
            {"name": "rostrum", "features": {"split": []}, "dependencies": [
                {"name": "planning", "kind": null}, {"name": "leptos", "kind": null}]},
            {"name": "planning", "features": {}, "dependencies": [
                {"name": "virtual-events", "kind": null}, {"name": "emulator", "kind": "dev"}]},
            {"name": "virtual-events", "features": {}, "dependencies": []},
            {"name": "emulator", "features": {}, "dependencies": []},
            {"name": "entra-spa", "features": {"browser": []}, "dependencies": [
                {"name": "wasm-bindgen-test", "kind": "dev"}]},
        ]})
    }

    #[test]
    fn the_wasm_holds_the_app_and_its_crates_but_no_test_help() {
        assert_eq!(
            in_the_wasm(&sample()),
            ["rostrum", "planning", "virtual-events"]
        );
    }

    #[test]
    fn a_package_is_tested_in_the_browser_when_it_can_be() {
        let expected = WasmTested {
            name: "entra-spa".to_owned(),
            feature: Some("browser"),
        };
        assert_eq!(wasm_tested(&sample()), [expected]);
    }
}
