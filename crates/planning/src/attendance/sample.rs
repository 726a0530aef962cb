//! Records for tests, each told in a line.

use virtual_events::{
    AttendanceInterval, AttendanceRecord, AttendanceReport, AttendanceRole, Identity, ReportId,
    TenantId, UserId, UtcInstant,
};

use super::{Roll, Schedule, Sitting};
use crate::jiff_rules::utc;

/// A time on 1 June 2027, `10:00` or `10:00:30`.
pub(super) fn at(clock: &str) -> UtcInstant {
    let seconds = if clock.len() == 5 { ":00" } else { "" };
    utc(&["2027-06-01T", clock, seconds, "Z"].concat())
}

/// Planned from ten to eleven.
pub(super) fn planned() -> Schedule {
    Schedule {
        start: Some(at("10:00")),
        end: Some(at("11:00")),
    }
}

/// A report of a meeting between two times.
pub(super) fn report(id: &str, start: &str, end: &str) -> AttendanceReport {
    AttendanceReport {
        id: ReportId::from(id),
        total_participant_count: None,
        meeting_start: Some(at(start)),
        meeting_end: Some(at(end)),
        external_event_information: Vec::new(),
        attendance_records: Vec::new(),
    }
}

pub(super) fn interval(join: Option<&str>, leave: Option<&str>) -> AttendanceInterval {
    AttendanceInterval {
        join: join.map(at),
        leave: leave.map(at),
        duration_in_seconds: None,
    }
}

/// A user of the tenant with an address at example.com, there at those times.
pub(super) fn member(id: &str, times: &[(&str, &str)]) -> AttendanceRecord {
    let mut identity = Identity::user(UserId::from(id)).named(id);
    identity.tenant_id = Some(TenantId::from("home"));
    AttendanceRecord {
        email_address: Some([id, "@example.com"].concat()),
        identity: Some(identity),
        ..nobody(times)
    }
}

/// Somebody who typed a name and nothing else.
pub(super) fn named(name: &str, times: &[(&str, &str)]) -> AttendanceRecord {
    AttendanceRecord {
        identity: Some(Identity::default().named(name)),
        ..nobody(times)
    }
}

/// An attendee of whom nothing is told.
pub(super) fn nobody(times: &[(&str, &str)]) -> AttendanceRecord {
    let intervals = times
        .iter()
        .map(|(join, leave)| interval(Some(join), Some(leave)));
    AttendanceRecord {
        role: Some(AttendanceRole::Attendee),
        attendance_intervals: intervals.collect(),
        ..AttendanceRecord::default()
    }
}

pub(super) fn in_the_part_of(
    mut record: AttendanceRecord,
    role: AttendanceRole,
) -> AttendanceRecord {
    record.role = Some(role);
    record
}

/// One meeting from ten to eleven.
pub(super) fn held(records: Vec<AttendanceRecord>) -> Vec<Sitting> {
    vec![Sitting::new(report("r", "10:00", "11:00"), records)]
}

/// The roll of sittings, seen a day later.
pub(super) fn roll(sittings: &[Sitting]) -> Roll {
    Roll::of(sittings, &planned(), utc("2027-06-02T10:00:00Z"))
}
