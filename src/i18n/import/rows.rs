//! Rows and what is wrong with them.

use crate::i18n::{count, form};
use planning::import::{RowProblemKind, RowState};

/// What becomes of a row.
pub(crate) const fn row_state(state: RowState) -> &'static str {
    match state {
        RowState::Ready => "Ready",
        RowState::Warned => "Ready, have a look",
        RowState::Blocked => "Can't be created",
        RowState::Repeated => "Left out",
    }
}

/// What is wrong with a cell or a row.
pub(crate) fn problem(kind: &RowProblemKind) -> String {
    let quoted = |before: &str, typed: &str, after: &str| [before, "“", typed, "”", after].concat();
    match kind {
        RowProblemKind::Draft(problem) => form::problem(problem),
        RowProblemKind::DateAmbiguous { typed } => quoted(
            "",
            typed,
            " could be two days: say above which comes first, day or month.",
        ),
        RowProblemKind::NotYesOrNo { typed } => quoted("", typed, " is neither yes nor no."),
        RowProblemKind::KindUnknown { typed } => quoted(
            "",
            typed,
            " is no kind of event: write “town hall” or “webinar”.",
        ),
        RowProblemKind::NotOfWebinars => "Webinars don't have this; it is left out.".to_owned(),
        RowProblemKind::AudienceUnknown { typed } => quoted(
            "",
            typed,
            " is no audience: write “organization” or “everyone”.",
        ),
        RowProblemKind::DurationUnreadable { typed } => quoted(
            "",
            typed,
            " is no length: write minutes, such as 90, or 1:30.",
        ),
        RowProblemKind::NoEmail { typed } => quoted("", typed, " isn't an e-mail address."),
        RowProblemKind::NotInDirectory { email } => [
            email.as_str(),
            " isn't in your directory. Co-organizers have to be.",
        ]
        .concat(),
        RowProblemKind::Ragged { cells, columns } => [
            "This line has ",
            &count(*cells, "cell"),
            ", but there are ",
            &count(*columns, "column"),
            ". Look for a missing or extra separator.",
        ]
        .concat(),
        RowProblemKind::Unclosed => {
            "A quote is opened in this line and never closed: everything after it is in one cell."
                .to_owned()
        }
        RowProblemKind::SameAs { line } => [
            "The same title and start as in line ",
            &line.to_string(),
            ".",
        ]
        .concat(),
        RowProblemKind::Exists { .. } => "You have an event with this title and start.".to_owned(),
    }
}
