//! `BroadcastChannel`.

use crate::edge::Channel;
use std::fmt;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// Name of the channel of this origin's tabs.
const NAME: &str = "auth-events";

/// Messages between the tabs of this origin; without the browser's support nobody hears.
pub struct TabChannel(Option<BroadcastChannel>);

impl fmt::Debug for TabChannel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TabChannel")
    }
}

impl Default for TabChannel {
    fn default() -> Self {
        Self::new()
    }
}

impl TabChannel {
    /// Opens the channel.
    #[must_use]
    pub fn new() -> Self {
        Self(BroadcastChannel::new(NAME).ok())
    }
}

impl Channel for TabChannel {
    fn announce(&self, message: &str) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(&message.into());
        }
    }

    fn on_message(&self, heard: Box<dyn Fn(&str)>) {
        let Some(channel) = &self.0 else {
            return;
        };
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                heard(&text);
            }
        });
        let _ =
            channel.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
        // for as long as the page lives
        listener.forget();
    }
}
