//! What the board shows: my events, searched, filtered and sorted as the address says.

use super::quick::Asked;
use crate::browser::storage::{self, Keep};
use crate::event::{Clock, EventList};
use crate::i18n::{board as words, event as names};
use crate::router::Router;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::board::{Board, BoardQuery, BoardRow, BoardView, Term, Vocabulary};
use planning::{Phase, Reader};
use std::sync::Arc;
use virtual_events::{EventId, EventKind, Role, UtcInstant};

/// How many rows are drawn at once; the rest comes by "Show more".
pub(super) const PAGE: usize = 100;

/// The board's state.
#[derive(Clone, Copy)]
pub(super) struct BoardState {
    pub(super) list: EventList,
    pub(super) workspace: Workspace,
    /// Search, filters and order.
    pub(super) query: RwSignal<BoardQuery>,
    /// All rows; `None` until the first read is done.
    rows: Memo<Option<Shared<Board>>>,
    /// Now, in steps that are fine enough for a list.
    now: Memo<UtcInstant>,
    view: Memo<Option<Shared<BoardView>>>,
    /// How many rows are drawn at most.
    pub(super) limit: RwSignal<usize>,
    /// Rows that were ticked; those that no longer match the filters don't count.
    pub(super) ticked: RwSignal<Vec<EventId>>,
    /// Whether something is being done to a selection, or its report is shown.
    pub(super) at_work: RwSignal<bool>,
    /// What somebody wants to do with an event.
    pub(super) asked: RwSignal<Option<Asked>>,
    /// The columns that aren't shown, as they are kept.
    pub(super) hidden: RwSignal<String>,
    /// The saved views, as they are kept; empty when there are none.
    pub(super) views: RwSignal<String>,
    /// Whether the dialog about views is open.
    pub(super) viewing: RwSignal<bool>,
}

/// Shared and compared by identity: the data behind it is big.
#[derive(Debug, Clone)]
pub(super) struct Shared<T>(pub(super) Arc<T>);

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl BoardState {
    /// Takes search and filters from the address, and keeps the address at them.
    pub(super) fn new() -> Self {
        let (list, workspace, clock) = (EventList::expect(), Workspace::expect(), Clock::expect());
        list.ensure(30);
        let router = Router::expect();
        let from_address = move || {
            let names = ["q", "status", "role", "kind", "when", "sort"];
            let said = router.query(names);
            let pairs = names.into_iter().zip(said.iter().map(String::as_str));
            BoardQuery::from_pairs(pairs.filter(|(_, value)| !value.is_empty()))
        };
        let query = RwSignal::new(untrack(from_address));
        // Back and forward change the address without us.
        Effect::new(move |_| {
            let asked = from_address();
            if asked != query.get_untracked() {
                query.set(asked);
            }
        });
        Effect::new(move |before: Option<BoardQuery>| {
            let now = query.get();
            if before.is_some_and(|before| before != now) {
                router.readdress(&address_of(&now));
            }
            now
        });
        let rows = Memo::new(move |_| {
            let events = list.known().events?;
            let board = Board::new(&events, &*workspace.rules());
            Some(Shared(Arc::new(board.with_vocabulary(vocabulary()))))
        });
        let now = Memo::new(move |_| {
            let seconds = clock.now().unix_milliseconds() / 15_000;
            UtcInstant::from_unix_milliseconds(seconds * 15_000)
        });
        let view = Memo::new(move |_| {
            let board = rows.get()?;
            let (zone, rules) = (workspace.zone(), workspace.rules());
            let reader = Reader::new(now.get(), &zone, &*rules);
            Some(Shared(Arc::new(board.0.view(&query.read(), &reader))))
        });
        Self {
            list,
            workspace,
            query,
            rows,
            now,
            view,
            limit: RwSignal::new(PAGE),
            ticked: RwSignal::new(Vec::new()),
            at_work: RwSignal::new(false),
            asked: RwSignal::new(None),
            hidden: RwSignal::new(kept(workspace, HIDDEN)),
            views: RwSignal::new(kept(workspace, VIEWS)),
            viewing: RwSignal::new(false),
        }
    }
}

impl BoardState {
    /// The rows to draw, in their order, with their phase; `None` until the first read is done.
    pub(super) fn shown(self) -> Option<Vec<(BoardRow, Phase)>> {
        let (board, view, now) = (self.rows.get()?, self.view.get()?, self.now.get());
        let rows = board.0.rows();
        let drawn = view.0.shown.iter().take(self.limit.get());
        Some(
            drawn
                .filter_map(|at| rows.get(*at))
                .map(|row| (row.clone(), row.phase(now)))
                .collect(),
        )
    }

    /// All events that match, in their order; tracks.
    pub(super) fn matching(self) -> Vec<EventId> {
        let (Some(board), Some(view)) = (self.rows.get(), self.view.get()) else {
            return Vec::new();
        };
        let row = |at: &usize| board.0.rows().get(*at).map(|row| row.id.clone());
        view.0.shown.iter().filter_map(row).collect()
    }

    /// How many there are of what; tracks.
    pub(super) fn counts(self) -> Option<planning::board::Counts> {
        self.view.get().map(|view| view.0.counts)
    }

    /// What is on now, and the next few that are to come.
    pub(super) fn on_now_and_next(self) -> Vec<(BoardRow, Phase)> {
        const AT_MOST: usize = 3;
        const SOON: i64 = 24 * 3_600_000;
        let Some(board) = self.rows.get() else {
            return Vec::new();
        };
        let now = self.now.get();
        let soon = |row: &BoardRow| {
            row.starts()
                .is_some_and(|at| at.unix_milliseconds() - now.unix_milliseconds() < SOON)
        };
        let with_phase = board
            .0
            .rows()
            .iter()
            .map(|row| (row.clone(), row.phase(now)));
        let mut near: Vec<_> = with_phase
            .filter(|(row, phase)| {
                *phase == Phase::OnNow || (*phase == Phase::Upcoming && soon(row))
            })
            .collect();
        near.truncate(AT_MOST);
        near
    }

    /// The board's address for what is shown now; tracks.
    pub(super) fn address(self) -> String {
        address_of(&self.query.read())
    }

    /// Changes the query; the list begins at its top again.
    pub(super) fn ask(self, change: impl FnOnce(&mut BoardQuery)) {
        self.limit.set(PAGE);
        self.query.update(change);
    }
}

/// What of the board is kept in the browser, for each of its accounts.
pub(super) const HIDDEN: &str = "board.hidden";
pub(super) const VIEWS: &str = "board.views";

/// The key of one of them.
pub(super) fn key(workspace: Workspace, what: &str) -> String {
    [what, ".", &workspace.person().owner_key()].concat()
}

fn kept(workspace: Workspace, what: &str) -> String {
    storage::read(Keep::Browser, &key(workspace, what)).unwrap_or_default()
}

/// The board's address for a query.
fn address_of(query: &BoardQuery) -> String {
    let mut address = "/".to_owned();
    for (index, (name, value)) in query.to_pairs().into_iter().enumerate() {
        address.push(if index == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.push_str(&String::from(js_sys::encode_uri_component(&value)));
    }
    address
}

/// The words a search understands beside the letters in the rows.
fn vocabulary() -> Vocabulary {
    let phases = Phase::ALL.map(|phase| (names::phase(phase), Term::Phase(phase)));
    let kinds = EventKind::ALL.map(|kind| (names::kind(kind), Term::Kind(kind)));
    let roles = Role::ALL.map(|role| (names::role(Some(role)), Term::Role(role)));
    let months = words::MONTHS.map(|(name, month)| (name, Term::Month(month)));
    Vocabulary::new(phases.into_iter().chain(kinds).chain(roles).chain(months))
}
