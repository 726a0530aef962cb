//! Search and filters as the query part of an address, so that a view can be shared.

use virtual_events::{EventKind, Role};

use super::{BoardQuery, Column, Direction, Period, Sort};
use crate::Phase;

impl BoardQuery {
    /// Name and value of what differs from the default: `q`, `status`, `role`, `kind`, `when`,
    /// `sort`.
    ///
    /// Several values of one filter are joined by commas; a falling order begins with `-`. Values
    /// are plain text: whoever writes the address encodes them.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let words = self.words.trim();
        if !words.is_empty() {
            pairs.push(("q", words.to_owned()));
        }
        let lists = [
            (
                "status",
                self.phases
                    .iter()
                    .map(|phase| phase.key())
                    .collect::<Vec<_>>(),
            ),
            (
                "role",
                self.roles.iter().map(|role| role_key(*role)).collect(),
            ),
            (
                "kind",
                self.kinds.iter().map(|kind| kind_key(*kind)).collect(),
            ),
        ];
        for (name, keys) in lists {
            if !keys.is_empty() {
                pairs.push((name, keys.join(",")));
            }
        }
        if self.period != Period::Any {
            pairs.push(("when", self.period.key()));
        }
        if self.sort != Sort::default() {
            let mut key = String::new();
            if self.sort.direction == Direction::Descending {
                key.push('-');
            }
            key.push_str(self.sort.column.key());
            pairs.push(("sort", key));
        }
        pairs
    }

    /// The query of such pairs, already decoded.
    ///
    /// Whatever isn't understood is passed over: an address of tomorrow still shows the list.
    #[must_use]
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            match name {
                "q" => query.words = value.to_owned(),
                "status" => query.phases = each(value, Phase::from_key),
                "role" => query.roles = each(value, role_from_key),
                "kind" => query.kinds = each(value, kind_from_key),
                "when" => query.period = Period::from_key(value).unwrap_or_default(),
                "sort" => query.sort = sort_from_key(value).unwrap_or_default(),
                _ => {}
            }
        }
        query
    }
}

fn each<T: PartialEq>(value: &str, read: fn(&str) -> Option<T>) -> Vec<T> {
    let mut found = Vec::new();
    for one in value.split(',').filter_map(read) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

fn sort_from_key(value: &str) -> Option<Sort> {
    let (direction, key) = match value.strip_prefix('-') {
        Some(key) => (Direction::Descending, key),
        None => (Direction::Ascending, value),
    };
    Some(Sort {
        column: Column::from_key(key)?,
        direction,
    })
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Organizer => "organizer",
        Role::CoOrganizer => "co-organizer",
    }
}

fn role_from_key(key: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_key(*role) == key)
}

fn kind_key(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "townhall",
        EventKind::Webinar => "webinar",
    }
}

fn kind_from_key(key: &str) -> Option<EventKind> {
    EventKind::ALL
        .into_iter()
        .find(|kind| kind_key(*kind) == key)
}
