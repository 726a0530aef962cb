//! Runs written and read again.

use virtual_events::{EventChanges, EventKind, EventSettings, ItemBody, Switch, TownhallOnly};

use super::*;
use crate::run::{Action, Amendment, PeopleChange};

fn everything() -> Run {
    let mut event = townhall("Town hall — \u{1F389}", 3)
        .description(ItemBody::html("<p>Hello</p>"))
        .audience("everyone".into())
        .co_organizers(vec![Identity::co_organizer("bo".into(), "tenant".into())])
        .settings(EventSettings::attendee_emails(Switch::Off))
        .registration(Switch::On);
    *event.townhall_only_mut().unwrap() = TownhallOnly {
        capacity: Some(500),
        is_invite_only: Some(false),
        invited_attendees: Some(vec![guest(1), user(2)]),
    };
    let changes = EventChanges::new(EventKind::Webinar).title("Renamed");
    let id = "event".into();
    let kind = EventKind::Webinar;
    run_of(vec![
        Task::create(
            &event,
            &[user(1), guest(2), user(1)],
            Some("mark"),
            Finish::Publish,
        )
        .from_origin(2),
        Task::update("Webinar", &id, &changes),
        Task::amend(
            "Webinar",
            &id,
            Amendment {
                changes: Box::new(changes.clone()),
                co_organizers: PeopleChange {
                    come: vec![user(1)],
                    go: vec![user(2)],
                },
                invited: PeopleChange::coming(&[guest(1)]),
            },
        )
        .then(Action::RemovePresenter(Box::new(guest(2)))),
        Task::cancel("Webinar", kind, &id),
        Task::presenters("Webinar", kind, &id, &[user(1)]),
        Task::create(
            &NewEvent::webinar().title("Webinar"),
            &[],
            None,
            Finish::Draft,
        ),
    ])
}

#[test]
fn a_kept_run_is_the_same_run() {
    let run = everything();
    assert_eq!(run.tasks[0].steps.len(), 5, "each presenter once");
    let (runs, unreadable) = Run::read_all(run.records());
    assert_eq!(runs, [run]);
    assert!(unreadable.is_empty());
}

#[test]
fn several_runs_are_told_apart_and_what_is_no_run_is_named() {
    let first = everything();
    let later = UtcInstant::from_unix_milliseconds(Clock::EPOCH + 5);
    let id = RunId::new(later, 0.25);
    let tasks = (0..12).map(|day| Task::create(&townhall("T", day + 1), &[], None, Finish::Draft));
    let second = Run::new(id, RunKind::Series, "Series", later, tasks.collect());
    let mut records = first.records();
    records.extend(second.records());
    records.reverse();
    records.push((LedgerKey::new("broken"), "{}".to_owned()));
    let newer = r#"{"version":99}"#.to_owned();
    records.push((LedgerKey::new("newer"), newer));
    // a task without its head
    records.push((LedgerKey::new("alone/0"), first.records()[1].1.clone()));
    let (runs, unreadable) = Run::read_all(records);
    assert_eq!(runs, [second, first]);
    let mut keys: Vec<_> = unreadable.into_iter().flat_map(|run| run.keys).collect();
    keys.sort();
    assert_eq!(keys, ["alone/0", "broken", "newer"].map(LedgerKey::new));
}
