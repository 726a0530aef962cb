//! Which events a change is for.

use virtual_events::{EventId, EventStatus, Role};

use super::{cancelled, members_of, three, tie, tied};
use crate::jiff_rules::utc;
use crate::role::WhyNot;
use crate::sample::{mine, townhall, with_status};
use crate::series::{Deed, Excluded, Scope, concerned};

/// Ids of the events in the scope, each with why it stays.
fn scope(
    events: &[virtual_events::MyEvent],
    anchor: &str,
    scope: Scope,
    deed: Deed,
) -> Vec<(String, Option<Excluded>)> {
    let members = members_of(events);
    // after the first and before the second of the three
    let now = utc("2027-03-20T12:00Z");
    let found = concerned(&members, &EventId::from(anchor), scope, deed, now);
    let shown = found
        .iter()
        .map(|one| (one.member.id().as_str().to_owned(), one.excluded));
    shown.collect()
}

fn free(id: &str) -> (String, Option<Excluded>) {
    (id.to_owned(), None)
}

#[test]
fn events_stand_in_the_order_of_their_starts() {
    let mut events = three();
    events.reverse();
    let mut timeless = mine(tied(townhall("e0", "Nowhen"), &tie(1)));
    timeless.event.start = None;
    events.insert(0, timeless);
    events.push(mine(townhall("other", "All hands")));
    let ids: Vec<_> = members_of(&events)
        .iter()
        .map(|it| it.id().as_str().to_owned())
        .collect();
    assert_eq!(ids, ["e1", "e2", "e3", "e0"]);
}

#[test]
fn this_is_one_and_following_are_those_after_it() {
    assert_eq!(scope(&three(), "e2", Scope::This, Deed::Edit), [free("e2")]);
    assert_eq!(
        scope(&three(), "e2", Scope::Following, Deed::Edit),
        [free("e2"), free("e3")]
    );
}

#[test]
fn all_leaves_out_what_is_past() {
    let past = ("e1".to_owned(), Some(Excluded::Begun));
    assert_eq!(
        scope(&three(), "e2", Scope::All, Deed::Edit),
        [past, free("e2"), free("e3")]
    );
    // its texts can still be put right, one at a time
    assert_eq!(scope(&three(), "e1", Scope::This, Deed::Edit), [free("e1")]);
}

#[test]
fn what_is_cancelled_stays_as_it_is() {
    let mut events = three();
    cancelled(&mut events[2]);
    let stays = Some(Excluded::Denied(WhyNot::Cancelled));
    for deed in [Deed::Edit, Deed::Cancel, Deed::Publish] {
        let found = scope(&events, "e3", Scope::This, deed);
        assert_eq!(found, [("e3".to_owned(), stays)], "{deed:?}");
    }
}

#[test]
fn who_only_helps_can_edit_but_not_cancel() {
    let mut events = three();
    for mine in &mut events {
        mine.roles = vec![Role::CoOrganizer];
    }
    let denied = Some(Excluded::Denied(WhyNot::OrganizerOnly));
    assert_eq!(
        scope(&events, "e2", Scope::Following, Deed::Cancel),
        [("e2".to_owned(), denied), ("e3".to_owned(), denied)]
    );
    assert_eq!(scope(&events, "e2", Scope::This, Deed::Edit), [free("e2")]);
}

#[test]
fn only_drafts_can_be_published() {
    let mut events = three();
    events[2].event = with_status(events[2].event.clone(), EventStatus::Draft);
    let published = Some(Excluded::Denied(WhyNot::AlreadyPublished));
    assert_eq!(
        scope(&events, "e2", Scope::Following, Deed::Publish),
        [("e2".to_owned(), published), free("e3")]
    );
}

#[test]
fn an_event_that_isnt_there_concerns_nobody() {
    assert_eq!(scope(&three(), "e9", Scope::Following, Deed::Edit), []);
    assert_eq!(scope(&three(), "e9", Scope::This, Deed::Edit), []);
}
