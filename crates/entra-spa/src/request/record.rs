//! The record of a request: what is known about it while the user is away.

use crate::edge::SessionStore;
use crate::return_path::ReturnPath;
use crate::secret::Secret;
use crate::storage_keys::{RECORD_PREFIX, RETURN_PREFIX};
use crate::time::UnixTime;
use crate::wire::json::{self, Fields, Object};

/// Seconds a record, and the mark of an interaction under way, are good for.
///
/// The service's codes live about 10 minutes; the rest is for typing.
pub(crate) const MAX_AGE_S: i64 = 15 * 60;

/// Version of the stored form; records of another one are dropped.
const VERSION: i64 = 1;

/// How `state` says that the answer comes by redirect; the bridge page reads it.
const REDIRECT: &str = "r.";

/// What is kept about one request. Used once, then gone, whatever the outcome.
#[derive(Debug)]
pub(crate) struct RequestRecord {
    pub(crate) id: String,
    pub(crate) nonce: String,
    pub(crate) verifier: Secret<String>,
    pub(crate) client_id: String,
    pub(crate) authority: String,
    pub(crate) redirect_uri: String,
    pub(crate) scopes: String,
    pub(crate) claims: Option<String>,
    pub(crate) return_path: String,
    pub(crate) correlation_id: String,
    pub(crate) started_at: UnixTime,
}

mod field {
    pub(super) const VERSION: &str = "v";
    pub(super) const ID: &str = "id";
    pub(super) const NONCE: &str = "nonce";
    pub(super) const VERIFIER: &str = "verifier";
    pub(super) const CLIENT_ID: &str = "client_id";
    pub(super) const AUTHORITY: &str = "authority";
    pub(super) const REDIRECT_URI: &str = "redirect_uri";
    pub(super) const SCOPES: &str = "scopes";
    pub(super) const CLAIMS: &str = "claims";
    pub(super) const RETURN_PATH: &str = "return_path";
    pub(super) const CORRELATION_ID: &str = "correlation_id";
    pub(super) const STARTED_AT: &str = "started_at";
}

impl RequestRecord {
    /// The stored form; the only place where a verifier is written in plain.
    fn write(&self) -> String {
        let mut object = Object::default();
        object.whole(field::VERSION, VERSION);
        for (name, text) in [
            (field::ID, &self.id),
            (field::NONCE, &self.nonce),
            (field::VERIFIER, self.verifier.expose()),
            (field::CLIENT_ID, &self.client_id),
            (field::AUTHORITY, &self.authority),
            (field::REDIRECT_URI, &self.redirect_uri),
            (field::SCOPES, &self.scopes),
            (field::RETURN_PATH, &self.return_path),
            (field::CORRELATION_ID, &self.correlation_id),
        ] {
            object.text(name, text);
        }
        object.maybe_text(field::CLAIMS, self.claims.as_deref());
        object.whole(field::STARTED_AT, self.started_at.0);
        object.write()
    }

    /// Reads the stored form; `None` for rubbish and for another version.
    fn read(text: &str) -> Option<Self> {
        let value = json::object(text.as_bytes())?;
        let fields = Fields::of(&value);
        if fields.whole(field::VERSION) != Some(VERSION) {
            return None;
        }
        Some(Self {
            id: fields.owned(field::ID)?,
            nonce: fields.owned(field::NONCE)?,
            verifier: Secret::new(fields.owned(field::VERIFIER)?),
            client_id: fields.owned(field::CLIENT_ID)?,
            authority: fields.owned(field::AUTHORITY)?,
            redirect_uri: fields.owned(field::REDIRECT_URI)?,
            scopes: fields.owned(field::SCOPES)?,
            claims: fields.owned(field::CLAIMS),
            return_path: fields.owned(field::RETURN_PATH)?,
            correlation_id: fields.owned(field::CORRELATION_ID)?,
            started_at: UnixTime(fields.whole(field::STARTED_AT)?),
        })
    }

    /// Whether the record is too old to be used, or from a future that a set-back clock explains
    /// no longer.
    pub(crate) fn is_stale(&self, now: UnixTime) -> bool {
        now.since(self.started_at).abs() > MAX_AGE_S
    }

    /// Where to go afterwards; checked again, for storage is not beyond reach.
    pub(crate) fn return_path(&self) -> ReturnPath {
        ReturnPath::or_root(&self.return_path)
    }
}

/// The `state` of a request.
pub(crate) fn state_of(id: &str) -> String {
    [REDIRECT, id].concat()
}

/// The request's id in a `state`; `None` for a form this app doesn't write.
fn id_of(state: &str) -> Option<&str> {
    state.strip_prefix(REDIRECT).filter(|id| {
        id.len() == 43
            && id
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    })
}

/// The records in the tab's storage.
pub(crate) struct Records<'a>(pub(crate) &'a dyn SessionStore);

impl Records<'_> {
    /// Keeps a record, and beside it where the bridge page goes.
    pub(crate) fn save(&self, record: &RequestRecord) {
        let key = |prefix: &str| [prefix, &record.id].concat();
        self.0.set(&key(RECORD_PREFIX), &record.write());
        self.0.set(&key(RETURN_PREFIX), &record.return_path);
    }

    /// Takes the record of a `state` out of the storage.
    pub(crate) fn take(&self, state: &str) -> Option<RequestRecord> {
        let id = id_of(state)?;
        let text = self.0.get(&[RECORD_PREFIX, id].concat())?;
        self.remove(id);
        RequestRecord::read(&text).filter(|record| record.id == id)
    }

    /// Forgets one record.
    pub(crate) fn remove(&self, id: &str) {
        self.0.remove(&[RECORD_PREFIX, id].concat());
        self.0.remove(&[RETURN_PREFIX, id].concat());
    }

    /// Forgets the records that are stale or unreadable.
    pub(crate) fn sweep(&self, now: UnixTime) {
        for id in self.ids() {
            let usable = self
                .0
                .get(&[RECORD_PREFIX, &id].concat())
                .and_then(|text| RequestRecord::read(&text))
                .is_some_and(|record| !record.is_stale(now));
            if !usable {
                self.remove(&id);
            }
        }
    }

    /// Forgets every record.
    pub(crate) fn clear(&self) {
        for id in self.ids() {
            self.remove(&id);
        }
    }

    fn ids(&self) -> Vec<String> {
        let names = self.0.names();
        names
            .iter()
            .filter_map(|name| {
                name.strip_prefix(RECORD_PREFIX)
                    .or_else(|| name.strip_prefix(RETURN_PREFIX))
            })
            .map(str::to_owned)
            .collect()
    }
}
