//! Graph's `dateTimeTimeZone`.

use serde::Serialize;
use serde_json::Value;

use super::{UtcInstant, WallTime, iso};
use crate::json::{FromJson, JsonProblem, Members, deserialize_from_json};

opaque_text! {
    /// Name of a time zone in Windows' naming, such as `W. Europe Standard Time`.
    ///
    /// It may be `UTC`, and it may be a name that exists nowhere: show it raw then.
    WindowsZone
}

impl WindowsZone {
    /// The zone without any offset.
    #[must_use]
    pub fn utc() -> Self {
        Self::from("UTC")
    }

    /// Whether it names UTC.
    #[must_use]
    pub fn is_utc(&self) -> bool {
        ["UTC", "Etc/UTC", "Coordinated Universal Time", "Etc/GMT"]
            .iter()
            .any(|name| self.as_str().eq_ignore_ascii_case(name))
    }
}

/// A local time and the zone it is meant in (Graph type `dateTimeTimeZone`).
///
/// Some pages show a bare ISO text in its place; it is read too: with `Z` or an offset the
/// zone becomes UTC, without either there is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DateTimeTimeZone {
    /// Local wall time without offset as Graph wrote it, for example `2027-03-30T10:00:00`.
    pub date_time: String,
    /// The zone; `None` when the answer has none.
    pub time_zone: Option<WindowsZone>,
}

impl DateTimeTimeZone {
    /// A wall time in a zone.
    #[must_use]
    pub fn new(wall: WallTime, zone: WindowsZone) -> Self {
        Self {
            date_time: wall.to_string(),
            time_zone: Some(zone),
        }
    }

    /// The wall time; `None` when the text is no date and time.
    #[must_use]
    pub fn wall(&self) -> Option<WallTime> {
        WallTime::parse(&self.date_time)
    }

    /// The instant, when it can be told without time zone rules: the zone is UTC.
    #[must_use]
    pub fn utc_instant(&self) -> Option<UtcInstant> {
        self.time_zone.as_ref().filter(|zone| zone.is_utc())?;
        UtcInstant::parse(&self.date_time)
    }

    fn from_text(text: String) -> Self {
        match iso::parse(&text).and_then(|parts| parts.offset) {
            Some(0) => Self {
                date_time: text,
                time_zone: Some(WindowsZone::utc()),
            },
            Some(_) => {
                let utc = UtcInstant::parse(&text).map(|instant| instant.to_string());
                Self {
                    date_time: utc.unwrap_or(text),
                    time_zone: Some(WindowsZone::utc()),
                }
            }
            None => Self {
                date_time: text,
                time_zone: None,
            },
        }
    }
}

/// Takes the object of the metadata and the bare text of some pages.
impl FromJson for DateTimeTimeZone {
    fn from_json(value: Value) -> Result<Self, JsonProblem> {
        match value {
            Value::String(text) => Ok(Self::from_text(text)),
            value => {
                let mut members = Members::of(value)?;
                Ok(Self {
                    date_time: members.read("dateTime")?,
                    time_zone: members.read("timeZone")?,
                })
            }
        }
    }
}

deserialize_from_json! { DateTimeTimeZone }
