//! The shapes that documents disagree about.

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::desk::Desk;

const WEBINARS: &str = "/solutions/virtualEvents/webinars";

/// A published webinar of the organizer with a description.
fn webinar(ana: &Caller<'_>) -> String {
    let list = ana.get(&format!("{WEBINARS}/getByUserRole(role='organizer')"));
    let events = list["value"].as_array().unwrap();
    let event = events
        .iter()
        .find(|event| event["displayName"] == "Heat pumps for beginners")
        .unwrap();
    format!("{WEBINARS}/{}", event["id"].as_str().unwrap())
}

#[test]
fn by_the_metadata_objects_are_bare_and_times_are_objects() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let event = ana.get(&webinar(&ana));
    assert_eq!(event["@odata.type"], "#microsoft.graph.virtualEventWebinar");
    assert_eq!(event["description"]["contentType"], "html");
    assert!(
        event.get("engagementPreview").is_some(),
        "something unknown to be ignored"
    );
    desk.control("POST", "/settings", &json!({ "unknown_properties": false }));
    assert!(ana.get(&webinar(&ana)).get("engagementPreview").is_none());
}

#[test]
fn by_the_pages_objects_are_wrapped_and_times_are_strings() {
    let desk = Desk::open();
    desk.control("POST", "/settings", &json!({ "shapes": "documented" }));
    let ana = Caller::of(&desk, "ana.ruiz");
    let place = webinar(&ana);
    let event = ana.get(&place)["value"].clone();
    assert!(event["description"].is_string());
    assert_eq!(event["@odata.type"], "microsoft.graph.virtualEventWebinar");
    let session = ana.get(&format!("{place}/sessions"))["value"][0].clone();
    assert_eq!(
        session["@odata.type"],
        "#microsoft.graph.virtualeventsession"
    );
    assert!(session["startDateTime"].as_str().unwrap().ends_with('Z'));
    let presenter = ana.get(&format!("{place}/presenters"))["value"][0].clone();
    assert!(presenter["identity"].get("@odata.type").is_none());
    let one = format!("{place}/presenters/{}", presenter["id"].as_str().unwrap());
    assert_eq!(ana.get(&one)["value"]["id"], presenter["id"]);
}

#[test]
fn mixed_answers_are_now_this_now_that() {
    let desk = Desk::open();
    desk.control("POST", "/settings", &json!({ "shapes": "mixed" }));
    let ana = Caller::of(&desk, "ana.ruiz");
    let place = webinar(&ana);
    let answers: Vec<Value> = (0..20).map(|_| ana.get(&place)).collect();
    let wrapped = answers
        .iter()
        .filter(|answer| answer["value"].is_object())
        .count();
    assert!((1..20).contains(&wrapped), "{wrapped} of 20 are wrapped");
}
