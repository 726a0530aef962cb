//! The saved views, above the list.

use crate::board::state::BoardState;
use crate::i18n::views as words;
use leptos::prelude::*;
use planning::board::SavedViews;

/// A link for each; the one that is shown is marked.
pub(super) fn links(state: BoardState) -> AnyView {
    let address = Memo::new(move |_| state.address());
    let each = move || {
        let views = SavedViews::from_text(&state.views.read());
        let link = |view: &planning::board::SavedView| {
            let (own, name) = (view.address.clone(), view.name.clone());
            let current = move || (address.read() == own).then_some("page");
            view! { <li><a class="chip" href=view.address.clone() aria-current=current dir="auto">{name}</a></li> }
        };
        views.all().iter().map(link).collect_view()
    };
    let any = Memo::new(move |_| !state.views.read().is_empty());
    (move || {
        any.get().then(|| {
            view! { <nav class="saved-views" aria-label=words::SAVED><ul class="chips">{each}</ul></nav> }
        })
    })
    .into_any()
}
