use virtual_events::Audience;

use super::from_to;
use crate::draft::{Copied, EventDraft, Invitee};
use crate::jiff_rules::JiffRules;

fn original() -> EventDraft {
    EventDraft {
        description: "Numbers".into(),
        audience: Audience::Everyone,
        capacity: "300".into(),
        registration_required: true,
        invited: vec![Invitee::guest("Jo", "jo@x.example")],
        presenters: vec![Invitee::guest("Pat", "pat@x.example")],
        length_minutes: 90,
        ..from_to("2027-03-25T10:00", "2027-03-25T11:30")
    }
}

#[test]
fn only_what_is_chosen_is_copied() {
    let copy = original().copied(&[Copied::Access, Copied::Presenters], "", &JiffRules::new());

    let expected = EventDraft {
        description: String::new(),
        registration_required: false,
        invited: Vec::new(),
        ..original()
    };
    assert_eq!(copy, expected);
}

#[test]
fn the_clock_shows_the_same_after_summer_time_has_begun() {
    // given an event in the last week of winter time, 90 minutes long
    let copy = original().copied(&Copied::ALL, "2027-04-01", &JiffRules::new());

    let shown = [
        copy.start_date.as_str(),
        &copy.start_time,
        &copy.end_date,
        &copy.end_time,
    ];
    assert_eq!(shown, ["2027-04-01", "10:00", "2027-04-01", "11:30"]);
    assert_eq!(copy.zone, original().zone);
}
