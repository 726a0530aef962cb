//! `$batch`: up to twenty requests in one.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::answer::{answer as answer_one, endpoints as endpoints_of};
use super::batched::{Item, read};
use super::call::Call;
use super::fields;
use super::reply::{Answer, Payload, Refusal, Reply};
use super::visit::Caller;
use crate::control::{Drop, redacted_body};
use crate::running::Ports;
use crate::wire::{Aftermath, ItemNote, Origin, writes};
use crate::world::World;

/// The most requests a batch may have.
const MOST: usize = 20;

/// Answers the batch: 200 with an answer each, unless it can't be read at all.
pub(super) fn answer(
    world: &mut World,
    ports: Ports,
    caller: &Caller,
    call: &Call,
    aftermath: &mut Aftermath,
) -> Answer {
    if call.method != Method::POST {
        return Err(Refusal::no_such_method());
    }
    let body = call.object()?;
    let requests = fields::list(&body, "requests")?
        .ok_or_else(|| Refusal::bad_request("A batch must have 'requests'."))?;
    if requests.is_empty() || requests.len() > MOST {
        return Err(Refusal::bad_request(format!(
            "A batch must have 1 to {MOST} requests."
        )));
    }
    let items = requests
        .iter()
        .map(|request| read(request, call))
        .collect::<Result<Vec<_>, _>>()?;
    check_order(&items)?;

    let mut answered: Vec<(String, Reply)> = Vec::new();
    for mut item in items {
        let failed = item.depends_on.iter().any(|wanted| {
            let before = answered.iter().find(|(id, _)| id == wanted);
            before.is_none_or(|(_, reply)| {
                reply.status.is_client_error() || reply.status.is_server_error()
            })
        });
        let flaw = item
            .flaw
            .take()
            .or_else(|| failed.then(Refusal::failed_dependency));
        let (reply, fault) = perform(world, ports, caller, &item, flaw, aftermath);
        aftermath.items.push(note(&item, &reply, fault));
        answered.push((item.id, reply));
    }
    // The order of the answers is nobody's promise: here the last comes first.
    let responses: Vec<Value> = answered
        .into_iter()
        .rev()
        .map(|(id, reply)| shown(&id, reply))
        .collect();
    Ok(Reply::ok(json!({ "responses": responses })))
}

/// The addresses that must answer a validation request before the batch can be done.
pub(super) fn endpoints(
    world: &mut World,
    ports: Ports,
    caller: &Caller,
    call: &Call,
) -> Vec<String> {
    let Ok(body) = call.object() else {
        return Vec::new();
    };
    let requests = fields::list(&body, "requests").ok().flatten();
    let items = requests
        .into_iter()
        .flatten()
        .take(MOST)
        .filter_map(|request| read(request, call).ok());
    items
        .flat_map(|item| endpoints_of(world, ports, caller, &item.call))
        .collect()
}

/// Whether a fault of the control port took part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Struck {
    Yes,
    No,
}

fn perform(
    world: &mut World,
    ports: Ports,
    caller: &Caller,
    item: &Item,
    flaw: Option<Refusal>,
    aftermath: &mut Aftermath,
) -> (Reply, Struck) {
    let now = world.now();
    let client_request_id = item.call.header("client-request-id");
    if let Some(flaw) = flaw {
        return (flaw.reply(now, client_request_id), Struck::No);
    }
    let fault = world
        .faults
        .strike(Origin::Graph, &item.call.method, &item.target);
    let skips = fault.as_ref().is_some_and(|fault| {
        fault.drop == Some(Drop::Before)
            || fault.status.is_some() && fault.effect == crate::control::Effect::Skipped
    });
    let mut reply = if skips {
        Reply::done()
    } else {
        answer_one(world, ports, caller, &item.call)
            .unwrap_or_else(|refusal| refusal.reply(now, client_request_id))
    };
    let Some(fault) = fault else {
        return (reply, Struck::No);
    };
    aftermath.delay += Duration::from_millis(fault.delay_ms);
    aftermath.hang_up |= fault.drop.is_some();
    if let Some(status) = fault
        .status
        .and_then(|status| StatusCode::from_u16(status).ok())
    {
        reply = Reply {
            status,
            headers: Vec::new(),
            payload: Payload::Json(fault.item_body(status)),
        };
        for (name, value) in &fault.headers {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            // Only the headers that mean something inside a batch.
            match name.to_ascii_lowercase().as_str() {
                "retry-after" => reply.headers.push(("retry-after", text)),
                "www-authenticate" => reply.headers.push(("www-authenticate", text)),
                _ => {}
            }
        }
    } else if let Some(body) = fault.body {
        reply.payload = Payload::Json(body);
    }
    (reply, Struck::Yes)
}

/// All parallel, or all in one chain; every id once and known.
fn check_order(items: &[Item]) -> Result<(), Refusal> {
    for (at, item) in items.iter().enumerate() {
        if items[..at].iter().any(|other| other.id == item.id) {
            return Err(Refusal::bad_request(format!(
                "The id '{}' stands twice.",
                item.id
            )));
        }
    }
    let chained = items
        .iter()
        .filter(|item| !item.depends_on.is_empty())
        .count();
    let each_after_the_one_before = items.windows(2).all(|pair| match pair {
        [before, item] => item.depends_on == [before.id.clone()],
        _ => false,
    });
    if chained == 0 || (chained == items.len() - 1 && each_after_the_one_before) {
        return Ok(());
    }
    Err(Refusal::bad_request(
        "Requests must either all be independent or each depend on the one before.",
    ))
}

fn shown(id: &str, reply: Reply) -> Value {
    let mut headers = serde_json::Map::new();
    for (name, value) in reply.headers {
        let name = if name == "retry-after" {
            "Retry-After"
        } else {
            name
        };
        headers.insert(name.to_owned(), value.into());
    }
    let body = match reply.payload {
        Payload::Empty => Value::Null,
        Payload::Json(value) => {
            headers.insert("Content-Type".to_owned(), "application/json".into());
            value
        }
        Payload::Bytes(kind, bytes) => {
            headers.insert("Content-Type".to_owned(), kind.into());
            STANDARD.encode(bytes).into()
        }
    };
    json!({ "id": id, "status": reply.status.as_u16(), "headers": headers, "body": body })
}

fn note(item: &Item, reply: &Reply, struck: Struck) -> ItemNote {
    let (path, query) = match item.target.split_once('?') {
        Some((path, query)) => (path.to_owned(), Some(query.to_owned())),
        None => (item.target.clone(), None),
    };
    ItemNote {
        id: item.id.clone(),
        method: item.call.method.to_string(),
        path,
        query,
        status: reply.status.as_u16(),
        retry_after: reply
            .headers
            .iter()
            .find(|(name, _)| *name == "retry-after")
            .map(|(_, value)| value.clone()),
        body: writes(&item.call.method)
            .then(|| {
                serde_json::from_slice(&item.call.body)
                    .ok()
                    .map(redacted_body)
            })
            .flatten(),
        fault: struck == Struck::Yes,
    }
}
