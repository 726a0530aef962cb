use virtual_events::UtcInstant;

use super::{check, from_to, kinds, now, only, problems, titled};
use crate::draft::{EventDraft, Field, Limits, Problem, ProblemKind, Severity, Side};
use crate::jiff_rules::{utc, wall};
use crate::zones::{Offset, ZoneRules};

#[test]
fn what_cannot_be_read_is_named_beside_its_input() {
    let draft = EventDraft {
        start_date: "2027-02-30".into(),
        start_time: "25:00".into(),
        end_date: String::new(),
        end_time: " ".into(),
        ..titled()
    };
    assert_eq!(
        problems(&draft),
        [
            Problem::blocks(
                Field::StartDate,
                ProblemKind::DateUnreadable {
                    typed: "2027-02-30".into()
                }
            ),
            Problem::blocks(
                Field::StartTime,
                ProblemKind::TimeUnreadable {
                    typed: "25:00".into()
                }
            ),
            Problem::blocks(Field::EndDate, ProblemKind::Missing),
            Problem::blocks(Field::EndTime, ProblemKind::Missing),
        ]
    );
}

#[test]
fn an_end_before_or_at_the_start_blocks_beside_what_is_wrong() {
    let same = only(&from_to("2027-04-01T10:00", "2027-04-01T10:00"));
    assert_eq!(
        same,
        Problem::blocks(Field::EndTime, ProblemKind::EndNotAfterStart)
    );

    let day_before = only(&from_to("2027-04-02T10:00", "2027-04-01T11:00"));
    assert_eq!(
        day_before,
        Problem::blocks(Field::EndDate, ProblemKind::EndNotAfterStart)
    );
}

#[test]
fn a_start_in_the_past_blocks_and_the_next_minute_does_not() {
    let today = only(&from_to("2027-03-11T14:20", "2027-03-11T16:00"));
    assert_eq!(
        today,
        Problem::blocks(Field::StartTime, ProblemKind::StartInPast)
    );

    let last_year = only(&from_to("2026-04-01T10:00", "2026-04-01T11:00"));
    assert_eq!(
        last_year,
        Problem::blocks(Field::StartDate, ProblemKind::StartInPast)
    );

    assert_eq!(
        problems(&from_to("2027-03-11T14:21", "2027-03-11T16:00")),
        []
    );
}

#[test]
fn longer_than_teams_runs_it_is_a_warning_with_both_figures() {
    assert_eq!(
        problems(&from_to("2027-04-01T10:00", "2027-04-02T16:00")),
        []
    );

    let long = only(&from_to("2027-04-01T10:00", "2027-04-02T16:01"));
    let kind = ProblemKind::LastsTooLong {
        minutes: 1_801,
        limit: 1_800,
    };
    assert_eq!(long, Problem::warns(Field::EndDate, kind));
}

#[test]
fn over_a_change_of_the_clocks_real_time_counts() {
    // half past one to three is only half an hour on the morning of 28 March
    assert_eq!(
        problems(&from_to("2027-03-28T01:30", "2027-03-28T03:00")),
        []
    );
    // later on the clock, but not in time: the first half past two to the second two o'clock
    let mut draft = from_to("2027-10-31T02:30", "2027-10-31T02:45");
    draft.start_side = Some(Side::Later);
    draft.end_side = Some(Side::Earlier);
    assert_eq!(kinds(&draft), [ProblemKind::EndNotAfterStart]);
}

#[test]
fn a_time_that_spring_skips_offers_the_two_that_may_be_meant() {
    let problem = only(&from_to("2027-03-28T02:15", "2027-03-28T04:00"));

    let kind = ProblemKind::TimeSkipped {
        earlier: wall("2027-03-28T01:15"),
        later: wall("2027-03-28T03:15"),
    };
    assert_eq!(problem, Problem::blocks(Field::StartTime, kind));
}

#[test]
fn a_time_that_autumn_repeats_asks_which_and_is_then_sent_in_utc() {
    let mut draft = from_to("2027-10-31T02:30", "2027-10-31T04:00");

    let kind = ProblemKind::TimeTwice {
        earlier: utc("2027-10-31T00:30:00Z"),
        earlier_offset: Offset::from_minutes(120),
        later: utc("2027-10-31T01:30:00Z"),
        later_offset: Offset::from_minutes(60),
    };
    assert_eq!(only(&draft), Problem::blocks(Field::StartTime, kind));

    draft.start_side = Some(Side::Later);
    let request = check(&draft).request.unwrap();
    let (start, end) = (request.start.unwrap(), request.end.unwrap());
    assert_eq!(start.date_time, "2027-10-31T01:30:00");
    assert_eq!(end.date_time, "2027-10-31T03:00:00");
    assert!(start.time_zone.unwrap().is_utc() && end.time_zone.unwrap().is_utc());
}

#[test]
fn an_end_shown_twice_is_asked_about_too() {
    let mut draft = from_to("2027-10-31T01:30", "2027-10-31T02:30");
    assert_eq!(only(&draft).field, Field::EndTime);

    draft.end_side = Some(Side::Later);
    let request = check(&draft).request.unwrap();
    assert_eq!(request.start.unwrap().date_time, "2027-10-30T23:30:00");
    assert_eq!(request.end.unwrap().date_time, "2027-10-31T01:30:00");
}

#[test]
fn a_choice_made_for_another_time_does_no_harm() {
    let draft = EventDraft {
        start_side: Some(Side::Later),
        ..titled()
    };
    let request = check(&draft).request.unwrap();
    assert!(!request.start.unwrap().time_zone.unwrap().is_utc());
}

#[test]
fn a_zone_is_needed_and_must_be_one_of_the_services() {
    let missing = EventDraft {
        zone: "  ".into(),
        ..titled()
    };
    assert_eq!(
        only(&missing),
        Problem::blocks(Field::Zone, ProblemKind::Missing)
    );

    for name in ["PacificSt", "Antarctica/Troll"] {
        let unknown = EventDraft {
            zone: name.into(),
            ..titled()
        };
        let kind = ProblemKind::ZoneUnknown { name: name.into() };
        assert_eq!(only(&unknown), Problem::blocks(Field::Zone, kind));
    }
}

#[test]
fn a_browser_without_the_zone_still_sends_what_stands_on_the_clock() {
    struct NoRules;
    impl ZoneRules for NoRules {
        fn offset_at(&self, _: &str, _: UtcInstant) -> Option<Offset> {
            None
        }
    }
    let checked = titled().check(now(), &NoRules, &Limits::default());
    assert_eq!(
        checked.request.unwrap().start.unwrap().date_time,
        "2027-03-12T15:00:00"
    );

    let upside_down = from_to("2027-04-01T10:00", "2027-04-01T09:00");
    let checked = upside_down.check(now(), &NoRules, &Limits::default());
    assert_eq!(checked.problems[0].kind, ProblemKind::EndNotAfterStart);
    assert_eq!(checked.problems[0].severity, Severity::Blocks);
}
