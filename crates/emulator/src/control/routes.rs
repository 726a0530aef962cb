//! The addresses of the control port, all JSON.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::faults::Fault;
use super::{attendance, events, state, subscriptions};
use crate::settings::Settings;
use crate::world::{Shared, World};

/// Everything the control port answers.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/", get(index))
        .route("/reset", post(reset))
        .route("/clock", get(clock).post(turn_clock))
        .route("/faults", get(faults).post(add_faults).delete(clear_faults))
        .route("/journal", get(journal).delete(clear_journal))
        .route("/state", get(state::state))
        .route("/events", post(events::change))
        .route("/attendance", post(attendance::change))
        .route("/subscriptions", get(subscriptions::list))
        .route("/notifications", post(subscriptions::notify))
        .route("/lifecycle", post(subscriptions::lifecycle))
        .route("/deliver", post(subscriptions::deliver))
        .route("/settings", get(settings).post(change_settings))
        .route("/consent", post(consent))
        .route("/revoke", post(revoke))
}

pub(super) type Answer = Result<Json<Value>, Refused>;

/// A request the control port can't make sense of, with the reason.
#[derive(Debug)]
pub(super) struct Refused(pub(super) String);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, Json(json!({ "error": self.0 }))).into_response()
    }
}

/// Reads a body; none at all means the defaults.
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refused> {
    let text: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(text).map_err(|why| Refused(why.to_string()))
}

async fn index() -> Json<Value> {
    Json(json!({
        "reset": "POST {now?, events?}",
        "clock": "GET; POST {now?, advance_s?, freeze?}",
        "faults": "GET; POST a list of {match: {origin?, method?, path_regex?}, times?, delay_ms?, \
                   drop?, status?, body?, headers?, effect?, cors?}; DELETE",
        "journal": "GET; DELETE",
        "state": "GET",
        "events": "POST {id, title?, html?}",
        "attendance": "POST {event, people?, stays?, odd?, overrun_min?, restarts?, rehearsal?, \
                       reports?, link?, registrants?}",
        "subscriptions": "GET",
        "notifications": "POST {subscription?, resource?, changeType?, odd?}",
        "lifecycle": "POST {subscription, event}",
        "deliver": "POST: tries everything that is due, once",
        "settings": "GET; POST any of its fields",
        "consent": "POST {account, grant?, revoke?}; account * is everybody",
        "revoke": "POST {account?}: ends sessions and tokens",
    }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    now: Option<Timestamp>,
    events: Option<usize>,
}

async fn reset(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let Reset { now, events } = read(&body)?;
    let config = &shared.config;
    let fresh = World::fresh(
        config.seed,
        now.or(config.now),
        events.unwrap_or(config.events),
    );
    let mut world = shared.world();
    // The count goes on, so that the state file is seen to be behind.
    let touched = world.touched;
    *world = World { touched, ..fresh };
    let mut answer = shown_clock(&world);
    answer["events"] = world.tenant.events.len().into();
    Ok(Json(answer))
}

pub(super) fn shown_clock(world: &World) -> Value {
    json!({ "now": world.now(), "frozen": world.clock.is_frozen() })
}

async fn clock(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(shown_clock(&shared.world()))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TurnClock {
    now: Option<Timestamp>,
    advance_s: Option<f64>,
    freeze: Option<bool>,
}

async fn turn_clock(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let wish: TurnClock = read(&body)?;
    let mut world = shared.world();
    if let Some(now) = wish.now {
        world.clock.set(now);
    }
    if let Some(seconds) = wish.advance_s {
        world.clock.advance(seconds);
    }
    match wish.freeze {
        Some(true) => world.clock.freeze(),
        Some(false) => world.clock.thaw(),
        None => {}
    }
    Ok(Json(shown_clock(&world)))
}

async fn faults(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(shared.world().faults.list())
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    Many(Vec<Value>),
    One(Value),
}

async fn add_faults(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let rules = match read(&body)? {
        OneOrMany::Many(rules) => rules,
        OneOrMany::One(rule) => vec![rule],
    };
    let rules = rules
        .into_iter()
        .map(|rule| serde_json::from_value::<Fault>(rule).map_err(|why| Refused(why.to_string())))
        .collect::<Result<Vec<_>, _>>()?;
    let mut world = shared.world();
    for rule in rules {
        world.faults.add(rule).map_err(Refused)?;
    }
    Ok(Json(world.faults.list()))
}

async fn clear_faults(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.world().faults.clear();
    StatusCode::NO_CONTENT
}

async fn journal(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(Value::Array(shared.world().journal.lines().to_vec()))
}

async fn clear_journal(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.world().journal.clear();
    StatusCode::NO_CONTENT
}

async fn settings(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!(shared.world().settings))
}

async fn change_settings(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let wish: serde_json::Map<String, Value> = read(&body)?;
    let mut world = shared.world();
    let mut merged = json!(world.settings);
    for (name, value) in wish {
        merged[name.as_str()] = value;
    }
    let settings: Settings =
        serde_json::from_value(merged).map_err(|why| Refused(why.to_string()))?;
    if settings.page_size == 0 || settings.records_page_size == 0 {
        return Err(Refused("a page must have at least 1 item".into()));
    }
    world.settings = settings;
    Ok(Json(json!(world.settings)))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Consent {
    account: String,
    #[serde(default)]
    grant: Vec<String>,
    #[serde(default)]
    revoke: Vec<String>,
}

async fn consent(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let wish: Consent = read(&body)?;
    let mut world = shared.world();
    let accounts = chosen(&world, &wish.account)?;
    for oid in &accounts {
        world
            .tenant
            .grants
            .give(oid, wish.grant.iter().map(String::as_str));
        world
            .tenant
            .grants
            .take(oid, wish.revoke.iter().map(String::as_str));
    }
    let scopes = accounts
        .iter()
        .map(|oid| (oid.clone(), json!(world.tenant.grants.of(oid))));
    Ok(Json(Value::Object(scopes.collect())))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Revoke {
    #[serde(default = "everybody")]
    account: String,
}

fn everybody() -> String {
    "*".to_owned()
}

async fn revoke(State(shared): State<Arc<Shared>>, body: Bytes) -> Answer {
    let wish: Revoke = read(&body)?;
    let mut world = shared.world();
    for oid in chosen(&world, &wish.account)? {
        world.issued.revoke(&oid);
        let now = world.now();
        world.subscriptions.revoke(&oid, now);
    }
    Ok(Json(json!({})))
}

fn chosen(world: &World, account: &str) -> Result<Vec<String>, Refused> {
    if account == "*" {
        return Ok(world
            .tenant
            .accounts
            .iter()
            .map(|account| account.oid.clone())
            .collect());
    }
    let found = world
        .tenant
        .account(account)
        .map(|account| vec![account.oid.clone()]);
    found.ok_or_else(|| Refused(format!("no account {account:?}")))
}
