//! What the session of an event has beside its link: how to join by number or phone, and how the
//! meeting is set up.

mod card;
mod dial_in;
mod entry;
mod settings;

use crate::chunk::chunk;
use crate::townhall::EventState;
use leptos::prelude::*;

chunk! {
    session:
    /// The session's details; reads them first.
    pub(crate) fn details(state: EventState) -> AnyView {
        card::card(state)
    }
}
