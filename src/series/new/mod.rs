//! From one event to many: the rule, a look at every day, and only then the sending.

mod days;
mod ends;
mod kept;
mod notes;
mod often;
mod send;
mod state;

use crate::browser::page::set_title;
use crate::i18n::{event as names, form as forms, series as words};
use crate::router::Router;
use crate::routes::{Page, new_event};
use crate::run;
use crate::shell::Workspace;
use leptos::prelude::*;
use state::NewSeries;
use virtual_events::EventKind;

/// The page, for the draft that the address names.
pub(super) fn page() -> AnyView {
    set_title(words::REPEAT);
    let [name] = untrack(|| Router::expect().query(["draft"]));
    let found = RwSignal::new(None);
    let (person, asked) = (Workspace::expect().person(), name.clone());
    leptos::task::spawn_local(async move {
        let draft = kept::draft(&person, &asked).await;
        let _ = found.try_set(Some(draft));
    });
    (move || match found.get() {
        None => ().into_any(),
        Some(draft) => {
            let series = untrack(|| draft.and_then(|draft| NewSeries::of(&name, draft)));
            series.map_or_else(no_draft, making)
        }
    })
    .into_any()
}

fn making(series: NewSeries) -> AnyView {
    let kind = series.kind();
    set_title(&words::new_title(kind));
    let title = names::title(series.template(|it| it.title.clone()).trim());
    let sending = Memo::new(move |_| run::is_shown());
    let router = Router::expect();
    let close = move || {
        if series.sending.has_made() {
            router.go(&Page::Series(series.id()));
        }
    };
    let to_form = new_event(kind, &series.name());
    view! {
        <div class="page-head"><h1>{words::new_title(kind)}</h1></div>
        <div class="stack">
            <p class="row">
                <strong dir="auto">{title}</strong>
                {move || (!sending.get()).then(|| view! { <a href=to_form.clone()>{words::back_to_form(kind)}</a> })}
            </p>
            {run::progress(close)}
            {move || (!sending.get()).then(|| untrack(|| form(series)))}
        </div>
    }
    .into_any()
}

fn form(series: NewSeries) -> AnyView {
    let submit = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        send::ask(series);
    };
    view! {
        <form class="form series" novalidate aria-label=words::REPEAT on:submit=submit>
            {notes::not_ready(series)}
            {often::section(series)}
            {ends::section(series)}
            {days::section(series)}
            {send::section(series)}
        </form>
        {send::dialog(series)}
    }
    .into_any()
}

fn no_draft() -> AnyView {
    view! {
        <section class="card empty">
            <h1>{words::NO_DRAFT}</h1>
            <p>{words::NO_DRAFT_TEXT}</p>
            <div class="row">
                {[EventKind::Townhall, EventKind::Webinar].map(|kind| view! { <a href=Page::New(kind).path() class="button">{forms::new_title(kind)}</a> }).into_iter().collect_view()}
            </div>
        </section>
    }
    .into_any()
}
