//! Graph's `dateTimeTimeZone`.

use serde::{Deserialize, Serialize, de};

use super::{UtcInstant, WallTime, iso};

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

impl<'de> Deserialize<'de> for DateTimeTimeZone {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Shape)
    }
}

/// Takes the object of the metadata and the bare text of some pages.
struct Shape;

impl<'de> de::Visitor<'de> for Shape {
    type Value = DateTimeTimeZone;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a date and time with a zone")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(DateTimeTimeZone::from_text(text.to_owned()))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Wire {
            date_time: String,
            #[serde(default)]
            time_zone: Option<WindowsZone>,
        }
        let wire = Wire::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(DateTimeTimeZone {
            date_time: wire.date_time,
            time_zone: wire.time_zone,
        })
    }
}
