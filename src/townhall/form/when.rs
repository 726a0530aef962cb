//! Start, end, length and zone.

use super::input::{self, Binding, Said};
use super::state::FormState;
use super::zone;
use crate::i18n::form as words;
use crate::ui::field;
use leptos::prelude::*;
use planning::draft::{DURATION_CHIPS, Field, Moment, Side};

/// The section; the end moves with the start.
pub(super) fn section(form: FormState) -> AnyView {
    let rules = StoredValue::new_local(form.workspace.rules());
    let at = |id, label, field, said| Binding {
        id,
        label,
        help: "",
        field,
        said: Said::In(said),
    };
    let start = form.notes(&[Field::StartDate, Field::StartTime]);
    let end = form.notes(&[Field::EndDate, Field::EndTime]);
    let start_date = input::text(
        form,
        at(
            "start-date",
            words::START_DATE,
            Field::StartDate,
            "start-notes",
        ),
        "date",
        |it| &it.start_date,
        move |it, typed| {
            let time = it.start_time.clone();
            rules.with_value(|rules| it.set_start(&typed, &time, &**rules));
        },
        form.notes(&[Field::StartDate]),
    );
    let start_time = input::text(
        form,
        at(
            "start-time",
            words::START_TIME,
            Field::StartTime,
            "start-notes",
        ),
        "time",
        |it| &it.start_time,
        move |it, typed| {
            let date = it.start_date.clone();
            rules.with_value(|rules| it.set_start(&date, &typed, &**rules));
        },
        form.notes(&[Field::StartTime]),
    );
    let end_date = input::text(
        form,
        at("end-date", words::END_DATE, Field::EndDate, "end-notes"),
        "date",
        |it| &it.end_date,
        move |it, typed| {
            let time = it.end_time.clone();
            rules.with_value(|rules| it.set_end(&typed, &time, &**rules));
        },
        form.notes(&[Field::EndDate]),
    );
    let end_time = input::text(
        form,
        at("end-time", words::END_TIME, Field::EndTime, "end-notes"),
        "time",
        |it| &it.end_time,
        move |it, typed| {
            let date = it.end_date.clone();
            rules.with_value(|rules| it.set_end(&date, &typed, &**rules));
        },
        form.notes(&[Field::EndTime]),
    );
    view! {
        <section class="card" aria-labelledby="when">
            <h2 id="when">{words::WHEN}</h2>
            <fieldset class="field">
                <legend>{words::STARTS}</legend>
                <div class="pair">{start_date}{start_time}</div>
                {field::notes("start-notes".to_owned(), start)}
                {sides(form, Which::Start)}
            </fieldset>
            {chips(form)}
            <fieldset class="field">
                <legend>{words::ENDS}</legend>
                <div class="pair">{end_date}{end_time}</div>
                {field::notes("end-notes".to_owned(), end)}
                {sides(form, Which::End)}
            </fieldset>
            {zone::picker(form)}
        </section>
    }
    .into_any()
}

fn chips(form: FormState) -> AnyView {
    let length = Memo::new(move |_| form.draft.read().duration_minutes(&*form.workspace.rules()));
    let chip = |minutes: u32| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if length.get() == Some(minutes) { "true" } else { "false" }
                on:click=move |_| form.change(Field::EndTime, |draft| draft.set_duration(minutes, &*form.workspace.rules()))
            >
                {words::minutes(minutes)}
            </button>
        }
    };
    view! { <div class="chips" role="group" aria-label=words::LENGTH>{DURATION_CHIPS.map(chip).into_iter().collect_view()}</div> }.into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Start,
    End,
}

/// Where the clock shows a time twice: which of the two.
fn sides(form: FormState, which: Which) -> AnyView {
    (move || {
        let rules = form.workspace.rules();
        let (moment, chosen) = form.draft.with(|draft| match which {
            Which::Start => (draft.start(&*rules), draft.start_side),
            Which::End => (draft.end(&*rules), draft.end_side),
        });
        if !matches!(moment, Moment::Twice { .. }) && chosen.is_none() {
            return None;
        }
        let button = |side: Side, label: &'static str| {
            view! {
                <button
                    type="button"
                    class="chip"
                    aria-pressed=if chosen == Some(side) { "true" } else { "false" }
                    on:click=move |_| choose(form, which, side)
                >
                    {label}
                </button>
            }
        };
        Some(view! { <div class="chips">{button(Side::Earlier, words::EARLIER)}{button(Side::Later, words::LATER)}</div> })
    })
    .into_any()
}

fn choose(form: FormState, which: Which, side: Side) {
    let rules = form.workspace.rules();
    match which {
        Which::Start => form.change(Field::StartTime, |draft| draft.choose_start(side, &*rules)),
        Which::End => form.change(Field::EndTime, |draft| draft.choose_end(side, &*rules)),
    }
}
