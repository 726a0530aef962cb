//! Whole runs: the rate, the order, and what comes of lost answers.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use virtual_events::EventKind;

use crate::run::{Action, Amendment, PeopleChange, TaskState};

/// That every row has led to just one event with just its presenters.
fn assert_whole(graph: &Graph, run: &Run, status: &str) {
    let mut wanted: Vec<_> = run.tasks.iter().map(|task| task.label.clone()).collect();
    wanted.sort();
    assert_eq!(graph.titles(), wanted);
    let mut ids: Vec<_> = run.events().collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), run.tasks.len(), "no event belongs to two rows");
    let events = graph.events.borrow();
    for (number, task) in run.tasks.iter().enumerate() {
        let id = task.event.as_ref().unwrap().as_str();
        let event = events.iter().find(|event| event["id"] == id).unwrap();
        assert_eq!(event["status"], status);
        let presenters: Vec<&Value> = event["presenters"].as_array().unwrap().iter().collect();
        let names: Vec<_> = presenters
            .iter()
            .map(|one| one["email"].as_str().or(one["id"].as_str()).unwrap())
            .collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        let guest = format!("guest-{number}@example.org");
        let (one, two) = (format!("user-{number}"), format!("user-{}", number + 1));
        let mut expected = vec![guest.as_str(), &one, &two];
        expected.sort_unstable();
        assert_eq!(sorted, expected, "{}", task.label);
    }
}

#[test]
fn a_quiet_run_uses_the_rate_and_is_never_refused() {
    let place = Place::new();
    let (run, ended) = place.carry_out(import(60, Finish::Publish));
    assert_eq!(ended, Ended::Over);
    assert!(run.tasks.iter().all(|task| task.state() == TaskState::Done));
    assert_whole(&place.graph, &run, "published");
    assert_eq!(place.graph.throttled.get(), 0);
    let writes = place.graph.writes.borrow();
    assert_eq!(writes.len(), 300);
    let windows = writes.last().unwrap() / 30_000 + 1;
    let used = 300.0 / (15.0 * windows as f64);
    assert!(used >= 0.95, "{used}");
}

#[test]
fn events_that_were_there_before_are_not_taken_for_new_ones() {
    // given an equal draft of last week, and a create whose answer is lost before its effect
    let place = Place::new();
    let (before, _) = place.carry_out(run_of(vec![Task::create(
        &townhall("Town hall", 3),
        &[],
        None,
        Finish::Draft,
    )]));
    let lost = std::cell::Cell::new(false);
    place.graph.judge(move |method, _| {
        if method == "POST" && !lost.replace(true) {
            graph::Fate::LostBefore
        } else {
            graph::Fate::Answered
        }
    });
    let again = Task::create(&townhall("Town hall", 3), &[], None, Finish::Draft);
    let (run, ended) = place.carry_out(run_of(vec![again]));
    assert_eq!(ended, Ended::Over);
    assert_eq!(place.graph.titles().len(), 2);
    assert_ne!(run.tasks[0].event, before.tasks[0].event);
}

#[test]
fn changes_marks_co_organizers_and_cancelling_survive_lost_answers() {
    let place = Place::new();
    let tasks = (0..20)
        .map(|day| Task::create(&townhall("Town hall", 1 + day), &[], None, Finish::Publish));
    let (made, _) = place.carry_out(run_of(tasks.collect()));
    place.graph.drop_one_in_ten(7);
    let helper = Identity::co_organizer(UserId::from("bo"), "tenant".into());
    let changes = virtual_events::EventChanges::townhall().title("Renamed");
    let tasks = made.events().map(|event| {
        let amendment = Amendment {
            changes: Box::new(changes.clone()),
            co_organizers: PeopleChange::coming(std::slice::from_ref(&helper)),
            ..Amendment::new(EventKind::Townhall)
        };
        Task::amend("Town hall", event, amendment)
            .then(Action::Tie(Some("mark".to_owned())))
            .then(Action::Cancel)
    });
    let (run, ended) = place.carry_out(run_of(tasks.collect()));
    assert_eq!(ended, Ended::Over);
    assert!(!run.has_failures());
    for event in place.graph.events.borrow().iter() {
        assert_eq!(event["displayName"], "Renamed");
        assert_eq!(event["coOrganizers"].as_array().unwrap().len(), 1);
        assert_eq!(event["coOrganizers"][0]["id"], "bo");
        assert_eq!(event["mark"], json!("mark"));
        assert_eq!(event["status"], "canceled");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_is_doubled_or_lost_when_answers_are(seed in 1_u64..1_000_000) {
        let place = Place::new();
        place.graph.drop_one_in_ten(seed);
        let mut outcome = place.carry_out(import(24, Finish::Publish));
        // what stays open after all attempts is taken up again, as a user would
        for _ in 0..5 {
            if outcome.1 == Ended::Over && !outcome.0.has_failures() {
                break;
            }
            outcome.0.retry();
            outcome = place.carry_out(outcome.0);
        }
        prop_assert_eq!(&outcome.1, &Ended::Over);
        assert_whole(&place.graph, &outcome.0, "published");
        prop_assert_eq!(place.graph.throttled.get(), 0);
    }
}
