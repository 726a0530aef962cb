//! Attendance reports and records, for organizer and co-organizers, after the end.

use serde_json::{Value, json};

use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use super::{paging, render};
use crate::tenant::{Attendance, Attended, Event, Kind, Role, reports};

/// The query options of these pages; which ones exactly isn't written.
const OPTIONS: [&str; 5] = ["$select", "$top", "$filter", "$orderby", "$expand"];

/// The reports there are, at most fifty.
pub(super) fn list(visit: &mut Visit<'_>, kind: Kind, id: &str, session: &str) -> Answer {
    paging::only_options(visit.call, &OPTIONS)?;
    let (event, role) = attended(visit, kind, id, session)?;
    let items = reports(&visit.world.tenant, event, visit.now)
        .iter()
        .take(50)
        .map(|report| {
            let mut object = summary(event, role, report);
            object["attendanceRecords"] = json!([]);
            (report.id.clone(), object)
        })
        .collect();
    paging::page(
        visit,
        "Collection(microsoft.graph.meetingAttendanceReport)",
        items,
    )
}

/// One report; `$expand=attendanceRecords` brings the records along.
pub(super) fn get(
    visit: &mut Visit<'_>,
    kind: Kind,
    id: &str,
    session: &str,
    report: &str,
) -> Answer {
    paging::only_options(visit.call, &OPTIONS)?;
    let (event, role) = attended(visit, kind, id, session)?;
    let report = find(visit, event, report)?;
    let mut object = summary(event, role, &report);
    if visit
        .call
        .option("$expand")
        .is_some_and(|what| what.contains("attendanceRecords"))
    {
        object["attendanceRecords"] = report
            .present
            .iter()
            .map(|person| record(visit, &report, person))
            .collect();
    }
    Ok(Reply::ok(object))
}

/// Who was there.
pub(super) fn records(
    visit: &mut Visit<'_>,
    kind: Kind,
    id: &str,
    session: &str,
    report: &str,
) -> Answer {
    paging::only_options(visit.call, &OPTIONS)?;
    let (event, _) = attended(visit, kind, id, session)?;
    let report = find(visit, event, report)?;
    let items = report
        .present
        .iter()
        .map(|person| (person.email.clone(), record(visit, &report, person)))
        .collect();
    paging::page(visit, "Collection(microsoft.graph.attendanceRecord)", items)
}

fn attended<'v>(
    visit: &'v Visit<'_>,
    kind: Kind,
    id: &str,
    session: &str,
) -> Result<(&'v Event, Role), Refusal> {
    let (event, role) = visit.event(kind, id)?;
    if !matches!(role, Role::Organizer | Role::CoOrganizer) {
        let message = "Only the organizer and co-organizers can read attendance reports.";
        return Err(Refusal::forbidden(message));
    }
    if event.session.as_deref() != Some(session) {
        return Err(Refusal::not_found("The session"));
    }
    Ok((event, role))
}

fn find(visit: &Visit<'_>, event: &Event, id: &str) -> Result<Attendance, Refusal> {
    reports(&visit.world.tenant, event, visit.now)
        .into_iter()
        .find(|report| report.id == id)
        .ok_or_else(|| Refusal::not_found("The attendance report"))
}

fn summary(event: &Event, role: Role, report: &Attendance) -> Value {
    json!({
        "id": report.id,
        "totalParticipantCount": report.present.len(),
        "meetingStartDateTime": report.started_at,
        "meetingEndDateTime": report.ended_at,
        "externalEventInformation": render::external(event, role),
    })
}

fn record(visit: &Visit<'_>, report: &Attendance, person: &Attended) -> Value {
    let intervals = person.intervals.iter().map(|(joined, left)| {
        json!({
            "joinDateTime": joined,
            "leaveDateTime": left,
            "durationInSeconds": left.as_second() - joined.as_second(),
        })
    });
    let total: i64 = person
        .intervals
        .iter()
        .map(|(joined, left)| left.as_second() - joined.as_second())
        .sum();
    let mut record = json!({
        "id": format!("{}-{}", report.id, person.user.as_deref().unwrap_or(&person.email)),
        "emailAddress": person.email,
        "role": person.role,
        "totalAttendanceInSeconds": total,
        "registrationId": null,
        "externalRegistrationInformation": null,
        "identity": {
            "@odata.type": visit.shape.type_name("identity", "communicationsUserIdentity"),
            "id": person.user,
            "displayName": person.name,
            "tenantId": visit.world.tenant.id,
        },
        "attendanceIntervals": intervals.collect::<Vec<_>>(),
    });
    if visit.shape.as_documented("attendance record")
        && let Some(record) = record.as_object_mut()
    {
        record.remove("id");
        record.insert("registrantId".to_owned(), Value::Null);
    }
    record
}
