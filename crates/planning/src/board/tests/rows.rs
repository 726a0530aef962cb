use virtual_events::{EventStatus, MyEvent, Role};

use super::board;
use crate::Phase;
use crate::board::{Board, BoardRow, Registration};
use crate::jiff_rules::{JiffRules, utc};
use crate::sample::{berlin, mine, townhall, with_status};
use crate::zones::ZoneName;

#[test]
fn a_row_knows_when_it_is_in_the_world_and_on_its_own_clock() {
    let row = BoardRow::of(&mine(townhall("one", "  Budget ")), &JiffRules::new());

    assert_eq!(row.title, "Budget");
    assert_eq!(row.starts(), Some(utc("2027-06-01T08:00:00Z")));
    assert_eq!(row.phase(utc("2027-06-01T08:30:00Z")), Phase::OnNow);
    assert_eq!(row.registration, Registration::NotRequired);
    assert_eq!(row.organizer.as_deref(), Some("Ana Ruiz"));
}

#[test]
fn a_zone_of_nobody_leaves_the_row_with_what_stands_there() {
    let board = board();
    let lost = board.rows().last().unwrap();

    assert_eq!(lost.id.as_str(), "lost");
    assert_eq!(lost.starts(), None);
    assert_eq!(lost.phase(utc("2027-06-01T08:30:00Z")), Phase::Unknown);
    let start = lost.start.as_ref().unwrap();
    assert_eq!(start.zone, ZoneName::Unknown("PacificSt".into()));
    assert_eq!(start.raw, "2027-06-01T10:00:00");
}

#[test]
fn an_event_with_nothing_but_an_id_is_still_a_row() {
    let mut bare = townhall("bare", "");
    bare.display_name = None;
    bare.start = None;
    bare.end = None;
    bare.status = None;
    bare.created_by = None;
    let row = BoardRow::of(
        &MyEvent {
            event: bare,
            roles: Vec::new(),
        },
        &JiffRules::new(),
    );

    assert_eq!((row.title.as_str(), row.role), ("", None));
    assert_eq!(row.phase(utc("2027-06-01T08:30:00Z")), Phase::Unknown);
}

#[test]
fn my_strongest_role_is_the_one_shown() {
    let both = MyEvent {
        event: townhall("one", "x"),
        roles: vec![Role::CoOrganizer, Role::Organizer],
    };
    assert_eq!(
        BoardRow::of(&both, &JiffRules::new()).role,
        Some(Role::Organizer)
    );
}

#[test]
fn what_changed_takes_the_place_of_what_was_and_moves_to_its_time() {
    let rules = JiffRules::new();
    let mut board = Board::new(
        &[mine(townhall("one", "a")), mine(townhall("two", "b"))],
        &rules,
    );
    let mut moved = with_status(townhall("one", "a"), EventStatus::Canceled);
    moved.start = Some(berlin("2027-06-02T10:00:00"));

    board.put(&mine(moved), &rules);
    board.put(&mine(townhall("three", "c")), &rules);

    let ids: Vec<&str> = board.rows().iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["two", "three", "one"]);
    let one = board
        .row(virtual_events::EventKind::Townhall, &"one".into())
        .unwrap();
    assert_eq!(one.status, Some(EventStatus::Canceled));
}
