//! Many events changed, moved and written down.

use virtual_events::{Switch, UserId};

use super::{Edit, Shift, events_table};
use crate::csv::Reader;
use crate::draft::{DraftPerson, Limits, ProblemKind};
use crate::jiff_rules::JiffRules;
use crate::run::Action;
use crate::sample;
use virtual_events::UtcInstant;

fn now() -> UtcInstant {
    UtcInstant::parse("2027-01-12T09:42:00Z").unwrap()
}

fn steps(edit: &Edit, event: &virtual_events::VirtualEvent) -> Vec<Action> {
    let task = edit.task(event, now(), &JiffRules::new(), &Limits::default());
    task.unwrap()
        .steps
        .into_iter()
        .map(|step| step.action)
        .collect()
}

/// Start and end that an edit sends.
fn times(edit: &Edit, event: &virtual_events::VirtualEvent) -> (String, String) {
    let steps = steps(edit, event);
    let [Action::Update(changes)] = steps.as_slice() else {
        panic!("{steps:?}")
    };
    let text = |time: &Option<virtual_events::DateTimeTimeZone>| {
        time.as_ref().map(|time| time.date_time.clone()).unwrap()
    };
    (text(&changes.start), text(&changes.end))
}

fn moved(days: i32, minutes: i32) -> Edit {
    Edit {
        shift: Shift { days, minutes },
        ..Edit::default()
    }
}

#[test]
fn days_keep_the_clock_and_minutes_the_time_over_a_change_of_the_clocks() {
    // given an event on the Saturday before the clocks go forward in Berlin
    let mut event = sample::townhall("e", "All hands");
    event.start = Some(sample::berlin("2027-03-27T10:00:00"));
    event.end = Some(sample::berlin("2027-03-27T11:00:00"));
    // then a day later is ten o'clock again, though only 23 hours on
    let (start, end) = times(&moved(1, 0), &event);
    assert_eq!(
        (start.as_str(), end.as_str()),
        ("2027-03-28T10:00:00", "2027-03-28T11:00:00")
    );
    // and 24 hours later is eleven o'clock
    let (start, end) = times(&moved(0, 24 * 60), &event);
    assert_eq!(
        (start.as_str(), end.as_str()),
        ("2027-03-28T11:00:00", "2027-03-28T12:00:00")
    );
    let (start, _) = times(&moved(-7, -30), &event);
    assert_eq!(start, "2027-03-20T09:30:00");
}

#[test]
fn a_move_into_a_gap_or_the_past_is_refused_with_the_reason() {
    let mut event = sample::townhall("e", "All hands");
    event.start = Some(sample::berlin("2027-03-27T02:30:00"));
    event.end = Some(sample::berlin("2027-03-27T03:30:00"));
    let why = |edit: &Edit| {
        let task = edit.task(&event, now(), &JiffRules::new(), &Limits::default());
        task.unwrap_err().remove(0).kind
    };
    assert!(matches!(why(&moved(1, 0)), ProblemKind::TimeSkipped { .. }));
    assert_eq!(why(&moved(-300, 0)), ProblemKind::StartInPast);
}

#[test]
fn only_what_is_set_changes_and_only_where_it_differs() {
    let event = sample::townhall("e", "All hands");
    assert!(steps(&Edit::default(), &event).is_empty());
    let edit = Edit {
        registration: Some(Switch::Off),
        attendee_emails: Some(Switch::Off),
        ..Edit::default()
    };
    let steps = steps(&edit, &event);
    let [Action::Update(changes)] = steps.as_slice() else {
        panic!("{steps:?}")
    };
    assert_eq!(changes.is_registration_required, None, "it is off already");
    let emails = changes
        .settings
        .unwrap()
        .is_attendee_email_notification_enabled;
    assert_eq!(emails, Some(false));
    assert_eq!(changes.start, None);
}

#[test]
fn helpers_are_added_to_those_there_are() {
    let bo = DraftPerson {
        name: "Bo".to_owned(),
        email: String::new(),
        id: Some(UserId::from("bo")),
        tenant_id: Some("tenant".into()),
    };
    let edit = Edit {
        co_organizers: vec![bo],
        ..Edit::default()
    };
    let mut event = sample::townhall("e", "All hands");
    assert!(
        matches!(steps(&edit, &event).as_slice(), [Action::Amend(change)] if change.co_organizers.come.len() == 1)
    );
    event.co_organizers = vec![virtual_events::Identity::co_organizer(
        "bo".into(),
        "tenant".into(),
    )];
    assert!(steps(&edit, &event).is_empty());
}

#[test]
fn the_table_of_events_is_safe_and_can_be_read() {
    let mut event = sample::townhall("e", "=cmd()");
    event.end = Some(sample::in_zone(
        "2027-06-01T05:00:00",
        "Eastern Standard Time",
    ));
    let text = events_table([&event], &JiffRules::new());
    let rows: Vec<_> = Reader::new(&text).map(|row| row.cells).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].len(), rows[1].len());
    assert_eq!(rows[1][..2], ["'=cmd()", "Town hall"]);
    assert_eq!(
        rows[1][2..7],
        [
            "2027-06-01",
            "10:00",
            "2027-06-01",
            "11:00",
            "Europe/Berlin"
        ]
    );
}
