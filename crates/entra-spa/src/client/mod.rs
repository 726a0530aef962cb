//! The client an app talks to.

mod complete;
mod events;
mod leave;
mod sign_in;
mod tokens;

pub use complete::SignedIn;
pub use events::{SessionEvent, Tab};
pub use tokens::TokenDemand;

use crate::account::{Account, AccountKey};
use crate::cache::{Owner, Vault};
use crate::config::AuthConfig;
use crate::discovery::Endpoints;
use crate::edge::Edges;
use crate::error::{AuthError, RequestFault};
use crate::renewal::{Flights, Renewal};
use crate::request::{Records, correlation_id};
use crate::scope::ScopeSet;
use crate::secret::Secret;
use crate::throttle::Throttle;
use crate::token::{OAuthTokenEndpoint, TokenEndpoint};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::{Rc, Weak};

/// Sign-in for one app registration in one page.
///
/// Cheap to clone; clones are the same client. Everything that asks the network is `async` and
/// without `Send`; nothing opens a window or leaves the page by itself.
#[derive(Clone)]
pub struct AuthClient(Rc<Inner>);

struct Inner {
    config: Rc<AuthConfig>,
    endpoints: RefCell<Endpoints>,
    edges: Edges,
    token_endpoint: Rc<dyn TokenEndpoint>,
    vault: Vault,
    throttle: Rc<Throttle>,
    renewals: Rc<Flights<Result<Secret<String>, AuthError>>>,
    redirects: Rc<Flights<()>>,
    /// The answer to the redirect that opened this page, once it is known.
    completed: RefCell<Option<complete::Completed>>,
    /// Claims that a service demanded and no token carries yet.
    pending_claims: RefCell<Option<String>>,
    listeners: RefCell<Vec<events::Listener>>,
    era: Rc<Cell<u32>>,
}

impl fmt::Debug for AuthClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthClient")
            .field("config", &self.0.config)
            .finish_non_exhaustive()
    }
}

impl AuthClient {
    /// A client over the given edges; makes no request.
    ///
    /// Old records are swept out, and from now on the client hears of sign-outs in other tabs and of
    /// the browser showing this page again from its back-forward cache.
    #[must_use]
    pub fn new(config: AuthConfig, edges: Edges) -> Self {
        let config = Rc::new(config);
        let token_endpoint = Rc::new(OAuthTokenEndpoint {
            client_id: config.client_id.clone(),
            graph_origin: config.graph_origin.as_str().to_owned(),
            exchange: Rc::clone(&edges.exchange),
            clock: Rc::clone(&edges.clock),
        });
        let client = Self(Rc::new(Inner {
            endpoints: RefCell::new(config.authority.endpoints()),
            vault: Vault {
                storage: Rc::clone(&edges.storage),
                client_id: config.client_id.clone(),
                authority: config.authority.url(),
            },
            token_endpoint,
            throttle: Rc::default(),
            renewals: Rc::default(),
            redirects: Rc::default(),
            completed: RefCell::default(),
            pending_claims: RefCell::default(),
            listeners: RefCell::default(),
            era: Rc::default(),
            config,
            edges,
        }));
        client.0.records().sweep(client.0.edges.clock.now());
        client.hear();
        client
    }

    /// The configuration the client was made with.
    #[must_use]
    pub fn config(&self) -> &AuthConfig {
        &self.0.config
    }

    /// Who is signed in, or was until their refresh token ended: then
    /// [`AuthClient::access_token`] says that interaction is required.
    #[must_use]
    pub fn account(&self) -> Option<Account> {
        self.0.vault.load().map(|session| session.account)
    }

    /// What the signed-in account has been granted so far; empty when nobody is signed in.
    ///
    /// May be more or less than was asked for. Scopes of OpenID Connect need not be in it.
    #[must_use]
    pub fn granted(&self) -> ScopeSet {
        self.0
            .vault
            .load()
            .map(|session| session.granted())
            .unwrap_or_default()
    }

    /// Reads the service's addresses from its metadata document instead of the built-in pattern.
    ///
    /// Only for authorities that aren't Microsoft's and don't follow Entra's pattern, such as a test
    /// server; call it before anything else.
    ///
    /// # Errors
    /// [`AuthError::Transient`] when the document can't be had, [`AuthError::Protocol`] when it is of
    /// another issuer or points to another origin.
    pub async fn discover(&self) -> Result<(), AuthError> {
        let authority = &self.0.config.authority;
        let document = self
            .0
            .edges
            .exchange
            .get(&Endpoints::metadata_url(authority))
            .await?;
        if document.status != 200 {
            return Err(AuthError::transient(
                crate::error::TransientCause::Status(document.status),
                None,
            ));
        }
        let endpoints = Endpoints::from_metadata(authority, &document.body)?;
        *self.0.endpoints.borrow_mut() = endpoints;
        Ok(())
    }

    fn weak(&self) -> Weak<Inner> {
        Rc::downgrade(&self.0)
    }
}

impl Inner {
    fn records(&self) -> Records<'_> {
        Records(&*self.edges.storage)
    }

    fn owner(&self, account: &AccountKey) -> Owner {
        Owner {
            client_id: self.config.client_id.clone(),
            account: account.clone(),
        }
    }

    fn correlation_id(&self) -> Result<String, RequestFault> {
        correlation_id(&*self.edges.entropy)
    }

    fn renewal(&self) -> Renewal {
        Renewal {
            config: Rc::clone(&self.config),
            token_url: self.endpoints.borrow().token.clone(),
            endpoint: Rc::clone(&self.token_endpoint),
            vault: self.vault.clone(),
            memory: Rc::clone(&self.edges.memory),
            throttle: Rc::clone(&self.throttle),
            locks: Rc::clone(&self.edges.locks),
            clock: Rc::clone(&self.edges.clock),
            era: Rc::clone(&self.era),
        }
    }

    /// Whatever is running now belongs to the past.
    fn begin_era(&self) {
        self.era.set(self.era.get().wrapping_add(1));
    }
}
