use proptest::prelude::*;

use super::{from_to, titled};
use crate::draft::{DURATION_CHIPS, EventDraft, Moment, Side};
use crate::jiff_rules::JiffRules;
use crate::zones::IanaZone;

fn end(draft: &EventDraft) -> (&str, &str) {
    (&draft.end_date, &draft.end_time)
}

#[test]
fn the_end_moves_with_the_start_over_midnight_too() {
    let rules = JiffRules::new();
    let mut draft = from_to("2027-04-01T10:00", "2027-04-01T11:30");
    draft.set_end("2027-04-01", "11:30", &rules);

    draft.set_start("2027-04-05", "23:00", &rules);

    assert_eq!(end(&draft), ("2027-04-06", "00:30"));
    assert_eq!(draft.duration_minutes(&rules), Some(90));
}

/// A date input is empty between two keys: the length must not be lost meanwhile.
#[test]
fn a_date_half_typed_loses_nothing() {
    let rules = JiffRules::new();
    let mut draft = from_to("2027-04-01T10:00", "2027-04-01T11:30");
    draft.set_end("2027-04-01", "11:30", &rules);

    for typed in ["", "2027-", "0002-05-01", "2027-05-01"] {
        draft.set_start(typed, "10:00", &rules);
    }

    assert_eq!(end(&draft), ("2027-05-01", "11:30"));
}

#[test]
fn an_end_before_the_start_is_kept_as_typed_and_is_no_length() {
    let rules = JiffRules::new();
    let mut draft = titled();

    draft.set_end("2027-03-12", "14:00", &rules);

    assert_eq!(end(&draft), ("2027-03-12", "14:00"));
    assert_eq!(draft.duration_minutes(&rules), None);
    assert_eq!(draft.length_minutes, 60);
}

#[test]
fn a_chip_sets_the_length_and_the_end() {
    let rules = JiffRules::new();
    let mut draft = titled();
    for (minutes, time) in DURATION_CHIPS.into_iter().zip(["15:30", "16:00", "16:30"]) {
        draft.set_duration(minutes, &rules);
        assert_eq!(end(&draft), ("2027-03-12", time));
        assert_eq!(draft.duration_minutes(&rules), Some(minutes));
    }
}

#[test]
fn an_hour_stays_an_hour_when_the_clocks_change_in_it() {
    let rules = JiffRules::new();
    let mut draft = titled();

    draft.set_start("2027-03-28", "01:30", &rules);
    assert_eq!(end(&draft), ("2027-03-28", "03:30"));

    // the end falls on a time shown twice, and it is clear which
    draft.set_start("2027-10-31", "01:30", &rules);
    assert_eq!(end(&draft), ("2027-10-31", "02:30"));
    assert_eq!(draft.end_side, Some(Side::Earlier));
    assert_eq!(draft.duration_minutes(&rules), Some(60));
}

#[test]
fn a_start_shown_twice_takes_its_end_along_once_it_is_chosen() {
    let rules = JiffRules::new();
    let mut draft = titled();
    draft.set_start("2027-10-31", "02:30", &rules);
    assert_eq!(
        draft.duration_minutes(&rules),
        Some(60),
        "by the clock until somebody chooses"
    );

    draft.choose_start(Side::Earlier, &rules);
    assert_eq!(
        (end(&draft), draft.end_side),
        (("2027-10-31", "02:30"), Some(Side::Later))
    );

    draft.choose_start(Side::Later, &rules);
    assert_eq!(
        (end(&draft), draft.end_side),
        (("2027-10-31", "03:30"), None)
    );
}

#[test]
fn a_choice_holds_for_the_time_it_was_made_for_alone() {
    let rules = JiffRules::new();
    let mut draft = titled();
    draft.set_start("2027-10-31", "02:30", &rules);
    draft.choose_start(Side::Later, &rules);

    draft.set_start("2027-10-31", "02:45", &rules);

    assert_eq!(draft.start_side, None);
    assert!(matches!(draft.start(&rules), Moment::Twice { .. }));
}

#[test]
fn another_zone_leaves_the_clocks_as_they_are() {
    let rules = JiffRules::new();
    let mut draft = titled();
    let before = (draft.start_time.clone(), draft.end_time.clone());

    draft.set_zone(&IanaZone::new("America/New_York"), &rules);

    assert_eq!((draft.start_time.clone(), draft.end_time.clone()), before);
    assert_eq!(draft.zone, "America/New_York");
}

proptest! {
    #[test]
    fn however_the_start_moves_the_length_stays(
        days in 0_u32..360, minute in 0_u32..1440, length in 1_u32..1800,
    ) {
        let rules = JiffRules::new();
        let mut draft = titled();
        draft.set_duration(length, &rules);
        let date = format!("2027-{:02}-{:02}", days / 30 + 1, days % 28 + 1);
        let time = format!("{:02}:{:02}", minute / 60, minute % 60);
        draft.set_start(&date, &time, &rules);
        let single = draft.start(&rules).instant().is_some();
        prop_assume!(single);
        prop_assert_eq!(draft.duration_minutes(&rules), Some(length));
        prop_assert_eq!(draft.length_minutes, length);
    }
}
