//! What is wrong with a row.

use virtual_events::EventId;

use crate::draft::{Problem, Severity};

/// What is wrong with a row, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Line of the file, from 1.
    pub line: usize,
    /// Column of the file, from 0; `None` when it concerns the whole row.
    pub column: Option<usize>,
    /// Whether the row can be sent all the same.
    pub severity: Severity,
    /// What it is.
    pub kind: RowProblemKind,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblemKind {
    /// What the form would say.
    Draft(Problem),
    /// The date means two days, and nobody has said which comes first, day or month.
    DateAmbiguous {
        /// What stands there.
        typed: String,
    },
    /// Neither yes nor no.
    NotYesOrNo {
        /// What stands there.
        typed: String,
    },
    /// Neither town hall nor webinar.
    KindUnknown {
        /// What stands there.
        typed: String,
    },
    /// Webinars have no such thing: it is left out.
    NotOfWebinars,
    /// No audience.
    AudienceUnknown {
        /// What stands there.
        typed: String,
    },
    /// No length of time.
    DurationUnreadable {
        /// What stands there.
        typed: String,
    },
    /// No e-mail address.
    NoEmail {
        /// What stands there.
        typed: String,
    },
    /// The directory doesn't know a co-organizer.
    NotInDirectory {
        /// The address.
        email: String,
    },
    /// The row has another number of cells than the header.
    Ragged {
        /// Cells in the row.
        cells: usize,
        /// Columns of the header.
        columns: usize,
    },
    /// A quote is opened and never closed.
    Unclosed,
    /// An earlier row has the same title and start.
    SameAs {
        /// Its line.
        line: usize,
    },
    /// An event with this title and start exists.
    Exists {
        /// The event.
        event: EventId,
    },
}
