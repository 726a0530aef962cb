//! Each kind of bad input, and what is made of it.

use virtual_events::{AttendanceInterval, AttendanceRecord};

use crate::attendance::sample::{at, held, interval, member, nobody, report, roll};
use crate::attendance::{Attendee, Curve, Figures, Oddity, Roll, Rules, Share, Sitting, Stay};
use crate::jiff_rules::utc;

/// One person with those intervals, in a meeting from ten to eleven.
fn of_intervals(intervals: Vec<AttendanceInterval>) -> Roll {
    let record = AttendanceRecord {
        attendance_intervals: intervals,
        ..member("ana", &[])
    };
    roll(&held(vec![record]))
}

fn stays(roll: &Roll) -> Vec<Stay> {
    let [person] = &roll.people[..] else {
        panic!("one person");
    };
    person.stays.clone()
}

fn stay(from: &str, to: &str) -> Stay {
    Stay {
        from: at(from),
        to: at(to),
    }
}

fn found(roll: &Roll) -> Vec<(Oddity, usize)> {
    roll.oddities.found().collect()
}

fn lasting(mut interval: AttendanceInterval, seconds: i32) -> AttendanceInterval {
    interval.duration_in_seconds = Some(seconds);
    interval
}

#[test]
fn overlapping_intervals_count_once_and_touching_ones_are_not_odd() {
    let overlapping = roll(&held(vec![member(
        "ana",
        &[("10:20", "10:40"), ("10:00", "10:30"), ("10:25", "10:26")],
    )]));
    assert_eq!(stays(&overlapping), [stay("10:00", "10:40")]);
    assert_eq!(found(&overlapping), [(Oddity::Overlapping, 2)]);

    let touching = roll(&held(vec![member(
        "ana",
        &[("10:00", "10:30"), ("10:30", "10:40")],
    )]));
    assert_eq!(stays(&touching), [stay("10:00", "10:40")]);
    assert!(touching.oddities.is_empty());
}

#[test]
fn an_interval_that_ends_before_it_starts_is_dropped() {
    let ana = roll(&held(vec![member(
        "ana",
        &[("10:30", "10:20"), ("10:40", "10:40"), ("10:50", "10:55")],
    )]));
    assert_eq!(stays(&ana), [stay("10:50", "10:55")]);
    assert_eq!(found(&ana), [(Oddity::EndsBeforeStart, 1)]);
}

#[test]
fn a_missing_end_comes_from_the_duration_else_from_the_meeting() {
    let known = of_intervals(vec![lasting(interval(Some("10:10"), None), 600)]);
    assert_eq!(stays(&known), [stay("10:10", "10:20")]);
    assert_eq!(found(&known), [(Oddity::NoLeave, 1)]);

    // a duration of nothing is no duration
    let unknown = of_intervals(vec![lasting(interval(Some("10:10"), None), 0)]);
    assert_eq!(stays(&unknown), [stay("10:10", "11:00")]);

    let start = of_intervals(vec![lasting(interval(None, Some("10:30")), 600)]);
    assert_eq!(stays(&start), [stay("10:20", "10:30")]);
    assert_eq!(found(&start), [(Oddity::NoJoin, 1)]);
    let from_the_start = of_intervals(vec![interval(None, Some("10:30"))]);
    assert_eq!(stays(&from_the_start), [stay("10:00", "10:30")]);
}

#[test]
fn a_missing_end_of_a_meeting_without_an_end_is_dropped() {
    let mut endless = report("r", "10:00", "11:00");
    endless.meeting_end = None;
    let record = AttendanceRecord {
        attendance_intervals: vec![interval(Some("10:10"), None), interval(None, None)],
        ..member("ana", &[])
    };
    let roll = roll(&[Sitting::new(endless, vec![record])]);
    assert!(stays(&roll).is_empty());
    assert_eq!(found(&roll), [(Oddity::NoTimes, 1), (Oddity::NoLeave, 1)]);
    assert_eq!(roll.course, None);
}

#[test]
fn what_lies_outside_the_meeting_is_cut_off_or_dropped() {
    let ana = roll(&held(vec![member(
        "ana",
        &[
            ("09:00", "09:30"),
            ("09:50", "10:10"),
            ("10:59:00", "11:00:02"),
        ],
    )]));
    assert_eq!(
        stays(&ana),
        [stay("10:00", "10:10"), stay("10:59", "11:00")]
    );
    // two seconds are a difference of clocks
    assert_eq!(found(&ana), [(Oddity::Outside, 1), (Oddity::Clipped, 1)]);
}

#[test]
fn what_lies_in_the_future_is_cut_off_or_dropped() {
    let mut endless = report("r", "10:00", "11:00");
    endless.meeting_end = None;
    let record = member("ana", &[("10:00", "10:40"), ("10:50", "10:55")]);
    let now = utc("2027-06-01T10:30:00Z");
    let roll = Roll::of(
        &[Sitting::new(endless, vec![record])],
        &super::super::sample::planned(),
        now,
    );
    assert_eq!(stays(&roll), [stay("10:00", "10:30")]);
    assert_eq!(found(&roll), [(Oddity::Future, 2)]);
}

#[test]
fn a_total_without_intervals_is_a_stay_without_times() {
    let total = |seconds| AttendanceRecord {
        total_attendance_in_seconds: Some(seconds),
        ..member("ana", &[])
    };
    let told = roll(&held(vec![
        total(600),
        member("ben", &[("10:00", "10:20")]),
    ]));
    assert_eq!(found(&told), [(Oddity::TotalOnly, 1)]);
    let curve = Curve::of_audience(&told);
    let figures = Figures::of(&told, &curve, &Rules::default());
    assert_eq!((figures.attendees, figures.average_stay), (2, Some(900)));
    // whose times aren't known can be neither early nor late
    assert_eq!(figures.on_time, Share { count: 1, of: 1 });
    assert_eq!(figures.peak.map(|peak| peak.count), Some(1));
    // those without times come last, and no stay is longer than its meeting
    let ana: &Attendee = &told.people[1];
    assert_eq!((ana.number, ana.first_join()), (2, None));
    let long = roll(&held(vec![total(90_000)]));
    assert_eq!(long.people[0].seconds(), Some(3_600));
    // nothing and less than nothing are nothing
    for seconds in [0, -5] {
        let none = roll(&held(vec![total(seconds)]));
        assert_eq!(none.people[0].seconds(), None);
        assert!(none.oddities.is_empty());
    }
}

#[test]
fn records_of_nobody_are_people_of_their_own() {
    let mut noughts = member(
        "00000000-0000-0000-0000-000000000000",
        &[("10:00", "10:10")],
    );
    noughts.email_address = Some("  ".to_owned());
    if let Some(identity) = &mut noughts.identity {
        identity.display_name = Some(" ".to_owned());
    }
    let nobody = nobody(&[("10:00", "10:10")]);
    let roll = roll(&held(vec![noughts, nobody.clone(), nobody]));
    assert_eq!(roll.people.len(), 3);
    assert_eq!(found(&roll), [(Oddity::NoIdentity, 3)]);
}

#[test]
fn two_records_of_one_person_are_joined_and_misread_ones_are_told() {
    let mut sittings = held(vec![
        member("ana", &[("10:00", "10:20")]),
        member("ana", &[("10:10", "10:40")]),
    ]);
    sittings[0].misread = 3;
    let roll = roll(&sittings);
    assert_eq!(stays(&roll), [stay("10:00", "10:40")]);
    let all = [
        (Oddity::Misread, 3),
        (Oddity::Repeated, 1),
        (Oddity::Overlapping, 1),
    ];
    assert_eq!(found(&roll), all);
}

#[test]
fn nobody_at_all_has_no_figures_but_no_trouble_either() {
    for sittings in [Vec::new(), held(Vec::new())] {
        let roll = roll(&sittings);
        let figures = Figures::of(&roll, &Curve::of_audience(&roll), &Rules::default());
        assert_eq!((figures.attendees, figures.peak), (0, None));
        assert_eq!(
            (figures.average_stay, figures.on_time.ratio()),
            (None, None)
        );
        assert!(figures.domains.is_empty() && figures.drop_offs.is_empty());
    }
}
