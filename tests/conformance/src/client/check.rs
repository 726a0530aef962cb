//! One example through the client.

use serde_json::{Value, json};
use virtual_events::Error;

use super::address::Address;
use super::calls::{Call, Decoded, Served};
use super::seams::{Documented, Made, run};
use super::{calls, compare, notification};
use crate::examples::Example;

/// Sends an example through the typed client.
///
/// # Errors
/// Why it didn't come out as documented.
pub fn check(example: &Example) -> Result<(), String> {
    if notification::is_to_subscriber(&example.url) {
        return notification::check(example.request.as_ref());
    }
    let address = Address::parse(&example.url);
    let (client, service) = Documented::client(example.status, answer_body(example, &address))?;
    let call = Call {
        client: &client,
        method: &example.method,
        address: &address,
        body: example.request.as_ref(),
    };
    let served = run(calls::serve(&call))?;
    let outcome = match served {
        Served::Outcome(outcome) => outcome,
        Served::Unserved => {
            return Err(format!(
                "no client operation serves {} {}",
                example.method, example.url
            ));
        }
        Served::Unbuildable(why) => return Err(why),
    };
    let made = service.made();
    same_request(example, &address, &made, outcome.as_ref().err())?;
    match outcome {
        Ok(decoded) if example.status < 400 => same_answer(example, decoded),
        Ok(_) => Err(format!("status {} came out as a success", example.status)),
        Err(error) if example.status >= 400 => same_error(example, &error),
        Err(error) => Err(error.to_string()),
    }
}

/// The documented body, or one that could be, where the page shows none.
fn answer_body(example: &Example, address: &Address) -> Vec<u8> {
    if example.status == 204 {
        return Vec::new();
    }
    let body = example.response.clone().unwrap_or_else(|| {
        if address.names().last() == Some(&"getVapidPublicKey") {
            return json!({"value": "BNWw"});
        }
        let mut body = match &example.request {
            Some(Value::Object(request)) => Value::Object(request.clone()),
            _ => json!({"value": [], "responses": []}),
        };
        body["id"] = json!("00000000-0000-4000-8000-000000000000");
        if body.get("requests").is_some() {
            body["responses"] = json!([]);
        }
        body
    });
    body.to_string().into_bytes()
}

/// The client made the documented request, and no other.
fn same_request(
    example: &Example,
    address: &Address,
    made: &[Made],
    error: Option<&Error>,
) -> Result<(), String> {
    let Some(first) = made.first() else {
        return Err(match error {
            Some(error) => format!("nothing was sent: {error}"),
            None => "nothing was sent".to_owned(),
        });
    };
    if first.method != example.method || !Address::parse(&first.url).leads_to(address) {
        return Err(format!("the client made {} {}", first.method, first.url));
    }
    // a failure may be tried again or looked after, a success must cost one request
    if example.status < 400 && made.len() > 1 {
        return Err(format!("the client made {} requests", made.len()));
    }
    match (&example.request, first.body.is_empty()) {
        (None, true) => Ok(()),
        (None, false) => Err("the client sent a body, documented is none".to_owned()),
        (Some(_), true) => Err("the client sent no body".to_owned()),
        (Some(documented), false) => {
            let sent: Value = serde_json::from_slice(&first.body).map_err(|why| why.to_string())?;
            compare::same(documented, &sent)
        }
    }
}

/// Nothing the models know got lost on the way in.
fn same_answer(example: &Example, decoded: Decoded) -> Result<(), String> {
    let Some(documented) = example.response.as_ref().filter(|_| example.status != 204) else {
        return Ok(());
    };
    match decoded {
        Decoded::One(typed) => compare::nothing_lost(unwrapped(documented), &typed),
        Decoded::Many(typed) => {
            let items = documented
                .get("value")
                .ok_or("the documented list has no value")?;
            compare::nothing_lost(items, &typed)
        }
        Decoded::Text(text) if documented.get("value").and_then(Value::as_str) == Some(&text) => {
            Ok(())
        }
        Decoded::Text(text) => Err(format!("decoding made {text:?} of {documented}")),
        Decoded::Nothing => Err("the client makes nothing of the documented answer".to_owned()),
    }
}

fn unwrapped(documented: &Value) -> &Value {
    documented
        .get("value")
        .filter(|inner| inner.is_object())
        .unwrap_or(documented)
}

/// A documented error keeps its status and code.
fn same_error(example: &Example, error: &Error) -> Result<(), String> {
    if error.status().map(|status| status.as_u16()) != Some(example.status) {
        return Err(format!("status {} came out as {error}", example.status));
    }
    let documented = example
        .response
        .as_ref()
        .and_then(|body| body["error"]["code"].as_str());
    if documented.is_some() && error.code() != documented {
        return Err(format!("the error lost its code {documented:?}: {error}"));
    }
    Ok(())
}
