use virtual_events::{Audience, BodyType, ItemBody};

use super::{check, kinds, only, problems, titled};
use crate::draft::{EventDraft, Field, Invitee, Problem, ProblemKind, Severity};

fn with_title(title: String) -> EventDraft {
    EventDraft { title, ..titled() }
}

fn with_capacity(typed: &str) -> EventDraft {
    EventDraft {
        capacity: typed.into(),
        ..titled()
    }
}

#[test]
fn a_title_is_needed_and_blanks_are_none() {
    for title in ["", "   ", "\n\t"] {
        let problem = only(&with_title(title.into()));
        assert_eq!(problem, Problem::blocks(Field::Title, ProblemKind::Missing));
    }
}

#[test]
fn a_pasted_title_of_several_lines_becomes_one() {
    let request = check(&with_title(" All\nhands \t 2027 ".into()))
        .request
        .unwrap();
    assert_eq!(request.display_name.as_deref(), Some("All hands 2027"));
}

#[test]
fn a_long_title_warns_and_an_endless_one_blocks() {
    assert_eq!(problems(&with_title("ä".repeat(255))), []);

    let long = only(&with_title("ä".repeat(1_000)));
    assert_eq!(
        long.kind,
        ProblemKind::TooLong {
            length: 1_000,
            limit: 255
        }
    );
    assert_eq!(long.severity, Severity::Warns);

    let endless = only(&with_title("ä".repeat(1_001)));
    assert_eq!(
        endless.kind,
        ProblemKind::TooLong {
            length: 1_001,
            limit: 1_000
        }
    );
    assert_eq!(endless.severity, Severity::Blocks);
}

#[test]
fn a_description_goes_as_it_is_marked_up_and_an_empty_one_not_at_all() {
    assert_eq!(check(&titled()).request.unwrap().description, None);

    let html = EventDraft {
        description: "<p>Hi</p>".into(),
        description_markup: BodyType::Html,
        ..titled()
    };
    assert_eq!(
        check(&html).request.unwrap().description,
        Some(ItemBody::html("<p>Hi</p>"))
    );

    let huge = EventDraft {
        description: "x".repeat(100_001),
        ..titled()
    };
    let kind = ProblemKind::TooLong {
        length: 100_001,
        limit: 100_000,
    };
    assert_eq!(only(&huge), Problem::blocks(Field::Description, kind));
}

#[test]
fn invite_only_is_for_the_organization_alone() {
    let mut draft = EventDraft {
        audience: Audience::Everyone,
        invite_only: true,
        ..titled()
    };
    draft.invited = vec![Invitee::guest("Jo", "jo@example.org")];
    let kind = ProblemKind::InviteOnlyNeedsOrganization;
    assert_eq!(only(&draft), Problem::blocks(Field::InviteOnly, kind));

    draft.audience = Audience::Organization;
    assert_eq!(problems(&draft), []);

    draft.invited.clear();
    let nobody = Problem::warns(Field::InvitedAttendees, ProblemKind::NobodyInvited);
    assert_eq!(only(&draft), nobody);
}

#[test]
fn a_capacity_is_read_as_people_write_numbers() {
    for typed in [
        "1500",
        " 1500 ",
        "1,500",
        "1.500",
        "1 500",
        "1'500",
        "1\u{202f}500",
    ] {
        let request = check(&with_capacity(typed)).request.unwrap();
        assert_eq!(
            request.townhall_only().unwrap().capacity,
            Some(1_500),
            "{typed}"
        );
    }
    assert_eq!(
        check(&titled())
            .request
            .unwrap()
            .townhall_only()
            .unwrap()
            .capacity,
        None
    );
}

#[test]
fn a_capacity_that_is_none_says_why() {
    for typed in [
        "many",
        "1.5",
        "10k",
        "1e3",
        "+5",
        "1234,567",
        ",",
        "9999999999",
    ] {
        assert_eq!(
            only(&with_capacity(typed)).kind,
            ProblemKind::NotANumber {
                typed: typed.into()
            }
        );
    }
    for typed in ["0", "-5", "−5", "-1,000"] {
        assert_eq!(
            only(&with_capacity(typed)).kind,
            ProblemKind::NotPositive,
            "{typed}"
        );
    }
    let above = only(&with_capacity("10001"));
    assert_eq!(
        above,
        Problem::warns(Field::Capacity, ProblemKind::AbovePlan { limit: 10_000 })
    );
}

#[test]
fn more_invitations_than_room_and_registration_without_mails_are_worth_a_word() {
    let mut draft = with_capacity("1");
    draft.invited_typed = "a@example.org, b@example.org".into();
    draft.registration_required = true;
    draft.attendee_emails = false;
    assert_eq!(
        kinds(&draft),
        [
            ProblemKind::RegistrationWithoutEmails,
            ProblemKind::MoreInvitedThanCapacity {
                invited: 2,
                capacity: 1
            },
        ]
    );
}
