//! The event in numbers: four figures first, then the others.

use super::analysis::Analysis;
use super::state::Attendance;
use super::times;
use crate::i18n::attendance as words;
use leptos::prelude::*;
use planning::attendance::Rules;
use std::rc::Rc;

/// What one figure says: the value, and a line below it.
type Said = (String, Option<String>);

/// The four that answer most questions.
pub(super) fn main(state: Attendance) -> AnyView {
    let figure = move |name: &'static str, of: fn(Attendance, &Analysis) -> Said| {
        let said = Memo::new(move |_| state.analysis().map(|it| of(state, &it)));
        let value = move || said.get().map(|it| it.0);
        let note = move || said.get().and_then(|it| it.1);
        view! {
            <div>
                <dt>{name}</dt>
                <dd class="value">{value}</dd>
                <dd class="note">{note}</dd>
            </div>
        }
    };
    view! {
        <section aria-label=words::FIGURES>
            <dl class="figures-main">
                {figure(words::UNIQUE, unique)}
                {figure(words::PEAK, peak)}
                {figure(words::AVERAGE_STAY, average_stay)}
                {figure(words::TO_THE_END, to_the_end)}
            </dl>
        </section>
    }
    .into_any()
}

fn unique(_: Attendance, it: &Analysis) -> Said {
    (words::figure(it.figures.attendees), None)
}

fn peak(state: Attendance, it: &Analysis) -> Said {
    match it.figures.peak {
        Some(peak) => {
            let at = words::at(&times::clock(state, peak.at));
            (words::figure(peak.count as usize), Some(at))
        }
        None => (words::UNKNOWN.to_owned(), None),
    }
}

fn length(seconds: Option<u32>) -> String {
    seconds.map_or_else(|| words::UNKNOWN.to_owned(), words::stay)
}

fn average_stay(_: Attendance, it: &Analysis) -> Said {
    (length(it.figures.average_stay), None)
}

fn to_the_end(_: Attendance, it: &Analysis) -> Said {
    let share = it.figures.to_the_end;
    (words::percent(share), Some(words::so_many(share)))
}

/// The other figures, with what they count.
pub(super) fn more(state: Attendance) -> AnyView {
    let fact = move |name: &'static str, of: fn(Attendance, &Rc<Analysis>) -> String| {
        let value = move || state.analysis().map(|it| of(state, &it));
        view! { <dt>{name}</dt><dd>{value}</dd> }
    };
    let rules = Rules::default();
    view! {
        <section class="card stack" aria-labelledby="more-figures">
            <h2 id="more-figures">{words::FIGURES}</h2>
            <dl class="facts">
                {fact(words::ON_TIME, |_, it| {
                    let share = it.figures.on_time;
                    [&words::percent(share), " (", &words::so_many(share), ")"].concat()
                })}
                {fact(words::MEDIAN_STAY, |_, it| length(it.figures.median_stay))}
                {fact(words::MEDIAN_THERE, |_, it| match it.figures.median_concurrent {
                    Some(people) => words::people(people as usize),
                    None => words::UNKNOWN.to_owned(),
                })}
                {fact(words::AVERAGE_THERE, |_, it| match it.figures.average_concurrent {
                    Some(people) => words::people(people.round() as usize),
                    None => words::UNKNOWN.to_owned(),
                })}
                {fact(words::STAFF, |_, it| words::staff(it.figures.staff))}
                {fact(words::PLANNED, |state, it| {
                    let schedule = it.roll.schedule;
                    match schedule.start.zip(schedule.end) {
                        Some((start, end)) => times::stretch(state, start, end),
                        None => words::UNKNOWN.to_owned(),
                    }
                })}
                {fact(words::MEETING, |state, it| {
                    let each = it.roll.meetings.iter();
                    let each: Vec<String> =
                        each.map(|it| times::stretch(state, it.from, it.to)).collect();
                    if each.is_empty() { words::UNKNOWN.to_owned() } else { each.join("; ") }
                })}
            </dl>
            <p class="quiet small">{words::rules(rules.on_time, rules.end)}</p>
        </section>
    }
    .into_any()
}
