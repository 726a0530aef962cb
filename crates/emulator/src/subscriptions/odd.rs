//! Notifications as they must not be, and may be: what readers have to survive.

use serde::Deserialize;
use serde_json::{Value, json};

/// What is odd about a notification that is sent by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Odd {
    /// Another client state than the subscription's.
    ClientState,
    /// None at all.
    NoClientState,
    /// A subscription that nobody has.
    UnknownSubscription,
    /// `resourceData.id` without the path.
    BareId,
    /// Paths and type as the first preview had them.
    OldPath,
    /// No `resourceData`.
    NoData,
    /// A change type and a type of tomorrow.
    Tomorrow,
    /// With an `id`, as other resources have it.
    WithId,
    /// The same item twice in one collection.
    Doubled,
}

impl Odd {
    /// Makes the item odd; the answer is what is sent in its place.
    pub(crate) fn applied(self, mut item: Value) -> Vec<Value> {
        match self {
            Self::ClientState => item["clientState"] = "somebody else's".into(),
            Self::NoClientState => item["clientState"] = Value::Null,
            Self::UnknownSubscription => {
                item["subscriptionId"] = "00000000-0000-4000-8000-000000000000".into();
            }
            Self::BareId => {
                let path = item["resourceData"]["id"].as_str().unwrap_or_default();
                let bare = path.trim_end_matches('/').rsplit('/').next();
                item["resourceData"]["id"] = json!(bare);
            }
            Self::OldPath => {
                let old = |value: &Value| {
                    let text = value.as_str().unwrap_or_default();
                    text.replace("/townhalls/", "/events/")
                        .replace("/webinars/", "/events/")
                        .replace("/registrations", "/registration/registrants")
                };
                item["resource"] = old(&item["resource"]).into();
                let path = old(&item["resourceData"]["@odata.id"]);
                item["resourceData"] = json!({
                    "@odata.id": path,
                    "@odata.type": "#microsoft.graph.virtualEvent",
                    "id": path,
                });
            }
            Self::NoData => item["resourceData"] = Value::Null,
            Self::Tomorrow => {
                item["changeType"] = "archived".into();
                item["resourceData"]["@odata.type"] =
                    "#microsoft.graph.virtualEventHologram".into();
                item["agents"] = json!([{ "kind": "unknown" }]);
            }
            Self::WithId => item["id"] = "lsgTZMr9KwAAA".into(),
            Self::Doubled => return vec![item.clone(), item],
        }
        vec![item]
    }
}
