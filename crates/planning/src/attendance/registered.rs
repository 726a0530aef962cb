//! Who had registered, and who came.

use std::collections::HashMap;

use virtual_events::{Registration, RegistrationId, RegistrationStatus};

use super::Roll;
use super::who::Marks;

/// A registration and the person who came with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Came {
    /// Index of the registration in the list given.
    pub registration: usize,
    /// Index of the person in the roll's people.
    pub person: usize,
}

/// Who had registered, and who came; of the audience, since nobody else registers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Registered {
    /// Registrations whose people came, in the order of the roll. Also withdrawn ones.
    pub came: Vec<Came>,
    /// Registrations that stand and whose people didn't come, as indices. Withdrawn, refused,
    /// waiting and pending ones are left out.
    pub did_not_come: Vec<usize>,
    /// People who came without a registration, as indices into the roll's people: their records name
    /// none, and neither their id nor their address is in the list.
    pub without: Vec<usize>,
    /// How many came with a registration that isn't in the list: all of them without a list.
    pub not_in_list: usize,
}

impl Registered {
    /// Maps people to registrations: by the registration's id, which the record of a webinar's
    /// attendee names, else by user id, else by e-mail address.
    ///
    /// The list may be any part of all registrations, or empty: a browser can't list them. Then it is
    /// still known how many came with one and without, but [`did_not_come`](Self::did_not_come) is
    /// about those in the list only.
    #[must_use]
    pub fn of(roll: &Roll, registrations: &[Registration]) -> Self {
        let marks: Vec<Marks<'_>> = registrations
            .iter()
            .map(|it| Marks::new(it.user_id.as_ref().map(AsRef::as_ref), it.email.as_deref()))
            .collect();
        let mut by_registration: HashMap<&RegistrationId, usize> = HashMap::new();
        let mut by_user: HashMap<&str, usize> = HashMap::new();
        let mut by_email: HashMap<&str, usize> = HashMap::new();
        for (at, registration) in registrations.iter().enumerate() {
            by_registration.entry(&registration.id).or_insert(at);
        }
        // of somebody's several registrations the one that stands is meant
        let standing_first = (0..registrations.len())
            .filter(|at| stands(&registrations[*at]))
            .chain((0..registrations.len()).filter(|at| !stands(&registrations[*at])));
        for at in standing_first {
            if let Some(user) = marks[at].id.as_deref() {
                by_user.entry(user).or_insert(at);
            }
            if let Some(email) = marks[at].email.as_deref() {
                by_email.entry(email).or_insert(at);
            }
        }
        let mut registered = Self::default();
        let mut has_come = vec![false; registrations.len()];
        for (person, attendee) in roll.people.iter().enumerate() {
            if !attendee.is_audience() {
                continue;
            }
            let id = attendee.id.as_ref().map(AsRef::as_ref);
            let marks = Marks::new(id, attendee.email.as_deref());
            let named = attendee.registration.as_ref();
            let by_marks = || {
                let by_user = marks.id.as_deref().and_then(|id| by_user.get(id));
                by_user.or_else(|| by_email.get(marks.email.as_deref()?))
            };
            let found = named
                .and_then(|id| by_registration.get(id))
                .or_else(by_marks);
            match (found.copied(), named) {
                (Some(registration), _) => {
                    has_come[registration] = true;
                    registered.came.push(Came {
                        registration,
                        person,
                    });
                }
                (None, Some(_)) => registered.not_in_list += 1,
                (None, None) => registered.without.push(person),
            }
        }
        registered.did_not_come = (0..registrations.len())
            .filter(|at| !has_come[*at] && stands(&registrations[*at]))
            .collect();
        registered
    }

    /// How many came with a registration, in the list or not.
    #[must_use]
    pub fn came_with_one(&self) -> usize {
        self.came.len() + self.not_in_list
    }
}

/// Whether somebody is expected: also when the service didn't say.
fn stands(registration: &Registration) -> bool {
    matches!(
        registration.status,
        Some(RegistrationStatus::Registered) | None
    )
}
