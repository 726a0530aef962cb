//! Who is the same person, and which reports are of the event.

use virtual_events::AttendanceRole;

use crate::attendance::sample::{
    at, held, in_the_part_of, member, named, nobody, planned, report, roll,
};
use crate::attendance::{Occasion, Oddity, Part, Sitting, Stay, of_the_event};

#[test]
fn a_rehearsal_is_told_from_the_event_and_its_restart() {
    let reports = [
        report("restart", "10:20", "11:05"),
        report("rehearsal", "08:00", "10:00"),
        report("first", "09:50", "10:15"),
        report("afterwards", "11:00", "11:10"),
    ];
    assert_eq!(of_the_event(&reports, &planned()), [2, 0]);
    assert_eq!(Occasion::of(&reports[3], &planned()), Occasion::Afterwards);
    // nothing else is there
    assert_eq!(of_the_event(&reports[1..2], &planned()), [0]);
    assert_eq!(of_the_event(&reports[3..], &planned()), [0]);
    assert!(of_the_event(&[], &planned()).is_empty());
}

#[test]
fn one_person_in_two_reports_is_one_with_the_strongest_part() {
    let sittings = [
        Sitting::new(
            report("first", "10:00", "10:15"),
            vec![member("ana", &[("10:00", "10:15")])],
        ),
        Sitting::new(
            report("restart", "10:20", "11:00"),
            vec![in_the_part_of(
                member("ANA", &[("10:20", "11:00")]),
                AttendanceRole::Presenter,
            )],
        ),
    ];
    let roll = roll(&sittings);
    let [ana] = &roll.people[..] else {
        panic!("one person");
    };
    assert_eq!((ana.part, ana.stays.len()), (Part::Presenter, 2));
    assert_eq!(ana.seconds(), Some(55 * 60));
    assert!(roll.oddities.is_empty());
}

#[test]
fn somebody_without_an_id_is_found_by_the_address() {
    let mut by_address = nobody(&[("10:30", "10:40")]);
    by_address.email_address = Some("Ana@Example.COM".to_owned());
    // given either order
    for turned in [false, true] {
        let mut records = vec![member("ana", &[("10:00", "10:10")]), by_address.clone()];
        if turned {
            records.reverse();
        }
        let roll = roll(&held(records));
        assert_eq!(roll.people.len(), 1);
        assert_eq!(roll.oddities.count(Oddity::Repeated), 1);
        assert_eq!(roll.people[0].domain(), Some("example.com"));
        let stays = [("10:00", "10:10"), ("10:30", "10:40")].map(|(from, to)| Stay {
            from: at(from),
            to: at(to),
        });
        assert_eq!(roll.people[0].stays, stays);
    }
}

#[test]
fn names_alone_are_the_same_person_only_across_reports() {
    let twice = || {
        vec![
            named("Maria", &[("10:00", "10:15")]),
            named("MARIA", &[("10:05", "10:15")]),
            nobody(&[("10:00", "10:01")]),
        ]
    };
    let mut again = twice();
    again.push(named("Maria", &[("10:30", "10:31")]));
    let sittings = [
        Sitting::new(report("first", "10:00", "10:15"), twice()),
        Sitting::new(report("restart", "10:00", "11:00"), again),
    ];
    let roll = roll(&sittings);
    // three Marias, and two of whom nothing is known
    assert_eq!(roll.people.len(), 5);
    assert_eq!(roll.oddities.count(Oddity::NoIdentity), 2);
}
