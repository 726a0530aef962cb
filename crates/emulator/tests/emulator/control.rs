//! Clock, faults, journal, reset.

use serde_json::{Value, json};

use crate::browser::{ALL, Browser};
use crate::caller::{Caller, town_hall};
use crate::desk::{Desk, NOW};

const TOWNHALLS: &str = "/solutions/virtualEvents/townhalls";

#[test]
fn a_lost_answer_after_the_effect_leaves_the_town_hall_behind() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let fault = json!([{ "match": { "method": "POST", "path_regex": "/townhalls$" },
                         "times": 1, "drop": "after" }]);
    desk.control("POST", "/faults", &fault);

    assert!(
        ana.try_call("POST", TOWNHALLS, &town_hall("Lost")).is_err(),
        "no answer at all"
    );

    let titles = |state: &Value| {
        let events = state["events"].as_array().unwrap().clone();
        events
            .iter()
            .filter(|event| event["title"] == "Lost")
            .count()
    };
    assert_eq!(titles(&desk.control("GET", "/state", &Value::Null)), 1);
    let line = desk
        .journal()
        .into_iter()
        .find(|line| line["method"] == "POST" && line["origin"] == "graph")
        .unwrap();
    assert_eq!(line["cut"], "after");

    let fault = json!({ "match": { "path_regex": "/townhalls$" }, "times": 1, "drop": "before" });
    desk.control("POST", "/faults", &fault);
    assert!(ana.try_call("POST", TOWNHALLS, &town_hall("Lost")).is_err());
    assert_eq!(
        titles(&desk.control("GET", "/state", &Value::Null)),
        1,
        "without effect"
    );
}

#[test]
fn a_fault_answers_in_graphs_shape_as_often_as_told() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    desk.control(
        "POST",
        "/faults",
        &json!([
            { "match": { "path_regex": "/me" }, "times": 1, "status": 503,
              "headers": { "Retry-After": "2.5" } },
            { "match": { "path_regex": "/me" }, "times": 1, "status": 401, "headers": {
                "WWW-Authenticate": "Bearer error=\"insufficient_claims\", claims=\"e30=\"" } },
        ]),
    );
    let first = ana.call("GET", "/me", &Value::Null);
    assert_eq!((first.status, first.header("retry-after")), (503, "2.5"));
    assert_eq!(first.json()["error"]["code"], "ServiceUnavailable");
    let second = ana.call("GET", "/me", &Value::Null);
    assert!(
        second
            .header("www-authenticate")
            .contains("insufficient_claims")
    );
    assert_eq!(ana.get("/me")["displayName"], "Ana Ruiz");
}

#[test]
fn a_fault_strikes_inside_a_batch_too() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    desk.control(
        "POST",
        "/faults",
        &json!([{
        "match": { "path_regex": "webinars/getByUserRole\\(role='organizer'\\)" },
        "times": 1, "status": 500 }]),
    );
    let get = |id: &str, url: &str| json!({ "id": id, "method": "GET", "url": url });
    let role = "getByUserRole(role='organizer')";
    let batch = json!({ "requests": [
        get("1", &format!("/solutions/virtualEvents/townhalls/{role}")),
        get("2", &format!("/solutions/virtualEvents/webinars/{role}")),
    ]});
    let answer = ana.post("/$batch", &batch).json();
    let status = |id: &str| {
        let all = answer["responses"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap()["status"]
            .as_u64()
            .unwrap()
    };
    assert_eq!((status("1"), status("2")), (200, 500));

    // The journal has the batch and each of its requests, which know their parent.
    let journal = desk.journal();
    let parent = journal
        .iter()
        .find(|line| line["path"] == "/v1.0/$batch")
        .unwrap();
    let items: Vec<_> = journal
        .iter()
        .filter(|line| line["parent"] == parent["seq"])
        .collect();
    assert_eq!(items.len(), 2);
    assert_eq!(parent["user"], "ana.ruiz@northlight.example");
}

#[test]
fn the_journal_tells_everything_but_secrets() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let tokens = browser.tokens("ana.ruiz", ALL);
    let ana = Caller::of(&desk, "ana.ruiz");
    ana.post(TOWNHALLS, &town_hall("Told"));
    let journal = desk.journal();
    let text = Value::Array(journal.clone()).to_string();
    for secret in ["access_token", "refresh_token", "id_token"] {
        let secret = tokens[secret].as_str().unwrap();
        assert!(!text.contains(secret), "a token stands in the journal");
    }
    let redeemed = journal
        .iter()
        .find(|line| line["form"]["grant_type"] == "authorization_code")
        .expect("the token request");
    assert_eq!(redeemed["form"]["code"], "[redacted]");
    assert_eq!(redeemed["form"]["code_verifier"], "[redacted]");
    let created = journal
        .iter()
        .find(|line| line["status"] == 201)
        .expect("the create");
    assert_eq!(created["body"]["displayName"], "Told");
    assert_eq!(
        created["request_headers"]["authorization"],
        "Bearer [redacted]"
    );
    let back = journal
        .iter()
        .find(|line| line["status"] == 302)
        .expect("the redirect");
    let place = back["response_headers"]["location"].as_str().unwrap();
    assert!(place.contains("#code=%5Bredacted%5D"), "{place}");
}

#[test]
fn a_reset_brings_the_same_tenant_back() {
    let desk = Desk::open();
    let ids = |desk: &Desk| {
        let state = desk.control("GET", "/state", &Value::Null);
        let events = state["events"].as_array().unwrap().clone();
        events
            .iter()
            .map(|event| event["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let before = ids(&desk);
    Caller::of(&desk, "ana.ruiz").create_town_hall("Gone after the reset");
    assert_ne!(ids(&desk), before);
    let answer = desk.control("POST", "/reset", &json!({ "now": NOW }));
    assert_eq!(answer["events"], before.len());
    assert_eq!(ids(&desk), before);
    let big = desk.control("POST", "/reset", &json!({ "now": NOW, "events": 300 }));
    assert_eq!(big["events"], 300);
}

#[test]
fn the_clock_is_set_advanced_and_stopped() {
    let desk = Desk::open();
    let set = desk.control("POST", "/clock", &json!({ "now": "2027-03-28T00:59:59Z" }));
    assert_eq!(
        set,
        json!({ "now": "2027-03-28T00:59:59Z", "frozen": true })
    );
    let moved = desk.control("POST", "/clock", &json!({ "advance_s": 1.5 }));
    assert_eq!(moved["now"], "2027-03-28T01:00:00.5Z");
    let runs = desk.control("POST", "/clock", &json!({ "freeze": false }));
    assert_eq!(runs["frozen"], false);
}

#[test]
fn a_page_of_this_machine_may_use_the_control_port_and_others_may_not() {
    let desk = Desk::open();
    let url = format!("http://localhost:{}/clock", desk.running.ports().control);
    let asked = |origin: &str| {
        let headers = [
            ("origin", origin),
            ("access-control-request-method", "POST"),
        ];
        desk.send("OPTIONS", &url, &headers, None).unwrap()
    };
    assert_eq!(
        asked(&desk.app()).header("access-control-allow-origin"),
        desk.app()
    );
    assert_eq!(
        asked("https://example.org").header("access-control-allow-origin"),
        ""
    );
}

#[test]
fn consent_is_taken_and_given_and_tokens_are_revoked() {
    let desk = Desk::open();
    let browser = Browser::new(&desk);
    let tokens = browser.tokens("ana.ruiz", ALL);
    let renew = || {
        browser.token(&[
            ("grant_type", "refresh_token"),
            ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
            ("scope", "VirtualEvent.ReadWrite"),
        ])
    };
    let ana = "ana.ruiz@northlight.example";
    desk.control(
        "POST",
        "/consent",
        &json!({ "account": ana, "revoke": ["VirtualEvent.ReadWrite"] }),
    );
    assert_eq!(renew().json()["error_codes"][0], 65_001);
    desk.control(
        "POST",
        "/consent",
        &json!({ "account": ana, "grant": ["VirtualEvent.ReadWrite"] }),
    );
    assert_eq!(renew().status, 200);
    desk.control("POST", "/revoke", &json!({ "account": ana }));
    assert_eq!(renew().json()["error_codes"][0], 50_173);
}

#[test]
fn a_fault_may_answer_wrong_after_the_effect_and_hide_it_from_the_page() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let fault = json!([{ "match": { "path_regex": "/townhalls$" }, "times": 1, "status": 504,
        "body": "<html>gateway</html>", "effect": "done", "cors": false,
        "headers": { "content-language": "en" } }]);
    desk.control("POST", "/faults", &fault);
    let answer = ana.post(TOWNHALLS, &town_hall("Made all the same"));
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (504, "text/html; charset=utf-8")
    );
    assert_eq!(answer.header("content-language"), "en");
    assert_eq!(answer.header("access-control-allow-origin"), "");
    let state = desk.control("GET", "/state", &Value::Null);
    let events = state["events"].as_array().unwrap();
    assert!(
        events
            .iter()
            .any(|event| event["title"] == "Made all the same")
    );
}

#[test]
fn a_body_of_more_than_four_megabytes_is_refused_in_graphs_shape() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let mut body = town_hall("Large");
    body["description"]["content"] = "x".repeat(5_000_000).into();
    let answer = ana.post(TOWNHALLS, &body);
    assert_eq!(answer.status, 413);
    body["description"]["content"] = "x".repeat(3_000_000).into();
    assert_eq!(
        ana.post(TOWNHALLS, &body).status,
        400,
        "read, and found too long"
    );
    assert_eq!(answer.json()["error"]["code"], "RequestEntityTooLarge");
}
