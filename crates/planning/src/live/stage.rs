//! How far a session has come, by its planned times and by what is known after them.

use serde::{Deserialize, Serialize};
use virtual_events::UtcInstant;

use super::{Seen, Slot};
use crate::clock::{HOUR, MINUTE, millis};

/// From so long before its start a session is soon.
const SOON: i64 = 15 * MINUTE;

/// Past its planned end for longer than this, a session without a report is taken for over: reports
/// may be switched off, and hardly anything overruns by more.
const OVERRUN: i64 = 2 * HOUR;

/// Where a session stands. The service says none of this: it knows published events, reports that
/// come after a meeting's end, and a recording's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// It starts in more than a quarter of an hour.
    Later,
    /// It starts in a quarter of an hour or less.
    Soon,
    /// Between planned start and planned end.
    OnNow,
    /// Past its planned end by two hours at most, and its call goes on; or, where nobody tells of
    /// calls, reports can be read and there is none yet.
    Overrunning,
    /// Past its planned end; whether it is over can't be told, or nothing came for two hours.
    Ended,
    /// A report tells that it is over.
    ReportReady,
    /// It can be watched again.
    RecordingReady,
}

/// What is known of the attendance reports of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Reports {
    /// They weren't asked for, or can't be read.
    #[default]
    Unread,
    /// They were asked for after the planned end began to be near, and none is of the event itself.
    NoneYet,
    /// There is one that ended after the planned start.
    Ready {
        /// When the meeting really ended.
        ended: Option<UtcInstant>,
    },
}

impl Slot {
    /// Where it stands at `now`. The start belongs to it, the end doesn't.
    #[must_use]
    pub fn stage(&self, seen: Option<&Seen>, now: UtcInstant) -> Stage {
        if now < self.ends {
            return if self.starts <= now {
                Stage::OnNow
            } else if millis(self.starts).saturating_sub(millis(now)) <= SOON {
                Stage::Soon
            } else {
                Stage::Later
            };
        }
        let reports = seen.map_or(Reports::Unread, |seen| seen.reports);
        if seen.is_some_and(|seen| seen.recording().is_some()) {
            return Stage::RecordingReady;
        }
        let goes_on = seen.and_then(|seen| seen.call.goes_on());
        match reports {
            Reports::Ready { .. } => Stage::ReportReady,
            // who hears of the call knows better than who waits for a report
            _ if goes_on == Some(true) && now < self.overrun_until() => Stage::Overrunning,
            _ if goes_on == Some(false) => Stage::Ended,
            Reports::NoneYet if now < self.overrun_until() => Stage::Overrunning,
            Reports::NoneYet | Reports::Unread => Stage::Ended,
        }
    }

    /// Until when it may be taken for overrunning.
    pub(super) fn overrun_until(&self) -> UtcInstant {
        crate::clock::from_millis(millis(self.ends).saturating_add(OVERRUN))
    }
}
