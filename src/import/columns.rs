//! Which column holds what.

use super::state::ImportState;
use crate::i18n::import as words;
use leptos::prelude::*;
use planning::import::Column;

pub(super) fn columns(state: ImportState) -> AnyView {
    let Some(source) = state.source.get_untracked() else {
        return ().into_any();
    };
    let unknown = Memo::new(move |_| {
        let options = state.options.read();
        let headers = state
            .source
            .with(|it| it.as_ref().map_or(0, |it| it.table.headers.len()));
        let unused = (0..headers).filter(|at| options.mapping.get(*at).is_none());
        (options.mapping.missing(), unused.count())
    });
    let first = source.table.rows.first();
    let rows = source.table.headers.iter().enumerate().map(|(at, header)| {
        let example = first
            .and_then(|row| row.cells.get(at))
            .cloned()
            .unwrap_or_default();
        picker(state, at, header, example)
    });
    let rows = rows.collect_view();
    // open when something needs a look
    let open = unknown.get_untracked() != (Vec::new(), 0);
    view! {
        <section class="card stack" aria-labelledby="columns">
            <h2 id="columns">{words::COLUMNS}</h2>
            {move || {
                let (missing, unused) = unknown.get();
                let lacks = words::missing(&missing);
                view! {
                    {lacks.map(|text| view! { <p class="problem-line" role="alert">{text}</p> })}
                    <p class="quiet">{words::unused(unused)}</p>
                }
            }}
            <details open=open>
                <summary>{words::SHOW_COLUMNS}</summary>
                <ul class="mapping">{rows}</ul>
            </details>
        </section>
    }
    .into_any()
}

fn picker(state: ImportState, at: usize, header: &str, example: String) -> AnyView {
    let id = ["column-", &at.to_string()].concat();
    let label = words::column_label(header, at);
    let chosen = Memo::new(move |_| state.options.read().mapping.get(at));
    let change = move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        let value = ev.target().value();
        let column = value.parse::<usize>().ok();
        let column = column.and_then(|index| Column::ALL.get(index).copied());
        state.choose(|options| options.mapping.set(at, column));
    };
    let options = Column::ALL.into_iter().enumerate().map(|(index, column)| {
        view! {
            <option value=index.to_string() selected=move || chosen.get() == Some(column)>{words::column(column)}</option>
        }
    });
    view! {
        <li class="field">
            <label for=id.clone() dir="auto">{label}</label>
            <select class="input" id=id on:change:target=change>
                <option value="" selected=move || chosen.get().is_none()>{words::NOT_USED}</option>
                {options.collect_view()}
            </select>
            <span class="help" dir="auto">{example}</span>
        </li>
    }
    .into_any()
}
