//! Importing, in words.

mod rows;

use super::event::noun;
use super::{count, form};
use planning::import::{Column, DateOrder, MOST_ROWS, Options, TableProblem};
pub(crate) use rows::{problem, row_state};
use std::time::Duration;
use virtual_events::EventKind;

pub(crate) const TITLE: &str = "Import";
pub(crate) const FILE: &str = "Choose a file";
pub(crate) const FILE_TEXT: &str = "A table with a line of column names and one event a line: CSV, or text copied from a spreadsheet. Title and start are enough. Nothing is sent before you say so.";
pub(crate) const CHOOSE: &str = "CSV file";
pub(crate) const PASTE: &str = "Paste a table instead";
pub(crate) const PASTE_LABEL: &str = "Table, with its column names in the first line";
pub(crate) const USE_PASTED: &str = "Use this table";
pub(crate) const PASTED: &str = "pasted table";
pub(crate) const TEMPLATE: &str = "Download a template";
pub(crate) const TEMPLATE_FILE: &str = "events.csv";
pub(crate) const READING: &str = "Reading the file";
pub(crate) const ANOTHER: &str = "Choose another file";
pub(crate) const OLD_ENCODING: &str = "This file isn't in Unicode";
pub(crate) const OLD_ENCODING_TEXT: &str = "It was read as Windows-1252. Look at accents and special letters below; if they are wrong, save the file as \"CSV UTF-8\" and choose it again.";
pub(crate) const COLUMNS: &str = "Columns";
pub(crate) const SHOW_COLUMNS: &str = "Say what each column holds";
pub(crate) const NOT_USED: &str = "Not used";
pub(crate) const CHOICES: &str = "For all rows";
pub(crate) const ZONE: &str = "Time zone of rows that name none";
pub(crate) const ZONE_HELP: &str = "Type a city.";
pub(crate) const NO_ZONE: &str = "No zone has that name. The last one that was right is used.";
pub(crate) const FINISH: &str = "What becomes of them";
pub(crate) const AS_DRAFTS: &str = "Drafts";
pub(crate) const AS_DRAFTS_HELP: &str = "Nobody is told before you publish them.";
pub(crate) const KIND: &str = "What they are";
pub(crate) const KIND_HELP: &str = "A column “Kind” can say it of each row.";
pub(crate) const PUBLISHED_HELP: &str = "Presenters and attendees get their e-mails at once.";
pub(crate) const REPEATED: &str = "Also create rows that are there already";
pub(crate) const REPEATED_HELP: &str = "Rows with the title and start of an earlier row, or of an event of yours, are left out otherwise.";
pub(crate) const PREVIEW: &str = "Preview";
pub(crate) const ROWS: &str = "Rows";
pub(crate) const PREVIEW_COLUMNS: [&str; 5] = ["Line", "Title", "When", "People", "What is wrong"];
pub(crate) const ONLY_PROBLEMS: &str = "Only rows with something to look at";
pub(crate) const NO_PROBLEMS: &str = "Nothing is wrong with any row.";
pub(crate) const LOOKING: &str = "Looking all rows over…";
pub(crate) const PAGES: &str = "Pages of the preview";
pub(crate) const PREVIOUS: &str = "Previous rows";
pub(crate) const NEXT: &str = "Next rows";
pub(crate) const SEND: &str = "Check and create";
pub(crate) const CHECK: &str = "Check without creating";
pub(crate) const CHECK_FIRST: &str =
    "Check first: it looks everybody up in your directory and creates nothing.";
pub(crate) const NOTHING_TO_SEND: &str = "No row can be created yet.";
pub(crate) const SURE_TEXT: &str =
    "Presenters, co-organizers and attendees get their e-mails as each one is published.";
pub(crate) const NOT_NOW: &str = "Not now";

/// Why there is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    Table(TableProblem),
    /// More bytes than are read.
    TooLarge,
    /// The file is gone, or changed since it was chosen.
    Unreadable,
}

/// What is wrong with a file, and what to do.
pub(crate) fn trouble(trouble: Trouble) -> (&'static str, String) {
    let (title, text) = match trouble {
        Trouble::Table(TableProblem::Empty) => (
            "Nothing stands in this file",
            "Choose another, or begin with the template.",
        ),
        Trouble::Table(TableProblem::NoRows) => (
            "There is one line only",
            "The first line holds the names of the columns, and each line below it an event.",
        ),
        Trouble::Table(TableProblem::TooLong) => {
            let text = [
                "At most ",
                &MOST_ROWS.to_string(),
                " rows are read. Split the file.",
            ];
            return ("This file is too long", text.concat());
        }
        Trouble::Table(TableProblem::NotText) => (
            "This isn't a text file",
            "A spreadsheet has to be saved as CSV first (\"CSV UTF-8\" where it is offered).",
        ),
        Trouble::TooLarge => (
            "This file is too large",
            "At most 50 MB are read. Split the file.",
        ),
        Trouble::Unreadable => (
            "This file couldn't be read",
            "It may have been moved or changed. Choose it again.",
        ),
    };
    (title, text.to_owned())
}

/// How many rows a file has.
pub(crate) fn rows(number: usize) -> String {
    count(number, "row")
}

/// What a column can hold.
pub(crate) const fn column(column: Column) -> &'static str {
    match column {
        Column::Title => form::TITLE,
        Column::Kind => "Kind: town hall or webinar",
        Column::Description => form::DESCRIPTION,
        Column::Start => "Start: date, or date and time",
        Column::StartTime => "Start: time",
        Column::End => "End: date, time, or both",
        Column::EndTime => "End: time",
        Column::Duration => "Duration in minutes",
        Column::Zone => form::ZONE,
        Column::Audience => "Audience",
        Column::InviteOnly => "Invite only",
        Column::Capacity => "Capacity",
        Column::Registration => "Registration required",
        Column::AttendeeEmails => "E-mail notifications",
        Column::CoOrganizers => "Co-organizers",
        Column::Invited => "Invited attendees",
        Column::Presenters => "Presenters",
    }
}

/// A column of the file: its name, or its number where it has none.
pub(crate) fn column_label(header: &str, at: usize) -> String {
    if header.is_empty() {
        ["Column ", &(at + 1).to_string()].concat()
    } else {
        header.to_owned()
    }
}

/// What no event can do without.
pub(crate) fn missing(columns: &[Column]) -> Option<String> {
    let names: Vec<&str> = columns
        .iter()
        .map(|it| match it {
            Column::Title => "the title",
            _ => "the start",
        })
        .collect();
    (!names.is_empty()).then(|| ["Say which column holds ", &names.join(" and "), "."].concat())
}

/// How many columns aren't used.
pub(crate) fn unused(number: usize) -> String {
    match number {
        0 => "All columns are used.".to_owned(),
        number => [count(number, "column").as_str(), " not used."].concat(),
    }
}

/// The question about dates.
pub(crate) fn ambiguous(typed: &str) -> String {
    ["What comes first in dates such as ", typed, "?"].concat()
}

/// Its answers.
pub(crate) const fn date_order(order: DateOrder) -> &'static str {
    match order {
        DateOrder::DayFirst => "The day",
        DateOrder::MonthFirst => "The month",
    }
}

/// How the rows stand.
pub(crate) fn summary(to_send: usize, blocked: usize, repeated: usize) -> String {
    let mut parts = vec![[&rows(to_send), " can be created"].concat()];
    if blocked > 0 {
        parts.push([blocked.to_string().as_str(), " can't"].concat());
    }
    if repeated > 0 {
        parts.push([repeated.to_string().as_str(), " left out as there already"].concat());
    }
    [parts.join(", "), ".".to_owned()].concat()
}

/// Which rows are shown.
pub(crate) fn shown(first: usize, last: usize, all: usize) -> String {
    let [first, last, all] = [first, last, all].map(|it| it.to_string());
    [first.as_str(), "–", &last, " of ", &all].concat()
}

/// People of a row.
pub(crate) fn people(others: usize, presenters: usize) -> String {
    let parts = [(presenters, "presenter"), (others, "other")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| count(number, noun))
        .collect();
    parts.join(", ")
}

/// How the question to the directory stands.
pub(crate) fn asking(done: usize, all: usize) -> String {
    let (done, all) = (done.to_string(), count(all, "person"));
    [
        "Looking up people: ",
        &done,
        " of ",
        &all.replace("persons", "people"),
        ".",
    ]
    .concat()
}

/// Nothing is in the way.
pub(crate) fn checked(rows: usize, of: Of, takes: Duration) -> String {
    let minutes = usize::try_from(takes.as_secs() / 60 + 1).unwrap_or(usize::MAX);
    [
        "Everybody is looked up and nothing is created yet. Creating ",
        &count(rows, of.noun()),
        " takes about ",
        &count(minutes, "minute"),
        ": Microsoft 365 takes 30 writes a minute.",
    ]
    .concat()
}

/// More than one run takes.
pub(crate) fn too_many(rows: usize, most: usize) -> String {
    [
        rows.to_string().as_str(),
        " are too many for one go: ",
        &most.to_string(),
        " at most. Split the file.",
    ]
    .concat()
}

/// The button that creates drafts.
pub(crate) fn create(rows: usize) -> String {
    ["Create ", &count(rows, "draft")].concat()
}

/// The button that creates and publishes.
pub(crate) fn publish(rows: usize, of: Of) -> String {
    ["Create and publish ", &count(rows, of.noun())].concat()
}

/// The question before publishing.
pub(crate) fn sure(rows: usize, of: Of) -> String {
    ["Publish ", &count(rows, of.noun()), "?"].concat()
}

/// What the rows are, as far as it can be said of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// All are of one kind.
    Kind(EventKind),
    /// A column says it of each.
    Each,
}

impl Of {
    /// What is chosen for a file.
    pub(crate) fn options(options: &Options) -> Self {
        match options.mapping.index(Column::Kind) {
            Some(_) => Self::Each,
            None => Self::Kind(options.kind),
        }
    }

    const fn noun(self) -> &'static str {
        match self {
            Self::Kind(kind) => noun(kind),
            Self::Each => "event",
        }
    }
}

/// Rows become what people are told of.
pub(crate) fn published(of: Of) -> String {
    ["Published ", of.noun(), "s"].concat()
}

/// A kind of which all rows are that don't say.
pub(crate) const fn kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "Town halls",
        EventKind::Webinar => "Webinars",
    }
}
