//! Where the series ends: a rule without an end isn't offered.

use super::often::notes;
use super::state::NewSeries;
use crate::i18n::series as words;
use crate::ui::field;
use leptos::prelude::*;
use planning::series::{EndsBy, RuleDraft, RuleField};

/// The section.
pub(super) fn section(series: NewSeries) -> AnyView {
    let by = Memo::new(move |_| series.rule.read().end);
    let option = move |of: EndsBy, id: &'static str, label: &'static str| {
        view! {
            <div class="check">
                <input
                    type="radio" name="ends" id=id
                    prop:checked=move || by.get() == of
                    on:change=move |_| series.rule.update(|rule| rule.end = of)
                />
                <label for=id>{label}</label>
            </div>
        }
    };
    let value = move || match by.get() {
        EndsBy::Count => input(
            series,
            ("count", words::TIMES, "text", RuleField::Count),
            |rule| &mut rule.count,
        ),
        EndsBy::Date => input(
            series,
            ("until", words::LAST_DAY, "date", RuleField::Until),
            |rule| &mut rule.until,
        ),
    };
    view! {
        <section class="card" aria-labelledby="ends">
            <h2 id="ends">{words::ENDS}</h2>
            <fieldset class="field">
                <legend class="visually-hidden">{words::ENDS}</legend>
                <div class="options">
                    {option(EndsBy::Count, "ends-count", words::AFTER)}
                    {option(EndsBy::Date, "ends-date", words::ON_DATE)}
                </div>
            </fieldset>
            {value}
        </section>
    }
    .into_any()
}

fn input(
    series: NewSeries,
    (id, label, kind, of): (&'static str, &'static str, &'static str, RuleField),
    part: fn(&mut RuleDraft) -> &mut String,
) -> AnyView {
    let notes = notes(series, of);
    let described = [id, "-notes"].concat();
    // read through a copy: the part is named once, for reading and for writing
    let value = move || {
        let mut rule = series.rule.get();
        std::mem::take(part(&mut rule))
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                class="input" id=id type=kind autocomplete="off"
                prop:value=value
                on:input:target=move |ev| series.rule.update(|rule| *part(rule) = ev.target().value())
                aria-describedby=described.clone()
                aria-invalid=move || field::blocks(&notes.read()).then_some("true")
            />
            {field::notes(described, notes)}
        </div>
    }
    .into_any()
}
