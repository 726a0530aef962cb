//! The live page, put together.

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
use planning::live::{Agenda, Slot};
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
    agenda: Memo<Option<Agenda>>,
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
        {move || live.groups()}
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
        // The groups hold until the next change; only then are they made anew.
        let agenda = Memo::new(move |old: Option<&Option<Agenda>>| {
            let rows = rows.get()?;
            let now = clock.now();
            let _ = old;
            let (zone, rules) = (workspace.zone(), workspace.rules());
            Some(Agenda::of(rows.0.rows(), &Reader::new(now, &zone, &*rules)))
        });
        Self {
            workspace,
            clock,
            sessions: Sessions::new(workspace),
            list,
            rows,
            agenda,
        }
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
        let Some(agenda) = self.agenda.get() else {
            if self.list.known().error.is_some() {
                return ().into_any();
            }
            return view! { <div class="stack" aria-busy="true"><span class="skeleton" style="block-size:96px"></span><span class="skeleton" style="block-size:96px"></span></div> }.into_any();
        };
        view! {
            {self.group(words::ON_NOW, words::NOTHING_ON, &agenda.on_now)}
            {self.group(words::NEXT, words::NOTHING_NEXT, &agenda.next)}
            {self.group(words::EARLIER, words::NOTHING_EARLIER, &agenda.earlier)}
        }
        .into_any()
    }

    fn group(self, title: &'static str, nothing: &'static str, slots: &[Slot]) -> AnyView {
        let rows = self.rows.get_untracked();
        let rows = rows.as_ref().map(|rows| rows.0.rows()).unwrap_or_default();
        let items: Vec<_> = slots
            .iter()
            .filter_map(|slot| rows.get(slot.row).map(|it| (slot, it)))
            .map(|(slot, it)| {
                self.sessions.want(it);
                row::row(self, *slot, it)
            })
            .collect();
        let empty = items
            .is_empty()
            .then(|| view! { <p class="quiet">{nothing}</p> });
        view! {
            <section class="live-group" aria-label=title>
                <h2>{title}</h2>
                {empty}
                {items}
            </section>
        }
        .into_any()
    }
}
