//! A change of one town hall, and how far it goes.

use super::state::SeriesState;
use super::{fields, list, outcome, scope};
use crate::i18n::{series as words, townhall};
use leptos::prelude::*;
use planning::Reader;
use planning::draft::{Limits, TownhallDraft};
use planning::run::{RunKind, Task};
use planning::series::{Deed, Member, Outcome, Preview, Scope, SeriesEdit};
use virtual_events::EventId;

/// The view.
pub(super) fn page(state: SeriesState, id: &EventId) -> AnyView {
    let Some(anchor) = scope::anchor(state, id) else {
        return super::unknown();
    };
    let before = TownhallDraft::from_event(&anchor.mine.event, &*state.workspace.rules());
    let draft = RwSignal::new(before.clone());
    let how_far = RwSignal::new(Scope::This);
    let before = StoredValue::new(before);
    let shown = list::when(state, &anchor).first;
    let anchor_id = StoredValue::new(anchor.id().clone());
    let preview = move |use_it: &mut dyn FnMut(&[Preview<'_>])| {
        let members = state.members.read();
        let members: &[Member] = members.as_deref().unwrap_or_default();
        let (zone, rules) = (state.workspace.zone(), state.workspace.rules());
        let edit = SeriesEdit {
            before: before.get_value(),
            after: draft.get(),
        };
        let reader = Reader::new(state.now(), &zone, &*rules);
        let limits = Limits::default();
        let id = anchor_id.get_value();
        use_it(&edit.preview(members, &id, how_far.get(), &reader, &limits));
    };
    let lines = move || {
        let mut view = None;
        preview(&mut |all| view = Some(outcome::lines(state, all)));
        view
    };
    let tasks = move || {
        let mut found = Vec::new();
        preview(&mut |all| found = all.iter().filter_map(|it| task(state, it)).collect());
        found
    };
    let number = Memo::new(move |_| tasks().len());
    let blocked = Memo::new(move |_| {
        let mut any = false;
        preview(&mut |all| {
            any = all
                .iter()
                .any(|it| matches!(it.outcome, Outcome::Blocked { .. }))
        });
        any
    });
    let send = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        let tasks = untrack(tasks);
        if !tasks.is_empty() && !blocked.get_untracked() {
            let title = untrack(|| state.title()).unwrap_or_default();
            state.sending.begin(RunKind::Edit, &title, tasks);
        }
    };
    view! {
        <form class="form series" novalidate aria-label=scope::heading(Deed::Edit) on:submit=send>
            <h2>{scope::heading(Deed::Edit)}</h2>
            <p class="quiet">{shown}</p>
            <section class="card">{fields::fields(draft)}</section>
            <section class="card">{scope::choice(how_far)}{lines}</section>
            <div class="form-foot">
                <button type="submit" class="button primary" disabled=move || number.get() == 0 || blocked.get()>
                    {move || words::change(number.get())}
                </button>
                <a href=state.path() class="button">{townhall::BACK}</a>
            </div>
        </form>
    }
    .into_any()
}

fn task(state: SeriesState, preview: &Preview<'_>) -> Option<Task> {
    let Outcome::Changed { changes, .. } = &preview.outcome else {
        return None;
    };
    let member = preview.member;
    let label = list::label(state, member);
    Some(Task::update(&label, member.id(), changes))
}
