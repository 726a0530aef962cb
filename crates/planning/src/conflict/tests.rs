//! Events at the same time.

use proptest::prelude::*;
use virtual_events::{
    EventId, EventStatus, Identity, Presenter, PresenterId, UserId, VirtualEvent,
};

use super::{Clash, Conflicts, Speaker, Speakers};
use crate::board::BoardRow;
use crate::jiff_rules::{JiffRules, utc};
use crate::sample::{at, helped, mine, townhall, with_status};

fn event(id: &str, start: &str, end: &str) -> VirtualEvent {
    let clock = |time| ["2027-06-01T", time, ":00"].concat();
    at(townhall(id, id), &clock(start), &clock(end))
}

fn conflicts(rows: &[BoardRow], speakers: &Speakers) -> Conflicts {
    Conflicts::of(rows, speakers, utc("2027-06-01T08:00:00Z"))
}

fn with(conflicts: &Conflicts, id: &str) -> Vec<String> {
    let conflicts = conflicts.of_event(&EventId::from(id)).iter();
    conflicts.map(|it| it.with.as_str().to_owned()).collect()
}

fn of(presenters: &[Presenter]) -> Vec<Speaker> {
    presenters.iter().map(Speaker::of).collect()
}

fn user(id: &str, name: &str) -> Presenter {
    Presenter {
        id: PresenterId::from(id),
        email: None,
        identity: Some(Identity::user(UserId::from(id)).named(name)),
        presenter_details: None,
    }
}

fn guest(id: &str, email: &str) -> Presenter {
    Presenter {
        id: PresenterId::from(id),
        email: None,
        identity: Some(Identity::guest("Gus", email)),
        presenter_details: None,
    }
}

#[test]
fn two_events_of_mine_at_once_are_told_with_their_overlap() {
    let rules = JiffRules::new();
    let rows = [
        BoardRow::of(&mine(event("long", "09:00", "12:00")), &rules),
        BoardRow::of(&helped(event("inside", "10:00", "10:30")), &rules),
        BoardRow::of(&mine(event("touching", "12:00", "13:00")), &rules),
        BoardRow::of(&mine(event("late", "11:30", "12:30")), &rules),
    ];
    let found = conflicts(&rows, &Speakers::new());
    assert_eq!(with(&found, "long"), ["inside", "late"]);
    assert_eq!(with(&found, "inside"), ["long"]);
    assert_eq!(with(&found, "touching"), ["late"]);
    assert_eq!(with(&found, "late"), ["long", "touching"]);
    assert_eq!(found.events(), 4);
    let late = &found.of_event(&EventId::from("long"))[1];
    assert_eq!(late.from, utc("2027-06-01T11:30:00Z"));
    assert_eq!((late.millis(), &*late.title), (30 * 60_000, "late"));
    assert_eq!(late.clashes, [Clash::Mine]);
}

#[test]
fn cancelled_ended_and_timeless_events_are_in_nobodys_way() {
    let rules = JiffRules::new();
    let mut timeless = event("timeless", "09:00", "12:00");
    timeless.end = None;
    let paused = EventStatus::Other("paused".to_owned());
    let rows = [
        mine(event("mine", "07:00", "12:00")),
        mine(with_status(
            event("draft", "09:00", "09:30"),
            EventStatus::Draft,
        )),
        mine(with_status(
            event("off", "09:00", "12:00"),
            EventStatus::Canceled,
        )),
        mine(with_status(event("paused", "09:00", "12:00"), paused)),
        mine(event("ended", "07:00", "08:00")),
        mine(event("backwards", "11:00", "10:00")),
        mine(timeless),
    ]
    .map(|it| BoardRow::of(&it, &rules));
    let found = conflicts(&rows, &Speakers::new());
    assert_eq!(with(&found, "mine"), ["draft"]);
    assert_eq!(found.events(), 2);
}

#[test]
fn a_presenter_booked_twice_is_named_also_at_events_of_others() {
    let rules = JiffRules::new();
    let rows = [
        BoardRow::with_role(&event("one", "09:00", "10:00"), None, &rules),
        BoardRow::with_role(&event("two", "09:30", "10:30"), None, &rules),
        BoardRow::with_role(&event("three", "09:30", "10:30"), None, &rules),
    ];
    let mut speakers = Speakers::new();
    let known = |id: &str| EventId::from(id);
    speakers.know(
        &known("one"),
        of(&[user("ANA", "Ana"), guest("g1", "Gus@example.org")]),
    );
    speakers.know(
        &known("two"),
        of(&[guest("g2", "gus@example.org"), user("ben", "Ben")]),
    );
    speakers.know(
        &known("three"),
        of(&[user("ana", "Ana"), user("ben", "Ben")]),
    );
    let found = conflicts(&rows, &speakers);
    let names = |event: &str| -> Vec<(String, Vec<Option<String>>)> {
        let conflicts = found.of_event(&EventId::from(event)).iter();
        let names = |clash: &Clash| match clash {
            Clash::Mine => None,
            Clash::Presenter(speaker) => speaker.name.clone(),
        };
        conflicts
            .map(|it| (it.title.clone(), it.clashes.iter().map(names).collect()))
            .collect()
    };
    let named = |event: &str, name: &str| (event.to_owned(), vec![Some(name.to_owned())]);
    assert_eq!(names("one"), [named("three", "Ana"), named("two", "Gus")]);
    assert_eq!(names("two"), [named("one", "Gus"), named("three", "Ben")]);
    // what isn't known is in nobody's way
    assert_eq!(conflicts(&rows, &Speakers::new()).events(), 0);
}

proptest! {
    #[test]
    fn the_walk_finds_what_comparing_all_with_all_finds(
        times in prop::collection::vec((0_u32..40, 1_u32..12), 0..25),
    ) {
        let rules = JiffRules::new();
        let clock = |half_hours: u32| {
            // one day after the other, so that no time is beyond midnight
            let (day, rest) = (half_hours / 48 + 1, half_hours % 48);
            format!("2027-06-{day:02}T{:02}:{:02}:00", rest / 2, rest % 2 * 30)
        };
        let rows: Vec<BoardRow> = times
            .iter()
            .enumerate()
            .map(|(index, (start, length))| {
                let event = townhall(&index.to_string(), "x");
                BoardRow::of(&mine(at(event, &clock(*start), &clock(start + length))), &rules)
            })
            .collect();
        let found = Conflicts::of(&rows, &Speakers::new(), utc("2027-05-01T00:00:00Z"));
        for (one, (start, length)) in times.iter().enumerate() {
            let mut expected: Vec<String> = times
                .iter()
                .enumerate()
                .filter(|(other, (from, long))| {
                    *other != one && *from < start + length && *start < from + long
                })
                .map(|(other, _)| other.to_string())
                .collect();
            expected.sort_unstable();
            let mut told = with(&found, &one.to_string());
            told.sort_unstable();
            prop_assert_eq!(told, expected);
        }
    }
}
