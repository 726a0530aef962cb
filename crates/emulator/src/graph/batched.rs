//! One request as it stands in a batch, read and checked alone.

use axum::body::Bytes;
use axum::http::Method;
use serde_json::Value;

use super::call::Call;
use super::fields::{self, Fields};
use super::reply::Refusal;

/// One request as it stands in the batch.
pub(super) struct Item {
    pub(super) id: String,
    /// Path and query with the version in front.
    pub(super) target: String,
    pub(super) call: Call,
    pub(super) depends_on: Vec<String>,
    /// What is wrong with it alone.
    pub(super) flaw: Option<Refusal>,
}

/// Reads one request; only what makes the whole batch unreadable is an error here.
pub(super) fn read(value: &Value, batch: &Call) -> Result<Item, Refusal> {
    let Some(fields) = value.as_object() else {
        return Err(Refusal::bad_request(
            "A request of a batch must be an object.",
        ));
    };
    let needed = |name: &'static str| {
        fields::text(fields, name)?
            .filter(|text| !text.is_empty())
            .ok_or_else(|| {
                Refusal::bad_request(format!("A request of a batch must have '{name}'."))
            })
    };
    let (id, method, url) = (needed("id")?, needed("method")?, needed("url")?);
    let method: Method = method
        .to_ascii_uppercase()
        .parse()
        .map_err(|_| Refusal::bad_request(format!("'{method}' is no method.")))?;
    let depends_on = fields::list(fields, "dependsOn")?
        .into_iter()
        .flatten()
        .map(|id| {
            let id = id.as_str().map(str::to_owned);
            id.ok_or_else(|| Refusal::bad_request("'dependsOn' must be ids."))
        })
        .collect::<Result<_, _>>()?;
    let headers: Vec<(String, String)> = fields::object(fields, "headers")?
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.to_ascii_lowercase(), value.as_str()?.to_owned())))
        .collect();
    let body = fields.get("body").filter(|body| !body.is_null());
    let flaw = flaw(&url, body, &headers, fields);
    let mut call = Call {
        method,
        path: String::new(),
        query: Vec::new(),
        headers,
        body: body
            .map(|body| Bytes::from(body.to_string()))
            .unwrap_or_default(),
        version: batch.version,
        handshakes: batch.handshakes.clone(),
    };
    let version = batch.version.path();
    let target = format!("{version}/{}", url.strip_prefix('/').unwrap_or(&url));
    call.target(&target[version.len()..]);
    Ok(Item {
        id,
        target,
        call,
        depends_on,
        flaw,
    })
}

fn flaw(
    url: &str,
    body: Option<&Value>,
    headers: &[(String, String)],
    fields: &Fields,
) -> Option<Refusal> {
    if url.contains("://") || url.starts_with("/v1.0/") || url.starts_with("/beta/") {
        let message = format!("Invalid batch url '{url}': it must be relative to the version.");
        return Some(Refusal::bad_request(message));
    }
    if url.trim_start_matches('/').starts_with("$batch") {
        return Some(Refusal::bad_request("A batch can't hold another one."));
    }
    let typed = headers.iter().any(|(name, _)| name == "content-type");
    if body.is_some() && !typed {
        let message = "Write request requires content-type header declaration.";
        return Some(Refusal::bad_request(message));
    }
    let odd = fields.keys().find(|key| {
        !matches!(
            key.as_str(),
            "id" | "method" | "url" | "headers" | "body" | "dependsOn"
        )
    })?;
    Some(Refusal::bad_request(format!(
        "A request of a batch has no '{odd}'."
    )))
}
