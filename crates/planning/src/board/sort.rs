//! The order of the list.

use virtual_events::{Audience, EventKind, Role, UtcInstant};

use super::{BoardRow, Registration};
use crate::Phase;
use crate::clock::millis;

/// What the list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Column {
    /// What comes next on top: on now and to come by start, then what is over, latest first.
    #[default]
    Next,
    /// By start.
    When,
    /// By title, without regard to case and diacritics.
    Title,
    /// On now, upcoming, draft, ended, cancelled.
    Status,
    /// Organizer before co-organizer.
    Role,
    /// Town halls before webinars.
    Kind,
    /// Everyone before organization.
    Audience,
    /// Required before not required.
    Registration,
    /// By the number of people named.
    People,
}

impl Column {
    /// All columns.
    pub const ALL: [Self; 9] = [
        Self::Next,
        Self::When,
        Self::Title,
        Self::Status,
        Self::Role,
        Self::Kind,
        Self::Audience,
        Self::Registration,
        Self::People,
    ];

    /// Short name for addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::When => "when",
            Self::Title => "title",
            Self::Status => "status",
            Self::Role => "role",
            Self::Kind => "kind",
            Self::Audience => "audience",
            Self::Registration => "registration",
            Self::People => "people",
        }
    }

    /// The column with that short name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// Smallest, earliest, first letter on top.
    #[default]
    Ascending,
    /// The other way round; what isn't known stays at the end.
    Descending,
}

/// Order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Which way.
    pub direction: Direction,
}

impl Sort {
    /// The order after a click on a column's head: that column, and on a second click reversed.
    #[must_use]
    pub fn clicked(self, column: Column) -> Self {
        let again = self.column == column && self.direction == Direction::Ascending;
        let direction = if again {
            Direction::Descending
        } else {
            Direction::Ascending
        };
        Self { column, direction }
    }
}

/// What a row is ordered by; made once a row, so that comparing costs next to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key<'a> {
    Numbers(i64, i64),
    Text(&'a str),
}

/// The key of a row, or `None` where it isn't known: such rows come last either way.
pub(super) fn key(
    row: &BoardRow,
    phase: Phase,
    column: Column,
    now: UtcInstant,
) -> Option<Key<'_>> {
    let number = |number: i64| Some(Key::Numbers(number, 0));
    match column {
        Column::Next => {
            let start = millis(row.starts()?);
            let over = row.ends().unwrap_or(now) <= now && phase != Phase::Upcoming;
            Some(if over {
                Key::Numbers(1, -start)
            } else {
                Key::Numbers(0, start)
            })
        }
        Column::When => number(millis(row.starts()?)),
        Column::Title => {
            let title = row.title_key();
            (!title.is_empty()).then_some(Key::Text(title))
        }
        Column::Status => match phase {
            Phase::Unknown => None,
            phase => number(phase as i64),
        },
        Column::Role => match row.role? {
            Role::Organizer => number(0),
            Role::CoOrganizer => number(1),
        },
        Column::Kind => match row.kind {
            EventKind::Townhall => number(0),
            EventKind::Webinar => number(1),
        },
        Column::Audience => match row.audience.as_ref()? {
            Audience::Everyone => number(0),
            Audience::Organization => number(1),
            Audience::Other(_) => None,
        },
        Column::Registration => match row.registration {
            Registration::Required => number(0),
            Registration::NotRequired => number(1),
            Registration::Unknown => None,
        },
        Column::People => {
            let people = row.people.co_organizers + row.people.invited;
            number(i64::try_from(people).unwrap_or(i64::MAX))
        }
    }
}
