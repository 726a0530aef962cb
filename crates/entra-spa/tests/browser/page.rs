//! The test's page: what it takes back after each test, and a scripted sign-in service.

use entra_spa::edge::{Answer, Edges, Exchange, ExchangeFailure, Exchanged};
use entra_spa::{
    AuthClient, AuthConfig, Authority, AuthorizeUrl, Cloud, ScopeSet, SignIn, TokenDemand, browser,
    storage_keys,
};
use futures_channel::oneshot;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use web_sys::{Storage, Window};

pub(crate) const TENANT: &str = "7c0a7b9e-3f55-4a3c-9a69-1f1fd0a4d1c2";
pub(crate) const CLIENT: &str = "11111111-2222-4333-8444-555555555555";

/// A clean page; whatever a test breaks is mended when this is dropped.
pub(crate) struct Page {
    address: String,
}

impl Page {
    pub(crate) fn new() -> Self {
        session_storage().clear().unwrap();
        Self {
            address: location(),
        }
    }

    /// The address bar shows another address of this origin.
    pub(crate) fn shows(&self, address: &str) {
        let history = window().history().unwrap();
        let null = wasm_bindgen::JsValue::NULL;
        history
            .replace_state_with_url(&null, "", Some(address))
            .unwrap();
    }

    /// Runs a script; what it puts under `window.undo` is run at the end.
    pub(crate) fn breaks(&self, script: &str) {
        js_sys::eval(script).unwrap();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        mend();
        self.shows(&self.address);
        session_storage().clear().unwrap();
    }
}

/// Undoes what a test broke.
pub(crate) fn mend() {
    js_sys::eval("window.undo?.(); delete window.undo").unwrap();
}

pub(crate) fn window() -> Window {
    web_sys::window().unwrap()
}

pub(crate) fn session_storage() -> Storage {
    window().session_storage().unwrap().unwrap()
}

pub(crate) fn location() -> String {
    window().location().href().unwrap()
}

pub(crate) fn config() -> AuthConfig {
    let authority = Authority::parse(Cloud::Global, TENANT, None).unwrap();
    let redirect = "https://app.test/auth/bridge.html";
    AuthConfig::new(CLIENT, authority, redirect, "https://app.test/")
}

/// A sign-in service that answers by a list and notes the forms it saw.
#[derive(Default)]
pub(crate) struct Service {
    answers: RefCell<VecDeque<oneshot::Receiver<String>>>,
    pub(crate) forms: RefCell<Vec<String>>,
}

impl Service {
    /// The next request is answered with this.
    pub(crate) fn answers(&self, body: &str) {
        self.answers_later().send(body.to_owned()).unwrap();
    }

    /// The next request is answered when the test says so.
    pub(crate) fn answers_later(&self) -> oneshot::Sender<String> {
        let (sender, receiver) = oneshot::channel();
        self.answers.borrow_mut().push_back(receiver);
        sender
    }
}

impl Exchange for Service {
    fn post_form(&self, _url: &str, form: &str) -> Exchanged {
        self.forms.borrow_mut().push(form.to_owned());
        let answer = self.answers.borrow_mut().pop_front().unwrap();
        Box::pin(async move {
            Ok(Answer {
                status: 200,
                retry_after: None,
                body: answer
                    .await
                    .map_err(|_| ExchangeFailure::Aborted)?
                    .into_bytes(),
            })
        })
    }

    fn get(&self, _url: &str) -> Exchanged {
        Box::pin(async { Err(ExchangeFailure::Network) })
    }

    fn abort(&self) {}

    fn online(&self) -> bool {
        true
    }
}

/// The browser's edges with the scripted service.
pub(crate) fn edges(service: &Rc<Service>) -> Edges {
    Edges {
        exchange: service.clone(),
        ..browser::edges()
    }
}

pub(crate) fn sign_in() -> SignIn {
    SignIn {
        scopes: ScopeSet::new(["User.Read"]),
        return_path: "/live".to_owned(),
        ..SignIn::default()
    }
}

/// A parameter of an authorize address.
pub(crate) fn parameter(url: &AuthorizeUrl, name: &str) -> String {
    let url = web_sys::Url::new(url.as_str()).unwrap();
    url.search_params().get(name).unwrap()
}

/// The answer of the token endpoint for a sign-in with a nonce; numbered, to tell rotations apart.
pub(crate) fn tokens(number: u32, nonce: &str) -> String {
    let now = (js_sys::Date::now() / 1000.0) as u64;
    let claims = format!(
        r#"{{"ver":"2.0","aud":"{CLIENT}","tid":"{TENANT}","oid":"ana","nonce":"{nonce}",
        "iss":"https://login.microsoftonline.com/{TENANT}/v2.0","iat":{now},"exp":{}}}"#,
        now + 3_600
    );
    let claims = window()
        .btoa(&claims)
        .unwrap()
        .replace('+', "-")
        .replace('/', "_");
    format!(
        r#"{{"token_type":"Bearer","expires_in":3599,"scope":"User.Read",
        "access_token":"access-{number}","refresh_token":"refresh-{number}",
        "id_token":"e30.{}.AA"}}"#,
        claims.trim_end_matches('=')
    )
}

/// Signs in on this page and leaves the session behind, as after a reload.
pub(crate) async fn leave_a_session() {
    let service = Rc::new(Service::default());
    let url = AuthClient::new(config(), edges(&service))
        .begin_sign_in(sign_in())
        .unwrap();
    service.answers(&tokens(1, &parameter(&url, "nonce")));
    let payload = format!("code=c&state={}", parameter(&url, "state"));
    session_storage()
        .set_item(storage_keys::PAYLOAD, &payload)
        .unwrap();
    let client = AuthClient::new(config(), edges(&service));
    client.complete_redirect().await.unwrap().unwrap();
}

/// The token a client hands out for the usual scope.
pub(crate) async fn token(client: &AuthClient) -> String {
    client
        .access_token(&ScopeSet::new(["User.Read"]), TokenDemand::Cached)
        .await
        .unwrap()
        .into_exposed()
}
