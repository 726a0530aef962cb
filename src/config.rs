//! `config.json`, the one file that makes a build somebody's deployment.

use serde::Deserialize;
use virtual_events::GraphBase;

/// What the deployment decides. Nothing of it comes from the address bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AppConfig {
    /// The app registration's client id, a GUID.
    pub(crate) client_id: String,
    /// The tenant: its GUID, a verified domain, or `organizations`.
    pub(crate) tenant: String,
    /// The cloud both hosts belong to, as written: `global` when absent.
    pub(crate) cloud: String,
    /// Login host to use instead of the cloud's; for the emulator.
    pub(crate) authority: Option<String>,
    /// Graph host to use instead of the cloud's; for the emulator.
    pub(crate) graph: Option<String>,
}

/// The file as written; everything optional, so that what is missing can be named.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ConfigFile {
    client_id: Option<String>,
    tenant: Option<String>,
    cloud: Option<String>,
    authority: Option<String>,
    graph: Option<String>,
}

/// Why the app can't start with the file as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ConfigProblem {
    /// There is no `config.json` beside `index.html`; the status says so.
    Missing { status: u16 },
    /// The server could not be reached.
    Unreachable,
    /// The file isn't JSON; the text says where it stops being so.
    NotJson { reason: String },
    /// A key that must be there is not.
    Lacks { key: &'static str },
    /// A value can't be used.
    Unusable {
        key: &'static str,
        value: String,
        reason: &'static str,
    },
}

impl AppConfig {
    /// Reads the file's text.
    pub(crate) fn parse(text: &str) -> Result<Self, ConfigProblem> {
        let file: ConfigFile =
            serde_json::from_slice(text.as_bytes()).map_err(|error| ConfigProblem::NotJson {
                reason: error.to_string(),
            })?;
        let client_id = file
            .client_id
            .ok_or(ConfigProblem::Lacks { key: "clientId" })?;
        if !is_guid(&client_id) {
            return Err(ConfigProblem::Unusable {
                key: "clientId",
                value: client_id,
                reason: "it must be the application (client) id: 36 characters such as 11111111-2222-3333-4444-555555555555",
            });
        }
        let tenant = file.tenant.ok_or(ConfigProblem::Lacks { key: "tenant" })?;
        if matches!(tenant.to_ascii_lowercase().as_str(), "common" | "consumers") {
            return Err(ConfigProblem::Unusable {
                key: "tenant",
                value: tenant,
                reason: "town halls don't work with personal accounts: use the tenant's id, its domain, or organizations",
            });
        }
        if tenant.is_empty()
            || !tenant
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
        {
            return Err(ConfigProblem::Unusable {
                key: "tenant",
                value: tenant,
                reason: "it must be the tenant's id, its domain, or organizations",
            });
        }
        Ok(Self {
            client_id,
            tenant,
            cloud: file.cloud.unwrap_or_else(|| "global".to_owned()),
            authority: file.authority,
            graph: file.graph,
        })
    }
}

impl AppConfig {
    /// Where Graph is: the cloud's host, or the one the file names instead.
    pub(crate) fn graph_base(&self) -> Result<GraphBase, ConfigProblem> {
        let origin = self
            .graph
            .as_deref()
            .unwrap_or("https://graph.microsoft.com");
        GraphBase::new(origin).map_err(|_| ConfigProblem::Unusable {
            key: "graph",
            value: origin.to_owned(),
            reason: "it must be an https address without a path",
        })
    }
}

fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Fetches `config.json` from beside `index.html`.
pub(crate) async fn load() -> Result<AppConfig, ConfigProblem> {
    let answer = gloo_net::http::Request::get("config.json")
        .cache(web_sys::RequestCache::NoCache)
        .send()
        .await
        .map_err(|_| ConfigProblem::Unreachable)?;
    if !answer.ok() {
        return Err(ConfigProblem::Missing {
            status: answer.status(),
        });
    }
    let text = answer
        .text()
        .await
        .map_err(|_| ConfigProblem::Unreachable)?;
    AppConfig::parse(&text)
}

/// The file's text once more, for rooms that read settings of their own in it; empty when it can't
/// be read now. That it could be when the app started is why the app is there.
pub(crate) async fn text_again() -> String {
    match gloo_net::http::Request::get("config.json").send().await {
        Ok(answer) if answer.ok() => answer.text().await.unwrap_or_default(),
        // what a host says instead of the file is no configuration
        Ok(_) | Err(_) => String::new(),
    }
}
