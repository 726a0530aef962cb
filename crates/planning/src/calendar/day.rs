//! Which events lie on which of the reader's days.

use time::Date;
use virtual_events::UtcInstant;

use crate::Reader;
use crate::board::BoardRow;
use crate::clock::{from_millis, millis};

/// One of the reader's days with its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// Its events, by start, then by title.
    pub entries: Vec<Entry>,
}

/// An event on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Index of its row in the rows that were given.
    pub row: usize,
    /// When it starts, on this day or before.
    pub starts: UtcInstant,
    /// When it ends, on this day or later.
    pub ends: UtcInstant,
    /// How much of it lies on this day.
    pub part: Part,
}

/// How much of an event lies on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// It begins here and goes on.
    First,
    /// It goes on from the day before to the day after.
    Middle,
    /// It ends here.
    Last,
}

/// The days from `first` to `last`, both taken in, each with the events on it.
///
/// An event that ends at midnight isn't on the day that begins then. One without an end, or whose
/// end lies before its start, is taken as ending when it starts. Events whose start isn't known are
/// nowhere.
#[must_use]
pub fn days(rows: &[BoardRow], first: Date, last: Date, reader: &Reader<'_>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    let mut date = Some(first);
    while let Some(day) = date.filter(|day| *day <= last) {
        let entries = Vec::new();
        days.push(Day { date: day, entries });
        date = day.next_day();
    }
    let (Some(from), Some(to)) = (days.first(), last.next_day()) else {
        return days;
    };
    // cheaper than asking for each event's day
    let (from, to) = (
        millis(reader.start_of(from.date)),
        millis(reader.start_of(to)),
    );
    for (row, event) in rows.iter().enumerate() {
        let Some(starts) = event.starts() else {
            continue;
        };
        let ends = event.ends().filter(|ends| *ends > starts).unwrap_or(starts);
        if millis(starts) >= to || millis(ends) < from {
            continue;
        }
        place(&mut days, &Span { row, starts, ends }, reader);
    }
    for day in &mut days {
        day.entries.sort_by(|one, other| {
            let title = |entry: &Entry| rows.get(entry.row).map(|row| row.title.as_str());
            (one.starts, title(one)).cmp(&(other.starts, title(other)))
        });
    }
    days
}

struct Span {
    row: usize,
    starts: UtcInstant,
    ends: UtcInstant,
}

fn place(days: &mut [Day], span: &Span, reader: &Reader<'_>) {
    let Span { row, starts, ends } = *span;
    let first = reader.day(starts);
    // the instant of the end isn't part of it, except of an event without length
    let inside = if ends > starts {
        from_millis(millis(ends) - 1)
    } else {
        ends
    };
    let last = reader.day(inside);
    for day in days {
        if day.date < first || day.date > last {
            continue;
        }
        let part = match (day.date == first, day.date == last) {
            (true, true) => Part::Whole,
            (true, false) => Part::First,
            (false, false) => Part::Middle,
            (false, true) => Part::Last,
        };
        day.entries.push(Entry {
            row,
            starts,
            ends,
            part,
        });
    }
}
