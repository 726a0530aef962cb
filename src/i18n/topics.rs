//! The parts of an event, as they are compared and changed.

use super::form;
use planning::draft::Topic;

/// What somebody chooses as a whole.
pub(crate) const fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Title => form::TITLE,
        Topic::Description => form::DESCRIPTION,
        Topic::When => "Date and time",
        Topic::Registration => "Registration required",
        Topic::AttendeeEmails => "E-mail notifications",
        Topic::CoOrganizers => "Co-organizers",
        Topic::InvitedAttendees => "Invited attendees",
    }
}

pub(crate) fn topics(topics: &[Topic]) -> String {
    let names: Vec<_> = topics.iter().map(|it| topic(*it)).collect();
    names.join(", ")
}
