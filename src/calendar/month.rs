//! A month at a glance: a grid that is walked with the arrow keys.

use super::entry::Shown;
use super::state::{CalendarState, Rows};
use crate::browser::format::{self, Style};
use crate::browser::page;
use crate::i18n::{calendar as words, series, when};
use leptos::prelude::*;
use planning::Date;
use planning::calendar::{CalendarView, Day, Walk, day_text, month, walked};

/// Events that a cell has room for.
const ROOM: usize = 3;

/// The grid. It is drawn anew for another month; within one only the focus moves.
pub(super) fn grid(state: CalendarState) -> AnyView {
    let first = Memo::new(move |_| {
        let date = state.date.get();
        date.replace_day(1).unwrap_or(date)
    });
    let weekdays = (0..7).map(move |ahead| {
        let day = state.week_start.nth_next(ahead);
        view! { <th scope="col" abbr=when::weekday(day)>{series::short_weekday(day)}</th> }
    });
    let weeks = move || {
        let (first, rows) = (first.get(), state.rows());
        rows.map(|rows| untrack(|| weeks(state, first, &rows)))
    };
    view! {
        <table class="calendar-month" role="grid" aria-labelledby="calendar-heading" on:keydown=move |ev| key(state, &ev)>
            <thead><tr>{weekdays.collect_view()}</tr></thead>
            <tbody>{weeks}</tbody>
        </table>
        <p class="quiet small">{words::GRID_HELP}</p>
    }
    .into_any()
}

fn weeks(state: CalendarState, first: Date, rows: &Rows) -> AnyView {
    let month = state.with_reader(|reader| month(rows.all(), first, state.week_start, reader));
    let week = |days: &Vec<Day>| {
        let cells = days.iter().map(|day| cell(state, first, day, rows));
        view! { <tr>{cells.collect_view()}</tr> }
    };
    month.weeks.iter().map(week).collect_view().into_any()
}

fn cell_id(date: Date) -> String {
    ["day-", &day_text(date)].concat()
}

fn cell(state: CalendarState, first: Date, day: &Day, rows: &Rows) -> AnyView {
    let date = day.date;
    let chosen = Memo::new(move |_| state.date.get() == date);
    let tab = move || if chosen.get() { "0" } else { "-1" };
    let label = {
        let date = format::instant(state.noon(date), &state.zone(), Style::LongDay);
        words::day_with(&date, day.entries.len())
    };
    let events = day.entries.iter().take(ROOM).filter_map(|entry| {
        let shown = Shown::of(state, rows.all().get(entry.row)?, entry);
        let (class, sign) = (shown.class(), shown.sign());
        Some(view! {
            <li>
                <a class=class href=shown.href tabindex=tab aria-label=shown.name>
                    {sign}<span class="hour">{shown.hour}</span>" "<span dir="auto">{shown.title}</span>
                </a>
            </li>
        })
    });
    let more = day.entries.len().saturating_sub(ROOM);
    let more = (more > 0).then(|| {
        let address = state.address(CalendarView::Agenda, date);
        view! { <li><a class="calendar-event more" href=address tabindex=tab>{words::more(more)}</a></li> }
    });
    let class = if date.month() == first.month() {
        ""
    } else {
        "outside"
    };
    let today = move || (state.today.get() == date).then_some("date");
    view! {
        <td
            role="gridcell" id=cell_id(date) class=class aria-label=label tabindex=tab
            aria-selected=move || if chosen.get() { "true" } else { "false" }
            aria-current=today
            on:click=move |ev| {
                // a link in it leads elsewhere
                if !ev.target().is_some_and(|it| page::is_in_link(&it)) {
                    state.show(CalendarView::Month, date);
                }
            }
        >
            <time datetime=day_text(date)>{date.day()}</time>
            <ul class="calendar-events">{events.collect_view()}{more}</ul>
        </td>
    }
    .into_any()
}

/// Arrows, Home, End, Page Up and Page Down; Enter shows the day's list.
fn key(state: CalendarState, ev: &web_sys::KeyboardEvent) {
    let on_cell = ev
        .target()
        .is_some_and(|it| page::has_role(&it, "gridcell"));
    let date = state.date.get_untracked();
    let walk = match ev.key().as_str() {
        "ArrowLeft" => Walk::Days(-1),
        "ArrowRight" => Walk::Days(1),
        "ArrowUp" => Walk::Days(-7),
        "ArrowDown" => Walk::Days(7),
        "Home" => Walk::WeekStart,
        "End" => Walk::WeekEnd,
        "PageUp" if ev.shift_key() => Walk::Months(-12),
        "PageDown" if ev.shift_key() => Walk::Months(12),
        "PageUp" => Walk::Months(-1),
        "PageDown" => Walk::Months(1),
        "Enter" if on_cell => {
            ev.prevent_default();
            state.show(CalendarView::Agenda, date);
            return;
        }
        _ => return,
    };
    ev.prevent_default();
    state.show(CalendarView::Month, walked(date, walk, state.week_start));
    page::focus(&cell_id(state.date.get_untracked()));
}
