//! Who stands on the lists of several events: those who can be taken off them.

use std::collections::BTreeMap;

use crate::draft::Invitee;
use crate::fold::{Words, fold};

/// Somebody, and on the lists of how many events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Who it is.
    pub who: Invitee,
    /// On how many lists.
    pub lists: usize,
}

/// Everybody on any of the lists, each once, by name.
#[must_use]
pub fn shared(lists: impl IntoIterator<Item = Vec<Invitee>>) -> Vec<Shared> {
    let mut found: BTreeMap<String, Shared> = BTreeMap::new();
    for list in lists {
        let mut on_this: BTreeMap<String, Invitee> = BTreeMap::new();
        for who in list {
            on_this.entry(who.key()).or_insert(who);
        }
        for (key, who) in on_this {
            let shared = found.entry(key).or_insert(Shared { who, lists: 0 });
            shared.lists += 1;
        }
    }
    let mut all: Vec<Shared> = found.into_values().collect();
    all.sort_by_cached_key(|one| fold(&one.who.label()));
    all
}

/// Those whose name or address has all the words typed in it; all of them if nothing is typed.
#[must_use]
pub fn matching<'a>(all: &'a [Shared], typed: &str) -> Vec<&'a Shared> {
    let words = Words::new(typed);
    let fits = |one: &&Shared| words.all_in(&fold(&one.who.label()));
    all.iter().filter(fits).collect()
}
