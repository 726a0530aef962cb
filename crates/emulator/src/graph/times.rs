//! `dateTimeTimeZone`: read strictly, and compared as instants.

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::{Value, json};

use super::fields::{self, Fields};
use super::reply::Refusal;
use super::shape::Shape;
use crate::tenant::{WallTime, instant_of, is_known_zone};

/// Reads a local time with its zone.
pub(super) fn read(fields: &Fields, name: &'static str) -> Result<Option<WallTime>, Refusal> {
    let Some(object) = fields::object(fields, name)? else {
        return Ok(None);
    };
    let wrong = |message: String| Refusal::bad_property(name, message);
    if let Some(odd) = object
        .keys()
        .find(|key| !matches!(key.as_str(), "dateTime" | "timeZone"))
    {
        return Err(wrong(format!(
            "The property '{odd}' does not exist on dateTimeTimeZone."
        )));
    }
    let text = fields::text(object, "dateTime")?
        .ok_or_else(|| wrong(format!("'{name}' must have a dateTime.")))?;
    let civil: DateTime = Some(&text)
        .filter(|text| text.contains('T'))
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| {
            wrong(format!(
                "'{text}' is no local date and time without an offset."
            ))
        })?;
    let zone = fields::text(object, "timeZone")?
        .ok_or_else(|| wrong(format!("'{name}' must have a timeZone.")))?;
    if !is_known_zone(&zone) {
        return Err(wrong(format!(
            "A valid TimeZone value must be specified. '{zone}' is unknown."
        )));
    }
    let date_time = civil.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    Ok(Some(WallTime {
        date_time,
        time_zone: zone,
    }))
}

/// That the event starts before it ends.
pub(super) fn check_order(start: &WallTime, end: &WallTime) -> Result<(), Refusal> {
    match (instant_of(start), instant_of(end)) {
        (Some(start), Some(end)) if start < end => Ok(()),
        _ => Err(Refusal::bad_property(
            "endDateTime",
            "The end of the event must be after its start.",
        )),
    }
}

/// That the start is still to come.
pub(super) fn check_future(start: &WallTime, now: Timestamp) -> Result<(), Refusal> {
    if instant_of(start).is_some_and(|start| start > now) {
        return Ok(());
    }
    Err(Refusal::bad_property(
        "startDateTime",
        "The start of the event must be in the future.",
    ))
}

/// A local time as JSON, with the fraction that Graph often has.
pub(super) fn object(time: &WallTime, shape: &Shape) -> Value {
    let fraction = if shape.is_mixed() { ".0000000" } else { "" };
    json!({
        "dateTime": format!("{}{fraction}", time.date_time),
        "timeZone": time.time_zone,
    })
}

/// A session's time: an object by the metadata, an ISO string in the examples.
pub(super) fn of_session(time: &WallTime, shape: &Shape) -> Value {
    if shape.as_documented("session times") {
        return json!(instant_of(time).map(|instant| instant.to_string()));
    }
    object(time, shape)
}
