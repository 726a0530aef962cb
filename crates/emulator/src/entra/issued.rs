//! What was issued: sessions, codes and tokens, each known by its fingerprint only.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ident::{fingerprint, random_guid, secret};

/// Everything issued since the last reset.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Issued {
    sessions: BTreeMap<String, Session>,
    codes: BTreeMap<String, Code>,
    refresh: BTreeMap<String, Refresh>,
    access: BTreeMap<String, Access>,
}

/// A browser in which somebody is signed in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) oid: String,
    pub(crate) sid: String,
}

/// An authorization code, with what it was asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Code {
    pub(crate) session: Session,
    pub(crate) tenant_path: String,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) nonce: Option<String>,
    pub(crate) issued_at: Timestamp,
    pub(crate) redeemed: bool,
}

/// A refresh token; all of one sign-in end at the same time.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Refresh {
    pub(crate) session: Session,
    pub(crate) ends_at: Timestamp,
    /// Whether a newer one was given out for it.
    pub(crate) rotated: bool,
    pub(crate) revoked: bool,
}

/// An access token for Graph.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Access {
    pub(crate) oid: String,
    /// Delegated scopes, or an application's roles.
    pub(crate) scopes: Vec<String>,
    pub(crate) expires_at: Timestamp,
    /// The application's id, when it has the token for itself; `oid` is its own then.
    #[serde(default)]
    pub(crate) application: Option<String>,
}

/// `seconds` after `at`.
pub(super) fn after(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_secs(seconds))
        .unwrap_or(Timestamp::MAX)
}

impl Issued {
    /// Signs somebody in; the text goes into the browser's cookie.
    pub(super) fn open_session(&mut self, oid: &str) -> (String, Session) {
        let cookie = secret();
        let session = Session {
            oid: oid.to_owned(),
            sid: random_guid(),
        };
        self.sessions.insert(fingerprint(&cookie), session.clone());
        (cookie, session)
    }

    /// The session of a cookie.
    pub(super) fn session(&self, cookie: &str) -> Option<&Session> {
        self.sessions.get(&fingerprint(cookie))
    }

    /// Ends the session of a cookie.
    pub(super) fn close_session(&mut self, cookie: &str) {
        self.sessions.remove(&fingerprint(cookie));
    }

    /// Number of browsers somebody is signed in with.
    pub(crate) fn count_sessions(&self) -> usize {
        self.sessions.len()
    }

    /// Keeps a code and gives its text.
    pub(super) fn give_code(&mut self, code: Code) -> String {
        // Codes of Entra are long; a URL that holds one must survive that.
        let text = format!("1.{}{}{}", secret(), secret(), secret());
        self.codes.insert(fingerprint(&text), code);
        text
    }

    /// The code, to look at and to mark.
    pub(super) fn code(&mut self, text: &str) -> Option<&mut Code> {
        self.codes.get_mut(&fingerprint(text))
    }

    /// Keeps a refresh token and gives its text.
    pub(super) fn give_refresh(&mut self, refresh: Refresh) -> String {
        let text = format!("1.{}{}", secret(), secret());
        self.refresh.insert(fingerprint(&text), refresh);
        text
    }

    /// The refresh token, to look at and to mark.
    pub(super) fn refresh(&mut self, text: &str) -> Option<&mut Refresh> {
        self.refresh.get_mut(&fingerprint(text))
    }

    /// Keeps an access token and gives its text; forgets those long over.
    pub(super) fn give_access(&mut self, access: Access, now: Timestamp) -> String {
        let long_ago = after(now, -24 * 60 * 60);
        self.access.retain(|_, old| old.expires_at > long_ago);
        let text = format!("{}.{}.{}", secret(), secret(), secret());
        self.access.insert(fingerprint(&text), access);
        text
    }

    /// The access token, whether over or not.
    pub(crate) fn access(&self, text: &str) -> Option<&Access> {
        self.access.get(&fingerprint(text))
    }

    /// Ends an account's sessions and everything issued to it, as after a changed password.
    pub(crate) fn revoke(&mut self, oid: &str) {
        self.sessions.retain(|_, session| session.oid != oid);
        self.access.retain(|_, access| access.oid != oid);
        self.codes.retain(|_, code| code.session.oid != oid);
        for refresh in self
            .refresh
            .values_mut()
            .filter(|refresh| refresh.session.oid == oid)
        {
            refresh.revoked = true;
        }
    }
}
