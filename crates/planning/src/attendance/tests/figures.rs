//! Small events counted out by hand.

use virtual_events::AttendanceRole;

use crate::attendance::sample::{at, held, in_the_part_of, member, named, report, roll};
use crate::attendance::{
    Arrivals, Curve, DropOff, Figures, Kind, Part, Peak, Rules, Share, Sitting, Staff,
};

#[test]
fn a_small_event_is_counted_as_one_counts_by_hand() {
    let sittings = held(vec![
        member("ana", &[("10:00", "11:00")]),
        member("ben", &[("10:04", "10:30"), ("10:40", "11:00")]),
        member("cleo", &[("10:10", "10:20")]),
        in_the_part_of(
            member("olga", &[("10:00", "11:00")]),
            AttendanceRole::Organizer,
        ),
        in_the_part_of(
            member("paul", &[("10:00", "11:00")]),
            AttendanceRole::Presenter,
        ),
    ]);
    let roll = roll(&sittings);
    let curve = Curve::of_audience(&roll);
    let figures = Figures::of(&roll, &curve, &Rules::default());

    assert!(roll.oddities.is_empty());
    assert_eq!(figures.attendees, 3);
    let staff = Staff {
        organizers: 1,
        presenters: 1,
        applications: 0,
    };
    assert_eq!(figures.staff, staff);
    let peak = Peak {
        count: 3,
        at: at("10:10"),
    };
    assert_eq!(figures.peak, Some(peak));
    // one there for 14 minutes, two for 36, three for 10
    assert_eq!(figures.median_concurrent, Some(2));
    let average = (14.0 + 2.0 * 36.0 + 3.0 * 10.0) / 60.0;
    assert!((figures.average_concurrent.unwrap() - average).abs() < 1e-9);
    // 60, 46 and 10 minutes
    assert_eq!(figures.average_stay, Some(116 * 60 / 3));
    assert_eq!(figures.median_stay, Some(46 * 60));
    assert_eq!(figures.on_time, Share { count: 2, of: 3 });
    assert_eq!(figures.to_the_end, Share { count: 2, of: 3 });
}

#[test]
fn who_comes_and_goes_before_the_start_is_not_on_time() {
    let sittings = vec![Sitting::new(
        report("r", "09:45", "11:10"),
        vec![
            member("early", &[("09:45", "09:55")]),
            member("waiting", &[("09:50", "11:10")]),
            member("late", &[("10:05", "10:54")]),
        ],
    )];
    let roll = roll(&sittings);
    let figures = Figures::of(&roll, &Curve::of_audience(&roll), &Rules::default());
    assert_eq!(figures.on_time, Share { count: 1, of: 3 });
    assert_eq!(figures.to_the_end, Share { count: 1, of: 3 });
    let patient = Rules {
        on_time: 6,
        end: 7,
        ..Rules::default()
    };
    let figures = Figures::of(&roll, &Curve::of_audience(&roll), &patient);
    assert_eq!(figures.on_time, Share { count: 2, of: 3 });
    assert_eq!(figures.to_the_end, Share { count: 2, of: 3 });
    // the course is what was planned, since the meeting was on longer
    let course = roll.course.unwrap();
    assert_eq!((course.begin, course.end), (at("10:00"), at("11:00")));
}

#[test]
fn a_wave_of_leavers_is_a_drop_off_and_the_end_is_none() {
    let stays: [&[(&str, &str)]; 10] = [
        &[("10:00", "10:30")],
        &[("10:00", "10:31")],
        &[("10:00", "10:32")],
        &[("10:00", "10:33")],
        &[("10:00", "10:45")],
        &[("10:00", "11:00")],
        &[("10:00", "11:00")],
        &[("10:00", "11:00")],
        &[("10:00", "11:00")],
        &[("10:00", "11:00")],
    ];
    let people = stays.iter().enumerate();
    let sittings = held(
        people
            .map(|(at, stays)| member(&["p", &at.to_string()].concat(), stays))
            .collect(),
    );
    let roll = roll(&sittings);
    let figures = Figures::of(&roll, &Curve::of_audience(&roll), &Rules::default());
    let wave = DropOff {
        from: at("10:30"),
        to: at("10:35"),
        before: 10,
        lost: 4,
    };
    assert_eq!(figures.drop_offs, [wave]);
}

#[test]
fn arrivals_stand_in_bins_from_the_planned_start() {
    let first = ["09:00", "09:58", "10:00", "10:00:59", "10:01", "10:30"];
    let people = first.iter().enumerate();
    let records =
        people.map(|(at, join)| member(&["p", &at.to_string()].concat(), &[(join, "11:00")]));
    let sittings = vec![Sitting::new(
        report("r", "08:55", "11:00"),
        records.collect(),
    )];
    let arrivals = Arrivals::of(&roll(&sittings)).unwrap();
    assert_eq!((arrivals.start, arrivals.width_seconds), (at("10:00"), 120));
    assert_eq!((arrivals.earlier, arrivals.later), (1, 0));
    let filled: Vec<(i32, u32)> = arrivals
        .bins
        .iter()
        .filter(|bin| bin.count > 0)
        .map(|bin| (bin.from_seconds, bin.count))
        .collect();
    assert_eq!(filled, [(-120, 1), (0, 3), (1800, 1)]);
    assert_eq!(arrivals.bins.len(), 31);
    let all: u32 = arrivals.bins.iter().map(|bin| bin.count).sum();
    assert_eq!(all + arrivals.earlier + arrivals.later, 6);
}

#[test]
fn shares_by_domain_part_and_kind_are_counted() {
    let mut guest = named("Gus", &[("10:00", "11:00")]);
    guest.email_address = Some("gus@Partner.example".to_owned());
    let sittings = held(vec![
        member("ana", &[("10:00", "11:00")]),
        member("ben", &[("10:00", "11:00")]),
        guest,
        named("Nina", &[("10:00", "11:00")]),
        in_the_part_of(member("olga", &[]), AttendanceRole::Organizer),
    ]);
    let roll = roll(&sittings);
    let figures = Figures::of(&roll, &Curve::of_audience(&roll), &Rules::default());
    let domains: Vec<(Option<&str>, usize)> = figures
        .domains
        .iter()
        .map(|share| (share.domain.as_deref(), share.count))
        .collect();
    let known = [(Some("example.com"), 2), (Some("partner.example"), 1)];
    assert_eq!(domains, [known[0], known[1], (None, 1)]);
    assert_eq!(figures.parts, [(Part::Organizer, 1), (Part::Attendee, 4)]);
    let kinds = [(Kind::Member, 2), (Kind::Guest, 1), (Kind::Anonymous, 1)];
    assert_eq!(figures.kinds, kinds);
}
