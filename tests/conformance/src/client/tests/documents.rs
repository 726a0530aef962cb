//! Bodies by meaning.

use serde_json::json;

use crate::client::compare::{nothing_lost, same};

#[test]
fn requests_may_be_written_differently() {
    let documented = json!({
        "changeType": "created, updated", "expirationDateTime": "2016-11-20T18:23:45.9356913Z",
        "nothing": null, "@odata.type": "#microsoft.graph.virtualEventRegistration",
    });
    let sent =
        json!({"expirationDateTime": "2016-11-20T18:23:45.935Z", "changeType": "created,updated"});
    assert_eq!(same(&documented, &sent), Ok(()));
}

#[test]
fn but_not_say_anything_else() {
    let documented =
        json!({"a": {"b": [1, {"c": "x"}]}, "identity": {"@odata.type": "#x.yIdentity"}});
    for (sent, place) in [
        (json!({"a": {"b": [1, {"c": "y"}]}}), "$.a.b[1].c"),
        (json!({"a": {"b": [1]}}), "$.a.b"),
        (
            json!({"a": documented["a"], "identity": {}}),
            "$.identity.@odata.type",
        ),
        (
            json!({"a": documented["a"], "identity": documented["identity"], "z": 1}),
            "$.z",
        ),
    ] {
        let difference = same(&documented, &sent).unwrap_err();
        assert!(difference.contains(place), "{difference}");
    }
}

#[test]
fn decoding_may_know_less_and_read_leniently() {
    let documented = json!({
        "description": "bare", "startDateTime": "2023-08-08T12:30:00Z", "unheardOf": 1,
        "status": "Draft", "capabilities": [], "coOrganizers": null,
    });
    let typed = json!({
        "description": {"contentType": "text", "content": "bare"}, "status": "draft",
        "startDateTime": {"dateTime": "2023-08-08T12:30:00Z", "timeZone": "UTC"},
        "coOrganizers": [], "capacity": null,
    });
    assert_eq!(nothing_lost(&documented, &typed), Ok(()));
}

#[test]
fn but_not_lose_what_it_knows() {
    for (documented, typed, place) in [
        (
            json!({"capacity": 5}),
            json!({"capacity": null}),
            "$.capacity",
        ),
        (
            json!({"identity": {"email": "a@b"}}),
            json!({"identity": {}}),
            "$.identity.email",
        ),
        (json!([{"id": "1"}, {"id": "2"}]), json!([{"id": "1"}]), "$"),
        (
            json!({"a": "2023-08-08T12:30:00Z"}),
            json!({"a": "2023-08-08T12:30:01Z"}),
            "$.a",
        ),
    ] {
        let loss = nothing_lost(&documented, &typed).unwrap_err();
        assert!(loss.contains(place), "{loss}");
    }
}
