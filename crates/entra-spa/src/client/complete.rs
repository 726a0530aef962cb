//! Coming back from the sign-in service.

use super::{AuthClient, Inner};
use crate::account::{Account, AccountKey};
use crate::cache::Session;
use crate::discovery::IssuerParameter;
use crate::error::{AuthError, ProtocolFault};
use crate::id_token::{Claims, Expected, skew};
use crate::request::RequestRecord;
use crate::response::{Outcome, RedirectResponse, Redirected};
use crate::return_path::ReturnPath;
use crate::scope::ScopeSet;
use crate::storage_keys::PAYLOAD;
use crate::token::{Redemption, TokenSet};
use oauth2::{AuthorizationCode, PkceCodeVerifier};
use std::rc::Rc;

/// A sign-in that worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Who signed in.
    pub account: Account,
    /// Where they were when it began.
    pub return_path: ReturnPath,
    /// What they have been granted so far; a wanted scope may be missing.
    pub granted: ScopeSet,
    /// The account that was signed in before, when it is another one: what is cached of it must go.
    pub switched_from: Option<AccountKey>,
    /// Seconds by which this device's clock seems to be ahead (negative: behind), from 5 minutes on.
    pub clock_ahead_s: Option<i64>,
}

/// An answer with the request it belongs to.
struct Matched {
    record: RequestRecord,
    code: AuthorizationCode,
    issuer: Option<String>,
}

pub(super) type Completed = Option<Result<SignedIn, AuthError>>;

impl AuthClient {
    /// Takes up the answer that the bridge page left, or that stands in the page's own fragment.
    ///
    /// `None`: this page wasn't opened by an answer; a sign-in that was under way was left by the
    /// Back button or by typing an address. The answer is redeemed once a page life, whoever and
    /// however often asks; every caller gets the same outcome. A sign-in that fails leaves the
    /// session as it was.
    pub async fn complete_redirect(&self) -> Option<Result<SignedIn, AuthError>> {
        if self.0.completed.borrow().is_none() {
            let inner = Rc::clone(&self.0);
            let done = self
                .0
                .redirects
                .join("redirect", &*self.0.edges.spawner, || {
                    Box::pin(async move {
                        let completed = inner.complete().await;
                        *inner.completed.borrow_mut() = Some(completed);
                    })
                });
            // it can only be cancelled together with the page
            let _ = done.await;
        }
        self.0.completed.borrow().clone().flatten()
    }
}

impl Inner {
    async fn complete(&self) -> Completed {
        let payload = self.take_payload();
        self.clear_busy();
        let matched = match Redirected::read(&payload?) {
            Redirected::NotAResponse => Err(ProtocolFault::ResponseMalformed.into()),
            Redirected::Malformed(fault) => Err(fault.into()),
            Redirected::Response(response) => self.matched(response),
        };
        Some(match matched {
            Ok(matched) => self.redeem(matched).await,
            Err(error) => Err(error),
        })
    }

    /// The raw answer, removed from wherever it was before anything looks into it.
    fn take_payload(&self) -> Option<String> {
        if let Some(payload) = self.edges.storage.get(PAYLOAD) {
            self.edges.storage.remove(PAYLOAD);
            return Some(payload);
        }
        // a host that answers with the app at the bridge's address: the answer is in the fragment
        let fragment = self.edges.navigation.fragment()?;
        if matches!(Redirected::read(&fragment), Redirected::NotAResponse) {
            return None;
        }
        self.edges.navigation.erase_fragment();
        Some(fragment)
    }

    /// Finds the request an answer belongs to; the record is used up, whatever comes of it.
    fn matched(&self, response: RedirectResponse) -> Result<Matched, AuthError> {
        let record = self
            .records()
            .take(&response.state)
            .ok_or(ProtocolFault::StateUnknown)?;
        if record.client_id != self.config.client_id
            || record.authority != self.config.authority.url()
        {
            return Err(ProtocolFault::ConfigurationChanged.into());
        }
        if record.is_stale(self.edges.clock.now()) {
            return Err(ProtocolFault::TookTooLong.into());
        }
        self.check_issuer(response.issuer.as_deref())?;
        match response.outcome {
            Outcome::Code(code) => Ok(Matched {
                record,
                code: AuthorizationCode::new(code.into_exposed()),
                issuer: response.issuer,
            }),
            Outcome::Refused(mut service) => {
                service.correlation_id.get_or_insert(record.correlation_id);
                let asked = ScopeSet::new(record.scopes.split(' '));
                let error = AuthError::from_service(*service, &asked);
                self.note_demand(&error);
                Err(error)
            }
        }
    }

    /// RFC 9207: exactly the configured issuer, and there when it is promised. Without a configured
    /// tenant id the rest of the comparison waits for the ID token.
    fn check_issuer(&self, named: Option<&str>) -> Result<(), ProtocolFault> {
        match (named, self.config.authority.issuer()) {
            (Some(named), Some(expected)) if named != expected => {
                Err(ProtocolFault::IssuerMismatch)
            }
            (None, _) if self.endpoints.borrow().issuer_parameter == IssuerParameter::Promised => {
                Err(ProtocolFault::IssuerMissing)
            }
            _ => Ok(()),
        }
    }

    async fn redeem(&self, matched: Matched) -> Result<SignedIn, AuthError> {
        let Matched {
            record,
            code,
            issuer,
        } = matched;
        let era = self.era.get();
        let token_url = self.endpoints.borrow().token.clone();
        let redemption = Redemption {
            code,
            verifier: PkceCodeVerifier::new(record.verifier.expose().clone()),
            redirect_uri: record.redirect_uri.clone(),
            scopes: ScopeSet::new(record.scopes.split(' ')),
            claims: record.claims.clone(),
        };
        let set = self
            .token_endpoint
            .redeem(&token_url, redemption)
            .await
            .inspect_err(|error| self.note_demand(error));
        if self.era.get() != era {
            return Err(AuthError::SignedOut);
        }
        let set = set?;
        let id_token = set.id_token.as_ref().ok_or(ProtocolFault::IdTokenMissing)?;
        let claims = Claims::decode(id_token.expose())?;
        Expected {
            config: &self.config,
            nonce: Some(&record.nonce),
            redirect_issuer: issuer.as_deref(),
            now: self.edges.clock.now(),
        }
        .check(&claims)?;
        self.pending_claims.take();
        self.start_session(&record, &claims, &set)
    }

    /// Stores what a sign-in brought. The account it brought may be another than the one before.
    fn start_session(
        &self,
        record: &RequestRecord,
        claims: &Claims,
        set: &TokenSet,
    ) -> Result<SignedIn, AuthError> {
        let account = claims.account()?;
        let before = self.vault.load();
        let (same, other) = match before {
            Some(session) if session.account.key == account.key => (Some(session), None),
            Some(session) => (None, Some(session.account.key)),
            None => (None, None),
        };
        if other.is_some() {
            self.begin_era();
            self.edges.memory.clear(&self.config.client_id);
        }
        let (granted, refresh) = match same {
            Some(session) => (session.granted().union(&set.granted), session.refresh),
            None => (set.granted.clone(), None),
        };
        let mut session = Session {
            client_id: self.config.client_id.clone(),
            authority: self.config.authority.url(),
            account: account.clone(),
            granted: granted.to_parameter(),
            // a new sign-in starts the 24 hours anew; without a new token the old one goes on
            refresh: refresh.filter(|_| set.refresh_token.is_none()),
        };
        if let Some(token) = set.refresh_token.clone() {
            session.rotate(token, set.refresh_expires_in, set.asked.at);
        }
        self.vault.save(&session);
        // sign-ins that were begun and left have become pointless
        self.records().clear();
        self.edges.memory.keep(&self.owner(&account.key), set);
        Ok(SignedIn {
            account,
            return_path: record.return_path(),
            granted,
            switched_from: other,
            clock_ahead_s: skew(claims, set.asked.at, set.asked.answered_at),
        })
    }
}
