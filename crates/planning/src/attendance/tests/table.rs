//! The table, searched and sorted.

use virtual_events::{AttendanceRole, RegistrationId};

use crate::attendance::sample::{held, in_the_part_of, member, named, nobody, roll};
use crate::attendance::{Column, Names, Roll, Table, TableQuery};
use crate::board::Direction;

fn people() -> Roll {
    let mut zoe = named("Zoé", &[("10:02", "10:30"), ("10:40", "11:00")]);
    zoe.registration_id = Some(RegistrationId::from("r"));
    roll(&held(vec![
        member("ben", &[("10:01", "11:00")]),
        in_the_part_of(
            member("ana", &[("10:05", "10:10")]),
            AttendanceRole::Presenter,
        ),
        zoe,
        nobody(&[]),
    ]))
}

fn numbers(
    roll: &Roll,
    names: &Names<'_>,
    search: &str,
    column: Column,
    direction: Direction,
) -> Vec<u32> {
    let query = TableQuery {
        search: search.to_owned(),
        column,
        direction,
    };
    let rows = Table::of(roll, names).rows(roll, &query);
    rows.into_iter().map(|at| roll.people[at].number).collect()
}

#[test]
fn every_column_sorts_and_the_unknown_comes_last_either_way() {
    let roll = people();
    // 1 Ben, 2 Zoé, 3 Ana, 4 nobody
    for (column, up, down) in [
        (Column::Name, [3, 1, 2, 4], [2, 1, 3, 4]),
        (Column::Email, [3, 1, 2, 4], [1, 3, 2, 4]),
        (Column::Domain, [1, 3, 2, 4], [1, 3, 2, 4]),
        (Column::Part, [3, 1, 2, 4], [1, 2, 4, 3]),
        (Column::FirstJoin, [1, 2, 3, 4], [3, 2, 1, 4]),
        (Column::LastLeave, [3, 1, 2, 4], [1, 2, 3, 4]),
        (Column::Stay, [3, 2, 1, 4], [1, 2, 3, 4]),
        (Column::Times, [1, 3, 2, 4], [2, 1, 3, 4]),
        (Column::Registration, [2, 1, 3, 4], [2, 1, 3, 4]),
    ] {
        let sorted = |direction| numbers(&roll, &Names::Shown, "", column, direction);
        assert_eq!(sorted(Direction::Ascending), up, "{column:?}");
        assert_eq!(sorted(Direction::Descending), down, "{column:?}");
        assert_eq!(Column::from_key(column.key()), Some(column));
    }
}

#[test]
fn names_addresses_and_parts_are_found_without_accents() {
    let roll = people();
    let found = |names: &Names<'_>, search: &str| {
        numbers(
            &roll,
            names,
            search,
            Column::FirstJoin,
            Direction::Ascending,
        )
    };
    assert_eq!(found(&Names::Shown, "zoe"), [2]);
    assert_eq!(found(&Names::Shown, "EXAMPLE.com"), [1, 3]);
    assert_eq!(found(&Names::Shown, "presenter ana"), [3]);
    assert!(found(&Names::Shown, "nowhere").is_empty());
}

#[test]
fn hidden_names_are_neither_found_nor_told_by_the_order() {
    let (roll, names) = (people(), Names::Hidden("Attendee"));
    let found = |search: &str| numbers(&roll, &names, search, Column::Name, Direction::Ascending);
    assert!(found("zoe").is_empty() && found("example.com").is_empty());
    assert_eq!(found("attendee 3"), [3]);
    assert_eq!(found("presenter"), [3]);
    for column in [Column::Name, Column::Email, Column::Domain] {
        let sorted = numbers(&roll, &names, "", column, Direction::Ascending);
        assert_eq!(sorted, [1, 2, 3, 4], "{column:?}");
    }
}
