//! When a subscription is renewed.

use std::time::Duration;

use virtual_events::UtcInstant;

use crate::clock::millis;

/// Renewing and reauthorizing closer to each other than this may break a subscription.
pub(super) const APART: Duration = Duration::from_secs(10 * 60);

/// The token that a subscription was made with lasts about an hour: without a renewal or a
/// reauthorization nothing is delivered after it.
const AUTHORIZED: Duration = Duration::from_secs(60 * 60);

/// Before that hour is over by so much, it is renewed.
const MARGIN: Duration = Duration::from_secs(15 * 60);

/// A subscription that is to be kept alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When it ends unless renewed.
    pub expires_at: UtcInstant,
    /// When it was made, renewed or reauthorized last; `None` when that isn't known.
    pub authorized_at: Option<UtcInstant>,
    /// How often renewing has failed since it last went well.
    pub failures: u32,
    /// When it was tried last.
    pub tried_at: Option<UtcInstant>,
}

/// What is to be done with a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing before that moment.
    Wait(UtcInstant),
    /// Renew it now, which also authorizes it anew.
    Renew,
    /// It has ended: make a new one.
    MakeAnew,
}

/// How renewals are spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Renewal {
    /// A part of the margin by which it is done earlier, so that not every browser asks at once: a
    /// number in `[0, 1)`, the same for a subscription as long as it is the same one.
    pub jitter: f64,
}

impl Renewal {
    /// What is to be done with it at `now`.
    ///
    /// It is renewed a quarter of an hour (and up to five minutes more, by the jitter) before its
    /// end, or before the hour is over for which its token lasts, whichever comes first; after a
    /// failure a minute later, then two, four, up to ten minutes; never within ten minutes after a
    /// renewal, unless it would end meanwhile.
    #[must_use]
    pub fn step(self, kept: &Kept, now: UtcInstant) -> Step {
        if kept.expires_at <= now {
            return Step::MakeAnew;
        }
        let due = self.due(kept);
        if due <= now {
            Step::Renew
        } else {
            Step::Wait(due)
        }
    }

    fn due(self, kept: &Kept) -> UtcInstant {
        let earlier = MARGIN + Duration::from_secs(300).mul_f64(self.jitter.clamp(0.0, 1.0));
        let mut due = kept.expires_at.before(earlier);
        if let Some(authorized) = kept.authorized_at {
            due = due.min(authorized.after(AUTHORIZED).before(earlier));
            // not too near to the last one, as long as there is time
            let apart = authorized.after(APART);
            if millis(apart) < millis(kept.expires_at) {
                due = due.max(apart);
            }
        }
        if let (Some(tried), 1..) = (kept.tried_at, kept.failures) {
            due = due.max(tried.after(pause(kept.failures)));
        }
        due
    }
}

/// How long to wait after so many failures: a minute, then two, four, up to ten.
pub(super) fn pause(failures: u32) -> Duration {
    let doubled = 1 << failures.saturating_sub(1).min(4);
    Duration::from_secs(60).saturating_mul(doubled).min(APART)
}
