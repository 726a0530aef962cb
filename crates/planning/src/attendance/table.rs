//! The people as a table: searched and sorted.

use super::{Attendee, Names, Roll};
use crate::board::Direction;
use crate::clock::millis;
use crate::fold::{Words, fold};

/// What the table is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Column {
    /// By name, without regard to case and diacritics; by number where names are hidden.
    Name,
    /// By e-mail address; by number where names are hidden.
    Email,
    /// By the address's domain; by number where names are hidden.
    Domain,
    /// Organizers first, then presenters, attendees, unknown.
    Part,
    /// By first join.
    #[default]
    FirstJoin,
    /// By last leave.
    LastLeave,
    /// By time there.
    Stay,
    /// By how often they came in.
    Times,
    /// With a registration first.
    Registration,
}

impl Column {
    /// All columns.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Email,
        Self::Domain,
        Self::Part,
        Self::FirstJoin,
        Self::LastLeave,
        Self::Stay,
        Self::Times,
        Self::Registration,
    ];

    /// Short name for addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Domain => "domain",
            Self::Part => "part",
            Self::FirstJoin => "join",
            Self::LastLeave => "leave",
            Self::Stay => "stay",
            Self::Times => "times",
            Self::Registration => "registration",
        }
    }

    /// The column with that short name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }
}

/// What of the table is wanted, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableQuery {
    /// Words that must all be found, without regard to case and diacritics; none finds everybody.
    pub search: String,
    /// Ordered by what.
    pub column: Column,
    /// Which way; who has nothing in that column comes last either way.
    pub direction: Direction,
}

/// The people as a table that can be searched as somebody types; made once a roll.
#[derive(Debug, Clone)]
pub struct Table {
    /// Of each person, folded: what they are called, a line break, then what else a search looks at.
    haystacks: Vec<Box<str>>,
    are_names_shown: Shown,
}

/// What may be seen, and so found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Names,
    Numbers,
}

impl Table {
    /// The table of a roll. Where names are hidden nobody is found by name or address.
    #[must_use]
    pub fn of(roll: &Roll, names: &Names<'_>) -> Self {
        let haystack = |person: &Attendee| {
            let mut text = fold(&names.call(person).unwrap_or_default()).replace('\n', " ");
            let email = person.email.as_deref().filter(|_| names.are_shown());
            for more in [email, Some(person.part.key()), Some(person.kind.key())] {
                text.push('\n');
                text.push_str(&fold(more.unwrap_or_default()));
            }
            text.into_boxed_str()
        };
        Self {
            haystacks: roll.people.iter().map(haystack).collect(),
            are_names_shown: if names.are_shown() {
                Shown::Names
            } else {
                Shown::Numbers
            },
        }
    }

    /// The people wanted, as indices into the roll's [`people`](Roll::people), in the order wanted.
    ///
    /// `roll` is the one that the table was made of.
    #[must_use]
    pub fn rows(&self, roll: &Roll, query: &TableQuery) -> Vec<usize> {
        let words = Words::new(&query.search);
        let people = roll.people.iter().zip(&self.haystacks).enumerate();
        let mut rows: Vec<(Option<Key<'_>>, usize)> = people
            .filter(|(_, (_, haystack))| words.all_in(haystack))
            .map(|(at, (person, haystack))| (self.key(person, haystack, query.column), at))
            .collect();
        // by place in the end: people who are alike in the column stay in the order of arrival
        rows.sort_unstable_by(|(one, at), (other, other_at)| {
            let known = one.is_none().cmp(&other.is_none());
            let by_key = match query.direction {
                Direction::Ascending => one.cmp(other),
                Direction::Descending => other.cmp(one),
            };
            known.then(by_key).then(at.cmp(other_at))
        });
        rows.into_iter().map(|(_, at)| at).collect()
    }

    /// What somebody is ordered by; `None` where it isn't known.
    fn key<'a>(&self, person: &'a Attendee, haystack: &'a str, column: Column) -> Option<Key<'a>> {
        let hidden = self.are_names_shown == Shown::Numbers;
        let text = |text: Option<&'a str>| match hidden {
            true => Some(Key::Number(i64::from(person.number))),
            false => text.filter(|text| !text.is_empty()).map(Key::Text),
        };
        let mut parts = haystack.split('\n');
        match column {
            Column::Name => text(parts.next()),
            Column::Email => text(parts.nth(1)),
            Column::Domain => text(person.domain()),
            Column::Part => Some(Key::Number(-(person.part as i64))),
            Column::FirstJoin => person.first_join().map(|it| Key::Number(millis(it))),
            Column::LastLeave => person.last_leave().map(|it| Key::Number(millis(it))),
            Column::Stay => person.seconds().map(|it| Key::Number(i64::from(it))),
            Column::Times => {
                let times = i64::try_from(person.stays.len()).unwrap_or(i64::MAX);
                (times > 0).then_some(Key::Number(times))
            }
            Column::Registration => {
                let known = person.registration.is_some();
                known.then_some(Key::Number(0))
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Number(i64),
    Text(&'a str),
}
