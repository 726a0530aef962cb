//! How one's subscriptions are, in a line.

use virtual_events::UtcInstant;

use super::{Kept, Renewal, Step};

/// How one's subscriptions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Health {
    /// Those that live.
    pub active: usize,
    /// Of those, how many couldn't be renewed when it was tried last.
    pub failing: usize,
    /// Those that have ended.
    pub ended: usize,
    /// When the next one is renewed; `None` without any that lives.
    pub next_renewal: Option<UtcInstant>,
    /// When the next one ends, if nothing is renewed.
    pub next_end: Option<UtcInstant>,
}

impl Health {
    /// The health of subscriptions at `now`, each with how its renewals are spread.
    #[must_use]
    pub fn of(kept: &[(Kept, Renewal)], now: UtcInstant) -> Self {
        let mut health = Self::default();
        for (kept, renewal) in kept {
            let next = match renewal.step(kept, now) {
                Step::MakeAnew => {
                    health.ended += 1;
                    continue;
                }
                Step::Renew => now,
                Step::Wait(until) => until,
            };
            health.active += 1;
            health.failing += usize::from(kept.failures > 0);
            health.next_renewal = earlier(health.next_renewal, next);
            health.next_end = earlier(health.next_end, kept.expires_at);
        }
        health
    }

    /// Whether somebody should look after them.
    #[must_use]
    pub const fn needs_attention(&self) -> bool {
        self.failing > 0 || self.ended > 0
    }
}

fn earlier(one: Option<UtcInstant>, other: UtcInstant) -> Option<UtcInstant> {
    Some(one.map_or(other, |one| one.min(other)))
}
