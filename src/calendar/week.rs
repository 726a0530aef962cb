//! A week by the hour.

use super::entry::Shown;
use super::state::{CalendarState, Rows};
use crate::browser::format::{self, Style};
use leptos::prelude::*;
use planning::calendar::{Block, CalendarView, HourMark, WeekDay, week};

/// Seven columns, each as long as its day.
pub(super) fn columns(state: CalendarState) -> AnyView {
    (move || {
        let (date, rows) = (state.date.get(), state.rows()?);
        let days = untrack(|| {
            state.with_reader(|reader| week(rows.all(), date, state.week_start, reader))
        });
        let days = days.iter().enumerate();
        let columns = days.map(|(index, day)| untrack(|| column(state, index, day, &rows)));
        Some(view! { <div class="calendar-week">{columns.collect_view()}</div> })
    })
    .into_any()
}

fn column(state: CalendarState, index: usize, day: &WeekDay, rows: &Rows) -> AnyView {
    let date = day.date;
    let noon = state.noon(date);
    let label = format::instant(noon, &state.zone(), Style::LongDay);
    let short = format::instant(noon, &state.zone(), Style::Day);
    // hours are written once, and where the clocks change
    let named = index == 0 || day.hours.len() != 24;
    let hours = day.hours.iter().map(|hour| mark(state, hour, named));
    let blocks = day.blocks.iter().filter_map(|it| block(state, it, rows));
    let today = move || (state.today.get() == date).then_some("date");
    let blocks: Vec<_> = blocks.collect();
    let list = (!blocks.is_empty()).then(|| view! { <ul class="calendar-events">{blocks}</ul> });
    view! {
        <section aria-label=label aria-current=today>
            <h3><a href=state.address(CalendarView::Agenda, date)>{short}</a></h3>
            <div class="hours" style=["block-size:", &(day.hours.len() * 36).to_string(), "px"].concat()>
                {hours.collect_view()}
                {list}
            </div>
        </section>
    }
    .into_any()
}

fn percent(part: f64) -> String {
    [&(part * 100.0).to_string(), "%"].concat()
}

fn mark(state: CalendarState, hour: &HourMark, named: bool) -> impl IntoView + use<> {
    let label = named.then(|| format::instant(hour.at, &state.zone(), Style::Time));
    let style = ["inset-block-start:", &percent(hour.top)].concat();
    view! { <span class="hour-mark" aria-hidden="true" style=style>{label}</span> }
}

fn block(state: CalendarState, block: &Block, rows: &Rows) -> Option<AnyView> {
    let shown = Shown::of(state, rows.all().get(block.entry.row)?, &block.entry);
    let width = 1.0 / block.lanes as f64;
    let style = [
        "inset-block-start:",
        &percent(block.top),
        ";block-size:",
        &percent(block.height),
        ";inset-inline-start:",
        &percent(width * block.lane as f64),
        ";inline-size:",
        &percent(width),
    ]
    .concat();
    let (class, sign) = (shown.class(), shown.sign());
    Some(
        view! {
            <li style=style>
                <a class=class href=shown.href aria-label=shown.name>
                    {sign}<span class="hour">{shown.hour}</span>" "<span dir="auto">{shown.title}</span>
                </a>
            </li>
        }
        .into_any(),
    )
}
