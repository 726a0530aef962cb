//! Web Locks.
//!
//! `web-sys` keeps them behind an unstable switch of the compiler, so they are called by name.

use crate::edge::{Held, Locks};
use crate::renewal::PageLocks;
use futures_channel::oneshot;
use futures_util::future::LocalBoxFuture;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

/// `navigator.locks`; where there is none, locks that hold within this page.
#[derive(Debug, Default)]
pub struct WebLocks {
    page: PageLocks,
}

impl Locks for WebLocks {
    fn acquire(&self, name: &str) -> LocalBoxFuture<'static, Held> {
        let Some((granted, leave)) = request(name) else {
            return self.page.acquire(name);
        };
        let (page, name) = (self.page.clone(), name.to_owned());
        Box::pin(async move {
            let _leave = leave;
            match granted.await {
                Ok(release) => Held::new(Box::new(move || {
                    // resolving a promise can't throw
                    let _ = release.call0(&JsValue::UNDEFINED);
                })),
                // the browser refuses, for instance in a sandboxed frame
                Err(oneshot::Canceled) => page.acquire(&name).await,
            }
        })
    }
}

/// A place in the browser's queue; leaves it when dropped. No effect on a lock that is held.
struct Leave(AbortController);

impl Drop for Leave {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Asks the browser for a lock; what comes back releases it. `None` when there are no locks.
fn request(name: &str) -> Option<(oneshot::Receiver<Function>, Leave)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let controller = AbortController::new().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"signal".into(), &controller.signal()).ok()?;

    let (sender, granted) = oneshot::channel();
    let sender = Rc::new(RefCell::new(Some(sender)));
    let waiting = Rc::clone(&sender);
    // the lock is held until the promise given here is resolved
    let callback = Closure::once_into_js(move |_lock: JsValue| {
        Promise::new(&mut |release, _| {
            let sender = waiting.borrow_mut().take();
            if let Some(Err(release)) = sender.map(|sender| sender.send(release)) {
                let _ = release.call0(&JsValue::UNDEFINED);
            }
        })
    });
    let done = request
        .call3(&locks, &name.into(), &options, &callback)
        .ok()?;
    let done: Promise = done.dyn_into().ok()?;
    spawn_local(async move {
        if JsFuture::from(done).await.is_err() {
            // left the queue or refused: whoever still waits hears of it
            sender.take();
        }
    });
    Some((granted, Leave(controller)))
}
