//! Messages between the tabs of this app in one browser.

use super::listen_to;
use leptos::prelude::{StoredValue, WithValue, on_cleanup};
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel of that name; without the browser's support nobody hears.
#[derive(Debug, Clone)]
pub(crate) struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Opens it and hears what other tabs say, until the owner is cleaned up.
    pub(crate) fn open(name: &str, heard: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            listen_to(channel, "message", move |event: web_sys::Event| {
                let data = event.dyn_ref().map(MessageEvent::data);
                if let Some(text) = data.and_then(|data| data.as_string()) {
                    heard(text);
                }
            });
            let closing = StoredValue::new_local(channel.clone());
            on_cleanup(move || {
                let _ = closing.try_with_value(BroadcastChannel::close);
            });
        }
        Self(channel)
    }

    /// Says something to the other tabs.
    pub(crate) fn say(&self, message: &str) {
        if let Some(channel) = &self.0 {
            // a channel that is closed has nobody to hear it
            let _ = channel.post_message(&message.into());
        }
    }
}
