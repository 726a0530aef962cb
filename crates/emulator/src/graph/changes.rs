//! What a call that was done has changed, for those who subscribed.

use axum::http::Method;
use serde_json::Value;

use super::reply::{Payload, Reply};
use super::route::{Key, Part, Resource};
use crate::subscriptions::{Change, What};
use crate::tenant::{Kind, registrations};
use crate::world::World;

/// Tells of what the call did.
pub(super) fn announce(world: &mut World, method: &Method, resource: &Resource, reply: &Reply) {
    let (kind, id, what) = match resource {
        Resource::Events(kind) if method == Method::POST => {
            let Some(id) = id_of(reply) else { return };
            let by = organizers(world, &id);
            (*kind, id, vec![What::Made(by)])
        }
        Resource::Event(kind, id, part) => {
            let what = of_part(world, method, *kind, id, part, reply);
            (*kind, id.clone(), what)
        }
        _ => return,
    };
    for what in what {
        let event = id.clone();
        world.announce(&Change { kind, event, what });
    }
}

fn of_part(
    world: &World,
    method: &Method,
    kind: Kind,
    id: &str,
    part: &Part,
    reply: &Reply,
) -> Vec<What> {
    let session = || {
        let event = world
            .tenant
            .events
            .get(id)
            .filter(|event| event.kind == kind);
        event.and_then(|event| event.session.clone())
    };
    let edited = |session: Option<What>| std::iter::once(What::Edited).chain(session).collect();
    match (method, part) {
        (&Method::POST, Part::Publish) => edited(session().map(What::SessionMade)),
        (&Method::PATCH, Part::Itself) => edited(session().map(What::SessionEdited)),
        (&Method::POST, Part::Cancel | Part::ExternalInformation | Part::Presenters)
        | (&Method::PATCH | &Method::DELETE, Part::Presenter(_)) => edited(None),
        (&Method::POST, Part::Registrations) => {
            id_of(reply).map(What::Registered).into_iter().collect()
        }
        (&Method::POST, Part::RegistrationCancel(key)) => registration(world, id, key)
            .map(What::RegistrationEdited)
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// The id of what was made.
fn id_of(reply: &Reply) -> Option<String> {
    let Payload::Json(body) = &reply.payload else {
        return None;
    };
    let object = body.get("value").filter(|value| value.is_object());
    let id = object.unwrap_or(body).get("id").and_then(Value::as_str);
    id.map(str::to_owned)
}

fn organizers(world: &World, id: &str) -> Vec<String> {
    let event = world.tenant.events.get(id);
    event
        .map(|event| {
            let first = std::iter::once(&event.organizer);
            first.chain(&event.co_organizers).cloned().collect()
        })
        .unwrap_or_default()
}

fn registration(world: &World, id: &str, key: &Key) -> Option<String> {
    let event = world.tenant.events.get(id)?;
    let people = &world.tenant.people;
    registrations(&world.tenant, event)
        .into_iter()
        .rfind(|one| match key {
            Key::Id(id) => one.id == *id,
            Key::User(oid) => one.user.as_ref() == Some(oid),
            Key::Email(email) => {
                let person = one.user.as_ref().and_then(|oid| people.get(oid));
                one.email.as_deref() == Some(email)
                    || person.is_some_and(|person| person.answers_to(email))
            }
        })
        .map(|one| one.id)
}
