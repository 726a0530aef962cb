//! What has to be read next so that the live list is right, and no more than that.

use std::collections::BTreeMap;

use virtual_events::{EventId, EventKind, UtcInstant};

use super::{Reports, Seen, Slot};
use crate::board::BoardRow;
use crate::clock::{DAY, HOUR, MINUTE, from_millis, millis};

/// Minutes from the planned start at which the event is looked at again: it may have been moved or
/// cancelled.
const FROM_START: [i64; 5] = [-30, -15, -5, -1, 2];
/// Minutes from the planned end at which it is: it may have been given more time.
const FROM_END: [i64; 2] = [-5, -1];
/// Minutes from the start at which a session that wasn't there is looked for.
const SESSION: [i64; 6] = [-60, -15, -5, -1, 1, 5];
/// Minutes from the end at which a report is looked for.
const REPORT: [i64; 14] = [-1, 1, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 240];
/// Minutes from the end at which a recording is looked for.
const RECORDING: [i64; 8] = [15, 45, 65, 90, 120, 180, 360, 720];
/// So many of what comes next have their sessions read ahead, and so many presenters are read.
const AHEAD: usize = 12;
const ON_STAGE: usize = 24;
/// Who is on stage is read within so long before the start.
const STAGE_AHEAD: i64 = DAY;
/// The list, which is four reads or more, is read so often: what is near is looked at by itself.
const SELDOM: i64 = HOUR;
/// Windows of different people don't all ask in the same second.
const SPREAD: i64 = 20_000;

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// One event.
    Event(EventKind, EventId),
    /// Its sessions.
    Sessions(EventKind, EventId),
    /// The reports of its session.
    Reports(EventKind, EventId),
    /// Its session with everything, for the recording.
    Recording(EventKind, EventId),
    /// Who presents.
    Presenters(EventKind, EventId),
    /// The list of my events.
    Events,
}

/// When to read what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// From when on it is due; in the past when it is overdue.
    pub at: UtcInstant,
    /// What.
    pub read: Read,
}

/// Whether attendance reports may be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportAccess {
    /// The permission is there.
    Granted,
    /// It isn't; nobody is asked for it by a list on the wall.
    Missing,
}

/// Whether anybody looks at what is known of sessions beside their events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interest {
    /// A live list is open: sessions, reports, recordings, who is on stage.
    Sessions,
    /// None is: the events themselves do.
    EventsOnly,
}

/// What one browser reads, all its windows together.
#[derive(Debug, Clone, Copy)]
pub struct Watch<'a> {
    /// My events.
    pub rows: &'a [BoardRow],
    /// When they were read.
    pub read_at: UtcInstant,
    /// What is known of some of them.
    pub seen: &'a BTreeMap<EventId, Seen>,
    /// Whether anybody looks at sessions.
    pub interest: Interest,
    /// Whether reports may be read.
    pub reports: ReportAccess,
    /// Events whose presenters are wanted for another reason than that they are on soon.
    pub wanted: &'a [(EventKind, EventId)],
    /// Where this browser stands among all, in `[0, 1)`; the same for as long as it watches.
    pub spread: f64,
}

impl Watch<'_> {
    /// What to read first, as of `now`.
    ///
    /// An event is looked at around its start and before its end; where a live list is open, its
    /// session once ahead, reports and recording after the end, less and less often; the list every hour. What was missed (a
    /// laptop slept) is made up for by one read, not by many.
    #[must_use]
    pub fn next(&self, now: UtcInstant) -> Due {
        let mut first = self.list();
        let mut ahead: Vec<(Slot, &BoardRow)> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let Some(slot) = Slot::of(index, row) else {
                continue;
            };
            if millis(slot.ends).saturating_add(DAY) < millis(now) {
                continue;
            }
            if now < slot.ends {
                ahead.push((slot, row));
            }
            for due in self.of_slot(&slot, row, now).into_iter().flatten() {
                if due.at < first.at {
                    first = due;
                }
            }
        }
        ahead.sort_by_key(|(slot, _)| slot.starts);
        if first.at <= now {
            return first;
        }
        let once = self.unseen(&ahead).or_else(|| self.on_stage(&ahead, now));
        once.map_or(first, |read| Due { at: now, read })
    }

    /// The next session that was never looked for.
    fn unseen(&self, ahead: &[(Slot, &BoardRow)]) -> Option<Read> {
        if self.interest == Interest::EventsOnly {
            return None;
        }
        let never = |row: &BoardRow| {
            let seen = self.seen.get(&row.id);
            seen.is_none_or(|seen| seen.session.is_none() && seen.session_at.is_none())
        };
        let (_, row) = ahead.iter().take(AHEAD).find(|(_, row)| never(row))?;
        Some(Read::Sessions(row.kind, row.id.clone()))
    }

    /// The next event whose presenters were never asked for.
    fn on_stage(&self, ahead: &[(Slot, &BoardRow)], now: UtcInstant) -> Option<Read> {
        let never = |id: &EventId| {
            let seen = self.seen.get(id);
            seen.is_none_or(|seen| seen.presenters_at.is_none())
        };
        let listed = self.interest == Interest::Sessions;
        let soon = |slot: &Slot| listed && millis(slot.starts) - millis(now) <= STAGE_AHEAD;
        let soon = ahead
            .iter()
            .take(AHEAD)
            .filter(|(slot, _)| soon(slot))
            .map(|(_, row)| (row.kind, &row.id));
        let wanted = self.wanted.iter().map(|(kind, id)| (*kind, id));
        let (kind, id) = soon
            .chain(wanted)
            .take(ON_STAGE)
            .find(|(_, id)| never(id))?;
        Some(Read::Presenters(kind, id.clone()))
    }

    fn list(&self) -> Due {
        let wait = SELDOM + part(self.spread, SELDOM / 5);
        Due {
            at: from_millis(millis(self.read_at).saturating_add(wait)),
            read: Read::Events,
        }
    }

    fn of_slot(&self, slot: &Slot, row: &BoardRow, now: UtcInstant) -> [Option<Due>; 4] {
        let nothing = Seen::default();
        let seen = self.seen.get(&row.id).unwrap_or(&nothing);
        let (kind, id) = (row.kind, row.id.clone());
        let from = |of: UtcInstant, minutes: &[i64]| -> Vec<i64> {
            minutes
                .iter()
                .map(|it| millis(of).saturating_add(it * MINUTE) + part(self.spread, SPREAD))
                .collect()
        };
        let due = |marks: Vec<i64>, asked: Option<UtcInstant>, read: Read| {
            let asked = asked.map_or(i64::MIN, millis);
            let mark = marks.into_iter().filter(|mark| *mark > asked).min()?;
            Some(Due {
                at: from_millis(mark),
                read,
            })
        };
        let mut looks = from(slot.starts, &FROM_START);
        looks.extend(from(slot.ends, &FROM_END));
        // the list tells as much as the event alone
        let looked = seen.event_at.max(Some(self.read_at));
        let event = due(looks, looked, Read::Event(kind, id.clone()));
        if self.interest == Interest::EventsOnly {
            return [event, None, None, None];
        }

        let session = seen.session.is_none().then(|| {
            let marks = from(slot.starts, &SESSION);
            due(marks, seen.session_at, Read::Sessions(kind, id.clone()))
        });
        let wants_report = seen.session.is_some()
            && self.reports == ReportAccess::Granted
            && !matches!(seen.reports, Reports::Ready { .. });
        let report = wants_report.then(|| {
            let marks = from(slot.ends, &REPORT);
            due(marks, seen.reports_at, Read::Reports(kind, id.clone()))
        });
        let wants_recording =
            seen.session.is_some() && seen.recording().is_none() && slot.ends <= now;
        let recording = wants_recording.then(|| {
            let marks = from(slot.ends, &RECORDING);
            due(marks, seen.session_at, Read::Recording(kind, id.clone()))
        });
        [
            event,
            session.flatten(),
            report.flatten(),
            recording.flatten(),
        ]
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a part of an hour"
)]
fn part(spread: f64, of: i64) -> i64 {
    let spread = if spread.is_finite() {
        spread.clamp(0.0, 1.0)
    } else {
        0.5
    };
    (spread * of as f64) as i64
}
