//! Inputs bound to a part of the draft.

use super::state::FormState;
use crate::ui::field::{self, Note};
use leptos::prelude::*;
use planning::draft::{EventDraft, Field};

/// What an input is bound to.
#[derive(Clone, Copy)]
pub(super) struct Binding {
    /// The element's id; the error summary links to it.
    pub(super) id: &'static str,
    /// Its label.
    pub(super) label: &'static str,
    /// Help under the label; empty for none.
    pub(super) help: &'static str,
    /// The field it belongs to.
    pub(super) field: Field,
    /// Where it is said what is wrong.
    pub(super) said: Said,
}

/// Where it is said what is wrong with an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Right under it.
    Below,
    /// In the element with this id, which several inputs share.
    In(&'static str),
}

/// A one-line input of any type.
pub(super) fn text(
    form: FormState,
    at: Binding,
    kind: &'static str,
    get: fn(&EventDraft) -> &str,
    set: impl Fn(&mut EventDraft, String) + Copy + Send + Sync + 'static,
    notes: Signal<Vec<Note>>,
) -> AnyView {
    let (described, help_id, notes_id) = ids(at);
    view! {
        <div class="field">
            <label for=at.id>{at.label}</label>
            {(!at.help.is_empty()).then(|| view! { <p class="help" id=help_id>{at.help}</p> })}
            <input
                class="input"
                id=at.id
                type=kind
                autocomplete="off"
                prop:value=move || get(&form.draft.read()).to_owned()
                on:input:target=move |ev| {
                    let typed = ev.target().value();
                    form.change(at.field, |draft| set(draft, typed));
                }
                aria-describedby=described
                aria-invalid=move || field::blocks(&notes.read()).then_some("true")
            />
            {(at.said == Said::Below).then(|| field::notes(notes_id, notes))}
        </div>
    }
    .into_any()
}

/// A check box.
pub(super) fn check(
    form: FormState,
    at: Binding,
    get: fn(&EventDraft) -> bool,
    set: fn(&mut EventDraft, bool),
    notes: Signal<Vec<Note>>,
    fixed: Fixed,
) -> AnyView {
    let (described, help_id, notes_id) = ids(at);
    view! {
        <div class="field">
            <div class="check">
                <input
                    type="checkbox"
                    id=at.id
                    prop:checked=move || get(&form.draft.read())
                    disabled=fixed == Fixed::Yes
                    on:change:target=move |ev| {
                        let on = ev.target().checked();
                        form.change(at.field, |draft| set(draft, on));
                    }
                    aria-describedby=described
                    aria-invalid=move || field::blocks(&notes.read()).then_some("true")
                />
                <label for=at.id>{at.label}</label>
                <span class="help" id=help_id>{at.help}</span>
            </div>
            {field::notes(notes_id, notes)}
        </div>
    }
    .into_any()
}

/// Whether a field can't be changed any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fixed {
    Yes,
    No,
}

impl Fixed {
    /// Fields for creation only are fixed while editing.
    pub(super) fn while_editing(form: FormState) -> Self {
        if form.edits() { Self::Yes } else { Self::No }
    }
}

fn ids(at: Binding) -> (String, String, String) {
    let help = [at.id, "-help"].concat();
    let notes = match at.said {
        Said::Below => [at.id, "-notes"].concat(),
        Said::In(shared) => shared.to_owned(),
    };
    let described = if at.help.is_empty() {
        notes.clone()
    } else {
        [help.as_str(), " ", &notes].concat()
    };
    (described, help, notes)
}
