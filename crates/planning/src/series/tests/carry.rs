//! A change of one event carried over to others.

use proptest::prelude::*;
use virtual_events::{BodyType, TenantId, UserId};

use super::{edit, three};
use crate::draft::{DraftPerson, EventDraft, Invitee, Side};
use crate::jiff_rules::JiffRules;
use crate::series::ClockNote;
use crate::zones::IanaZone;

/// The drafts of the three events.
fn drafts() -> [EventDraft; 3] {
    let rules = JiffRules::new();
    let events = three();
    [0, 1, 2].map(|index: usize| EventDraft::from_event(&events[index].event, &rules))
}

/// A change of the first, carried over to `other`.
fn carry(
    other: &EventDraft,
    change: impl FnOnce(&mut EventDraft, &JiffRules),
) -> (EventDraft, ClockNote) {
    let [before, ..] = drafts();
    let rules = JiffRules::new();
    let mut after = before.clone();
    change(&mut after, &rules);
    let carried = edit(before, after).carry(other, &rules);
    (carried.draft, carried.clock)
}

fn times(draft: &EventDraft) -> [&str; 4] {
    [
        &draft.start_date,
        &draft.start_time,
        &draft.end_date,
        &draft.end_time,
    ]
    .map(String::as_str)
}

#[test]
fn a_new_hour_is_put_in_place_on_each_ones_clock() {
    let [_, _, third] = drafts();
    let (moved, clock) = carry(&third, |it, rules| {
        it.set_start("2027-03-16", "15:30", rules)
    });
    assert_eq!(
        times(&moved),
        ["2027-03-30", "15:30", "2027-03-30", "16:30"]
    );
    assert_eq!(clock, ClockNote::Plain);
}

#[test]
fn a_new_day_moves_by_as_many_days_and_keeps_an_hour_that_was_changed_before() {
    let [_, _, mut third] = drafts();
    third.set_start("2027-03-30", "14:00", &JiffRules::new());
    let (moved, _) = carry(&third, |it, rules| {
        it.set_start("2027-03-18", "10:00", rules)
    });
    assert_eq!(
        times(&moved),
        ["2027-04-01", "14:00", "2027-04-01", "15:00"]
    );
}

#[test]
fn a_new_length_moves_the_ends() {
    let [_, second, _] = drafts();
    let (longer, _) = carry(&second, |it, rules| it.set_duration(90, rules));
    assert_eq!(
        times(&longer),
        ["2027-03-23", "10:00", "2027-03-23", "11:30"]
    );
}

#[test]
fn another_zone_keeps_what_stands_on_the_clocks() {
    let [_, second, _] = drafts();
    let (moved, _) = carry(&second, |it, rules| {
        it.set_zone(&IanaZone::new("America/New_York"), rules);
    });
    assert_eq!(moved.zone, "America/New_York");
    assert_eq!(times(&moved), times(&second));
}

#[test]
fn a_start_that_the_clock_skips_on_one_of_the_days_is_told() {
    let [_, _, mut third] = drafts();
    third.set_start("2027-03-28", "10:00", &JiffRules::new());
    let (moved, clock) = carry(&third, |it, rules| {
        it.set_start("2027-03-16", "02:30", rules)
    });
    assert_eq!(
        times(&moved),
        ["2027-03-28", "03:30", "2027-03-28", "04:30"]
    );
    assert_eq!(clock, ClockNote::Skipped);

    third.set_start("2027-10-31", "10:00", &JiffRules::new());
    let (moved, clock) = carry(&third, |it, rules| {
        it.set_start("2027-03-16", "02:30", rules)
    });
    assert_eq!(moved.start_side, Some(Side::Earlier));
    assert_eq!(clock, ClockNote::Twice);
}

#[test]
fn texts_and_switches_are_replaced_only_where_they_were_changed() {
    let [_, mut second, _] = drafts();
    second.title = "All hands, special".into();
    let (changed, _) = carry(&second, |it, _| {
        it.description = "<p>News</p>".into();
        it.description_markup = BodyType::Html;
        it.registration_required = true;
        it.attendee_emails = false;
    });
    assert_eq!(changed.title, "All hands, special");
    assert_eq!(changed.description, "<p>News</p>");
    assert_eq!(changed.description_markup, BodyType::Html);
    assert!(changed.registration_required && !changed.attendee_emails);
    assert_eq!(times(&changed), times(&second));

    let (renamed, _) = carry(&second, |it, _| it.title = "Town hall".into());
    assert_eq!(renamed.title, "Town hall");
}

#[test]
fn of_the_people_only_who_came_and_went_is_carried_over() {
    let person = |id: &str| DraftPerson {
        name: id.to_owned(),
        id: Some(UserId::from(id)),
        tenant_id: Some(TenantId::from("t")),
        ..DraftPerson::default()
    };
    let [mut before, mut second, _] = drafts();
    before.co_organizers = vec![person("ana"), person("ben")];
    before.invited = vec![Invitee::guest("", "guest@example.com")];
    second.co_organizers = vec![person("ANA"), person("cem")];
    second.invited = vec![Invitee::guest("", "other@example.com")];
    let mut after = before.clone();
    after.co_organizers = vec![person("ben"), person("cem"), person("dia")];
    after.invited.push(Invitee::guest("", "new@example.com"));
    let changed = edit(before, after).carry(&second, &JiffRules::new()).draft;

    let ids: Vec<_> = changed
        .co_organizers
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(ids, ["cem", "dia"]);
    let mails: Vec<_> = changed.invited.iter().map(|it| it.email.as_str()).collect();
    assert_eq!(mails, ["other@example.com", "new@example.com"]);
}

proptest! {
    /// The event that was changed becomes what was asked for.
    #[test]
    fn the_changed_event_itself_is_as_it_was_typed(
        title in "[a-z ]{1,12}",
        hour in 0u8..24,
        minute in 0u8..60,
        day in 1u8..=31,
        month in 1u8..=12,
        length in 1u32..2_000,
    ) {
        let [before, ..] = drafts();
        let rules = JiffRules::new();
        let mut after = before.clone();
        after.title = title;
        after.set_duration(length, &rules);
        after.set_start(&format!("2027-{month:02}-{day:02}"), &format!("{hour:02}:{minute:02}"), &rules);
        prop_assume!(after.start(&rules).instant().is_some());
        let change = edit(before.clone(), after.clone());
        prop_assert_eq!(change.carry(&before, &rules).draft, after);
    }

    /// Nothing changed is nothing carried.
    #[test]
    fn without_a_change_everything_stays(title in "\\PC{0,20}", hour in 0u8..24) {
        let [before, mut other, _] = drafts();
        other.title = title;
        other.set_start("2027-03-28", &format!("{hour:02}:30"), &JiffRules::new());
        let change = edit(before.clone(), before);
        prop_assert_eq!(change.carry(&other, &JiffRules::new()).draft, other);
    }
}
