//! Checks of dates, times and zone.

use virtual_events::UtcInstant;

use super::follow::length_millis;
use super::moment::Moment;
use super::typed::{read_date, read_time};
use super::{EventDraft, Field, Limits, Problem, ProblemKind};
use crate::clock::{MINUTE, millis, wall_millis};
use crate::zones::{Offset, ZoneRules};

/// The inputs of one of the two times.
struct Inputs<'a> {
    date: (Field, &'a str),
    time: (Field, &'a str),
}

pub(super) fn check(
    draft: &EventDraft,
    now: UtcInstant,
    rules: &dyn ZoneRules,
    limits: &Limits,
    problems: &mut Vec<Problem>,
) {
    zone(draft, problems);
    let (start, end) = (draft.start(rules), draft.end(rules));
    let start_inputs = Inputs {
        date: (Field::StartDate, &draft.start_date),
        time: (Field::StartTime, &draft.start_time),
    };
    let end_inputs = Inputs {
        date: (Field::EndDate, &draft.end_date),
        time: (Field::EndTime, &draft.end_time),
    };
    moment(start, &start_inputs, problems);
    moment(end, &end_inputs, problems);

    if start.instant().is_some_and(|start| start <= now) {
        // the date is wrong, or only the hour
        let yesterday = millis(now) - 24 * 60 * MINUTE;
        let long_past = start
            .instant()
            .is_some_and(|start| millis(start) < yesterday);
        let field = if long_past {
            Field::StartDate
        } else {
            Field::StartTime
        };
        problems.push(Problem::blocks(field, ProblemKind::StartInPast));
    }
    length(draft, start, end, limits, problems);
}

fn zone(draft: &EventDraft, problems: &mut Vec<Problem>) {
    let name = draft.zone.trim();
    if name.is_empty() {
        problems.push(Problem::blocks(Field::Zone, ProblemKind::Missing));
    } else if draft.iana_zone().to_windows().is_none() {
        let kind = ProblemKind::ZoneUnknown {
            name: name.to_owned(),
        };
        problems.push(Problem::blocks(Field::Zone, kind));
    }
}

fn moment(moment: Moment, inputs: &Inputs<'_>, problems: &mut Vec<Problem>) {
    let kind = match moment {
        Moment::Unreadable => return unreadable(inputs, problems),
        Moment::Skipped { earlier, later } => ProblemKind::TimeSkipped { earlier, later },
        Moment::Twice {
            wall,
            earlier,
            later,
        } => {
            let offset = |instant| {
                let seconds = (wall_millis(wall) - millis(instant)) / 1000;
                Offset::from_seconds(i32::try_from(seconds).unwrap_or(0))
            };
            let (earlier_offset, later_offset) = (offset(earlier), offset(later));
            ProblemKind::TimeTwice {
                earlier,
                earlier_offset,
                later,
                later_offset,
            }
        }
        Moment::Elsewhere(_) | Moment::At { .. } => return,
    };
    problems.push(Problem::blocks(inputs.time.0, kind));
}

fn unreadable(inputs: &Inputs<'_>, problems: &mut Vec<Problem>) {
    let ((date_field, date), (time_field, time)) = (inputs.date, inputs.time);
    let typed = |text: &str| text.trim().to_owned();
    if date.trim().is_empty() {
        problems.push(Problem::blocks(date_field, ProblemKind::Missing));
    } else if read_date(date).is_none() {
        let kind = ProblemKind::DateUnreadable { typed: typed(date) };
        problems.push(Problem::blocks(date_field, kind));
    }
    if time.trim().is_empty() {
        problems.push(Problem::blocks(time_field, ProblemKind::Missing));
    } else if read_time(time).is_none() {
        let kind = ProblemKind::TimeUnreadable { typed: typed(time) };
        problems.push(Problem::blocks(time_field, kind));
    }
}

fn length(
    draft: &EventDraft,
    start: Moment,
    end: Moment,
    limits: &Limits,
    problems: &mut Vec<Problem>,
) {
    let Some(length) = length_millis(start, end) else {
        return;
    };
    if length <= 0 {
        let same_day = read_date(&draft.start_date) == read_date(&draft.end_date);
        let field = if same_day {
            Field::EndTime
        } else {
            Field::EndDate
        };
        problems.push(Problem::blocks(field, ProblemKind::EndNotAfterStart));
    } else if length > i64::from(limits.longest_minutes) * MINUTE {
        let minutes = u32::try_from(length / MINUTE).unwrap_or(u32::MAX);
        let kind = ProblemKind::LastsTooLong {
            minutes,
            limit: limits.longest_minutes,
        };
        problems.push(Problem::warns(Field::EndDate, kind));
    }
}
