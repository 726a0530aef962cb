//! Reading events: "get virtualEventTownhall", "get virtualEventWebinar", `getByUserRole`.

use std::ops::Bound::{Excluded, Unbounded};

use super::paging;
use super::render;
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use crate::tenant::{Event, Kind, Role};

/// One event, for every role that may see it.
pub(super) fn get(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, role) = visit.event(kind, id)?;
    let object = render::event(visit, event, role);
    let place = match kind {
        // Only the webinar's page has its example wrapped.
        Kind::Townhall if !visit.shape.is_mixed() => return Ok(Reply::ok(object)),
        Kind::Townhall => "single town hall",
        Kind::Webinar => "single webinar",
    };
    Ok(Reply::ok(visit.shape.single(place, object)))
}

/// Every event of a kind.
pub(super) fn all(visit: &mut Visit<'_>, kind: Kind) -> Answer {
    paging::only_options(visit.call, &["$count"])?;
    page(visit, kind, Role::Organizer, |_| true)
}

/// The caller's events in one of the two roles.
pub(super) fn by_role(visit: &mut Visit<'_>, kind: Kind, role: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let wanted = wanted(role)?;
    let (tenant, oid) = (&visit.world.tenant, &visit.caller.oid);
    page(visit, kind, wanted, |event| {
        tenant.role(event, oid) == Some(wanted)
    })
}

/// Somebody's events in one of the two roles, for an application.
pub(super) fn by_user(visit: &mut Visit<'_>, kind: Kind, user: &str, role: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let wanted = wanted(role)?;
    let tenant = &visit.world.tenant;
    if !tenant.people.contains_key(user) {
        return Err(Refusal::not_found("The user"));
    }
    page(visit, kind, wanted, |event| {
        tenant.role(event, user) == Some(wanted)
    })
}

fn wanted(role: &str) -> Result<Role, Refusal> {
    match role {
        "organizer" => Ok(Role::Organizer),
        "coOrganizer" => Ok(Role::CoOrganizer),
        other => Err(Refusal::bad_request(format!(
            "Invalid role '{other}': it must be 'organizer' or 'coOrganizer'."
        ))),
    }
}

/// A page of the events that fit, as somebody in this role sees them.
fn page(visit: &Visit<'_>, kind: Kind, role: Role, fits: impl Fn(&Event) -> bool) -> Answer {
    let tenant = &visit.world.tenant;
    let after = paging::after(visit.call)?;
    let found = tenant
        .events
        .range::<str, _>((after.as_deref().map_or(Unbounded, Excluded), Unbounded))
        .map(|(_, event)| event)
        .filter(|event| event.kind == kind)
        .filter(|event| fits(event))
        // One more than a page tells that there is another one.
        .take(visit.world.settings.page_size + 1)
        .map(|event| (event.id.clone(), render::event(visit, event, role)))
        .collect();
    let context = format!("Collection(microsoft.graph.{})", kind.type_name());
    paging::page(visit, &context, found)
}
