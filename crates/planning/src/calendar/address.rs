//! What of the calendar stands in the address.

use time::Date;

use crate::draft::read_date;

/// How the calendar is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CalendarView {
    /// A month at a glance.
    #[default]
    Month,
    /// A week by the hour.
    Week,
    /// Day after day, as a list.
    Agenda,
}

impl CalendarView {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Month, Self::Week, Self::Agenda];

    /// Its word in the address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Agenda => "agenda",
        }
    }

    /// The view of a word; the month for any other.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let known = Self::ALL.into_iter().find(|it| it.as_str() == word);
        known.unwrap_or_default()
    }
}

/// The day of an address, `2027-03-30`; `None` if it is none.
#[must_use]
pub fn day_of(text: &str) -> Option<Date> {
    read_date(text)
}

/// A day as it stands in an address and in a `datetime` attribute.
#[must_use]
pub fn day_text(day: Date) -> String {
    let text = virtual_events::WallTime::new(day.midnight()).to_string();
    text.get(..10).unwrap_or_default().to_owned()
}
