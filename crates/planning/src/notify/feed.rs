//! Notifications as they are shown: newest first, by event, read and unread.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use virtual_events::{EventId, EventKind, UtcInstant};

use super::{Happened, Meaning, Part};

/// How many are kept; the oldest go first.
pub const KEPT: usize = 500;

/// A notification that has come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What tells it apart from all others: the position in the relay's feed, or a name that the
    /// app gave.
    pub id: String,
    /// When it came.
    pub at: UtcInstant,
    /// What it tells.
    pub meaning: Meaning,
}

impl Entry {
    /// The event that it is about.
    #[must_use]
    pub fn event(&self) -> Option<&EventId> {
        match &self.meaning.happened {
            Happened::Changed { subject, .. } => subject.event.as_ref(),
            Happened::Lifecycle(_) => None,
        }
    }
}

/// Everything that has come in, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Feed {
    entries: Vec<Entry>,
}

/// Notifications of one event, or of none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'f> {
    /// The event.
    pub event: Option<&'f EventId>,
    /// Its notifications, newest first.
    pub entries: Vec<&'f Entry>,
}

/// What has to be read anew after a notification.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stale {
    /// The list of events: one is new, or nothing says which changed.
    List,
    /// An event with all that belongs to it; its kind where that was said.
    Event(EventId, Option<EventKind>),
}

impl Feed {
    /// Takes in what has come; what is there already comes once. Tells what was new, newest first.
    pub fn add(&mut self, come: impl IntoIterator<Item = Entry>) -> Vec<Entry> {
        let mut known: BTreeSet<String> = self.entries.iter().map(|it| it.id.clone()).collect();
        let mut new: Vec<Entry> = come
            .into_iter()
            .filter(|entry| known.insert(entry.id.clone()))
            .collect();
        // of one moment the one that came last stands first
        new.reverse();
        new.sort_by_key(|entry| Reverse(entry.at));
        self.entries.splice(0..0, new.iter().cloned());
        self.entries.sort_by_key(|entry| Reverse(entry.at));
        self.entries.truncate(KEPT);
        new
    }

    /// All, newest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many have come after `seen`, when somebody looked last.
    #[must_use]
    pub fn unread(&self, seen: Option<UtcInstant>) -> usize {
        let unread = |entry: &&Entry| seen.is_none_or(|seen| entry.at > seen);
        self.entries.iter().filter(unread).count()
    }

    /// By event, that with the newest notification first.
    #[must_use]
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for entry in &self.entries {
            let event = entry.event();
            match groups.iter_mut().find(|group| group.event == event) {
                Some(group) => group.entries.push(entry),
                None => groups.push(Group {
                    event,
                    entries: vec![entry],
                }),
            }
        }
        groups
    }
}

/// What has to be read anew because of these, each thing once.
#[must_use]
pub fn stale<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Stale> {
    let mut found = BTreeSet::new();
    for entry in entries {
        let Happened::Changed { change, subject } = &entry.meaning.happened else {
            continue;
        };
        let whole = subject.part == Part::Event;
        let new = *change == Some(virtual_events::ChangeType::Created);
        let gone = *change == Some(virtual_events::ChangeType::Deleted);
        match &subject.event {
            Some(_) if whole && (new || gone) => found.insert(Stale::List),
            Some(event) => found.insert(Stale::Event(event.clone(), subject.kind)),
            None if whole => found.insert(Stale::List),
            None => false,
        };
    }
    // the kind may be said by one of several
    let said: BTreeSet<EventId> = found
        .iter()
        .filter_map(|it| match it {
            Stale::Event(event, Some(_)) => Some(event.clone()),
            _ => None,
        })
        .collect();
    found.retain(|it| !matches!(it, Stale::Event(event, None) if said.contains(event)));
    found.into_iter().collect()
}
