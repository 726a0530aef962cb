//! How many were there at each moment.

use super::analysis::Analysis;
use super::state::Attendance;
use super::times;
use crate::browser::marks;
use crate::i18n::attendance as words;
use crate::ui::chart::{Figure, Names, Reading, chart_view};
use leptos::prelude::*;
use planning::attendance::{Curve, Schedule};
use planning::chart::{Axis, Chart, CurveChart, Mark, clock_ticks};
use std::rc::Rc;
use virtual_events::UtcInstant;

const NAMES: Names = Names {
    title: words::CURVE,
    reader: words::MOMENT,
    id: "moment",
};

/// What the browser's record of times calls the drawing.
const MEASURE: &str = "attendance:curve";

/// How many moments can be read, at most.
const MOMENTS: i64 = 240;
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The retention curve.
pub(super) fn card(state: Attendance) -> AnyView {
    let held = RwSignal::new_local(None::<Rc<Figure>>);
    Effect::new(move |_| {
        let analysis = state.analysis();
        let figure = analysis.and_then(|it| figure(state, &it));
        held.set(figure.map(Rc::new));
    });
    let some = Memo::new(move |_| held.with(Option::is_some));
    let inside = move || {
        if some.get() {
            chart_view(NAMES, held.into())
        } else {
            view! { <p class="quiet">{words::NO_TIMES}</p> }.into_any()
        }
    };
    view! {
        <section class="card stack" aria-labelledby="curve">
            <h2 id="curve">{words::CURVE}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn figure(state: Attendance, analysis: &Analysis) -> Option<Figure> {
    let (curve, schedule) = (&analysis.curve, analysis.roll.schedule);
    let peak = curve.peak()?;
    let (from, to) = shown(curve, &schedule)?;
    let course = analysis.roll.course?;
    // right before it, not when everybody has gone
    let end = UtcInstant::from_unix_milliseconds(course.end.unix_milliseconds() - 1);
    let gist = words::curve_gist(
        peak.count as usize,
        &times::clock(state, peak.at),
        curve.at(end) as usize,
        &times::clock(state, course.end),
    );
    let reading = |at: i64| {
        let moment = UtcInstant::from_unix_milliseconds(at);
        let there = curve.at(moment) as usize;
        let of_peak = curve.retention(moment);
        let time = written(state, moment, to - from);
        Reading {
            at: at as f64,
            said: words::there_at(&time, there, of_peak),
            cells: vec![
                time,
                words::figure(there),
                of_peak.map(words::of_hundred).unwrap_or_default(),
            ],
        }
    };
    let drawn = curve.clone();
    Some(Figure {
        gist,
        readings: moments(from, to).map(reading).collect(),
        heads: vec![words::MOMENT, words::THERE, words::OF_PEAK],
        draw: Box::new(move |width| {
            marks::measured(MEASURE, || {
                draw(state, &drawn, &schedule, (from, to), width)
            })
        }),
    })
}

/// From when to when the curve is shown: from the first who came, or the scheduled start, to the
/// last who left, or the scheduled end.
fn shown(curve: &Curve, schedule: &Schedule) -> Option<(i64, i64)> {
    let first = curve.steps.first()?.at.unix_milliseconds();
    let last = curve.steps.last()?.at.unix_milliseconds();
    let near = |at: &UtcInstant| (first - DAY..last + DAY).contains(&at.unix_milliseconds());
    let start = schedule
        .start
        .filter(near)
        .map(UtcInstant::unix_milliseconds);
    let end = schedule.end.filter(near).map(UtcInstant::unix_milliseconds);
    let from = start.map_or(first, |it| it.min(first));
    let to = end.map_or(last, |it| it.max(last));
    Some((from, to.max(from + MINUTE)))
}

/// Moments to read, a minute apart or more: full minutes, and the ends.
fn moments(from: i64, to: i64) -> impl Iterator<Item = i64> {
    let minutes = ((to - from) / MINUTE / MOMENTS + 1) * MINUTE;
    let first = from.div_euclid(minutes) * minutes + minutes;
    let between = (0..).map(move |at| first + at * minutes);
    let between = between.take_while(move |at| *at < to);
    std::iter::once(from).chain(between).chain([to])
}

/// A moment on the clock, with its day where more than one is shown.
fn written(state: Attendance, at: UtcInstant, length: i64) -> String {
    let clock = times::clock(state, at);
    if length > DAY {
        [&times::day(state, at), ", ", &clock].concat()
    } else {
        clock
    }
}

fn draw(
    state: Attendance,
    curve: &Curve,
    schedule: &Schedule,
    (from, to): (i64, i64),
    width: f64,
) -> Chart {
    let labels = ((width / 100.0) as usize).clamp(2, 10);
    let instant = |at: f64| UtcInstant::from_unix_milliseconds(at as i64);
    let offset = times::offset(state, instant(from as f64));
    let ticks: Vec<f64> = clock_ticks(from, to, offset, labels)
        .into_iter()
        .map(|at| at as f64)
        .collect();
    let label = |at: f64| {
        if to - from > 2 * DAY {
            times::day(state, instant(at))
        } else {
            times::clock(state, instant(at))
        }
    };
    let peak = curve.peak().map_or(0, |it| it.count);
    // more steps than pixels can't be seen
    let resampled = curve.resampled((width as usize).max(100) * 2);
    let steps = resampled.steps.iter();
    let steps = steps.map(|step| (step.at.unix_milliseconds() as f64, f64::from(step.count)));
    let mark = |at: Option<UtcInstant>, label: &str| {
        at.map(|at| Mark {
            at: at.unix_milliseconds() as f64,
            label: label.to_owned(),
        })
    };
    let marks = [
        mark(schedule.start, words::SCHEDULED_START),
        mark(schedule.end, words::SCHEDULED_END),
    ];
    Chart::Curve(CurveChart {
        x: Axis::new(from as f64, to as f64, &ticks, label),
        y: Axis::counting(f64::from(peak), 4, |at| words::figure(at as usize)),
        steps: std::iter::once((from as f64, 0.0)).chain(steps).collect(),
        marks: marks.into_iter().flatten().collect(),
    })
}
