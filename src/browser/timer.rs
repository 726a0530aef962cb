//! Timers and the wall clock.

use leptos::prelude::window;
use planning::skew::{ClockShown, Skew};
use std::cell::Cell;
use virtual_events::UtcInstant;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

thread_local! {
    static SKEW: Cell<Skew> = const { Cell::new(Skew::UNKNOWN) };
}

/// Runs `work` once after `milliseconds`.
pub(crate) fn after(milliseconds: u32, work: impl FnOnce() + 'static) {
    // freed once it has run: some of these run every second, for days
    let work = Closure::once_into_js(work);
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let _ = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), milliseconds);
}

/// Now: by this computer's clock, put right where the service showed that it is wrong.
pub(crate) fn now() -> UtcInstant {
    let correction = SKEW.get().correction();
    UtcInstant::from_unix_milliseconds(local() + correction)
}

/// Now by this computer's clock as it is, in milliseconds since 1970.
pub(crate) fn local() -> i64 {
    js_sys::Date::now() as i64
}

/// Milliseconds by which this computer's clock is put right; 0 while it may be right.
pub(crate) fn correction() -> i64 {
    SKEW.get().correction()
}

/// Takes in that the service's clock showed `shown`, or up to `within` milliseconds more, between
/// the moments `asked` and now of this computer's clock.
pub(crate) fn saw(shown: i64, within: i64, asked: i64) {
    let instant = UtcInstant::from_unix_milliseconds;
    let mut skew = SKEW.get();
    skew.saw(ClockShown {
        shown: instant(shown),
        within,
        asked: instant(asked),
        answered: instant(local()),
    });
    SKEW.set(skew);
}

/// Lets the browser draw and answer keys before more work is done.
pub(crate) async fn breathe() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}

/// Runs `work` when the browser has nothing better to do.
pub(crate) fn when_idle(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let work: &js_sys::Function = work.unchecked_ref();
    let window = window();
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
