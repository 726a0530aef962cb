//! The app's own view of the browser: its zones, its HTML, its addresses.

#![cfg_attr(
    target_arch = "wasm32",
    expect(
        clippy::unwrap_used,
        reason = "outside test functions too, a stand-in that can't go on ends its test"
    )
)]

#[cfg(target_arch = "wasm32")]
mod html;
#[cfg(target_arch = "wasm32")]
mod routes;
#[cfg(target_arch = "wasm32")]
mod zones;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The tests are run by `wasm-bindgen-test-runner`; on a host there is nothing to run.
fn main() {}
