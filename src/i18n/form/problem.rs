//! What is wrong with an input, in words.

use super::field_name;
use planning::draft::{Field, Problem, ProblemKind};
use virtual_events::{UtcInstant, WallTime};

/// A problem with its field's name in front.
pub(crate) fn in_summary(problem: &Problem) -> String {
    let name = field_name(problem.field).unwrap_or_default();
    [name, ": ", &self::problem(problem)].concat()
}

fn clock(wall: WallTime) -> String {
    wall.to_string().get(11..16).unwrap_or_default().to_owned()
}

fn utc_clock(instant: UtcInstant) -> String {
    instant
        .to_string()
        .get(11..16)
        .unwrap_or_default()
        .to_owned()
}

/// What is wrong, and what to do about it.
pub(crate) fn problem(problem: &Problem) -> String {
    match &problem.kind {
        ProblemKind::Missing => match problem.field {
            Field::Title => "Enter a title.".to_owned(),
            Field::Zone => "Choose a time zone.".to_owned(),
            Field::StartTime | Field::EndTime => "Enter a time.".to_owned(),
            _ => "Enter a date.".to_owned(),
        },
        ProblemKind::TooLong { length, limit } => {
            format!("This is {length} characters long; keep it under {limit}.")
        }
        ProblemKind::DateUnreadable { typed } => format!("“{typed}” isn't a date."),
        ProblemKind::TimeUnreadable { typed } => format!("“{typed}” isn't a time."),
        ProblemKind::ZoneUnknown { name } => {
            format!("“{name}” isn't a time zone that Teams knows. Choose one from the list.")
        }
        ProblemKind::TimeSkipped { earlier, later } => format!(
            "The clocks are put forward over this time: it doesn't exist on that day. Did you mean {} or {}?",
            clock(*earlier),
            clock(*later)
        ),
        ProblemKind::TimeTwice { earlier, later, .. } => format!(
            "The clocks are put back: this time comes twice on that day ({} and {} UTC). Choose which you mean.",
            utc_clock(*earlier),
            utc_clock(*later)
        ),
        ProblemKind::StartInPast => "This start has passed. Choose a time to come.".to_owned(),
        ProblemKind::EndNotAfterStart => "The end must be after the start.".to_owned(),
        ProblemKind::LastsTooLong { limit, .. } => {
            format!("Teams ends an event after {} hours.", limit / 60)
        }
        ProblemKind::InviteOnlyNeedsOrganization => {
            "Invite only needs the audience “Your organization”.".to_owned()
        }
        ProblemKind::NobodyInvited => "Nobody is invited yet, so nobody could join.".to_owned(),
        ProblemKind::NotANumber { typed } => format!("“{typed}” isn't a whole number."),
        ProblemKind::NotPositive => "Enter a number above zero, or nothing.".to_owned(),
        ProblemKind::AbovePlan { limit } => {
            format!("Usual plans allow {limit} attendees; yours may allow more.")
        }
        ProblemKind::MoreInvitedThanCapacity { invited, capacity } => {
            format!("{invited} people are invited, but there is room for {capacity}.")
        }
        ProblemKind::RegistrationWithoutEmails => {
            "With e-mail switched off, nobody gets a confirmation of their registration.".to_owned()
        }
        ProblemKind::PersonUnknown { typed } => {
            format!(
                "“{typed}” wasn't found in your directory. Choose somebody from the list, or clear the box."
            )
        }
        ProblemKind::TooManyCoOrganizers { count, limit } => {
            format!("{count} co-organizers: Teams shows {limit} at most.")
        }
        ProblemKind::NoEmail { typed } => format!("“{typed}” isn't an e-mail address."),
        ProblemKind::Twice { who } => format!("{who} is named twice and will be sent once."),
    }
}
