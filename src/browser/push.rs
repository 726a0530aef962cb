//! Web Push: messages that a service sends straight to this browser.

use super::dynamic::{call, get};
use super::listen_to;
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, MessageEvent};

/// Where and how this browser is reached (RFC 8291); the keys are base64url.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PushKeys {
    /// The address at the browser's push service.
    pub(crate) endpoint: String,
    /// The browser's public key.
    pub(crate) p256dh: String,
    /// The secret between sender and browser.
    pub(crate) auth: String,
}

/// The browser doesn't do it: the user, a policy or its maker forbids it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotAllowed;

impl From<JsValue> for NotAllowed {
    fn from(_: JsValue) -> Self {
        Self
    }
}

fn workers() -> JsValue {
    get(&window().navigator(), "serviceWorker")
}

/// Whether this browser knows Web Push at all.
pub(crate) fn is_known() -> bool {
    !workers().is_undefined() && !get(&window(), "PushManager").is_undefined()
}

/// The address and keys of this browser, if it is subscribed.
pub(crate) async fn current() -> Option<PushKeys> {
    let registration = awaited(call(&workers(), "getRegistration", &[]).ok()?)
        .await
        .ok()?;
    let manager = get(&registration, "pushManager");
    let subscription = awaited(call(&manager, "getSubscription", &[]).ok()?)
        .await
        .ok()?;
    keys(&subscription).ok()
}

/// Subscribes this browser for messages signed with the key `sender`; right after a click only.
/// `say` is shown when one comes while nobody looks.
///
/// # Errors
/// When the user or the browser refuses, or its push service can't be reached.
pub(crate) async fn subscribe(sender: &str, say: &str) -> Result<PushKeys, NotAllowed> {
    let say = String::from(js_sys::encode_uri_component(say));
    let script = ["push-worker.js?say=", &say].concat();
    awaited(call(&workers(), "register", &[script.into()])?).await?;
    let registration = JsFuture::from(get(&workers(), "ready").dyn_into::<Promise>()?).await?;
    let options = Object::new();
    Reflect::set(&options, &"userVisibleOnly".into(), &true.into())?;
    Reflect::set(&options, &"applicationServerKey".into(), &sender.into())?;
    let manager = get(&registration, "pushManager");
    let subscription = awaited(call(&manager, "subscribe", &[options.into()])?).await?;
    keys(&subscription)
}

/// Ends the browser's subscription, if there is one.
pub(crate) async fn unsubscribe() {
    let ended = async {
        let registration = awaited(call(&workers(), "getRegistration", &[])?).await?;
        let manager = get(&registration, "pushManager");
        let subscription = awaited(call(&manager, "getSubscription", &[])?).await?;
        awaited(call(&subscription, "unsubscribe", &[])?).await
    };
    // without one there is nothing to end
    let _ = ended.await;
}

/// Hears the messages until the owner is cleaned up.
pub(crate) fn listen(heard: impl Fn(String) + 'static) {
    if let Ok(workers) = workers().dyn_into::<EventTarget>() {
        listen_to(&workers, "message", move |event| {
            let data = event.dyn_ref().map(MessageEvent::data);
            let pushed = data.and_then(|data| get(&data, "pushed").as_string());
            if let Some(text) = pushed {
                heard(text);
            }
        });
    }
}

fn keys(subscription: &JsValue) -> Result<PushKeys, NotAllowed> {
    let plain = call(subscription, "toJSON", &[])?;
    let keys = get(&plain, "keys");
    let text = |of: &JsValue, name: &str| get(of, name).as_string().ok_or(NotAllowed);
    Ok(PushKeys {
        endpoint: text(&plain, "endpoint")?,
        p256dh: text(&keys, "p256dh")?,
        auth: text(&keys, "auth")?,
    })
}

async fn awaited(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}
