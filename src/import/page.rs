//! The page, step by step: file, columns, choices, preview, check, go.

use super::state::ImportState;
use super::{choices, columns, preview, send, source};
use crate::browser::page::set_title;
use crate::event::EventList;
use crate::i18n::import as words;
use crate::run;
use leptos::prelude::*;

pub(super) fn page() -> AnyView {
    set_title(words::TITLE);
    let state = ImportState::new();
    let list = EventList::expect();
    list.ensure(30);
    // what a run has made is on the board as soon as it has ended
    Effect::new(move |was: Option<bool>| {
        let busy = run::busy();
        if was == Some(true) && !busy {
            list.refresh();
        }
        busy
    });
    let chosen = Memo::new(move |_| state.source.read().is_some());
    let running = Memo::new(move |_| run::is_shown());
    view! {
        <div class="page-head"><h1>{words::TITLE}</h1></div>
        <div class="stack import">
            {run::progress(move || state.start_over())}
            {run::unfinished()}
            {move || (!running.get()).then(|| {
                if !chosen.get() {
                    return source::choose(state);
                }
                view! {
                    {source::chosen(state)}
                    {columns::columns(state)}
                    {choices::choices(state)}
                    {preview::preview(state)}
                    {send::send(state)}
                }
                .into_any()
            })}
        </div>
    }
    .into_any()
}
