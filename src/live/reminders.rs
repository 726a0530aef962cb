//! Words, a sound and a notification before a session starts, for who wants them.

use super::page::Live;
use crate::browser::notification::{self, Allowed};
use crate::browser::storage::{self, Keep};
use crate::browser::{chime, page};
use crate::i18n::{event as names, live as words};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::live::{Reminder, Slot, reminders};
use virtual_events::UtcInstant;

const ON: &str = "on";
const SOUND: &str = "live.sound";
const NOTIFY: &str = "live.notify";

/// What is wanted in this browser.
#[derive(Clone, Copy)]
pub(super) struct Reminders {
    sound: RwSignal<bool>,
    notify: RwSignal<bool>,
}

impl Reminders {
    pub(super) fn new() -> Self {
        let wanted = |key| storage::read(Keep::Browser, key).as_deref() == Some(ON);
        Self {
            sound: RwSignal::new(wanted(SOUND)),
            // what was allowed may be forbidden again
            notify: RwSignal::new(wanted(NOTIFY) && notification::allowed() == Allowed::Yes),
        }
    }
}

fn keep(key: &str, wanted: bool) {
    if wanted {
        // kept nowhere it holds for this page, which the pressed button shows
        let _ = storage::write(Keep::Browser, key, ON);
    } else {
        storage::remove(Keep::Browser, key);
    }
}

/// The two switches.
pub(super) fn switches(live: Live) -> AnyView {
    let Reminders { sound, notify } = live.reminders;
    let toasts = expect_context::<Toasts>();
    let pressed = |on: RwSignal<bool>| move || if on.get() { "true" } else { "false" };
    let switch_sound = move |_| {
        let wanted = !sound.get_untracked();
        sound.set(wanted);
        keep(SOUND, wanted);
        if wanted {
            // so that everybody knows what to listen for, and the browser allows it from now on
            chime::ring();
        }
    };
    let switch_notify = move |_| {
        if notify.get_untracked() {
            notify.set(false);
            keep(NOTIFY, false);
            return;
        }
        leptos::task::spawn_local(async move {
            let allowed = notification::ask().await == Allowed::Yes;
            let _ = notify.try_set(allowed);
            keep(NOTIFY, allowed);
            if !allowed {
                toasts.say(words::NOT_ALLOWED);
            }
        });
    };
    view! {
        <button type="button" class="button" aria-pressed=pressed(sound) title=words::SOUND_HELP on:click=switch_sound>{words::SOUND}</button>
        <button type="button" class="button" aria-pressed=pressed(notify) title=words::NOTIFY_HELP on:click=switch_notify>{words::NOTIFY}</button>
    }
    .into_any()
}

/// Reminds 15, 5 and 1 minute before, for as long as the page lives.
pub(super) fn follow(live: Live) {
    Effect::new(move |before: Option<UtcInstant>| {
        let now = live.watching.clock.now();
        if let Some(before) = before {
            for (title, id, reminder) in due(live, before, now) {
                remind(live, &title, &id, &reminder);
            }
        }
        now
    });
}

fn due(live: Live, before: UtcInstant, now: UtcInstant) -> Vec<(String, String, Reminder)> {
    live.groups.with_untracked(|groups| {
        let next = groups
            .as_ref()
            .map(|it| it.next.as_slice())
            .unwrap_or_default();
        let slots: Vec<Slot> = next.iter().map(|item| item.slot).collect();
        let named = |reminder: Reminder| {
            let item = next.iter().find(|item| item.slot == reminder.slot)?;
            let title = names::title(&item.row.title);
            Some((title, item.row.id.as_str().to_owned(), reminder))
        };
        reminders(&slots, before, now)
            .into_iter()
            .filter_map(named)
            .collect()
    })
}

fn remind(live: Live, title: &str, id: &str, reminder: &Reminder) {
    let words = words::reminder(reminder.minutes);
    live.said.set([title, " ", &words].concat());
    if live.reminders.sound.get_untracked() && !page::hidden() {
        chime::ring();
    }
    if live.reminders.notify.get_untracked() {
        // the same tag in all tabs: one notification
        let tag = ["rostrum.", id, ".", &reminder.minutes.to_string()].concat();
        notification::show(title, &words, &tag);
    }
}
