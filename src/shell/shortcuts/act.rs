//! What each key does.

use super::Shortcuts;
use crate::board::SEARCH;
use crate::browser::page;
use crate::router::Router;
use crate::routes::Page;
use leptos::prelude::*;
use std::cell::Cell;
use virtual_events::EventKind;

/// Every key that means something.
pub(super) const MEANT: [&str; 8] = ["/", "?", "n", "g", "b", "c", "l", "t"];

/// Milliseconds within which the second key of two follows the first.
const PATIENCE: f64 = 1_500.0;

thread_local! {
    /// When `g` was pressed, in the time of events.
    static GOING: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
    /// When `/` was pressed.
    static SEARCHED: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// `/` searches, `n` begins a town hall, `g` and a letter go somewhere, `?` says so.
pub(super) fn act(router: Router, shortcuts: Shortcuts, key: &str, at: f64) {
    let going = at - GOING.replace(f64::NEG_INFINITY) < PATIENCE;
    // meant for the search box, which didn't have the focus yet
    if key != "/" && at - SEARCHED.get() < PATIENCE {
        return;
    }
    match (key, going) {
        ("g", _) => GOING.set(at),
        ("b", true) => router.go(&Page::Board),
        ("c", true) => router.go(&Page::Calendar),
        ("t", true) => router.go(&Page::Templates),
        ("l", true) => router.go(&Page::Live),
        ("n", false) => router.go(&Page::New(EventKind::Townhall)),
        ("/", false) => {
            SEARCHED.set(at);
            if untrack(|| router.page()) != Some(Page::Board) {
                router.go(&Page::Board);
            }
            page::focus(SEARCH);
        }
        ("?", false) => shortcuts.help.set(true),
        _ => {}
    }
}
