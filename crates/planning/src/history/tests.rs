//! What is remembered, and how it is read again.

use virtual_events::{EventChanges, EventId, EventKind, Identity, UtcInstant};

use super::{Change, Deed, done_by_run};
use crate::draft::Topic;
use crate::run::{Run, RunId, RunKind, StepState, Task};

fn at(milliseconds: i64) -> UtcInstant {
    UtcInstant::from_unix_milliseconds(milliseconds)
}

fn run(tasks: Vec<Task>) -> Run {
    Run::new(RunId::new(at(0), 0.5), RunKind::Edit, "all", at(0), tasks)
}

#[test]
fn a_change_is_read_as_it_was_written() {
    let deeds = [
        Deed::Created,
        Deed::Changed(vec![Topic::Title, Topic::When]),
        Deed::RemovedPresenter("Zoë \"Z\" Ångström".to_owned()),
        Deed::SentMails(12),
    ];
    for deed in deeds {
        let change = Change {
            at: at(1_800_000_000_000),
            deed,
        };
        assert_eq!(Change::from_text(&change.to_text()), Some(change));
    }
}

#[test]
fn what_a_newer_release_wrote_is_passed_over() {
    let text = r#"{"at":"2027-01-12T09:00:00Z","deed":{"movedToAnotherPlanet":3}}"#;
    assert_eq!(Change::from_text(text), None);
    assert_eq!(Change::from_text("no change at all"), None);
}

#[test]
fn keys_sort_by_time_then_by_order() {
    let change = |at| Change {
        at,
        deed: Deed::Published,
    };
    let early = change(at(999_999_999_999)).key(7);
    let late = change(at(1_800_000_000_000)).key(0);
    assert!(early < late);
    assert!(late < change(at(1_800_000_000_000)).key(10));
    assert!(change(at(1_800_000_000_000)).key(2) < change(at(1_800_000_000_000)).key(10));
}

#[test]
fn a_run_tells_what_it_did_since_it_was_taken_up() {
    // given a run of two events, the first of which has a presenter already
    let event = EventId::from("one");
    let speakers =
        ["ana", "bo", "cy"].map(|name| Identity::guest(name, format!("{name}@x.example")));
    let changes = EventChanges::new(EventKind::Townhall).title("New").times(
        crate::sample::berlin("2027-01-12T10:00"),
        crate::sample::berlin("2027-01-12T11:00"),
    );
    let first = Task::presenters("First", EventKind::Townhall, &event, &speakers);
    let second = Task::update("Second", &EventId::from("two"), &changes);
    let third = Task::cancel("Third", EventKind::Webinar, &EventId::from("three"));
    let mut before = run(vec![first, second, third]);
    before.tasks[0].steps[0].state = StepState::Done;

    // when the others are done, and the last is given up
    let mut after = before.clone();
    after.tasks[0].steps[1].state = StepState::Done;
    after.tasks[0].steps[2].state = StepState::Done;
    after.tasks[1].steps[0].state = StepState::Done;
    after.tasks[2].steps[0].state = StepState::Skipped;

    // then only what was done now is told
    assert_eq!(
        done_by_run(&before, &after),
        [
            (event, vec![Deed::AddedPresenters(2)]),
            (
                EventId::from("two"),
                vec![Deed::Changed(vec![Topic::Title, Topic::When])]
            ),
        ]
    );
    assert_eq!(done_by_run(&after, &after), []);
}
