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

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with these files, gone when it is dropped.
    struct Folder(std::path::PathBuf);

    impl Folder {
        fn with(name: &str, files: &[(&str, &str)]) -> Self {
            let path = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            for (name, text) in files {
                fs::write(path.join(name), text).unwrap();
            }
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn an_entry_needs_neither_bodies_nor_status() {
        let index = r#"[
            {"operation": "a", "method": "get", "url": "https://g/v1.0/me", "response": "a.json"},
            {"operation": "b", "method": "POST", "url": "https://g/v1.0/x", "status": 204,
             "request": null, "page": "unheard of"}]"#;
        let folder = Folder::with(
            "examples-read",
            &[("index.json", index), ("a.json", "{\"id\": 1}")],
        );
        let examples = read(&folder.0).unwrap();
        assert_eq!(
            (examples[0].method.as_str(), examples[0].status),
            ("GET", 200)
        );
        assert_eq!(
            examples[0].response.as_ref().map(|body| body["id"] == 1),
            Some(true)
        );
        assert_eq!(
            (examples[1].status, examples[1].request.is_none()),
            (204, true)
        );
    }

    #[test]
    fn a_body_that_is_missing_or_broken_is_named() {
        let index = r#"[{"operation": "a", "method": "GET", "url": "u", "response": "a.json"}]"#;
        let missing = Folder::with("examples-missing", &[("index.json", index)]);
        assert!(read(&missing.0).unwrap_err().to_string().contains("a.json"));
        let broken = Folder::with(
            "examples-broken",
            &[("index.json", index), ("a.json", "{\"id\":")],
        );
        assert!(
            read(&broken.0)
                .unwrap_err()
                .to_string()
                .contains("a.json isn't JSON")
        );
    }
}
