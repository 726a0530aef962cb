//! An edit that was saved, and taking it back.

use crate::event::EventList;
use crate::history;
use crate::i18n::history as words;
use crate::shell::Workspace;
use crate::ui::toast::Toasts;
use planning::draft::{EventDraft, Undone};
use planning::history::{Deed, topics};
use virtual_events::{Error, VirtualEvent};

/// An edit, as the service answered it.
pub(super) struct Edit {
    /// The event before it.
    pub(super) before: VirtualEvent,
    /// And after.
    pub(super) after: VirtualEvent,
    pub(super) workspace: Workspace,
    pub(super) list: EventList,
}

impl Edit {
    /// Says that it is done, and takes it back when asked to.
    pub(super) fn offer_undo(self: Box<Self>, toasts: Toasts, done: String) {
        toasts.undoable(done, move || {
            leptos::task::spawn_local(async move {
                toasts.say(match self.undo().await {
                    Ok(true) => words::UNDONE,
                    Ok(false) => words::NOT_UNDONE,
                    Err(_) => words::UNDO_FAILED,
                });
            });
        });
    }

    /// Whether the event could be changed back; it can't where somebody changed the same since.
    async fn undo(&self) -> Result<bool, Error> {
        let id = &self.after.id;
        let events = self.workspace.graph().events(self.after.kind);
        let now = events.get(id).await?;
        let rules = self.workspace.rules();
        let undone = EventDraft::undo(&self.before, &self.after, &now, &*rules);
        let Undone::Changes(changes) = undone else {
            return Ok(false);
        };
        if !changes.is_empty() {
            let changed = events.update(id, &changes).await?;
            let deed = Deed::Undone(topics(&changes));
            history::note(&self.workspace.person(), id, vec![deed]);
            self.list.replace(&changed);
        }
        Ok(true)
    }
}
