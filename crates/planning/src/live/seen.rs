//! What was read of a session, and when.

use serde::{Deserialize, Serialize};
use virtual_events::{AttendanceReport, Session, SessionId, UtcInstant};

use super::{Reports, Slot};
use crate::conflict::Speaker;
use crate::notify::CallTimes;

/// What is known of one event beside its place in the list; shared by the windows of a browser.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// When the event alone was last read.
    pub event_at: Option<UtcInstant>,
    /// When its session was last read.
    pub session_at: Option<UtcInstant>,
    /// The session, once there is one.
    pub session: Option<SeenSession>,
    /// When its reports were last asked for.
    pub reports_at: Option<UtcInstant>,
    /// Its reports.
    pub reports: Reports,
    /// When its presenters were last asked for.
    pub presenters_at: Option<UtcInstant>,
    /// Who presents, once that was read.
    pub presenters: Option<Vec<Speaker>>,
    /// What was told of its call, where an application hears of it.
    pub call: CallTimes,
}

/// What the live list shows of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenSession {
    /// Its id.
    pub id: SessionId,
    /// The address that joins.
    #[serde(default)]
    pub join: Option<String>,
    /// The address of the recording.
    #[serde(default)]
    pub recording: Option<String>,
}

impl Seen {
    /// Takes in what a read of the session gave; a list that tells no recording takes none away.
    pub fn take_session(&mut self, session: Option<&Session>, now: UtcInstant) {
        self.session_at = Some(now);
        let Some(session) = session else {
            return;
        };
        let recording = session.video_on_demand_web_url.clone();
        self.session = Some(SeenSession {
            id: session.id.clone(),
            join: session
                .join_web_url
                .as_ref()
                .map(|url| url.as_str().to_owned()),
            recording: recording.or_else(|| self.session.take().and_then(|old| old.recording)),
        });
    }

    /// Takes in the reports there are. A report that ended before the planned start is a
    /// rehearsal's; one without an end is taken for the event's.
    pub fn take_reports(&mut self, reports: &[AttendanceReport], slot: &Slot, now: UtcInstant) {
        self.reports_at = Some(now);
        let of_event = reports
            .iter()
            .filter(|report| report.meeting_end.is_none_or(|end| end > slot.starts));
        let ends = of_event.map(|report| report.meeting_end);
        self.reports = match ends.max() {
            Some(ended) => Reports::Ready { ended },
            None => Reports::NoneYet,
        };
    }

    /// Takes in who presents.
    pub fn take_presenters(&mut self, presenters: Vec<Speaker>, now: UtcInstant) {
        self.presenters_at = Some(now);
        self.presenters = Some(presenters);
    }

    /// The address of the recording, once it is there.
    #[must_use]
    pub fn recording(&self) -> Option<&str> {
        self.session.as_ref()?.recording.as_deref()
    }

    /// The address that joins.
    #[must_use]
    pub fn join(&self) -> Option<&str> {
        self.session.as_ref()?.join.as_deref()
    }
}
