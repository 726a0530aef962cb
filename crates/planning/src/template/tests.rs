use virtual_events::EventKind;

use super::Template;
use crate::Reader;
use crate::draft::{EventDraft, Invitee, StoredDraftError};
use crate::jiff_rules::{JiffRules, utc};
use crate::zones::IanaZone;

fn fresh() -> EventDraft {
    let (rules, berlin) = (JiffRules::new(), IanaZone::new("Europe/Berlin"));
    EventDraft::new(
        EventKind::Townhall,
        &Reader::new(utc("2027-03-11T13:20:00Z"), &berlin, &rules),
    )
}

fn template() -> Template {
    Template {
        name: "Monthly".into(),
        saved: Some(utc("2027-01-01T00:00:00Z")),
        draft: EventDraft {
            title: "Monthly town hall".into(),
            start_date: "2026-10-01".into(),
            start_time: "08:30".into(),
            zone: "Asia/Tokyo".into(),
            length_minutes: 45,
            presenters: vec![Invitee::guest("Pat", "pat@x.example")],
            ..EventDraft::default()
        },
    }
}

#[test]
fn a_template_survives_storage_and_files() {
    assert_eq!(Template::from_text(&template().to_text()), Ok(template()));
}

#[test]
fn what_is_no_template_says_so() {
    for text in ["", "[]", "{}", r#"{"format":"rostrum.draft","version":1}"#] {
        assert_eq!(
            Template::from_text(text),
            Err(StoredDraftError::Unreadable),
            "{text}"
        );
    }
    let newer = r#"{"format":"rostrum.template","version":9,"shape":"unknown"}"#;
    assert_eq!(
        Template::from_text(newer),
        Err(StoredDraftError::Newer { version: 9 })
    );
}

#[test]
fn a_town_hall_from_a_template_has_its_time_on_a_day_to_come() {
    let draft = template().begin(&fresh(), &JiffRules::new());

    assert_eq!(draft.title, "Monthly town hall");
    assert_eq!(
        [&draft.start_date, &draft.start_time, &draft.end_time],
        ["2027-03-12", "08:30", "09:15"]
    );
    assert_eq!(draft.zone, "Asia/Tokyo");
    assert_eq!(draft.presenters, template().draft.presenters);
}

#[test]
fn a_template_of_few_words_takes_the_rest_from_the_form() {
    let config = r#"{"clientId":"x","templates":[
        {"format":"rostrum.template","version":1,"name":"Short","draft":{"title":"Coffee","lengthMinutes":30}},
        {"name":"no template"}
    ]}"#;
    let (read, unreadable) = Template::of_organization(config);

    assert_eq!((read.len(), unreadable), (1, 1));
    let draft = read[0].begin(&fresh(), &JiffRules::new());
    assert_eq!(
        [&draft.start_time, &draft.end_time, &draft.zone],
        ["15:00", "15:30", "Europe/Berlin"]
    );
}

#[test]
fn a_webinar_of_few_words_has_registration() {
    let entry = |draft: &str| {
        [
            r#"{"format":"rostrum.template","version":1,"name":"Tour","draft":"#,
            draft,
            "}",
        ]
        .concat()
    };
    let begun = |draft: &str| {
        let template = Template::from_text(&entry(draft)).expect("a template");
        template.begin(&fresh(), &JiffRules::new())
    };
    let open = begun(r#"{"kind":"webinar","registrationRequired":false}"#);
    let usual = begun(r#"{"kind":"webinar"}"#);
    let town_hall = begun("{}");
    assert_eq!(
        [open.kind, usual.kind, town_hall.kind],
        [EventKind::Webinar, EventKind::Webinar, EventKind::Townhall]
    );
    assert_eq!(
        [&open, &usual, &town_hall].map(|it| it.registration_required),
        [false, true, false]
    );
}

#[test]
fn a_config_without_templates_has_none() {
    for config in ["{}", "not json", r#"{"templates":7}"#] {
        assert_eq!(
            Template::of_organization(config),
            (Vec::new(), 0),
            "{config}"
        );
    }
}
