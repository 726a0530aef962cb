//! Registration: set-up, questions, registrations.

use serde_json::json;

use crate::testing::{Reply, World, body_of};
use crate::{
    AnswerInputType, EventId, EventKind, NewQuestion, NewRegistration, PredefinedLabel,
    QuestionAnswer, QuestionId, QuestionKind, RegistrationId, RegistrationStatus, Switch, UserId,
};

const EVENT: &str = "/v1.0/solutions/virtualEvents/townhalls/e";

#[tokio::test(start_paused = true)]
async fn a_form_is_read_and_changed_question_by_question() {
    let questions = json!({"value": [
        {"@odata.type": "#microsoft.graph.virtualEventRegistrationPredefinedQuestion",
         "id": "1", "label": "jobTitle", "isRequired": true},
        {"id": "2", "answerInputType": "singleChoice", "answerChoices": ["a"]},
        {"@odata.type": "#microsoft.graph.tomorrow", "id": "3"},
    ]});
    let world = World::answering([
        Reply::json(
            200,
            &json!({"id": "c", "registrationWebUrl": "https://events/x"}),
        ),
        Reply::json(200, &questions),
        Reply::json(201, &json!({"id": "4"})),
        Reply::empty(204),
    ]);
    let events = world.client.events(EventKind::Townhall);
    let form = events.registration_configuration(&EventId::from("e"));

    let set_up = form.get().await.unwrap();
    assert_eq!(
        set_up.registration_web_url.as_deref(),
        Some("https://events/x")
    );
    let kinds: Vec<_> = form
        .questions()
        .all()
        .await
        .complete()
        .unwrap()
        .iter()
        .map(|q| q.kind())
        .collect();
    assert_eq!(
        kinds[..2],
        [Some(QuestionKind::Predefined), Some(QuestionKind::Custom)]
    );
    assert!(matches!(kinds[2], Some(QuestionKind::Other(_))));
    let new = NewQuestion::custom("Where?", AnswerInputType::SingleChoice)
        .choices(vec!["Here".to_owned()])
        .required(Switch::On);
    form.create_question(&new).await.unwrap();
    form.delete_question(&QuestionId::from("2")).await.unwrap();

    let configuration = format!("{EVENT}/registrationConfiguration");
    assert_eq!(
        world.requests(),
        [
            format!("GET {configuration}"),
            format!("GET {configuration}/questions"),
            format!("POST {configuration}/questions"),
            format!("DELETE {configuration}/questions/2"),
        ]
    );
    assert_eq!(
        body_of(&world.seen()[2]),
        json!({"@odata.type": "#microsoft.graph.virtualEventRegistrationCustomQuestion",
            "displayName": "Where?", "answerInputType": "singleChoice", "answerChoices": ["Here"],
            "isRequired": true})
    );
}

#[test]
fn a_predefined_question_is_its_label() {
    let question = serde_json::to_value(NewQuestion::predefined(PredefinedLabel::City)).unwrap();
    assert_eq!(
        question,
        json!({"@odata.type": "#microsoft.graph.virtualEventRegistrationPredefinedQuestion",
            "label": "city"})
    );
}

#[tokio::test(start_paused = true)]
async fn registering_oneself_gives_a_registration_and_an_application_gets_none() {
    let mine = json!({"id": "r", "status": "waitlisted",
        "registrationDateTime": "2023-03-07T22:04:17", "cancelationDateTime": null});
    let world = World::answering([Reply::json(201, &mine), Reply::empty(204)]);
    let events = world.client.events(EventKind::Townhall);
    let registrations = events.registrations(&EventId::from("e"));
    let answer = QuestionAnswer::yes_no(QuestionId::from("q"), Switch::On);
    let new = NewRegistration::of_me("UTC", "en-us").answers(vec![answer]);

    let made = registrations.create(&new).await.unwrap().unwrap();
    assert_eq!(made.status, Some(RegistrationStatus::Waitlisted));
    assert!(made.registered_at.is_some() && made.canceled_at.is_none());
    assert!(registrations.create(&new).await.unwrap().is_none());
    let sent = body_of(&world.seen()[0]);
    assert_eq!(sent["preferredTimezone"], "UTC");
    assert_eq!(sent["registrationQuestionAnswers"][0]["booleanValue"], true);
}

#[tokio::test(start_paused = true)]
async fn registrations_are_found_and_withdrawn_by_each_key() {
    let world = World::handling(|seen| match seen.method.as_str() {
        "POST" => Reply::empty(204),
        _ if seen.path.ends_with("ions") => Reply::json(200, &json!({"value": []})),
        _ => Reply::json(200, &json!({"id": "r"})),
    });
    let events = world.client.events(EventKind::Townhall);
    let registrations = events.registrations(&EventId::from("e"));
    let (id, user) = (RegistrationId::from("r"), UserId::from("u"));
    registrations.get(&id).await.unwrap();
    registrations.by_user(&user).await.unwrap();
    registrations.by_email("o'n@x.org").await.unwrap();
    registrations.cancel(&id).await.unwrap();
    registrations.cancel_by_user(&user).await.unwrap();
    registrations.cancel_by_email("a+b@x.org").await.unwrap();
    registrations.sessions(&id).all().await.complete().unwrap();
    registrations.list().all().await.complete().unwrap();
    assert_eq!(
        world.requests(),
        [
            format!("GET {EVENT}/registrations/r"),
            format!("GET {EVENT}/registrations(userId='u')"),
            format!("GET {EVENT}/registrations(email='o''n@x.org')"),
            format!("POST {EVENT}/registrations/r/cancel"),
            format!("POST {EVENT}/registrations(userId='u')/cancel"),
            format!("POST {EVENT}/registrations(email='a%2Bb@x.org')/cancel"),
            format!("GET {EVENT}/registrations/r/sessions"),
            format!("GET {EVENT}/registrations"),
        ]
    );
}
