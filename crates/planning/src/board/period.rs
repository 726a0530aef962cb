//! The stretch of days somebody wants to see.

use time::{Date, Duration, Month};
use virtual_events::UtcInstant;

use crate::Reader;

/// Days of the reader's calendar within which an event must lie, at least in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Period {
    /// No limit; the only one that shows events whose times aren't known.
    #[default]
    Any,
    /// This day.
    Today,
    /// Today and the six days after it.
    Next7Days,
    /// Today and the 29 days after it.
    Next30Days,
    /// The 30 days before today.
    Last30Days,
    /// Everything that is over.
    Past,
    /// From the first to the last of two days, both included.
    Between(Date, Date),
}

impl Period {
    /// Whether an event with these times lies in it, at least in part.
    #[must_use]
    pub fn holds(
        self,
        start: Option<UtcInstant>,
        end: Option<UtcInstant>,
        reader: &Reader<'_>,
    ) -> bool {
        self.bounds(reader).hold(start, end)
    }

    /// The instants it runs between: looked up once, then compared with many events.
    pub(super) fn bounds(self, reader: &Reader<'_>) -> Bounds {
        let today = reader.today();
        let days = |first: i64, after_last: i64| Bounds::Between {
            from: reader.start_of(today.saturating_add(Duration::days(first))),
            until: reader.start_of(today.saturating_add(Duration::days(after_last))),
        };
        match self {
            Self::Any => Bounds::None,
            Self::Today => days(0, 1),
            Self::Next7Days => days(0, 7),
            Self::Next30Days => days(0, 30),
            Self::Last30Days => days(-30, 0),
            Self::Past => Bounds::Over(reader.now),
            Self::Between(one, other) => Bounds::Between {
                from: reader.start_of(one.min(other)),
                until: reader.start_of(one.max(other).saturating_add(Duration::DAY)),
            },
        }
    }

    /// Text for addresses: `today`, `7d`, `30d`, `-30d`, `past` or `2027-01-01..2027-01-31`.
    #[must_use]
    pub fn key(self) -> String {
        let fixed = match self {
            Self::Any => "any",
            Self::Today => "today",
            Self::Next7Days => "7d",
            Self::Next30Days => "30d",
            Self::Last30Days => "-30d",
            Self::Past => "past",
            Self::Between(one, other) => {
                return format!("{}..{}", iso(one.min(other)), iso(one.max(other)));
            }
        };
        fixed.to_owned()
    }

    /// The period of such a text.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let fixed = [
            Self::Any,
            Self::Today,
            Self::Next7Days,
            Self::Next30Days,
            Self::Last30Days,
            Self::Past,
        ];
        fixed
            .into_iter()
            .find(|period| period.key() == key)
            .or_else(|| {
                let (one, other) = key.split_once("..")?;
                let (one, other) = (read_iso(one)?, read_iso(other)?);
                Some(Self::Between(one.min(other), one.max(other)))
            })
    }
}

/// A period as instants.
#[derive(Debug, Clone, Copy)]
pub(super) enum Bounds {
    None,
    Between { from: UtcInstant, until: UtcInstant },
    Over(UtcInstant),
}

impl Bounds {
    pub(super) fn hold(self, start: Option<UtcInstant>, end: Option<UtcInstant>) -> bool {
        match self {
            Self::None => true,
            Self::Over(now) => end.or(start).is_some_and(|end| end <= now),
            Self::Between { from, until } => match (start.or(end), end.or(start)) {
                // an event that ends as the period begins lies before it
                (Some(start), Some(end)) => start < until && (end > from || start >= from),
                _ => false,
            },
        }
    }
}

fn iso(day: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    )
}

fn read_iso(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    if parts.next().is_some() {
        return None;
    }
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}
