//! A meeting while it runs: its calls, and who of those who run the event is in them.

use jiff::Timestamp;

use super::super::Tenant;
use super::super::event::{Event, Status};
use super::people::Way;
use super::{calls, crowd, stay};
use crate::chance::Dice;
use crate::ident::{Ids, spread};

/// A call of the event that has begun.
#[derive(Debug, Clone)]
pub(crate) struct LiveCall {
    /// The id of its report.
    pub(crate) id: String,
    pub(crate) started_at: Timestamp,
    /// When it ends, which may be later than now.
    pub(crate) ended_at: Timestamp,
    /// Those who run the event: attendees watch a stream and stand in no roster.
    pub(crate) roster: Vec<Participant>,
}

/// Somebody in a call.
#[derive(Debug, Clone)]
pub(crate) struct Participant {
    /// Object id, for people of the directory.
    pub(crate) user: Option<String>,
    pub(crate) name: String,
    pub(crate) joined_at: Timestamp,
    /// When they leave, which may be later than now.
    pub(crate) left_at: Timestamp,
}

/// The calls that have begun at `now`, the first one first.
pub(crate) fn live_calls(tenant: &Tenant, event: &Event, now: Timestamp) -> Vec<LiveCall> {
    if event.status != Status::Published {
        return Vec::new();
    }
    let ids = Ids::new(spread(&event.id));
    let begun = calls::of(event)
        .into_iter()
        .filter(|call| call.started_at <= now);
    begun
        .map(|call| {
            let id = ids.named(&call.name);
            let dice = Dice::of(&id);
            let staff = crowd::staff(tenant, event).into_iter().enumerate();
            let roster = staff.map(|(number, (who, _))| {
                let stay = stay::of_staff(&call, dice.at(number as u64), number);
                Participant {
                    user: who.id.filter(|_| who.way == Way::Member),
                    name: who.name,
                    joined_at: stay.joined,
                    left_at: stay.left.unwrap_or(call.ended_at),
                }
            });
            LiveCall {
                roster: roster.collect(),
                id,
                started_at: call.started_at,
                ended_at: call.ended_at,
            }
        })
        .collect()
}

/// The ids of the reports on calls that were over at `at`; cheaper than the reports.
pub(crate) fn report_ids(event: &Event, at: Timestamp) -> Vec<String> {
    if event.status != Status::Published || event.course.unreported {
        return Vec::new();
    }
    let ids = Ids::new(spread(&event.id));
    let over = calls::of(event)
        .into_iter()
        .filter(|call| call.ended_at <= at);
    over.map(|call| ids.named(&call.name)).collect()
}
