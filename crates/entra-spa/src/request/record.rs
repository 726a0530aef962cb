//! The record of a request: what is known about it while the user is away.

use crate::edge::SessionStore;
use crate::return_path::ReturnPath;
use crate::secret::{Secret, exposed};
use crate::storage_keys::{RECORD_PREFIX, RETURN_PREFIX};
use crate::time::UnixTime;
use serde::{Deserialize, Serialize};

/// Seconds a record, and the mark of an interaction under way, are good for.
///
/// The service's codes live about 10 minutes; the rest is for typing.
pub(crate) const MAX_AGE_S: i64 = 15 * 60;

/// Version of the stored form; records of another one are dropped.
pub(crate) const RECORD_VERSION: u32 = 1;

/// How `state` says that the answer comes by redirect; the bridge page reads it.
const REDIRECT: &str = "r.";

/// What is kept about one request. Used once, then gone, whatever the outcome.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RequestRecord {
    #[serde(rename = "v")]
    pub(crate) version: u32,
    pub(crate) id: String,
    pub(crate) nonce: String,
    #[serde(with = "exposed")]
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

impl RequestRecord {
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
        if let Ok(text) = serde_json::to_string(record) {
            self.0.set(&[RECORD_PREFIX, &record.id].concat(), &text);
            self.0
                .set(&[RETURN_PREFIX, &record.id].concat(), &record.return_path);
        }
    }

    /// Takes the record of a `state` out of the storage.
    pub(crate) fn take(&self, state: &str) -> Option<RequestRecord> {
        let id = id_of(state)?;
        let text = self.0.get(&[RECORD_PREFIX, id].concat())?;
        self.remove(id);
        read(&text).filter(|record| record.id == id)
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
                .and_then(|text| read(&text))
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

fn read(text: &str) -> Option<RequestRecord> {
    serde_json::from_str::<RequestRecord>(text)
        .ok()
        .filter(|record| record.version == RECORD_VERSION)
}
