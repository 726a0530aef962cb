//! The relay: what the deployment says of it, and what it answers.

use serde::Deserialize;
use virtual_events::ClientState;

/// The relay that the deployment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay {
    /// Its address, without a slash at the end.
    pub url: String,
    /// The id of its own app registration.
    pub client_id: String,
}

/// What is wrong with the deployment's `relay`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelayMistake {
    /// `url` isn't an `https` address.
    Url,
    /// `clientId` isn't the id of an app registration.
    ClientId,
}

#[derive(Deserialize)]
struct ConfigFile {
    relay: Option<RelayInFile>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RelayInFile {
    #[serde(default)]
    url: String,
    #[serde(default)]
    client_id: String,
}

impl Relay {
    /// The relay in the text of `config.json`; `None` when it names none.
    ///
    /// # Errors
    /// What can't be used of it. That the file can't be read at all is told elsewhere.
    pub fn of_config(text: &str) -> Result<Option<Self>, RelayMistake> {
        let Ok(file) = serde_json::from_str::<ConfigFile>(text) else {
            return Err(RelayMistake::Url);
        };
        let Some(relay) = file.relay else {
            return Ok(None);
        };
        let url = relay.url.trim_end_matches('/').to_owned();
        if !is_address(&url) {
            return Err(RelayMistake::Url);
        }
        let id = relay.client_id;
        if id.len() != 36 || !id.bytes().all(|it| it.is_ascii_hexdigit() || it == b'-') {
            return Err(RelayMistake::ClientId);
        }
        Ok(Some(Self { url, client_id: id }))
    }

    /// The scope that a token for it has, by its whole name.
    #[must_use]
    pub fn scope(&self) -> String {
        ["api://", &self.client_id, "/Feed.Read"].concat()
    }
}

/// `https`, or `http` on this machine, for trying it out.
fn is_address(url: &str) -> bool {
    let rest = match url.split_once("://") {
        Some(("https", rest)) => rest,
        Some(("http", rest)) => {
            let host = rest.split([':', '/']).next();
            if !matches!(host, Some("localhost" | "127.0.0.1")) {
                return false;
            }
            rest
        }
        _ => return false,
    };
    !rest.is_empty() && !rest.contains(|it: char| it.is_whitespace() || "?#@".contains(it))
}

/// A feed that the relay has just made. The secret is told this once.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewFeed {
    /// Its id.
    pub id: String,
    /// Where notifications go.
    pub notification_url: String,
    /// Where those about the subscription itself go.
    pub lifecycle_notification_url: String,
    /// The secret that Graph sends back with each.
    pub client_state: ClientState,
}

impl NewFeed {
    /// The feed in the relay's answer; `None` for anything else.
    #[must_use]
    pub fn read(body: &[u8]) -> Option<Self> {
        serde_json::from_slice(body).ok()
    }

    /// The request that makes a feed: JSON. `label` tells people what it is for.
    #[must_use]
    pub fn request(label: &str) -> Vec<u8> {
        /// The relay's limit, in characters.
        const LONGEST: usize = 200;
        let label: String = label.chars().take(LONGEST).collect();
        serde_json::json!({ "label": label })
            .to_string()
            .into_bytes()
    }
}
