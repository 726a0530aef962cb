//! `POST /attendance`: how the day of an event goes, or went.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::json;

use super::routes::{Answer, Refused, read};
use crate::subscriptions::{Change, What};
use crate::tenant::{Rehearsal, registrations};
use crate::world::{Shared, World};

/// The most records that a report can have.
const LARGEST: usize = 200_000;

/// The most new registrations at once that those who subscribed are told of.
const MOST_TOLD: usize = 200;

/// What is to be different about an event; see [`crate::tenant::Course`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    /// Id, or a title that only one event has.
    event: String,
    people: Option<usize>,
    stays: Option<usize>,
    odd: Option<bool>,
    overrun_min: Option<u32>,
    restarts: Option<u32>,
    rehearsal: Option<bool>,
    /// Whether there are reports.
    reports: Option<bool>,
    /// Whether the session has a link.
    link: Option<bool>,
    registrants: Option<usize>,
}

/// Changes the course of an event; answers the whole course.
pub(super) async fn change(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let wish: Wish = read(&body)?;
    if wish.people.max(wish.registrants) > Some(LARGEST) {
        return Err(Refused(format!("more than {LARGEST} people")));
    }
    let mut world = shared.world();
    let called = |title: &str| title == wish.event;
    let mut found = world
        .tenant
        .events
        .values()
        .filter(|event| event.id == wish.event || called(&event.title));
    let (Some(event), None) = (found.next(), found.next()) else {
        return Err(Refused(format!("no event, or several: {:?}", wish.event)));
    };
    let (id, kind) = (event.id.clone(), event.kind);
    let before = registered(&world, &id);
    let Some(event) = world.tenant.events.get_mut(&id) else {
        return Err(Refused(format!("no event {id:?}")));
    };
    let course = &mut event.course;
    course.people = wish.people.or(course.people);
    course.stays = wish.stays.or(course.stays);
    course.odd = wish.odd.unwrap_or(course.odd);
    course.overrun_min = wish.overrun_min.unwrap_or(course.overrun_min);
    course.restarts = wish.restarts.unwrap_or(course.restarts);
    course.rehearsal = match wish.rehearsal {
        Some(true) => Rehearsal::Held,
        Some(false) => Rehearsal::None,
        None => course.rehearsal,
    };
    course.unreported = wish.reports.map_or(course.unreported, |reports| !reports);
    course.unlinked = wish.link.map_or(course.unlinked, |link| !link);
    course.registrants = wish.registrants.unwrap_or(course.registrants);
    let answer = json!(course);
    let after = registered(&world, &id);
    for new in after.difference(&before).take(MOST_TOLD) {
        let (event, what) = (id.clone(), What::Registered(new.clone()));
        world.announce(&Change { kind, event, what });
    }
    Ok(Json(answer))
}

/// The ids of an event's registrations.
fn registered(world: &World, id: &str) -> BTreeSet<String> {
    let event = world.tenant.events.get(id);
    let all = event.map(|event| registrations(&world.tenant, event));
    all.into_iter().flatten().map(|one| one.id).collect()
}
