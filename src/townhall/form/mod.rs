//! The form: a new event, or an event to edit.

mod dispute;
mod edit;
mod errors;
mod foot;
mod input;
mod keep;
mod new;
mod people;
mod publish;
mod repeat;
mod sections;
mod send;
mod state;
mod summary;
mod teams;
mod undo;
mod when;
mod zone;

use crate::browser::page::set_title;
use crate::i18n::{event as names, form as words};
use leptos::prelude::*;
use state::FormState;
use virtual_events::{EventId, EventKind};

/// The form for a new event, with what was typed before, if it wasn't sent.
pub(super) fn new_page(kind: EventKind) -> AnyView {
    set_title(words::new_title(kind));
    new::page(kind)
}

/// The form for an event that is there; reads it first.
pub(super) fn edit_page(kind: EventKind, id: EventId) -> AnyView {
    set_title(words::EDIT_TITLE);
    edit::page(kind, id)
}

/// Sections, summary beside them, actions under them.
fn body(form: FormState) -> AnyView {
    view! {
        <div class="form-layout">
            <form class="form" novalidate aria-label=names::kind(form.kind) on:submit=move |ev| { ev.prevent_default(); form.submit(); }>
                {keep::banner(form)}
                {dispute::notice(form)}
                {errors::summary(form)}
                {sections::what(form)}
                {when::section(form)}
                {sections::who(form)}
                {sections::registration(form)}
                {people::section(form)}
                {repeat::section(form)}
                {foot::problem(form)}
                {foot::foot(form)}
            </form>
            <div class="stack beside">{summary::card(form)}{teams::card(form)}</div>
        </div>
        {publish::dialog(form)}
    }
    .into_any()
}
