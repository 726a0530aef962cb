//! Changing a selection in one way.

use super::super::state::BoardState;
use super::act::chosen;
use super::outcome::{Outcome, carry_out};
use crate::browser::timer;
use crate::i18n::{bulk as words, form};
use crate::people::{Candidate, Guests, PeoplePicker};
use crate::ui::dialog::Modal;
use crate::ui::field::Note;
use leptos::prelude::*;
use planning::board::BoardRow;
use planning::bulk::{Edit, Shift};
use planning::draft::Limits;
use planning::run::RunKind;
use virtual_events::Switch;

pub(super) fn dialog(state: BoardState, open: RwSignal<bool>) -> AnyView {
    let title = words::EDIT.to_owned();
    let body = move || editor(state, open);
    view! { <Modal open title body/> }.into_any()
}

/// What is typed into the dialog.
#[derive(Clone, Copy)]
struct Wishes {
    registration: RwSignal<Option<Switch>>,
    emails: RwSignal<Option<Switch>>,
    helpers: RwSignal<Vec<Candidate>>,
    helper_typed: RwSignal<String>,
    days: RwSignal<String>,
    minutes: RwSignal<String>,
}

impl Wishes {
    fn edit(self, state: BoardState) -> Edit {
        let number = |typed: RwSignal<String>| typed.read().trim().parse::<i32>().unwrap_or(0);
        let tenant = state.workspace.person().tenant_id;
        let helpers = self.helpers.get().into_iter();
        let helpers = helpers.map(|it| it.into_person(&tenant));
        Edit {
            registration: self.registration.get(),
            attendee_emails: self.emails.get(),
            co_organizers: helpers.collect(),
            shift: Shift {
                days: number(self.days),
                minutes: number(self.minutes),
            },
        }
    }
}

fn editor(state: BoardState, open: RwSignal<bool>) -> AnyView {
    let wishes = Wishes {
        registration: RwSignal::new(None),
        emails: RwSignal::new(None),
        helpers: RwSignal::new(Vec::new()),
        helper_typed: RwSignal::new(String::new()),
        days: RwSignal::new(String::new()),
        minutes: RwSignal::new(String::new()),
    };
    let outcome = Memo::new_with_compare(
        move |_| {
            let _ = state.list.known();
            outcome(state, &wishes.edit(state))
        },
        |_, _| true,
    );
    let count = Memo::new(move |_| outcome.read().tasks.len());
    let notes = Signal::derive(move || {
        let typed = wishes.helper_typed.get();
        if typed.trim().is_empty() {
            Vec::new()
        } else {
            vec![Note::Hint(words::HELPER_OPEN.to_owned())]
        }
    });
    let change = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        if count.get_untracked() > 0 {
            open.set(false);
            carry_out(state, RunKind::Edit, outcome.get_untracked().tasks);
        }
    };
    view! {
        <form on:submit=change>
            <h2>{words::EDIT}</h2>
            {switch("bulk-registration", words::REGISTRATION, wishes.registration)}
            {switch("bulk-emails", words::EMAILS, wishes.emails)}
            <PeoplePicker id="bulk-helpers" label=words::HELPERS help=form::CO_ORGANIZERS_HELP chosen=wishes.helpers typed=wishes.helper_typed guests=Guests::No notes/>
            <div class="row">
                {number("bulk-days", words::DAYS, wishes.days)}
                {number("bulk-minutes", words::MINUTES, wishes.minutes)}
            </div>
            <p class="quiet small">{words::SHIFT_HELP}</p>
            {move || outcome.read().notes()}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| open.set(false)>{words::LEAVE}</button>
                <button type="submit" class="button primary" disabled=move || count.get() == 0>{move || words::change(count.get())}</button>
            </div>
        </form>
    }
    .into_any()
}

fn switch(id: &'static str, label: &'static str, value: RwSignal<Option<Switch>>) -> AnyView {
    let change = move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        value.set(match ev.target().value().as_str() {
            "on" => Some(Switch::On),
            "off" => Some(Switch::Off),
            _ => None,
        });
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select class="input" id=id on:change:target=change>
                <option value="">{words::AS_IT_IS}</option>
                <option value="on">{words::ON}</option>
                <option value="off">{words::OFF}</option>
            </select>
        </div>
    }
    .into_any()
}

fn number(id: &'static str, label: &'static str, value: RwSignal<String>) -> AnyView {
    view! {
        <div class="field grow">
            <label for=id>{label}</label>
            <input class="input" type="number" step="1" id=id prop:value=value on:input:target=move |ev| value.set(ev.target().value())/>
        </div>
    }
    .into_any()
}

fn outcome(state: BoardState, edit: &Edit) -> Outcome {
    let mut outcome = Outcome::default();
    if edit.is_empty() {
        return outcome;
    }
    let rules = state.workspace.rules();
    let now = timer::now();
    for mine in chosen(state) {
        let title = mine.event.display_name.as_deref();
        let row = BoardRow::of(&mine, &*rules);
        if let Some(why) = row.permissions(now).edit.why_not() {
            outcome.leave_out(title, words::why_not(why).to_owned());
            continue;
        }
        match edit.task(&mine.event, now, &*rules, &Limits::default()) {
            Ok(task) if task.steps.is_empty() => {}
            Ok(task) => outcome.tasks.push(task),
            Err(problems) => {
                let said: Vec<String> = problems.iter().map(form::problem).collect();
                outcome.leave_out(title, said.join(" "));
            }
        }
    }
    outcome
}
