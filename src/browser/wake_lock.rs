//! A screen that stays on.
//!
//! `web-sys` keeps the API behind an unstable switch of the compiler, so it is called by name.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Keeps the screen on until dropped, or until the page is hidden: then the browser lets go.
#[derive(Debug)]
pub(crate) struct WakeLock(JsValue);

impl WakeLock {
    /// Asks for it; `None` where there is none, or the battery is low.
    pub(crate) async fn request() -> Option<Self> {
        let locks = Reflect::get(&window().navigator(), &"wakeLock".into()).ok()?;
        let request: Function = Reflect::get(&locks, &"request".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let asked: Promise = request
            .call1(&locks, &"screen".into())
            .ok()?
            .dyn_into()
            .ok()?;
        Some(Self(JsFuture::from(asked).await.ok()?))
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        let release: Option<Function> = Reflect::get(&self.0, &"release".into())
            .ok()
            .and_then(|it| it.dyn_into().ok());
        if let Some(release) = release {
            let _ = release.call0(&self.0);
        }
    }
}
