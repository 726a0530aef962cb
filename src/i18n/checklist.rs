//! The look over an event before it is published.

use super::form;
use planning::checklist::{Concern, Point};

pub(crate) const TITLE: &str = "Before you publish";
pub(crate) const GOOD: &str = "fine";
pub(crate) const WARNS: &str = "worth a look";
pub(crate) const BLOCKS: &str = "has to be put right";
pub(crate) const UNKNOWN: &str = "not known yet";

/// A point's name.
pub(crate) const fn point(point: Point) -> &'static str {
    match point {
        Point::Texts => "Title and description",
        Point::Times => "Date and time",
        Point::Length => "Length",
        Point::Zone => "Time zone",
        Point::Presenters => "Presenters",
        Point::Capacity => "Capacity",
        Point::Registration => "Registration",
        Point::People => "Who may come",
        Point::Emails => "E-mail to attendees",
    }
}

/// What there is to know.
pub(crate) fn concern(concern: &Concern) -> String {
    match concern {
        Concern::Form(problem) => form::in_summary(problem),
        Concern::NightThere { hour } => {
            format!(
                "It begins at night where it is planned: {hour}:00 or later. Is the zone the one you mean?"
            )
        }
        Concern::NightHere { hour } => format!(
            "It begins in the night of your own time zone: {hour}:00 or later. Is the zone the one you mean?"
        ),
        Concern::NobodyPresents => "Nobody presents yet.".to_owned(),
        Concern::TooManyPresenters { count, limit } => {
            format!("{count} presenters: Teams takes {limit}.")
        }
        Concern::NoQuestions => {
            "People register with name and address; nothing else is asked.".to_owned()
        }
        Concern::OutsidersInvited { count: 1 } => {
            "1 guest is invited by mail address, but only your organization may come.".to_owned()
        }
        Concern::OutsidersInvited { count } => format!(
            "{count} guests are invited by mail address, but only your organization may come."
        ),
        Concern::NobodyIsTold => {
            "Nobody is invited and e-mail is off: tell people yourself, with the link.".to_owned()
        }
    }
}
