//! Registered against attended.

use virtual_events::{AttendanceRole, Registration, RegistrationId, RegistrationStatus, UserId};

use crate::attendance::Registered;
use crate::attendance::sample::{held, in_the_part_of, member, named, roll};

fn registration(id: &str, email: &str, status: RegistrationStatus) -> Registration {
    Registration {
        id: RegistrationId::from(id),
        user_id: None,
        email: Some(email.to_owned()),
        first_name: None,
        last_name: None,
        status: Some(status),
        preferred_language: None,
        preferred_timezone: None,
        registered_at: None,
        canceled_at: None,
        registration_question_answers: Vec::new(),
        external_registration_information: None,
    }
}

#[test]
fn people_are_mapped_by_registration_then_by_id_then_by_address() {
    let there = [("10:00", "11:00")];
    let mut by_registration = named("Nina", &there);
    by_registration.registration_id = Some(RegistrationId::from("r1"));
    let mut by_older_name = named("Otto", &there);
    by_older_name.registrant_id = Some(RegistrationId::from("elsewhere"));
    let sittings = held(vec![
        by_registration,
        by_older_name,
        member("ana", &there),
        member("ben", &there),
        named("Walk-in", &there),
        in_the_part_of(member("olga", &there), AttendanceRole::Organizer),
    ]);
    let roll = roll(&sittings);
    let of_user = Registration {
        user_id: Some(UserId::from("ANA")),
        email: Some("other@example.com".to_owned()),
        ..registration("r2", "", RegistrationStatus::Registered)
    };
    let registrations = [
        registration("r1", "nina@example.org", RegistrationStatus::Registered),
        of_user,
        registration("r3", "ben@example.com", RegistrationStatus::Canceled),
        registration("r4", "gone@example.com", RegistrationStatus::Registered),
        registration("r5", "waiting@example.com", RegistrationStatus::Waitlisted),
    ];
    let registered = Registered::of(&roll, &registrations);
    let mut came: Vec<(usize, Option<&str>)> = registered
        .came
        .iter()
        .map(|it| (it.registration, roll.people[it.person].name.as_deref()))
        .collect();
    came.sort_unstable();
    assert_eq!(
        came,
        [(0, Some("Nina")), (1, Some("ana")), (2, Some("ben"))]
    );
    assert_eq!(registered.did_not_come, [3]);
    assert_eq!((registered.not_in_list, registered.came_with_one()), (1, 4));
    let without: Vec<Option<&str>> = registered
        .without
        .iter()
        .map(|at| roll.people[*at].name.as_deref())
        .collect();
    assert_eq!(without, [Some("Walk-in")]);

    // no list at all: what the records tell
    let untold = Registered::of(&roll, &[]);
    assert_eq!((untold.came.len(), untold.not_in_list), (0, 2));
    assert_eq!((untold.without.len(), untold.did_not_come.len()), (3, 0));
}

#[test]
fn of_two_registrations_with_one_address_the_one_that_stands_is_meant() {
    let roll = roll(&held(vec![member("ana", &[("10:00", "11:00")])]));
    let registrations = [
        registration("old", "ana@example.com", RegistrationStatus::Canceled),
        registration("new", "Ana@example.com", RegistrationStatus::Registered),
    ];
    let registered = Registered::of(&roll, &registrations);
    assert_eq!(registered.came[0].registration, 1);
    assert!(registered.did_not_come.is_empty());
}
