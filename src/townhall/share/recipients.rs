//! Whom the invitation is sent to: those invited, and addresses that were typed.

use super::state::{Invited, Share};
use leptos::prelude::*;
use planning::mailing::{Recipient, read_recipients};
use std::rc::Rc;
use virtual_events::{Error, Identity, User, UserId};

/// Whom a mail can reach, and who can't be reached.
#[derive(Debug, Clone, Default)]
pub(super) struct Reached {
    /// People with an address.
    pub(super) people: Vec<Recipient>,
    /// Names of those invited for whom the directory has no address.
    pub(super) unknown: Vec<String>,
}

/// How many are invited; tracks.
pub(super) fn invited_count(share: Share) -> usize {
    let event = share.event.event();
    event.map_or(0, |event| event.invited_attendees.len())
}

/// Pieces of what was typed that are no addresses; tracks.
pub(super) fn odd_pieces(share: Share) -> Vec<String> {
    read_recipients(&share.typed.read().further).1
}

/// Finds out the addresses; asks the directory for those of its users.
pub(super) async fn resolve(share: Share) -> Result<Reached, Error> {
    let typed = share.typed.get_untracked();
    let event = untrack(|| share.event.event());
    let invited = match (typed.invited, event) {
        (Invited::Included, Some(event)) => event.invited_attendees.clone(),
        _ => Vec::new(),
    };
    let asked: Vec<UserId> = invited
        .iter()
        .filter(|it| it.email.is_none())
        .filter_map(|it| it.id.clone())
        .collect();
    let graph = share.event.workspace.graph();
    let users = if asked.is_empty() {
        Vec::new()
    } else {
        graph.users().by_ids(&asked).await?
    };
    let mut reached = Reached::default();
    for identity in invited {
        match recipient(&identity, &users) {
            Some(person) => reached.people.push(person),
            None => reached.unknown.push(name_of(&identity)),
        }
    }
    reached.people.extend(read_recipients(&typed.further).0);
    Ok(reached)
}

fn recipient(identity: &Identity, users: &[User]) -> Option<Recipient> {
    let name = identity.display_name.clone();
    if let Some(email) = &identity.email {
        return Some(Recipient::new(name.unwrap_or_default(), email.as_str()));
    }
    let same = |id: &UserId| {
        let wanted = identity.id.as_ref();
        wanted.is_some_and(|it| it.as_str().eq_ignore_ascii_case(id.as_str()))
    };
    let user = users
        .iter()
        .find(|user| user.id.as_ref().is_some_and(same))?;
    let name = name.or_else(|| user.display_name.clone());
    Some(Recipient::new(name.unwrap_or_default(), user.address()?))
}

fn name_of(identity: &Identity) -> String {
    let id = identity.id.as_ref().map(|id| id.as_str().to_owned());
    identity.display_name.clone().or(id).unwrap_or_default()
}

/// An error that several views show.
pub(super) type Shared = Rc<Error>;
