//! Attendance reports and records, for organizer and co-organizers, some minutes after the end.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::paging::Window;
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use super::{attendance_record, paging, render};
use crate::tenant::{Attendance, Event, Kind, Role, reports};

/// The query options of these pages; which ones exactly isn't written.
const OPTIONS: [&str; 6] = [
    "$select", "$top", "$filter", "$orderby", "$expand", "$count",
];

/// The most reports that there ever are in a list.
const NEWEST: usize = 50;

/// The largest page of records that `$top` can ask for.
const LARGEST_PAGE: usize = 1_000;

/// The newest reports, newest first.
pub(super) fn list(visit: &mut Visit<'_>, kind: Kind, id: &str, session: &str) -> Answer {
    let top = top(visit)?;
    let (event, role) = prepared(visit, kind, id, session)?;
    let mut reports = there(visit, event);
    reports.truncate(NEWEST);
    let window = Window {
        total: reports.len(),
        size: top.unwrap_or(visit.world.settings.page_size),
        path: visit.call.path.clone(),
    };
    paging::numbered(
        visit,
        "Collection(microsoft.graph.meetingAttendanceReport)",
        &window,
        |number| {
            let mut object = summary(event, role, &reports[number]);
            object["attendanceRecords"] = json!([]);
            object
        },
    )
}

/// One report; `$expand=attendanceRecords` brings the first records along.
pub(super) fn get(
    visit: &mut Visit<'_>,
    kind: Kind,
    id: &str,
    session: &str,
    report: &str,
) -> Answer {
    top(visit)?;
    let (event, role) = prepared(visit, kind, id, session)?;
    let report = find(visit, event, report)?;
    let mut object = summary(event, role, &report);
    let name = "attendanceRecords";
    let expands = visit.call.option("$expand");
    if expands.is_some_and(|what| what.contains(name)) {
        let many = visit.world.settings.records_expanded;
        let record = |number| attendance_record::render(visit, event, &report, number);
        object[name] = (0..report.len().min(many)).map(record).collect();
        if report.len() > many {
            let path = format!("{}/{name}", visit.call.path);
            let link = paging::link_from(visit, &path, &[], &many.to_string());
            object[format!("{name}@odata.nextLink")] = link.into();
        }
    }
    Ok(Reply::ok(object))
}

/// Who was there, page by page.
pub(super) fn records(
    visit: &mut Visit<'_>,
    kind: Kind,
    id: &str,
    session: &str,
    report: &str,
) -> Answer {
    let top = top(visit)?;
    let (event, _) = prepared(visit, kind, id, session)?;
    let report = find(visit, event, report)?;
    let window = Window {
        total: report.len(),
        size: top.unwrap_or(visit.world.settings.records_page_size),
        path: visit.call.path.clone(),
    };
    paging::numbered(
        visit,
        "Collection(microsoft.graph.attendanceRecord)",
        &window,
        |number| attendance_record::render(visit, event, &report, number),
    )
}

/// How many items the caller wants on a page.
fn top(visit: &Visit<'_>) -> Result<Option<usize>, Refusal> {
    let mut options = OPTIONS.to_vec();
    if visit.world.settings.refuse_top {
        options.retain(|option| *option != "$top");
    }
    paging::only_options(visit.call, &options)?;
    let Some(text) = visit.call.option("$top") else {
        return Ok(None);
    };
    match text.parse::<usize>() {
        Ok(top) if top > 0 => Ok(Some(top.min(LARGEST_PAGE))),
        _ => Err(Refusal::bad_request(format!(
            "Invalid value '{text}' for $top: it must be a positive whole number."
        ))),
    }
}

fn prepared<'v>(
    visit: &'v Visit<'_>,
    kind: Kind,
    id: &str,
    session: &str,
) -> Result<(&'v Event, Role), Refusal> {
    let (event, role) = visit.event(kind, id)?;
    let may = match role {
        Role::Organizer => true,
        Role::CoOrganizer => visit.world.settings.attendance_for_co_organizers,
        Role::Presenter | Role::Attendee => false,
    };
    if !may {
        let message = "Only the organizer and co-organizers can read attendance reports.";
        return Err(Refusal::forbidden(message));
    }
    if event.session.as_deref() != Some(session) {
        return Err(Refusal::not_found("The session"));
    }
    Ok((event, role))
}

/// The reports that are ready; none where they are switched off.
fn there(visit: &Visit<'_>, event: &Event) -> Vec<Attendance> {
    let settings = &visit.world.settings;
    if !settings.attendance_reports {
        return Vec::new();
    }
    let delay = SignedDuration::from_secs(settings.report_delay_s);
    let at = visit.now.checked_sub(delay).unwrap_or(visit.now);
    reports(&visit.world.tenant, event, at)
}

fn find(visit: &Visit<'_>, event: &Event, id: &str) -> Result<Attendance, Refusal> {
    there(visit, event)
        .into_iter()
        .find(|report| report.id == id)
        .ok_or_else(|| Refusal::not_found("The attendance report"))
}

fn summary(event: &Event, role: Role, report: &Attendance) -> Value {
    json!({
        "id": report.id,
        "totalParticipantCount": report.len(),
        "meetingStartDateTime": report.started_at,
        "meetingEndDateTime": report.ended_at,
        "externalEventInformation": render::external(event, role),
    })
}
