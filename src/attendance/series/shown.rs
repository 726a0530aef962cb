//! Events side by side: a picture and a table.

use super::read::{Missing, Outcome, Reading};
use crate::attendance::state::Attendance;
use crate::attendance::times;
use crate::i18n::attendance as words;
use crate::i18n::problem;
use crate::ui::chart::{Figure, Names, Reading as Value, chart_view};
use leptos::prelude::*;
use planning::attendance::Compared;
use planning::chart::{Axis, BarChart, BarGroup, Chart};
use std::rc::Rc;
use virtual_events::UtcInstant;

const NAMES: Names = Names {
    title: words::SERIES,
    reader: words::EVENT,
    id: "series-event",
};

/// What was read.
pub(super) fn shown(reading: Reading) -> AnyView {
    let (state, outcome) = (reading.state, reading.outcome.get_untracked());
    let compared = !outcome.comparison.events.is_empty();
    let held = RwSignal::new_local(Some(Rc::new(figure(state, &outcome))));
    let missing = outcome.missing.iter().map(|(start, why)| {
        let why = match why {
            Missing::NoReport => words::NO_REPORT,
            Missing::Failed(error) => problem::sentence(error).0,
        };
        view! { <li>{[&day(state, *start), ": ", words::NOT_READ, ", ", why].concat()}</li> }
    });
    let missing: Vec<_> = missing.collect();
    view! {
        {compared.then(|| chart_view(NAMES, held.into()))}
        {compared.then(|| table(state, &outcome))}
        {(!missing.is_empty()).then(|| view! { <ul>{missing}</ul> })}
    }
    .into_any()
}

fn day(state: Attendance, start: Option<UtcInstant>) -> String {
    start.map_or_else(
        || words::UNKNOWN.to_owned(),
        |start| times::day(state, start),
    )
}

fn peak(event: &Compared) -> usize {
    event.figures.peak.map_or(0, |peak| peak.count as usize)
}

fn figure(state: Attendance, outcome: &Outcome) -> Figure {
    let events = outcome.comparison.events.clone();
    let visits = &outcome.comparison.visits;
    let once = visits.first().copied().unwrap_or(0);
    let gist = words::compared_gist(events.len(), outcome.comparison.people, once);
    let readings = events.iter().enumerate().map(|(at, event)| {
        let day = day(state, event.start);
        Value {
            at: at as f64,
            said: words::compared(&day, event.figures.attendees, peak(event)),
            cells: vec![
                day,
                words::figure(event.figures.attendees),
                words::figure(peak(event)),
            ],
        }
    });
    Figure {
        gist,
        readings: readings.collect(),
        heads: vec![words::EVENT, words::UNIQUE, words::PEAK],
        draw: Box::new(move |_| Chart::Bars(bars(state, &events))),
    }
}

fn bars(state: Attendance, events: &[Compared]) -> BarChart {
    let value = |figure: usize| (figure as f64, words::figure(figure));
    let groups = events.iter().map(|event| BarGroup {
        label: day(state, event.start),
        values: vec![value(event.figures.attendees), value(peak(event))],
    });
    let most = events
        .iter()
        .map(|event| event.figures.attendees.max(peak(event)));
    BarChart {
        y: Axis::counting(most.max().unwrap_or(0) as f64, 4, |at| {
            words::figure(at as usize)
        }),
        groups: groups.collect(),
        series: vec![words::UNIQUE.to_owned(), words::PEAK.to_owned()],
    }
}

fn table(state: Attendance, outcome: &Outcome) -> AnyView {
    let rows = outcome.comparison.events.iter().map(|event| {
        let figures = &event.figures;
        let stay = figures.average_stay.map(words::stay);
        view! {
            <tr>
                <th scope="row">{day(state, event.start)}</th>
                <td>{words::figure(figures.attendees)}</td>
                <td>{words::figure(peak(event))}</td>
                <td>{stay}</td>
                <td>{words::percent(figures.on_time)}</td>
                <td>{words::percent(figures.to_the_end)}</td>
                <td>{words::figure(event.returning)}</td>
                <td>{words::figure(event.new)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let heads = [
        words::EVENT,
        words::UNIQUE,
        words::PEAK,
        words::AVERAGE_STAY,
        words::ON_TIME,
        words::TO_THE_END,
        words::RETURNING,
        words::NEW,
    ];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::SIDE_BY_SIDE>
            <table class="compared numbers">
                <caption class="visually-hidden">{words::SIDE_BY_SIDE}</caption>
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
