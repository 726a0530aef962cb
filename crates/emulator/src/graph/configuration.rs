//! "Get registrationConfiguration".

use serde_json::json;

use super::paging;
use super::reply::{Answer, Reply};
use super::visit::Visit;
use crate::tenant::{Kind, Status};

/// How people register; the portal's address is there from publishing on.
pub(super) fn get(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, _) = visit.event(kind, id)?;
    let portal = (event.status != Status::Draft)
        .then(|| format!("https://events.teams.microsoft.com/event/{}", event.id));
    let type_name = format!("{}RegistrationConfiguration", kind.type_name());
    Ok(Reply::ok(json!({
        "@odata.type": visit.shape.type_name("configuration", &type_name),
        "id": event.desk.id,
        "registrationWebUrl": portal,
        "capacity": event.desk.capacity,
        "isWaitlistEnabled": event.desk.waitlist,
        "isManualApprovalEnabled": event.desk.manual_approval,
    })))
}
