//! A sign-in service that gives its keys, and signs whatever a test wants.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::http::{StatusCode, Uri};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::client::Http;
use crate::signer::Signer;

pub(crate) const TENANT: &str = "11111111-2222-4333-8444-555566667777";
pub(crate) const APP: &str = "99999999-2222-4333-8444-555566667777";

pub(crate) struct Entra {
    pub(crate) authority: String,
    pub(crate) signer: Signer,
    keys: Arc<Mutex<Option<Vec<Value>>>>,
    asked: Arc<AtomicUsize>,
    tokens: Arc<Mutex<String>>,
}

impl Entra {
    pub(crate) async fn start() -> Self {
        let signer = Signer::first();
        let keys = Arc::new(Mutex::new(Some(vec![signer.public()])));
        let asked = Arc::new(AtomicUsize::new(0));
        let (given, count) = (Arc::clone(&keys), Arc::clone(&asked));
        let answer = move || async move {
            count.fetch_add(1, Ordering::SeqCst);
            match given.lock().unwrap().as_ref() {
                Some(keys) => Ok(Json(json!({ "keys": keys }))),
                None => Err(StatusCode::INTERNAL_SERVER_ERROR),
            }
        };
        let tokens = Arc::new(Mutex::new(String::new()));
        let passed = Arc::clone(&tokens);
        let token = move |uri: Uri, body: String| async move {
            let http = Http::to(passed.lock().unwrap().clone());
            let answer = http.send("POST", uri.path(), &[], body).await;
            (answer.status, answer.body)
        };
        let router = Router::new()
            .route("/{tenant}/discovery/v2.0/keys", get(answer))
            .route("/{tenant}/oauth2/v2.0/token", post(token));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let authority = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            authority,
            signer,
            keys,
            asked,
            tokens,
        }
    }

    /// Gives these keys from now on; `None`: it is out of order.
    pub(crate) fn gives(&self, keys: Option<Vec<Value>>) {
        *self.keys.lock().unwrap() = keys;
    }

    /// Has its requests for tokens answered by this one.
    pub(crate) fn passes_tokens_to(&self, base: &str) {
        base.clone_into(&mut self.tokens.lock().unwrap());
    }

    /// How often the keys were asked for.
    pub(crate) fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    /// The claims of a good token for an hour.
    pub(crate) fn claims(&self, user: &str) -> Value {
        let now = Timestamp::now().as_second();
        json!({
            "aud": APP, "iss": format!("{}/{TENANT}/v2.0", self.authority), "tid": TENANT,
            "iat": now, "nbf": now, "exp": now + 3_600, "oid": user, "scp": "Feed.Read",
            "ver": "2.0",
        })
    }

    pub(crate) fn token(&self, user: &str) -> String {
        self.signer.sign(&self.claims(user))
    }

    /// A good token but for these claims.
    pub(crate) fn token_with(&self, user: &str, change: &Value) -> String {
        let mut claims = self.claims(user);
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        self.signer.sign(&claims)
    }
}
