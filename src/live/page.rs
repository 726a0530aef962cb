//! The live page, put together.

use super::groups::{Groups, Item};
use super::reminders::Reminders;
use super::wall::Wall;
use super::watch::{Watching, watching};
use super::{announce, reminders, row, upkeep, wall};
use crate::browser::format::{self, Style};
use crate::browser::page::set_title;
use crate::i18n::live as words;
use crate::shell::Workspace;
use crate::shell::problem::problem_view;
use leptos::prelude::*;
use planning::Reader;

/// What the live page's parts share.
#[derive(Clone, Copy)]
pub(super) struct Live {
    pub(super) workspace: Workspace,
    pub(super) watching: Watching,
    pub(super) groups: Memo<Option<Groups>>,
    pub(super) wall: Wall,
    pub(super) reminders: Reminders,
    /// What screen readers hear.
    pub(super) said: RwSignal<String>,
}

/// Clock and three groups.
pub(super) fn page() -> AnyView {
    set_title(words::TITLE);
    let live = Live::new();
    let zone = live.workspace.zone();
    let time = Memo::new(move |_| format::instant(live.watching.clock.now(), &zone, Style::Clock));
    view! {
        <div class="page-head">
            <h1>{words::TITLE}</h1>
            <div class="stack-tight">
                <span class="quiet small">{words::CLOCK}</span>
                <span class="clock" role="timer">{time}</span>
            </div>
        </div>
        <div class="row live-controls">{wall::button(live.wall)}{reminders::switches(live)}</div>
        {move || live.problem()}
        {live.groups()}
        <p class="visually-hidden" role="status" aria-label=words::NEWS>{live.said}</p>
        {upkeep::view(live)}
        {wall::exit(live.wall)}
    }
    .into_any()
}

impl Live {
    fn new() -> Self {
        let workspace = Workspace::expect();
        let watching = watching(workspace);
        watching.list.ensure(30 * 60);
        watching.list_is_open();
        let (zone, rules) = (workspace.zone(), workspace.rules());
        let kept = StoredValue::new_local((zone, rules));
        let groups = Memo::new(move |_| {
            let rows = watching.rows.get()?;
            let now = watching.clock.now();
            let seen = watching.seen.read();
            kept.with_value(|(zone, rules)| {
                Some(Groups::of(
                    &rows.0,
                    &seen,
                    &Reader::new(now, zone, &**rules),
                ))
            })
        });
        let live = Self {
            workspace,
            watching,
            groups,
            wall: Wall::new(),
            reminders: Reminders::new(),
            said: RwSignal::new(String::new()),
        };
        announce::stages(live);
        reminders::follow(live);
        live
    }

    fn problem(self) -> Option<AnyView> {
        let error = self.watching.list.known().error?;
        Some(problem_view(
            &error,
            Some(Callback::new(move |()| self.watching.list.refresh())),
        ))
    }

    fn groups(self) -> AnyView {
        let read = Memo::new(move |_| self.groups.with(Option::is_some));
        let failed = Memo::new(move |_| self.watching.list.known().error.is_some());
        (move || match (read.get(), failed.get()) {
            (true, _) => view! {
                {self.group(words::ON_NOW, words::NOTHING_ON, |groups| &groups.on_now)}
                {self.group(words::NEXT, words::NOTHING_NEXT, |groups| &groups.next)}
                {self.group(words::EARLIER, words::NOTHING_EARLIER, |groups| &groups.earlier)}
            }
            .into_any(),
            (false, true) => ().into_any(),
            (false, false) => skeleton(),
        })
        .into_any()
    }

    fn group(
        self,
        title: &'static str,
        nothing: &'static str,
        of: fn(&Groups) -> &Vec<Item>,
    ) -> AnyView {
        let items = Memo::new(move |_| {
            self.groups
                .with(|groups| groups.as_ref().map(|it| of(it).clone()))
                .unwrap_or_default()
        });
        let empty = move || {
            let none = items.with(Vec::is_empty);
            none.then(|| view! { <p class="quiet">{nothing}</p> })
        };
        view! {
            <section class="live-group" aria-label=title>
                <h2>{title}</h2>
                {empty}
                <For each=move || items.get() key=move |item| item.written(self.workspace) let(item)>
                    {row::row(self, item)}
                </For>
            </section>
        }
        .into_any()
    }
}

fn skeleton() -> AnyView {
    view! {
        <div class="stack" aria-busy="true">
            <span class="skeleton" style="block-size:96px"></span>
            <span class="skeleton" style="block-size:96px"></span>
        </div>
    }
    .into_any()
}
