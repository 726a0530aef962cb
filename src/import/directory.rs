//! Asking the directory who the addresses belong to.

use super::state::{Asked, ImportState};
use crate::people::lookup::{self, AT_ONCE};
use crate::shell::Workspace;
use futures_util::future::join_all;
use leptos::prelude::*;
use planning::draft::DraftPerson;
use planning::import::Directory;
use std::sync::Arc;
use virtual_events::{Error, TenantId, User};

/// Asks about everybody named who isn't known yet.
pub(super) async fn ask(state: ImportState) {
    let Some(survey) = state.survey.get_untracked() else {
        return;
    };
    let mut directory = (*state.directory.get_untracked()).clone();
    let open: Vec<String> = survey
        .addresses()
        .filter(|address| !directory.knows(address))
        .map(str::to_owned)
        .collect();
    let source = state
        .source
        .with_untracked(|it| it.as_ref().map(|it| it.name.clone()));
    for (slice, addresses) in open.chunks(AT_ONCE).enumerate() {
        if state
            .asked
            .try_set(Asked::Asking(slice * AT_ONCE, open.len()))
            .is_some()
        {
            return;
        }
        let answers = addresses
            .iter()
            .map(|address| find(state.workspace, address));
        for (address, answer) in addresses.iter().zip(join_all(answers).await) {
            match answer {
                Ok(person) => directory.insert(address, person),
                Err(error) => {
                    let _ = state.asked.try_set(Asked::Failed(Arc::new(error)));
                    return;
                }
            }
        }
    }
    // another file may be there by now
    let now = state
        .source
        .try_with_untracked(|it| it.as_ref().map(|it| it.name.clone()));
    if now == Some(source) {
        keep(state, directory);
    }
}

fn keep(state: ImportState, directory: Directory) {
    state.directory.set(Arc::new(directory));
    state.asked.set(Asked::Done);
}

async fn find(workspace: Workspace, address: &str) -> Result<Option<DraftPerson>, Error> {
    let found = lookup::by_address(workspace, address).await?;
    Ok(found.map(|user| person(&user, address, workspace)))
}

fn person(user: &User, address: &str, workspace: Workspace) -> DraftPerson {
    DraftPerson {
        name: user.display_name.clone().unwrap_or_default(),
        email: address.to_owned(),
        id: user.id.clone(),
        tenant_id: Some(TenantId::from(workspace.person().tenant_id)),
    }
}
