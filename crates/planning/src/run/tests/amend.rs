//! Changes of events that others may have changed since the page was read.

use serde_json::{Value, json};
use virtual_events::{EventChanges, EventKind, UserId};

use super::graph::Fate;
use super::*;
use crate::run::{Action, Amendment, PeopleChange, TaskState};

const KIND: EventKind = EventKind::Townhall;

/// A service with one event: a co-organizer, an invited user and guest, and a presenter.
fn place() -> Place {
    let place = Place::new();
    let guest = |name: &str, id: &str| {
        json!({"@odata.type": "#microsoft.graph.communicationsGuestIdentity",
               "id": id, "displayName": name, "email": format!("{name}@example.org")})
    };
    place.graph.events.borrow_mut().push(json!({
        "id": "event-0", "status": "draft", "displayName": "Town hall",
        "coOrganizers": [{"id": "ben", "tenantId": "t", "displayName": "Ben"}],
        "invitedAttendees": [
            {"@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": "cem", "tenantId": "t"},
            guest("dia", "made-up"),
        ],
        "presenters": [{"id": "user-1", "identity": {"id": "user-1"}}],
    }));
    place
}

fn amendment() -> Amendment {
    Amendment {
        changes: Box::new(EventChanges::new(KIND)),
        co_organizers: PeopleChange::default(),
        invited: PeopleChange::default(),
    }
}

fn helper(id: &str) -> Identity {
    Identity::co_organizer(UserId::from(id), "t".into())
}

fn field(place: &Place, name: &str) -> Value {
    place.graph.events.borrow()[0][name].clone()
}

#[test]
fn lists_are_changed_as_they_are_when_the_write_goes() {
    let place = place();
    let change = Amendment {
        co_organizers: PeopleChange {
            come: vec![helper("eva"), helper("fay")],
            go: vec![helper("ben")],
        },
        invited: PeopleChange {
            come: vec![guest(1)],
            go: vec![Identity::guest("", "DIA@example.org")],
        },
        ..amendment()
    };
    // given that somebody adds a co-organizer between the page's read and the run
    let helpers = field(&place, "coOrganizers");
    let mut helpers = helpers.as_array().unwrap().clone();
    helpers.push(json!({"id": "fay", "tenantId": "t", "displayName": "Fay"}));
    helpers.push(json!({"id": "gil", "tenantId": "t"}));
    place.graph.events.borrow_mut()[0]["coOrganizers"] = json!(helpers);

    let (run, _) = place.carry_out(run_of(vec![Task::amend("T", &"event-0".into(), change)]));
    assert_eq!(run.tasks[0].state(), TaskState::Done);
    assert_eq!(
        field(&place, "coOrganizers"),
        json!([{"id": "fay", "tenantId": "t"}, {"id": "gil", "tenantId": "t"}, {"id": "eva", "tenantId": "t"}])
    );
    let invited = field(&place, "invitedAttendees");
    let ids: Vec<_> = invited
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["id"])
        .collect();
    assert_eq!(ids, [&json!("cem"), &Value::Null]);
    assert_eq!(invited[1]["email"], "guest-1@example.org");
}

#[test]
fn what_is_like_that_already_is_not_written() {
    let place = place();
    let change = Amendment {
        co_organizers: PeopleChange {
            come: vec![helper("BEN")],
            go: vec![helper("nobody")],
        },
        ..amendment()
    };
    let add = Task::presenters("T", KIND, &"event-0".into(), &[user(1)]);
    let remove = Task::presenters("T", KIND, &"event-0".into(), &[])
        .then(Action::RemovePresenter(Box::new(guest(7))));
    let amend = Task::amend("T", &"event-0".into(), change);
    let (run, _) = place.carry_out(run_of(vec![amend, add, remove]));
    assert_eq!(run.progress().done, 3);
    assert!(place.graph.writes.borrow().is_empty());
}

#[test]
fn presenters_come_and_go_once_whatever_is_lost() {
    // given a service that loses every second answer after its effect
    let place = place();
    let turn = std::cell::Cell::new(0);
    place.graph.judge(move |method, _| {
        turn.set(turn.get() + usize::from(method != "GET"));
        if method != "GET" && turn.get() % 2 == 1 {
            Fate::LostAfter
        } else {
            Fate::Answered
        }
    });
    let task = Task::presenters("T", KIND, &"event-0".into(), &[user(2), guest(3)])
        .then(Action::RemovePresenter(Box::new(user(1))));
    let (run, _) = place.carry_out(run_of(vec![task]));
    assert_eq!(run.tasks[0].state(), TaskState::Done);
    let presenters = field(&place, "presenters");
    let names = presenters.as_array().unwrap().iter();
    let ids: Vec<_> = names.map(|it| it["identity"].clone()).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(
        (&ids[0]["id"], &ids[1]["email"]),
        (&json!("user-2"), &json!("guest-3@example.org"))
    );
}

#[test]
fn a_change_that_fails_keeps_nobody_from_presenting_and_is_tried_again_alone() {
    let place = place();
    place.graph.judge(|method, _| match method {
        "PATCH" => Fate::Refused(403),
        _ => Fate::Answered,
    });
    let change = Amendment {
        changes: Box::new(EventChanges::new(KIND).title("Renamed")),
        ..amendment()
    };
    let task =
        Task::amend("T", &"event-0".into(), change).then(Action::AddPresenter(Box::new(user(2))));
    let (mut run, _) = place.carry_out(run_of(vec![task]));
    assert_eq!(run.tasks[0].state(), TaskState::Failed);
    assert_eq!(run.tasks[0].failures().count(), 1);
    assert_eq!(field(&place, "presenters").as_array().unwrap().len(), 2);

    place.graph.judge(|_, _| Fate::Answered);
    let before = place.graph.writes.borrow().len();
    run.retry();
    let (run, _) = place.carry_out(run);
    assert_eq!(run.tasks[0].state(), TaskState::Done);
    assert_eq!(place.graph.writes.borrow().len() - before, 1);
    assert_eq!(field(&place, "displayName"), "Renamed");
}
