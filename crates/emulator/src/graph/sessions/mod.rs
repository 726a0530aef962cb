//! The one session of an event.

mod full;
mod join;

pub(crate) use join::url as join_url;

use serde_json::{Value, json};

use super::paging;
use super::reply::{Answer, Refusal, Reply};
use super::times;
use super::visit::Visit;
use crate::tenant::{Event, Kind};

const TYPE: &str = "virtualEventSession";

/// The session, if there is one: id, subject, link and times only.
pub(super) fn list(visit: &mut Visit<'_>, kind: Kind, id: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, _) = visit.event(kind, id)?;
    let items = event.session.iter().map(|session| {
        let mut object = summary(visit, event, session);
        for name in full::ONLY_IN_GET {
            object[name] = Value::Null;
        }
        (session.clone(), object)
    });
    paging::page(
        visit,
        "Collection(microsoft.graph.virtualEventSession)",
        items.collect(),
    )
}

/// The session with everything.
pub(super) fn get(visit: &mut Visit<'_>, kind: Kind, id: &str, session: &str) -> Answer {
    paging::only_options(visit.call, &[])?;
    let (event, role) = visit.event(kind, id)?;
    if event.session.as_deref() != Some(session) {
        return Err(Refusal::not_found("The session"));
    }
    let mut object = summary(visit, event, session);
    let details = full::details(visit, event, session, role);
    if let (Some(object), Value::Object(details)) = (object.as_object_mut(), details) {
        object.extend(details);
    }
    let object = visit.shape.with_unknown(object);
    Ok(Reply::ok(visit.shape.single("single session", object)))
}

/// What a list tells of a session.
pub(super) fn summary(visit: &Visit<'_>, event: &Event, session: &str) -> Value {
    let shape = &visit.shape;
    json!({
        "@odata.type": shape.type_name("session", TYPE),
        "id": session,
        "subject": event.title,
        "joinWebUrl": join::url(&visit.world.tenant, event, session),
        "startDateTime": times::of_session(&event.start, shape),
        "endDateTime": times::of_session(&event.end, shape),
    })
}
