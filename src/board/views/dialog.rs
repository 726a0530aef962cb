//! Saving a view, forgetting one, choosing the columns.

use crate::board::state::{BoardState, HIDDEN, VIEWS, key};
use crate::browser::storage::{self, Keep};
use crate::i18n::{board, views as words};
use crate::ui::dialog::Modal;
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::board::{Column, HiddenColumns, SavedView, SavedViews};

/// The dialog; open while somebody wants it.
pub(super) fn dialog(state: BoardState) -> AnyView {
    let open = state.viewing;
    let close = Callback::new(move |()| open.set(false));
    view! { <Modal open title=board::VIEWS body=move || inside(state, close)/> }.into_any()
}

fn inside(state: BoardState, done: Callback<()>) -> AnyView {
    view! {
        <div class="stack">
            <h2>{board::VIEWS}</h2>
            {save(state, done)}
            {saved(state)}
            {columns(state)}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| done.run(())>{words::CLOSE}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Keeps one of the board's texts; where the browser keeps nothing it holds until the page is left.
fn keep(state: BoardState, what: &str, signal: RwSignal<String>, text: String) {
    let key = key(state.workspace, what);
    let kept = if text.is_empty() {
        storage::remove(Keep::Browser, &key);
        Ok(())
    } else {
        storage::write(Keep::Browser, &key, &text)
    };
    signal.set(text);
    if kept.is_err() {
        expect_context::<Toasts>().say(words::NOT_KEPT);
    }
}

fn keep_views(state: BoardState, views: &SavedViews) {
    keep(state, VIEWS, state.views, views.to_text());
}

fn known(state: BoardState) -> SavedViews {
    SavedViews::from_text(&state.views.read_untracked())
}

/// The search, filters and order of now, under a name.
fn save(state: BoardState, done: Callback<()>) -> AnyView {
    let name = RwSignal::new(String::new());
    let plain = Memo::new(move |_| state.address() == "/");
    let submit = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        let called = name.get_untracked();
        if called.trim().is_empty() {
            return;
        }
        let mut views = known(state);
        views.save(SavedView {
            name: called,
            address: untrack(|| state.address()),
        });
        keep_views(state, &views);
        expect_context::<Toasts>().say(words::VIEW_SAVED);
        done.run(());
    };
    view! {
        <form class="stack-tight" on:submit=submit>
            <h3>{words::SAVE_THIS}</h3>
            {move || if plain.get() {
                view! { <p class="quiet">{words::NOTHING_TO_SAVE}</p> }.into_any()
            } else {
                view! {
                    <label for="view-name">{words::NAME}</label>
                    <div class="row" style="flex-wrap:nowrap">
                        <input
                            class="input"
                            id="view-name"
                            required
                            maxlength="60"
                            prop:value=name
                            on:input:target=move |ev| name.set(ev.target().value())
                        />
                        <button type="submit" class="button primary">{words::SAVE}</button>
                    </div>
                }
                .into_any()
            }}
        </form>
    }
    .into_any()
}

fn saved(state: BoardState) -> AnyView {
    (move || {
        let views = SavedViews::from_text(&state.views.read());
        if views.all().is_empty() {
            return ().into_any();
        }
        let rows = views.all().iter().map(|view| row(state, view.name.clone()));
        view! {
            <div class="stack-tight">
                <h3 id="saved-views">{words::SAVED}</h3>
                <ul class="rows plain" aria-labelledby="saved-views">{rows.collect_view()}</ul>
            </div>
        }
        .into_any()
    })
    .into_any()
}

fn row(state: BoardState, name: String) -> AnyView {
    let label = words::forget(&name);
    let shown = name.clone();
    let forget = move |_| {
        let before = known(state);
        let mut views = before.clone();
        views.forget(&name);
        keep_views(state, &views);
        expect_context::<Toasts>().undoable(words::FORGOTTEN, move || keep_views(state, &before));
    };
    view! {
        <li>
            <span class="who" dir="auto">{shown}</span>
            <button type="button" class="button subtle end" aria-label=label on:click=forget>{icon(Icon::Dismiss)}</button>
        </li>
    }
    .into_any()
}

fn columns(state: BoardState) -> AnyView {
    let hidden = Memo::new(move |_| HiddenColumns::from_text(&state.hidden.read()));
    let option = move |column: Column| {
        let id = ["column-", column.key()].concat();
        let change = move |_| {
            let toggled = hidden.get_untracked().toggled(column);
            keep(state, HIDDEN, state.hidden, toggled.to_text());
        };
        view! {
            <div class="check">
                <input type="checkbox" id=id.clone() prop:checked=move || !hidden.read().contains(column) on:change=change/>
                <label for=id>{words::column(column)}</label>
            </div>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{words::COLUMNS}</legend>
            <div class="options">{HiddenColumns::OPTIONAL.map(option).into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
