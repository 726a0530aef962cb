//! "Create virtualEventTownhall" and "Create virtualEventWebinar".

use super::fields::{self, Fields};
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use super::{body, identity, render, times};
use crate::tenant::{Course, Event, Kind, Role, Status};

/// What both kinds may be created with.
const BOTH: [&str; 8] = [
    "audience",
    "coOrganizers",
    "description",
    "displayName",
    "endDateTime",
    "isRegistrationRequired",
    "settings",
    "startDateTime",
];

/// What town halls may have beside.
const TOWNHALL: [&str; 3] = ["capacity", "invitedAttendees", "isInviteOnly"];

/// The longest title that is taken, in characters. The pages name no limit; this one is the
/// emulator's own.
const LONGEST_TITLE: usize = 255;

/// A new event, in draft.
pub(super) fn create(visit: &mut Visit<'_>, kind: Kind) -> Answer {
    let fields = visit.call.object()?;
    let mut allowed = BOTH.to_vec();
    if kind == Kind::Townhall {
        allowed.extend(TOWNHALL);
    }
    fields::only(&fields, &allowed, kind.type_name())?;
    let caller = visit.world.tenant.people.get(&visit.caller.oid);
    if caller.is_none_or(|person| person.is_guest()) {
        return Err(Refusal::forbidden(
            "Guests of the organization can't create virtual events.",
        ));
    }
    let event = read(visit, kind, &fields)?;
    let reply = render::event(visit, &event, Role::Organizer);
    visit.world.tenant.events.insert(event.id.clone(), event);
    Ok(Reply::created(reply))
}

fn read(visit: &mut Visit<'_>, kind: Kind, fields: &Fields) -> Result<Event, Refusal> {
    let required = |name: &'static str| {
        Refusal::bad_property(name, format!("The property '{name}' is required."))
    };
    let title = title(fields)?.ok_or_else(|| required("displayName"))?;
    let start = times::read(fields, "startDateTime")?.ok_or_else(|| required("startDateTime"))?;
    let end = times::read(fields, "endDateTime")?.ok_or_else(|| required("endDateTime"))?;
    times::check_future(&start, visit.now)?;
    times::check_order(&start, &end)?;
    let audience = fields::member(fields, "audience", &["everyone", "organization"])?
        .unwrap_or_else(|| "organization".to_owned());
    let invite_only = fields::boolean(fields, "isInviteOnly")?.unwrap_or(false);
    if invite_only && audience != "organization" {
        return Err(Refusal::bad_property(
            "isInviteOnly",
            "isInviteOnly can only be true when audience is organization.",
        ));
    }
    let tenant = &visit.world.tenant;
    let no_one = Vec::new();
    let co_organizers = fields::list(fields, "coOrganizers")?.unwrap_or(&no_one);
    let co_organizers = identity::read_co_organizers(co_organizers, tenant)?;
    let invited = fields::list(fields, "invitedAttendees")?.unwrap_or(&no_one);
    let invited = identity::read_invitees(invited, tenant)?;
    let required = fields::boolean(fields, "isRegistrationRequired")?;
    let emails_attendees = emails_attendees(fields)?.unwrap_or(true);
    let description = body::read(fields, "description")?;
    let capacity = fields::count(fields, "capacity")?;
    let ids = &mut visit.world.ids;
    let mut event = Event {
        id: format!("{}@{}", ids.fresh(), tenant.id),
        kind,
        status: Status::Draft,
        organizer: visit.caller.oid.clone(),
        created_at: visit.now,
        title,
        description,
        start,
        end,
        audience,
        co_organizers,
        invited,
        invite_only,
        capacity,
        emails_attendees,
        external: Vec::new(),
        presenters: Vec::new(),
        desk: crate::tenant::RegistrationDesk::default(),
        session: None,
        course: Course::default(),
    };
    event.desk.id = ids.fresh();
    event.desk.required = required.unwrap_or(kind == Kind::Webinar);
    event.desk.capacity = event.capacity;
    Ok(event)
}

/// `displayName`, when given: neither empty nor endless.
pub(super) fn title(fields: &Fields) -> Result<Option<String>, Refusal> {
    let Some(title) = fields::text(fields, "displayName")? else {
        return Ok(None);
    };
    let wrong = |message: String| Err(Refusal::bad_property("displayName", message));
    if title.trim().is_empty() {
        return wrong("'displayName' must not be empty.".to_owned());
    }
    if title.chars().count() > LONGEST_TITLE {
        return wrong(format!(
            "'displayName' is longer than {LONGEST_TITLE} characters."
        ));
    }
    Ok(Some(title))
}

/// `settings.isAttendeeEmailNotificationEnabled`, when given.
pub(super) fn emails_attendees(fields: &Fields) -> Result<Option<bool>, Refusal> {
    let Some(settings) = fields::object(fields, "settings")? else {
        return Ok(None);
    };
    let name = "isAttendeeEmailNotificationEnabled";
    fields::only(settings, &[name], "virtualEventSettings")?;
    fields::boolean(settings, name)
}
