//! The browser's own record of how long things take (W3C User Timing): tools and tests read it.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::window;
use std::pin::pin;

/// Does some work and records how long it took, under a name.
pub(crate) fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let begun = now();
    let done = work();
    record(name, now() - begun);
    done
}

/// Waits for something and records how long the app itself was at work on it, under a name: the
/// waiting for others doesn't count.
pub(crate) async fn polled<F: Future>(name: &str, work: F) -> F::Output {
    let mut work = pin!(work);
    let mut spent = 0.0;
    let done = std::future::poll_fn(|context| {
        let begun = now();
        let polled = work.as_mut().poll(context);
        spent += now() - begun;
        polled
    });
    let done = done.await;
    record(name, spent);
    done
}

/// Milliseconds since the page began.
fn now() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}

/// Puts a span of that many milliseconds, which has just ended, on record. Where the browser keeps
/// none, nothing is lost.
fn record(name: &str, milliseconds: f64) {
    let Some(performance) = window().performance() else {
        return;
    };
    let span = Object::new();
    let set = |key: &str, value: f64| Reflect::set(&span, &key.into(), &value.into());
    let end = performance.now();
    if set("start", end - milliseconds).is_err() || set("end", end).is_err() {
        return;
    }
    let measure = Reflect::get(&performance, &"measure".into());
    if let Some(measure) = measure
        .ok()
        .as_ref()
        .and_then(|it| wasm_bindgen::JsCast::dyn_ref::<Function>(it))
    {
        let _ = measure.call2(&performance, &name.into(), &span);
    }
}
