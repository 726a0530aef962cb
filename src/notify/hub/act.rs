//! What is done to subscriptions, by the upkeep or by the user.

use super::{Hub, RelayProblem, upkeep};
use crate::browser::timer;
use leptos::prelude::*;
use planning::notify::{Made, Noted, Relay, Trouble, Upkeep, Version, Watched, Way, Wish};
use std::rc::Rc;
use std::time::Duration;
use virtual_events::{ChangeType, Error, ErrorKind, SubscriptionId, Subscriptions, WebPush};

/// The service's clock and this computer's may differ: a life is this much shorter than its limit.
pub(super) const MARGIN: Duration = Duration::from_secs(120);

/// Why a subscription wasn't made.
#[derive(Debug, Clone)]
pub(in crate::notify) enum NotMade {
    /// The relay gave no address.
    Relay(RelayProblem),
    /// Graph refused.
    Graph(Rc<Error>),
    /// There is one already; it is in the list.
    ExistsAlready(Option<SubscriptionId>),
}

impl Hub {
    /// The calls on the version of Graph that a subscription was made on.
    fn calls(self, version: Version) -> Subscriptions {
        let calls = self.workspace.graph().subscriptions();
        match version {
            Version::V1 => calls,
            Version::Beta => calls.on_beta(),
        }
    }

    /// How the notifications of one come; doesn't track.
    pub(super) fn way(self, id: &SubscriptionId) -> Option<Way> {
        let ledger = self.ledger.try_get_untracked()?;
        ledger.get(id).map(|it| it.way.clone())
    }

    /// Reads the service's list and compares.
    pub(in crate::notify) async fn compare(self) {
        let listing = self.workspace.graph().subscriptions().list();
        match listing.all().await.complete() {
            Ok(listed) => {
                let relay = self.relay_now().map(|it| it.url);
                let now = timer::now();
                self.change_ledger(|it| it.compare(&listed, relay.as_deref(), now));
                let _ = self.problem.try_set(None);
                let _ = self.compared.try_set(true);
                upkeep::look(self);
            }
            Err(error) => {
                let _ = self.problem.try_set(Some(Rc::new(error)));
            }
        }
    }

    /// Makes a subscription. One through the relay gets a feed of its own.
    pub(in crate::notify) async fn make(
        self,
        wish: &Wish,
        way: Way,
        push: Option<WebPush>,
    ) -> Result<(), NotMade> {
        let version = wish.watched.version();
        let now = timer::now();
        let mut new = wish.at(now);
        new.web_push = push;
        match self.calls(version).create(&new).await {
            Ok(made) => {
                let made = (made.id, made.expires_at.unwrap_or(new.expires_at));
                let (id, expires_at) = made;
                let made = Made {
                    resource: &new.resource,
                    changes: &wish.changes,
                    version,
                    lasts: wish.lasts,
                    expires_at,
                };
                let noted = Noted::new(&made, way, now);
                self.change_ledger(|it| it.made(id, noted));
                Ok(())
            }
            Err(error) if error.kind() == ErrorKind::Conflict => {
                self.compare().await;
                let resource = new.resource.as_str().to_owned();
                let found = self.ledger.try_with_untracked(|ledger| {
                    let all = ledger.all().into_iter();
                    let mut same = all.filter(|(_, it)| it.resource.as_str() == resource);
                    same.next().map(|(id, _)| id.clone())
                });
                Err(NotMade::ExistsAlready(found.flatten()))
            }
            Err(error) => Err(NotMade::Graph(Rc::new(error))),
        }
    }

    /// Makes a subscription whose notifications come through the relay.
    pub(in crate::notify) async fn make_by_relay(
        self,
        relay: &Relay,
        watched: Watched,
        changes: Vec<ChangeType>,
    ) -> Result<(), NotMade> {
        let label = watched.resource();
        let feed = self.new_feed(relay, label.as_str()).await;
        let feed = feed.map_err(NotMade::Relay)?;
        let lasts = watched.longest() - MARGIN;
        let wish = Wish {
            lifecycle_url: Some(feed.lifecycle_notification_url.clone()),
            client_state: Some(feed.client_state.clone()),
            lasts,
            changes,
            ..Wish::new(watched, feed.notification_url.clone())
        };
        let made = self.make(&wish, Way::Relay(feed.id.clone()), None).await;
        if made.is_err() {
            // nothing comes by it; a feed that stays is in nobody's way
            let _ = self.end_feed(relay, &feed.id).await;
        }
        made
    }

    /// Renews one, which authorizes it anew as well.
    pub(in crate::notify) async fn renew(self, id: &SubscriptionId) {
        let now = timer::now();
        let Some(noted) = self.noted_now(id) else {
            return;
        };
        let begun = self
            .renewing
            .try_update_value(|under_way| under_way.insert(id.clone()));
        if begun != Some(true) {
            // Graph asks for what the upkeep is doing already
            return;
        }
        let end = noted.next_end(now);
        let answer = self.calls(noted.version).renew(id, end).await;
        let _ = self
            .renewing
            .try_update_value(|under_way| under_way.remove(id));
        self.change_ledger(|it| {
            it.change(id, |noted| match &answer {
                Ok(renewed) => noted.renewed(renewed.expires_at.unwrap_or(end), now),
                Err(error) => noted.failed(Trouble::of(error), now),
            });
        });
    }

    /// Authorizes one anew, its end where it was.
    pub(in crate::notify) async fn reauthorize(self, id: &SubscriptionId) {
        let now = timer::now();
        let Some(noted) = self.noted_now(id) else {
            return;
        };
        let answer = self.calls(noted.version).reauthorize(id).await;
        self.change_ledger(|it| {
            it.change(id, |noted| match &answer {
                Ok(()) => noted.reauthorized(now),
                Err(error) => noted.failed(Trouble::of(error), now),
            });
        });
    }

    /// Deletes one, and its feed. One that is gone already is deleted.
    pub(in crate::notify) async fn delete(self, id: &SubscriptionId) -> Result<(), Error> {
        let Some(noted) = self.noted_now(id) else {
            return Ok(());
        };
        let over = noted.trouble == Some(Trouble::Gone) || noted.expires_at <= timer::now();
        let answer = match over {
            true => Ok(()),
            false => self.calls(noted.version).delete(id).await,
        };
        match answer {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        if let (Way::Relay(feed), Some(relay)) = (&noted.way, self.relay_now()) {
            // nothing comes by it any more
            let _ = self.end_feed(&relay, feed).await;
        }
        self.change_ledger(|it| {
            it.forget(id);
        });
        Ok(())
    }

    /// Makes one anew in the place of one that ended or is gone.
    pub(in crate::notify) async fn make_anew(self, id: &SubscriptionId) {
        let Some(noted) = self.noted_now(id) else {
            return;
        };
        let now = timer::now();
        let fail = |trouble: Trouble| {
            self.change_ledger(|it| it.change(id, |noted| noted.failed(trouble, now)));
        };
        let watched = Watched::of_resource(noted.resource.as_str());
        let Some(watched) = watched else {
            return fail(Trouble::Other(noted.resource.as_str().to_owned()));
        };
        let relay = self.relay_now();
        let made = match (&noted.way, &relay, self.push_keys()) {
            (Way::Push, _, Some(keys)) => self.make_by_push(&keys, watched, noted.changes).await,
            (_, Some(relay), _) => self.make_by_relay(relay, watched, noted.changes).await,
            // neither way is there in this browser
            _ => return fail(Trouble::Relay(String::new())),
        };
        match made {
            Ok(()) => {
                if let (Way::Relay(feed), Some(relay)) = (&noted.way, &relay) {
                    // the old one's; nothing comes by it any more
                    let _ = self.end_feed(relay, feed).await;
                }
                self.change_ledger(|it| {
                    it.forget(id);
                });
            }
            Err(NotMade::ExistsAlready(Some(other))) if other != *id => {
                self.change_ledger(|it| {
                    it.forget(id);
                    it.change(&other, |noted| noted.upkeep = Upkeep::KeptAlive);
                });
            }
            Err(NotMade::ExistsAlready(_)) => fail(Trouble::ExistsAlready),
            Err(NotMade::Graph(error)) => fail(Trouble::of(&error)),
            Err(NotMade::Relay(problem)) => fail(Trouble::Relay(problem.code())),
        }
    }

    /// Takes one under this app's care, or leaves it alone.
    pub(in crate::notify) fn care_for(self, id: &SubscriptionId, upkeep: Upkeep) {
        self.change_ledger(|it| it.change(id, |noted| noted.upkeep = upkeep));
        upkeep::look(self);
    }

    fn noted_now(self, id: &SubscriptionId) -> Option<Noted> {
        self.ledger.try_get_untracked()?.get(id).cloned()
    }
}

impl RelayProblem {
    /// A word for what went wrong, for support.
    pub(in crate::notify) fn code(&self) -> String {
        match self {
            Self::Token(error) => error.to_string(),
            Self::Unreachable => "unreachable".to_owned(),
            Self::Refused { status, code } => {
                let code = code.as_deref().unwrap_or_default();
                [&status.to_string(), " ", code].concat()
            }
            Self::Odd => "odd answer".to_owned(),
        }
    }
}

impl Hub {
    /// Subscribes to something, through the relay or else by Web Push; what is subscribed to
    /// already is taken over.
    pub(in crate::notify) async fn watch(self, watched: Watched) -> Result<(), Trouble> {
        let changes = watched.changes().to_vec();
        let made = match (self.relay_now(), self.push_keys()) {
            (Some(relay), _) => self.make_by_relay(&relay, watched, changes).await,
            (None, Some(keys)) => self.make_by_push(&keys, watched, changes).await,
            (None, None) => return Err(Trouble::Relay(String::new())),
        };
        match made {
            Ok(()) => Ok(()),
            Err(NotMade::ExistsAlready(Some(id))) if self.comes_here(&id) => {
                self.care_for(&id, Upkeep::KeptAlive);
                Ok(())
            }
            Err(NotMade::ExistsAlready(_)) => Err(Trouble::ExistsAlready),
            Err(NotMade::Graph(error)) => Err(Trouble::of(&error)),
            Err(NotMade::Relay(problem)) => Err(Trouble::Relay(problem.code())),
        }
    }

    /// Whether the way by which one's notifications came is there in this browser.
    pub(in crate::notify) fn can_make_anew(self, id: &SubscriptionId) -> bool {
        match self.way(id) {
            Some(Way::Relay(_)) => self.relay_now().is_some(),
            Some(Way::Push) => self.push_keys().is_some(),
            Some(Way::Elsewhere) | None => false,
        }
    }

    fn comes_here(self, id: &SubscriptionId) -> bool {
        self.way(id).is_some_and(|it| it != Way::Elsewhere)
    }
}
