//! What Graph sends, through the parser of deliveries.

use serde_json::Value;
use virtual_events::NotificationCollection;

use super::compare;

/// Whether an example's address stands for the subscriber's own.
pub(crate) fn is_to_subscriber(url: &str) -> bool {
    url.trim_start().starts_with('{') && url.to_ascii_lowercase().contains("notificationurl")
}

/// Reads a documented delivery and looks whether anything the model knows got lost.
pub(crate) fn check(body: Option<&Value>) -> Result<(), String> {
    let body = body.ok_or("the example has no body")?;
    let delivery = NotificationCollection::parse(body.to_string().as_bytes())
        .map_err(|error| error.to_string())?;
    let typed = serde_json::to_value(&delivery).map_err(|why| why.to_string())?;
    compare::nothing_lost(body, &typed)
}
