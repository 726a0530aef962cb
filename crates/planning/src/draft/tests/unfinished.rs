use proptest::prelude::*;
use virtual_events::{Audience, BodyType, EventId, EventKind, UserId, UtcInstant};

use super::titled;
use crate::draft::{
    DraftPerson, DraftPlace, EventDraft, Invitee, Side, StoredDraftError, Unfinished,
};

fn unfinished(draft: EventDraft) -> Unfinished {
    Unfinished {
        at: UtcInstant::from_unix_milliseconds(1_800_000_000_000),
        draft,
        before: None,
    }
}

#[test]
fn what_is_typed_survives_a_reload_right_or_wrong() {
    let kept = unfinished(EventDraft {
        start_date: "2027-0".into(),
        capacity: "lots".into(),
        start_side: Some(Side::Later),
        audience: Audience::Other("planet".into()),
        description_markup: BodyType::Html,
        co_organizer_typed: "ann".into(),
        co_organizers: vec![DraftPerson {
            id: Some(UserId::from("a")),
            ..DraftPerson::default()
        }],
        invited: vec![Invitee::guest("Jo", "jo@")],
        length_minutes: 45,
        ..titled()
    });
    assert_eq!(Unfinished::from_text(&kept.to_text()), Ok(kept));
}

#[test]
fn an_edit_remembers_the_event_it_began_with() {
    let kept = Unfinished {
        before: Some(EventDraft::default()),
        ..unfinished(titled())
    };
    let read = Unfinished::from_text(&kept.to_text()).unwrap();
    assert_eq!(read.before, Some(EventDraft::default()));
}

#[test]
fn a_draft_of_an_older_release_lacks_what_came_later_and_is_taken_up_all_the_same() {
    let stored = r#"{"format":"rostrum.draft","version":1,"at":"2027-01-12T09:00:00Z",
        "draft":{"title":"Old","attendeeEmails":false,"gone":1}}"#;

    let kept = Unfinished::from_text(stored).unwrap();

    let expected = EventDraft {
        title: "Old".into(),
        attendee_emails: false,
        ..EventDraft::default()
    };
    assert_eq!(kept.draft, expected);
}

#[test]
fn a_draft_of_a_newer_release_is_not_mangled() {
    let stored = r#"{"format":"rostrum.draft","version":3,"draft":["another","shape"]}"#;
    let error = Unfinished::from_text(stored).unwrap_err();
    assert_eq!(error, StoredDraftError::Newer { version: 3 });
}

#[test]
fn what_is_no_draft_says_so() {
    for text in [
        "",
        "null",
        "{}",
        r#"{"version":1}"#,
        r#"{"format":"another","version":1,"at":"2027-01-12T09:00:00Z","draft":{}}"#,
        r#"{"format":"rostrum.draft","version":1,"at":"2027-01-12T09:00:00Z","draft":7}"#,
        "<html>",
    ] {
        let read = Unfinished::from_text(text);
        assert_eq!(read, Err(StoredDraftError::Unreadable), "{text}");
    }
}

#[test]
fn a_key_leads_back_to_its_form() {
    for place in [
        DraftPlace::New("k3/x".into()),
        DraftPlace::Edit(EventKind::Townhall, EventId::from("a/b@c")),
        DraftPlace::Edit(EventKind::Webinar, EventId::from("new/")),
    ] {
        assert_eq!(DraftPlace::of_key(&place.key()), Some(place));
    }
    assert_eq!(DraftPlace::of_key("template/a"), None);
}

proptest! {
    #[test]
    fn any_text_in_any_input_comes_back(text in "\\PC{0,30}|[\"\\\\\n\u{0}]{0,5}") {
        let kept = unfinished(EventDraft {
            title: text.clone(),
            description: text.clone(),
            end_time: text.clone(),
            zone: text.clone(),
            invited_typed: text,
            ..EventDraft::default()
        });
        prop_assert_eq!(Unfinished::from_text(&kept.to_text()), Ok(kept));
    }
}
