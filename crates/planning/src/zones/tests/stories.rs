use virtual_events::{DateTimeTimeZone, WindowsZone};

use crate::jiff_rules::{JiffRules, utc, wall};
use crate::zones::{
    EventTime, IanaZone, LocalResult, Offset, ZoneName, ZoneRules, to_instant, to_wall,
};

fn berlin() -> IanaZone {
    IanaZone::new("Europe/Berlin")
}

#[test]
fn a_time_on_an_ordinary_day_is_one_instant_and_comes_back() {
    let rules = JiffRules::new();
    let instant = utc("2027-06-15T08:00Z");

    let meant = to_instant(wall("2027-06-15T10:00"), &berlin(), &rules);

    assert_eq!(meant, LocalResult::Single(instant));
    assert_eq!(
        to_wall(instant, &berlin(), &rules),
        Some(wall("2027-06-15T10:00"))
    );
}

#[test]
fn a_time_that_spring_skips_is_moved_on_by_the_hour_that_is_missing() {
    let rules = JiffRules::new();

    let meant = to_instant(wall("2027-03-28T02:30"), &berlin(), &rules);

    let shifted = utc("2027-03-28T01:30Z");
    assert_eq!(
        meant,
        LocalResult::Gap {
            shifted,
            shifted_wall: wall("2027-03-28T03:30")
        }
    );
    assert_eq!(meant.compatible(), Some(shifted));
}

#[test]
fn a_time_that_autumn_repeats_is_two_instants_and_the_first_is_taken() {
    let rules = JiffRules::new();

    let meant = to_instant(wall("2027-10-31T02:30"), &berlin(), &rules);

    let (earlier, later) = (utc("2027-10-31T00:30Z"), utc("2027-10-31T01:30Z"));
    assert_eq!(meant, LocalResult::Overlap { earlier, later });
    assert_eq!(meant.compatible(), Some(earlier));
}

#[test]
fn lord_howe_moves_its_clocks_by_half_an_hour_only() {
    let rules = JiffRules::new();
    let zone = IanaZone::new("Australia/Lord_Howe");

    let skipped = to_instant(wall("2027-10-03T02:15"), &zone, &rules);
    let repeated = to_instant(wall("2027-04-04T01:45"), &zone, &rules);

    assert_eq!(
        skipped,
        LocalResult::Gap {
            shifted: utc("2027-10-02T15:45Z"),
            shifted_wall: wall("2027-10-03T02:45")
        }
    );
    assert_eq!(
        repeated,
        LocalResult::Overlap {
            earlier: utc("2027-04-03T14:45Z"),
            later: utc("2027-04-03T15:15Z")
        }
    );
}

#[test]
fn where_midnight_is_skipped_the_day_begins_at_one() {
    let rules = JiffRules::new();
    let beirut = IanaZone::new("Asia/Beirut");

    let midnight = to_instant(wall("2027-03-28T00:00"), &beirut, &rules);

    let shifted = utc("2027-03-27T22:00Z");
    assert_eq!(
        midnight,
        LocalResult::Gap {
            shifted,
            shifted_wall: wall("2027-03-28T01:00")
        }
    );
}

#[test]
fn a_whole_day_that_samoa_left_out_is_a_gap_too() {
    let rules = JiffRules::new();
    let apia = IanaZone::new("Pacific/Apia");

    let meant = to_instant(wall("2011-12-30T12:00"), &apia, &rules);

    let shifted_wall = wall("2011-12-31T12:00");
    assert_eq!(
        meant,
        LocalResult::Gap {
            shifted: utc("2011-12-30T22:00Z"),
            shifted_wall
        }
    );
}

#[test]
fn utc_needs_no_rules_and_an_unknown_zone_has_none() {
    struct NoRules;
    impl ZoneRules for NoRules {
        fn offset_at(&self, _: &str, _: virtual_events::UtcInstant) -> Option<Offset> {
            None
        }
    }
    let noon = wall("2027-01-01T12:00");

    for name in ["UTC", "Etc/UTC", "utc", "Etc/GMT"] {
        let meant = to_instant(noon, &IanaZone::new(name), &NoRules);
        assert_eq!(
            meant,
            LocalResult::Single(utc("2027-01-01T12:00Z")),
            "{name}"
        );
    }
    assert_eq!(
        to_instant(noon, &berlin(), &NoRules),
        LocalResult::UnknownZone
    );
    assert_eq!(to_wall(utc("2027-01-01T12:00Z"), &berlin(), &NoRules), None);
}

#[test]
fn a_browser_that_knows_only_the_old_name_still_answers() {
    struct OldBrowser(JiffRules);
    impl ZoneRules for OldBrowser {
        fn offset_at(&self, iana: &str, at: virtual_events::UtcInstant) -> Option<Offset> {
            (iana != "Europe/Kyiv")
                .then(|| self.0.offset_at(iana, at))
                .flatten()
        }
    }
    let kyiv = IanaZone::of_windows(&WindowsZone::new("FLE Standard Time")).unwrap();
    assert_eq!(kyiv.as_str(), "Europe/Kyiv");

    let meant = to_instant(
        wall("2027-01-01T12:00"),
        &kyiv,
        &OldBrowser(JiffRules::new()),
    );

    assert_eq!(meant, LocalResult::Single(utc("2027-01-01T10:00Z")));
}

#[test]
fn a_zone_name_that_is_no_zone_is_kept_as_it_came() {
    let time = DateTimeTimeZone {
        date_time: "2027-03-30T10:00:00.0000000".into(),
        time_zone: Some(WindowsZone::new("PacificSt")),
    };

    let resolved = EventTime::resolve(&time, &JiffRules::new());

    assert_eq!(resolved.zone, ZoneName::Unknown("PacificSt".into()));
    assert_eq!(resolved.wall, Some(wall("2027-03-30T10:00")));
    assert_eq!(resolved.instant, None);
}
