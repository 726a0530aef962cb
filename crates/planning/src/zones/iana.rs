//! A zone by its IANA name.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};
use virtual_events::WindowsZone;

use super::tables::iana::IANA;
use super::windows::{ignoring_case, primary, rows};

/// A time zone by its IANA name, such as `Europe/Berlin`.
///
/// The name isn't checked: a zone that nobody knows stays what it is and has no offsets.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IanaZone(Cow<'static, str>);

impl IanaZone {
    /// UTC.
    pub const UTC: Self = Self(Cow::Borrowed("Etc/UTC"));

    /// The zone of that name.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self(name.into())
    }

    /// The zone a service's zone name stands for, or `None` if nobody knows the name.
    ///
    /// Besides Windows names it takes IANA names (they hold a slash) and the spellings of UTC
    /// that mail servers use. Letter case of Windows names is ignored.
    #[must_use]
    pub fn of_windows(zone: &WindowsZone) -> Option<Self> {
        let name = zone.as_str().trim();
        if let Some(iana) = primary(name) {
            return Some(Self(Cow::Borrowed(iana)));
        }
        let means_utc = ["tzone://Microsoft/Utc", "GMT", "Coordinated Universal Time"];
        if means_utc.iter().any(|utc| name.eq_ignore_ascii_case(utc)) {
            return Some(Self::UTC);
        }
        let looks_iana = name.contains('/') && !name.contains("://");
        looks_iana.then(|| Self(Cow::Owned(name.to_owned())))
    }

    /// The Windows zone to send to the service, or `None` where Windows has none.
    ///
    /// Old and new IANA names both answer. Links the full table of names: for forms only.
    #[must_use]
    pub fn to_windows(&self) -> Option<WindowsZone> {
        // `NO_WINDOWS` lies beyond the table
        let (_, row, _) = entry(&self.0)?;
        rows()
            .nth(usize::from(*row))
            .map(|(name, _)| WindowsZone::new(name))
    }

    /// The same zone under its name of today (`Asia/Calcutta` → `Asia/Kolkata`).
    ///
    /// A name the table doesn't have comes back as it is. Links the full table of names.
    #[must_use]
    pub fn canonical(&self) -> Self {
        entry(&self.0)
            .and_then(|(_, _, today)| IANA.get(usize::from(*today)))
            .map_or_else(|| self.clone(), |(name, _, _)| Self(Cow::Borrowed(name)))
    }

    /// The name as given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The city or region part of the name with blanks: `New York`, `Buenos Aires`.
    #[must_use]
    pub fn city(&self) -> String {
        self.0
            .rsplit('/')
            .next()
            .unwrap_or(&self.0)
            .replace('_', " ")
    }

    /// Whether the name means UTC, for which no rules are needed.
    #[must_use]
    pub fn is_utc(&self) -> bool {
        const NAMES: [&str; 8] = [
            "Etc/UTC",
            "UTC",
            "Etc/UCT",
            "Etc/GMT",
            "GMT",
            "Etc/Universal",
            "Etc/Zulu",
            "Z",
        ];
        NAMES.iter().any(|name| self.0.eq_ignore_ascii_case(name))
    }
}

impl fmt::Display for IanaZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn entry(name: &str) -> Option<&'static (&'static str, u8, u16)> {
    let index = IANA
        .binary_search_by(|entry| ignoring_case(entry.0, name))
        .ok()?;
    IANA.get(index)
}
