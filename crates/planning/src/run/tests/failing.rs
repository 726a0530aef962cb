//! What fails, what stops everything, and trying again.

use serde_json::json;
use virtual_events::{ErrorKind, EventId};

use super::graph::Fate;
use super::*;
use crate::run::{Failure, FailureKind, Resolution, StepState, TaskState};

fn one_with_presenters() -> Run {
    let event = townhall("Town hall", 3);
    let presenters = [user(1), user(2), user(3)];
    run_of(vec![Task::create(
        &event,
        &presenters,
        None,
        Finish::Publish,
    )])
}

#[test]
fn one_presenter_who_fails_keeps_the_event_a_draft_and_is_tried_again_alone() {
    // given a service that refuses the second of three presenters
    let place = Place::new();
    let count = std::cell::Cell::new(0);
    place.graph.judge(move |method, path| {
        if method == "POST" && path.ends_with("/presenters") {
            count.set(count.get() + 1);
        }
        if count.get() == 2 && method == "POST" {
            Fate::Refused(400)
        } else {
            Fate::Answered
        }
    });
    let (mut run, ended) = place.carry_out(one_with_presenters());
    assert_eq!(ended, Ended::Over);
    assert_eq!(run.tasks[0].state(), TaskState::Failed);
    let failed: Vec<&Failure> = run.tasks[0]
        .failures()
        .map(|(_, failure)| failure)
        .collect();
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0].error_kind(), Some(ErrorKind::Invalid));
    assert!(failed[0].client_request_id.is_some());
    assert_eq!(place.graph.events.borrow()[0]["status"], "draft");
    assert_eq!(run.progress().writes_left(), 0);

    // when it is tried again
    place.graph.judge(|_, _| Fate::Answered);
    let before = place.graph.writes.borrow().len();
    run.retry();
    let (run, _) = place.carry_out(run);
    // then one presenter is added and the event published, and nothing else
    assert_eq!(place.graph.writes.borrow().len() - before, 2);
    assert_eq!(run.tasks[0].state(), TaskState::Done);
    assert_eq!(place.graph.events.borrow()[0]["status"], "published");
}

#[test]
fn an_event_that_cannot_be_created_costs_one_write() {
    let place = Place::new();
    place.graph.judge(|method, _| match method {
        "POST" => Fate::Refused(403),
        _ => Fate::Answered,
    });
    let (run, ended) = place.carry_out(import(3, Finish::Publish));
    assert_eq!(ended, Ended::Over);
    assert_eq!(run.progress().failed, 3);
    let failures: Vec<_> = run.tasks.iter().flat_map(Task::failures).collect();
    assert_eq!(failures.len(), 3);
    for (_, failure) in failures {
        assert_eq!(failure.error_kind(), Some(ErrorKind::Forbidden));
        assert_eq!(failure.status, Some(403));
    }
}

#[test]
fn an_expired_sign_in_stops_the_run_and_fails_nothing() {
    let place = Place::new();
    let user = async {
        use virtual_events::Runtime as _;
        place.clock.sleep(std::time::Duration::from_secs(10)).await;
        place.sign_in.expired.set(true);
    };
    let run = import(12, Finish::Draft);
    let ((run, ended), ()) = place
        .clock
        .run(futures_util::future::join(place.go(run), user));
    assert!(
        matches!(&ended, Ended::Halted(why) if why.error_kind() == Some(ErrorKind::SignInRequired)),
        "{ended:?}"
    );
    assert!(!run.has_failures());
    place.sign_in.expired.set(false);
    let (run, ended) = place.carry_out(run);
    assert_eq!(ended, Ended::Over);
    assert!(!run.has_failures());
    assert_eq!(place.graph.writes.borrow().len(), 48);
}

#[test]
fn no_connection_at_the_start_halts_before_anything_is_sent() {
    let place = Place::new();
    place.graph.judge(|_, _| Fate::LostBefore);
    let (run, ended) = place.carry_out(import(3, Finish::Draft));
    assert!(matches!(ended, Ended::Halted(_)));
    assert_eq!(run.progress().waiting, 3);
}

#[test]
fn several_that_could_be_it_are_left_to_the_user() {
    // given a lost answer, and two equal events made elsewhere meanwhile
    let place = Place::new();
    let lost = Rc::new(std::cell::Cell::new(false));
    let seen = Rc::clone(&lost);
    place.graph.judge(move |method, _| {
        if method == "POST" && !seen.replace(true) {
            Fate::LostAfter
        } else {
            Fate::Answered
        }
    });
    let elsewhere = async {
        use virtual_events::Runtime as _;
        place.clock.sleep(std::time::Duration::from_secs(2)).await;
        let mut events = place.graph.events.borrow_mut();
        let mut other = events[0].clone();
        other["id"] = json!("other");
        events.push(other);
    };
    let run = run_of(vec![Task::create(
        &townhall("Town hall", 3),
        &[user(1)],
        None,
        Finish::Draft,
    )]);
    let ((mut run, _), ()) = place
        .clock
        .run(futures_util::future::join(place.go(run), elsewhere));
    let StepState::Failed(failure) = &run.tasks[0].steps[0].state else {
        panic!("{:?}", run.tasks[0]);
    };
    let FailureKind::Ambiguous(candidates) = &failure.kind else {
        panic!("{failure:?}");
    };
    assert_eq!(candidates.len(), 2);
    // trying again alone decides nothing
    run.retry();
    assert!(run.is_over());
    run.resolve(0, Resolution::Adopt(EventId::from("event-0")));
    let (run, _) = place.carry_out(run);
    assert_eq!(run.tasks[0].state(), TaskState::Done);
    assert_eq!(place.graph.titles().len(), 2);
}

#[test]
fn cancelling_what_is_cancelled_already_is_done() {
    let place = Place::new();
    let (made, _) = place.carry_out(one_with_presenters());
    let id = made.events().next().unwrap().clone();
    let kind = virtual_events::EventKind::Townhall;
    for _ in 0..2 {
        let (run, _) = place.carry_out(run_of(vec![Task::cancel("Town hall", kind, &id)]));
        assert_eq!(run.tasks[0].state(), TaskState::Done);
    }
    // but publishing it again is refused
    let (run, _) = place.carry_out(run_of(vec![Task::publish("Town hall", kind, &id)]));
    assert_eq!(run.tasks[0].state(), TaskState::Failed);
}
