//! Subscriptions as tests see them, and notifications by hand.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::routes::{Answer, Refused, read};
use crate::subscriptions::{
    CallEvent, Change, ChangeType, Odd, Round, Scene, Watched, What, deliver_now,
};
use crate::tenant::{Kind, Tenant, registrations, report_ids};
use crate::world::{Shared, World};

/// Every subscription with everything, client states included, and how many items wait.
pub(super) async fn list(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let mut world = shared.world();
    let now = world.now();
    world.subscriptions.expire(now);
    let all = world.subscriptions.iter().map(|one| {
        let mut shown = json!(one);
        shown["changeType"] = one.change_type().into();
        shown["authorized"] = one.is_authorized(now).into();
        shown
    });
    Json(json!({
        "value": all.collect::<Vec<_>>(),
        "waiting": world.subscriptions.count_waiting(),
    }))
}

/// One notification by hand: to a subscription, or to everybody who watches a resource.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Wish {
    subscription: Option<String>,
    resource: Option<String>,
    /// The subscription's first one when absent.
    change_type: Option<ChangeType>,
    odd: Option<Odd>,
}

pub(super) async fn notify(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let wish: Wish = read(&body)?;
    let mut world = shared.world();
    let resource = wish
        .resource
        .as_deref()
        .map(|text| Watched::read(text).ok_or_else(|| Refused(format!("no resource {text:?}"))))
        .transpose()?;
    let chosen: Vec<(String, Watched, ChangeType)> = world
        .subscriptions
        .iter()
        .filter(|one| match (&wish.subscription, &resource) {
            (Some(id), _) => one.id == *id,
            (None, Some(watched)) => one.watched == *watched,
            (None, None) => true,
        })
        .filter_map(|one| {
            let first = one.change_types.first().copied();
            let change_type = wish.change_type.or(first)?;
            Some((one.id.clone(), one.watched.clone(), change_type))
        })
        .collect();
    if chosen.is_empty() {
        return Err(Refused("no such subscription".to_owned()));
    }
    let mut sent = 0;
    for (id, watched, change_type) in chosen {
        let change = made_up(&world, &watched, change_type);
        let World {
            subscriptions,
            tenant,
            settings,
            clock,
            ..
        } = &mut *world;
        let now = clock.now();
        let scene = Scene {
            tenant,
            settings,
            now,
        };
        sent += usize::from(subscriptions.send_by_hand(&id, &change, wish.odd, scene));
    }
    Ok(Json(json!({ "sent": sent })))
}

/// Something that could have happened to what is watched.
fn made_up(world: &World, watched: &Watched, change_type: ChangeType) -> Change {
    let tenant = &world.tenant;
    let some = || {
        let first = tenant.events.values().find(|event| event.session.is_some());
        first.map(|event| (event.kind, event.id.clone()))
    };
    let (kind, event) = watched
        .event()
        .map(|(kind, id)| (kind, id.to_owned()))
        .or_else(some)
        .unwrap_or((Kind::Townhall, String::new()));
    let session = session_of(tenant, &event);
    let created = change_type == ChangeType::Created;
    let what = match watched {
        Watched::Made | Watched::MadeBy(_) => What::Made(Vec::new()),
        Watched::Event(..) => What::Edited,
        Watched::Sessions(..) if created => What::SessionMade(session),
        Watched::Sessions(..) => What::SessionEdited(session),
        Watched::Registrations(id) => {
            let all = tenant
                .events
                .get(id)
                .map(|event| registrations(tenant, event));
            let last = all.into_iter().flatten().last().map(|one| one.id);
            let id = last.unwrap_or_else(|| world.ids.named("registration/by hand"));
            match created {
                true => What::Registered(id),
                false => What::RegistrationEdited(id),
            }
        }
        Watched::Reports(_, id) => {
            let there = tenant
                .events
                .get(id)
                .map(|event| report_ids(event, world.now()));
            let last = there.into_iter().flatten().next_back();
            What::Reported(
                session,
                last.unwrap_or_else(|| world.ids.named("report/by hand")),
            )
        }
        Watched::Recording(..) => What::Recorded(session),
        Watched::Calls(address) => {
            let event = CallEvent {
                name: "callStarted",
                at: world.now(),
                participants: Vec::new(),
            };
            What::Called(address.clone(), event)
        }
    };
    Change { kind, event, what }
}

fn session_of(tenant: &Tenant, id: &str) -> String {
    let event = tenant.events.get(id);
    event
        .and_then(|event| event.session.clone())
        .unwrap_or_default()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lifecycle {
    subscription: String,
    /// `reauthorizationRequired`, `subscriptionRemoved`, `missed`, or what tomorrow brings.
    event: String,
}

/// A lifecycle notification by hand.
pub(super) async fn lifecycle(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let Lifecycle {
        subscription,
        event,
    } = read(&body)?;
    let mut world = shared.world();
    let now = world.now();
    let World {
        subscriptions,
        tenant,
        settings,
        ..
    } = &mut *world;
    let scene = Scene {
        tenant,
        settings,
        now,
    };
    if !subscriptions.send_lifecycle(&subscription, &event, scene) {
        let why = "no such subscription, or it has no lifecycleNotificationUrl";
        return Err(Refused(why.to_owned()));
    }
    Ok(Json(json!({})))
}

/// Tries everything that is due, once.
pub(super) async fn deliver(State(shared): State<Arc<Shared>>) -> Json<Round> {
    Json(deliver_now(&shared).await)
}
