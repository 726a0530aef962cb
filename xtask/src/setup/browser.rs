//! The browser that tests run in, and its driver.

use crate::program::on_path;
use std::env;
use std::path::PathBuf;

/// A Chromium, and the driver that speaks WebDriver for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Browser {
    /// The browser itself.
    pub(crate) program: PathBuf,
    /// Its `chromedriver`; wasm tests need it.
    pub(crate) driver: Option<PathBuf>,
}

/// Names on PATH, the free one first.
const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Where installers put Chrome on systems that don't use PATH for it.
const USUAL_PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

impl Browser {
    /// The browser of `$CHROME`, else one from PATH, else from the usual places.
    pub(crate) fn find() -> Option<Self> {
        let named = |variable: &str| {
            env::var_os(variable)
                .map(PathBuf::from)
                .filter(|file| file.is_file())
        };
        let program = named("CHROME")
            .or_else(|| NAMES.iter().find_map(|name| on_path(name)))
            .or_else(|| {
                USUAL_PLACES
                    .iter()
                    .map(PathBuf::from)
                    .find(|file| file.is_file())
            })?;
        Some(Self {
            program,
            driver: named("CHROMEDRIVER").or_else(|| on_path("chromedriver")),
        })
    }
}
