//! The sign-in service's public keys (RFC 7517), kept and read anew as they are rotated.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use tokio::sync::{Mutex, RwLock};
use tokio::time::Instant;

use super::fetch::Fetch;
use crate::metrics::Refusal;

/// A key is trusted for so long without its being looked at again: it may have been withdrawn.
const TRUSTED: Duration = Duration::from_secs(24 * 60 * 60);

/// Keys are read no more often than this, whatever tokens name.
const PAUSE: Duration = Duration::from_secs(60);

/// The pause after a failure is short as long as there is no key at all.
const PAUSE_WITHOUT_KEYS: Duration = Duration::from_secs(2);

/// An RSA key; numbers big-endian.
pub(super) struct PublicKey {
    pub(super) modulus: Vec<u8>,
    pub(super) exponent: Vec<u8>,
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicKey").finish_non_exhaustive()
    }
}

#[derive(Debug, Default)]
struct Known {
    keys: HashMap<String, Arc<PublicKey>>,
    /// When the keys were read.
    read: Option<Instant>,
    /// When they were last asked for, whatever came of it.
    asked: Option<Instant>,
}

impl Known {
    fn is_trusted(&self) -> bool {
        self.read.is_some_and(|read| read.elapsed() < TRUSTED)
    }

    fn may_ask(&self) -> bool {
        let pause = match self.keys.is_empty() {
            true => PAUSE_WITHOUT_KEYS,
            false => PAUSE,
        };
        self.asked.is_none_or(|asked| asked.elapsed() >= pause)
    }
}

/// The keys by their ids.
#[derive(Debug)]
pub(super) struct Keys {
    fetch: Fetch,
    known: RwLock<Known>,
    turn: Mutex<()>,
}

impl Keys {
    pub(super) fn new(fetch: Fetch) -> Self {
        Self {
            fetch,
            known: RwLock::default(),
            turn: Mutex::default(),
        }
    }

    /// The key of this id; one that isn't known may be new.
    pub(super) async fn of(&self, kid: &str) -> Result<Arc<PublicKey>, Refusal> {
        {
            let known = self.known.read().await;
            match known.keys.get(kid) {
                // a sign-in service that is away for a while doesn't make its keys bad
                Some(key) if known.is_trusted() || !known.may_ask() => return Ok(Arc::clone(key)),
                None if known.read.is_some() && !known.may_ask() => {
                    return Err(Refusal::unknown_key);
                }
                _ => {}
            }
        }
        // one asks, and the others who wait here find what it has read
        let turn = self.turn.lock().await;
        if self.is_to_be_read(kid).await {
            self.read_anew().await;
        }
        drop(turn);
        let known = self.known.read().await;
        match known.keys.get(kid) {
            Some(key) => Ok(Arc::clone(key)),
            None if known.read.is_some() => Err(Refusal::unknown_key),
            None => Err(Refusal::keys_unreachable),
        }
    }

    /// Whether the keys are to be asked for now; notes that they are, so that it isn't done twice.
    async fn is_to_be_read(&self, kid: &str) -> bool {
        let mut known = self.known.write().await;
        let is = known.may_ask() && !(known.is_trusted() && known.keys.contains_key(kid));
        if is {
            known.asked = Some(Instant::now());
        }
        is
    }

    /// Reads the keys; those who come with a known one don't wait for it.
    async fn read_anew(&self) {
        let set = match self.fetch.read().await {
            Ok(set) => set,
            Err(error) => {
                tracing::warn!(error = %error, "no keys");
                return;
            }
        };
        let keys = read(&set);
        if keys.is_empty() {
            tracing::warn!("the sign-in service names no key that can be used");
            return;
        }
        tracing::info!(count = keys.len(), "keys read");
        let mut known = self.known.write().await;
        known.keys = keys;
        known.read = Some(Instant::now());
    }
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: String,
    #[serde(rename = "use")]
    usage: Option<String>,
    alg: Option<String>,
    n: String,
    e: String,
}

/// The keys of a set that sign by RSA; others are none of ours.
fn read(set: &[u8]) -> HashMap<String, Arc<PublicKey>> {
    let Ok(set) = serde_json::from_slice::<Set>(set) else {
        return HashMap::new();
    };
    let key = |value| {
        let jwk: Jwk = serde_json::from_value(value).ok()?;
        let signs = jwk.usage.is_none_or(|usage| usage == "sig");
        let rs256 = jwk.alg.is_none_or(|alg| alg == "RS256");
        if jwk.kty != "RSA" || !signs || !rs256 {
            return None;
        }
        let key = PublicKey {
            modulus: URL_SAFE_NO_PAD.decode(jwk.n).ok()?,
            exponent: URL_SAFE_NO_PAD.decode(jwk.e).ok()?,
        };
        Some((jwk.kid, Arc::new(key)))
    };
    set.keys.into_iter().filter_map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_keys_that_sign_by_rsa_are_taken() {
        let set = br#"{"keys":[
            {"kty":"RSA","use":"sig","kid":"good","n":"AQAB","e":"AQAB","x5c":["..."]},
            {"kty":"RSA","kid":"also","n":"AQAB","e":"AQAB"},
            {"kty":"RSA","use":"enc","kid":"a","n":"AQAB","e":"AQAB"},
            {"kty":"RSA","alg":"PS256","kid":"b","n":"AQAB","e":"AQAB"},
            {"kty":"EC","kid":"c","crv":"P-256","x":"AQAB","y":"AQAB"},
            {"kty":"oct","kid":"d","k":"AQAB"},
            {"kty":"RSA","kid":"e","n":"!","e":"AQAB"}
        ]}"#;
        let keys = read(set);
        let mut ids: Vec<_> = keys.keys().map(String::as_str).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["also", "good"]);
        assert!(read(b"<html>").is_empty());
    }
}
