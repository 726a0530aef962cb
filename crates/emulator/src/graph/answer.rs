//! From method and resource to the operation, with the scopes the reference tables ask for.

use axum::http::Method;

use super::call::{Call, Version};
use super::reply::{Answer, Refusal};
use super::route::{Part, Resource, resource};
use super::shape::Shape;
use super::subscriptions::Naming;
use super::visit::{Caller, Visit};
use super::{
    actions, attendance, changes, configuration, create, events, mail, people, photo, presenters,
    questions, registrations, sessions, subscriptions, update,
};
use crate::running::Ports;
use crate::tenant::Kind;
use crate::wire::writes;
use crate::world::World;

const READ: [&str; 3] = [
    "VirtualEvent.Read",
    "VirtualEvent.ReadWrite",
    "VirtualEvent.Read.All",
];
/// What an application needs to read every event.
const READ_ALL: [&str; 1] = ["VirtualEvent.Read.All"];
/// The page of "list questions" doesn't take ReadWrite in its place.
const READ_ONLY: [&str; 1] = ["VirtualEvent.Read"];
const WRITE: [&str; 1] = ["VirtualEvent.ReadWrite"];
const ATTENDANCE: [&str; 1] = ["OnlineMeetingArtifact.Read.All"];
/// No delegated permission will do.
const APPLICATION_ONLY: [&str; 0] = [];

/// Answers one call, whether alone or of a batch.
pub(super) fn answer(world: &mut World, ports: Ports, caller: &Caller, call: &Call) -> Answer {
    let segments = call.segments();
    let resource = resource(&segments).map_err(|segment| {
        Refusal::bad_request(format!("Resource not found for the segment '{segment}'."))
    })?;
    if call.version == Version::Beta && !is_of_subscriptions(&resource) {
        return Err(Refusal::bad_request("Invalid version: use v1.0."));
    }
    let now = world.now();
    if matches!(
        resource,
        Resource::Events(_)
            | Resource::ByRole(..)
            | Resource::ByUserAndRole(..)
            | Resource::Event(..)
    ) {
        let settings = world.settings.clone();
        world.throttle.admit(&call.method, &settings, now)?;
    }
    world.subscriptions.expire(now);
    world.answers += 1;
    let mut visit = visit(world, ports, caller, call);
    let reply = perform(&mut visit, resource.clone())?;
    if writes(&call.method) {
        changes::announce(world, &call.method, &resource, &reply);
    }
    Ok(reply)
}

/// The addresses that must answer a validation request before the call can be done.
pub(super) fn endpoints(
    world: &mut World,
    ports: Ports,
    caller: &Caller,
    call: &Call,
) -> Vec<String> {
    let resource = resource(&call.segments());
    let naming = match (&call.method, &resource) {
        (&Method::POST, Ok(Resource::Subscriptions)) => Naming::Create,
        (&Method::PATCH, Ok(Resource::Subscription(id))) => Naming::Update(id),
        _ => return Vec::new(),
    };
    subscriptions::endpoints(&mut visit(world, ports, caller, call), naming)
}

fn visit<'w>(world: &'w mut World, ports: Ports, caller: &Caller, call: &'w Call) -> Visit<'w> {
    Visit {
        ports,
        caller: caller.clone(),
        call,
        now: world.now(),
        shape: Shape::new(&world.settings, world.answers),
        world,
    }
}

fn is_of_subscriptions(resource: &Resource) -> bool {
    matches!(
        resource,
        Resource::Subscriptions
            | Resource::Subscription(_)
            | Resource::Reauthorize(_)
            | Resource::VapidKey
    )
}

fn perform(visit: &mut Visit<'_>, resource: Resource) -> Answer {
    let method = visit.call.method.clone();
    let needs = |scopes: &[&str]| visit.caller.needs(scopes);
    match (&method, resource) {
        (&Method::GET, Resource::Me) => {
            needs(&["User.Read", "User.ReadBasic.All", "User.Read.All"])?;
            people::me(visit)
        }
        (&Method::POST, Resource::SendMail) => {
            needs(&["Mail.Send"])?;
            mail::send(visit)
        }
        (&Method::GET, Resource::Users) => {
            needs(&["User.ReadBasic.All", "User.Read.All"])?;
            people::users(visit)
        }
        (&Method::GET, Resource::User(id)) => people::user(visit, &id),
        (&Method::GET, Resource::Photo(id)) => {
            needs(&["User.Read", "User.ReadBasic.All", "User.Read.All"])?;
            photo::photo(visit, &id)
        }
        (&Method::GET, Resource::RankedPeople) => {
            needs(&["People.Read"])?;
            people::ranked(visit)
        }
        (&Method::GET, Resource::Events(kind)) => {
            visit.caller.needs_role(&READ_ALL)?;
            events::all(visit, kind)
        }
        (&Method::GET, Resource::ByUserAndRole(kind, user, role)) => {
            visit.caller.needs_role(&READ_ALL)?;
            events::by_user(visit, kind, &user, &role)
        }
        (&Method::GET, Resource::Subscriptions) => subscriptions::list(visit),
        (&Method::POST, Resource::Subscriptions) => subscriptions::create(visit),
        (&Method::GET, Resource::VapidKey) => subscriptions::vapid_key(visit),
        (&Method::GET, Resource::Subscription(id)) => subscriptions::get(visit, &id),
        (&Method::PATCH, Resource::Subscription(id)) => subscriptions::update(visit, &id),
        (&Method::DELETE, Resource::Subscription(id)) => subscriptions::delete(visit, &id),
        (&Method::POST, Resource::Reauthorize(id)) => subscriptions::reauthorize(visit, &id),
        (&Method::POST, Resource::Events(kind)) => {
            needs(&WRITE)?;
            create::create(visit, kind)
        }
        (&Method::GET, Resource::ByRole(kind, role)) => {
            needs(&READ)?;
            events::by_role(visit, kind, &role)
        }
        (_, Resource::Event(kind, id, part)) => of_event(visit, &method, kind, &id, part),
        _ => Err(Refusal::no_such_method()),
    }
}

fn of_event(visit: &mut Visit<'_>, method: &Method, kind: Kind, id: &str, part: Part) -> Answer {
    if let Some(scopes) = scopes(method, &part) {
        visit.caller.needs(scopes)?;
    }
    match (method, part) {
        (&Method::GET, Part::Itself) => events::get(visit, kind, id),
        (&Method::PATCH, Part::Itself) => update::update(visit, kind, id),
        (&Method::POST, Part::Publish) => actions::publish(visit, kind, id),
        (&Method::POST, Part::Cancel) => actions::cancel(visit, kind, id),
        (&Method::POST, Part::ExternalInformation) => actions::set_external(visit, kind, id),

        (&Method::GET, Part::Presenters) => presenters::list(visit, kind, id),
        (&Method::POST, Part::Presenters) => presenters::create(visit, kind, id),
        (&Method::GET, Part::Presenter(who)) => presenters::get(visit, kind, id, &who),
        (&Method::PATCH, Part::Presenter(who)) => presenters::update(visit, kind, id, &who),
        (&Method::DELETE, Part::Presenter(who)) => presenters::delete(visit, kind, id, &who),

        (&Method::GET, Part::Sessions) => sessions::list(visit, kind, id),
        (&Method::GET, Part::Session(session)) => sessions::get(visit, kind, id, &session),
        (&Method::GET, Part::Reports(session)) => attendance::list(visit, kind, id, &session),
        (&Method::GET, Part::Report(session, report)) => {
            attendance::get(visit, kind, id, &session, &report)
        }
        (&Method::GET, Part::Records(session, report)) => {
            attendance::records(visit, kind, id, &session, &report)
        }

        (&Method::GET, Part::Configuration) => configuration::get(visit, kind, id),
        (&Method::GET, Part::Questions) => questions::list(visit, kind, id),
        (&Method::POST, Part::Questions) => questions::create(visit, kind, id),
        (&Method::DELETE, Part::Question(which)) => questions::delete(visit, kind, id, &which),

        (&Method::POST, Part::Registrations) => registrations::create(visit, kind, id),
        (&Method::GET, Part::Registration(key)) => registrations::get(visit, kind, id, &key),
        (&Method::POST, Part::RegistrationCancel(key)) => {
            registrations::cancel(visit, kind, id, &key)
        }
        (&Method::GET, Part::RegistrationSessions(key)) => {
            registrations::sessions(visit, kind, id, &key)
        }
        _ => Err(Refusal::no_such_method()),
    }
}

/// What the tables of the pages ask for; nothing where the method doesn't exist.
fn scopes(method: &Method, part: &Part) -> Option<&'static [&'static str]> {
    match (method, part) {
        (&Method::GET, Part::Reports(_) | Part::Report(..) | Part::Records(..)) => {
            Some(&ATTENDANCE)
        }
        (&Method::GET, Part::Questions) => Some(&READ_ONLY),
        (&Method::GET, Part::Registrations) => Some(&APPLICATION_ONLY),
        (&Method::GET, _) => Some(&READ),
        (&Method::POST | &Method::PATCH | &Method::DELETE, _) => Some(&WRITE),
        _ => None,
    }
}
