//! Graph's `/subscriptions`, as the relay calls it for itself.
//!
//! Source: Graph's pages "Create subscription", "List", "Update" and "Delete subscription".

use axum::http::{Method, StatusCode};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::error::GraphError;
use super::graph::Graph;

/// A subscription as Graph tells it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Remote {
    pub(crate) id: String,
    pub(crate) resource: String,
    pub(crate) change_type: String,
    pub(crate) notification_url: String,
    pub(crate) expiration_date_time: Timestamp,
    #[serde(default)]
    pub(crate) encryption_certificate_id: Option<String>,
}

/// Graph's versions, as paths.
pub(crate) const VERSIONS: [&str; 2] = ["/v1.0", "/beta"];

impl Graph {
    /// Makes one; Graph asks the addresses in it to validate themselves before it answers.
    pub(crate) async fn subscribe(
        &self,
        version: &str,
        body: &Value,
    ) -> Result<Remote, GraphError> {
        let address = self.address(&[version, "/subscriptions"].concat());
        let reply = self.call(Method::POST, &address, Some(body)).await?;
        serde_json::from_slice(&reply.body).map_err(|_| GraphError::Odd("no subscription"))
    }

    /// Puts the end of one off, which reauthorizes it as well; gives the new end.
    pub(crate) async fn renew(
        &self,
        version: &str,
        id: &str,
        expires: Timestamp,
    ) -> Result<Timestamp, GraphError> {
        let body = json!({ "expirationDateTime": expires });
        let address = self.one(version, id);
        let reply = self.call(Method::PATCH, &address, Some(&body)).await?;
        let renewed: Result<Remote, _> = serde_json::from_slice(&reply.body);
        // an answer that says nothing means what was asked for
        Ok(renewed.map_or(expires, |renewed| renewed.expiration_date_time))
    }

    /// Deletes one; that it is gone already is as good.
    pub(crate) async fn unsubscribe(&self, version: &str, id: &str) -> Result<(), GraphError> {
        let called = self
            .call(Method::DELETE, &self.one(version, id), None)
            .await;
        match called {
            Err(error) if error.is(StatusCode::NOT_FOUND) => Ok(()),
            called => called.map(drop),
        }
    }

    /// All that this app has, of either version; those that can't be read are passed over.
    pub(crate) async fn subscriptions(&self) -> Result<Vec<Remote>, GraphError> {
        let mut all: Vec<Remote> = Vec::new();
        for version in VERSIONS {
            let path = [version, "/subscriptions"].concat();
            for one in self.all_pages(&path).await? {
                if let Ok(remote) = serde_json::from_value::<Remote>(one)
                    && all.iter().all(|known| known.id != remote.id)
                {
                    all.push(remote);
                }
            }
        }
        Ok(all)
    }

    fn one(&self, version: &str, id: &str) -> String {
        // Graph's own id, a GUID; whatever else it were must not lead elsewhere
        let id: String = form_urlencoded::byte_serialize(id.as_bytes()).collect();
        self.address(&[version, "/subscriptions/", &id].concat())
    }
}
