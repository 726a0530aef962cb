//! Who got this invitation from this browser before: what is known after a reload, so that nobody
//! is written to twice without anybody noticing.

use super::state::Share;
use crate::browser::storage::{self, Keep};
use planning::mailing::{Mailing, Recipient};

/// Where an event's addresses are kept, for the account.
pub(super) fn key(share: Share) -> String {
    let (me, id) = (share.event.workspace.person(), share.event.id());
    ["sent", &me.tenant_id, &me.object_id, id.as_str()].join(".")
}

/// Addresses that a mail went to, or may have gone to, in small letters.
pub(super) fn read(key: &str) -> Vec<String> {
    let kept = storage::read(Keep::Browser, key).unwrap_or_default();
    kept.lines().map(str::to_owned).collect()
}

/// Adds those that the mailing has reached.
pub(super) fn keep(key: &str, mailing: &Mailing) {
    let mut known = read(key);
    for person in mailing.reached() {
        let address = small(person);
        if !known.contains(&address) {
            known.push(address);
        }
    }
    // Storage may be forbidden: then a reload forgets, as it would without this.
    let _ = storage::write(Keep::Browser, key, &known.join("\n"));
}

/// Whether somebody is among them.
pub(super) fn knows(known: &[String], person: &Recipient) -> bool {
    known.contains(&small(person))
}

fn small(person: &Recipient) -> String {
    person.address.to_ascii_lowercase()
}
