//! The browser's edges, in a real browser.
//!
//! The test numbers are those of the crate's list of cases. The sign-in service is a script; storage,
//! locks, address bar and `fetch` are the browser's own, except where a test says that it breaks one.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    reason = "outside test functions too, a stand-in that can't go on ends its test"
)]

mod address_bar;
mod bridge;
mod clicks;
mod fetch;
mod locks;
mod page;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The tests are run by `wasm-bindgen-test-runner`; Rust's own harness isn't needed, and not every
/// wasm toolchain has it.
fn main() {}
