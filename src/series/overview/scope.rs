//! How far a change goes.

use super::state::SeriesState;
use crate::i18n::series as words;
use leptos::prelude::*;
use planning::role::WhyNot;
use planning::series::{Excluded, Scope};
use virtual_events::EventId;

/// A town hall, two radio buttons away from all the others.
pub(super) fn choice(scope: RwSignal<Scope>) -> AnyView {
    let option = |of: Scope, id: &'static str, label: &'static str| {
        view! {
            <div class="check">
                <input type="radio" name="scope" id=id prop:checked=move || scope.get() == of on:change=move |_| scope.set(of)/>
                <label for=id>{label}</label>
            </div>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{words::HOW_FAR}</legend>
            <div class="options">
                {option(Scope::This, "only-this", words::ONLY_THIS)}
                {option(Scope::Following, "following", words::FOLLOWING)}
                {option(Scope::All, "all", words::ALL)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// A town hall of the series stays as it is, and why.
pub(super) fn stays(excluded: Excluded) -> &'static str {
    match excluded {
        Excluded::Begun => words::STAYS_BEGUN,
        Excluded::Denied(WhyNot::Cancelled) => words::STAYS_CANCELLED,
        Excluded::Denied(WhyNot::Over) => words::STAYS_OVER,
        Excluded::Denied(WhyNot::AlreadyPublished) => words::STAYS_PUBLISHED,
        Excluded::Denied(_) => words::STAYS_NOT_YOURS,
    }
}

/// The town hall from which the change starts; nothing if it isn't in the series.
pub(super) fn anchor(state: SeriesState, id: &EventId) -> Option<planning::series::Member> {
    let members = state.members.read_untracked();
    let members = members.iter().flatten();
    members.into_iter().find(|it| it.id() == id).cloned()
}
