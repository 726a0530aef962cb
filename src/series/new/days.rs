//! Every day of the series, with what is odd about it; each can be left out.

use super::notes;
use super::state::NewSeries;
use crate::browser::format::{self, Style};
use crate::event::when::{city, range};
use crate::i18n::{series as words, when};
use leptos::prelude::*;
use planning::series::{Expansion, Occurrence};
use virtual_events::WallTime;

/// The section.
pub(super) fn section(series: NewSeries) -> AnyView {
    let said = move || series.read.read().as_ref().ok().map(words::rule);
    let zone = series.template(|draft| draft.iana_zone());
    let found = move || match &*series.days.read() {
        None => ().into_any(),
        Some(Err(error)) => notes::rule_error(series, error),
        Some(Ok(days)) if days.occurrences.is_empty() => view! { <p>{words::NONE}</p> }.into_any(),
        Some(Ok(days)) => untrack(|| list(series, days)),
    };
    view! {
        <section class="card" aria-labelledby="which">
            <h2 id="which">{words::WHICH}</h2>
            <p><strong>{said}</strong>" "<span class="quiet">{city(&zone)}</span></p>
            <p role="status">{notes::planned(series)}</p>
            <p class="quiet">{words::WHICH_TEXT}</p>
            {notes::blocked_days(series)}
            {found}
        </section>
    }
    .into_any()
}

fn list(series: NewSeries, days: &Expansion) -> AnyView {
    let mut before = None;
    let rows = days.occurrences.iter().map(|one| {
        let change = before.is_some_and(|before| before != one.offset);
        before = Some(one.offset);
        let offset = change.then(|| words::offset_changes(&one.offset.to_string()));
        row(series, one, offset)
    });
    let missing = (!days.missing.is_empty())
        .then(|| view! { <p class="quiet">{words::missing(&days.missing)}</p> });
    view! {
        <ol class="days" aria-label=words::PREVIEW>{rows.collect_view()}</ol>
        {missing}
    }
    .into_any()
}

fn row(series: NewSeries, one: &Occurrence, offset: Option<String>) -> AnyView {
    let original = one.original;
    let id = ["day-", &one.number.to_string()].concat();
    let (zone, mine) = (
        series.template(|draft| draft.iana_zone()),
        series.workspace.zone(),
    );
    let label = in_words(one, &zone);
    let rules = series.workspace.rules();
    let elsewhere = rules.offset_at(mine.as_str(), one.starts) != Some(one.offset);
    let my_time = elsewhere.then(|| {
        [
            &range(one.starts, Some(one.ends), &mine),
            " ",
            when::YOUR_TIME,
        ]
        .concat()
    });
    let made = Memo::new(move |_| series.made.read().contains(&original));
    let kept = move || !series.left_out.read().contains(&original);
    let problems = notes::of_day(series, original);
    view! {
        <li class="check">
            <input
                type="checkbox" id=id.clone()
                prop:checked=kept
                disabled=made
                on:change=move |_| toggle(series, original)
            />
            <label for=id class:struck=move || !kept()>{label}</label>
            <span class="help">
                {my_time.map(line)}
                {offset.map(line)}
                {notes::of_clock(one).map(line)}
                {problems}
            </span>
        </li>
    }
    .into_any()
}

fn line(text: String) -> impl IntoView {
    view! { <span class="line">{text}</span> }
}

/// `Tuesday, 30 March 2027, 10:00 – 11:00`, on the clocks of the event.
fn in_words(one: &Occurrence, zone: &planning::zones::IanaZone) -> String {
    let day = format::instant(one.starts, zone, Style::LongDay);
    let from = format::instant(one.starts, zone, Style::Time);
    let to = format::instant(one.ends, zone, Style::Time);
    [&day, ", ", &from, " – ", &to].concat()
}

fn toggle(series: NewSeries, original: WallTime) {
    series.left_out.update(|left_out| {
        let before = left_out.len();
        left_out.retain(|it| *it != original);
        if left_out.len() == before {
            left_out.push(original);
        }
    });
}
