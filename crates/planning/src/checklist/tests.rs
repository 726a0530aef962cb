use virtual_events::{Audience, EventKind, UserId, UtcInstant};

use super::{Around, Concern, Finding, Point};
use crate::Reader;
use crate::draft::{EventDraft, Invitee, Limits, ProblemKind, Severity};
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::IanaZone;

fn now() -> UtcInstant {
    utc("2027-03-11T13:20:00Z")
}

fn well() -> EventDraft {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    EventDraft {
        title: "All hands".into(),
        ..EventDraft::new(EventKind::Townhall, &Reader::new(now(), &berlin, &rules))
    }
}

fn findings(draft: &EventDraft, around: Around) -> Vec<Finding> {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    let reader = Reader::new(now(), &berlin, &rules);
    draft.look_over(around, &reader, &Limits::default())
}

fn concerns(draft: &EventDraft) -> Vec<(Point, Concern)> {
    let all = findings(draft, Around::default());
    all.into_iter().map(|it| (it.point, it.concern)).collect()
}

#[test]
fn a_plain_town_hall_gives_nothing_to_say() {
    let around = Around {
        presenters: Some(2),
        questions: None,
    };
    assert_eq!(findings(&well(), around), []);
}

#[test]
fn what_the_service_would_refuse_blocks_and_stands_under_its_point() {
    let draft = EventDraft {
        title: " ".into(),
        start_date: "2027-01-01".into(),
        ..well()
    };

    let found = findings(&draft, Around::default());

    let blocking: Vec<_> = found
        .iter()
        .filter(|it| it.severity == Severity::Blocks)
        .map(|it| it.point)
        .collect();
    assert_eq!(blocking, [Point::Texts, Point::Times]);
}

#[test]
fn longer_than_teams_runs_it_is_a_warning_of_its_own() {
    let mut draft = well();
    draft.set_duration(31 * 60, &JiffRules::new());
    let [(point, Concern::Form(problem))] = &concerns(&draft)[..] else {
        panic!("one problem of the form");
    };
    assert_eq!(*point, Point::Length);
    assert!(matches!(problem.kind, ProblemKind::LastsTooLong { .. }));
}

#[test]
fn a_zone_chosen_by_mistake_shows_in_the_hour_of_the_night() {
    // given three in the afternoon, meant in Berlin, typed in Los Angeles' time
    let draft = EventDraft {
        zone: "America/Los_Angeles".into(),
        start_time: "15:00".into(),
        end_time: "16:00".into(),
        ..well()
    };
    // then it begins at midnight for the organizer
    assert_eq!(
        concerns(&draft),
        [(Point::Zone, Concern::NightHere { hour: 0 })]
    );
    // and three in the morning where it takes place is said first
    let draft = EventDraft {
        start_time: "03:00".into(),
        end_time: "04:00".into(),
        ..draft
    };
    assert_eq!(
        concerns(&draft),
        [(Point::Zone, Concern::NightThere { hour: 3 })]
    );
}

#[test]
fn presenters_are_counted_where_they_are_known() {
    let with = |presenters| {
        let around = Around {
            presenters,
            questions: None,
        };
        let found = findings(&well(), around);
        found.into_iter().map(|it| it.concern).collect::<Vec<_>>()
    };
    assert_eq!(with(None), []);
    assert_eq!(with(Some(0)), [Concern::NobodyPresents]);
    assert_eq!(with(Some(100)), []);
    assert_eq!(
        with(Some(101)),
        [Concern::TooManyPresenters {
            count: 101,
            limit: 100
        }]
    );
}

#[test]
fn outsiders_cannot_come_to_an_event_of_the_organization() {
    let invited = vec![
        Invitee::guest("Vera", "vera@press.example"),
        Invitee {
            id: Some(UserId::from("a")),
            ..Invitee::guest("Ann", "ann@home.example")
        },
    ];
    let inside = EventDraft { invited, ..well() };
    assert_eq!(
        concerns(&inside),
        [(Point::People, Concern::OutsidersInvited { count: 1 })]
    );
    let open = EventDraft {
        audience: Audience::Everyone,
        ..inside
    };
    assert_eq!(concerns(&open), []);
}

#[test]
fn somebody_has_to_tell_people() {
    let silent = EventDraft {
        attendee_emails: false,
        ..well()
    };
    assert_eq!(concerns(&silent), [(Point::Emails, Concern::NobodyIsTold)]);
}

#[test]
fn registration_that_asks_nothing_is_pointed_out_once_it_is_known() {
    let draft = EventDraft {
        registration_required: true,
        ..well()
    };
    let around = Around {
        presenters: None,
        questions: Some(0),
    };
    let found = findings(&draft, around);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].concern, Concern::NoQuestions);
    assert_eq!(findings(&draft, Around::default()), []);
}
