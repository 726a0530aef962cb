//! Runs that are paused, stopped, or cut off by a closed tab.

use futures_util::future::join;
use proptest::prelude::*;
use std::time::Duration;
use virtual_events::Runtime as _;

use super::*;
use crate::run::{StepState, Wish};

#[test]
fn a_paused_run_sends_nothing_until_it_goes_on() {
    let place = Place::new();
    let user = async {
        place.clock.sleep(Duration::from_secs(40)).await;
        place.control.set(Wish::Pause);
        place.clock.sleep(Duration::from_secs(1)).await;
        let sent = place.graph.writes.borrow().len();
        place.clock.sleep(Duration::from_secs(300)).await;
        assert_eq!(place.graph.writes.borrow().len(), sent);
        assert_eq!(sent, 30, "two windows");
        place.control.set(Wish::Go);
    };
    let ((run, ended), ()) = place
        .clock
        .run(join(place.go(import(12, Finish::Draft)), user));
    assert_eq!(ended, Ended::Over);
    assert!(run.is_over() && !run.has_failures());
    assert_eq!(place.graph.writes.borrow().len(), 48);
}

#[test]
fn a_stopped_run_waits_for_what_is_sent_and_can_be_given_up() {
    let place = Place::new();
    let user = async {
        place.clock.sleep(Duration::from_millis(200)).await;
        place.control.set(Wish::Stop);
    };
    let ((mut run, ended), ()) = place
        .clock
        .run(join(place.go(import(30, Finish::Draft)), user));
    assert_eq!(ended, Ended::Stopped);
    let made = place.graph.titles().len();
    assert_eq!(run.events().count(), made);
    run.give_up();
    assert!(run.is_over());
    let progress = run.progress();
    assert_eq!(progress.skipped, 30);
    assert_eq!(progress.writes_left(), 0);
}

#[test]
fn a_write_made_meanwhile_by_the_user_goes_in_the_next_window() {
    // given a run with hundreds of writes to go
    let place = Place::new();
    let id = virtual_events::EventId::from("event-0");
    let user = async {
        place.clock.sleep(Duration::from_secs(10)).await;
        let events = place.client.events(virtual_events::EventKind::Townhall);
        events.publish(&id).await.unwrap();
        assert!(place.clock.passed() < 32_000, "{}", place.clock.passed());
    };
    place
        .clock
        .run(join(place.go(import(40, Finish::Draft)), user));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_tab_closed_at_any_time_leads_to_the_same_events(
        seed in 1_u64..1_000_000,
        cuts in prop::collection::vec(0_i64..60_000, 1..6),
    ) {
        let place = Place::new();
        place.graph.drop_one_in_ten(seed);
        let mut run = import(12, Finish::Draft);
        for cut in cuts {
            let until = place.clock.passed() + cut;
            if let Some((over, _)) = place.clock.run_until(place.go(run.clone()), until) {
                run = over;
            } else if !place.records.0.borrow().is_empty() {
                run = place.records.read();
            }
        }
        for _ in 0..5 {
            run.retry();
            run = place.carry_out(run).0;
        }
        prop_assert!(run.is_over() && !run.has_failures(), "{:?}", run);
        let mut wanted: Vec<_> = run.tasks.iter().map(|task| task.label.clone()).collect();
        wanted.sort();
        prop_assert_eq!(place.graph.titles(), wanted);
        let presenters = place.graph.events.borrow().iter()
            .all(|event| event["presenters"].as_array().unwrap().len() == 3);
        prop_assert!(presenters);
        let done = |state: &StepState| *state == StepState::Done;
        prop_assert!(place.records.read().tasks.iter()
            .all(|task| task.steps.iter().all(|step| done(&step.state))));
    }
}
