//! The `Date` header: by the emulator's clock, for scripts to read on request only.

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::desk::Desk;

#[test]
fn every_answer_of_graph_says_when_by_the_emulators_clock() {
    let desk = Desk::open();
    let ana = Caller::of(&desk, "ana.ruiz");
    let date = |path: &str| {
        ana.call("GET", path, &Value::Null)
            .header("date")
            .to_owned()
    };
    assert_eq!(date("/me"), "Tue, 12 Jan 2027 09:42:00 GMT");
    desk.advance(61);
    assert_eq!(date("/users/nobody"), "Tue, 12 Jan 2027 09:43:01 GMT");
    let fault = json!({ "match": { "origin": "graph" }, "status": 503 });
    desk.control("POST", "/faults", &fault);
    assert_eq!(date("/me"), "Tue, 12 Jan 2027 09:43:01 GMT");
    desk.control("DELETE", "/faults", &Value::Null);
    let other = json!({ "headers": { "Date": "Tue, 12 Jan 2027 10:00:00 GMT" } });
    desk.control("POST", "/faults", &other);
    assert_eq!(date("/me"), "Tue, 12 Jan 2027 10:00:00 GMT");
}

#[test]
fn scripts_may_read_it_only_where_that_was_asked_for() {
    let desk = Desk::open();
    let (origin, me) = (desk.app(), format!("{}/v1.0/me", desk.graph()));
    let exposed = || {
        let headers = [("origin", origin.as_str())];
        let answer = desk.send("GET", &me, &headers, None).unwrap();
        let names = answer.header("access-control-expose-headers").to_owned();
        names.split(", ").any(|name| name == "Date")
    };
    assert!(!exposed(), "the real service doesn't");
    desk.control("POST", "/settings", &json!({ "expose_date": true }));
    assert!(exposed());
}
