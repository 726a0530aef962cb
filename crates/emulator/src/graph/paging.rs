//! Lists in pages, with `@odata.nextLink`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::call::Call;
use super::reply::{Answer, Refusal, Reply};
use super::visit::Visit;
use crate::wire::Origin;

/// That no query option is used but these: the pages say that others aren't supported.
pub(super) fn only_options(call: &Call, allowed: &[&str]) -> Result<(), Refusal> {
    let odd = call
        .query
        .iter()
        .map(|(name, _)| name.as_str())
        .find(|name| name.starts_with('$') && *name != "$skiptoken" && !allowed.contains(name));
    match odd {
        None => Ok(()),
        Some(name) => Err(Refusal::bad_request(format!(
            "The query option '{name}' is not supported for this request."
        ))),
    }
}

/// One page of `items`, which come with an id each and are put in the order of the ids: the
/// order is nobody's promise.
pub(super) fn page(visit: &Visit<'_>, context: &str, mut items: Vec<(String, Value)>) -> Answer {
    items.sort_by(|one, other| one.0.cmp(&other.0));
    let total = items.len();
    if let Some(last) = after(visit.call)? {
        items.retain(|(id, _)| *id > last);
    }
    let size = visit.world.settings.page_size;
    let more = items.len() > size;
    items.truncate(size);
    let base = format!("{}/v1.0", visit.ports.base(Origin::Graph));
    let mut body = json!({ "@odata.context": format!("{base}/$metadata#{context}") });
    if counts(visit.call) {
        body["@odata.count"] = total.into();
    }
    if more && let Some((last, _)) = items.last() {
        body["@odata.nextLink"] =
            link_from(visit, &visit.call.path, &visit.call.query, last).into();
    }
    body["value"] = items.into_iter().map(|(_, value)| value).collect();
    Ok(Reply::ok(body))
}

/// A list whose items are worked out by their numbers, and which page of it is meant.
#[derive(Debug)]
pub(super) struct Window {
    /// How many items there are.
    pub(super) total: usize,
    /// Items on a page.
    pub(super) size: usize,
    /// The path of the list, after the version.
    pub(super) path: String,
}

/// One page of items that have numbers, in their order; only those of the page are made.
pub(super) fn numbered(
    visit: &Visit<'_>,
    context: &str,
    window: &Window,
    item: impl FnMut(usize) -> Value,
) -> Answer {
    let first = match after(visit.call)? {
        None => 0,
        Some(text) => text
            .parse::<usize>()
            .map_err(|_| Refusal::bad_request("The $skiptoken is not valid."))?,
    };
    let end = first.saturating_add(window.size).min(window.total);
    let base = format!("{}/v1.0", visit.ports.base(Origin::Graph));
    let mut body = json!({ "@odata.context": format!("{base}/$metadata#{context}") });
    if counts(visit.call) {
        body["@odata.count"] = window.total.into();
    }
    if end < window.total {
        let link = link_from(visit, &window.path, &visit.call.query, &end.to_string());
        body["@odata.nextLink"] = link.into();
    }
    body["value"] = (first..end).map(item).collect();
    Ok(Reply::ok(body))
}

fn counts(call: &Call) -> bool {
    call.option("$count")
        .is_some_and(|count| count.eq_ignore_ascii_case("true"))
}

/// The id that the page before ended with.
pub(super) fn after(call: &Call) -> Result<Option<String>, Refusal> {
    let Some(token) = call.option("$skiptoken") else {
        return Ok(None);
    };
    URL_SAFE_NO_PAD
        .decode(token)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .map(Some)
        .ok_or_else(|| Refusal::bad_request("The $skiptoken is not valid."))
}

/// The address of the page after `last`.
pub(super) fn link_from(
    visit: &Visit<'_>,
    path: &str,
    query: &[(String, String)],
    last: &str,
) -> String {
    let mut link = format!("{}/v1.0{path}?", visit.ports.base(Origin::Graph));
    for (name, value) in query.iter().filter(|(name, _)| name != "$skiptoken") {
        let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
        link.push_str(&format!("{name}={value}&"));
    }
    link.push_str(&format!("$skiptoken={}", URL_SAFE_NO_PAD.encode(last)));
    link
}
