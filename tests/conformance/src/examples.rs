//! A folder of documented examples.

use std::fs;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;
use serde_json::Value;

/// One documented exchange.
#[derive(Clone, Debug)]
pub struct Example {
    /// Name of the example, for the report alone.
    pub operation: String,
    /// HTTP method in capitals.
    pub method: String,
    /// The address as the page has it, or `{notificationUrl}` for what Graph sends.
    pub url: String,
    /// Documented status of the answer.
    pub status: u16,
    /// Documented body of the request.
    pub request: Option<Value>,
    /// Documented body of the answer.
    pub response: Option<Value>,
}

#[derive(Deserialize)]
struct Entry {
    operation: String,
    method: String,
    url: String,
    #[serde(default = "success")]
    status: u16,
    #[serde(default)]
    request: Option<String>,
    #[serde(default)]
    response: Option<String>,
}

fn success() -> u16 {
    200
}

/// Reads `index.json` of a folder and the bodies it names.
///
/// # Errors
/// When a file isn't there, or isn't JSON of the right form.
pub fn read(folder: &Path) -> anyhow::Result<Vec<Example>> {
    let entries: Vec<Entry> = serde_json::from_value(json_file(&folder.join("index.json"))?)
        .context("index.json isn't a list of operation, method, url, status, request, response")?;
    let body = |name: Option<String>| name.map(|name| json_file(&folder.join(name))).transpose();
    entries
        .into_iter()
        .map(|entry| {
            Ok(Example {
                operation: entry.operation,
                method: entry.method.to_ascii_uppercase(),
                url: entry.url,
                status: entry.status,
                request: body(entry.request)?,
                response: body(entry.response)?,
            })
        })
        .collect()
}

fn json_file(path: &Path) -> anyhow::Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} isn't JSON", path.display()))
}
