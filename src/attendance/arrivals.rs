//! When people came.

use super::analysis::Analysis;
use super::state::Attendance;
use super::times;
use crate::i18n::attendance as words;
use crate::ui::chart::{Figure, Names, Reading, chart_view};
use leptos::prelude::*;
use planning::attendance::Arrivals;
use planning::chart::{Axis, Chart, Column, ColumnChart, Mark, clock_ticks};
use std::rc::Rc;
use virtual_events::UtcInstant;

const NAMES: Names = Names {
    title: words::ARRIVALS,
    reader: words::STRETCH,
    id: "stretch",
};

/// The histogram; nothing where no times are known, which the curve says already.
pub(super) fn card(state: Attendance) -> AnyView {
    let held = RwSignal::new_local(None::<Rc<Figure>>);
    Effect::new(move |_| {
        let analysis = state.analysis();
        held.set(analysis.and_then(|it| figure(state, &it)).map(Rc::new));
    });
    let some = Memo::new(move |_| held.with(Option::is_some));
    let outside = move || {
        let arrivals = state.analysis()?.arrivals.clone()?;
        words::came_outside(arrivals.earlier as usize, arrivals.later as usize)
    };
    (move || {
        some.get().then(|| {
            view! {
                <section class="card stack" aria-labelledby="arrivals">
                    <h2 id="arrivals">{words::ARRIVALS}</h2>
                    {chart_view(NAMES, held.into())}
                    <p class="quiet">{outside}</p>
                </section>
            }
        })
    })
    .into_any()
}

/// The ends of a bin, in milliseconds.
fn ends(arrivals: &Arrivals, at: usize) -> (i64, i64) {
    let from = arrivals.begin(&arrivals.bins[at]).unix_milliseconds();
    (from, from + i64::from(arrivals.width_seconds) * 1_000)
}

fn figure(state: Attendance, analysis: &Analysis) -> Option<Figure> {
    let arrivals = analysis.arrivals.clone()?;
    let bins = || arrivals.bins.iter().enumerate();
    let (fullest, most) = bins().rev().max_by_key(|(_, bin)| bin.count)?;
    let clock = |at: i64| times::clock(state, UtcInstant::from_unix_milliseconds(at));
    let (from, to) = ends(&arrivals, fullest);
    let before = bins().filter(|(_, bin)| bin.from_seconds < 0);
    let before: u32 = before.map(|(_, bin)| bin.count).sum();
    let gist = words::arrivals_gist(
        most.count as usize,
        &clock(from),
        &clock(to),
        (before + arrivals.earlier) as usize,
        analysis.figures.attendees,
    );
    let readings = bins().map(|(at, bin)| {
        let (from, to) = ends(&arrivals, at);
        let (first, last) = (precise(state, from), precise(state, to));
        Reading {
            at: i64::midpoint(from, to) as f64,
            said: words::came_between(&first, &last, bin.count as usize),
            cells: vec![
                words::span(&first, &last),
                words::figure(bin.count as usize),
            ],
        }
    });
    Some(Figure {
        gist,
        readings: readings.collect(),
        heads: vec![words::STRETCH, words::CAME],
        draw: Box::new(move |width| draw(state, &arrivals, width)),
    })
}

/// A bin's end on the clock: seconds only where there are some.
fn precise(state: Attendance, at: i64) -> String {
    use crate::browser::format::{self, Style};
    let style = if at % 60_000 == 0 {
        Style::Time
    } else {
        Style::Clock
    };
    let at = UtcInstant::from_unix_milliseconds(at);
    format::instant(at, &state.event.workspace.zone(), style)
}

fn draw(state: Attendance, arrivals: &Arrivals, width: f64) -> Chart {
    let columns = arrivals.bins.iter().enumerate().map(|(at, bin)| {
        let (from, to) = ends(arrivals, at);
        Column {
            from: from as f64,
            to: to as f64,
            value: f64::from(bin.count),
        }
    });
    let columns: Vec<Column> = columns.collect();
    let from = columns.first().map_or(0.0, |it| it.from);
    let to = columns.last().map_or(1.0, |it| it.to);
    let labels = ((width / 100.0) as usize).clamp(2, 10);
    let instant = |at: f64| UtcInstant::from_unix_milliseconds(at as i64);
    let offset = times::offset(state, instant(from));
    let ticks = clock_ticks(from as i64, to as i64, offset, labels);
    let ticks: Vec<f64> = ticks.into_iter().map(|at| at as f64).collect();
    let most = arrivals.bins.iter().map(|bin| bin.count).max();
    Chart::Columns(ColumnChart {
        x: Axis::new(from, to, &ticks, |at| times::clock(state, instant(at))),
        y: Axis::counting(f64::from(most.unwrap_or(0)), 4, |at| {
            words::figure(at as usize)
        }),
        columns,
        marks: vec![Mark {
            at: arrivals.start.unix_milliseconds() as f64,
            label: words::SCHEDULED_START.to_owned(),
        }],
    })
}
