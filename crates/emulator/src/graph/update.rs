//! "Update virtualEventTownhall" and "Update virtualEventWebinar".

use super::fields;
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use super::{body, create, identity, render, times};
use crate::tenant::{Kind, Status};

/// The update list of the pages: everything else is for create only.
const CHANGEABLE: [&str; 7] = [
    "coOrganizers",
    "description",
    "displayName",
    "endDateTime",
    "isRegistrationRequired",
    "settings",
    "startDateTime",
];

/// Changes what is given, collections as a whole.
pub(super) fn update(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    let fields = visit.call.object()?;
    let mut changeable = CHANGEABLE.to_vec();
    if kind == Kind::Townhall {
        changeable.push("invitedAttendees");
    }
    fields::only(&fields, &changeable, kind.type_name())?;
    let tenant = &visit.world.tenant;
    let co_organizers = fields::list(&fields, "coOrganizers")?
        .map(|items| identity::read_co_organizers(items, tenant))
        .transpose()?;
    let invited = fields::list(&fields, "invitedAttendees")?
        .map(|items| identity::read_invitees(items, tenant))
        .transpose()?;
    let title = create::title(&fields)?;
    let description = body::read(&fields, "description")?;
    let start = times::read(&fields, "startDateTime")?;
    let end = times::read(&fields, "endDateTime")?;
    let required = fields::boolean(&fields, "isRegistrationRequired")?;
    let emails_attendees = create::emails_attendees(&fields)?;

    let now = visit.now;
    let event = visit.editable(kind, id)?;
    if event.status == Status::Canceled {
        return Err(Refusal::conflict(
            "A canceled virtual event can't be changed.",
        ));
    }
    // A start that stays as it was may be past: what is on now can still be made longer.
    let moved = start.as_ref().is_some_and(|start| *start != event.start);
    let start = start.unwrap_or_else(|| event.start.clone());
    let end = end.unwrap_or_else(|| event.end.clone());
    if moved {
        times::check_future(&start, now)?;
    }
    times::check_order(&start, &end)?;

    event.start = start;
    event.end = end;
    event.title = title.unwrap_or_else(|| event.title.clone());
    event.desk.required = required.unwrap_or(event.desk.required);
    event.emails_attendees = emails_attendees.unwrap_or(event.emails_attendees);
    if fields.contains_key("description") {
        event.description = description;
    }
    if let Some(co_organizers) = co_organizers {
        event.co_organizers = co_organizers;
    }
    if let Some(invited) = invited {
        event.invited = invited;
    }
    // A co-organizer may have struck their own name from the list: they see the answer still.
    let event = event.clone();
    let role = visit.event(kind, id).map(|(_, role)| role);
    let role = role.unwrap_or(crate::tenant::Role::CoOrganizer);
    Ok(Reply::ok(render::event(visit, &event, role)))
}
