//! What the calendar shows, and where in time; both stand in the address.

use crate::browser::{page, week};
use crate::event::{Clock, EventList};
use crate::i18n::event as names;
use crate::live::watch::watching;
use crate::router::Router;
use crate::routes::Page;
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::board::{Board, BoardRow};
use planning::calendar::{CalendarView, Walk, day_of, day_text, walked};
use planning::conflict::Conflicts;
use planning::{Date, Phase, Reader, Weekday};
use std::sync::Arc;
use virtual_events::{UtcInstant, WallTime};

/// Days that the agenda shows at once.
pub(super) const AGENDA_DAYS: i64 = 30;

/// The rows of my events, compared by identity.
#[derive(Debug, Clone)]
pub(super) struct Rows(Arc<Board>);

impl Rows {
    pub(super) fn all(&self) -> &[BoardRow] {
        self.0.rows()
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The calendar.
#[derive(Clone, Copy)]
pub(super) struct CalendarState {
    pub(super) list: EventList,
    workspace: Workspace,
    router: Router,
    rows: Memo<Option<Rows>>,
    conflicts: Memo<Conflicts>,
    /// Now, to the minute.
    now: Memo<UtcInstant>,
    /// The reader's today.
    pub(super) today: Memo<Date>,
    /// The view that the address names.
    pub(super) view: Memo<CalendarView>,
    /// The view that is shown.
    pub(super) shown: Memo<CalendarView>,
    /// The day that the address names, or today.
    pub(super) date: Memo<Date>,
    /// The day a week begins with where the reader lives.
    pub(super) week_start: Weekday,
}

impl CalendarState {
    pub(super) fn new() -> Self {
        let (list, workspace, clock) = (EventList::expect(), Workspace::expect(), Clock::expect());
        list.ensure(30);
        let router = Router::expect();
        let rows = Memo::new(move |_| {
            let events = list.known().events?;
            Some(Rows(Arc::new(Board::new(&events, &*workspace.rules()))))
        });
        let now = Memo::new(move |_| {
            let now = clock.now().unix_milliseconds();
            UtcInstant::from_unix_milliseconds(now - now.rem_euclid(60_000))
        });
        let today = Memo::new(move |_| {
            let (zone, rules) = (workspace.zone(), workspace.rules());
            Reader::new(now.get(), &zone, &*rules).today()
        });
        let view = Memo::new(move |_| {
            let [view] = router.query(["view"]);
            CalendarView::of(&view)
        });
        let narrow = page::narrow();
        let shown = Memo::new(move |_| {
            if narrow.get() {
                CalendarView::Agenda
            } else {
                view.get()
            }
        });
        let date = Memo::new(move |_| {
            let [date] = router.query(["date"]);
            day_of(&date).unwrap_or_else(|| today.get())
        });
        let watching = watching(workspace);
        watching.heed_conflicts();
        Self {
            list,
            workspace,
            conflicts: watching.conflicts,
            router,
            rows,
            now,
            today,
            view,
            shown,
            date,
            week_start: week::starts(),
        }
    }

    /// The rows of my events; `None` until the first read is done. Tracks.
    pub(super) fn rows(self) -> Option<Rows> {
        self.rows.get()
    }

    /// Uses the reader; tracks the minute.
    pub(super) fn with_reader<T>(self, use_it: impl FnOnce(&Reader<'_>) -> T) -> T {
        let (zone, rules) = (self.workspace.zone(), self.workspace.rules());
        use_it(&Reader::new(self.now.get(), &zone, &*rules))
    }

    /// The reader's zone.
    pub(super) fn zone(self) -> planning::zones::IanaZone {
        self.workspace.zone()
    }

    /// Noon of a day, to write the day by.
    pub(super) fn noon(self, day: Date) -> UtcInstant {
        let midnight = WallTime::new(day.midnight());
        let noon = day.with_hms(12, 0, 0).map_or(midnight, WallTime::new);
        untrack(|| self.with_reader(|reader| reader.instant(noon)))
    }

    /// Where an event stands by the clock; tracks the minute.
    /// Titles of what is at the same time as an event; tracks.
    pub(super) fn at_once(self, row: &BoardRow) -> Vec<String> {
        self.conflicts.with(|conflicts| {
            let others = conflicts.of_event(&row.id).iter();
            others.map(|it| names::title(&it.title)).collect()
        })
    }

    /// Draws anew what calls this when conflicts are found.
    pub(super) fn heed_conflicts(self) {
        self.conflicts.track();
    }

    /// Where it stands; tracks the minute.
    pub(super) fn phase(self, row: &BoardRow) -> Phase {
        row.phase(self.now.get())
    }

    /// The address of a view at a day.
    pub(super) fn address(self, view: CalendarView, date: Date) -> String {
        let (path, date) = (Page::Calendar.path(), day_text(date));
        [&path, "?view=", view.as_str(), "&date=", &date].concat()
    }

    /// Shows a view at a day.
    pub(super) fn show(self, view: CalendarView, date: Date) {
        self.router.readdress(&self.address(view, date));
    }

    /// A step, in the view that the address names.
    pub(super) fn step(self, walk: Walk) -> Date {
        let date = walked(self.date.get_untracked(), walk, self.week_start);
        self.show(self.view.get_untracked(), date);
        date
    }
}
