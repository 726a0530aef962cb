//! Small events counted out by hand.

use virtual_events::AttendanceRole;

use crate::attendance::sample::{at, held, in_the_part_of, member, roll};
use crate::attendance::{Curve, Figures, Peak, Rules, Share, Staff};

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
