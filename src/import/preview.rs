//! The rows as they will be, a page at a time.

use super::row;
use super::state::ImportState;
use crate::i18n::import as words;
use leptos::prelude::*;
use planning::import::{RowState, Survey};
use std::sync::Arc;

/// Rows on a page: a hundred thousand in a table would stop the browser.
const PAGE: usize = 50;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    Problems,
}

pub(super) fn preview(state: ImportState) -> AnyView {
    let filter = RwSignal::new(Filter::All);
    let at = RwSignal::new(0_usize);
    let listed = Memo::new(move |_| {
        let survey = state.survey.read();
        let survey = survey.as_ref()?;
        let rows = survey.states.iter().enumerate();
        let wanted = |it: RowState| filter.get() == Filter::All || it != RowState::Ready;
        let rows: Vec<usize> = rows
            .filter(|(_, it)| wanted(**it))
            .map(|(row, _)| row)
            .collect();
        Some(Arc::new(rows))
    });
    let filter_box =
        move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
            at.set(0);
            filter.set(if ev.target().checked() {
                Filter::Problems
            } else {
                Filter::All
            });
        };
    view! {
        <section class="card stack" aria-labelledby="preview">
            <h2 id="preview">{words::PREVIEW}</h2>
            <p role="status" class="numbers">
                {move || state.survey.read().as_ref().map_or_else(|| words::LOOKING.to_owned(), |it| summary(it))}
            </p>
            <div class="check">
                <input type="checkbox" id="only-problems" on:change:target=filter_box/>
                <label for="only-problems">{words::ONLY_PROBLEMS}</label>
            </div>
            {move || {
                // the same rows may be other ones by now
                state.survey.track();
                listed.get().map(|rows| page(state, &rows, at))
            }}
        </section>
    }
    .into_any()
}

fn summary(survey: &Survey) -> String {
    words::summary(
        survey.to_send(),
        survey.count(RowState::Blocked),
        survey.count(RowState::Repeated),
    )
}

fn page(state: ImportState, rows: &Arc<Vec<usize>>, at: RwSignal<usize>) -> AnyView {
    let pages = rows.len().div_ceil(PAGE).max(1);
    let here = at.get().min(pages - 1);
    let shown: Vec<usize> = rows.iter().skip(here * PAGE).take(PAGE).copied().collect();
    let (Some(source), Some(survey)) = (state.source.get_untracked(), state.survey.get_untracked())
    else {
        return ().into_any();
    };
    if shown.is_empty() {
        return view! { <p class="quiet">{words::NO_PROBLEMS}</p> }.into_any();
    }
    let chosen = state.chosen();
    let import = chosen.import(&source.table);
    let drawn = shown.iter().filter_map(|index| {
        let planned = import.row(source.table.rows.get(*index)?);
        let row_state = *survey.states.get(*index)?;
        let repeats = survey
            .problems
            .iter()
            .filter(|problem| problem.line == planned.line)
            .cloned()
            .collect();
        Some(row::row(state, &source.table, &planned, row_state, repeats))
    });
    let drawn = drawn.collect_view();
    let (first, last) = (here * PAGE + 1, here * PAGE + shown.len());
    let total = rows.len();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::ROWS>
            <table class="rows">
                <thead><tr>{words::PREVIEW_COLUMNS.map(|name| view! { <th scope="col">{name}</th> }).into_iter().collect_view()}</tr></thead>
                <tbody>{drawn}</tbody>
            </table>
        </div>
        {(pages > 1).then(|| view! {
            <nav class="row" aria-label=words::PAGES>
                <button type="button" class="button" disabled=here == 0 on:click=move |_| at.set(here.saturating_sub(1))>{words::PREVIOUS}</button>
                <span class="numbers">{words::shown(first, last, total)}</span>
                <button type="button" class="button" disabled=here + 1 == pages on:click=move |_| at.set(here + 1)>{words::NEXT}</button>
            </nav>
        })}
    }
    .into_any()
}
