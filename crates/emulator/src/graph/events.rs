//! Reading events: "get virtualEventTownhall", "get virtualEventWebinar", `getByUserRole`.

use std::ops::Bound::{Excluded, Unbounded};

use super::paging;
use super::render;
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use crate::tenant::{Kind, Role};

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

/// The caller's events in one of the two roles.
pub(super) fn by_role(visit: &mut Visit<'_>, kind: Kind, role: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let wanted = match role {
        "organizer" => Role::Organizer,
        "coOrganizer" => Role::CoOrganizer,
        other => {
            return Err(Refusal::bad_request(format!(
                "Invalid role '{other}': it must be 'organizer' or 'coOrganizer'."
            )));
        }
    };
    let tenant = &visit.world.tenant;
    let after = paging::after(visit.call)?;
    let found = tenant
        .events
        .range::<str, _>((after.as_deref().map_or(Unbounded, Excluded), Unbounded))
        .map(|(_, event)| event)
        .filter(|event| event.kind == kind)
        .filter(|event| tenant.role(event, &visit.caller.oid) == Some(wanted))
        // One more than a page tells that there is another one.
        .take(visit.world.settings.page_size + 1)
        .map(|event| (event.id.clone(), render::event(visit, event, wanted)))
        .collect();
    let context = format!("Collection(microsoft.graph.{})", kind.type_name());
    paging::page(visit, &context, found)
}
