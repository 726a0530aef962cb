//! Subscriptions and their life.

use serde_json::json;

use crate::testing::{Reply, World, body_of};
use crate::{
    ChangeType, ChangeTypes, ClientState, EventId, EventKind, NewSubscription, Resource,
    SubscriptionId, UtcInstant, WebPush,
};

fn soon() -> UtcInstant {
    UtcInstant::parse("2027-01-12T15:50:00Z").unwrap()
}

#[tokio::test(start_paused = true)]
async fn the_life_of_a_subscription() {
    let body = json!({"id": "s", "changeType": "created, updated",
        "expirationDateTime": "2027-01-12T15:50:00.0000000Z", "clientState": null});
    let world = World::handling(move |seen| match seen.method.as_str() {
        "DELETE" => Reply::empty(204),
        _ if seen.path.ends_with("reauthorize") => Reply::empty(204),
        _ if seen.path.ends_with("Key") => Reply::json(200, &json!({"value": "BNWw"})),
        "GET" if seen.path.ends_with("subscriptions") => {
            Reply::json(200, &json!({"value": [body]}))
        }
        _ => Reply::json(201, &body),
    });
    let subscriptions = world.client.subscriptions();
    let id = SubscriptionId::from("s");
    let resource = Resource::sessions(EventKind::Webinar, &EventId::from("w@t"));
    let types = ChangeTypes::from([ChangeType::Created, ChangeType::Updated]);
    let new = NewSubscription::new(resource, types.clone(), "https://relay/x", soon())
        .client_state(ClientState::new("secret"))
        .lifecycle_notification_url("https://relay/life");

    let made = subscriptions.create(&new).await.unwrap();
    assert_eq!(made.change_type, Some(types));
    assert_eq!(made.expires_at, Some(soon()));
    subscriptions.renew(&id, soon()).await.unwrap();
    subscriptions.reauthorize(&id).await.unwrap();
    subscriptions.get(&id).await.unwrap();
    subscriptions.list().all().await.complete().unwrap();
    subscriptions.delete(&id).await.unwrap();
    assert_eq!(
        subscriptions.vapid_public_key().await.unwrap().as_str(),
        "BNWw"
    );
    subscriptions.on_beta().get(&id).await.unwrap();

    assert_eq!(
        world.requests(),
        [
            "POST /v1.0/subscriptions",
            "PATCH /v1.0/subscriptions/s",
            "POST /v1.0/subscriptions/s/reauthorize",
            "GET /v1.0/subscriptions/s",
            "GET /v1.0/subscriptions",
            "DELETE /v1.0/subscriptions/s",
            "GET /v1.0/subscriptions/getVapidPublicKey",
            "GET /beta/subscriptions/s",
        ]
    );
    assert_eq!(
        body_of(&world.seen()[0]),
        json!({"resource": "solutions/virtualEvents/webinars/w@t/sessions",
            "changeType": "created,updated", "notificationUrl": "https://relay/x",
            "expirationDateTime": "2027-01-12T15:50:00Z", "clientState": "secret",
            "lifecycleNotificationUrl": "https://relay/life"})
    );
    assert_eq!(
        body_of(&world.seen()[1]),
        json!({"expirationDateTime": "2027-01-12T15:50:00Z"})
    );
}

#[test]
fn a_push_subscription_carries_its_three_keys_and_shows_no_secret() {
    let keys = WebPush {
        vapid_public_key: "BNWw".into(),
        p256dh: "p".to_owned(),
        auth: ClientState::new("very-secret"),
    };
    let resource = Resource::event(EventKind::Townhall, &EventId::from("t"));
    let endpoint = "https://fcm.googleapis.com/x";
    let new =
        NewSubscription::new(resource, [ChangeType::Updated], endpoint, soon()).web_push(keys);
    assert!(!format!("{new:?}").contains("very-secret"));
    let sent = serde_json::to_value(&new).unwrap();
    for (key, value) in [
        ("vapidPublicKey", "BNWw"),
        ("webPushEncryptionP256dhPublicKey", "p"),
        ("webPushEncryptionSecret", "very-secret"),
    ] {
        assert_eq!(sent[key], value);
    }
}

#[test]
fn resources_are_the_documented_ones() {
    let id = EventId::from("w");
    for (resource, expected) in [
        (Resource::event(EventKind::Webinar, &id), "webinars/w"),
        (
            Resource::webinar_registrations(&id),
            "webinars/w/registrations",
        ),
        (
            Resource::attendance_reports(EventKind::Townhall, &id),
            "townhalls/w/getAttendanceReports",
        ),
        (
            Resource::video_on_demand(EventKind::Webinar, &id),
            "webinars/w/getVideoOnDemandPublication",
        ),
        (Resource::tenant_events(), "events"),
    ] {
        assert_eq!(
            resource.as_str(),
            format!("solutions/virtualEvents/{expected}")
        );
    }
}
