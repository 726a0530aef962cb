//! What stands in a delivery (`changeNotificationCollection`).

use aws_lc_rs::digest::{SHA256, digest};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::contents::{ContentKeys, Unopened};
use crate::feed::StateHash;
use crate::notification::{Incoming, Key, Kind};

/// The items to be stored, and how many are not.
#[derive(Debug, Default)]
pub(super) struct Delivery {
    pub(super) items: Vec<Incoming>,
    pub(super) wrong_client_state: usize,
    /// At the lifecycle address without a lifecycle event.
    pub(super) misplaced: usize,
    /// With contents that nobody with the right key made.
    pub(super) bad_signature: usize,
    /// Stored without their contents: the key isn't there any more.
    pub(super) unopened: usize,
    /// With contents in a delivery that doesn't prove that it is Graph's.
    pub(super) unproven: usize,
}

/// By what contents are opened, and whether they are to be believed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening<'k> {
    pub(super) keys: &'k ContentKeys,
    pub(super) sender: Sender,
}

/// Who has made a delivery: whoever has the certificate can encrypt for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sender {
    /// Graph, by its validation tokens.
    Graph,
    Unproven,
}

/// A body that is no collection of notifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

#[derive(Deserialize)]
struct Collection {
    value: Vec<Map<String, Value>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Proof {
    #[serde(default)]
    validation_tokens: Option<Vec<String>>,
}

/// The tokens by which a delivery with contents proves whose it is; none where there are none.
pub(super) fn validation_tokens(body: &[u8]) -> Vec<String> {
    let proof: Option<Proof> = serde_json::from_slice(body).ok();
    proof
        .and_then(|proof| proof.validation_tokens)
        .unwrap_or_default()
}

/// Reads a body that came to the address for `at`.
///
/// Whether an item is about a lifecycle is told by the item, since both addresses may be the
/// same; but nothing else is believed at the address for those. Contents are opened if there is `opening`.
pub(super) fn read(
    body: &[u8],
    at: Kind,
    state: &StateHash,
    opening: Option<Opening<'_>>,
) -> Result<Delivery, Broken> {
    let collection: Collection = serde_json::from_slice(body).map_err(|_| Broken)?;
    let mut delivery = Delivery::default();
    for mut item in collection.value {
        let given = item.remove("clientState");
        if !state.matches(given.as_ref().and_then(Value::as_str).unwrap_or_default()) {
            delivery.wrong_client_state += 1;
            continue;
        }
        let kind = match item.get("lifecycleEvent") {
            Some(Value::String(_)) => Kind::Lifecycle,
            _ if at == Kind::Lifecycle => {
                delivery.misplaced += 1;
                continue;
            }
            _ => Kind::Notification,
        };
        if let Some(opening) = opening {
            let has_contents = item.get("encryptedContent").is_some_and(Value::is_object);
            if has_contents && opening.sender == Sender::Unproven {
                delivery.unproven += 1;
                continue;
            }
            match open(&mut item, opening.keys) {
                Ok(()) => {}
                Err(Unopened::UnknownCertificate) => delivery.unopened += 1,
                Err(Unopened::Forged) => {
                    delivery.bad_signature += 1;
                    continue;
                }
            }
        }
        let key = key(&item);
        let item = Value::Object(item).to_string();
        delivery.items.push(Incoming { kind, key, item });
    }
    Ok(delivery)
}

/// Puts an item's contents, if it has any, in the clear into its `resourceData`.
///
/// Where they can't be had the item still says that something changed.
fn open(item: &mut Map<String, Value>, keys: &ContentKeys) -> Result<(), Unopened> {
    let sealed = match item.remove("encryptedContent") {
        None | Some(Value::Null) => return Ok(()),
        Some(sealed) => sealed,
    };
    let contents = keys.open(&sealed)?;
    match item.get_mut("resourceData") {
        Some(Value::Object(data)) => data.extend(contents),
        _ => {
            item.insert("resourceData".to_owned(), contents.into());
        }
    }
    Ok(())
}

/// By its `id`, if it has one.
fn key(item: &Map<String, Value>) -> Option<Key> {
    let id = item.get("id").and_then(Value::as_str)?;
    let mut hash = [0; 16];
    hash.copy_from_slice(&digest(&SHA256, id.as_bytes()).as_ref()[..16]);
    (!id.is_empty()).then_some(Key(hash))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Broken, Delivery, read};
    use crate::feed::StateHash;
    use crate::notification::Kind;

    fn of(at: Kind, body: &Value) -> Delivery {
        read(
            body.to_string().as_bytes(),
            at,
            &StateHash::of("right"),
            None,
        )
        .unwrap()
    }

    #[test]
    fn an_item_is_kept_as_it_came_without_its_client_state() {
        let item =
            json!({ "clientState": "right", "subscriptionId": "s", "new": { "x": [1, null] } });
        let delivery = of(
            Kind::Notification,
            &json!({ "value": [item], "validationTokens": ["x"] }),
        );
        let kept: Value = serde_json::from_str(&delivery.items[0].item).unwrap();
        assert_eq!(
            kept,
            json!({ "subscriptionId": "s", "new": { "x": [1, null] } })
        );
        assert_eq!(delivery.items[0].kind, Kind::Notification);
    }

    #[test]
    fn a_client_state_that_is_not_ours_drops_its_item_alone() {
        let odd = [
            json!("wrong"),
            json!(""),
            json!(null),
            json!(["right"]),
            json!(7),
        ];
        let mut items: Vec<_> = odd
            .iter()
            .map(|state| json!({ "clientState": state }))
            .collect();
        items.push(json!({}));
        items.push(json!({ "clientState": "right" }));
        let delivery = of(Kind::Notification, &json!({ "value": items }));
        assert_eq!((delivery.items.len(), delivery.wrong_client_state), (1, 6));
    }

    #[test]
    fn a_lifecycle_event_is_known_wherever_it_arrives() {
        let event = json!({ "clientState": "right", "lifecycleEvent": "reauthorizationRequired" });
        for at in [Kind::Notification, Kind::Lifecycle] {
            let delivery = of(at, &json!({ "value": [event] }));
            assert_eq!(delivery.items[0].kind, Kind::Lifecycle);
        }
    }

    #[test]
    fn a_change_at_the_lifecycle_address_is_not_believed() {
        let change = json!({ "clientState": "right", "changeType": "updated" });
        let delivery = of(Kind::Lifecycle, &json!({ "value": [change] }));
        assert_eq!((delivery.items.len(), delivery.misplaced), (0, 1));
    }

    #[test]
    fn what_is_no_collection_is_broken() {
        let deep = ["{\"value\":", &"[".repeat(100_000)].concat();
        for body in [
            "",
            "{",
            "[]",
            "7",
            "{}",
            r#"{"value":{}}"#,
            r#"{"value":[1]}"#,
            &deep,
            "\u{0}",
        ] {
            let broken = read(
                body.as_bytes(),
                Kind::Notification,
                &StateHash::of("x"),
                None,
            );
            assert_eq!(
                broken.err(),
                Some(Broken),
                "{}",
                &body[..body.len().min(40)]
            );
        }
        let latin = read(
            b"{\"value\":[{\"a\":\"\xe9\"}]}",
            Kind::Notification,
            &StateHash::of("x"),
            None,
        );
        assert!(latin.is_err());
    }

    #[test]
    fn an_item_is_known_by_its_id_alone() {
        let key = |item: Value| {
            let mut item = item;
            item["clientState"] = json!("right");
            of(Kind::Notification, &json!({ "value": [item] })).items[0].key
        };
        let id = key(json!({ "id": "1" }));
        assert!(id.is_some());
        assert_eq!(id, key(json!({ "id": "1", "more": 1 })));
        assert_ne!(id, key(json!({ "id": "2" })));
        // the bug: two edits of one event within ten seconds were one
        for without in [json!({ "a": 1 }), json!({ "id": "" }), json!({ "id": 7 })] {
            assert_eq!(key(without), None);
        }
    }
}
