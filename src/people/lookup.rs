//! Asking the directory who an address belongs to.

use super::Candidate;
use crate::shell::Workspace;
use futures_util::future::join_all;
use planning::draft::Invitee;
use virtual_events::{Error, User, UserProperty, UserQuery};

/// Addresses asked about at once.
pub(crate) const AT_ONCE: usize = 6;

/// The user with that address or sign-in name.
///
/// # Errors
/// When the directory can't be asked.
pub(crate) async fn by_address(workspace: Workspace, address: &str) -> Result<Option<User>, Error> {
    let query = UserQuery::new()
        .starts_with(
            &[UserProperty::Mail, UserProperty::UserPrincipalName],
            address,
        )
        .select(&UserProperty::PICKER)
        .top(15);
    let page = workspace.graph().users().list(&query).next_page().await?;
    let users = page.map(|page| page.items).unwrap_or_default();
    let is = |text: &Option<String>| {
        text.as_deref()
            .is_some_and(|text| text.eq_ignore_ascii_case(address))
    };
    Ok(users
        .into_iter()
        .find(|user| is(&user.mail) || is(&user.user_principal_name)))
}

/// What the directory knows of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Looked {
    /// Those it knows, each once.
    pub(super) found: Vec<Candidate>,
    /// Those it doesn't: outsiders, or misspelled.
    pub(super) unknown: Vec<Candidate>,
    /// What is no address at all.
    pub(super) wrong: Vec<String>,
}

/// Asks about everybody in a list; `told` hears how many have been asked about.
///
/// # Errors
/// When the directory can't be asked.
pub(super) async fn look_up(
    workspace: Workspace,
    list: Vec<Result<Invitee, String>>,
    told: impl Fn(usize),
) -> Result<Looked, Error> {
    let mut looked = Looked::default();
    let mut people: Vec<Invitee> = Vec::new();
    for entry in list {
        match entry {
            Ok(person) if people.iter().all(|it| !same(&it.email, &person.email)) => {
                people.push(person);
            }
            Ok(_) => {}
            Err(text) => looked.wrong.push(text),
        }
    }
    for (slice, people) in people.chunks(AT_ONCE).enumerate() {
        told(slice * AT_ONCE);
        let answers = people.iter().map(|it| by_address(workspace, &it.email));
        for (person, answer) in people.iter().zip(join_all(answers).await) {
            match answer?.as_ref().and_then(Candidate::of) {
                Some(user) => looked.found.push(user),
                None => looked.unknown.push(outsider(person)),
            }
        }
    }
    Ok(looked)
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn outsider(person: &Invitee) -> Candidate {
    let name = match person.name.trim() {
        "" => person.email.clone(),
        name => name.to_owned(),
    };
    Candidate {
        id: None,
        name,
        email: Some(person.email.clone()),
    }
}
