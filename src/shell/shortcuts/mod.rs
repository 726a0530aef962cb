//! Keys that work anywhere on the page: listened to from the start, loaded when one is pressed.

mod act;
mod help;

use crate::browser::keys;
use crate::browser::storage::{self, Keep};
use crate::chunk::{chunk, chunk_view};
use crate::router::Router;
use leptos::prelude::*;

/// What is kept when somebody wants no single keys.
const OFF: (&str, &str) = ("shortcuts", "off");

/// The keys' state.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shortcuts {
    /// Whether the list of keys is open.
    pub(super) help: RwSignal<bool>,
    /// Whether single keys are wanted; holds for this page also where nothing can be kept.
    wanted: RwSignal<bool>,
}

/// Listens; returns the state, and the place where the list of keys opens.
pub(super) fn listen(router: Router) -> (Shortcuts, AnyView) {
    let kept = storage::read(Keep::Browser, OFF.0);
    let shortcuts = Shortcuts {
        help: RwSignal::new(false),
        wanted: RwSignal::new(kept.as_deref() != Some(OFF.1)),
    };
    keys::on_press(&act::MEANT, move |key, at| {
        let wanted = shortcuts.wanted.get_untracked();
        if wanted {
            leptos::task::spawn_local(async move {
                // A key that can't be acted on now can be pressed again.
                let _ = press(router, shortcuts, key, at).await;
            });
        }
        wanted
    });
    // Once made it stays: a dialog that is taken away while it closes doesn't give the focus back.
    let made = Memo::new(move |made| made == Some(&true) || shortcuts.help.get());
    let place = move || {
        let made = made.get();
        made.then(|| chunk_view(dialog(shortcuts), ().into_any()))
    };
    (shortcuts, place.into_any())
}

chunk! {
    shortcuts, preload:
    /// Does what the key is for. `at`: the event's time in milliseconds.
    pub(super) fn press(router: Router, shortcuts: Shortcuts, key: String, at: f64) -> () {
        act::act(router, shortcuts, &key, at);
    }
}

chunk! {
    shortcuts:
    /// The list of keys.
    pub(super) fn dialog(shortcuts: Shortcuts) -> AnyView {
        help::dialog(shortcuts)
    }
}
