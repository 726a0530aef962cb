//! Notifications as the examples have them, and as they must not be.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::notifications::changed;
use crate::subscriber::{STATE, Subscriber, event_named, resource};

const CONTRACT: &str = "Reading your electricity contract";

#[test]
fn notifications_may_look_as_in_the_examples() {
    let desk = Desk::open();
    let relay = Subscriber::relay(&desk);
    desk.control("POST", "/settings", &json!({ "shapes": "documented" }));
    let ana = Subscriber::of(&desk, "ana.ruiz");
    relay.subscribe("solutions/virtualEvents/events", "created");
    let place = ana.caller.create_town_hall("As documented");
    let id = place.rsplit('/').next().unwrap();
    let items = relay.hear();
    assert_eq!(items[0]["resource"], "solutions/virtualEvents/events/");
    let data = &items[0]["resourceData"];
    assert_eq!(
        data["@odata.id"],
        format!("solutions/virtualEvents/townhalls/{id}/")
    );

    ana.subscribe(&resource(&place), "updated");
    ana.caller
        .call("PATCH", &place, &json!({ "displayName": "Edited" }));
    let item = &ana.hear()[0];
    assert_eq!(
        item.get("tenantId"),
        None,
        "the town hall's example has none"
    );
    let path = format!("solutions/virtualevents/townhalls/{id}");
    assert_eq!(item["resourceData"]["id"], path);
}

#[test]
fn notifications_are_sent_by_hand_odd_ones_too() {
    let desk = Desk::open();
    let ana = Subscriber::of(&desk, "ana.ruiz");
    let place = event_named(&desk, CONTRACT);
    let watched = format!("{}/registrations", resource(&place));
    let made = ana.subscribe(&watched, "created");
    let by_hand = |body: Value| {
        desk.control("POST", "/notifications", &body);
        ana.hear()
    };
    let plain = by_hand(json!({ "subscription": made["id"], "changeType": "updated" }));
    assert_eq!(plain[0]["changeType"], "updated");
    let odd = |name: &str| by_hand(json!({ "resource": watched, "odd": name }));
    assert_ne!(odd("clientState")[0]["clientState"], STATE);
    assert_eq!(odd("noClientState")[0]["clientState"], Value::Null);
    assert_ne!(odd("unknownSubscription")[0]["subscriptionId"], made["id"]);
    let bare = odd("bareId");
    assert!(
        !bare[0]["resourceData"]["id"]
            .as_str()
            .unwrap()
            .contains('/')
    );
    let old = odd("oldPath");
    assert!(
        old[0]["resource"]
            .as_str()
            .unwrap()
            .ends_with("/registration/registrants")
    );
    assert_eq!(changed(&old[0]).2, "#microsoft.graph.virtualEvent");
    assert_eq!(odd("noData")[0]["resourceData"], Value::Null);
    assert_eq!(odd("tomorrow")[0]["changeType"], "archived");
    assert!(odd("withId")[0]["id"].is_string());
    let doubled = odd("doubled");
    assert_eq!(doubled.len(), 2);
    assert_eq!(doubled[0], doubled[1]);

    let event = json!({ "subscription": made["id"], "event": "subscriptionRemoved" });
    desk.control("POST", "/lifecycle", &event);
    desk.deliver();
    let told = ana.endpoint.next();
    assert_eq!(told.path, "/lifecycle");
    assert_eq!(told.items()[0]["lifecycleEvent"], "subscriptionRemoved");
}
