use proptest::prelude::*;

use super::{board, shown};
use crate::board::{Board, BoardQuery, BoardRow, Column, Direction, Sort};
use crate::jiff_rules::JiffRules;
use crate::sample::{mine, townhall};

fn by(column: Column, direction: Direction) -> Vec<String> {
    let sort = Sort { column, direction };
    shown(
        &board(),
        &BoardQuery {
            sort,
            ..BoardQuery::default()
        },
    )
}

#[test]
fn unasked_the_list_begins_with_what_comes_next_and_ends_with_what_is_long_over() {
    assert_eq!(
        shown(&board(), &BoardQuery::default()),
        [
            "on-now",
            "today",
            "cancelled",
            "webinar",
            "next-week",
            "draft",
            "ended",
            "long-ago",
            "lost"
        ]
    );
}

#[test]
fn by_start_the_oldest_is_first_and_unknown_is_last_both_ways() {
    let ascending = by(Column::When, Direction::Ascending);
    assert_eq!(ascending.first().map(String::as_str), Some("long-ago"));
    assert_eq!(ascending.last().map(String::as_str), Some("lost"));

    let descending = by(Column::When, Direction::Descending);
    assert_eq!(descending.first().map(String::as_str), Some("draft"));
    assert_eq!(descending.last().map(String::as_str), Some("lost"));
}

#[test]
fn titles_are_ordered_without_case_and_marks_and_same_titles_by_start() {
    assert_eq!(
        by(Column::Title, Direction::Ascending),
        [
            "next-week",
            "draft",
            "long-ago",
            "ended",
            "webinar",
            "on-now",
            "lost",
            "cancelled",
            "today"
        ]
    );
}

/// Rows without the value stand among the others when sorting begins.
#[test]
fn what_is_not_known_goes_to_the_end_from_wherever_it_stood() {
    let rows = ["b", "", "a", "", "c"]
        .into_iter()
        .zip(["1", "2", "3", "4", "5"]);
    let board = Board::of_rows(
        rows.map(|(title, id)| BoardRow::of(&mine(townhall(id, title)), &JiffRules::new()))
            .collect(),
    );
    let by_title = |direction| {
        let sort = Sort {
            column: Column::Title,
            direction,
        };
        shown(
            &board,
            &BoardQuery {
                sort,
                ..BoardQuery::default()
            },
        )
    };
    assert_eq!(by_title(Direction::Ascending), ["3", "1", "5", "2", "4"]);
    assert_eq!(by_title(Direction::Descending), ["5", "1", "3", "2", "4"]);
}

#[test]
fn a_second_click_on_a_head_reverses_and_a_third_turns_back() {
    let first = Sort::default().clicked(Column::Title);
    let second = first.clicked(Column::Title);
    assert_eq!(
        (first.direction, second.direction),
        (Direction::Ascending, Direction::Descending)
    );
    assert_eq!(second.clicked(Column::Title), first);
    assert_eq!(second.clicked(Column::When).direction, Direction::Ascending);
}

proptest! {
    #[test]
    fn whatever_the_order_no_row_is_lost_or_doubled(
        column in prop::sample::select(Column::ALL.to_vec()),
        descending in any::<bool>(),
    ) {
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        let mut ids = by(column, direction);
        let first = ids.clone();
        prop_assert_eq!(&first, &by(column, direction));
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), 9);
    }
}
