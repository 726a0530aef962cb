//! Who came to an event: made up from its id, the same each time it is asked.

use jiff::{SignedDuration, Timestamp};

use super::event::{Event, Status};
use super::zones::instant_of;
use super::{Person, Tenant};
use crate::ident::spread;

/// One report; each time a meeting ends makes one.
#[derive(Debug, Clone)]
pub(crate) struct Attendance {
    pub(crate) id: String,
    pub(crate) started_at: Timestamp,
    pub(crate) ended_at: Timestamp,
    pub(crate) present: Vec<Attended>,
}

/// Somebody who was there.
#[derive(Debug, Clone)]
pub(crate) struct Attended {
    /// Object id, for people of the directory.
    pub(crate) user: Option<String>,
    pub(crate) name: String,
    pub(crate) email: String,
    /// `Organizer`, `Presenter` or `Attendee`.
    pub(crate) role: &'static str,
    /// Joined and left.
    pub(crate) intervals: Vec<(Timestamp, Timestamp)>,
}

/// The reports of an event that there are at `now`, newest first: nothing before the end.
pub(crate) fn reports(tenant: &Tenant, event: &Event, now: Timestamp) -> Vec<Attendance> {
    let (Some(start), Some(end)) = (instant_of(&event.start), instant_of(&event.end)) else {
        return Vec::new();
    };
    if event.status != Status::Published || now < end {
        return Vec::new();
    }
    let later = |at: Timestamp, seconds: i64| {
        at.checked_add(SignedDuration::from_secs(seconds))
            .unwrap_or(at)
    };
    let mut reports = vec![report(
        tenant,
        event,
        "main",
        later(start, -180),
        later(end, 240),
    )];
    // Every third event had a rehearsal, which makes a report like any other.
    if spread(&event.id).is_multiple_of(3) {
        let rehearsal = (later(start, -86_400), later(start, -86_400 + 1_500));
        let mut report = report(tenant, event, "rehearsal", rehearsal.0, rehearsal.1);
        report.present.retain(|person| person.role != "Attendee");
        reports.push(report);
    }
    reports
}

fn report(
    tenant: &Tenant,
    event: &Event,
    name: &str,
    started_at: Timestamp,
    ended_at: Timestamp,
) -> Attendance {
    let present = tenant
        .people
        .values()
        .filter_map(|person| {
            let role = if person.id == event.organizer {
                "Organizer"
            } else if event
                .presenters
                .iter()
                .any(|presenter| presenter.who.is_user(&person.id))
            {
                "Presenter"
            } else {
                "Attendee"
            };
            let dice = spread(&format!("{}/{name}/{}", event.id, person.id));
            let came = role != "Attendee" || !dice.is_multiple_of(3);
            came.then(|| attended(person, role, dice, started_at, ended_at))
        })
        .collect();
    let id = crate::ident::Ids::new(spread(&event.id)).named(name);
    Attendance {
        id,
        started_at,
        ended_at,
        present,
    }
}

/// Most stay from a late start to an early end; one in five went out in between.
fn attended(
    person: &Person,
    role: &'static str,
    dice: u64,
    started_at: Timestamp,
    ended_at: Timestamp,
) -> Attended {
    let length = ended_at.as_second() - started_at.as_second();
    let part = |sides: u64, shift: u32| i64::try_from((dice >> shift) % sides).unwrap_or(0);
    let at = |seconds: i64| {
        Timestamp::from_second(started_at.as_second() + seconds.clamp(0, length))
            .unwrap_or(started_at)
    };
    let (joined, left) = (part(600, 8), length - part(420, 20));
    let left = left.max(joined + 30);
    let intervals = if part(5, 32) == 0 && left - joined > 600 {
        let middle = (joined + left) / 2;
        vec![(at(joined), at(middle - 60)), (at(middle + 60), at(left))]
    } else {
        vec![(at(joined), at(left))]
    };
    Attended {
        user: Some(person.id.clone()),
        name: person.name.clone(),
        email: person.mail.clone().unwrap_or_default(),
        role,
        intervals,
    }
}
