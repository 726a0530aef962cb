//! Who of all came to a call.

use super::super::Tenant;
use super::super::event::{Event, Invitee};
use super::super::registrants::{self, REGISTERED};
use super::calls::{Call, Purpose};
use super::people::{self, Somebody};
use crate::chance::Dice;

/// The people of a call.
#[derive(Debug, Clone)]
pub(super) struct Crowd {
    /// Those who run the event, with their roles.
    pub(super) staff: Vec<(Somebody, &'static str)>,
    /// Those who registered over Graph, with their registrations.
    pub(super) registered: Vec<(Somebody, String)>,
    /// The rest, by their numbers among the people of the event.
    pub(super) numbers: Vec<usize>,
    /// The first of these people, who are known.
    pub(super) known: Vec<Somebody>,
    /// Whether records of odd kinds follow.
    pub(super) odd: bool,
}

impl Crowd {
    /// The people of this call of the event.
    pub(super) fn of(tenant: &Tenant, event: &Event, call: &Call) -> Self {
        let mut crowd = Self {
            staff: staff(tenant, event),
            registered: Vec::new(),
            numbers: Vec::new(),
            known: Vec::new(),
            odd: false,
        };
        if call.purpose == Purpose::Rehearsal {
            return crowd;
        }
        crowd.known = people::known(tenant, event);
        crowd.registered = registered(tenant, event);
        let others = crowd.staff.len() + crowd.registered.len();
        crowd.numbers = numbers(event, crowd.known.len(), others);
        if event.course.restarts > 0 {
            // Not everybody finds back, and some hear of it only then.
            let dice = Dice::of(&event.id).at(call.started_at.as_second().unsigned_abs());
            let share = if call.purpose == Purpose::Again {
                84
            } else {
                93
            };
            crowd
                .numbers
                .retain(|number| dice.at(*number as u64).falls(share));
        }
        crowd.odd = event.course.odd && !call.breaks_off;
        crowd
    }

    /// How many there are, odd records apart.
    pub(super) fn len(&self) -> usize {
        self.staff.len() + self.registered.len() + self.numbers.len()
    }
}

/// Those who run the event, the organizer first.
pub(super) fn staff(tenant: &Tenant, event: &Event) -> Vec<(Somebody, &'static str)> {
    let organizer = people::of_directory(tenant, &event.organizer);
    let helpers = event
        .co_organizers
        .iter()
        .filter(|oid| !event.presenters.iter().any(|other| other.who.is_user(oid)))
        .filter_map(|oid| people::of_directory(tenant, oid));
    let presenters = event
        .presenters
        .iter()
        .filter(|presenter| !presenter.who.is_user(&event.organizer))
        .filter_map(|presenter| match &presenter.who {
            Invitee::User { id } => people::of_directory(tenant, id),
            Invitee::Guest { name, email } => Some(people::from_outside(name, email)),
        });
    organizer
        .into_iter()
        .map(|who| (who, "Organizer"))
        // Reports have no word for co-organizers.
        .chain(helpers.chain(presenters).map(|who| (who, "Presenter")))
        .collect()
}

/// Whoever has taken the trouble to register themselves comes.
fn registered(tenant: &Tenant, event: &Event) -> Vec<(Somebody, String)> {
    event
        .desk
        .registrations
        .iter()
        .filter(|registration| registration.status == REGISTERED)
        .filter_map(|registration| {
            let oid = registration.user.as_deref()?;
            Some((people::of_directory(tenant, oid)?, registration.id.clone()))
        })
        .collect()
}

/// The numbers of those who came, when `known` of the people are known and `others` came anyway.
fn numbers(event: &Event, known: usize, others: usize) -> Vec<usize> {
    let dice = Dice::of(&event.id).at(4);
    let came = |percent: u64| move |number: &usize| dice.at(*number as u64).falls(percent);
    if event.invite_only {
        return (0..known).filter(came(85)).collect();
    }
    if let Some(people) = event.course.people {
        return (0..people.saturating_sub(others)).collect();
    }
    let registrants = event.course.registrants;
    if registrants > 0 {
        let registered = |number: &usize| registrants::status(event, *number) == REGISTERED;
        // One in a dozen got in by a link that somebody forwarded.
        let without = registrants..registrants + registrants.div_ceil(12);
        return (0..registrants)
            .filter(registered)
            .filter(came(62))
            .chain(without)
            .collect();
    }
    let wanted = expected(event, dice);
    let of_house = (0..known).filter(came(66));
    of_house.chain(known..).take(wanted).collect()
}

fn expected(event: &Event, dice: Dice) -> usize {
    let roll = |sides: u64| dice.at(u64::MAX).below(sides);
    let expected = match (event.capacity, event.audience.as_str()) {
        (Some(capacity), _) => capacity.unsigned_abs() * (55 + roll(25)) / 100,
        (None, "organization") => 45 + roll(120),
        (None, _) => 120 + roll(280),
    };
    usize::try_from(expected).unwrap_or(usize::MAX).min(150_000)
}
