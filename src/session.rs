//! Who is signed in, and what the rest of the app may ask of sign-in.
//!
//! The sign-in code itself is a chunk ([`crate::access`]); this is the part that every screen
//! needs to know.

use crate::browser::address;
use crate::browser::storage::{self, Keep};
use crate::config::{AppConfig, ConfigProblem};
use leptos::prelude::*;
use std::rc::Rc;
use virtual_events::{Scope, TokenProvider, UserId};

/// Where the app stands between its first byte and the board.
#[derive(Clone)]
pub(crate) enum Stage {
    /// Reading the configuration, or taking up a session.
    Starting,
    /// `config.json` is missing or wrong.
    Misconfigured(ConfigProblem),
    /// Nobody is signed in; a notice says why, when there is something to say.
    SignedOut(Option<SignInNotice>),
    /// On the way to the sign-in page or back.
    SigningIn,
    /// Somebody is.
    SignedIn(Session),
}

/// Why the user is on the signed-out page although they wanted to be elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SignInNotice {
    /// What happened, in the app's words.
    pub(crate) title: &'static str,
    /// What to do.
    pub(crate) text: String,
    /// For support.
    pub(crate) details: Vec<(String, String)>,
    /// A link for an administrator, where that helps.
    pub(crate) admin_link: Option<String>,
}

impl SignInNotice {
    /// Title and text, and nothing for support or for an administrator.
    pub(crate) fn plain(title: &'static str, text: impl Into<String>) -> Self {
        Self {
            title,
            text: text.into(),
            details: Vec::new(),
            admin_link: None,
        }
    }
}

/// The signed-in person, for display and for keys of what they keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    /// Entra object id.
    pub(crate) object_id: String,
    /// Entra tenant id.
    pub(crate) tenant_id: String,
    /// Display name.
    pub(crate) name: String,
    /// Sign-in name; for display only.
    pub(crate) username: String,
}

impl Person {
    /// The object id, as Graph's types have it.
    pub(crate) fn user_id(&self) -> UserId {
        UserId::from(self.object_id.clone())
    }

    /// Names this person among all who use this browser.
    pub(crate) fn owner_key(&self) -> String {
        [self.tenant_id.as_str(), ".", &self.object_id].concat()
    }
}

/// How far a sign-out goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignOutReach {
    /// Forget the tokens in this browser only.
    Here,
    /// Also end the Microsoft session of this browser.
    Microsoft,
}

/// What an interactive sign-in is for.
#[derive(Debug, Clone, Default)]
pub(crate) struct SignInWish {
    /// Scopes to ask beside the basic ones.
    pub(crate) scopes: Vec<Scope>,
    /// The account that should come back.
    pub(crate) login_hint: Option<String>,
    /// A claims challenge to pass on.
    pub(crate) claims: Option<String>,
    /// Let the user pick another account.
    pub(crate) choose_account: bool,
}

/// The running sign-in client, as the other chunks see it.
pub(crate) trait SignInClient: TokenProvider {
    /// Leaves for the sign-in page; comes back to the address shown now.
    fn sign_in(&self, wish: SignInWish) -> Result<(), SignInNotice>;
    /// Forgets the tokens, and leaves for Microsoft's sign-out page when that is wanted.
    fn sign_out(&self, reach: SignOutReach);
    /// Calls back when another tab of this browser has signed the account out.
    fn on_signed_out_elsewhere(&self, listener: Box<dyn Fn()>);
    /// A link that lets an administrator allow the app for everybody.
    fn admin_consent_link(&self, scopes: &[Scope]) -> String;
}

/// Somebody is signed in.
#[derive(Clone)]
pub(crate) struct Session {
    /// Who.
    pub(crate) person: Person,
    /// The sign-in client.
    pub(crate) sign_in: Rc<dyn SignInClient>,
    /// The deployment's configuration.
    pub(crate) config: Rc<AppConfig>,
    /// What became of the request that brought the user here, when it failed: the session from
    /// before goes on.
    pub(crate) notice: Option<SignInNotice>,
}

/// The app's stage; found in the context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StageSignal(pub(crate) RwSignal<Stage, LocalStorage>);

/// Whether the sign-in page's answer came but couldn't be kept; the address says so once.
pub(crate) fn answer_was_lost() -> bool {
    address::take_fragment(entra_spa::storage_keys::STORAGE_FAILED_FRAGMENT)
}

/// Whether there is anything for the sign-in chunk to take up: a session of this tab, or an
/// answer that the sign-in page just sent.
pub(crate) fn something_to_take_up() -> bool {
    [
        entra_spa::storage_keys::PAYLOAD,
        entra_spa::storage_keys::SESSION,
        entra_spa::storage_keys::BUSY,
    ]
    .iter()
    .any(|key| storage::read(Keep::Tab, key).is_some())
}
