//! The live page, put together.

use super::groups::{Groups, Item};
use super::sessions::Sessions;
use super::{poll, row};
use crate::browser::format::{self, Style};
use crate::browser::page::set_title;
use crate::event::{Clock, EventList};
use crate::i18n::live as words;
use crate::shell::Workspace;
use crate::shell::problem::problem_view;
use leptos::prelude::*;
use planning::Reader;
use planning::board::Board;
use std::sync::Arc;

/// The rows of my events, compared by identity.
#[derive(Debug, Clone)]
pub(super) struct Rows(pub(super) Arc<Board>);

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the live page's parts share.
#[derive(Clone, Copy)]
pub(super) struct Live {
    pub(super) workspace: Workspace,
    pub(super) clock: Clock,
    pub(super) sessions: Sessions,
    list: EventList,
    rows: Memo<Option<Rows>>,
    groups: Memo<Option<Groups>>,
}

/// Clock and three groups.
pub(super) fn page() -> AnyView {
    set_title(words::TITLE);
    let live = Live::new();
    poll::keep_reading(live.list, live.rows, move || live.clock.now());
    let time =
        Memo::new(move |_| format::instant(live.clock.now(), &live.workspace.zone(), Style::Clock));
    view! {
        <div class="page-head">
            <h1>{words::TITLE}</h1>
            <div class="stack-tight">
                <span class="quiet small">{words::CLOCK}</span>
                <span class="clock" role="timer">{time}</span>
            </div>
        </div>
        {move || live.problem()}
        {live.groups()}
        <p class="quiet small">{move || live.read_at()}</p>
    }
    .into_any()
}

impl Live {
    fn new() -> Self {
        let (workspace, clock, list) = (Workspace::expect(), Clock::expect(), EventList::expect());
        list.ensure(30);
        let rows = Memo::new(move |_| {
            let events = list.known().events?;
            Some(Rows(Arc::new(Board::new(&events, &*workspace.rules()))))
        });
        let groups = Memo::new(move |_| {
            let rows = rows.get()?;
            let (zone, rules) = (workspace.zone(), workspace.rules());
            let reader = Reader::new(clock.now(), &zone, &*rules);
            Some(Groups::of(&rows.0, &reader))
        });
        let live = Self {
            workspace,
            clock,
            sessions: Sessions::new(workspace),
            list,
            rows,
            groups,
        };
        live.read_links();
        live
    }

    /// Reads the links of what is on or to come, and at each poll those that are still missing.
    fn read_links(self) {
        Effect::new(move |_| {
            self.rows.track();
            self.groups.with(|groups| {
                let open = groups
                    .iter()
                    .flat_map(|it| it.on_now.iter().chain(&it.next));
                open.for_each(|item| self.sessions.want(&item.row));
            });
        });
    }

    fn problem(self) -> Option<AnyView> {
        let error = self.list.known().error?;
        Some(problem_view(
            &error,
            Some(Callback::new(move |()| self.list.refresh())),
        ))
    }

    fn read_at(self) -> Option<String> {
        let at = self.list.known().read_at?;
        Some(words::read_at(&format::instant(
            at,
            &self.workspace.zone(),
            Style::Clock,
        )))
    }

    fn groups(self) -> AnyView {
        let read = Memo::new(move |_| self.groups.with(Option::is_some));
        let failed = Memo::new(move |_| self.list.known().error.is_some());
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
                    {row::row(self, &item)}
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
