use serde_json::{Value, json};
use virtual_events::{Audience, EventKind, Identity, ItemBody, TenantId, UserId, VirtualEvent};

use super::now;
use crate::draft::{CheckedChanges, EventDraft, Field, Limits, ProblemKind, fixed_after_creation};
use crate::jiff_rules::JiffRules;
use crate::sample::{at, berlin, in_zone, townhall};

fn event() -> VirtualEvent {
    let mut event = townhall("one", "All hands");
    event.description = Some(ItemBody::html("<p>Hello</p>"));
    event.capacity = Some(500);
    event.co_organizers =
        vec![Identity::co_organizer(UserId::from("a"), TenantId::from("t")).named("Ann")];
    event.invited_attendees = vec![Identity::guest("Jo", "jo@example.org")];
    event
}

fn edited(event: &VirtualEvent, edit: impl FnOnce(&mut EventDraft)) -> CheckedChanges {
    let rules = JiffRules::new();
    let mut draft = EventDraft::from_event(event, &rules);
    edit(&mut draft);
    draft.check_changes(event, now(), &rules, &Limits::default())
}

fn sent(event: &VirtualEvent, edit: impl FnOnce(&mut EventDraft)) -> Value {
    let checked = edited(event, edit);
    assert_eq!(checked.problems, []);
    serde_json::to_value(checked.changes.expect("nothing blocks")).unwrap()
}

#[test]
fn an_event_opens_in_the_form_as_it_is() {
    let draft = EventDraft::from_event(&event(), &JiffRules::new());

    assert_eq!(draft.title, "All hands");
    assert_eq!(
        (draft.start_date.as_str(), draft.start_time.as_str()),
        ("2027-06-01", "10:00")
    );
    assert_eq!(
        (draft.end_time.as_str(), draft.zone.as_str()),
        ("11:00", "Europe/Berlin")
    );
    assert_eq!((draft.capacity.as_str(), draft.length_minutes), ("500", 60));
    assert_eq!(draft.co_organizers[0].name, "Ann");
    assert_eq!(draft.invited[0].email, "jo@example.org");
}

#[test]
fn nothing_changed_is_nothing_sent() {
    assert_eq!(sent(&event(), |_| {}), json!({}));
}

#[test]
fn only_what_differs_is_sent_and_lists_go_whole() {
    assert_eq!(
        sent(&event(), |draft| draft.title = "Town hall".into()),
        json!({
            "displayName": "Town hall"
        })
    );
    assert_eq!(
        sent(&event(), |draft| draft.invited_typed =
            "kim@example.org".into())["invitedAttendees"]
            .as_array()
            .map(Vec::len),
        Some(2)
    );
    assert_eq!(
        sent(&event(), |draft| draft.co_organizers.clear()),
        json!({"coOrganizers": []})
    );
    assert_eq!(
        sent(&event(), |draft| draft.description.clear()),
        json!({"description": {"contentType": "text", "content": ""}})
    );
    assert_eq!(
        sent(&event(), |draft| {
            draft.registration_required = true;
            draft.attendee_emails = true;
        }),
        json!({"isRegistrationRequired": true})
    );
}

#[test]
fn what_is_fixed_after_creation_is_never_sent() {
    let changed = sent(&event(), |draft| {
        draft.audience = Audience::Everyone;
        draft.invite_only = true;
        draft.capacity = "many".into();
    });
    assert_eq!(changed, json!({}));
    assert_eq!(
        fixed_after_creation(EventKind::Townhall),
        [Field::Audience, Field::InviteOnly, Field::Capacity]
    );
}

#[test]
fn a_moved_start_takes_its_end_along_and_both_are_sent() {
    let changed = sent(&event(), |draft| {
        draft.set_start("2027-06-02", "12:00", &JiffRules::new());
    });
    let zone = "W. Europe Standard Time";
    assert_eq!(
        changed,
        json!({
            "startDateTime": {"dateTime": "2027-06-02T12:00:00", "timeZone": zone},
            "endDateTime": {"dateTime": "2027-06-02T13:00:00", "timeZone": zone}
        })
    );
}

#[test]
fn an_end_left_behind_by_its_start_is_found_though_nobody_touched_it() {
    let checked = edited(&event(), |draft| draft.start_time = "12:00".into());
    assert_eq!(checked.problems[0].kind, ProblemKind::EndNotAfterStart);
    assert_eq!(checked.changes, None);
}

/// The service makes up an id for a guest; sent back as a user's it would name nobody.
#[test]
fn a_guest_goes_back_as_a_guest() {
    let mut event = event();
    event.invited_attendees[0].id = Some(UserId::from("made-up"));
    let changed = sent(&event, |draft| {
        draft.invited_typed = "kim@example.org".into()
    });
    let first = &changed["invitedAttendees"][0];
    assert_eq!(
        (&first["id"], &first["email"]),
        (&Value::Null, &json!("jo@example.org"))
    );
}

/// Otherwise nobody could correct a typo or add an hour once the event has begun.
#[test]
fn an_event_that_is_on_can_be_corrected_and_made_longer() {
    let on_now = at(event(), "2027-03-11T13:00:00", "2027-03-11T14:00:00");

    assert_eq!(
        sent(&on_now, |draft| draft.title = "All hands!".into()),
        json!({
            "displayName": "All hands!"
        })
    );
    let longer = sent(&on_now, |draft| {
        draft.set_end("2027-03-11", "15:00", &JiffRules::new())
    });
    assert_eq!(
        longer,
        json!({"endDateTime": {"dateTime": "2027-03-11T15:00:00", "timeZone": "UTC"}})
    );

    let moved = edited(&on_now, |draft| {
        draft.set_start("2027-03-11", "13:10", &JiffRules::new())
    });
    assert_eq!(moved.changes, None);
    assert_eq!(moved.problems[0].kind, ProblemKind::StartInPast);
}

#[test]
fn a_zone_of_nobody_is_in_the_way_only_of_times() {
    let mut lost = event();
    lost.start = Some(in_zone("2027-06-01T10:00:00", "PacificSt"));
    lost.end = Some(in_zone("2027-06-01T11:00:00", "PacificSt"));

    let title = sent(&lost, |draft| draft.title = "Found".into());
    assert_eq!(title, json!({"displayName": "Found"}));

    let later = edited(&lost, |draft| draft.end_time = "12:00".into());
    assert_eq!(
        later.problems[0].kind,
        ProblemKind::ZoneUnknown {
            name: "PacificSt".into()
        }
    );

    let put_right = sent(&lost, |draft| draft.zone = "America/Los_Angeles".into());
    assert_eq!(
        put_right["startDateTime"]["timeZone"],
        "Pacific Standard Time"
    );
}

#[test]
fn a_moved_event_keeps_the_length_it_had() {
    let long = at(event(), "2027-06-01T10:00:00", "2027-06-01T12:30:00");
    let changed = sent(&long, |draft| {
        draft.set_start("2027-06-02", "10:00", &JiffRules::new())
    });
    assert_eq!(changed["endDateTime"]["dateTime"], "2027-06-02T12:30:00");
}

#[test]
fn an_event_with_two_zones_is_shown_in_that_of_its_start() {
    let mut two = event();
    two.start = Some(berlin("2027-06-01T10:00:00"));
    two.end = Some(in_zone("2027-06-01T09:00:00", "UTC"));
    let draft = EventDraft::from_event(&two, &JiffRules::new());
    assert_eq!(
        (draft.end_time.as_str(), draft.length_minutes),
        ("11:00", 60)
    );
}

#[test]
fn a_webinar_is_edited_without_what_only_town_halls_have() {
    let mut webinar = event();
    webinar.kind = EventKind::Webinar;
    webinar.is_registration_required = None;
    let changed = sent(&webinar, |draft| {
        assert!(
            draft.registration_required,
            "webinars ask for it unless told otherwise"
        );
        draft.invited_typed = "not an address".into();
        draft.title = "Webinar".into();
    });
    assert_eq!(changed, json!({"displayName": "Webinar"}));
}

#[test]
fn an_event_with_nothing_but_an_id_opens_too() {
    let mut bare = townhall("bare", "");
    bare.display_name = None;
    bare.start = None;
    bare.end = None;
    let changed = sent(&bare, |draft| draft.title = "Named".into());
    assert_eq!(changed, json!({"displayName": "Named"}));
}
