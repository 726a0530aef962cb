//! What is different about webinars.

use serde_json::Value;
use virtual_events::{Audience, EventKind};

use super::{check, now};
use crate::Reader;
use crate::draft::{
    Copied, EventDraft, Field, Invitee, Notified, StoredDraftError, Unfinished,
    fixed_after_creation,
};
use crate::jiff_rules::JiffRules;
use crate::zones::IanaZone;

fn fresh() -> EventDraft {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    EventDraft {
        title: "Product tour".into(),
        ..EventDraft::new(EventKind::Webinar, &Reader::new(now(), &berlin, &rules))
    }
}

/// What only a town hall can have, all of it wrong for one.
fn with_a_town_halls_things() -> EventDraft {
    EventDraft {
        audience: Audience::Everyone,
        invite_only: true,
        capacity: "many".into(),
        invited: vec![Invitee {
            email: "guest@fabrikam.com".into(),
            ..Invitee::default()
        }],
        invited_typed: "no address".into(),
        ..fresh()
    }
}

fn sent(draft: &EventDraft) -> Value {
    let request = check(draft).request.unwrap();
    assert_eq!(request.kind(), EventKind::Webinar);
    serde_json::to_value(request).unwrap()
}

#[test]
fn a_new_one_has_registration_and_a_title_is_enough() {
    let body = sent(&fresh());
    assert_eq!(body["isRegistrationRequired"], true);
    let mut members: Vec<_> = body.as_object().unwrap().keys().cloned().collect();
    members.sort();
    let create = [
        "audience",
        "displayName",
        "endDateTime",
        "isRegistrationRequired",
        "settings",
        "startDateTime",
    ];
    assert_eq!(members, create, "nothing but the page's own fields");
}

#[test]
fn what_only_a_town_hall_can_have_is_neither_checked_nor_sent() {
    let draft = with_a_town_halls_things();
    assert_eq!(check(&draft).problems, []);
    let body = sent(&draft);
    for member in ["capacity", "isInviteOnly", "invitedAttendees"] {
        assert!(body.get(member).is_none(), "{member} in {body}");
    }
    assert_eq!(Notified::of_draft(&draft).invited, 0);
}

#[test]
fn only_the_audience_is_fixed() {
    assert_eq!(fixed_after_creation(EventKind::Webinar), [Field::Audience]);
}

#[test]
fn a_copy_is_of_the_same_kind_and_takes_what_that_kind_has() {
    let rules = JiffRules::new();
    let mut draft = fresh();
    draft.registration_required = false;
    let bare = draft.copied(&[], "2027-05-01", &rules);
    assert_eq!(bare.kind, EventKind::Webinar);
    assert!(bare.registration_required, "as every new webinar");
    let parts: Vec<_> = Copied::of_kind(EventKind::Webinar).collect();
    assert!(!parts.contains(&Copied::InvitedAttendees));
    let whole = draft.copied(&parts, "2027-05-01", &rules);
    assert!(!whole.registration_required);
}

#[test]
fn the_kind_is_kept_and_older_texts_are_of_town_halls() -> Result<(), StoredDraftError> {
    let kept = Unfinished {
        at: now(),
        draft: fresh(),
        before: None,
    };
    let text = kept.to_text();
    assert_eq!(Unfinished::from_text(&text)?, kept);
    // a release without webinars said nothing
    let older = text.replace("\"kind\":\"webinar\",", "");
    assert_ne!(older, text);
    assert_eq!(
        Unfinished::from_text(&older)?.draft.kind,
        EventKind::Townhall
    );
    Ok(())
}
