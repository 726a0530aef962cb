//! A row made into a draft.

use std::cell::RefCell;
use std::collections::BTreeMap;

use virtual_events::{EventKind, UtcInstant};

use super::asked::Asked;
use super::cell::{read_audience, read_kind, read_yes};
use super::date::{DateRead, read_date};
use super::time::{read_minutes, read_time, split};
use super::zone::read_zone;
use super::{Column, Directory, Options, Planned, RowProblem, RowProblemKind, Table};
use crate::csv::{Row, armed};
use crate::draft::{EventDraft, Field, Limits, Severity};
use crate::zones::{IanaZone, ZoneRules};

/// Makes drafts of rows, by what the user has chosen for the file.
pub struct Import<'a> {
    options: &'a Options,
    columns: usize,
    pub(super) directory: &'a Directory,
    now: UtcInstant,
    rules: Asked<'a>,
    limits: Limits,
    /// The zones named so far: finding one takes a while, and a file names few.
    zones: RefCell<BTreeMap<String, Option<IanaZone>>>,
}

impl std::fmt::Debug for Import<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Import").finish_non_exhaustive()
    }
}

/// A row while it is read.
pub(super) struct Reading<'r> {
    row: &'r Row,
    options: &'r Options,
    problems: Vec<RowProblem>,
    /// What is wrong already, so that the form's checks needn't say it again.
    said: Vec<Field>,
}

impl Reading<'_> {
    /// What stands in a column, without the marks against formulas.
    pub(super) fn cell(&self, column: Column) -> &str {
        let index = self.options.mapping.index(column);
        let cell = index.and_then(|index| self.row.cells.get(index));
        cell.map_or("", |cell| armed(cell.trim()).trim())
    }

    pub(super) fn blocks(&mut self, column: Column, kind: RowProblemKind) {
        self.add(column, Severity::Blocks, kind);
    }

    fn add(&mut self, column: Column, severity: Severity, kind: RowProblemKind) {
        let mut column = Some(column);
        let mut index = None;
        while let Some(here) = column {
            index = self.options.mapping.index(here);
            column = here.instead().filter(|_| index.is_none());
        }
        self.problems.push(RowProblem {
            line: self.row.line,
            column: index,
            severity,
            kind,
        });
    }

    fn of_row(&mut self, kind: RowProblemKind) {
        self.problems.push(RowProblem {
            line: self.row.line,
            column: None,
            severity: Severity::Blocks,
            kind,
        });
    }
}

impl<'a> Import<'a> {
    /// For the rows of `table`, at `now`.
    #[must_use]
    pub fn new(
        table: &Table,
        options: &'a Options,
        directory: &'a Directory,
        now: UtcInstant,
        rules: &'a dyn ZoneRules,
        limits: Limits,
    ) -> Self {
        Self {
            options,
            columns: table.headers.len(),
            directory,
            now,
            rules: Asked::new(rules),
            limits,
            zones: RefCell::default(),
        }
    }

    /// The draft of a row, its presenters, and what is wrong with it.
    #[must_use]
    pub fn row(&self, row: &Row) -> Planned {
        let mut reading = Reading {
            row,
            options: self.options,
            problems: Vec::new(),
            said: Vec::new(),
        };
        self.shape(&mut reading);
        let mut draft = EventDraft {
            title: reading.cell(Column::Title).to_owned(),
            description: reading.cell(Column::Description).to_owned(),
            capacity: reading.cell(Column::Capacity).to_owned(),
            zone: self.zone(reading.cell(Column::Zone)),
            ..EventDraft::blank(self.kind(&mut reading))
        };
        self.times(&mut reading, &mut draft);
        switches(&mut reading, &mut draft);
        let (addresses, presenters) = self.people(&mut reading, &mut draft);
        if !draft.invites() {
            left_out(&mut reading, &draft);
        }
        let checked = draft.check(self.now, &self.rules, &self.limits);
        for problem in checked.problems {
            if !reading.said.contains(&problem.field) {
                let (column, severity) = (Column::of(problem.field), problem.severity);
                reading.add(column, severity, RowProblemKind::Draft(problem));
            }
        }
        let start = draft.start(&self.rules).instant();
        Planned {
            line: row.line,
            start,
            presenters,
            addresses,
            problems: reading.problems,
            request: checked.request,
            draft,
        }
    }

    /// As many cells as the header has; empty ones behind the last don't count.
    fn shape(&self, reading: &mut Reading<'_>) {
        let cells = &reading.row.cells;
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty());
        let too_many = filled.is_some_and(|last| last >= self.columns);
        if reading.row.unclosed {
            reading.of_row(RowProblemKind::Unclosed);
        } else if too_many || cells.len() < self.columns {
            let kind = RowProblemKind::Ragged {
                cells: cells.len(),
                columns: self.columns,
            };
            reading.of_row(kind);
        }
    }

    fn kind(&self, reading: &mut Reading<'_>) -> EventKind {
        let typed = reading.cell(Column::Kind).to_owned();
        let kind = read_kind(&typed);
        if kind.is_none() && !typed.is_empty() {
            reading.blocks(Column::Kind, RowProblemKind::KindUnknown { typed });
        }
        kind.unwrap_or(self.options.kind)
    }

    /// The zone's IANA name; what isn't known stays as it is, for the check to complain about.
    fn zone(&self, text: &str) -> String {
        if text.is_empty() {
            return self.options.zone.as_str().to_owned();
        }
        let mut zones = self.zones.borrow_mut();
        let zone = match zones.get(text) {
            Some(known) => known.clone(),
            None => {
                let zone = read_zone(text);
                zones.insert(text.to_owned(), zone.clone());
                zone
            }
        };
        zone.map_or_else(|| text.to_owned(), |zone| zone.as_str().to_owned())
    }

    fn times(&self, reading: &mut Reading<'_>, draft: &mut EventDraft) {
        let duration = reading.cell(Column::Duration).to_owned();
        if !duration.is_empty() {
            match read_minutes(&duration) {
                Some(minutes) => draft.length_minutes = minutes,
                None => {
                    let typed = duration;
                    reading.blocks(
                        Column::Duration,
                        RowProblemKind::DurationUnreadable { typed },
                    );
                }
            }
        }
        let start = self.moment(reading, Column::Start, Column::StartTime, Field::StartDate);
        let end = self.moment(reading, Column::End, Column::EndTime, Field::EndDate);
        draft.set_start(&start.0, &start.1, &self.rules);
        let (mut date, time) = end;
        if date.is_empty() && time.is_empty() {
            // an end that comes of the start can't be had without one
            if draft.start(&self.rules).wall().is_none() {
                reading.said.extend([Field::EndDate, Field::EndTime]);
            }
            return;
        }
        if date.is_empty() {
            date.clone_from(&draft.start_date);
        }
        draft.set_end(&date, &time, &self.rules);
    }

    /// A date as a date input has it, and a time, out of two cells of which one may hold both.
    fn moment(
        &self,
        reading: &mut Reading<'_>,
        date_in: Column,
        time_in: Column,
        field: Field,
    ) -> (String, String) {
        let (date, mut time) = split(reading.cell(date_in));
        let alone = reading.cell(time_in);
        if !alone.is_empty() {
            time = alone.to_owned();
        }
        let time = if time.is_empty() {
            time
        } else {
            read_time(&time)
        };
        if date.is_empty() {
            return (date, time);
        }
        match read_date(&date, self.options.date_order) {
            DateRead::Day(day) => (iso(day), time),
            DateRead::None => (date, time),
            DateRead::Ambiguous => {
                let typed = date;
                reading.blocks(date_in, RowProblemKind::DateAmbiguous { typed });
                reading.said.push(field);
                if field == Field::StartDate {
                    reading.said.extend([Field::EndDate, Field::EndTime]);
                }
                (String::new(), time)
            }
        }
    }
}

/// What is yes or no, and who can come.
fn switches(reading: &mut Reading<'_>, draft: &mut EventDraft) {
    let mut yes = |column, switch: &mut bool| {
        let typed = reading.cell(column).to_owned();
        match read_yes(&typed) {
            Some(yes) => *switch = yes,
            None if typed.is_empty() => {}
            None => reading.blocks(column, RowProblemKind::NotYesOrNo { typed }),
        }
    };
    yes(Column::InviteOnly, &mut draft.invite_only);
    yes(Column::Registration, &mut draft.registration_required);
    yes(Column::AttendeeEmails, &mut draft.attendee_emails);
    let typed = reading.cell(Column::Audience).to_owned();
    match read_audience(&typed) {
        Some(audience) => draft.audience = audience,
        None if typed.is_empty() => {}
        None => reading.blocks(Column::Audience, RowProblemKind::AudienceUnknown { typed }),
    }
}

/// Says of what a webinar can't have that it is left out.
fn left_out(reading: &mut Reading<'_>, draft: &EventDraft) {
    let named = [
        (Column::InviteOnly, draft.invite_only),
        (Column::Capacity, !draft.capacity.is_empty()),
        (Column::Invited, !draft.invited.is_empty()),
    ];
    for (column, is_there) in named {
        if is_there {
            reading.add(column, Severity::Warns, RowProblemKind::NotOfWebinars);
        }
    }
}

/// A date as a date input has it.
fn iso(day: time::Date) -> String {
    let wall = virtual_events::WallTime::new(day.midnight()).to_string();
    wall.get(..10).unwrap_or_default().to_owned()
}
