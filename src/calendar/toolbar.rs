//! Where in time, and which view.

use super::state::{AGENDA_DAYS, CalendarState};
use crate::browser::format::{self, Style};
use crate::i18n::calendar as words;
use leptos::prelude::*;
use planning::calendar::{CalendarView, Walk, day_of, day_text, walked, week_of};

/// Back, today, on; the day; the view.
pub(super) fn toolbar(state: CalendarState) -> AnyView {
    let heading = move || {
        let date = state.date.get();
        let day = |date| format::instant(state.noon(date), &state.zone(), Style::Day);
        match state.shown.get() {
            CalendarView::Month => words::month(date),
            CalendarView::Week => {
                let (first, last) = week_of(date, state.week_start);
                words::span(&day(first), &day(last))
            }
            CalendarView::Agenda => {
                let last = walked(date, Walk::Days(AGENDA_DAYS - 1), state.week_start);
                words::span(&day(date), &day(last))
            }
        }
    };
    let by = move |direction: i32| {
        let walk = match state.shown.get_untracked() {
            CalendarView::Month => Walk::Months(direction),
            CalendarView::Week => Walk::Days(7 * i64::from(direction)),
            CalendarView::Agenda => Walk::Days(AGENDA_DAYS * i64::from(direction)),
        };
        state.step(walk);
    };
    let to = move |typed: String| {
        if let Some(date) = day_of(&typed) {
            state.show(state.view.get_untracked(), date);
        }
    };
    let today = move |_| state.show(state.view.get_untracked(), state.today.get_untracked());
    view! {
        <div class="tools">
            <div class="row">
                <button type="button" class="button" on:click=move |_| by(-1)>{words::BACK}</button>
                <button type="button" class="button" on:click=today>{words::TODAY}</button>
                <button type="button" class="button" on:click=move |_| by(1)>{words::ON}</button>
            </div>
            <h2 id="calendar-heading" class="grow" aria-live="polite">{heading}</h2>
            <label class="visually-hidden" for="go-to">{words::GO_TO}</label>
            <input
                type="date" class="input pick" id="go-to"
                prop:value=move || day_text(state.date.get())
                on:change:target=move |ev| to(ev.target().value())
            />
            <div class="chips wide-only" role="group" aria-label=words::VIEW>
                {CalendarView::ALL.map(|view| choice(state, view)).into_iter().collect_view()}
            </div>
        </div>
    }
    .into_any()
}

fn choice(state: CalendarState, of: CalendarView) -> AnyView {
    let pressed = move || {
        if state.view.get() == of {
            "true"
        } else {
            "false"
        }
    };
    view! {
        <button type="button" class="chip" aria-pressed=pressed on:click=move |_| state.show(of, state.date.get_untracked())>
            {words::view(of)}
        </button>
    }
    .into_any()
}
