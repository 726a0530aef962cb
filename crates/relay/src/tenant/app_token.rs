//! A token for the relay itself (RFC 6749, section 4.4), kept until shortly before its end.

use std::sync::Arc;
use std::time::Duration;

use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use tokio::sync::Mutex;

use super::credential::Credential;
use super::error::GraphError;
use crate::clock::Clock;
use crate::outbound::{Bounds, Outbound};

const BOUNDS: Bounds = Bounds {
    patience: Duration::from_secs(5),
    largest: 64 * 1024,
};

/// So long before its end a token is not used any more.
const MARGIN: SignedDuration = SignedDuration::from_secs(120);

/// Asks for tokens.
#[derive(Debug)]
pub(super) struct AppTokens {
    pub(super) outbound: Outbound,
    /// The sign-in service's token endpoint.
    pub(super) endpoint: String,
    pub(super) client: String,
    /// `{Graph}/.default`.
    pub(super) scope: String,
    pub(super) credential: Credential,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) kept: Mutex<Option<Kept>>,
}

/// A token and when it is not used any more. Without `Debug`: it is a secret.
pub(super) struct Kept {
    token: String,
    until: Timestamp,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept([redacted])")
    }
}

#[derive(Deserialize)]
struct Answer {
    access_token: String,
    /// In seconds.
    expires_in: i64,
}

impl AppTokens {
    /// A token that holds for a while. One asks, and the others wait for it.
    pub(super) async fn token(&self) -> Result<String, GraphError> {
        let mut kept = self.kept.lock().await;
        let now = self.clock.now();
        match kept.as_ref() {
            Some(kept) if kept.until > now => Ok(kept.token.clone()),
            _ => {
                let answer = self.ask(now).await?;
                let lasting = SignedDuration::from_secs(answer.expires_in.clamp(0, 86_400));
                let token = answer.access_token;
                *kept = Some(Kept {
                    token: token.clone(),
                    until: now + lasting - MARGIN,
                });
                Ok(token)
            }
        }
    }

    /// Lets go of a token that was refused.
    pub(super) async fn forget(&self) {
        *self.kept.lock().await = None;
    }

    async fn ask(&self, now: Timestamp) -> Result<Answer, GraphError> {
        let sign_in = |why: String| GraphError::SignIn(why);
        let proof = self.credential.fields(&self.client, &self.endpoint, now);
        let proof = proof.map_err(|error| sign_in(error.to_string()))?;
        let body = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.client)
            .append_pair("scope", &self.scope)
            .extend_pairs(proof)
            .finish();
        let request = Request::post(&self.endpoint)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.into());
        let request = request.map_err(|error| sign_in(error.to_string()))?;
        let reply = self.outbound.send(request, BOUNDS).await;
        let reply = reply.map_err(|error| sign_in(error.to_string()))?;
        if !reply.status.is_success() {
            // the description may hold ids; the code says enough to look it up
            let error: serde_json::Value = serde_json::from_slice(&reply.body).unwrap_or_default();
            let code = error["error"].as_str().unwrap_or_default();
            return Err(sign_in([reply.status.as_str(), " ", code].concat()));
        }
        serde_json::from_slice(&reply.body).map_err(|error| sign_in(error.to_string()))
    }
}
