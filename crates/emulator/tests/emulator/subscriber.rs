//! Somebody who subscribes, with an endpoint that hears of it.

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::desk::{Answer, Desk};
use crate::endpoint::Endpoint;

pub(crate) const STATE: &str = "secret client state";

pub(crate) struct Subscriber<'d> {
    pub(crate) desk: &'d Desk,
    pub(crate) caller: Caller<'d>,
    pub(crate) endpoint: Endpoint,
}

impl<'d> Subscriber<'d> {
    /// A user; nothing is delivered until it is asked for.
    pub(crate) fn of(desk: &'d Desk, who: &str) -> Self {
        Self::calling(desk, Caller::of(desk, who))
    }

    /// The relay's application, with its own permissions.
    pub(crate) fn relay(desk: &'d Desk) -> Self {
        Self::calling(desk, relay(desk))
    }

    pub(crate) fn calling(desk: &'d Desk, caller: Caller<'d>) -> Self {
        desk.control("POST", "/settings", &json!({ "delivery": "off" }));
        Self {
            desk,
            caller,
            endpoint: Endpoint::open(),
        }
    }

    /// What a subscription of an hour takes.
    pub(crate) fn wish(&self, resource: &str, change_type: &str) -> Value {
        json!({
            "changeType": change_type,
            "notificationUrl": self.endpoint.url("/notify"),
            "lifecycleNotificationUrl": self.endpoint.url("/lifecycle"),
            "resource": resource,
            "expirationDateTime": self.desk.later(3_600),
            "clientState": STATE,
        })
    }

    pub(crate) fn try_subscribe(&self, wish: &Value) -> Answer {
        self.caller.post("/subscriptions", wish)
    }

    /// A subscription that is made; the validation requests are taken off the endpoint.
    pub(crate) fn subscribe(&self, resource: &str, change_type: &str) -> Value {
        let answer = self.try_subscribe(&self.wish(resource, change_type));
        assert_eq!(answer.status, 201, "{}", answer.text());
        self.endpoint.all();
        answer.json()
    }

    /// Delivers what is due and gives the items that came.
    pub(crate) fn hear(&self) -> Vec<Value> {
        self.desk.deliver();
        self.endpoint.items()
    }
}

/// Somebody holding a token of the relay's application itself.
pub(crate) fn relay(desk: &Desk) -> Caller<'_> {
    let scope = "https://graph.microsoft.com/.default";
    let answer = credentials(desk, &[("scope", scope)]);
    assert_eq!(answer.status, 200, "{}", answer.text());
    Caller::holding(desk, answer.json()["access_token"].as_str().unwrap())
}

/// The answer to the relay's request for a token of its own, changed as told.
pub(crate) fn credentials(desk: &Desk, changes: &[(&str, &str)]) -> Answer {
    let state = desk.control("GET", "/state", &Value::Null);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (id, secret) = (
        text(&state["relay"]["clientId"]),
        text(&state["relay"]["clientSecret"]),
    );
    let mut pairs = vec![
        ("grant_type", "client_credentials"),
        ("client_id", id.as_str()),
        ("client_secret", secret.as_str()),
    ];
    for (name, value) in changes {
        pairs.retain(|(other, _)| other != name);
        if !value.is_empty() {
            pairs.push((name, value));
        }
    }
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    let url = format!(
        "{}/{}/oauth2/v2.0/token",
        desk.entra(),
        text(&state["tenant"])
    );
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    desk.send("POST", &url, &headers, Some(form)).unwrap()
}

/// The resource of the event's path.
pub(crate) fn resource(place: &str) -> String {
    place.trim_start_matches('/').to_owned()
}

/// The path of a town hall or webinar with this title.
pub(crate) fn event_named(desk: &Desk, title: &str) -> String {
    let place = crate::attendance::session_of(desk, title);
    place.split_once("/sessions/").unwrap().0.to_owned()
}
