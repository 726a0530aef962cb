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

/// Whether the help is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Help(pub(super) RwSignal<bool>);

/// Listens; returns what opens the help, and the place where it opens.
pub(super) fn listen(router: Router) -> (Help, AnyView) {
    let help = Help(RwSignal::new(false));
    keys::on_press(&act::MEANT, move |key, at| {
        let wanted = wanted();
        if wanted {
            leptos::task::spawn_local(async move {
                // A key that can't be acted on now can be pressed again.
                let _ = press(router, help, key, at).await;
            });
        }
        wanted
    });
    // Once made it stays: a dialog that is taken away while it closes doesn't give the focus back.
    let made = Memo::new(move |made| made == Some(&true) || help.0.get());
    let place = move || made.get().then(|| chunk_view(dialog(help), ().into_any()));
    (help, place.into_any())
}

fn wanted() -> bool {
    storage::read(Keep::Browser, OFF.0).as_deref() != Some(OFF.1)
}

chunk! {
    shortcuts:
    /// Does what the key is for. `at`: the event's time in milliseconds.
    pub(super) fn press(router: Router, help: Help, key: String, at: f64) -> () {
        act::act(router, help, &key, at);
    }
}

chunk! {
    shortcuts:
    /// The list of keys.
    pub(super) fn dialog(help: Help) -> AnyView {
        help::dialog(help)
    }
}
