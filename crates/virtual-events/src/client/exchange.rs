//! One call carried out: token, pacing, exchange, and what the answer asks for.

use std::time::Duration;

use futures_core::future::LocalBoxFuture;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, Response, StatusCode};
use serde_json::Value;

use super::base::VERSION;
use super::call::Address;
use super::target::verbatim;
use super::{Answer, Call, GraphClient};
use crate::error::{Error, RequestIds, RequestProblem, ServiceError, header_text};
use crate::policy::{
    CLIENT_REQUEST_ID, Failure, LONGEST_WAIT, REQUEST_ID, Repeat, Retry, claims_challenge,
    new_request_id, retry_after,
};
use crate::{AccessToken, Scope, TokenDemand, TokenError, TransportError};

impl GraphClient {
    /// Sends `call` until it succeeds or there is no sense in trying on.
    ///
    /// Boxed, so that the one large state machine isn't compiled into every operation.
    pub(crate) fn exchange<'a>(
        &'a self,
        call: &'a Call,
    ) -> LocalBoxFuture<'a, Result<Answer, Error>> {
        Box::pin(self.carry_out(call))
    }

    async fn carry_out(&self, call: &Call) -> Result<Answer, Error> {
        let url = self.url(call)?;
        let mut retry = Retry::new(call.repeat);
        let mut reauthenticated = false;
        let mut fresh = None;
        loop {
            let ids = self.ids();
            let sent = self.attempt(call, &url, fresh.take(), &ids).await?;
            let (failure, asked) = match sent {
                Ok(response) => {
                    let ids = RequestIds {
                        request_id: header_text(response.headers(), &REQUEST_ID).map(str::to_owned),
                        ..ids
                    };
                    let status = response.status();
                    if status.is_success() {
                        let content_type = header_text(response.headers(), &CONTENT_TYPE);
                        let content_type = content_type.map(str::to_owned);
                        let body = response.into_body();
                        return Ok(Answer {
                            status,
                            content_type,
                            body,
                            ids,
                        });
                    }
                    if status == StatusCode::UNAUTHORIZED && !reauthenticated {
                        reauthenticated = true;
                        let claims = claims_challenge(response.headers());
                        fresh = Some(self.fresh_token(&call.scopes, claims.as_deref()).await?);
                        continue;
                    }
                    if gone_as_wanted(call, status, &retry) {
                        let status = StatusCode::NO_CONTENT;
                        return Ok(Answer {
                            status,
                            content_type: None,
                            body: Vec::new(),
                            ids,
                        });
                    }
                    let asked = retry_after(response.headers(), self.runtime().now());
                    self.hold_writes(call, status, asked);
                    let body = serde_json::from_slice::<Value>(response.body()).ok();
                    let error = ServiceError::new(status, body.as_ref(), asked, ids);
                    (Error::Service(Box::new(error)), asked)
                }
                Err(error) => (Error::Transport { error, ids }, None),
            };
            let Some(wait) = retry.next(Failure::of(&failure), asked, self.runtime().random())
            else {
                return Err(failure);
            };
            self.runtime().sleep(wait).await;
        }
    }

    /// One request on the wire, after its turn in the queue of writes.
    ///
    /// The outer error is that nothing could be sent, the inner one that no answer came.
    pub(super) async fn attempt(
        &self,
        call: &Call,
        url: &str,
        fresh: Option<AccessToken>,
        ids: &RequestIds,
    ) -> Result<Result<Response<Vec<u8>>, TransportError>, Error> {
        let permit = match call.writes {
            0 => None,
            writes => Some(self.shared.pacer.acquire(writes).await),
        };
        // only now: the token could run out while the write stands in the queue
        let token = match fresh {
            Some(token) => token,
            None => self.token(&call.scopes, TokenDemand::Cached).await?,
        };
        let request = request(call, url, &token, &ids.client_request_id).map_err(|error| {
            match error.is::<http::uri::InvalidUri>() {
                true => RequestProblem::Address,
                false => RequestProblem::Value,
            }
        })?;
        if let Some(permit) = &permit {
            permit.sending();
        }
        Ok(self.shared.transport.send(request).await)
    }

    pub(super) fn url(&self, call: &Call) -> Result<String, RequestProblem> {
        let origin = self.shared.base.origin();
        match &call.address {
            Ok(Address::Relative(path)) => Ok([origin, VERSION, path].concat()),
            Ok(Address::Checked(path)) => Ok([origin, &verbatim(path)].concat()),
            Err(problem) => Err(problem.clone()),
        }
    }

    pub(crate) fn ids(&self) -> RequestIds {
        RequestIds {
            request_id: None,
            client_request_id: new_request_id(self.runtime()),
        }
    }

    pub(super) async fn token(
        &self,
        scopes: &[Scope],
        demand: TokenDemand<'_>,
    ) -> Result<AccessToken, TokenError> {
        self.shared.tokens.access_token(scopes, demand).await
    }

    /// Asks for a token in place of the one refused, with the challenge's claims.
    pub(crate) async fn fresh_token(
        &self,
        scopes: &[Scope],
        claims: Option<&str>,
    ) -> Result<AccessToken, TokenError> {
        self.token(scopes, TokenDemand::Refused { claims }).await
    }

    /// A throttled write holds back all writes: each further one would prolong the penalty.
    fn hold_writes(&self, call: &Call, status: StatusCode, asked: Option<Duration>) {
        if call.writes > 0 && status == StatusCode::TOO_MANY_REQUESTS {
            let wait = asked.unwrap_or(Duration::from_secs(2));
            self.shared.pacer.hold(wait.min(LONGEST_WAIT));
        }
    }
}

/// A repeated DELETE that finds nothing has found what it wanted.
fn gone_as_wanted(call: &Call, status: StatusCode, retry: &Retry) -> bool {
    call.method == Method::DELETE
        && call.repeat == Repeat::SameEffect
        && status == StatusCode::NOT_FOUND
        && retry.may_have_happened()
}

fn request(
    call: &Call,
    url: &str,
    token: &AccessToken,
    client_request_id: &str,
) -> Result<Request<Vec<u8>>, http::Error> {
    let mut bearer = HeaderValue::try_from(["Bearer ", token.secret()].concat())?;
    bearer.set_sensitive(true);
    let mut request = Request::builder()
        .method(call.method.clone())
        .uri(url)
        .body(call.body.clone().unwrap_or_default())?;
    let headers = request.headers_mut();
    headers.insert(AUTHORIZATION, bearer);
    headers.insert(
        &CLIENT_REQUEST_ID,
        HeaderValue::try_from(client_request_id)?,
    );
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    if call.body.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    for (name, value) in &call.headers {
        headers.insert(name.clone(), value.clone());
    }
    Ok(request)
}
