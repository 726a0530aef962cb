//! Events as a table.

use virtual_events::{EventKind, Identity, VirtualEvent};

use crate::csv::{ByteOrderMark, Writer};
use crate::draft::EventDraft;
use crate::zones::ZoneRules;

/// A table of events with the columns that an import reads, and who came to hold which part.
///
/// What an import makes of it are the same events anew.
#[must_use]
pub fn events_table<'e>(
    events: impl IntoIterator<Item = &'e VirtualEvent>,
    rules: &dyn ZoneRules,
) -> String {
    let mut writer = Writer::new(ByteOrderMark::With);
    writer.row(&[
        "Title",
        "Kind",
        "Start date",
        "Start time",
        "End date",
        "End time",
        "Time zone",
        "Status",
        "Audience",
        "Invite only",
        "Capacity",
        "Registration required",
        "E-mail notifications",
        "Co-organizers",
        "Invited attendees",
        "Event id",
    ]);
    for event in events {
        let draft = EventDraft::from_event(event, rules);
        let status = event.status.as_ref().map(ToString::to_string);
        writer.row(&[
            &draft.title,
            kind(event.kind),
            &draft.start_date,
            &draft.start_time,
            &draft.end_date,
            &draft.end_time,
            &draft.zone,
            &status.unwrap_or_default(),
            draft.audience.as_str(),
            if draft.invites() {
                yes(draft.invite_only)
            } else {
                ""
            },
            &draft.capacity,
            yes(draft.registration_required),
            yes(draft.attendee_emails),
            &people(&event.co_organizers),
            &people(&event.invited_attendees),
            event.id.as_str(),
        ]);
    }
    writer.finish()
}

fn kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Townhall => "Town hall",
        EventKind::Webinar => "Webinar",
    }
}

fn yes(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// Addresses, or names where there are none.
fn people(people: &[Identity]) -> String {
    let names: Vec<&str> = people
        .iter()
        .filter_map(|who| who.email.as_deref().or(who.display_name.as_deref()))
        .collect();
    names.join("; ")
}
