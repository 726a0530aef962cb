//! Day after day, as a list: what a phone shows, and what screens readers read best.

use super::entry::Shown;
use super::state::{AGENDA_DAYS, CalendarState, Rows};
use crate::browser::format::{self, Style};
use crate::event::badge::phase_badge;
use crate::i18n::calendar as words;
use leptos::prelude::*;
use planning::calendar::{Day, Entry, Walk, day_text, days, walked};

/// The days that have events.
pub(super) fn list(state: CalendarState) -> AnyView {
    (move || {
        let (date, rows) = (state.date.get(), state.rows()?);
        let last = walked(date, Walk::Days(AGENDA_DAYS - 1), state.week_start);
        let found = untrack(|| state.with_reader(|reader| days(rows.all(), date, last, reader)));
        let found: Vec<_> = found.iter().filter(|day| !day.entries.is_empty()).collect();
        if found.is_empty() {
            return Some(view! { <p class="card">{words::NOTHING}</p> }.into_any());
        }
        let sections = found.into_iter().map(|day| section(state, day, &rows));
        Some(view! { <div class="stack">{sections.collect_view()}</div> }.into_any())
    })
    .into_any()
}

fn section(state: CalendarState, day: &Day, rows: &Rows) -> AnyView {
    let id = ["agenda-", &day_text(day.date)].concat();
    let heading = format::instant(state.noon(day.date), &state.zone(), Style::LongDay);
    let items = day
        .entries
        .iter()
        .filter_map(|entry| item(state, entry, rows));
    let date = day.date;
    let today = move || (state.today.get() == date).then_some("date");
    view! {
        <section class="card stack-tight" aria-labelledby=id aria-current=today>
            <h3 id=id.clone()>{heading}</h3>
            <ul class="agenda">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn item(state: CalendarState, entry: &Entry, rows: &Rows) -> Option<AnyView> {
    state.heed_conflicts();
    let shown = untrack(|| Some(Shown::of(state, rows.all().get(entry.row)?, entry)))?;
    let sign = shown.sign();
    let clash = shown.clash.map(|words| {
        view! { <span class="conflict-word small" dir="auto">{sign}{words}</span> }
    });
    Some(
        view! {
            <li>
                <span class="hour quiet">{shown.hour}</span>
                <a href=shown.href class="grow"><span dir="auto">{shown.title}</span></a>
                {clash}
                {phase_badge(shown.phase)}
            </li>
        }
        .into_any(),
    )
}
