//! What the tabs tell each other.

use super::{Hub, kept, resolve, upkeep};
use crate::browser::channel::Channel;
use leptos::prelude::*;
use planning::notify::Message;

/// This tab's end of the channel.
pub(super) struct Talk(Channel);

impl Talk {
    /// Opens the channel of this account, and asks how the stream is.
    pub(super) fn open(hub: Hub) -> Self {
        let name = ["rostrum.notify.", &hub.workspace.person().owner_key()].concat();
        let channel = Channel::open(&name, move |text| {
            // another release's tab may say something this one doesn't know
            if let Some(message) = Message::from_text(&text)
                && hub.list.is_there()
            {
                take(hub, message);
            }
        });
        let talk = Self(channel);
        talk.say(&Message::Ask);
        Effect::new(move |_| {
            let stream = hub.stream.get();
            if hub.leads.get_untracked() {
                hub.say(&Message::Stream(stream));
            }
        });
        talk
    }

    pub(super) fn say(&self, message: &Message) {
        self.0.say(&message.to_text());
    }
}

fn take(hub: Hub, message: Message) {
    match message {
        Message::Ask if hub.leads.get_untracked() => {
            hub.say(&Message::Stream(hub.stream.get_untracked()));
        }
        Message::Ask => {}
        Message::Came(came) => {
            for entry in hub.take_in(&came) {
                resolve::touch(hub, &entry);
            }
        }
        Message::Turned(turned) => hub.turned.update(|known| known.extend(turned)),
        Message::Ledger => {
            if let Some(ledger) = kept::ledger(&hub.workspace.person()) {
                hub.ledger.set(ledger);
                upkeep::look(hub);
            }
        }
        Message::Stream(stream) => {
            if !hub.leads.get_untracked() {
                hub.stream.set(stream);
            }
        }
        Message::Seen(at) => hub.seen.set(Some(at)),
    }
}
