//! `$batch`.

use serde_json::{Value, json};

use crate::caller::{Caller, town_hall};
use crate::desk::Desk;

const TOWNHALLS: &str = "/solutions/virtualEvents/townhalls";

/// The answers by id.
fn answers(ana: &Caller<'_>, requests: &Value) -> impl Fn(&str) -> Value + use<> {
    let answer = ana.post("/$batch", &json!({ "requests": requests }));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let all = answer.json()["responses"].as_array().unwrap().clone();
    move |id| all.iter().find(|one| one["id"] == id).unwrap().clone()
}

fn create(id: &str, title: &str) -> Value {
    json!({ "id": id, "method": "POST", "url": TOWNHALLS,
        "headers": { "Content-Type": "application/json" }, "body": town_hall(title) })
}

#[test]
fn each_request_has_its_own_answer() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let place = ana.create_town_hall("To be published");
    let answers = answers(
        &ana,
        &json!([
            { "id": "me", "method": "GET", "url": "/me?$select=id,displayName" },
            { "id": "list", "method": "GET", "url": format!("{TOWNHALLS}/getByUserRole(role='organizer')") },
            { "id": "publish", "method": "POST", "url": format!("{place}/publish") },
            { "id": "nothing", "method": "GET", "url": format!("{TOWNHALLS}/nothing") },
            { "id": "absolute", "method": "GET", "url": format!("{}/v1.0/me", desk.graph()) },
            { "id": "untyped", "method": "POST", "url": TOWNHALLS, "body": town_hall("Untyped") },
        ]),
    );
    assert_eq!(answers("me")["body"]["displayName"], "Ana Ruiz");
    assert_eq!(
        answers("list")["body"]["value"].as_array().unwrap().len(),
        25
    );
    let next = answers("list")["body"]["@odata.nextLink"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        next.starts_with(&format!("{}/v1.0/solutions/", desk.graph())),
        "{next}"
    );
    assert_eq!(
        (&answers("publish")["status"], &answers("publish")["body"]),
        (&json!(204), &Value::Null)
    );
    assert_eq!(answers("nothing")["status"], 404);
    assert_eq!(answers("nothing")["body"]["error"]["code"], "NotFound");
    assert_eq!(answers("absolute")["status"], 400);
    assert_eq!(answers("untyped")["status"], 400);
}

#[test]
fn a_chain_breaks_at_its_first_failure() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let mut wrong = create("2", "");
    wrong["dependsOn"] = json!(["1"]);
    let mut after = create("3", "Never made");
    after["dependsOn"] = json!(["2"]);
    let answers = answers(&ana, &json!([create("1", "Made"), wrong, after]));
    assert_eq!(answers("1")["status"], 201);
    assert_eq!(answers("2")["status"], 400);
    assert_eq!(answers("3")["status"], 424);
}

#[test]
fn a_batch_that_cannot_be_read_is_refused_whole() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let get = |id: &str| json!({ "id": id, "method": "GET", "url": "/me" });
    let many: Vec<Value> = (0..21).map(|number| get(&number.to_string())).collect();
    let mut second = get("2");
    second["dependsOn"] = json!(["1"]);
    for requests in [
        json!(many),
        json!([]),
        json!([get("1"), get("1")]),
        json!([{ "id": "1", "url": "/me" }]),
        json!([get("1"), second, get("3")]),
        json!([{ "id": "1", "method": "GET", "url": "/me", "dependsOn": ["9"] }]),
    ] {
        let answer = ana.post("/$batch", &json!({ "requests": requests }));
        assert_eq!(answer.status, 400, "{requests}");
    }
}

#[test]
fn every_write_of_a_batch_counts() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let requests: Vec<Value> = (0..20)
        .map(|number| create(&number.to_string(), &format!("No. {number}")))
        .collect();
    let answer = ana.post("/$batch", &json!({ "requests": requests })).json();
    let responses = answer["responses"].as_array().unwrap();
    let with = |status: u64| responses.iter().filter(move |one| one["status"] == status);
    assert_eq!((with(201).count(), with(429).count()), (15, 5));
    assert!(with(429).all(|one| one["headers"]["Retry-After"].is_string()));
}
