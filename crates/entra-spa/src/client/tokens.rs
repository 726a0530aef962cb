//! Access tokens for calls.

use super::{AuthClient, Inner};
use crate::cache::{Owner, RenewalDue};
use crate::error::{AuthError, CLAIMS_LIMIT, Interaction};
use crate::renewal::{Accept, RenewalRequest};
use crate::scope::ScopeSet;
use crate::secret::Secret;
use crate::wire::json;
use std::rc::Rc;

/// What a caller knows about the token it had before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenDemand {
    /// Nothing: a good token from memory will do.
    Cached,
    /// The last one was refused with HTTP 401: only a fresh one will do.
    Refused {
        /// The claims challenge of the refusal, decoded to JSON text, if there was one.
        claims: Option<String>,
    },
}

impl AuthClient {
    /// An access token that covers the scopes.
    ///
    /// From memory when it has more than 5 minutes left; otherwise by one renewal, shared by all who
    /// ask for the same, under a lock over all tabs. Never asks the user. Source: Entra "Refresh
    /// tokens in the Microsoft identity platform", "Claims challenges".
    ///
    /// # Errors
    /// [`AuthError::InteractionRequired`] when nobody is signed in, the 24 hours are over, or the
    /// scopes aren't granted; the other arms as the service answers. After
    /// [`AuthError::Transient`] the session is as before and a later call tries again.
    pub async fn access_token(
        &self,
        scopes: &ScopeSet,
        demand: TokenDemand,
    ) -> Result<Secret<String>, AuthError> {
        let inner = &self.0;
        let demanded = inner.take_in(&demand);
        let Some(session) = inner.vault.load() else {
            return Err(AuthError::sign_in_required(demanded));
        };
        let owner = inner.owner(&session.account.key);
        match demand {
            TokenDemand::Cached if demanded.is_none() => {
                if let Some(token) = inner.cached(&owner, scopes) {
                    return Ok(token);
                }
            }
            TokenDemand::Cached => {}
            TokenDemand::Refused { .. } => inner.edges.memory.forget(&owner, scopes),
        }
        let accept = match (&demand, &demanded) {
            (TokenDemand::Cached, None) => Accept::Cached,
            _ => Accept::Fetched,
        };
        inner
            .renew(RenewalRequest {
                owner,
                scopes: scopes.clone(),
                claims: demanded,
                accept,
            })
            .await
    }
}

impl Inner {
    /// The claims the next request has to carry: those demanded now, or before and not yet met.
    fn take_in(&self, demand: &TokenDemand) -> Option<String> {
        if let TokenDemand::Refused {
            claims: Some(claims),
        } = demand
            && is_object(claims)
        {
            *self.pending_claims.borrow_mut() = Some(claims.clone());
        }
        self.pending_claims.borrow().clone()
    }

    /// Remembers claims that the service wants to see from the user.
    pub(super) fn note_demand(&self, error: &AuthError) {
        if let AuthError::InteractionRequired(Interaction {
            claims: Some(claims),
            ..
        }) = error
            && is_object(claims)
        {
            *self.pending_claims.borrow_mut() = Some(claims.clone());
        }
    }

    /// A token from memory; starts its renewal in the background when that is due.
    fn cached(self: &Rc<Self>, owner: &Owner, scopes: &ScopeSet) -> Option<Secret<String>> {
        let now = self.edges.clock.now();
        let uptime = self.edges.clock.uptime();
        let hit = self.edges.memory.find(owner, scopes, now, uptime)?;
        if hit.renewal == RenewalDue::Now {
            // whatever comes of it: this caller has a good token
            drop(self.start(RenewalRequest {
                owner: owner.clone(),
                scopes: scopes.clone(),
                claims: None,
                accept: Accept::Fetched,
            }));
        }
        Some(hit.token)
    }

    async fn renew(self: &Rc<Self>, request: RenewalRequest) -> Result<Secret<String>, AuthError> {
        let carried = request.claims.clone();
        let outcome = self
            .start(request)
            .await
            .unwrap_or(Err(AuthError::Cancelled(None)));
        match &outcome {
            Ok(_) => {
                let mut pending = self.pending_claims.borrow_mut();
                if *pending == carried {
                    *pending = None;
                }
            }
            Err(error) => self.note_demand(error),
        }
        outcome
    }

    fn start(
        self: &Rc<Self>,
        request: RenewalRequest,
    ) -> futures_channel::oneshot::Receiver<Result<Secret<String>, AuthError>> {
        let name = request.fingerprint();
        let renewal = self.renewal();
        self.renewals.join(&name, &*self.edges.spawner, || {
            Box::pin(renewal.run(request))
        })
    }
}

/// Whether a text is a JSON object of a size that a request can carry.
fn is_object(claims: &str) -> bool {
    claims.len() <= CLAIMS_LIMIT && json::object(claims.as_bytes()).is_some()
}
