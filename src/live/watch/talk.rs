//! What the tabs tell each other.

use super::Watching;
use crate::browser::channel::Channel;
use leptos::prelude::*;
use planning::live::{Interest, Message};
use virtual_events::{EventId, MyEvent, UtcInstant, VirtualEvent};

/// This tab's end of the channel.
pub(super) struct Talk(Channel);

/// What came from another tab last, so that it isn't sent back.
#[derive(Clone, Copy)]
struct Heard {
    events_at: StoredValue<Option<UtcInstant>>,
    event: StoredValue<Option<VirtualEvent>>,
}

impl Talk {
    /// Opens the channel of this account, asks what others know, and passes on what is new here.
    pub(super) fn open(watching: Watching) -> Self {
        let name = ["rostrum.watch.", &watching.workspace.person().owner_key()].concat();
        let heard = Heard {
            events_at: StoredValue::new(None),
            event: StoredValue::new(None),
        };
        let channel = Channel::open(&name, move |text| {
            // another release's tab may say something this one doesn't know
            if let Some(message) = Message::from_text(&text)
                && watching.list.is_there()
            {
                take(watching, heard, message);
            }
        });
        let talk = Self(channel);
        talk.say(&Message::Ask);
        pass_on(watching, heard);
        talk
    }

    pub(super) fn say(&self, message: &Message) {
        if let Some(text) = message.to_text() {
            self.0.say(&text);
        }
    }
}

/// Tells others what this tab has read or changed, whoever wanted it.
fn pass_on(watching: Watching, heard: Heard) {
    Effect::new(move |_| {
        if let Some(message) = events(watching, heard) {
            watching.say(&message);
        }
    });
    Effect::new(move |_| {
        let Some(event) = watching.list.replaced_last() else {
            return;
        };
        if heard
            .event
            .with_value(|before| before.as_ref() != Some(&event))
        {
            watching.say(&Message::Event(Box::new(event)));
        }
    });
}

/// My events, unless another tab has told them, or some are missing.
fn events(watching: Watching, heard: Heard) -> Option<Message> {
    let known = watching.list.known();
    let at = known.read_at?;
    let new = heard.events_at.get_value() != Some(at);
    (new && known.failures.is_empty() && known.error.is_none())
        .then(|| known.events.map(|events| Message::events(at, &events)))?
}

fn take(watching: Watching, heard: Heard, message: Message) {
    match message {
        Message::Ask => answer(watching),
        Message::Listed => watching.interest.set(Interest::Sessions),
        Message::Events { at, events } => {
            if watching.list.known_untracked().read_at < Some(at) {
                heard.events_at.set_value(Some(at));
                let events = events.into_iter().map(MyEvent::from).collect();
                watching.list.accept(events, at);
            }
        }
        Message::Event(event) => {
            heard.event.set_value(Some(VirtualEvent::clone(&event)));
            watching.list.replace(&event);
        }
        Message::Seen(id, seen) => {
            watching.seen.update(|known| {
                known.insert(id, *seen);
            });
        }
        Message::Spent(spent) => watching.spent.set(spent),
    }
}

/// Tells a new tab everything; the one that reads does it.
fn answer(watching: Watching) {
    if !watching.leads.get_untracked() {
        return;
    }
    let known = watching.list.known_untracked();
    if let (Some(at), Some(events)) = (known.read_at, known.events) {
        watching.say(&Message::events(at, &events));
    }
    let seen: Vec<(EventId, _)> = watching.seen.with_untracked(|seen| {
        seen.iter()
            .map(|(id, it)| (id.clone(), it.clone()))
            .collect()
    });
    for (id, seen) in seen {
        watching.say(&Message::Seen(id, Box::new(seen)));
    }
    if watching.interest.get_untracked() == Interest::Sessions {
        watching.say(&Message::Listed);
    }
    watching.say(&Message::Spent(watching.spent.get_untracked()));
}
