//! What is asked of the relay.

use super::Hub;
use crate::browser::stream::{self, NotOpened, Stream};
use crate::browser::transport::FetchTransport;
use planning::notify::{Held, NewFeed, Relay, Watched};
use std::cell::Cell;
use virtual_events::{AccessToken, Scope, TokenDemand, TokenError, Transport};

/// What the relay answers.
type Asked<T> = Result<T, RelayProblem>;

/// Why the relay did nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::notify) enum RelayProblem {
    /// There is no token for it.
    Token(TokenError),
    /// No connection, or no answer that this page may read.
    Unreachable,
    /// It refused.
    Refused {
        /// The HTTP status.
        status: u16,
        /// Its own code.
        code: Option<String>,
    },
    /// It answered with something else than it documents.
    Odd,
}

impl Hub {
    /// A stream of what comes after a position.
    pub(super) async fn open_stream(self, relay: &Relay, after: Option<&str>) -> Asked<Stream> {
        let url = [&relay.url, "/feed"].concat();
        let mut demand = TokenDemand::Cached;
        loop {
            let token = self.relay_token(relay, demand).await?;
            let bearer = ["Bearer ", token.secret()].concat();
            let mut headers = vec![("authorization", bearer.as_str())];
            headers.extend(after.map(|after| ("last-event-id", after)));
            match stream::open(&url, &headers).await {
                Ok(stream) => return Ok(stream),
                Err(NotOpened::Unreachable) => return Err(RelayProblem::Unreachable),
                // once with a token that is fresh
                Err(NotOpened::Refused(401)) if demand == TokenDemand::Cached => {
                    demand = TokenDemand::Refused { claims: None };
                }
                Err(NotOpened::Refused(status)) => {
                    return Err(RelayProblem::Refused { status, code: None });
                }
            }
        }
    }

    /// A new feed, for a subscription of that label.
    pub(in crate::notify) async fn new_feed(self, relay: &Relay, label: &str) -> Asked<NewFeed> {
        let body = NewFeed::request(label);
        let answer = self.ask(relay, http::Method::POST, "/feeds", body).await?;
        NewFeed::read(answer.body()).ok_or(RelayProblem::Odd)
    }

    /// Ends a feed.
    pub(in crate::notify) async fn end_feed(self, relay: &Relay, id: &str) -> Asked<()> {
        let path = ["/feeds/", id].concat();
        let answer = self.ask(relay, http::Method::DELETE, &path, Vec::new());
        answer.await.map(drop)
    }

    /// What the relay holds itself; an error where this account may not know, or it holds nothing.
    pub(in crate::notify) async fn held(self, relay: &Relay) -> Asked<Vec<Held>> {
        let path = "/tenant/subscriptions";
        let answer = self.ask(relay, http::Method::GET, path, Vec::new()).await?;
        Held::read_all(answer.body()).ok_or(RelayProblem::Odd)
    }

    /// Hands a subscription over to the relay.
    pub(in crate::notify) async fn hand_over(self, relay: &Relay, watched: &Watched) -> Asked<()> {
        let body = Held::hand_over(watched);
        let path = "/tenant/subscriptions";
        let answer = self.ask(relay, http::Method::POST, path, body);
        answer.await.map(drop)
    }

    /// Ends a subscription that was handed over.
    pub(in crate::notify) async fn end_held(self, relay: &Relay, id: &str) -> Asked<()> {
        let path = ["/tenant/subscriptions/", id].concat();
        let answer = self.ask(relay, http::Method::DELETE, &path, Vec::new());
        answer.await.map(drop)
    }

    /// One request; with a fresh token once more, should the first be refused for its token.
    pub(in crate::notify) async fn ask(
        self,
        relay: &Relay,
        method: http::Method,
        path: &str,
        body: Vec<u8>,
    ) -> Asked<http::Response<Vec<u8>>> {
        let mut demand = TokenDemand::Cached;
        loop {
            let token = self.relay_token(relay, demand).await?;
            let request = http::Request::builder()
                .method(method.clone())
                .uri([relay.url.as_str(), path].concat())
                .header("authorization", ["Bearer ", token.secret()].concat())
                .header("content-type", "application/json")
                .body(body.clone())
                .map_err(|_| RelayProblem::Odd)?;
            let answer = FetchTransport.send(request).await;
            let answer = answer.map_err(|_| RelayProblem::Unreachable)?;
            match answer.status().as_u16() {
                200..=299 => return Ok(answer),
                401 if demand == TokenDemand::Cached => {
                    demand = TokenDemand::Refused { claims: None };
                }
                status => {
                    let said: serde_json::Value =
                        serde_json::from_slice(answer.body()).unwrap_or_default();
                    let code = said["error"]["code"].as_str().map(str::to_owned);
                    return Err(RelayProblem::Refused { status, code });
                }
            }
        }
    }

    async fn relay_token(self, relay: &Relay, demand: TokenDemand<'_>) -> Asked<AccessToken> {
        let sign_in = self.workspace.sign_in();
        let token = sign_in.access_token(&[scope(relay)], demand).await;
        token.map_err(RelayProblem::Token)
    }
}

/// The scope of tokens for the relay. There is one relay, so its name stays for good.
pub(in crate::notify) fn scope(relay: &Relay) -> Scope {
    thread_local! {
        static KNOWN: Cell<Option<&'static str>> = const { Cell::new(None) };
    }
    let name = relay.scope();
    let known = KNOWN.get().filter(|known| *known == name);
    let name = known.unwrap_or_else(|| name.leak());
    KNOWN.set(Some(name));
    Scope::Elsewhere(name)
}
