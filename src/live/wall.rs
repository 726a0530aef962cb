//! The list on a wall: large, alone on the screen, and the screen stays on.

use crate::browser::wake_lock::WakeLock;
use crate::browser::{full_screen, listen, page, timer};
use crate::i18n::live as words;
use crate::router::Router;
use crate::routes::Page;
use leptos::ev;
use leptos::prelude::*;

/// The attribute of the page that the style sheet looks for.
const WALL: &str = "data-wall";

/// How long the way out is shown after the pointer has moved, in milliseconds.
const SHOWN: u32 = 3_000;

/// Whether the screen stays on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Awake {
    /// Nobody asked for it.
    NotAsked,
    /// It does.
    Kept,
    /// This browser doesn't do it, or not now.
    Refused,
}

/// The wall's state; whether it is on stands in the address.
#[derive(Clone, Copy)]
pub(super) struct Wall {
    router: Router,
    on: Memo<bool>,
    pub(super) awake: RwSignal<Awake>,
    /// Counts the pointer's moves; the way out is shown for a while after each.
    moves: RwSignal<u32>,
}

impl Wall {
    pub(super) fn new() -> Self {
        let router = Router::expect();
        let on = Memo::new(move |_| {
            let [wall] = router.query(["wall"]);
            wall == "1" && router.page() == Some(Page::Live)
        });
        let wall = Self {
            router,
            on,
            awake: RwSignal::new(Awake::NotAsked),
            moves: RwSignal::new(0),
        };
        wall.show();
        wall.stay_awake();
        wall.hear_escape();
        wall
    }

    fn show(self) {
        Effect::new(move |_| page::mark(WALL, self.on.get()));
        on_cleanup(|| page::mark(WALL, false));
        listen(ev::pointermove, move |_| {
            if self.on.get_untracked() {
                self.moves.update(|moves| *moves = moves.wrapping_add(1));
                let now = self.moves.get_untracked();
                timer::after(SHOWN, move || {
                    if self.moves.try_get_untracked() == Some(now) {
                        self.moves.set(0);
                    }
                });
            }
        });
    }

    /// Keeps the screen on; asks again when the page is seen again, since the browser lets go of it
    /// when the page is hidden.
    fn stay_awake(self) {
        let lock = StoredValue::new_local(None::<WakeLock>);
        let seen = RwSignal::new(0_u32);
        listen(ev::visibilitychange, move |_| seen.update(|it| *it += 1));
        Effect::new(move |_| {
            seen.track();
            if !self.on.get() || page::hidden() {
                lock.set_value(None);
                self.awake.set(Awake::NotAsked);
                return;
            }
            leptos::task::spawn_local(async move {
                let asked = WakeLock::request().await;
                let awake = match asked {
                    Some(_) => Awake::Kept,
                    None => Awake::Refused,
                };
                // the page may be left by now: then the lock goes with what is dropped here
                if lock.try_set_value(asked).is_none() {
                    self.awake.set(awake);
                }
            });
        });
    }

    /// Escape leaves; in full screen the browser hears it first, so the end of that leaves too.
    fn hear_escape(self) {
        let was_full = StoredValue::new(false);
        listen(ev::fullscreenchange, move |_| {
            let full = full_screen::is_on();
            if was_full.get_value() && !full && self.on.get_untracked() {
                self.leave();
            }
            was_full.set_value(full);
        });
        listen(ev::keydown, move |ev| {
            if ev.key() == "Escape" && self.on.get_untracked() {
                self.leave();
            }
        });
    }

    fn enter(self) {
        self.router.push(&[&Page::Live.path(), "?wall=1"].concat());
        full_screen::enter();
    }

    fn leave(self) {
        if full_screen::is_on() {
            full_screen::leave();
        }
        self.router.push(&Page::Live.path());
    }
}

/// The way in.
pub(super) fn button(wall: Wall) -> AnyView {
    view! { <button type="button" class="button" title=words::WALL_HELP on:click=move |_| wall.enter()>{words::WALL}</button> }
        .into_any()
}

/// The way out: seen when the pointer moves, or by keyboard.
pub(super) fn exit(wall: Wall) -> AnyView {
    let class = move || {
        if wall.moves.get() > 0 {
            "button wall-exit shown"
        } else {
            "button wall-exit"
        }
    };
    (move || {
        wall.on.get().then(|| {
            view! { <button type="button" class=class on:click=move |_| wall.leave()>{words::LEAVE_WALL}</button> }
        })
    })
    .into_any()
}
