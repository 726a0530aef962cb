//! Registrations that nobody made over Graph: of an event's people, by number.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::Tenant;
use super::attendance::{Somebody, Way, known, numbered};
use super::event::{Event, Registration};
use crate::chance::Dice;

/// The status that lets people in.
pub(crate) const REGISTERED: &str = "registered";

/// The registration of the event's person with this number, below `course.registrants`.
fn registration(tenant: &Tenant, event: &Event, known: &[Somebody], number: usize) -> Registration {
    let dice = Dice::of(&event.id).at(6).at(number as u64);
    let who = numbered(tenant, event, known, number);
    let status = status(event, number);
    let registered_at = later(event.created_at, dice.at(1).below(72_000));
    let (time_zone, language) = dice.at(2).pick(&PLACES);
    Registration {
        id: id(event, number),
        user: who.id.filter(|_| who.way == Way::Member),
        first_name: Some(who.given),
        last_name: Some(who.surname),
        email: who.email,
        status: status.to_owned(),
        registered_at,
        canceled_at: (status == "canceled")
            .then(|| later(registered_at, 60 + dice.at(3).below(10_000))),
        time_zone: (*time_zone).to_owned(),
        language: (*language).to_owned(),
        answers: answers(event, dice.at(4)),
        external: Value::Null,
    }
}

const PLACES: [(&str, &str); 6] = [
    ("W. Europe Standard Time", "de-de"),
    ("Romance Standard Time", "fr-fr"),
    ("GMT Standard Time", "en-gb"),
    ("Eastern Standard Time", "en-us"),
    ("Tokyo Standard Time", "ja-jp"),
    ("UTC", "en-us"),
];

/// Every registration of the event: those made over Graph last, and in place of what they change.
pub(crate) fn all(tenant: &Tenant, event: &Event) -> Vec<Registration> {
    let kept = &event.desk.registrations;
    let known = known(tenant, event);
    (0..event.course.registrants)
        .filter(|number| {
            let id = id(event, *number);
            kept.iter().all(|other| other.id != id)
        })
        .map(|number| registration(tenant, event, &known, number))
        .chain(kept.iter().cloned())
        .collect()
}

/// How many have a place.
pub(crate) fn taken(tenant: &Tenant, event: &Event) -> usize {
    all(tenant, event)
        .iter()
        .filter(|registration| registration.status == REGISTERED)
        .count()
}

/// What has become of the registration of this person.
pub(super) fn status(event: &Event, number: usize) -> &'static str {
    let roll = Dice::of(&event.id).at(5).at(number as u64).below(100);
    match (event.desk.manual_approval, event.desk.waitlist, roll) {
        (_, _, 0..8) => "canceled",
        (true, _, 8..30) => "pendingApproval",
        (true, _, 30..42) => "rejectedByOrganizer",
        (_, true, 8..24) => "waitlisted",
        _ => REGISTERED,
    }
}

/// The registration of this person, if they have one that lets them in.
pub(super) fn registered_as(event: &Event, number: usize) -> Option<String> {
    let registered = number < event.course.registrants && status(event, number) == REGISTERED;
    registered.then(|| id(event, number))
}

fn id(event: &Event, number: usize) -> String {
    Dice::of(&event.id).at(6).at(number as u64).guid()
}

/// An answer to each question that must be answered, and to half of the others.
fn answers(event: &Event, dice: Dice) -> Value {
    let given = event
        .desk
        .questions
        .iter()
        .zip(0..)
        .filter(|(question, at)| question.wording["isRequired"] == true || dice.at(*at).falls(50));
    given
        .map(|(question, at)| {
            let wording = &question.wording;
            let dice = dice.at(100 + at);
            let mut answer = json!({
                "questionId": question.id,
                "displayName": wording["displayName"],
                "value": null,
                "booleanValue": null,
                "multiChoiceValues": [],
            });
            let choices = wording["answerChoices"].as_array();
            let choice = choices
                .filter(|choices| !choices.is_empty())
                .map(|choices| dice.pick(choices).clone());
            match wording["answerInputType"].as_str() {
                Some("boolean") => answer["booleanValue"] = dice.falls(40).into(),
                Some("multiChoice") => answer["multiChoiceValues"] = json!([choice]),
                Some("singleChoice") => answer["value"] = json!(choice),
                _ => answer["value"] = (*dice.pick(&["Lisbon", "Oslo", "2", "Pune"])).into(),
            }
            answer
        })
        .collect()
}

fn later(at: Timestamp, seconds: u64) -> Timestamp {
    let after = SignedDuration::from_secs(i64::try_from(seconds).unwrap_or_default());
    at.checked_add(after).unwrap_or(at)
}
