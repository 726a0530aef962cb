//! Questions and registrations.

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::desk::Desk;

const WEBINARS: &str = "/solutions/virtualEvents/webinars";

fn webinar(desk: &Desk, title: &str) -> String {
    let state = desk.control("GET", "/state", &Value::Null);
    let events = state["events"].as_array().unwrap();
    let event = events.iter().find(|event| event["title"] == title).unwrap();
    format!("{WEBINARS}/{}", event["id"].as_str().unwrap())
}

fn wish() -> Value {
    json!({ "preferredTimezone": "W. Europe Standard Time", "preferredLanguage": "en-us" })
}

#[test]
fn questions_are_added_listed_and_taken_away() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let place = webinar(&desk, "Heat pumps for beginners");
    let questions = format!("{place}/registrationConfiguration/questions");
    let before = ana.get(&questions)["value"].as_array().unwrap().len();
    let label = json!({ "@odata.type":
        "#microsoft.graph.virtualEventRegistrationPredefinedQuestion", "label": "industry" });
    let made = ana.post(&questions, &label);
    assert_eq!(
        (made.status, &made.json()["displayName"]),
        (201, &json!("Industry"))
    );
    assert_eq!(ana.post(&questions, &label).status, 409);
    let choice = json!({ "@odata.type":
        "#microsoft.graph.virtualEventRegistrationCustomQuestion", "displayName": "Which?",
        "answerInputType": "multiChoice" });
    assert_eq!(
        ana.post(&questions, &choice).status,
        400,
        "a choice without choices"
    );
    let untyped = json!({ "displayName": "Which?", "answerInputType": "text" });
    assert_eq!(ana.post(&questions, &untyped).status, 400);
    assert_eq!(
        ana.get(&questions)["value"].as_array().unwrap().len(),
        before + 1
    );
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let gone = format!("{questions}/{id}");
    assert_eq!(ana.call("DELETE", &gone, &Value::Null).status, 204);
    assert_eq!(ana.call("DELETE", &gone, &Value::Null).status, 404);
}

#[test]
fn an_attendee_registers_answers_and_takes_it_back() {
    let desk = Desk::open();
    let seun = Caller::of(&desk, "seun.adeyemi");
    let place = webinar(&desk, "Heat pumps for beginners");
    let registrations = format!("{place}/registrations");
    assert_eq!(
        seun.post(&registrations, &json!({})).status,
        400,
        "language and zone are a must"
    );
    assert_eq!(
        seun.post(&registrations, &wish()).status,
        400,
        "a required question is open"
    );

    let questions = seun.get(&format!("{place}/registrationConfiguration/questions"));
    let required = questions["value"]
        .as_array()
        .unwrap()
        .iter()
        .find(|question| question["isRequired"] == true)
        .unwrap();
    let mut body = wish();
    body["registrationQuestionAnswers"] = json!([{ "questionId": required["id"], "value": "Gas" }]);
    let made = seun.post(&registrations, &body);
    assert_eq!(made.status, 201, "{}", made.text());
    let made = made.json();
    assert_eq!(made["status"], "registered");
    assert_eq!(made["registrationQuestionAnswers"][0]["value"], "Gas");
    assert_eq!(seun.post(&registrations, &body).status, 409);

    let by_key = format!("{place}/registrations(email='seun.adeyemi@northlight.example')");
    assert_eq!(seun.get(&by_key)["id"], made["id"]);
    let sessions = seun.get(&format!("{by_key}/sessions"));
    assert!(
        sessions["value"][0]["joinWebUrl"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
    let mei = Caller::of(&desk, "mei.tanaka");
    assert_eq!(
        mei.call("GET", &by_key, &Value::Null).status,
        404,
        "nobody else's to read"
    );

    assert_eq!(
        seun.post(&format!("{by_key}/cancel"), &Value::Null).status,
        204
    );
    let gone = seun.get(&by_key);
    assert_eq!(gone["status"], "canceled");
    assert!(gone["cancelationDateTime"].is_string());
}

#[test]
fn a_full_event_has_a_waiting_list_and_a_strict_one_wants_approval() {
    let desk = Desk::open();
    let register = |who: &str, title: &str| {
        let place = webinar(&desk, title);
        Caller::of(&desk, who).post(&format!("{place}/registrations"), &wish())
    };
    let small = "Small workshop: insulating an old house";
    assert_eq!(
        register("seun.adeyemi", small).json()["status"],
        "registered"
    );
    assert_eq!(
        register("ingrid.solberg", small).json()["status"],
        "waitlisted"
    );
    let careers = "Careers at Northlight: ask the engineers";
    assert_eq!(
        register("seun.adeyemi", careers).json()["status"],
        "pendingApproval"
    );
    assert_eq!(
        register("mei.tanaka", careers).status,
        400,
        "presenters don't register"
    );
}
