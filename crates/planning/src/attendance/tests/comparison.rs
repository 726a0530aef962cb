//! Who comes back.

use crate::attendance::sample::{at, held, member, named, nobody, roll};
use crate::attendance::{Comparison, Held, Rules};

#[test]
fn people_who_come_back_are_told_from_new_ones() {
    let there = [("10:00", "11:00")];
    let mut ben_by_address = nobody(&there);
    ben_by_address.email_address = Some("BEN@example.com".to_owned());
    let first = roll(&held(vec![member("ana", &there), member("ben", &there)]));
    let second = roll(&held(vec![ben_by_address, named("Nina", &there)]));
    let third = roll(&held(vec![
        member("ana", &there),
        member("ben", &there),
        member("cleo", &there),
        named("Nina", &there),
    ]));
    let event = |title, clock, roll| Held {
        title,
        start: Some(at(clock)),
        roll,
    };
    // given in any order
    let held = [
        event("third", "12:00", &third),
        event("first", "10:00", &first),
        event("second", "11:00", &second),
    ];
    let comparison = Comparison::of(&held, &Rules::default());
    let counts: Vec<(&str, usize, usize, usize)> = comparison
        .events
        .iter()
        .map(|it| (it.title.as_str(), it.new, it.returning, it.unknown))
        .collect();
    assert_eq!(
        counts,
        [("first", 2, 0, 0), ("second", 0, 1, 1), ("third", 1, 2, 1)]
    );
    assert_eq!(comparison.people, 3);
    // Cleo came once, Ana twice, Ben each time; a name alone is nobody for sure
    assert_eq!(comparison.visits, [1, 1, 1]);
    assert_eq!(comparison.events[2].figures.attendees, 4);
}

#[test]
fn nothing_is_compared_with_nothing() {
    assert_eq!(
        Comparison::of(&[], &Rules::default()),
        Comparison::default()
    );
}
