//! Deliveries, whole and broken.

use serde_json::json;

use crate::{ChangeType, ClientState, LifecycleEvent, NotificationCollection};

#[test]
fn a_change_and_a_lifecycle_notification_share_a_delivery() {
    let body = json!({"value": [
        {"subscriptionId": "s", "clientState": "secret", "changeType": "updated",
         "resource": "solutions/virtualEvents/webinars/w/sessions",
         "subscriptionExpirationDateTime": "2023-01-28T00:00:00.0000000Z",
         "resourceData": {"@odata.type": "#microsoft.graph.virtualeventsession",
            "@odata.id": "solutions/virtualEvents/webinars/w/sessions/x", "id": "x"}},
        {"subscriptionId": "s", "lifecycleEvent": "reauthorizationRequired"},
    ]});
    let delivery = NotificationCollection::parse(body.to_string().as_bytes()).unwrap();
    let [change, life] = &delivery.value[..] else {
        panic!("{delivery:?}")
    };
    assert_eq!(change.change_type, Some(ChangeType::Updated));
    assert!(
        change
            .resource_data
            .as_ref()
            .unwrap()
            .is_a("virtualEventSession")
    );
    assert_eq!(
        life.lifecycle_event,
        Some(LifecycleEvent::ReauthorizationRequired)
    );
    assert!(life.change_type.is_none() && life.resource.is_none() && life.tenant_id.is_none());
}

#[test]
fn only_the_right_secret_is_genuine() {
    let of = |state: Option<&str>| {
        let body = json!({"value": [{"clientState": state}]}).to_string();
        NotificationCollection::parse(body.as_bytes())
            .unwrap()
            .value
            .remove(0)
    };
    let expected = ClientState::new("secret");
    assert!(of(Some("secret")).is_genuine(&expected));
    for wrong in [
        None,
        Some(""),
        Some("secre"),
        Some("secret2"),
        Some("sEcret"),
    ] {
        assert!(!of(wrong).is_genuine(&expected), "{wrong:?}");
    }
    assert!(!format!("{:?}", of(Some("secret"))).contains("secret\""));
}

#[test]
fn a_broken_delivery_is_told_by_place_alone() {
    let error = NotificationCollection::parse(b"<html>private</html>").unwrap_err();
    assert_eq!(
        (error.path.as_str(), error.expected.as_str()),
        ("$", "expected JSON")
    );
    let body = json!({"value": [{"subscriptionExpirationDateTime": "private"}]}).to_string();
    let error = NotificationCollection::parse(body.as_bytes()).unwrap_err();
    assert_eq!(error.path, "$.value[0].subscriptionExpirationDateTime");
    assert!(!error.to_string().contains("private"));
}
