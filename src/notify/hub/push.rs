//! Web Push, where somebody has switched it on in this browser.

use super::Hub;
use super::act::NotMade;
use crate::browser::push::{self, NotAllowed, PushKeys};
use crate::browser::{notification, timer};
use crate::i18n::notify as words;
use leptos::prelude::*;
use planning::notify::{Came, LIFECYCLE_FROM, Watched, Way, Wish};
use std::rc::Rc;
use virtual_events::{ChangeType, ClientState, Error, WebPush};

/// Whether Graph tells this browser itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::notify) enum Push {
    /// The browser doesn't know how.
    Unknown,
    /// It could.
    Off,
    /// It does.
    On(PushKeys),
    /// The user, a policy or the browser's maker forbids it.
    Refused,
}

/// Why it couldn't be switched on.
#[derive(Debug, Clone)]
pub(in crate::notify) enum NotOn {
    /// The browser refused.
    Refused,
    /// Graph gave no key.
    Graph(Rc<Error>),
}

impl From<NotAllowed> for NotOn {
    fn from(NotAllowed: NotAllowed) -> Self {
        Self::Refused
    }
}

/// Finds out how it is, and hears what is pushed.
pub(super) fn follow(hub: Hub) {
    if !push::is_known() {
        return;
    }
    hub.push.set(Push::Off);
    push::listen(move |body| {
        // every tab is told: the one that leads takes it in for all
        if hub.leads.try_get_untracked() == Some(true) {
            let name = ["push.", &timer::unique_name()].concat();
            hub.came(Came::pushed(&body, &name, timer::now()));
        }
    });
    leptos::task::spawn_local(async move {
        if let Some(keys) = push::current().await {
            let _ = hub.push.try_set(Push::On(keys));
        }
    });
}

impl Hub {
    /// Switches it on; right after a click only.
    pub(in crate::notify) async fn push_on(self) -> Result<(), NotOn> {
        // nobody who refuses this is asked for anything else
        if notification::ask().await != notification::Allowed::Yes {
            let _ = self.push.try_set(Push::Refused);
            return Err(NotOn::Refused);
        }
        let calls = self.workspace.graph().subscriptions();
        let key = calls.vapid_public_key().await;
        let key = key.map_err(|error| NotOn::Graph(Rc::new(error)))?;
        match push::subscribe(key.as_str(), words::PUSHED).await {
            Ok(keys) => {
                let _ = self.push.try_set(Push::On(keys));
                Ok(())
            }
            Err(refused) => {
                let _ = self.push.try_set(Push::Refused);
                Err(refused.into())
            }
        }
    }

    /// Switches it off. Subscriptions that went by it end within the hour.
    pub(in crate::notify) async fn push_off(self) {
        push::unsubscribe().await;
        let _ = self.push.try_set(Push::Off);
    }

    /// The keys, where it is on; doesn't track.
    pub(in crate::notify) fn push_keys(self) -> Option<PushKeys> {
        match self.push.try_get_untracked()? {
            Push::On(keys) => Some(keys),
            _ => None,
        }
    }

    /// Makes a subscription whose notifications are pushed to this browser.
    ///
    /// For an hour, which needs no address for lifecycle notifications: what such an address would
    /// be is written nowhere.
    pub(in crate::notify) async fn make_by_push(
        self,
        keys: &PushKeys,
        watched: Watched,
        changes: Vec<ChangeType>,
    ) -> Result<(), NotMade> {
        let calls = self.workspace.graph().subscriptions();
        let key = calls.vapid_public_key().await;
        let key = key.map_err(|error| NotMade::Graph(Rc::new(error)))?;
        let wish = Wish {
            changes,
            lasts: LIFECYCLE_FROM - super::act::MARGIN,
            ..Wish::new(watched, &*keys.endpoint)
        };
        let keys = WebPush {
            vapid_public_key: key,
            p256dh: keys.p256dh.clone(),
            auth: ClientState::new(&*keys.auth),
        };
        self.make(&wish, Way::Push, Some(keys)).await
    }
}
