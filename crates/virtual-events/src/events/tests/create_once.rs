//! Creating without doubles: the fault "drop after the effect" and its relatives.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Value, json};

use crate::testing::{Reply, World, body_of};
use crate::{
    CreateOutcome, DateTimeTimeZone, EventId, EventKind, Lookout, NewEvent, TransportError, UserId,
    WallTime, WindowsZone,
};

fn new_event() -> NewEvent {
    let at = |text| DateTimeTimeZone::new(WallTime::parse(text).unwrap(), WindowsZone::from("UTC"));
    NewEvent::townhall()
        .title("Quarterly update")
        .times(at("2027-01-12T15:00"), at("2027-01-12T16:00"))
}

/// A service that keeps what it is sent, and loses the first answers after the effect.
fn forgetful(losses: usize, effect: bool) -> (World, Rc<RefCell<Vec<Value>>>) {
    let kept: Rc<RefCell<Vec<Value>>> = Rc::default();
    let store = Rc::clone(&kept);
    let lost = RefCell::new(losses);
    let world = World::handling(move |seen| {
        if seen.method == "GET" {
            return Reply::json(200, &json!({"value": *store.borrow()}));
        }
        let answer_is_lost = *lost.borrow() > 0;
        *lost.borrow_mut() -= usize::from(answer_is_lost);
        if answer_is_lost && !effect {
            return Reply::lost(TransportError::Network);
        }
        let mut event = body_of(seen);
        event["id"] = json!(format!("e-{}", store.borrow().len() + 1));
        event["status"] = json!("draft");
        event["createdBy"] = json!({"user": {"id": "ana"}});
        // the service writes its own fractions
        event["startDateTime"]["dateTime"] = json!("2027-01-12T15:00:00.0000000");
        store.borrow_mut().push(event.clone());
        if answer_is_lost {
            Reply::lost(TransportError::Network)
        } else {
            Reply::json(201, &event)
        }
    });
    (world, kept)
}

fn townhalls(world: &World) -> crate::Events {
    world.client.events(EventKind::Townhall)
}

#[tokio::test(start_paused = true)]
async fn a_create_that_goes_well_costs_one_request() {
    let (world, kept) = forgetful(0, true);
    let outcome = townhalls(&world)
        .create_once(&new_event(), &Lookout::default())
        .await
        .unwrap();
    assert!(matches!(outcome, CreateOutcome::Created(event) if event.id.as_str() == "e-1"));
    assert_eq!((world.requests().len(), kept.borrow().len()), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn a_connection_dropped_after_the_effect_leads_to_one_event() {
    let (world, kept) = forgetful(1, true);
    let lookout = Lookout {
        known: Some(Vec::new()),
        creator: Some(UserId::from("ana")),
    };
    let outcome = townhalls(&world)
        .create_once(&new_event(), &lookout)
        .await
        .unwrap();
    assert!(matches!(outcome, CreateOutcome::Adopted(event) if event.id.as_str() == "e-1"));
    assert_eq!(kept.borrow().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_connection_dropped_before_the_effect_leads_to_a_repetition() {
    let (world, kept) = forgetful(2, false);
    let outcome = townhalls(&world)
        .create_once(&new_event(), &Lookout::default())
        .await
        .unwrap();
    assert!(matches!(outcome, CreateOutcome::Created(_)));
    assert_eq!(kept.borrow().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_equal_event_known_before_is_not_taken_for_the_new_one() {
    // given a first event of the same title and times, and a lost answer for the second
    let (world, kept) = forgetful(0, true);
    townhalls(&world).create(&new_event()).await.unwrap();
    let lost = World::answering([
        Reply::lost(TransportError::Network),
        Reply::json(200, &json!({"value": *kept.borrow()})),
        Reply::json(201, &json!({"id": "e-2"})),
    ]);
    let lookout = Lookout {
        known: Some(vec![EventId::from("e-1")]),
        creator: None,
    };
    let outcome = townhalls(&lost)
        .create_once(&new_event(), &lookout)
        .await
        .unwrap();
    assert!(matches!(outcome, CreateOutcome::Created(event) if event.id.as_str() == "e-2"));
}

/// A form that was sent before its list of events had come took an older draft for the new one.
#[tokio::test(start_paused = true)]
async fn one_that_could_be_older_is_left_to_the_user() {
    let (world, kept) = forgetful(0, true);
    townhalls(&world).create(&new_event()).await.unwrap();
    let lost = World::answering([
        Reply::lost(TransportError::Network),
        Reply::json(200, &json!({"value": *kept.borrow()})),
    ]);
    let unknown = Lookout {
        known: None,
        creator: Some(UserId::from("ana")),
    };
    let outcome = townhalls(&lost)
        .create_once(&new_event(), &unknown)
        .await
        .unwrap();
    assert!(matches!(outcome, CreateOutcome::Ambiguous(events) if events.len() == 1));
}

#[tokio::test(start_paused = true)]
async fn several_that_could_be_it_are_left_to_the_user() {
    let (world, kept) = forgetful(0, true);
    for _ in 0..2 {
        townhalls(&world).create(&new_event()).await.unwrap();
    }
    let lost = World::answering([
        Reply::error(504, "GatewayTimeout"),
        Reply::json(200, &json!({"value": *kept.borrow()})),
    ]);
    let outcome = townhalls(&lost)
        .create_once(&new_event(), &Lookout::default())
        .await
        .unwrap();
    assert!(matches!(outcome, CreateOutcome::Ambiguous(events) if events.len() == 2));
}

#[tokio::test(start_paused = true)]
async fn what_differs_in_anything_is_another_event() {
    let (world, kept) = forgetful(0, true);
    townhalls(&world).create(&new_event()).await.unwrap();
    let differences = [
        ("displayName", json!("Quarterly update II")),
        ("status", json!("published")),
        ("createdBy", json!({"user": {"id": "eve"}})),
        (
            "startDateTime",
            json!({"dateTime": "2027-01-12T15:00:01", "timeZone": "UTC"}),
        ),
        (
            "endDateTime",
            json!({"dateTime": "2027-01-12T16:00:00", "timeZone": "GMT"}),
        ),
    ];
    for (key, value) in differences {
        let mut other = kept.borrow()[0].clone();
        other[key] = value;
        let lost = World::answering([
            Reply::lost(TransportError::Timeout),
            Reply::json(200, &json!({"value": [other]})),
            Reply::json(201, &json!({"id": "e-2"})),
        ]);
        let lookout = Lookout {
            known: Some(Vec::new()),
            creator: Some(UserId::from("ana")),
        };
        let outcome = townhalls(&lost)
            .create_once(&new_event(), &lookout)
            .await
            .unwrap();
        assert!(matches!(outcome, CreateOutcome::Created(_)), "{key}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_whole_list_nothing_is_repeated() {
    let world = World::answering([
        Reply::lost(TransportError::Network),
        Reply::error(403, "Forbidden"),
    ]);
    let error = townhalls(&world)
        .create_once(&new_event(), &Lookout::default())
        .await
        .unwrap_err();
    assert!(error.may_have_happened());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_not_looked_after() {
    let world = World::answering([Reply::error(400, "BadRequest")]);
    let error = townhalls(&world)
        .create_once(&new_event(), &Lookout::default())
        .await
        .unwrap_err();
    assert_eq!(
        (error.code(), world.requests().len()),
        (Some("BadRequest"), 1)
    );
}
