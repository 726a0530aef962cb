//! `publish`, `cancel`, `setExternalEventInformation`.

use super::fields;
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use crate::tenant::{Kind, Status};

/// From draft to published; makes the one session.
pub(super) fn publish(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    visit.call.no_body()?;
    let session = visit.world.ids.fresh();
    let event = visit.owned(kind, id)?;
    match event.status {
        Status::Draft => {
            event.status = Status::Published;
            event.session = Some(session);
            Ok(Reply::done())
        }
        Status::Published => Err(Refusal::conflict("The virtual event is published already.")),
        Status::Canceled => Err(Refusal::conflict(
            "A canceled virtual event can't be published.",
        )),
    }
}

/// From published to canceled, for good.
///
/// Whether a draft can be canceled isn't documented; here it can't.
pub(super) fn cancel(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    visit.call.no_body()?;
    let event = visit.owned(kind, id)?;
    match event.status {
        Status::Published => {
            event.status = Status::Canceled;
            Ok(Reply::done())
        }
        Status::Draft => Err(Refusal::conflict(
            "Only a published virtual event can be canceled.",
        )),
        Status::Canceled => Err(Refusal::conflict("The virtual event is canceled already.")),
    }
}

/// Keeps the caller's application's own id for the event.
pub(super) fn set_external(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    let fields = visit.call.object()?;
    let name = "externalEventId";
    if let Some(odd) = fields.keys().find(|key| *key != name) {
        return Err(Refusal::bad_request(format!(
            "The parameter '{odd}' does not exist."
        )));
    }
    let external = fields::text(&fields, name)?;
    if external
        .as_deref()
        .is_some_and(|text| text.chars().count() > 256)
    {
        return Err(Refusal::bad_property(
            name,
            "externalEventId is longer than 256 characters.",
        ));
    }
    let application = visit.world.tenant.client_id.clone();
    let event = visit.editable(kind, id)?;
    event.external.retain(|(by, _)| *by != application);
    if let Some(external) = external {
        event.external.push((application, external));
    }
    Ok(Reply::done())
}
