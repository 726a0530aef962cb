//! Time, waiting, and work in the background.

use crate::edge::{Clock, Spawner};
use crate::time::{UnixTime, Uptime};
use futures_util::future::LocalBoxFuture;
use gloo_timers::future::TimeoutFuture;

/// `Date.now()`, `performance.now()` and timers.
#[derive(Debug, Clone, Copy, Default)]
pub struct PageClock;

impl Clock for PageClock {
    fn now(&self) -> UnixTime {
        UnixTime((js_sys::Date::now() / 1000.0) as i64)
    }

    fn uptime(&self) -> Uptime {
        let milliseconds = web_sys::window()
            .and_then(|window| window.performance())
            .map_or(0.0, |performance| performance.now());
        Uptime((milliseconds / 1000.0) as i64)
    }

    fn sleep(&self, milliseconds: u32) -> LocalBoxFuture<'static, ()> {
        Box::pin(TimeoutFuture::new(milliseconds))
    }
}

/// Runs futures on the page's event loop.
#[derive(Debug, Clone, Copy, Default)]
pub struct PageSpawner;

impl Spawner for PageSpawner {
    fn spawn(&self, work: LocalBoxFuture<'static, ()>) {
        wasm_bindgen_futures::spawn_local(work);
    }
}
