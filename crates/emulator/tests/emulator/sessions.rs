//! The one session of an event, with everything that a get tells.

use serde_json::{Value, json};

use crate::attendance::session_of;
use crate::caller::Caller;
use crate::desk::Desk;

/// The sessions of all published events of the organizer, got one by one.
fn sessions(desk: &Desk, ana: &Caller<'_>) -> Vec<Value> {
    let state = desk.control("GET", "/state", &Value::Null);
    let ana_id = ana.get("/me")["id"].clone();
    let events = state["events"].as_array().unwrap().iter();
    events
        .filter(|event| event["organizer"] == ana_id && event["status"] == "Published")
        .map(|event| {
            let kind = match event["kind"].as_str().unwrap() {
                "Webinar" => "webinars",
                _ => "townhalls",
            };
            let (id, session) = (
                event["id"].as_str().unwrap(),
                event["session"].as_str().unwrap(),
            );
            ana.get(&format!(
                "/solutions/virtualEvents/{kind}/{id}/sessions/{session}"
            ))
        })
        .collect()
}

#[test]
fn sessions_differ_in_what_they_have() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let sessions = sessions(&desk, &ana);
    let both = |what: &str, has: &dyn Fn(&Value) -> bool| {
        let many = sessions.iter().filter(|session| has(session)).count();
        assert!(
            many > 0 && many < sessions.len(),
            "{what}: {many} of {}",
            sessions.len()
        );
    };
    both("passcode", &|one| {
        one["joinMeetingIdSettings"]["passcode"].is_string()
    });
    both("telephone", &|one| one["audioConferencing"].is_object());
    both("several numbers", &|one| {
        one["audioConferencing"]["tollNumbers"]
            .as_array()
            .is_some_and(|many| many.len() > 1)
    });
    both("toll-free", &|one| {
        one["audioConferencing"]["tollFreeNumber"].is_string()
    });
    both("chat", &|one| one["allowMeetingChat"] == "disabled");
    both("capacity", &|one| one["capacity"].is_u64());
    both("lobby", &|one| {
        one["lobbyBypassSettings"]["scope"] == "organization"
    });
    both("recording", &|one| one["videoOnDemandWebUrl"].is_string());
    both("watermark", &|one| one["watermarkProtection"].is_object());
    both("link", &|one| one["joinWebUrl"].is_null());
    for one in &sessions {
        assert!(one["chatInfo"]["threadId"].is_string(), "{one}");
        assert!(
            one["joinMeetingIdSettings"]["joinMeetingId"].is_string(),
            "{one}"
        );
        assert!(one["meetingOptionsWebUrl"].is_string(), "{one}");
    }
}

#[test]
fn join_information_has_every_way_in_and_what_a_sanitizer_must_take_out() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    for one in sessions(&desk, &ana) {
        let html = one["joinInformation"]["content"].as_str().unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        assert!(html.contains(&text(&one["joinMeetingIdSettings"]["joinMeetingId"])));
        for way in [
            &one["joinWebUrl"],
            &one["joinMeetingIdSettings"]["passcode"],
            &one["audioConferencing"]["tollNumber"],
        ] {
            assert!(
                way.is_null() || html.contains(&text(way)),
                "{way} in {html}"
            );
        }
        for evil in ["<script>", "javascript:", "https://tracker.example/"] {
            assert!(html.contains(evil), "{evil}");
        }
    }
    desk.control("POST", "/settings", &json!({ "shapes": "mixed" }));
    let place = session_of(&desk, "January all hands");
    let encoded = (0..20).filter(|_| {
        let one = ana.get(&place);
        // Wrapped, now and then.
        let one = if one["value"].is_object() {
            &one["value"]
        } else {
            &one
        };
        let content = one["joinInformation"]["content"].as_str().unwrap();
        content.starts_with("data:text/html,%3C")
    });
    let encoded = encoded.count();
    assert!((1..20).contains(&encoded), "{encoded} of 20");
}

#[test]
fn a_list_has_five_properties_and_a_session_may_lack_its_link() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let list = |title: &str| {
        let place = session_of(&desk, title);
        let (list, _) = place.rsplit_once('/').unwrap();
        ana.get(list)["value"][0].clone()
    };
    let webinar = list("Heat pumps for beginners");
    for (name, value) in webinar.as_object().unwrap() {
        let filled = [
            "@odata.type",
            "id",
            "subject",
            "joinWebUrl",
            "startDateTime",
            "endDateTime",
        ];
        assert_eq!(value.is_null(), !filled.contains(&name.as_str()), "{name}");
    }
    assert_eq!(
        list("Operations review, southern sites")["joinWebUrl"],
        Value::Null
    );

    let title = "January all hands";
    assert!(list(title)["joinWebUrl"].is_string());
    desk.control(
        "POST",
        "/attendance",
        &json!({ "event": title, "link": false }),
    );
    assert_eq!(list(title)["joinWebUrl"], Value::Null);
    desk.control(
        "POST",
        "/attendance",
        &json!({ "event": title, "link": true }),
    );
    assert!(list(title)["joinWebUrl"].is_string());
}

#[test]
fn a_webinars_recording_is_the_organizers_at_most() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let jonas = Caller::of(&desk, "jonas.weber");
    let place = session_of(&desk, "Reading your electricity contract");
    assert_eq!(jonas.get(&place)["videoOnDemandWebUrl"], Value::Null);
    assert!(jonas.get(&place)["meetingOptionsWebUrl"].is_string());
    assert!(ana.get(&place)["capacity"].is_u64());
    let seun = Caller::of(&desk, "seun.adeyemi");
    assert_eq!(seun.get(&place)["meetingOptionsWebUrl"], Value::Null);
}
