//! Looking for an event whose create was answered by nothing.

use virtual_events::{Error, EventId, Events, Lookout, NewEvent};

use super::deed::Seen;

/// The event that could be the new one, by title, times and creator, among those not known.
pub(super) async fn look(
    events: &Events,
    new: &NewEvent,
    lookout: impl Fn() -> Lookout,
) -> Result<Seen, Error> {
    // what is known is asked for at the end: others are created while the list is read
    let mut found: Vec<EventId> = events
        .created_like(new, &lookout())
        .await?
        .into_iter()
        .map(|event| event.id)
        .collect();
    let known = lookout().known;
    found.retain(|event| !known.iter().flatten().any(|it| it == event));
    Ok(match (found.len(), found.pop()) {
        // where nobody knows the events before, it could as well be an older one
        (1, Some(event)) if known.is_some() => Seen::There(Some(event)),
        (_, Some(last)) => {
            found.push(last);
            Seen::Several(found)
        }
        (_, None) => Seen::NotThere,
    })
}
