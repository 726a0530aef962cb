//! The join links of the events on the live list: each session is read once.

use crate::shell::Workspace;
use leptos::prelude::*;
use planning::board::BoardRow;
use std::collections::BTreeMap;
use virtual_events::EventId;

/// What is known of an event's join link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum JoinLink {
    /// It is being read.
    Reading,
    /// There it is.
    Known(String),
    /// The session has none, or can't be read; asked again at the next poll.
    None,
}

/// Join links by event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sessions {
    workspace: Workspace,
    links: RwSignal<BTreeMap<EventId, JoinLink>>,
}

impl Sessions {
    pub(super) fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            links: RwSignal::new(BTreeMap::new()),
        }
    }

    /// The link of an event; tracks.
    pub(super) fn of(self, id: &EventId) -> Option<JoinLink> {
        self.links.with(|links| links.get(id).cloned())
    }

    /// Reads the session of an event, unless its link is known or being read.
    pub(super) fn want(self, row: &BoardRow) {
        let known = self.links.with_untracked(|links| {
            matches!(
                links.get(&row.id),
                Some(JoinLink::Known(_) | JoinLink::Reading)
            )
        });
        if known {
            return;
        }
        self.put(row.id.clone(), JoinLink::Reading);
        let (graph, kind, id) = (self.workspace.graph(), row.kind, row.id.clone());
        leptos::task::spawn_local(async move {
            let answer = graph.events(kind).sessions(&id).list().next_page().await;
            let session = answer
                .ok()
                .flatten()
                .and_then(|page| page.items.into_iter().next());
            let link = session.and_then(|session| session.join_web_url);
            self.put(
                id,
                link.map_or(JoinLink::None, |url| {
                    JoinLink::Known(url.as_str().to_owned())
                }),
            );
        });
    }

    fn put(self, id: EventId, link: JoinLink) {
        let _ = self.links.try_update(|links| links.insert(id, link));
    }
}
