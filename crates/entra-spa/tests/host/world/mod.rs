//! A page with its tab, its clock and the service it talks to.

mod edges;
mod service;

pub(crate) use edges::{Bus, Entropy};
pub(crate) use service::{Body, Request, Step, TENANT, tokens};

use edges::{Clock, Navigation, Storage, TaskSpawner};
use entra_spa::edge::{Edges, Persistence};
use entra_spa::{
    AuthClient, AuthConfig, AuthError, Authority, AuthorizeUrl, Cloud, PageLocks, ScopeSet, Secret,
    SignIn, SignedIn, TokenDemand, storage_keys,
};
use service::Service;
use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;

/// The client id of the app.
pub(crate) const CLIENT: &str = "11111111-2222-4333-8444-555555555555";

/// Runs a test with background tasks on one thread.
pub(crate) fn story(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, test);
}

/// Lets every background task go as far as it can.
pub(crate) async fn settle() {
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
}

/// One tab: what a test sets up and looks into.
pub(crate) struct World {
    pub(crate) storage: Rc<Storage>,
    pub(crate) service: Rc<Service>,
    pub(crate) entropy: Rc<Entropy>,
    pub(crate) clock: Rc<Clock>,
    pub(crate) navigation: Rc<Navigation>,
    pub(crate) locks: Rc<PageLocks>,
    pub(crate) bus: Rc<Bus>,
    pub(crate) config: AuthConfig,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::on(&Rc::default())
    }

    /// Another tab of the same browser.
    pub(crate) fn on(bus: &Rc<Bus>) -> Self {
        let authority = Authority::parse(Cloud::Global, TENANT, None).unwrap();
        Self {
            storage: Rc::default(),
            service: Rc::default(),
            entropy: Rc::default(),
            clock: Rc::default(),
            navigation: Rc::default(),
            locks: Rc::default(),
            bus: Rc::clone(bus),
            config: AuthConfig::new(
                CLIENT,
                authority,
                "https://app.test/auth/bridge.html",
                "https://app.test/",
            ),
        }
    }

    pub(crate) fn edges(&self) -> Edges {
        Edges {
            storage: self.storage.clone(),
            exchange: self.service.clone(),
            entropy: self.entropy.clone(),
            clock: self.clock.clone(),
            locks: self.locks.clone(),
            navigation: self.navigation.clone(),
            channel: self.bus.tab(),
            spawner: Rc::new(TaskSpawner),
            memory: Rc::default(),
        }
    }

    /// The app as it starts on this tab: also after a reload.
    pub(crate) fn client(&self) -> AuthClient {
        AuthClient::new(self.config.clone(), self.edges())
    }

    /// A client that Ana is signed in to, with the given scopes.
    pub(crate) async fn signed_in(&self, scopes: &[&str]) -> AuthClient {
        self.signed_in_with(scopes, tokens(scopes)).await
    }

    /// A client that is signed in by a given answer of the token endpoint.
    pub(crate) async fn signed_in_with(&self, scopes: &[&str], body: Body) -> AuthClient {
        let url = self.client().begin_sign_in(sign_in(scopes)).unwrap();
        let back = self.come_back(&url, body).await;
        back.1.unwrap().unwrap();
        self.service.take_requests();
        back.0
    }

    /// The user signs in at the service and the page opens anew with the answer.
    pub(crate) async fn come_back(
        &self,
        url: &AuthorizeUrl,
        body: Body,
    ) -> (AuthClient, Option<Result<SignedIn, AuthError>>) {
        let query = query(url.as_str());
        self.service
            .then(Step::Answer(200, body.nonce(&query["nonce"]).json()));
        self.leave_payload(&format!("code=the-code&state={}", query["state"]));
        let client = self.client();
        let outcome = client.complete_redirect().await;
        (client, outcome)
    }

    /// What the bridge page does with the answer.
    pub(crate) fn leave_payload(&self, payload: &str) {
        self.storage.put(storage_keys::PAYLOAD, payload);
    }

    /// The stored session as JSON.
    pub(crate) fn session(&self) -> serde_json::Value {
        let text = self.storage.peek(storage_keys::SESSION).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    pub(crate) fn without_tab_storage(&self) {
        self.storage.persistence.set(Persistence::Page);
    }
}

pub(crate) fn sign_in(scopes: &[&str]) -> SignIn {
    SignIn {
        scopes: ScopeSet::new(scopes),
        return_path: "/townhalls/42?tab=people#top".to_owned(),
        ..SignIn::default()
    }
}

/// The query of a URL, decoded; every name must come once.
pub(crate) fn query(url: &str) -> BTreeMap<String, String> {
    let (_, query) = url.split_once('?').unwrap();
    service::form(query)
}

/// A token for some scopes, the ordinary way.
pub(crate) async fn token(client: &AuthClient, scopes: &[&str]) -> Result<String, AuthError> {
    client
        .access_token(&ScopeSet::new(scopes), TokenDemand::Cached)
        .await
        .map(Secret::into_exposed)
}

/// A token after the last one was refused.
pub(crate) async fn fresh(
    client: &AuthClient,
    scopes: &[&str],
    claims: Option<&str>,
) -> Result<String, AuthError> {
    let demand = TokenDemand::Refused {
        claims: claims.map(str::to_owned),
    };
    client
        .access_token(&ScopeSet::new(scopes), demand)
        .await
        .map(Secret::into_exposed)
}
