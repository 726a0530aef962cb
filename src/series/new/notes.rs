//! What there is to say about the draft, the rule and each day.

use super::state::NewSeries;
use crate::browser::format::{self, Style};
use crate::i18n::{form, series as words};
use crate::routes::new_event;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use planning::series::{ClockNote, Occurrence, RuleError};
use virtual_events::WallTime;

/// What blocks the event itself, with the way back to its form.
pub(super) fn not_ready(series: NewSeries) -> Option<AnyView> {
    let problems = untrack(|| series.blocked());
    let text: Vec<_> = problems.iter().map(form::in_summary).collect();
    let back = view! { <a href=new_event(series.kind(), &series.name()) class="button">{words::TO_FORM}</a> };
    (!problems.is_empty()).then(|| {
        message(
            Tone::Error,
            words::not_ready(series.kind()),
            text.join(" "),
            &Details::default(),
            back.into_any(),
        )
    })
}

/// Why the rule leads nowhere.
pub(super) fn rule_error(series: NewSeries, error: &RuleError) -> AnyView {
    view! { <div class="field"><p class="problem">{words::rule_error(error, series.kind())}</p></div> }.into_any()
}

/// How many events there will be, from when to when.
pub(super) fn planned(series: NewSeries) -> impl Fn() -> Option<String> {
    move || {
        let plan = series.plan.read();
        let (first, last) = (plan.first()?, plan.last()?);
        let zone = series.template(|draft| draft.iana_zone());
        let day = |one: &Occurrence| format::instant(one.starts, &zone, Style::Day);
        let (first, last) = (day(&first.occurrence), day(&last.occurrence));
        Some(words::planned(series.kind(), plan.len(), &first, &last))
    }
}

/// Says that some of the days can't be used.
pub(super) fn blocked_days(series: NewSeries) -> AnyView {
    let any = Memo::new(move |_| series.blocked_days() > 0);
    (move || {
        let ready = untrack(|| series.blocked().is_empty());
        (any.get() && ready).then(|| {
            message(
                Tone::Warning,
                words::SOME_BLOCKED,
                words::SOME_BLOCKED_TEXT.to_owned(),
                &Details::default(),
                ().into_any(),
            )
        })
    })
    .into_any()
}

/// What the clocks do to a day's start.
pub(super) fn of_clock(one: &Occurrence) -> Option<String> {
    match one.clock {
        ClockNote::Plain => None,
        ClockNote::Skipped => Some(words::skipped(one.original, one.start)),
        ClockNote::Twice => Some(words::twice(one.original)),
    }
}

/// What is wrong with a day, and that it is left out.
pub(super) fn of_day(series: NewSeries, original: WallTime) -> AnyView {
    let problems = Memo::new(move |_| {
        if series.made.read().contains(&original) {
            return vec![words::made(series.kind())];
        }
        if series.left_out.read().contains(&original) {
            return vec![words::LEFT_OUT.to_owned()];
        }
        let own = series.own.read();
        let plan = series.plan.read();
        let day = plan.iter().find(|it| it.occurrence.original == original);
        let problems = day.into_iter().flat_map(|it| &it.checked.problems);
        // what is wrong with all of them is said once, above
        problems
            .filter(|it| !own.contains(it))
            .map(form::problem)
            .collect()
    });
    (move || {
        let problems = problems.get();
        problems
            .into_iter()
            .map(|text| view! { <span class="line odd">{text}</span> })
            .collect_view()
    })
    .into_any()
}
