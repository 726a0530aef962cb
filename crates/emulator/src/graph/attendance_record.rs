//! One attendance record as JSON.

use serde_json::{Value, json};

use super::visit::Visit;
use crate::tenant::{Attendance, Event, Somebody, Stay, Way};

/// The report's record with this number.
pub(super) fn render(
    visit: &Visit<'_>,
    event: &Event,
    report: &Attendance,
    number: usize,
) -> Value {
    let tenant = &visit.world.tenant;
    let attended = report.record(tenant, event, number);
    let stays = attended.stays.as_deref();
    let sum = || {
        let stays = stays.unwrap_or_default().iter();
        stays.filter_map(Stay::seconds).sum::<i64>()
    };
    let intervals = stays.map(|stays| stays.iter().map(interval).collect::<Vec<_>>());
    let mut record = json!({
        "emailAddress": attended.who.as_ref().and_then(|who| who.email.as_ref()),
        "role": attended.role,
        "totalAttendanceInSeconds": attended.total.unwrap_or_else(sum),
        "registrationId": attended.registration,
        "externalRegistrationInformation": null,
        "identity": attended.who.as_ref().map(|who| identity(visit, who)),
        "attendanceIntervals": intervals,
    });
    // The examples of the pages are from before there were ids.
    if visit.shape.as_documented("attendance record") {
        record["registrantId"] = Value::Null;
    } else if let Some(id) = attended.id {
        record["id"] = id.into();
    }
    record
}

fn interval(stay: &Stay) -> Value {
    json!({
        "joinDateTime": stay.joined,
        "leaveDateTime": stay.left,
        "durationInSeconds": stay.seconds(),
    })
}

fn identity(visit: &Visit<'_>, who: &Somebody) -> Value {
    let type_name = |name: &str| visit.shape.type_name("identity", name);
    match who.way {
        Way::Member => json!({
            "@odata.type": type_name("communicationsUserIdentity"),
            "id": who.id,
            "displayName": who.name,
            "tenantId": visit.world.tenant.id,
        }),
        Way::Guest => json!({
            "@odata.type": type_name("communicationsGuestIdentity"),
            "id": who.id,
            "displayName": who.name,
            "email": who.email,
        }),
        Way::Anonymous => json!({
            "@odata.type": type_name("azureCommunicationServicesUserIdentity"),
            "id": null,
            "displayName": who.name,
            "azureCommunicationServicesResourceId": null,
        }),
        Way::Phone => json!({
            "@odata.type": type_name("communicationsPhoneIdentity"),
            "id": null,
            "displayName": who.name,
        }),
    }
}
