//! The call that carries several.

use serde_json::{Map, Value, json};
use virtual_events::{Batch, BatchItem, Scope};

use super::served::{Call, Served, built};
use crate::client::fields::Fields;

/// Serves `/$batch`.
pub(super) async fn serve(call: &Call<'_>) -> Served {
    if call.method != "POST" || call.has_query() {
        return Served::Unserved;
    }
    let batch = built!(batch(call));
    let answer = call.client.batch(&batch).await;
    Served::one(answer.map(|answer| json!({"responses": answer.parts})))
}

fn batch(call: &Call<'_>) -> Result<Batch, String> {
    let requests: Vec<Value> = call.fields()?.need("requests")?;
    let mut batch = Batch::new([Scope::VirtualEventReadWrite]);
    for request in &requests {
        batch = batch.with(item(&Fields::of(Some(request))?)?);
    }
    Ok(batch)
}

fn item(fields: &Fields<'_>) -> Result<BatchItem, String> {
    let id: String = fields.need("id")?;
    let method: String = fields.need("method")?;
    let url: String = fields.need("url")?;
    let mut item = BatchItem::new(id, method, url);
    let headers: Map<String, Value> = fields.get("headers")?.unwrap_or_default();
    for (name, value) in headers {
        item = item.header(name, value.as_str().unwrap_or_default());
    }
    if let Some(body) = fields.get::<Value>("body")? {
        item = item.body(&body);
    }
    let after: Vec<String> = fields.get("dependsOn")?.unwrap_or_default();
    Ok(after.into_iter().fold(item, BatchItem::after))
}
