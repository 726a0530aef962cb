//! What is remembered of one's subscriptions: Graph's list tells neither when one was authorized
//! last nor what became of its renewals.

mod noted;
mod trouble;

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use virtual_events::{Subscription, SubscriptionId, UtcInstant};

use super::{Health, Renewal, Step};

pub use noted::{Made, Noted, Upkeep, Way};
pub use trouble::Trouble;

/// One's subscriptions, as this browser remembers them.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ledger {
    kept: BTreeMap<SubscriptionId, Noted>,
}

/// Where a subscription stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It lives, and what was tried last went well.
    Well,
    /// It lives, but something is wrong: see its trouble.
    Troubled,
    /// Its time is over.
    Ended,
    /// The service doesn't have it any more.
    Gone,
}

impl Ledger {
    /// The ledger written by [`to_text`](Self::to_text); an empty one if that can't be read.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// As text, to be kept. It holds no secret.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// All of them: those of an event together, the event itself first.
    #[must_use]
    pub fn all(&self) -> Vec<(&SubscriptionId, &Noted)> {
        let mut all: Vec<_> = self.kept.iter().collect();
        all.sort_by_key(|(id, noted)| (noted.resource.as_str(), *id));
        all
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: &SubscriptionId) -> Option<&Noted> {
        self.kept.get(id)
    }

    /// Takes in one that was made just now.
    pub fn made(&mut self, id: SubscriptionId, noted: Noted) {
        self.kept.insert(id, noted);
    }

    /// Takes one out.
    pub fn forget(&mut self, id: &SubscriptionId) -> Option<Noted> {
        self.kept.remove(id)
    }

    /// Changes what is noted of one; nothing if it isn't there.
    pub fn change(&mut self, id: &SubscriptionId, change: impl FnOnce(&mut Noted)) {
        if let Some(noted) = self.kept.get_mut(id) {
            change(noted);
        }
    }

    /// Takes in the service's list: what it has and isn't here comes in, what it hasn't any more is
    /// gone. `relay` is the relay's address, if there is one.
    pub fn compare(&mut self, listed: &[Subscription], relay: Option<&str>, now: UtcInstant) {
        for subscription in listed {
            let Some(expires_at) = subscription.expires_at else {
                continue;
            };
            match self.kept.get_mut(&subscription.id) {
                Some(noted) => {
                    noted.expires_at = expires_at;
                    noted.find_way(subscription, relay);
                    if noted.trouble == Some(Trouble::Gone) {
                        noted.trouble = None;
                    }
                }
                None => {
                    let noted = Noted::of(subscription, expires_at, relay);
                    self.kept.insert(subscription.id.clone(), noted);
                }
            }
        }
        for (id, noted) in &mut self.kept {
            let there = listed.iter().any(|it| it.id == *id);
            if !there && noted.expires_at > now {
                noted.trouble = Some(Trouble::Gone);
            }
        }
        // nobody looks after what was over long ago and isn't to be made anew
        let over = |noted: &Noted| noted.expires_at.after(FORGOTTEN_AFTER) < now;
        self.kept.retain(|_, noted| !over(noted));
    }

    /// Where one stands.
    #[must_use]
    pub fn standing(noted: &Noted, now: UtcInstant) -> Standing {
        match &noted.trouble {
            Some(Trouble::Gone) => Standing::Gone,
            _ if noted.expires_at <= now => Standing::Ended,
            Some(_) => Standing::Troubled,
            None => Standing::Well,
        }
    }

    /// What has to be done now for those that are kept alive.
    #[must_use]
    pub fn due(&self, now: UtcInstant) -> Vec<(SubscriptionId, Step)> {
        let alive = self
            .kept
            .iter()
            .filter(|(_, it)| it.upkeep == Upkeep::KeptAlive);
        alive
            .filter_map(|(id, noted)| {
                let step = step(id, noted, now);
                (!matches!(step, Step::Wait(_))).then(|| (id.clone(), step))
            })
            .collect()
    }

    /// How they are, in a line.
    #[must_use]
    pub fn health(&self, now: UtcInstant) -> Health {
        let kept: Vec<_> = self
            .kept
            .iter()
            .filter(|(_, noted)| noted.trouble != Some(Trouble::Gone))
            .map(|(id, noted)| (noted.kept(), spread(id)))
            .collect();
        let mut health = Health::of(&kept, now);
        health.ended += self.kept.len() - kept.len();
        health
    }
}

/// So long after its end a subscription is forgotten.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What is to be done with one, a failure before taken into account.
fn step(id: &SubscriptionId, noted: &Noted, now: UtcInstant) -> Step {
    let gone = noted.trouble == Some(Trouble::Gone);
    let step = spread(id).step(&noted.kept(), now);
    if !gone && step != Step::MakeAnew {
        return step;
    }
    if !noted.can_be_made_anew() {
        return Step::Wait(now.after(FORGOTTEN_AFTER));
    }
    match noted.tried_at {
        // the same pace at which renewals are tried again
        Some(tried) if noted.failures > 0 => {
            let again = tried.after(super::renewal::pause(noted.failures));
            if again > now {
                Step::Wait(again)
            } else {
                Step::MakeAnew
            }
        }
        _ => Step::MakeAnew,
    }
}

/// How a subscription's renewals are spread: by its id, so that every tab finds the same.
fn spread(id: &SubscriptionId) -> Renewal {
    // FNV-1a: any hash does that spreads ids which differ in few letters
    let hash = id.as_str().bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    Renewal {
        jitter: f64::from(hash) / (f64::from(u32::MAX) + 1.0),
    }
}
