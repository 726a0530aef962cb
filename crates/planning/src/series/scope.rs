//! Which events of a series a change is for.

use virtual_events::{EventId, UtcInstant};

use super::Member;
use crate::role::{Permissions, WhyNot, strongest};

/// How far a change of one event of a series goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Only to this event.
    This,
    /// To this event and those that start after it.
    Following,
    /// To all of the series.
    All,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Change it.
    Edit,
    /// Publish it.
    Publish,
    /// Call it off.
    Cancel,
}

/// Why an event in the scope stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Excluded {
    /// It has begun, or is over: only a change of itself alone reaches it.
    Begun,
    /// The user may not, or it can't be done any more.
    Denied(WhyNot),
}

/// An event in the scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concerned<'a> {
    /// The event.
    pub member: &'a Member,
    /// Why nothing is done to it; `None` if something is.
    pub excluded: Option<Excluded>,
}

/// The events of `members` (in their order) that a change of the event `anchor` is for.
///
/// Of the others none appear. If `anchor` isn't among them, the scope "this" and "following" are
/// empty.
#[must_use]
pub fn concerned<'a>(
    members: &'a [Member],
    anchor: &EventId,
    scope: Scope,
    deed: Deed,
    now: UtcInstant,
) -> Vec<Concerned<'a>> {
    let at = members.iter().position(|member| member.id() == anchor);
    let chosen = match (scope, at) {
        (Scope::All, _) => members,
        (Scope::This, Some(at)) => &members[at..=at],
        (Scope::Following, Some(at)) => &members[at..],
        (_, None) => &[],
    };
    let excluded = |member: &Member| {
        let role = strongest(&member.mine.roles);
        let may = Permissions::of(role, member.mine.event.status.as_ref(), member.end, now);
        let permission = match deed {
            Deed::Edit => may.edit,
            Deed::Publish => may.publish,
            Deed::Cancel => may.cancel,
        };
        let begun = scope != Scope::This && member.start.is_some_and(|start| start <= now);
        match permission.why_not() {
            // what is cancelled or not mine is said even if it has begun
            Some(why) => Some(Excluded::Denied(why)),
            None => begun.then_some(Excluded::Begun),
        }
    };
    let with_verdict = chosen.iter().map(|member| Concerned {
        member,
        excluded: excluded(member),
    });
    with_verdict.collect()
}
