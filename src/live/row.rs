//! One session of the live list.

use super::groups::Item;
use super::page::Live;
use super::sessions::JoinLink;
use crate::browser::format::{self, Style};
use crate::i18n::{live as words, when};
use crate::routes::Page;
use crate::ui::copy::copy_button;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::live::{Slot, Standing};
use planning::when::Span;

/// The row: title, times, how far it is, join.
pub(super) fn row(live: Live, item: &Item) -> AnyView {
    let (slot, row) = (item.slot, &item.row);
    let written = item.written(live.workspace);
    let page = Page::Event(row.kind, row.id.clone());
    let standing = Memo::new(move |_| slot.standing(live.clock.now()));
    let progress = move || match standing.get() {
        Standing::OnNow { progress, .. } => Some(view! {
            <progress aria-label=words::PROGRESS value=progress.to_string() max="1"></progress>
        }),
        Standing::Next { .. } | Standing::Earlier { .. } => None,
    };
    let id = row.id.clone();
    // only what is on has a primary action: there are many rows
    let class = Memo::new(move |_| match standing.get() {
        Standing::OnNow { .. } => Some("button primary"),
        Standing::Next { .. } => Some("button"),
        Standing::Earlier { .. } => None,
    });
    view! {
        <article class="card live-row">
            <div class="stack-tight">
                <a href=page.path() class="title"><span dir="auto">{written.title}</span></a>
                <div class="figures">
                    <span>{written.time}</span>
                    {written.own_time.map(|second| view! { <span class="quiet">{second}</span> })}
                    {move || figures(live, slot, standing.get())}
                </div>
            </div>
            <div class="row">{move || class.get().map(|class| links(live.sessions.of(&id), class))}</div>
            {progress}
        </article>
    }
    .into_any()
}

fn figures(live: Live, slot: Slot, standing: Standing) -> AnyView {
    match standing {
        Standing::Next { countdown } => {
            let text = if countdown.days > 0 || countdown.hours > 5 {
                when::until(countdown)
            } else {
                when::running(countdown)
            };
            view! { <strong>{words::starts_in(&text)}</strong> }.into_any()
        }
        Standing::OnNow {
            elapsed, remaining, ..
        } => {
            let clock = |span: Span| when::running(span);
            let (elapsed, remaining) = words::elapsed(&clock(elapsed), &clock(remaining));
            view! { <strong>{elapsed}</strong><span>{remaining}</span> }.into_any()
        }
        Standing::Earlier { .. } => {
            let time = format::instant(slot.ends, &live.workspace.zone(), Style::Time);
            view! { <span>{words::ended_at(&time)}</span> }.into_any()
        }
    }
}

fn links(link: Option<JoinLink>, class: &'static str) -> AnyView {
    match link {
        Some(JoinLink::Known(url)) => view! {
            {copy_button(words::COPY, words::COPIED, url.clone())}
            <a class=class href=url target="_blank" rel="noopener">{icon(Icon::Open)}{words::JOIN}</a>
        }
        .into_any(),
        Some(JoinLink::None) => view! { <span class="quiet">{words::NO_LINK}</span> }.into_any(),
        Some(JoinLink::Reading) | None => view! { <span class="skeleton" style="inline-size:96px"></span> }.into_any(),
    }
}
