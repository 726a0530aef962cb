//! A change that leaves of an event's lists of people whatever it doesn't name.

use serde::{Deserialize, Serialize};
use virtual_events::{EventChanges, EventKind, Identity, VirtualEvent};

use super::content;
use crate::draft::{DraftPerson, Invitee};

/// A change of an event that exists.
///
/// The service replaces lists of people whole. So a run reads the event right before it is
/// changed, and sends the lists as they are then, with those who come and without those who go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Amendment {
    /// What is replaced; lists of people aren't in it.
    #[serde(with = "content::changes")]
    pub changes: Box<EventChanges>,
    /// What becomes of the co-organizers.
    #[serde(default)]
    pub co_organizers: PeopleChange,
    /// What becomes of the invited attendees; a webinar has none.
    #[serde(default)]
    pub invited: PeopleChange,
}

/// Who is put on a list of people, and who is taken off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PeopleChange {
    /// Who is put on it, unless they stand there.
    pub come: Vec<Identity>,
    /// Who is taken off, if they stand there.
    pub go: Vec<Identity>,
}

impl PeopleChange {
    /// These people come.
    #[must_use]
    pub fn coming(people: &[Identity]) -> Self {
        Self {
            come: people.to_vec(),
            go: Vec::new(),
        }
    }

    /// Whether nobody comes and nobody goes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.come.is_empty() && self.go.is_empty()
    }

    /// The list after the change; `None` if that is the list as it is.
    fn of(&self, list: &[Identity], key: fn(&Identity) -> String) -> Option<Vec<Identity>> {
        let is_in = |who: &Identity, people: &[Identity]| {
            let wanted = key(who);
            people.iter().any(|other| key(other) == wanted)
        };
        let stay = list.iter().filter(|who| !is_in(who, &self.go));
        let come = self.come.iter().filter(|who| !is_in(who, list));
        let after: Vec<Identity> = stay.chain(come).cloned().collect();
        (after != list).then_some(after)
    }
}

impl Amendment {
    /// Nothing yet, of an event of this kind.
    #[must_use]
    pub fn new(kind: EventKind) -> Self {
        Self {
            changes: Box::new(EventChanges::new(kind)),
            co_organizers: PeopleChange::default(),
            invited: PeopleChange::default(),
        }
    }

    /// Whether it is for lists of people, so that the event has to be read first.
    pub(super) fn needs_reading(&self) -> bool {
        !self.co_organizers.is_empty() || !self.invited.is_empty()
    }

    /// What is sent to `event` as it is now; perhaps nothing.
    #[must_use]
    pub fn changes_to(&self, event: &VirtualEvent) -> EventChanges {
        let mut changes = (*self.changes).clone();
        let helpers = self.co_organizers.of(&event.co_organizers, helper_key);
        changes.co_organizers = helpers.map(|list| list.iter().filter_map(helper).collect());
        if let Some(only) = changes.townhall_only_mut() {
            let invited = self.invited.of(&event.invited_attendees, guest_key);
            only.invited_attendees = invited.map(|list| list.iter().map(guest).collect());
        }
        changes
    }
}

fn helper_key(who: &Identity) -> String {
    DraftPerson::of(who).key()
}

/// A co-organizer as requests name them: the service knows the name.
fn helper(who: &Identity) -> Option<Identity> {
    DraftPerson::of(who).identity()
}

fn guest_key(who: &Identity) -> String {
    Invitee::of(who).key()
}

/// Somebody invited as requests name them: ids that the service made up for guests aren't sent.
fn guest(who: &Identity) -> Identity {
    Invitee::of(who).identity()
}
