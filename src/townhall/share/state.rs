//! What the share kit knows of its event, and what was typed into it.

use super::keep;
use crate::townhall::EventState;
use leptos::prelude::*;
use planning::mailing::Manner;
use std::rc::Rc;
use virtual_events::{Error, Session};

/// The session with what lists leave out.
#[derive(Clone)]
pub(super) enum Details {
    UnderWay,
    There(Rc<Session>),
    Failed(Rc<Error>),
}

/// What was typed and chosen here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// Words of the organizer's own.
    pub(super) message: String,
    /// Whether those invited get a mail.
    pub(super) invited: Invited,
    /// Further addresses.
    pub(super) further: String,
    /// How recipients are kept from seeing each other.
    pub(super) manner: Manner,
}

/// Whether those invited get a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Invited {
    Included,
    LeftOut,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            message: String::new(),
            invited: Invited::Included,
            further: String::new(),
            manner: Manner::Apart,
        }
    }
}

/// The share kit of one event.
#[derive(Clone, Copy)]
pub(super) struct Share {
    pub(super) event: EventState,
    details: RwSignal<Details, LocalStorage>,
    pub(super) typed: RwSignal<Typed>,
}

impl Share {
    /// Takes up what was typed, and reads the session once its id is known.
    pub(super) fn open(event: EventState) -> Self {
        let share = Self {
            event,
            details: RwSignal::new_local(Details::UnderWay),
            typed: RwSignal::new(keep::read(event)),
        };
        keep::keep_typing(share);
        let id = Memo::new(move |_| {
            let links = event.links()?;
            Some(links.session.as_ref()?.id.clone())
        });
        Effect::new(move |_| {
            if id.get().is_some() {
                share.read_details();
            }
        });
        share
    }

    /// Where attendees join; tracks.
    pub(super) fn join_link(self) -> Option<String> {
        let links = self.event.links()?;
        let url = links.session.as_ref()?.join_web_url.as_ref()?;
        Some(url.as_str().to_owned())
    }

    /// Where people register; tracks.
    pub(super) fn registration_link(self) -> Option<String> {
        let links = self.event.links()?;
        links.registration.as_ref()?.registration_web_url.clone()
    }

    /// The link that invitations carry: attendees of an event with registration get their own
    /// link to join when they register. Tracks.
    pub(super) fn registers_first(self) -> bool {
        self.event.must_register_at().is_some()
    }

    /// The session, once read; tracks.
    pub(super) fn details(self) -> Details {
        self.details.get()
    }

    /// Reads the session.
    pub(super) fn read_details(self) {
        let Some(session) = self.event.links().and_then(|links| links.session.clone()) else {
            return;
        };
        let event = self.event;
        leptos::task::spawn_local(async move {
            let graph = event.workspace.graph();
            let sessions = graph.events(event.kind).sessions(&event.id());
            let details = match sessions.get(&session.id).await {
                Ok(session) => Details::There(Rc::new(session)),
                Err(error) => Details::Failed(Rc::new(error)),
            };
            // the page may be left by now
            let _ = self.details.try_set(details);
        });
    }
}
