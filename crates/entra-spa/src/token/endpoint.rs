//! The token endpoint over OAuth's values and our own few lines of HTTP.
//!
//! `oauth2` gives the values (code, verifier, challenge, refresh token). Its request machinery is
//! left out on purpose: in the same app it costs 145.6 kB where these lines cost 131.9 kB (brotli,
//! whole app), and it keeps neither the HTTP status nor `Retry-After` nor `suberror`, all of which
//! decide what the user is told. [`TokenEndpoint`] is the seam, should that change.

use super::answer::Asked;
use super::{Redemption, Refresh, TokenEndpoint, TokenSet, retry_after};
use crate::edge::{Answer, Clock, Exchange, ExchangeFailure};
use crate::error::{AuthError, ProtocolFault, ServiceError, Transient, TransientCause};
use crate::scope::ScopeSet;
use crate::wire::form;
use crate::wire::json;
use futures_util::future::LocalBoxFuture;
use std::rc::Rc;

/// Milliseconds before the one retry after a network failure.
const RETRY_AFTER_MS: u32 = 100;

/// The token endpoint of a public client.
#[derive(Clone)]
pub(crate) struct OAuthTokenEndpoint {
    pub(crate) client_id: String,
    pub(crate) graph_origin: String,
    pub(crate) exchange: Rc<dyn Exchange>,
    pub(crate) clock: Rc<dyn Clock>,
}

/// A form to post, with what its answer is read by.
struct Grant {
    form: String,
    scopes: ScopeSet,
    /// Secrets in the form, to be cut out of an error that repeats them.
    secrets: Vec<String>,
}

impl TokenEndpoint for OAuthTokenEndpoint {
    fn redeem(
        &self,
        endpoint: &str,
        redemption: Redemption,
    ) -> LocalBoxFuture<'static, Result<TokenSet, AuthError>> {
        let (code, verifier) = (redemption.code.secret(), redemption.verifier.secret());
        let mut form = self.form("authorization_code");
        form::append(&mut form, "code", code);
        form::append(&mut form, "redirect_uri", &redemption.redirect_uri);
        form::append(&mut form, "code_verifier", verifier);
        let secrets = vec![code.clone(), verifier.clone()];
        self.send(
            endpoint,
            form,
            &redemption.scopes,
            redemption.claims,
            secrets,
        )
    }

    fn refresh(
        &self,
        endpoint: &str,
        refresh: Refresh,
    ) -> LocalBoxFuture<'static, Result<TokenSet, AuthError>> {
        let token = refresh.refresh_token.secret();
        let mut form = self.form("refresh_token");
        form::append(&mut form, "refresh_token", token);
        let secrets = vec![token.clone()];
        self.send(endpoint, form, &refresh.scopes, refresh.claims, secrets)
    }
}

impl OAuthTokenEndpoint {
    fn form(&self, grant_type: &str) -> String {
        let mut form = String::with_capacity(2_048);
        form::append(&mut form, "client_id", &self.client_id);
        form::append(&mut form, "grant_type", grant_type);
        form
    }

    fn send(
        &self,
        endpoint: &str,
        mut form: String,
        scopes: &ScopeSet,
        claims: Option<String>,
        secrets: Vec<String>,
    ) -> LocalBoxFuture<'static, Result<TokenSet, AuthError>> {
        let scopes = scopes.with_oidc();
        form::append(&mut form, "scope", &scopes.to_parameter());
        form::append(&mut form, "client_info", "1");
        if let Some(claims) = claims {
            form::append(&mut form, "claims", &claims);
        }
        let grant = Grant {
            form,
            scopes,
            secrets,
        };
        let (this, endpoint) = (self.clone(), endpoint.to_owned());
        Box::pin(async move { this.exchange(&endpoint, &grant).await })
    }

    async fn exchange(&self, endpoint: &str, grant: &Grant) -> Result<TokenSet, AuthError> {
        let mut asked = self.asked();
        let mut answer = self.exchange.post_form(endpoint, &grant.form).await;
        if answer.as_ref().err() == Some(&ExchangeFailure::Network) && self.exchange.online() {
            self.clock.sleep(RETRY_AFTER_MS).await;
            asked = self.asked();
            answer = self.exchange.post_form(endpoint, &grant.form).await;
        }
        asked.answered_at = self.clock.now();
        match answer {
            Ok(answer) if answer.status == 200 => {
                TokenSet::read(&answer.body, &grant.scopes, &self.graph_origin, asked)
                    .map_err(|error| error.without(&grant.secrets))
            }
            Ok(answer) => Err(self.refusal(&answer, &grant.scopes).without(&grant.secrets)),
            Err(failure) => Err(failure.into()),
        }
    }

    fn asked(&self) -> Asked {
        Asked {
            at: self.clock.now(),
            uptime: self.clock.uptime(),
            answered_at: self.clock.now(),
        }
    }

    /// The failure of an answer that isn't a success.
    fn refusal(&self, answer: &Answer, scopes: &ScopeSet) -> AuthError {
        let service = json::object(&answer.body)
            .as_ref()
            .and_then(ServiceError::from_json);
        if answer.status == 429 || answer.status >= 500 {
            let wait = retry_after::seconds(answer.retry_after.as_deref(), self.clock.now());
            return AuthError::Transient(Transient {
                cause: TransientCause::Status(answer.status),
                retry_after_s: Some(wait),
                service: service.map(Box::new),
            });
        }
        match service {
            Some(service) => AuthError::from_service(service, scopes),
            None => ProtocolFault::AnswerUnreadable(answer.status).into(),
        }
    }
}

impl From<ExchangeFailure> for AuthError {
    fn from(failure: ExchangeFailure) -> Self {
        match failure {
            ExchangeFailure::Network => Self::transient(TransientCause::Network, None),
            ExchangeFailure::Timeout => Self::transient(TransientCause::Timeout, None),
            ExchangeFailure::Aborted => Self::Cancelled(None),
        }
    }
}
