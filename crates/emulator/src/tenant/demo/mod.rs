//! What the demo organization has planned, is running and has behind it.

mod coming;
mod elsewhere;
mod past;
mod today;
mod webinars;

use jiff::Timestamp;

use super::Tenant;
use super::event::Event;
use crate::ident::Ids;

/// Every event of the demo, as it stands at `now`.
pub(super) fn events(tenant: &Tenant, ids: &Ids, now: Timestamp) -> Vec<Event> {
    [
        today::sketches(),
        coming::sketches(),
        past::sketches(),
        webinars::sketches(),
        elsewhere::sketches(),
    ]
    .into_iter()
    .flatten()
    .map(|sketch| {
        let mut event = sketch.event(ids, &tenant.id, now);
        webinars::ask_questions(&mut event, &sketch.key, ids);
        event
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::Timestamp;

    use super::super::{Kind, Part, Role, Status, Tenant, instant_of};
    use crate::ident::Ids;

    fn demo() -> (Tenant, Timestamp) {
        let now: Timestamp = "2027-01-12T09:42:00Z".parse().unwrap();
        (Tenant::demo(&Ids::new(0), now, 0), now)
    }

    #[test]
    fn the_company_is_lived_in() {
        let (tenant, now) = demo();
        let events: Vec<_> = tenant.events.values().collect();
        assert!(events.len() >= 45, "{} events", events.len());
        for status in [Status::Draft, Status::Published, Status::Canceled] {
            let some = events.iter().filter(|event| event.status == status).count();
            assert!(some >= 3, "{some} events are {status:?}");
        }
        let running = |event: &&&super::Event| {
            let (start, end) = (
                instant_of(&event.start).unwrap(),
                instant_of(&event.end).unwrap(),
            );
            event.status == Status::Published && start <= now && now < end
        };
        assert_eq!(events.iter().filter(running).count(), 2, "two are on now");
        let zones: BTreeSet<_> = events.iter().map(|event| &event.start.time_zone).collect();
        assert!(zones.len() >= 8, "{zones:?}");
    }

    #[test]
    fn two_events_of_next_week_want_the_same_presenter_at_once() {
        let (tenant, now) = demo();
        let ana = tenant.cast(Part::Organizer);
        let span = |event: &super::Event| {
            let begins = instant_of(&event.start).unwrap();
            (begins, instant_of(&event.end).unwrap())
        };
        let next_week = |event: &&super::Event| {
            let days = span(event).0.duration_since(now).as_hours() / 24;
            event.organizer == ana && event.status == Status::Published && (6..10).contains(&days)
        };
        let events: Vec<_> = tenant.events.values().filter(next_week).collect();
        let shared = |one: &super::Event, other: &super::Event| {
            let ids = other.presenters.iter().map(|presenter| &presenter.id);
            ids.filter(|id| one.presenters.iter().any(|mine| mine.id == **id))
                .count()
        };
        let conflicts = events.iter().flat_map(|one| {
            let others = events.iter().filter(|other| other.id > one.id);
            others.filter(|other| {
                let ((from, to), (start, end)) = (span(one), span(other));
                from < end && start < to && shared(one, other) == 1
            })
        });
        assert_eq!(conflicts.count(), 1);
    }

    #[test]
    fn the_organizer_has_more_than_a_page_of_town_halls_and_others_have_some_too() {
        let (tenant, _) = demo();
        let ana = tenant.cast(Part::Organizer);
        let jonas = tenant.cast(Part::CoOrganizer);
        let count = |oid: &str, role: Role, kind: Kind| {
            let with_role =
                |event: &&super::Event| event.kind == kind && tenant.role(event, oid) == Some(role);
            tenant.events.values().filter(with_role).count()
        };
        assert!(count(ana, Role::Organizer, Kind::Townhall) > 25);
        assert!(count(ana, Role::CoOrganizer, Kind::Townhall) >= 2);
        assert!(count(ana, Role::Organizer, Kind::Webinar) >= 5);
        assert!(count(jonas, Role::CoOrganizer, Kind::Townhall) >= 5);
    }
}
