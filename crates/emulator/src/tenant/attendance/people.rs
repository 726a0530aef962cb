//! Who the people of an event are, by number: those who are known first, then made-up ones.

use super::super::event::{Event, Invitee};
use super::super::{DOMAIN, Tenant};
use super::names::{GIVEN, HOMES, NICKNAMES, SURNAMES};
use crate::chance::Dice;

/// Somebody who comes to an event.
#[derive(Debug, Clone)]
pub(crate) struct Somebody {
    /// Object id, or what stands for it.
    pub(crate) id: Option<String>,
    pub(crate) given: String,
    pub(crate) surname: String,
    /// As shown.
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) way: Way,
}

/// How somebody gets in, which the type of their identity tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Member,
    /// By an e-mail address of their own.
    Guest,
    /// Without signing in.
    Anonymous,
    Phone,
}

/// Sizes of the set of people that a crowd is taken from, primes: from the small one the same
/// people come to many events.
const POOLS: [u64; 2] = [3_001, 200_003];

/// Somebody of the directory.
pub(super) fn of_directory(tenant: &Tenant, oid: &str) -> Option<Somebody> {
    let person = tenant.people.get(oid)?;
    Some(Somebody {
        id: Some(person.id.clone()),
        given: person.given.clone(),
        surname: person.surname.clone(),
        name: person.name.clone(),
        email: person.mail.clone(),
        way: Way::Member,
    })
}

/// Somebody from outside whose name and address are known.
pub(super) fn from_outside(name: &str, email: &str) -> Somebody {
    let (given, surname) = name.split_once(' ').unwrap_or((name, ""));
    Somebody {
        id: Some(Dice::of(email).guid()),
        given: given.to_owned(),
        surname: surname.to_owned(),
        name: name.to_owned(),
        email: Some(email.to_owned()),
        way: Way::Guest,
    }
}

/// Those who may come and are known: the invited, or everybody who has nothing to do there.
///
/// The accounts of the choice page do only what is done in their name.
pub(crate) fn known(tenant: &Tenant, event: &Event) -> Vec<Somebody> {
    if event.invite_only {
        let somebody = |who: &Invitee| match who {
            Invitee::User { id } => of_directory(tenant, id),
            Invitee::Guest { name, email } => Some(from_outside(name, email)),
        };
        return event.invited.iter().filter_map(somebody).collect();
    }
    let is_busy = |oid: &str| {
        event.organizer == oid
            || event.co_organizers.iter().any(|other| other == oid)
            || event.presenters.iter().any(|other| other.who.is_user(oid))
            || tenant.accounts.iter().any(|account| account.oid == oid)
    };
    tenant
        .people
        .keys()
        .filter(|oid| !is_busy(oid))
        .filter_map(|oid| of_directory(tenant, oid))
        // A guest of the organization may present under their own address.
        .filter(|somebody| {
            event.presenters.iter().all(|other| match &other.who {
                Invitee::Guest { email, .. } => somebody.email.as_ref() != Some(email),
                Invitee::User { .. } => true,
            })
        })
        .collect()
}

/// The person of the event with this number; all of them are different.
pub(crate) fn numbered(
    tenant: &Tenant,
    event: &Event,
    known: &[Somebody],
    number: usize,
) -> Somebody {
    if let Some(somebody) = known.get(number) {
        return somebody.clone();
    }
    let after = (number - known.len()) as u64;
    let dice = Dice::of(&event.id).at(3);
    let capacity = event
        .capacity
        .and_then(|capacity| usize::try_from(capacity).ok());
    let crowd = event.course.people.or(capacity).unwrap_or_default();
    let pool = POOLS[usize::from(crowd > 2_400)];
    let place = (dice.at(0).below(pool) + after * (1 + dice.at(1).below(pool - 1))) % pool;
    let registered = number < event.course.registrants;
    made_up(tenant, place, way(event, tenant, place, registered))
}

fn way(event: &Event, tenant: &Tenant, place: u64, registered: bool) -> Way {
    let roll = Dice::of(&tenant.id).at(place).at(7).below(100);
    match (event.audience.as_str(), registered) {
        ("organization", true) => Way::Member,
        ("organization", false) => match roll {
            0..95 => Way::Member,
            95..97 => Way::Guest,
            97 => Way::Anonymous,
            _ => Way::Phone,
        },
        (_, true) => match roll {
            0..38 => Way::Member,
            _ => Way::Guest,
        },
        (_, false) => match roll {
            0..34 => Way::Member,
            34..74 => Way::Guest,
            74..95 => Way::Anonymous,
            _ => Way::Phone,
        },
    }
}

fn made_up(tenant: &Tenant, place: u64, way: Way) -> Somebody {
    let dice = Dice::of(&tenant.id).at(place);
    let (given_key, given) = dice.at(0).pick(&GIVEN);
    let (surname_key, surname) = dice.at(1).pick(&SURNAMES);
    let address = |home: &str| Some(format!("{given_key}.{surname_key}{place}@{home}"));
    let home: &&str = dice.at(4).pick(&HOMES);
    let (id, name, email) = match way {
        Way::Member => (
            Some(dice.at(2).guid()),
            format!("{given} {surname}"),
            address(DOMAIN),
        ),
        Way::Guest => (
            Some(dice.at(3).guid()),
            format!("{given} {surname}"),
            address(home),
        ),
        Way::Anonymous if dice.at(5).falls(30) => {
            (None, (*dice.at(6).pick(&NICKNAMES)).to_owned(), None)
        }
        Way::Anonymous => (None, (*given).to_owned(), None),
        Way::Phone => {
            let end = dice.at(8).below(100);
            (None, format!("+47 21 ** ** {end:02}"), None)
        }
    };
    Somebody {
        id,
        given: (*given).to_owned(),
        surname: (*surname).to_owned(),
        name,
        email,
        way,
    }
}
