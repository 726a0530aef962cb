use proptest::prelude::*;
use virtual_events::{Audience, BodyType, UserId};

use super::titled;
use crate::draft::{DraftPerson, Invitee, Side, StoredDraftError, TownhallDraft};

#[test]
fn what_is_typed_survives_a_reload_right_or_wrong() {
    let draft = TownhallDraft {
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
    };
    assert_eq!(TownhallDraft::from_stored(&draft.to_stored()), Ok(draft));
}

#[test]
fn a_draft_of_an_older_release_lacks_what_came_later_and_is_taken_up_all_the_same() {
    let stored = r#"{"version":1,"draft":{"title":"Old","attendeeEmails":false,"gone":1}}"#;

    let draft = TownhallDraft::from_stored(stored).unwrap();

    let expected = TownhallDraft {
        title: "Old".into(),
        attendee_emails: false,
        ..TownhallDraft::default()
    };
    assert_eq!(draft, expected);
}

#[test]
fn a_draft_of_a_newer_release_is_not_mangled() {
    let stored = r#"{"version":2,"draft":["another","shape"]}"#;
    let error = TownhallDraft::from_stored(stored).unwrap_err();
    assert_eq!(error, StoredDraftError::Newer { version: 2 });
}

#[test]
fn what_is_no_draft_says_so() {
    for text in [
        "",
        "null",
        "{}",
        r#"{"version":1}"#,
        r#"{"version":1,"draft":7}"#,
        "<html>",
    ] {
        let read = TownhallDraft::from_stored(text);
        assert_eq!(read, Err(StoredDraftError::Unreadable), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_in_any_input_comes_back(text in "\\PC{0,30}|[\"\\\\\n\u{0}]{0,5}") {
        let draft = TownhallDraft {
            title: text.clone(),
            description: text.clone(),
            end_time: text.clone(),
            zone: text.clone(),
            invited_typed: text,
            ..TownhallDraft::default()
        };
        prop_assert_eq!(TownhallDraft::from_stored(&draft.to_stored()), Ok(draft));
    }
}
