use proptest::prelude::*;
use time::{Date, Duration};
use virtual_events::{EventKind, Role};

use crate::Phase;
use crate::board::{BoardQuery, Column, Direction, Period, Sort};

fn read(pairs: &[(&str, &str)]) -> BoardQuery {
    BoardQuery::from_pairs(pairs.iter().copied())
}

#[test]
fn the_whole_list_needs_no_words_in_the_address() {
    assert_eq!(BoardQuery::default().to_pairs(), []);
}

#[test]
fn an_address_says_in_plain_words_what_is_shown() {
    let query = BoardQuery {
        words: " zurich ".into(),
        phases: vec![Phase::OnNow, Phase::Draft],
        roles: vec![Role::CoOrganizer],
        kinds: vec![EventKind::Webinar],
        period: Period::Next7Days,
        sort: Sort {
            column: Column::When,
            direction: Direction::Descending,
        },
    };

    let pairs = query.to_pairs();

    let texts: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    assert_eq!(
        texts,
        [
            ("q", "zurich"),
            ("status", "on-now,draft"),
            ("role", "co-organizer"),
            ("kind", "webinar"),
            ("when", "7d"),
            ("sort", "-when"),
        ]
    );
}

#[test]
fn what_an_old_or_foreign_address_says_is_passed_over_where_it_is_not_understood() {
    let query = read(&[
        ("status", "draft,paused,,draft"),
        ("when", "2027-02-30..x"),
        ("sort", "-price"),
        ("utm_source", "mail"),
    ]);
    assert_eq!(
        query,
        BoardQuery {
            phases: vec![Phase::Draft],
            ..BoardQuery::default()
        }
    );
}

#[test]
fn two_days_in_the_wrong_order_are_put_right() {
    let right = read(&[("when", "2027-01-01..2027-01-31")]);
    assert_eq!(read(&[("when", "2027-01-31..2027-01-01")]), right);
    assert_ne!(right.period, Period::Any);
}

fn some_day() -> impl Strategy<Value = Date> {
    (0_i64..40_000).prop_map(|days| {
        Date::from_calendar_date(1970, time::Month::January, 1).unwrap() + Duration::days(days)
    })
}

fn some_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        prop::sample::select(vec![
            Period::Any,
            Period::Today,
            Period::Next7Days,
            Period::Next30Days,
            Period::Last30Days,
            Period::Past,
        ]),
        (some_day(), some_day()).prop_map(|(a, b)| Period::Between(a.min(b), a.max(b))),
    ]
}

proptest! {
    #[test]
    fn an_address_leads_back_to_the_same_list(
        words in "[a-zü& =,]{0,12}",
        phases in prop::sample::subsequence(Phase::ALL.to_vec(), 0..=6),
        roles in prop::sample::subsequence(Role::ALL.to_vec(), 0..=2),
        kinds in prop::sample::subsequence(EventKind::ALL.to_vec(), 0..=2),
        period in some_period(),
        column in prop::sample::select(Column::ALL.to_vec()),
        descending in any::<bool>(),
    ) {
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        let sort = Sort { column, direction };
        let words = words.trim().to_owned();
        let query = BoardQuery { words, phases, roles, kinds, period, sort };
        let pairs = query.to_pairs();
        let back = BoardQuery::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())));
        prop_assert_eq!(back, query);
    }
}
