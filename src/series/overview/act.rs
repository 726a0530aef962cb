//! Publishing or calling off one event, those after it too, or all.

use super::state::SeriesState;
use super::{list, outcome, scope};
use crate::i18n::{series as words, townhall};
use leptos::prelude::*;
use planning::run::{RunKind, Task};
use planning::series::{Concerned, Deed, Member, Scope, concerned};
use virtual_events::EventId;

/// The view. Calling off is confirmed by typing the title.
pub(super) fn page(state: SeriesState, deed: Deed, id: &EventId) -> AnyView {
    let Some(anchor) = scope::anchor(state, id) else {
        return super::unknown();
    };
    let how_far = RwSignal::new(Scope::This);
    let id = StoredValue::new(anchor.id().clone());
    let chosen = move |use_it: &mut dyn FnMut(&[Concerned<'_>])| {
        let members = state.members.read();
        let members: &[Member] = members.as_deref().unwrap_or_default();
        let (id, now) = (id.get_value(), state.now());
        use_it(&concerned(members, &id, how_far.get(), deed, now));
    };
    let lines = move || {
        let mut view = None;
        chosen(&mut |all| view = Some(outcome::list(told(state, deed, all))));
        view
    };
    let tasks = move || {
        let mut found = Vec::new();
        chosen(&mut |all| found = all.iter().filter_map(|it| task(state, deed, it)).collect());
        found
    };
    let number = Memo::new(move |_| tasks().len());
    let (title, kind) = (list::title(&anchor), anchor.mine.event.kind);
    let heading = words::heading(deed, kind);
    let label = heading.clone();
    let typed = RwSignal::new(String::new());
    let confirm_label = townhall::cancel_type(&title);
    let confirmed = Memo::new(move |_| deed == Deed::Publish || same(&typed.read(), &title));
    let send = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        let tasks = untrack(tasks);
        if !tasks.is_empty() && confirmed.get_untracked() {
            let kind = if deed == Deed::Cancel {
                RunKind::Cancel
            } else {
                RunKind::Publish
            };
            let title = untrack(|| state.title()).unwrap_or_default();
            state.sending.begin(kind, &title, tasks);
        }
    };
    let (class, consequence) = match deed {
        Deed::Cancel => ("button danger", words::CANCEL_TEXT),
        _ => ("button primary", words::PUBLISH_TEXT),
    };
    let confirm = (deed == Deed::Cancel).then(|| view! {
        <div class="field">
            <label for="cancel-title" dir="auto">{confirm_label}</label>
            <input class="input" id="cancel-title" autocomplete="off" prop:value=typed on:input:target=move |ev| typed.set(ev.target().value())/>
        </div>
    });
    view! {
        <form class="form series" novalidate aria-label=label on:submit=send>
            <h2>{heading}</h2>
            <p class="quiet">{list::when(state, &anchor).first}</p>
            <section class="card">{scope::choice(how_far)}{lines}</section>
            <section class="card"><p>{consequence}</p>{confirm}</section>
            <div class="form-foot">
                <button type="submit" class=class disabled=move || number.get() == 0 || !confirmed.get()>
                    {move || words::act(deed, kind, number.get())}
                </button>
                <a href=state.path() class="button">{townhall::BACK}</a>
            </div>
        </form>
    }
    .into_any()
}

/// Titles are compared as people type them: blanks at the ends and letter case don't count.
fn same(typed: &str, title: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<_> = text.split_whitespace().collect();
        js_sys::JsString::from(words.join(" ")).to_lower_case()
    };
    plain(typed) == plain(title)
}

fn told(state: SeriesState, deed: Deed, all: &[Concerned<'_>]) -> Vec<AnyView> {
    let line = |one: &Concerned<'_>| {
        let text = match (one.excluded, deed) {
            (Some(why), _) => scope::stays(why),
            (None, Deed::Cancel) => words::WILL_BE_CANCELLED,
            (None, _) => words::WILL_BE_PUBLISHED,
        };
        outcome::item(&outcome::line(
            state,
            one.member,
            text.to_owned(),
            Vec::new(),
        ))
    };
    all.iter().map(line).collect()
}

fn task(state: SeriesState, deed: Deed, one: &Concerned<'_>) -> Option<Task> {
    if one.excluded.is_some() {
        return None;
    }
    let member = one.member;
    let (label, kind) = (list::label(state, member), member.mine.event.kind);
    Some(match deed {
        Deed::Cancel => Task::cancel(&label, kind, member.id()),
        _ => Task::publish(&label, kind, member.id()),
    })
}
