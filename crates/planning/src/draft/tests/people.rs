use serde_json::json;
use virtual_events::{TenantId, UserId};

use super::{check, only, problems, titled};
use crate::draft::{
    AttendeeMail, DraftPerson, EventDraft, Field, Invitee, Notified, Problem, ProblemKind,
};

fn person(id: &str) -> DraftPerson {
    DraftPerson {
        name: format!("Person {id}"),
        id: Some(UserId::from(id)),
        tenant_id: Some(TenantId::from("contoso")),
        ..DraftPerson::default()
    }
}

#[test]
fn people_are_sent_as_the_service_names_them() {
    let draft = EventDraft {
        co_organizers: vec![person("a")],
        invited: vec![
            Invitee::guest("", "jo@example.org"),
            Invitee {
                id: Some(UserId::from("u")),
                ..Invitee::guest("Uma", "uma@contoso.com")
            },
        ],
        invited_typed: "Kim <kim@example.org>".into(),
        ..titled()
    };
    let request = serde_json::to_value(check(&draft).request.unwrap()).unwrap();

    assert_eq!(
        request["coOrganizers"],
        json!([{"id": "a", "tenantId": "contoso"}])
    );
    let guest = "#microsoft.graph.communicationsGuestIdentity";
    assert_eq!(
        request["invitedAttendees"],
        json!([
            {"@odata.type": guest, "displayName": "jo", "email": "jo@example.org"},
            {"@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": "u"},
            {"@odata.type": guest, "displayName": "Kim", "email": "kim@example.org"},
        ])
    );
}

#[test]
fn somebody_typed_and_not_found_is_not_silently_left_out() {
    let chosen = DraftPerson {
        name: "Ann Nobody".into(),
        ..DraftPerson::default()
    };
    let unknown = |typed: &str| {
        let kind = ProblemKind::PersonUnknown {
            typed: typed.into(),
        };
        Problem::blocks(Field::CoOrganizers, kind)
    };

    let in_list = EventDraft {
        co_organizers: vec![chosen],
        ..titled()
    };
    assert_eq!(only(&in_list), unknown("Ann Nobody"));

    let in_input = EventDraft {
        co_organizer_typed: " ann ".into(),
        ..titled()
    };
    assert_eq!(only(&in_input), unknown("ann"));
}

#[test]
fn nobody_is_sent_twice_but_the_form_says_so() {
    let draft = EventDraft {
        co_organizers: vec![person("a"), person("a")],
        invited: vec![Invitee::guest("Jo", "Jo@example.org")],
        invited_typed: "jo@EXAMPLE.org".into(),
        ..titled()
    };
    let twice = |field, who: &str| Problem::warns(field, ProblemKind::Twice { who: who.into() });
    assert_eq!(
        problems(&draft),
        [
            twice(Field::CoOrganizers, "Person a"),
            twice(Field::InvitedAttendees, "jo@EXAMPLE.org"),
        ]
    );
    let request = check(&draft).request.unwrap();
    assert_eq!(request.co_organizers.as_ref().map(Vec::len), Some(1));
    let invited = request.townhall_only().unwrap().invited_attendees.as_ref();
    assert_eq!(invited.map(Vec::len), Some(1));
}

#[test]
fn an_eleventh_co_organizer_is_a_warning() {
    let people = |count: u8| EventDraft {
        co_organizers: (0..count).map(|n| person(&n.to_string())).collect(),
        ..titled()
    };
    assert_eq!(problems(&people(10)), []);
    let kind = ProblemKind::TooManyCoOrganizers {
        count: 11,
        limit: 10,
    };
    assert_eq!(only(&people(11)), Problem::warns(Field::CoOrganizers, kind));
}

#[test]
fn what_is_no_address_is_named_as_typed() {
    let no_email = |typed: &str| {
        let kind = ProblemKind::NoEmail {
            typed: typed.into(),
        };
        Problem::blocks(Field::InvitedAttendees, kind)
    };
    let typed = EventDraft {
        invited_typed: "jo@example, Kim <kim>".into(),
        ..titled()
    };
    assert_eq!(
        problems(&typed),
        [no_email("jo@example"), no_email("Kim <kim>")]
    );

    let listed = EventDraft {
        invited: vec![Invitee::guest("Jo", "jo")],
        ..titled()
    };
    assert_eq!(only(&listed), no_email("Jo <jo>"));
}

#[test]
fn the_question_before_publishing_knows_who_gets_a_mail() {
    let draft = EventDraft {
        co_organizers: vec![person("a"), person("b")],
        invited_typed: "a@example.org b@example.org c@example.org".into(),
        attendee_emails: false,
        ..titled()
    };
    let expected = Notified {
        co_organizers: 2,
        invited: 3,
        attendees: AttendeeMail::Off,
    };
    assert_eq!(Notified::of_draft(&draft), expected);

    let event = crate::sample::townhall("one", "x");
    let expected = Notified {
        co_organizers: 0,
        invited: 0,
        attendees: AttendeeMail::Unknown,
    };
    assert_eq!(Notified::of_event(&event), expected);
}
