//! What keeps notifications coming, for all tabs of this browser, whichever page is shown.
//!
//! It lives as long as somebody is signed in. The tab that holds the lock renews subscriptions and
//! hears the relay; it tells the others what came (`planning::notify` says what is to be done).

mod act;
mod ask;
mod away;
mod kept;
mod lead;
mod listen;
mod push;
mod resolve;
mod talk;
mod upkeep;

use crate::browser::{bell, timer};
use crate::event::{Clock, EventList};
use crate::i18n::notify as words;
use crate::live;
use crate::shell::Workspace;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use planning::notify::{
    Came, Entry, Feed, Health, Held, Ledger, Message, Missed, Noted, Relay, RelayMistake, Stream,
    Turned,
};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use virtual_events::{Error, EventId, SubscriptionId, UtcInstant};

pub(super) use act::NotMade;
pub(super) use ask::{RelayProblem, scope};
pub(super) use push::{NotOn, Push};

/// Before the settings are asked for again, in milliseconds.
const SETTINGS_AGAIN: u32 = 10_000;

thread_local! {
    static HUB: Cell<Option<Hub>> = const { Cell::new(None) };
}

/// What the deployment says of a relay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Setting {
    /// Not read yet.
    Unread,
    /// There is none.
    Absent,
    /// It can't be used as it is.
    Mistaken(RelayMistake),
    /// There it is.
    At(Relay),
}

/// Notifications of the account that is signed in.
#[derive(Clone, Copy)]
pub(super) struct Hub {
    pub(super) workspace: Workspace,
    pub(super) clock: Clock,
    pub(super) list: EventList,
    pub(super) relay: RwSignal<Setting>,
    /// Whether Graph tells this browser itself.
    pub(super) push: RwSignal<Push>,
    /// How the relay's stream is.
    pub(super) stream: RwSignal<Stream>,
    /// What is remembered of subscriptions.
    pub(super) ledger: RwSignal<Ledger>,
    /// Why the service's list of subscriptions couldn't be read.
    pub(super) problem: RwSignal<Option<Rc<Error>>, LocalStorage>,
    /// Whether that list was read since the app started.
    pub(super) compared: RwSignal<bool>,
    /// What the relay holds itself, for those who may know.
    pub(super) held: RwSignal<Option<Vec<Held>>>,
    /// What has come in.
    pub(super) feed: RwSignal<Feed>,
    /// Until when somebody has looked at it.
    pub(super) seen: RwSignal<Option<UtcInstant>>,
    /// What the notifications turned out to be, by their ids.
    pub(super) turned: RwSignal<BTreeMap<String, Turned>>,
    /// What happened while nobody looked.
    pub(super) away: RwSignal<Vec<Missed>>,
    /// Whether this tab listens for all.
    pub(super) leads: RwSignal<bool>,
    busy: RwSignal<bool>,
    /// Those that are being renewed.
    renewing: StoredValue<BTreeSet<SubscriptionId>>,
    talk: StoredValue<Option<talk::Talk>, LocalStorage>,
    resolving: StoredValue<Vec<Entry>>,
}

/// The hub of this tab; begins with the first that asks.
pub(super) fn hub(workspace: Workspace) -> Hub {
    // of somebody who signed out it is gone with the frame
    let running = HUB.get().filter(|hub| hub.list.is_there());
    running.unwrap_or_else(|| {
        let hub = workspace.lasting(|| Hub::begin(workspace));
        HUB.set(Some(hub));
        hub
    })
}

impl Hub {
    fn begin(workspace: Workspace) -> Self {
        let owner = workspace.person();
        let hub = Self {
            workspace,
            clock: Clock::expect(),
            list: EventList::expect(),
            relay: RwSignal::new(Setting::Unread),
            push: RwSignal::new(Push::Unknown),
            stream: RwSignal::new(Stream::Off),
            ledger: RwSignal::new(kept::ledger(&owner).unwrap_or_default()),
            problem: RwSignal::new_local(None),
            compared: RwSignal::new(false),
            held: RwSignal::new(None),
            feed: RwSignal::new(Feed::default()),
            seen: RwSignal::new(kept::seen(&owner)),
            turned: RwSignal::new(BTreeMap::new()),
            away: RwSignal::new(Vec::new()),
            leads: RwSignal::new(false),
            busy: RwSignal::new(false),
            renewing: StoredValue::new(BTreeSet::new()),
            talk: StoredValue::new_local(None),
            resolving: StoredValue::new(Vec::new()),
        };
        // what is read for a notification reaches the other tabs by the watch
        live::keep_watch(workspace);
        hub.talk.set_value(Some(talk::Talk::open(hub)));
        lead::queue(hub);
        away::follow(hub);
        upkeep::follow(hub);
        leptos::task::spawn_local(async move {
            hub.take_in(&kept::feed(&owner).await);
            let setting = match Relay::of_config(&hub.settings().await) {
                Ok(Some(relay)) => Setting::At(relay),
                Ok(None) => Setting::Absent,
                Err(mistake) => Setting::Mistaken(mistake),
            };
            if matches!(setting, Setting::At(_)) && hub.list.is_there() {
                // what a change is different from
                hub.list.ensure(60 * 60);
            }
            let _ = hub.relay.try_set(setting);
            if hub.compared.try_get_untracked() == Some(true) {
                // which of them come through the relay is known only now
                hub.compare().await;
            }
        });
        listen::follow(hub);
        push::follow(hub);
        Effect::new(move |_| {
            let unread = hub.unread();
            bell::show(unread, &words::bell(unread));
        });
        hub
    }

    /// The deployment's settings, once the host gives them: without, nobody knows of a relay.
    async fn settings(self) -> String {
        loop {
            let text = crate::config::text_again().await;
            if !text.is_empty() || !self.list.is_there() {
                return text;
            }
            TimeoutFuture::new(SETTINGS_AGAIN).await;
        }
    }

    /// The relay, if there is one that can be used; doesn't track.
    pub(super) fn relay_now(self) -> Option<Relay> {
        match self.relay.try_get_untracked()? {
            Setting::At(relay) => Some(relay),
            _ => None,
        }
    }

    /// Takes in what was kept, or was told by another tab.
    fn take_in(self, came: &[Came]) -> Vec<Entry> {
        let now = timer::now();
        let entries: Vec<Entry> = came.iter().filter_map(|it| it.entry(now)).collect();
        let new = self.feed.try_update(|feed| feed.add(entries));
        new.unwrap_or_default()
    }

    /// Takes in what has just come, in this tab and in all others; keeps it, and finds out what it
    /// is about.
    pub(super) fn came(self, came: Vec<Came>) {
        let new = self.take_in(&came);
        if new.is_empty() {
            return;
        }
        let fresh: Vec<Came> = came
            .into_iter()
            .filter(|it| new.iter().any(|entry| entry.id == it.id))
            .collect();
        kept::add_to_feed(&self.workspace.person(), &fresh);
        self.say(&Message::Came(fresh));
        let now = timer::now();
        self.change_ledger(|ledger| {
            for entry in &new {
                if let Some(id) = &entry.meaning.subscription {
                    ledger.change(id, |noted| noted.told_at = Some(entry.at.max(now)));
                }
            }
        });
        upkeep::heed(self, &new);
        resolve::soon(self, new);
    }

    /// Changes the ledger, here and for all tabs. What another tab has written meanwhile stays.
    pub(super) fn change_ledger(self, change: impl FnOnce(&mut Ledger)) {
        if !self.list.is_there() {
            return;
        }
        let owner = self.workspace.person();
        // where the browser keeps nothing, this tab's own is all there is
        let kept = kept::ledger(&owner);
        let mut ledger = kept.unwrap_or_else(|| self.ledger.get_untracked());
        change(&mut ledger);
        kept::keep_ledger(&owner, &ledger);
        if self.ledger.with_untracked(|before| *before != ledger) {
            self.ledger.set(ledger);
            self.say(&Message::Ledger);
        }
    }

    /// Reads what the relay holds itself. Most accounts may not know, and see nothing of it.
    pub(super) async fn read_held(self) {
        if let Some(relay) = self.relay_now() {
            let held = self.held(&relay).await.ok();
            let _ = self.held.try_set(held);
        }
    }

    /// Everything up to now counts as seen.
    pub(super) fn saw_all(self) {
        let newest = self
            .feed
            .with_untracked(|feed| feed.entries().first().map(|it| it.at));
        if let Some(at) = newest
            && self.seen.get_untracked() < Some(at)
        {
            kept::keep_seen(&self.workspace.person(), at);
            self.seen.set(Some(at));
            self.say(&Message::Seen(at));
        }
    }

    /// How many notifications nobody has seen; tracks.
    pub(super) fn unread(self) -> usize {
        let seen = self.seen.get();
        self.feed.with(|feed| feed.unread(seen))
    }

    /// How the subscriptions are; tracks.
    pub(super) fn health(self) -> Health {
        let now = self.minute();
        self.ledger.with(|ledger| ledger.health(now))
    }

    /// Now, by the minute; tracks.
    pub(super) fn minute(self) -> UtcInstant {
        let now = self.clock.now().unix_milliseconds();
        UtcInstant::from_unix_milliseconds(now - now.rem_euclid(60_000))
    }

    /// One subscription; tracks.
    pub(super) fn noted(self, id: &SubscriptionId) -> Option<Noted> {
        self.ledger.with(|ledger| ledger.get(id).cloned())
    }

    /// Subscriptions to anything of an event; tracks.
    pub(super) fn of_event(self, event: &EventId) -> Vec<(SubscriptionId, Noted)> {
        self.ledger.with(|ledger| {
            let all = ledger.all().into_iter();
            all.filter(|(_, noted)| {
                let subject = planning::notify::Subject::at(noted.resource.as_str());
                subject.event.as_ref() == Some(event)
            })
            .map(|(id, noted)| (id.clone(), noted.clone()))
            .collect()
        })
    }

    /// Says something to the other tabs.
    fn say(self, message: &Message) {
        self.talk.try_with_value(|talk| {
            if let Some(talk) = talk {
                talk.say(message);
            }
        });
    }
}
