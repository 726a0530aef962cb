//! What happens to the session without the app's doing.

use super::{AuthClient, Inner};
use crate::sign_out::message;
use std::rc::Rc;

/// Where something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// In this tab.
    This,
    /// In another tab of this origin.
    Other,
}

/// A change of the session that every part of the app may want to know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionEvent {
    /// The account was signed out; its tokens are gone from this tab.
    SignedOut(Tab),
    /// The browser shows this page again after the user left it for the sign-in service and came
    /// back by the Back button: the sign-in under way was abandoned.
    InteractionAbandoned,
}

pub(super) type Listener = Rc<dyn Fn(SessionEvent)>;

impl AuthClient {
    /// Calls back on changes of the session, for as long as the client lives.
    pub fn on_session_event(&self, listener: impl Fn(SessionEvent) + 'static) {
        self.0.listeners.borrow_mut().push(Rc::new(listener));
    }

    /// Listens to other tabs and to the browser.
    pub(super) fn hear(&self) {
        let this = self.weak();
        self.0.edges.channel.on_message(Box::new(move |text| {
            if let Some(inner) = this.upgrade() {
                inner.heard(text);
            }
        }));
        let this = self.weak();
        self.0.edges.navigation.on_restored(Box::new(move || {
            if let Some(inner) = this.upgrade() {
                inner.restored();
            }
        }));
    }
}

impl Inner {
    /// Another tab spoke. Tabs have sessions of their own; the same account goes with it.
    fn heard(&self, text: &str) {
        let concerned = self.vault.load().is_some_and(|session| {
            text == message::signed_out(&self.config.client_id, &session.account.key)
        });
        if concerned {
            self.forget();
            self.tell(SessionEvent::SignedOut(Tab::Other));
        }
    }

    fn restored(&self) {
        if self.is_busy() {
            self.clear_busy();
            self.tell(SessionEvent::InteractionAbandoned);
        }
    }

    pub(super) fn tell(&self, event: SessionEvent) {
        // a copy, so that a listener may add another
        let listeners = self.listeners.borrow().clone();
        for listener in listeners {
            listener(event);
        }
    }
}
