//! The browser's clock, timers and dice, for the Graph client's policies.

use crate::browser::timer;
use futures_util::future::LocalBoxFuture;
use gloo_timers::future::TimeoutFuture;
use std::time::Duration;
use virtual_events::{Runtime, UtcInstant};

/// Time and chance as the browser gives them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct BrowserRuntime;

impl Runtime for BrowserRuntime {
    fn now(&self) -> UtcInstant {
        timer::now()
    }

    fn sleep<'a>(&'a self, duration: Duration) -> LocalBoxFuture<'a, ()> {
        let milliseconds = u32::try_from(duration.as_millis()).unwrap_or(u32::MAX);
        Box::pin(TimeoutFuture::new(milliseconds))
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }
}
