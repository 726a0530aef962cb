//! One search in the directory at a time, after the typing pauses.

use crate::browser::timer;
use crate::shell::Workspace;
use leptos::prelude::*;
use std::sync::Arc;
use virtual_events::{Error, User};

/// How long the typing must pause before the directory is asked, in milliseconds.
const PAUSE: u32 = 250;
/// Fewer letters than this find everybody.
const LETTERS: usize = 2;

/// Somebody to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// Entra object id; none for somebody outside the directory.
    pub(crate) id: Option<String>,
    /// Display name.
    pub(crate) name: String,
    /// E-mail address.
    pub(crate) email: Option<String>,
}

impl Candidate {
    pub(super) fn of(user: &User) -> Option<Self> {
        let id = user.id.as_ref()?.as_str().to_owned();
        let email = user
            .mail
            .clone()
            .or_else(|| user.user_principal_name.clone());
        let name = user.display_name.clone().or_else(|| email.clone())?;
        Some(Self {
            id: Some(id),
            name,
            email,
        })
    }
}

/// What a search has come to.
#[derive(Debug, Clone, Default)]
pub(crate) enum Found {
    /// Too little was typed.
    #[default]
    Nothing,
    /// The directory is being asked.
    Asking,
    /// Whom it knows by that name.
    People(Arc<Vec<Candidate>>),
    /// It couldn't be asked.
    Failed(Arc<Error>),
}

/// The running search of one picker.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Search {
    pub(super) workspace: Workspace,
    found: RwSignal<Found>,
    /// Counts the texts typed; an answer to an older one is dropped.
    turn: StoredValue<u32>,
}

impl Search {
    pub(super) fn new() -> Self {
        Self {
            workspace: Workspace::expect(),
            found: RwSignal::new(Found::Nothing),
            turn: StoredValue::new(0),
        }
    }

    /// What was found; tracks.
    pub(super) fn found(self) -> Found {
        self.found.get()
    }

    /// Ends the search.
    pub(super) fn clear(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.found.set(Found::Nothing);
    }

    /// Looks for the text, once the typing has paused.
    pub(super) fn look_for(self, typed: &str) {
        self.clear();
        let text = typed.trim().to_owned();
        if text.chars().count() < LETTERS {
            return;
        }
        let turn = self.turn.get_value();
        timer::after(PAUSE, move || {
            let stale = move || self.turn.try_get_value() != Some(turn);
            if stale() {
                return;
            }
            self.found.set(Found::Asking);
            let users = self.workspace.graph();
            leptos::task::spawn_local(async move {
                let answer = users.users().search(&text).next_page().await;
                if stale() {
                    return;
                }
                let found = match answer {
                    Ok(page) => {
                        let users = page.map(|page| page.items).unwrap_or_default();
                        Found::People(Arc::new(users.iter().filter_map(Candidate::of).collect()))
                    }
                    Err(error) => Found::Failed(Arc::new(error)),
                };
                let _ = self.found.try_set(found);
            });
        });
    }
}
