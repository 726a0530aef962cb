//! Endpoints: which addresses are taken, and whether they answer the validation request.

use std::time::Duration;

use axum::http::Uri;
use axum::http::header::CONTENT_TYPE;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::{Method, Request};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::send;
use super::web_push::is_push_service;
use crate::ident::random_guid;
use crate::wire::encode;
use crate::world::Shared;

/// The way out: plain HTTP, which is for this machine alone.
#[derive(Debug, Clone)]
pub(crate) struct Endpoints {
    client: Client<HttpConnector, Full<Bytes>>,
}

impl Default for Endpoints {
    fn default() -> Self {
        let client = Client::builder(TokioExecutor::new())
            // An endpoint that was restarted must not be met by a connection of before.
            .pool_max_idle_per_host(0)
            .build_http();
        Self { client }
    }
}

/// Where an address leads, as far as the emulator goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// An endpoint on this machine.
    Here,
    /// A browser's push service: nothing is sent there, the journal tells what would be.
    PushService,
    /// Somewhere else, where nobody is asked.
    Elsewhere,
    /// No address that a subscription can have.
    Unfit,
}

/// Where the address leads.
pub(crate) fn target(address: &str) -> Target {
    let Ok(uri) = address.parse::<Uri>() else {
        return Target::Unfit;
    };
    let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.host()) else {
        return Target::Unfit;
    };
    match (scheme, host) {
        ("http", "localhost" | "127.0.0.1" | "[::1]") => Target::Here,
        ("https", host) if is_push_service(host) => Target::PushService,
        ("https", _) => Target::Elsewhere,
        _ => Target::Unfit,
    }
}

/// What became of a validation request: nothing wrong, or what.
pub(crate) type Handshake = Result<(), String>;

/// An answer of an endpoint.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    kind: String,
    body: Bytes,
}

/// Why there was none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    Timeout,
    Unreachable,
}

impl Silence {
    /// For the journal.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Unreachable => "unreachable",
        }
    }
}

/// The most that is read of an answer, in bytes.
const LARGEST: usize = 64 * 1024;

impl Endpoints {
    /// Posts to an endpoint and reads what it answers.
    pub(super) async fn post(
        &self,
        url: &str,
        kind: &'static str,
        body: Vec<u8>,
        patience: Duration,
    ) -> Result<Response, Silence> {
        let request = Request::builder()
            .method(Method::POST)
            .uri(url)
            .header(CONTENT_TYPE, kind)
            .body(Full::new(Bytes::from(body)))
            .map_err(|_| Silence::Unreachable)?;
        let asked = async {
            let response = self.client.request(request).await.ok()?;
            let (parts, body) = response.into_parts();
            let body = Limited::new(body, LARGEST).collect().await.ok()?;
            let kind = parts.headers.get(CONTENT_TYPE);
            Some(Response {
                status: parts.status.as_u16(),
                kind: kind
                    .and_then(|kind| kind.to_str().ok())
                    .unwrap_or_default()
                    .to_ascii_lowercase(),
                body: body.to_bytes(),
            })
        };
        match tokio::time::timeout(patience, asked).await {
            Ok(Some(response)) => Ok(response),
            Ok(None) => Err(Silence::Unreachable),
            Err(_) => Err(Silence::Timeout),
        }
    }
}

/// Sends the validation request to an address and judges the answer.
///
/// "Change notifications through webhooks: notificationUrl validation": 200 within 10 seconds,
/// `text/plain`, the decoded token and nothing else.
pub(crate) async fn shake_hands(shared: &Shared, url: &str) -> Handshake {
    match target(url) {
        Target::PushService => return Ok(()),
        Target::Here => {}
        Target::Elsewhere | Target::Unfit => {
            return Err("Notification endpoint is unreachable.".to_owned());
        }
    }
    let patience = shared.world().settings.handshake_timeout_ms;
    // With blanks and a colon, so that an endpoint must decode it.
    let token = format!(
        "Validation: Testing client application reachability for subscription Request-Id: {}",
        random_guid()
    );
    let joint = if url.contains('?') { '&' } else { '?' };
    let query = encode(std::iter::once(("validationToken", token.as_str())));
    let answered = shared
        .endpoints
        .post(
            &format!("{url}{joint}{query}"),
            "text/plain; charset=utf-8",
            Vec::new(),
            Duration::from_millis(patience),
        )
        .await;
    let verdict = judged(&answered, &token);
    let status = answered.as_ref().map_or(0, |answer| answer.status);
    let mut world = shared.world();
    let mut line = send::line(world.now(), url, "validation", status);
    if let Err(why) = &verdict {
        line["failure"] = why.as_str().into();
    }
    world.journal.write_line(line);
    verdict
}

fn judged(answered: &Result<Response, Silence>, token: &str) -> Handshake {
    let failed = |why: &str| Err(format!("Subscription validation request failed. {why}"));
    match answered {
        Err(Silence::Timeout) => Err("Subscription validation request timed out.".to_owned()),
        Err(Silence::Unreachable) => failed("Notification endpoint is unreachable."),
        Ok(answer) if answer.status != 200 => {
            failed("Notification endpoint must respond with 200 OK to validation request.")
        }
        Ok(answer) if !answer.kind.starts_with("text/plain") => {
            failed("Response must be of type text/plain.")
        }
        Ok(answer) if answer.body != token.as_bytes() => {
            failed("Response must exactly match validationToken query parameter.")
        }
        Ok(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Target, target};

    #[test]
    fn only_this_machine_is_spoken_to() {
        for (address, expected) in [
            ("http://localhost:8090/notify/7", Target::Here),
            ("http://127.0.0.1:1/", Target::Here),
            ("http://[::1]:1/", Target::Here),
            ("http://localhost.example.org/", Target::Unfit),
            ("http://user@10.0.0.1/", Target::Unfit),
            ("https://webhook.contoso.com/api", Target::Elsewhere),
            ("https://fcm.googleapis.com/fcm/send/x", Target::PushService),
            ("https://web.push.apple.com/x", Target::PushService),
            ("ftp://localhost/", Target::Unfit),
            ("/notify", Target::Unfit),
        ] {
            assert_eq!(target(address), expected, "{address}");
        }
    }
}
