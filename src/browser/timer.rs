//! Timers and the wall clock.

use gloo_timers::callback::Timeout;
use virtual_events::UtcInstant;

/// Runs `work` once after `milliseconds`.
pub(crate) fn after(milliseconds: u32, work: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, work).forget();
}

/// Now, by this computer's clock.
pub(crate) fn now() -> UtcInstant {
    UtcInstant::from_unix_milliseconds(js_sys::Date::now() as i64)
}

/// Lets the browser draw and answer keys before more work is done.
pub(crate) async fn breathe() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

/// Runs `work` when the browser has nothing better to do.
pub(crate) fn when_idle(work: impl FnOnce() + 'static) {
    let work = wasm_bindgen::closure::Closure::once_into_js(work);
    let work: &js_sys::Function = wasm_bindgen::JsCast::unchecked_ref(&work);
    let window = leptos::prelude::window();
    // Safari has no idle callback; a moment's wait does as well.
    let has_idle = js_sys::Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or(false);
    let _ = if has_idle {
        window.request_idle_callback(work).map(drop)
    } else {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(work, 200)
            .map(drop)
    };
}

/// A timer that runs until it is dropped.
pub(crate) use gloo_timers::callback::Interval as Ticking;

/// Runs `work` every second.
pub(crate) fn every_second(work: impl FnMut() + 'static) -> Ticking {
    Ticking::new(1_000, work)
}

/// A name that nothing else in this browser has.
pub(crate) fn unique_name() -> String {
    let chance = (random() * 1e9) as u32;
    [
        (js_sys::Date::now() as u64).to_string().as_str(),
        "-",
        &chance.to_string(),
    ]
    .concat()
}

/// A random number in `[0, 1)`, for jitter.
pub(crate) fn random() -> f64 {
    js_sys::Math::random()
}
