//! Who came to an event, made up from its id: the same each time it is asked.
//!
//! A report knows its people by number, and each is worked out when asked for, so that a page
//! of a report with tens of thousands costs no more than a page.

mod calls;
mod crowd;
mod live;
mod names;
mod odd;
mod people;
mod stay;

use jiff::Timestamp;

use super::event::{Event, Status};
use super::{Tenant, registrants};
use crate::chance::Dice;
use crate::ident::{Ids, spread};
use calls::Call;
use crowd::Crowd;

pub(crate) use calls::over_at;
pub(crate) use live::{LiveCall, Participant, live_calls, report_ids};
pub(crate) use people::{Somebody, Way};
pub(super) use people::{known, numbered};

/// One report; each time a meeting ends makes one.
#[derive(Debug, Clone)]
pub(crate) struct Attendance {
    pub(crate) id: String,
    pub(crate) started_at: Timestamp,
    pub(crate) ended_at: Timestamp,
    call: Call,
    crowd: Crowd,
}

/// A record: somebody who was there.
#[derive(Debug, Clone)]
pub(crate) struct Attended {
    /// None where the service forgot it.
    pub(crate) id: Option<String>,
    pub(crate) who: Option<Somebody>,
    /// `Organizer`, `Presenter`, `Attendee` or `None`.
    pub(crate) role: &'static str,
    pub(crate) registration: Option<String>,
    pub(crate) stays: Option<Vec<Stay>>,
    /// Seconds, when they aren't the sum of the stays.
    pub(crate) total: Option<i64>,
}

/// From joining to leaving.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stay {
    pub(crate) joined: Timestamp,
    /// None where the service forgot it.
    pub(crate) left: Option<Timestamp>,
}

impl Stay {
    /// Whole seconds; negative when they left before they came.
    pub(crate) fn seconds(&self) -> Option<i64> {
        Some(self.left?.duration_since(self.joined).as_secs())
    }
}

/// The reports of an event on calls that were over at `at`, newest first.
pub(crate) fn reports(tenant: &Tenant, event: &Event, at: Timestamp) -> Vec<Attendance> {
    if event.status != Status::Published || event.course.unreported {
        return Vec::new();
    }
    let ids = Ids::new(spread(&event.id));
    let mut reports: Vec<Attendance> = calls::of(event)
        .into_iter()
        .filter(|call| call.ended_at <= at)
        .map(|call| Attendance {
            id: ids.named(&call.name),
            started_at: call.started_at,
            ended_at: call.ended_at,
            crowd: Crowd::of(tenant, event, &call),
            call,
        })
        .collect();
    reports.sort_by_key(|report| std::cmp::Reverse(report.ended_at));
    reports
}

impl Attendance {
    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.crowd.len() + if self.crowd.odd { odd::KINDS } else { 0 }
    }

    /// The record with this number, below [`Self::len`]: those who run the event first.
    pub(crate) fn record(&self, tenant: &Tenant, event: &Event, number: usize) -> Attended {
        let dice = Dice::of(&self.id).at(number as u64);
        let (id, crowd) = (dice.at(0).guid(), &self.crowd);
        if let Some((who, role)) = crowd.staff.get(number) {
            return Attended {
                id: Some(id),
                who: Some(who.clone()),
                role,
                registration: None,
                stays: Some(vec![stay::of_staff(&self.call, dice, number)]),
                total: None,
            };
        }
        let number = number - crowd.staff.len();
        let attendee = |who: Somebody, registration: Option<String>| Attended {
            id: Some(id.clone()),
            who: Some(who),
            role: "Attendee",
            registration,
            stays: Some(stay::of_attendee(&self.call, dice, event.course.stays)),
            total: None,
        };
        if let Some((who, registration)) = crowd.registered.get(number) {
            return attendee(who.clone(), Some(registration.clone()));
        }
        let number = number - crowd.registered.len();
        let Some(person) = crowd.numbers.get(number).copied() else {
            return odd::record(number - crowd.numbers.len(), &self.call, &id);
        };
        let who = people::numbered(tenant, event, &crowd.known, person);
        attendee(who, registrants::registered_as(event, person))
    }
}
