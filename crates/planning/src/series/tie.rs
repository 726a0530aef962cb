//! What an event carries so that everybody sees the series it belongs to.
//!
//! The service keeps one short text of the app's with each event (Graph
//! `setExternalEventInformation`), and shows it to organizer and co-organizers. In it stand the
//! series, the event's place in it, and the rule: the series can be told from its events alone, on
//! any machine.

use std::fmt::{self, Display, Formatter};

use virtual_events::{VirtualEvent, WallTime};

use super::Rule;
use super::parse::date_time;
use super::write::CompactTime;
use crate::zones::IanaZone;

/// Longest text that the service keeps, in characters.
pub const LONGEST_EXTERNAL_ID: usize = 256;

/// What the text begins with. The number goes up when an older app would read it wrong.
const MARK: &str = "rostrum-series-1";

/// A series' id: letters and digits, the same on all of its events.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SeriesId(String);

impl SeriesId {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    const LENGTH: usize = 12;

    /// A new id. `chance` gives numbers in `[0, 1)`; 60 bits of it are used.
    pub fn random(mut chance: impl FnMut() -> f64) -> Self {
        let letter = |_| {
            let index = (chance() * 32.0) as usize;
            char::from(Self::LETTERS[index.min(31)])
        };
        Self((0..Self::LENGTH).map(letter).collect())
    }

    /// The id in that text; `None` if it can't be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (4..=40).contains(&text.len());
        let plain = text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'-');
        (fits && plain).then(|| Self(text.to_owned()))
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Which of a series an event is: what can be told at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesPlace {
    /// Which series.
    pub series: SeriesId,
    /// Which of them it is, from 1, among those that were made; 0 if it isn't said.
    pub number: u16,
    /// How many were made; 0 if it isn't said.
    pub of: u16,
}

impl SeriesPlace {
    /// The place of an event; `None` if it belongs to no series that this app knows.
    #[must_use]
    pub fn of_event(event: &VirtualEvent) -> Option<Self> {
        texts(event).find_map(Self::parse)
    }

    /// Reads it off a text without looking at the rule; `None` if the text isn't a tie.
    fn parse(text: &str) -> Option<Self> {
        let (number, of) = part(text, "n")
            .and_then(|it| it.split_once('/'))
            .and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)))
            .unwrap_or_default();
        let series = SeriesId::parse(part(text, "id")?)?;
        Some(Self { series, number, of })
    }
}

/// What is tied to an event, by whichever application: a tenant may have several deployments.
fn texts(event: &VirtualEvent) -> impl Iterator<Item = &str> {
    let kept = event.external_event_information.iter();
    kept.filter_map(|it| it.external_event_id.as_deref())
}

/// A part of a tie by its name, before the rule.
fn part<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let head = text.split("|rule=").next()?;
    let mut parts = head.trim().split('|');
    if parts.next() != Some(MARK) {
        return None;
    }
    let mut pairs = parts.filter_map(|part| part.split_once('='));
    let (_, value) = pairs.find(|(known, _)| *known == name)?;
    Some(value.trim())
}

/// All that an event carries of its series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesTie {
    /// Which series.
    pub series: SeriesId,
    /// Which of them it is, from 1, among those that were made; 0 if it isn't said.
    pub number: u16,
    /// How many were made; 0 if it isn't said.
    pub of: u16,
    /// Start as the rule had it, in the series' zone (`RECURRENCE-ID`): the event's name in the
    /// series, whenever it is moved to.
    pub original: Option<WallTime>,
    /// Start of the first by the rule (`DTSTART`).
    pub first: Option<WallTime>,
    /// The series' zone.
    pub zone: Option<IanaZone>,
    /// The rule; left out if it is too long to be kept.
    pub rule: Option<Rule>,
}

impl SeriesTie {
    /// The tie of an event; `None` if it belongs to no series that this app knows.
    ///
    /// Texts of others are no error.
    #[must_use]
    pub fn of_event(event: &VirtualEvent) -> Option<Self> {
        texts(event).find_map(Self::parse)
    }

    /// Reads a text; `None` if it isn't a tie.
    ///
    /// Parts that can't be read count as not said, except the series; unknown parts are passed over.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let SeriesPlace { series, number, of } = SeriesPlace::parse(text)?;
        let rule = text.split_once("|rule=").map(|(_, rule)| rule);
        let time = |name: &str| part(text, name).and_then(date_time);
        Some(Self {
            series,
            number,
            of,
            original: time("at"),
            first: time("from"),
            zone: part(text, "tz").map(|zone| IanaZone::new(zone.to_owned())),
            rule: rule.and_then(|rule| rule.parse().ok()),
        })
    }

    /// The text to keep with the event; never longer than [`LONGEST_EXTERNAL_ID`].
    ///
    /// A rule that doesn't fit is left out: what else there is still ties the events together.
    #[must_use]
    pub fn to_text(&self) -> String {
        let whole = self.to_string();
        if whole.chars().count() <= LONGEST_EXTERNAL_ID {
            return whole;
        }
        let without = Self {
            rule: None,
            ..self.clone()
        };
        without.to_string()
    }
}

impl Display for SeriesTie {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{MARK}|id={}", self.series.as_str())?;
        if self.number > 0 {
            write!(f, "|n={}/{}", self.number, self.of)?;
        }
        if let Some(original) = self.original {
            write!(f, "|at={}", CompactTime(original))?;
        }
        if let Some(first) = self.first {
            write!(f, "|from={}", CompactTime(first))?;
        }
        if let Some(zone) = &self.zone {
            write!(f, "|tz={zone}")?;
        }
        if let Some(rule) = &self.rule {
            write!(f, "|rule={rule}")?;
        }
        Ok(())
    }
}
