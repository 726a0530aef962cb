//! Every how many of what, and on which days.

use super::state::NewSeries;
use crate::i18n::{series as words, when};
use crate::ui::field::{self, Note};
use leptos::prelude::*;
use planning::Weekday;
use planning::series::{MonthlyOn, RuleField, Unit};

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// What is said beside an input of the rule.
pub(super) fn notes(series: NewSeries, field: RuleField) -> Signal<Vec<Note>> {
    Signal::derive(move || {
        let read = series.read.read();
        let problems = read.as_ref().err().into_iter().flatten();
        problems
            .filter(|(of, _)| *of == field)
            .map(|(_, problem)| Note::Problem(words::rule_problem(problem)))
            .collect()
    })
}

/// The section.
pub(super) fn section(series: NewSeries) -> AnyView {
    let every = notes(series, RuleField::Every);
    let invalid = move || field::blocks(&every.read()).then_some("true");
    let unit = Memo::new(move |_| series.rule.read().unit);
    let option = move |of: Unit| {
        view! { <option value=words::unit(of) selected=move || unit.get() == of>{words::unit(of)}</option> }
    };
    let choose = move |name: String| {
        if let Some(unit) = Unit::ALL.into_iter().find(|it| words::unit(*it) == name) {
            series.rule.update(|rule| rule.unit = unit);
        }
    };
    let days = move || match unit.get() {
        Unit::Week => Some(weekdays(series)),
        Unit::Month | Unit::Quarter | Unit::Year => Some(monthly(series)),
        Unit::Day => None,
    };
    view! {
        <section class="card" aria-labelledby="often">
            <h2 id="often">{words::HOW_OFTEN}</h2>
            <div class="pair">
                <div class="field">
                    <label for="every">{words::EVERY}</label>
                    <input
                        class="input" id="every" inputmode="numeric" autocomplete="off"
                        prop:value=move || series.rule.read().every.clone()
                        on:input:target=move |ev| series.rule.update(|rule| rule.every = ev.target().value())
                        aria-describedby="every-notes" aria-invalid=invalid
                    />
                    {field::notes("every-notes".to_owned(), every)}
                </div>
                <div class="field">
                    <label for="unit">{words::UNIT}</label>
                    <select class="input" id="unit" on:change:target=move |ev| choose(ev.target().value())>
                        {Unit::ALL.map(option).into_iter().collect_view()}
                    </select>
                </div>
            </div>
            {days}
        </section>
    }
    .into_any()
}

fn weekdays(series: NewSeries) -> AnyView {
    let chip = move |day: Weekday| {
        let on = move || series.rule.read().days.has(day);
        view! {
            <button
                type="button" class="chip" aria-label=when::weekday(day)
                aria-pressed=move || if on() { "true" } else { "false" }
                on:click=move |_| series.rule.update(|rule| rule.days.toggle(day))
            >
                {words::short_weekday(day)}
            </button>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{words::ON_DAYS}</legend>
            <div class="chips">{WEEK.map(chip).into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn monthly(series: NewSeries) -> AnyView {
    let option = move |on: MonthlyOn| {
        let label = words::monthly_on(on, series.first);
        let id = match on {
            MonthlyOn::Day => "on-day",
            MonthlyOn::LastDay => "on-last-day",
            MonthlyOn::Weekday => "on-weekday",
            MonthlyOn::LastWeekday => "on-last-weekday",
        };
        view! {
            <div class="check">
                <input
                    type="radio" name="monthly" id=id
                    prop:checked=move || series.rule.read().monthly == on
                    on:change=move |_| series.rule.update(|rule| rule.monthly = on)
                />
                <label for=id>{label}</label>
            </div>
        }
    };
    let choices = MonthlyOn::choices(series.first).into_iter().map(option);
    view! {
        <fieldset class="field">
            <legend>{words::ON_DAY}</legend>
            <div class="options">{choices.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
