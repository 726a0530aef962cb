//! The people of an event: presenters one by one, and who else makes it.

mod add;
mod details;
mod lists;
mod presenters;
mod state;

use super::EventState;
use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    people:
    /// The part of an event's page with its people.
    pub(crate) fn part(event: EventState) -> AnyView {
        view! { <div class="stack">{presenters::section(event)}{lists::sections(event)}</div> }.into_any()
    }
}
