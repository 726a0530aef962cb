//! The sign-in service: a key of its own, the address where it is read, and tokens.

use std::net::Ipv4Addr;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context as _;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

pub(crate) const TENANT: &str = "11111111-2222-4333-8444-555566667777";
pub(crate) const APP: &str = "99999999-2222-4333-8444-555566667777";

/// The key's id.
const KEY: &str = "of this run";

/// A sign-in service as long as it is held.
pub(crate) struct Entra {
    pub(crate) authority: String,
    pair: KeyPair,
    serving: AbortHandle,
}

impl Entra {
    pub(crate) async fn start() -> anyhow::Result<Self> {
        let pair = KeyPair::generate(KeySize::Rsa2048).context("an RSA key")?;
        let public = pair.public_key();
        let number = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let keys = json!({ "keys": [{
            "kty": "RSA", "use": "sig", "kid": KEY,
            "n": number(public.modulus().big_endian_without_leading_zero()),
            "e": number(public.exponent().big_endian_without_leading_zero()),
        }] });
        // whatever is asked for, the keys are what is meant
        let router = Router::new().fallback(move || async move { Json(keys) });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let authority = ["http://", &listener.local_addr()?.to_string()].concat();
        let serving = tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            authority,
            pair,
            serving: serving.abort_handle(),
        })
    }

    /// An access token for the relay that holds for an hour.
    pub(crate) fn token(&self, user: &str) -> anyhow::Result<String> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        let header = json!({ "typ": "JWT", "alg": "RS256", "kid": KEY });
        let issuer = [&self.authority, "/", TENANT, "/v2.0"].concat();
        let claims = json!({
            "aud": APP, "iss": issuer, "tid": TENANT,
            "iat": now, "nbf": now, "exp": now + 3_600, "oid": user, "scp": "Feed.Read",
            "ver": "2.0",
        });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = [part(&header), part(&claims)].join(".");
        let mut signature = vec![0; self.pair.public_modulus_len()];
        let random = SystemRandom::new();
        let signing = self.pair.sign(
            &RSA_PKCS1_SHA256,
            &random,
            signed.as_bytes(),
            &mut signature,
        );
        signing.context("a signature")?;
        Ok([signed, URL_SAFE_NO_PAD.encode(signature)].join("."))
    }
}

impl Drop for Entra {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
