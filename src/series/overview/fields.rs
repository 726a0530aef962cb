//! The inputs of a change.

use crate::description::{self, Description};
use crate::i18n::{form as words, series, townhall};
use crate::shell::Workspace;
use leptos::prelude::*;
use planning::draft::{DURATION_CHIPS, EventDraft};

/// What can be changed of several town halls at once.
pub(super) fn fields(draft: RwSignal<EventDraft>) -> AnyView {
    let rules = move || Workspace::expect().rules();
    let rules = StoredValue::new_local(rules());
    let text = |id: &'static str,
                label: &'static str,
                kind: &'static str,
                get: fn(&EventDraft) -> &str,
                set: fn(&mut EventDraft, String, &dyn planning::zones::ZoneRules)| {
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input
                    class="input" id=id type=kind autocomplete="off"
                    prop:value=move || get(&draft.read()).to_owned()
                    on:input:target=move |ev| {
                        let typed = ev.target().value();
                        rules.with_value(|rules| draft.update(|it| set(it, typed, &**rules)));
                    }
                />
            </div>
        }
        .into_any()
    };
    view! {
        {text("title", words::TITLE, "text", |it| &it.title, |it, typed, _| it.title = typed)}
        {about(draft)}
        <div class="pair">
            {text("start-date", words::START_DATE, "date", |it| &it.start_date, |it, typed, rules| {
                let time = it.start_time.clone();
                it.set_start(&typed, &time, rules);
            })}
            {text("start-time", words::START_TIME, "time", |it| &it.start_time, |it, typed, rules| {
                let date = it.start_date.clone();
                it.set_start(&date, &typed, rules);
            })}
        </div>
        {length(draft, rules)}
        {check(draft, "registration", townhall::REGISTRATION, |it| &mut it.registration_required)}
        {check(draft, "emails", townhall::EMAIL, |it| &mut it.attendee_emails)}
    }
    .into_any()
}

/// The description of the one shown; put in place of the others' once it is changed.
fn about(draft: RwSignal<EventDraft>) -> AnyView {
    let change = Callback::new(move |(text, markup)| {
        draft.update(|draft| {
            draft.description = text;
            draft.description_markup = markup;
        });
    });
    description::field(Description {
        draft,
        change,
        help: series::DESCRIPTION_HELP,
        notes: Signal::derive(Vec::new),
    })
}

type Rules = StoredValue<std::rc::Rc<dyn planning::zones::ZoneRules>, LocalStorage>;

/// Minutes, as typed or by a chip.
fn length(draft: RwSignal<EventDraft>, rules: Rules) -> AnyView {
    let minutes = Memo::new(move |_| rules.with_value(|it| draft.read().duration_minutes(&**it)));
    let take = move |minutes: u32| {
        rules.with_value(|rules| draft.update(|it| it.set_duration(minutes, &**rules)));
    };
    let chip = move |of: u32| {
        let on = move || {
            if minutes.get() == Some(of) {
                "true"
            } else {
                "false"
            }
        };
        view! { <button type="button" class="chip" aria-pressed=on on:click=move |_| take(of)>{words::minutes(of)}</button> }
    };
    let typed = move |text: String| {
        if let Some(minutes) = text.trim().parse().ok().filter(|it| *it > 0) {
            take(minutes);
        }
    };
    view! {
        <div class="field">
            <label for="length">{series::MINUTES}</label>
            <input
                class="input" id="length" inputmode="numeric" autocomplete="off"
                prop:value=move || minutes.get().map(|it| it.to_string()).unwrap_or_default()
                on:change:target=move |ev| typed(ev.target().value())
            />
            <div class="chips" role="group" aria-label=words::LENGTH>{DURATION_CHIPS.map(chip).into_iter().collect_view()}</div>
        </div>
    }
    .into_any()
}

fn check(
    draft: RwSignal<EventDraft>,
    id: &'static str,
    label: &'static str,
    part: fn(&mut EventDraft) -> &mut bool,
) -> AnyView {
    let on = move || *part(&mut draft.get());
    view! {
        <div class="check">
            <input type="checkbox" id=id prop:checked=on on:change:target=move |ev| draft.update(|it| *part(it) = ev.target().checked())/>
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}
