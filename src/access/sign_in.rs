//! The sign-in chunk: everything that needs `entra-spa`.

use super::skew;
use crate::browser::{address, page};
use crate::chunk::chunk;
use crate::config::AppConfig;
use crate::i18n::sign_in as words;
use crate::session::{Person, Session, SignInClient, SignInNotice, SignInWish, SignOutReach};
use entra_spa::{
    Account, AuthClient, AuthConfig, AuthError, Authority, Cloud, ErrorClass, Interaction, Need,
    Origin, Prompt, ScopeSet, SessionEvent, SignIn, SignOut, Tab, TokenDemand, browser,
};
use futures_util::future::LocalBoxFuture;
use std::rc::Rc;
use std::time::Duration;
use virtual_events::{AccessToken, Scope, TokenError, TokenProvider};

/// What sign-in itself asks for; whatever needs an administrator is asked for afterwards.
const BASIC: [Scope; 1] = [Scope::UserRead];

/// What one token is asked for, so that the board and the forms share it. A tenant may have
/// granted less: then the scopes of the single operation are tried alone.
const USUAL: [Scope; 4] = [
    Scope::UserRead,
    Scope::UserReadBasicAll,
    Scope::VirtualEventRead,
    Scope::VirtualEventReadWrite,
];

/// Where a start of the app with something to take up came out.
pub(crate) enum Started {
    SignedIn(Session),
    SignedOut(Option<SignInNotice>),
}

chunk! {
    sign_in, preload:
    /// Takes up the sign-in page's answer or the tab's session.
    pub(crate) fn start(config: Rc<AppConfig>) -> LocalBoxFuture<'static, Started> {
        Box::pin(take_up(config))
    }
}

chunk! {
    sign_in:
    /// A client to begin a sign-in with.
    pub(crate) fn client(config: Rc<AppConfig>) -> Result<Rc<dyn SignInClient>, SignInNotice> {
        Client::new(&config).map(|client| Rc::new(client) as Rc<dyn SignInClient>)
    }
}

async fn take_up(config: Rc<AppConfig>) -> Started {
    let client = match Client::new(&config) {
        Ok(client) => client,
        Err(notice) => return Started::SignedOut(Some(notice)),
    };
    let (account, notice) = match client.auth.complete_redirect().await {
        Some(Ok(signed_in)) => {
            skew::keep(signed_in.clock_ahead_s);
            (
                Some(signed_in.account),
                signed_in.clock_ahead_s.map(words::wrong_clock),
            )
        }
        // Somebody who was signed in before still is: they only wanted more permissions, or
        // followed somebody else's link.
        Some(Err(error)) => (client.auth.account(), client.notice(&error)),
        None => (client.auth.account(), None),
    };
    skew::correct();
    match account {
        Some(account) => Started::SignedIn(Session {
            person: person(&account),
            sign_in: Rc::new(client),
            config,
            // the page that asked for more shows its own link
            notice: notice.map(|it| SignInNotice {
                admin_link: None,
                ..it
            }),
        }),
        None => Started::SignedOut(notice),
    }
}

fn person(account: &Account) -> Person {
    Person {
        object_id: account.key.object_id.clone(),
        tenant_id: account.key.tenant.clone(),
        name: account.name.clone(),
        username: account.username.clone(),
    }
}

struct Client {
    auth: AuthClient,
}

impl Client {
    fn new(config: &AppConfig) -> Result<Self, SignInNotice> {
        let cloud =
            Cloud::from_name(&config.cloud).ok_or_else(|| words::bad_cloud(&config.cloud))?;
        let authority = Authority::parse(cloud, &config.tenant, config.authority.as_deref())
            .map_err(|_| words::bad_authority())?;
        let origin = page::origin();
        let bridge = [origin.as_str(), "/auth/bridge.html"].concat();
        let home = [origin.as_str(), "/"].concat();
        let mut auth = AuthConfig::new(&config.client_id, authority, &bridge, &home);
        if let Some(graph) = &config.graph {
            let graph = Origin::parse(graph).map_err(|_| words::bad_graph(graph))?;
            auth = auth.with_graph_origin(graph);
        }
        Ok(Self {
            auth: AuthClient::new(auth, browser::edges()),
        })
    }

    /// What to say about a failed sign-in; nothing about one that the user gave up.
    fn notice(&self, error: &AuthError) -> Option<SignInNotice> {
        let declined = error.service().is_some();
        if error.class() == ErrorClass::Cancelled && !declined {
            return None;
        }
        let admin_link = words::wants_administrator(error).then(|| {
            self.admin_consent_link(&[Scope::VirtualEventRead, Scope::VirtualEventReadWrite])
        });
        Some(words::notice(error, admin_link))
    }

    async fn token(&self, scopes: &[Scope], demand: TokenDemand) -> Result<AccessToken, AuthError> {
        let secret = self.auth.access_token(&set(scopes), demand).await?;
        Ok(AccessToken::new(secret.expose()))
    }
}

impl TokenProvider for Client {
    fn access_token<'a>(
        &'a self,
        scopes: &'a [Scope],
        demand: virtual_events::TokenDemand<'a>,
    ) -> LocalBoxFuture<'a, Result<AccessToken, TokenError>> {
        let demand = match demand {
            virtual_events::TokenDemand::Cached => TokenDemand::Cached,
            virtual_events::TokenDemand::Refused { claims } => TokenDemand::Refused {
                claims: claims.map(str::to_owned),
            },
        };
        Box::pin(async move {
            // the usual ones together; else any one of the scopes will do, the least one first
            let usual = scopes.iter().any(|scope| USUAL.contains(scope));
            let together = usual.then_some(USUAL.as_slice());
            let alone = scopes.iter().map(std::slice::from_ref);
            for asked in together.into_iter().chain(alone) {
                match self.token(asked, demand.clone()).await {
                    Ok(token) => return Ok(token),
                    Err(AuthError::InteractionRequired(Interaction {
                        need: Need::Consent(_),
                        ..
                    })) => {}
                    Err(error) => return Err(token_error(error, scopes)),
                }
            }
            Err(TokenError::ConsentRequired {
                scopes: scopes.to_vec(),
            })
        })
    }
}

fn token_error(error: AuthError, scopes: &[Scope]) -> TokenError {
    match error {
        AuthError::InteractionRequired(Interaction {
            need: Need::Consent(_),
            ..
        }) => TokenError::ConsentRequired {
            scopes: scopes.to_vec(),
        },
        AuthError::InteractionRequired(Interaction { claims, .. }) => {
            TokenError::InteractionRequired { claims }
        }
        AuthError::GrantInvalid(_) | AuthError::SignedOut => {
            TokenError::InteractionRequired { claims: None }
        }
        AuthError::Cancelled(_) | AuthError::InteractionInProgress => TokenError::Cancelled,
        AuthError::Transient(transient)
            if transient.service.is_none() && transient.retry_after_s.is_none() =>
        {
            TokenError::Offline
        }
        AuthError::Transient(transient) => TokenError::Unavailable {
            retry_after: transient
                .retry_after_s
                .map(|seconds| Duration::from_secs(seconds.into())),
        },
        other => TokenError::Failed(other.to_string()),
    }
}

fn set(scopes: &[Scope]) -> ScopeSet {
    ScopeSet::new(scopes.iter().map(|scope| scope.as_str()))
}

impl SignInClient for Client {
    fn sign_in(&self, wish: SignInWish) -> Result<(), SignInNotice> {
        let request = SignIn {
            scopes: match wish.scopes.first() {
                // a token is for one service
                Some(Scope::Elsewhere(_)) => set(&wish.scopes),
                _ => set(&BASIC).union(&set(&wish.scopes)),
            },
            prompt: wish.choose_account.then_some(Prompt::SelectAccount),
            login_hint: wish.login_hint,
            return_path: address::whole(),
            claims: wish.claims,
        };
        match self.auth.begin_sign_in(request) {
            Ok(url) => {
                self.auth.navigate(&url);
                Ok(())
            }
            Err(error) => Err(words::notice(&error, None)),
        }
    }

    fn sign_out(&self, reach: SignOutReach) {
        let reach = match reach {
            SignOutReach::Here => SignOut::Here,
            SignOutReach::Microsoft => SignOut::Everywhere,
        };
        if let Some(url) = self.auth.sign_out(reach) {
            self.auth.navigate(&url);
        }
    }

    fn on_signed_out_elsewhere(&self, listener: Box<dyn Fn()>) {
        self.auth.on_session_event(move |event| {
            if event == SessionEvent::SignedOut(Tab::Other) {
                listener();
            }
        });
    }

    fn admin_consent_link(&self, scopes: &[Scope]) -> String {
        self.auth.admin_consent_url(&set(scopes))
    }
}
