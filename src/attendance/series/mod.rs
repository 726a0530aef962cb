//! The past events of a series side by side.

mod read;
mod shown;

use super::state::Attendance;
use crate::event::EventList;
use crate::i18n::attendance as words;
use leptos::prelude::*;
use planning::Phase;
use planning::series::{Member, SeriesPlace, members};
use read::{Reading, Work};

/// How many events are compared, at most: the latest.
const MOST: usize = 12;

/// How old the list of events may be, in seconds.
const STALE: u64 = 600;

/// The section; nothing for an event that belongs to no series.
pub(super) fn card(state: Attendance) -> AnyView {
    let list = EventList::expect();
    let series = Memo::new(move |_| Some(SeriesPlace::of_event(&*state.event.event()?)?.series));
    Effect::new(move |_| {
        if series.get().is_some() {
            list.ensure(STALE);
        }
    });
    let past = Memo::new(move |_| {
        let (series, events) = (series.get()?, list.known().events?);
        let rules = state.event.workspace.rules();
        let all = members(events.iter(), &series, &*rules);
        let over = |it: &Member| {
            let status = it.mine.event.status.as_ref();
            let now = state.event.clock.glance();
            Phase::of(status, it.start, it.end, now) == Phase::Ended
        };
        let mut over: Vec<Member> = all.into_iter().filter(over).collect();
        let older = over.len().saturating_sub(MOST);
        Some(over.split_off(older))
    });
    let reading = Reading::new(state);
    (move || {
        let past = past.get()?;
        Some(untrack(|| section(reading, past)))
    })
    .into_any()
}

fn section(reading: Reading, past: Vec<Member>) -> AnyView {
    let count = past.len();
    let past = StoredValue::new(past);
    let start = move |_| reading.start(past.get_value());
    let button = move |label: &'static str| {
        view! { <button type="button" class="button no-print" on:click=start>{label}</button> }
    };
    let inside = move || {
        match reading.work.get() {
        _ if count < 2 => view! { <p class="quiet">{words::ALONE}</p> }.into_any(),
        Work::Not => view! { <p>{words::offer(count)}</p><div class="row">{button(words::COMPARE)}</div> }
            .into_any(),
        Work::Running(done) => view! {
            <p role="status">{words::events_read(done, count)}</p>
            <progress class="bar" aria-label=words::SERIES_PROGRESS max=count.to_string() value=done.to_string()></progress>
        }
        .into_any(),
        Work::Done => view! { {shown::shown(reading)}<div class="row">{button(words::COMPARE_AGAIN)}</div> }
            .into_any(),
    }
    };
    view! {
        <section class="card stack" aria-labelledby="series">
            <h2 id="series">{words::SERIES}</h2>
            {inside}
        </section>
    }
    .into_any()
}
