//! The steps of a renewal, in their order.

use crate::account::AccountKey;
use crate::cache::{Owner, Session, TokenMemory, Vault};
use crate::config::AuthConfig;
use crate::edge::{Clock, Locks};
use crate::error::{AuthError, Need, ProtocolFault, Transient, TransientCause};
use crate::id_token::{Claims, Expected};
use crate::scope::ScopeSet;
use crate::secret::Secret;
use crate::throttle::Throttle;
use crate::token::{Refresh, TokenEndpoint, TokenSet};
use futures_util::future::{Either, select};
use oauth2::RefreshToken;
use std::cell::Cell;
use std::rc::Rc;

/// Milliseconds to wait for another tab's renewal; longer than any request may take. A lock that is
/// not freed by then belongs to a tab that sleeps.
const LOCK_PATIENCE_MS: u32 = 30_000;

/// The error after which a refresh token is not worth another try.
const BAD_TOKEN: &str = "bad_token";

/// What a renewal is for.
#[derive(Debug, Clone)]
pub(crate) struct RenewalRequest {
    pub(crate) owner: Owner,
    pub(crate) scopes: ScopeSet,
    /// Claims a service demanded.
    pub(crate) claims: Option<String>,
    /// Whether a token that someone else fetched meanwhile will do.
    pub(crate) accept: Accept,
}

/// Which tokens satisfy a renewal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Accept {
    /// Any good one from memory.
    Cached,
    /// Only one fetched by this renewal.
    Fetched,
}

/// Everything a renewal touches.
#[derive(Clone)]
pub(crate) struct Renewal {
    pub(crate) config: Rc<AuthConfig>,
    pub(crate) token_url: String,
    pub(crate) endpoint: Rc<dyn TokenEndpoint>,
    pub(crate) vault: Vault,
    pub(crate) memory: Rc<TokenMemory>,
    pub(crate) throttle: Rc<Throttle>,
    pub(crate) locks: Rc<dyn Locks>,
    pub(crate) clock: Rc<dyn Clock>,
    /// Counts sign-outs and changes of account; a renewal of an earlier count is thrown away.
    pub(crate) era: Rc<Cell<u32>>,
}

impl RenewalRequest {
    /// One text for equal requests.
    pub(crate) fn fingerprint(&self) -> String {
        [
            &self.owner.client_id,
            " ",
            &self.owner.account.to_string(),
            " ",
            &self.scopes.fingerprint(),
            "\n",
            self.claims.as_deref().unwrap_or_default(),
        ]
        .concat()
    }
}

impl Renewal {
    /// Lock, look again, ask, store, hand out.
    pub(crate) async fn run(self, request: RenewalRequest) -> Result<Secret<String>, AuthError> {
        let era = self.era.get();
        let _held = self.lock(&request.owner).await;
        if self.era.get() != era {
            return Err(AuthError::SignedOut);
        }
        let now = self.clock.now();
        if request.accept == Accept::Cached
            && let Some(hit) =
                self.memory
                    .find(&request.owner, &request.scopes, now, self.clock.uptime())
        {
            return Ok(hit.token);
        }
        // read after the lock: another tab may have used the refresh token that was here before
        let session = self.session_of(&request.owner.account, &request.claims)?;
        let name = request.fingerprint();
        let held = match request.accept {
            Accept::Cached => self.throttle.answer(&name, now),
            Accept::Fetched => self.throttle.wait(&name, now),
        };
        if let Some(error) = held {
            return Err(error);
        }
        let Some(token) = session.usable_refresh(now).cloned() else {
            return Err(AuthError::sign_in_required(request.claims));
        };
        let refresh = Refresh {
            refresh_token: RefreshToken::new(token.expose().clone()),
            scopes: request.scopes.clone(),
            claims: request.claims.clone(),
        };
        let answer = self.endpoint.refresh(&self.token_url, refresh).await;
        if self.era.get() != era {
            return Err(AuthError::SignedOut);
        }
        match answer {
            Ok(set) => {
                self.throttle.release(&name);
                self.accept(&request, &token, set)
            }
            Err(error) => Err(error),
        }
        .inspect_err(|error| self.note(&name, &token, error))
    }

    async fn lock(&self, owner: &Owner) -> Option<crate::edge::Held> {
        let name = [
            "auth-refresh:",
            &owner.client_id,
            ":",
            &owner.account.to_string(),
        ]
        .concat();
        let patience = self.clock.sleep(LOCK_PATIENCE_MS);
        match select(self.locks.acquire(&name), patience).await {
            Either::Left((held, _)) => Some(held),
            Either::Right(_) => None,
        }
    }

    fn session_of(
        &self,
        account: &AccountKey,
        claims: &Option<String>,
    ) -> Result<Session, AuthError> {
        self.vault
            .load()
            .filter(|session| session.account.key == *account)
            .ok_or_else(|| AuthError::sign_in_required(claims.clone()))
    }

    /// Stores a renewed set, the refresh token first.
    fn accept(
        &self,
        request: &RenewalRequest,
        used: &Secret<String>,
        set: TokenSet,
    ) -> Result<Secret<String>, AuthError> {
        if let Err(fault) = self.check(&request.owner.account, &set) {
            self.memory.clear(&self.config.client_id);
            self.vault.drop_refresh(used);
            return Err(fault.into());
        }
        let mut session = self.session_of(&request.owner.account, &request.claims)?;
        session.granted = session.granted().union(&set.granted).to_parameter();
        if let Some(next) = set.refresh_token.clone() {
            session.rotate(next, set.refresh_expires_in, set.asked.at);
        }
        self.vault.save(&session);
        self.memory.keep(&request.owner, &set);
        if set.granted.covers(&request.scopes) {
            Ok(set.access_token)
        } else {
            Err(AuthError::consent_required(
                set.granted.missing(&request.scopes),
            ))
        }
    }

    /// An ID token in a renewal has to be of the account renewed.
    fn check(&self, account: &AccountKey, set: &TokenSet) -> Result<(), ProtocolFault> {
        let Some(id_token) = &set.id_token else {
            return Ok(());
        };
        let claims = Claims::decode(id_token.expose())?;
        if claims.key()? != *account {
            return Err(ProtocolFault::AccountMismatch);
        }
        Expected {
            config: &self.config,
            nonce: None,
            redirect_issuer: None,
            now: self.clock.now(),
        }
        .check(&claims)
    }

    /// What a failed renewal leaves behind.
    fn note(&self, name: &str, used: &Secret<String>, error: &AuthError) {
        match error {
            AuthError::GrantInvalid(_) => self.vault.drop_refresh(used),
            AuthError::InteractionRequired(demand) => {
                let dead = demand.service.as_deref().is_some_and(|service| {
                    service.error == BAD_TOKEN || service.suberror.as_deref() == Some(BAD_TOKEN)
                });
                if dead {
                    self.vault.drop_refresh(used);
                } else if matches!(demand.need, Need::Consent(_)) {
                    self.throttle
                        .remember(name, error.clone(), self.clock.now());
                }
            }
            AuthError::Transient(Transient {
                cause: TransientCause::Status(_),
                retry_after_s: Some(wait),
                ..
            }) => self.throttle.hold(name, *wait, self.clock.now()),
            _ => {}
        }
    }
}
