//! Creating an event without doubles.
//!
//! Graph has neither a key against doubles nor a creation time. So a lost answer is followed by
//! a look through the organizer's events for drafts with the same title, start, end (with
//! zones) and creator that the caller didn't know before. Taking that knowledge as a parameter
//! keeps a normal create at one request: whoever shows a list of events has it anyway.

use std::time::Duration;

use super::{EventStatus, Events, NewEvent, Role, VirtualEvent};
use crate::error::Error;
use crate::{DateTimeTimeZone, EventId, UserId};

/// What the look after a lost answer goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lookout {
    /// All events that there were before the attempt: they can't be the new one. `None` when nobody
    /// knows them: then an event that could be the new one could as well be an older one.
    pub known: Option<Vec<EventId>>,
    /// The signed-in user; an event of another creator can't be the new one.
    pub creator: Option<UserId>,
}

/// How a create without doubles came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreateOutcome {
    /// The answer came.
    Created(Box<VirtualEvent>),
    /// The answer was lost, but this one event must be what was created.
    Adopted(Box<VirtualEvent>),
    /// The answer was lost, and each of these could be it, or the only one could be older: ask the
    /// user.
    Ambiguous(Vec<VirtualEvent>),
}

/// Creates sent at most; each lost answer is looked after before the next.
const ATTEMPTS: u32 = 3;
/// Time given to the service to finish what it may be doing, before the look.
const SETTLING: Duration = Duration::from_secs(2);

impl Events {
    /// Creates an event once, even when answers get lost.
    ///
    /// Costs one request when all goes well. When the answer is lost (no connection, timeout,
    /// server error, unreadable answer) it waits two seconds and looks through
    /// `getByUserRole(role='organizer')`: one match is adopted if the events before are known, else
    /// it is handed back as several are; none leads to a repetition, at most twice.
    ///
    /// Permission, role and source as for [`create`](Self::create).
    ///
    /// # Errors
    /// Those of [`create`](Self::create). If the look fails too, or the last repetition is lost,
    /// the error of the create, whose [`Error::may_have_happened`] is true.
    pub async fn create_once(
        &self,
        event: &NewEvent,
        lookout: &Lookout,
    ) -> Result<CreateOutcome, Error> {
        let mut attempt = 1;
        loop {
            let error = match self.create(event).await {
                Ok(created) => return Ok(CreateOutcome::Created(Box::new(created))),
                Err(error) if error.may_have_happened() => error,
                Err(error) => return Err(error),
            };
            self.client.runtime().sleep(SETTLING).await;
            let Ok(mut found) = self.created_like(event, lookout).await else {
                return Err(error);
            };
            match (found.len(), found.pop()) {
                (1, Some(found)) if lookout.known.is_some() => {
                    return Ok(CreateOutcome::Adopted(Box::new(found)));
                }
                (_, Some(last)) => {
                    found.push(last);
                    return Ok(CreateOutcome::Ambiguous(found));
                }
                (_, None) if attempt >= ATTEMPTS => return Err(error),
                (_, None) => attempt += 1,
            }
        }
    }

    /// Drafts of the signed-in organizer that could be what a create of `event` has made: same
    /// title, start and end, not known before, not of another creator.
    ///
    /// For whoever repeats a create on their own terms; [`create_once`](Self::create_once) does
    /// it for a single one. Of several creates of equal events only one may be under way, or the
    /// event of one is taken for that of the other.
    ///
    /// Permission `VirtualEvent.Read` or `VirtualEvent.ReadWrite`. Source: Graph pages
    /// "virtualEventTownhall: getByUserRole", "virtualEventWebinar: getByUserRole".
    ///
    /// # Errors
    /// Those of the list. The whole list is needed: with a page missing, no match means nothing.
    pub async fn created_like(
        &self,
        event: &NewEvent,
        lookout: &Lookout,
    ) -> Result<Vec<VirtualEvent>, Error> {
        let mut candidates = self.by_role(Role::Organizer).all().await.complete()?;
        candidates.retain(|candidate| could_be(candidate, event, lookout));
        Ok(candidates)
    }
}

fn could_be(candidate: &VirtualEvent, event: &NewEvent, lookout: &Lookout) -> bool {
    let is_draft = matches!(candidate.status, None | Some(EventStatus::Draft));
    let is_of_another = match (&lookout.creator, candidate.organizer_id()) {
        (Some(creator), Some(organizer)) => creator != organizer,
        _ => false,
    };
    is_draft
        && !is_of_another
        && !lookout.known.iter().flatten().any(|id| *id == candidate.id)
        && same_title(
            candidate.display_name.as_deref(),
            event.display_name.as_deref(),
        )
        && same_time(candidate.start.as_ref(), event.start.as_ref())
        && same_time(candidate.end.as_ref(), event.end.as_ref())
}

/// The service may trim a title; a title not sent may come back as anything.
fn same_title(theirs: Option<&str>, ours: Option<&str>) -> bool {
    ours.is_none_or(|ours| theirs.unwrap_or_default().trim() == ours.trim())
}

/// Wall times are compared as such, since fractions may come back that weren't sent.
fn same_time(theirs: Option<&DateTimeTimeZone>, ours: Option<&DateTimeTimeZone>) -> bool {
    let Some(ours) = ours else { return true };
    theirs.is_some_and(|theirs| {
        let same_wall = match (theirs.wall(), ours.wall()) {
            (Some(theirs), Some(ours)) => theirs == ours,
            _ => theirs.date_time == ours.date_time,
        };
        same_wall && theirs.time_zone == ours.time_zone
    })
}
