//! Examples that must fail, and say why.

use serde_json::json;

use super::{check, example};

const TOWNHALL: &str = "/solutions/virtualEvents/townhalls/t";

fn failure(example: &crate::examples::Example) -> String {
    check(example).unwrap_err()
}

#[test]
fn an_address_that_no_operation_serves_says_so() {
    for (method, path) in [
        ("GET", "/me/drive"),
        ("PUT", TOWNHALL),
        ("POST", "/solutions/virtualEvents/townhalls/t/unpublish"),
        ("GET", "/solutions/virtualEvents/townhalls/t?$select=id"),
        (
            "GET",
            "/solutions/virtualEvents/townhalls/getByUserRole(role='presenter')",
        ),
        ("GET", "/communications/calls"),
    ] {
        let why = failure(&example(method, path, 200, None, Some(json!({"id": "t"}))));
        assert!(
            why.starts_with("no client operation serves"),
            "{path}: {why}"
        );
    }
}

#[test]
fn a_property_the_request_model_lacks_is_named() {
    let body = json!({"displayName": "x", "audience": "everyone"});
    let why = failure(&example(
        "PATCH",
        TOWNHALL,
        200,
        Some(body),
        Some(json!({"id": "t"})),
    ));
    assert!(why.contains("leaves out $.audience"), "{why}");
}

#[test]
fn a_webinar_cannot_be_made_with_a_capacity() {
    let path = "/solutions/virtualEvents/webinars";
    let body = json!({"displayName": "x", "capacity": 5});
    let why = failure(&example(
        "POST",
        path,
        201,
        Some(body),
        Some(json!({"id": "w"})),
    ));
    assert!(why.contains("$.capacity"), "{why}");
}

#[test]
fn an_answer_that_cannot_be_decoded_names_the_place() {
    let answer = json!({"id": "t", "settings": 3});
    let why = failure(&example("GET", TOWNHALL, 200, None, Some(answer)));
    assert!(why.contains("$.settings"), "{why}");
}

#[test]
fn a_body_where_none_is_documented_is_told() {
    let path = format!("{TOWNHALL}/setExternalEventInformation");
    let why = failure(&example("POST", &path, 204, None, None));
    assert!(why.contains("sent a body"), "{why}");
}

#[test]
fn a_documented_error_has_to_come_out_as_that_error() {
    let body = json!({"error": {"code": "Forbidden", "message": "no"}});
    let path = format!("{TOWNHALL}/publish");
    assert_eq!(
        check(&example("POST", &path, 403, None, Some(body))),
        Ok(())
    );
    let throttled = json!({"error": {"code": "TooManyRequests", "message": ""}});
    assert_eq!(
        check(&example("GET", TOWNHALL, 429, None, Some(throttled))),
        Ok(())
    );
    let unavailable = json!({"error": {"code": "ServiceUnavailable", "message": ""}});
    assert_eq!(
        check(&example("POST", &path, 503, None, Some(unavailable))),
        Ok(())
    );
}

#[test]
fn a_delivery_without_a_body_fails() {
    let mut delivery = example("POST", "", 202, None, None);
    delivery.url = "{notificationUrl}".to_owned();
    assert!(check(&delivery).is_err());
    delivery.request = Some(json!({"value": [{"subscriptionId": "s", "tenantId": 5}]}));
    assert!(failure(&delivery).contains("$.value[0].tenantId"));
}
