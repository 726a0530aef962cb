//! The session: who is signed in and what renews the tokens.

use crate::account::Account;
use crate::edge::SessionStore;
use crate::scope::ScopeSet;
use crate::secret::Secret;
use crate::storage_keys::SESSION;
use crate::time::UnixTime;
use crate::wire::json::{self, Fields, Object};
use std::rc::Rc;

/// A token with less than this left counts as over, in seconds.
pub(crate) const RENEWAL_OFFSET_S: i64 = 300;

/// Version of the stored form; sessions of another one are dropped.
const VERSION: i64 = 1;

/// The fixed life of a refresh token given to a single-page app, in seconds. Source: Entra "Refresh
/// tokens in the Microsoft identity platform".
const REFRESH_LIFE_S: i64 = 24 * 3_600;

/// The stored session.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) client_id: String,
    pub(crate) authority: String,
    pub(crate) account: Account,
    pub(crate) granted: String,
    /// Missing when the service gave none, or when it was refused and is no longer worth a try.
    pub(crate) refresh: Option<StoredRefresh>,
}

/// A refresh token and when it ends for good.
#[derive(Debug, Clone)]
pub(crate) struct StoredRefresh {
    pub(crate) token: Secret<String>,
    pub(crate) expires_at: UnixTime,
}

mod field {
    pub(super) const VERSION: &str = "v";
    pub(super) const CLIENT_ID: &str = "client_id";
    pub(super) const AUTHORITY: &str = "authority";
    pub(super) const ACCOUNT: &str = "account";
    pub(super) const GRANTED: &str = "granted";
    pub(super) const REFRESH: &str = "refresh";
    pub(super) const TOKEN: &str = "token";
    pub(super) const EXPIRES_AT: &str = "expires_at";
}

impl Session {
    /// The stored form; the only place where a refresh token is written in plain.
    fn write(&self) -> String {
        let mut object = Object::default();
        object.whole(field::VERSION, VERSION);
        object.text(field::CLIENT_ID, &self.client_id);
        object.text(field::AUTHORITY, &self.authority);
        object.object(field::ACCOUNT, self.account.write());
        object.text(field::GRANTED, &self.granted);
        if let Some(refresh) = &self.refresh {
            let mut stored = Object::default();
            stored.text(field::TOKEN, refresh.token.expose());
            stored.whole(field::EXPIRES_AT, refresh.expires_at.0);
            object.object(field::REFRESH, stored);
        }
        object.write()
    }

    /// Reads the stored form; `None` for rubbish and for another version.
    fn read(text: &str) -> Option<Self> {
        let value = json::object(text.as_bytes())?;
        let fields = Fields::of(&value);
        if fields.whole(field::VERSION) != Some(VERSION) {
            return None;
        }
        let refresh = fields.object(field::REFRESH).and_then(|stored| {
            Some(StoredRefresh {
                token: Secret::new(stored.owned(field::TOKEN)?),
                expires_at: UnixTime(stored.whole(field::EXPIRES_AT)?),
            })
        });
        Some(Self {
            client_id: fields.owned(field::CLIENT_ID)?,
            authority: fields.owned(field::AUTHORITY)?,
            account: Account::read(fields.object(field::ACCOUNT)?)?,
            granted: fields.owned(field::GRANTED)?,
            refresh,
        })
    }

    /// The refresh token, unless it is over or about to be.
    pub(crate) fn usable_refresh(&self, now: UnixTime) -> Option<&Secret<String>> {
        self.refresh
            .as_ref()
            .filter(|refresh| refresh.expires_at.since(now) >= RENEWAL_OFFSET_S)
            .map(|refresh| &refresh.token)
    }

    /// Takes a new refresh token in.
    ///
    /// The 24 hours are fixed at sign-in: a renewed token inherits what is left, so without word from
    /// the service the old end stays.
    pub(crate) fn rotate(&mut self, token: Secret<String>, left: Option<i64>, asked: UnixTime) {
        let expires_at = match (left, &self.refresh) {
            (Some(left), _) => asked.plus(left),
            (None, Some(old)) => old.expires_at,
            (None, None) => asked.plus(REFRESH_LIFE_S),
        };
        self.refresh = Some(StoredRefresh { token, expires_at });
    }

    pub(crate) fn granted(&self) -> ScopeSet {
        ScopeSet::new(self.granted.split(' '))
    }
}

/// The session's place in the tab's storage.
#[derive(Clone)]
pub(crate) struct Vault {
    pub(crate) storage: Rc<dyn SessionStore>,
    pub(crate) client_id: String,
    pub(crate) authority: String,
}

impl Vault {
    /// The session of this client and authority, if there is a readable one.
    pub(crate) fn load(&self) -> Option<Session> {
        let text = self.storage.get(SESSION)?;
        match Session::read(&text) {
            Some(session) => Some(session).filter(|session| {
                session.client_id == self.client_id && session.authority == self.authority
            }),
            None => {
                self.storage.remove(SESSION);
                None
            }
        }
    }

    pub(crate) fn save(&self, session: &Session) {
        self.storage.set(SESSION, &session.write());
    }

    pub(crate) fn clear(&self) {
        self.storage.remove(SESSION);
    }

    /// Forgets a refresh token that is no longer worth a try; the account stays known.
    ///
    /// Only if it is still the stored one: another tab's renewal may have replaced it meanwhile.
    pub(crate) fn drop_refresh(&self, used: &Secret<String>) {
        if let Some(mut session) = self.load()
            && session
                .refresh
                .as_ref()
                .is_some_and(|refresh| refresh.token == *used)
        {
            session.refresh = None;
            self.save(&session);
        }
    }
}
