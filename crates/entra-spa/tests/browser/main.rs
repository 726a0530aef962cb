//! The browser's edges, in a real browser.
//!
//! The test numbers are those of the crate's list of cases. The sign-in service is a script; storage,
//! locks, address bar and `fetch` are the browser's own, except where a test says that it breaks one.

#![cfg_attr(
    target_arch = "wasm32",
    expect(
        clippy::unwrap_used,
        reason = "outside test functions too, a stand-in that can't go on ends its test"
    )
)]

#[cfg(target_arch = "wasm32")]
mod address_bar;
#[cfg(target_arch = "wasm32")]
mod bridge;
#[cfg(target_arch = "wasm32")]
mod clicks;
#[cfg(target_arch = "wasm32")]
mod fetch;
#[cfg(target_arch = "wasm32")]
mod locks;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod storage;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The tests are run by `wasm-bindgen-test-runner`; Rust's own harness isn't needed, and not every
/// wasm toolchain has it. On a host there is nothing to run.
fn main() {}
