//! Form fields: a label, help, the control, and what is wrong with it.

use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// What is said under a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Note {
    /// The form can't be sent like this.
    Problem(String),
    /// Worth a look; doesn't stop anything.
    Hint(String),
}

/// The line under a field; `id` is what the control's `aria-describedby` names.
pub(crate) fn notes(id: String, notes: Signal<Vec<Note>>) -> impl IntoView {
    view! {
        <div id=id>
            {move || {
                notes
                    .get()
                    .into_iter()
                    .map(|note| {
                        let (class, text) = match note {
                            Note::Problem(text) => ("problem", text),
                            Note::Hint(text) => ("problem warns", text),
                        };
                        view! { <p class=class>{icon(Icon::Warning)}<span>{text}</span></p> }
                    })
                    .collect_view()
            }}
        </div>
    }
}

/// Whether any of the notes stops the form.
pub(crate) fn blocks(notes: &[Note]) -> bool {
    notes.iter().any(|note| matches!(note, Note::Problem(_)))
}
