//! A page of records, and what of it couldn't be read.

use super::AttendanceRecord;

/// Some of a report's records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordPage {
    /// The records, in Graph's order.
    pub records: Vec<AttendanceRecord>,
    /// Those that couldn't be read entirely.
    pub misread: Misread,
}

/// Records that aren't what Graph documents: what could be read of them is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Misread {
    /// How many records lack a member that couldn't be read, or are missing altogether.
    pub records: usize,
    /// Where the first surprise is, as a JSON path such as `$.value[3].identity.id`; never what
    /// stands there.
    pub first: Option<String>,
}

impl Misread {
    pub(super) fn note(&mut self, member: &str, index: usize, place: &str) {
        self.records += 1;
        let path = || ["$.", member, "[", &index.to_string(), "]", place].concat();
        self.first.get_or_insert_with(path);
    }

    /// The two together; the first surprise stays the first.
    #[must_use]
    pub fn joined(self, later: Self) -> Self {
        Self {
            records: self.records + later.records,
            first: self.first.or(later.first),
        }
    }
}
