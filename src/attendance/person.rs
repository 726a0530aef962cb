//! One person: each stay, and the registration, which is read when somebody asks for it.

use super::people::called;
use super::state::{Attendance, NamesAre};
use super::times;
use crate::event::when::range;
use crate::i18n::{attendance as words, registration};
use crate::shell::problem::problem_view;
use crate::ui::dialog::Modal;
use leptos::prelude::*;
use planning::attendance::{Attendee, Stay};
use std::rc::Rc;
use virtual_events::{Error, QuestionAnswer, Registration, RegistrationId};

/// Which person is looked at.
#[derive(Clone, Copy)]
pub(super) struct Looked {
    state: Attendance,
    open: RwSignal<bool>,
    person: RwSignal<Option<Rc<Attendee>>, LocalStorage>,
    registration: RwSignal<Read, LocalStorage>,
}

/// How the reading of the registration stands.
#[derive(Clone)]
enum Read {
    Not,
    UnderWay,
    Failed(Rc<Error>),
    There(Rc<Registration>),
}

impl Looked {
    /// Nobody is looked at yet.
    pub(super) fn new(state: Attendance) -> Self {
        Self {
            state,
            open: RwSignal::new(false),
            person: RwSignal::new_local(None),
            registration: RwSignal::new_local(Read::Not),
        }
    }

    /// Shows a person.
    pub(super) fn at(self, person: &Attendee) {
        self.person.set(Some(Rc::new(person.clone())));
        self.registration.set(Read::Not);
        self.open.set(true);
    }

    /// The dialog.
    pub(super) fn dialog(self) -> AnyView {
        let title = Signal::derive(move || {
            self.person
                .get()
                .map_or_else(String::new, |it| self.name(&it))
        });
        let body = move || {
            self.person
                .get_untracked()
                .map(|person| untrack(|| self.body(&person)))
        };
        view! { <Modal open=self.open title body/> }.into_any()
    }

    fn name(self, person: &Attendee) -> String {
        called(person, self.state.names.get())
    }

    fn body(self, person: &Attendee) -> AnyView {
        let shown = self.state.names.get() == NamesAre::Shown;
        let email = person.email.clone().filter(|_| shown).map(|email| {
            view! { <dt>{words::EMAIL}</dt><dd dir="auto">{email}</dd> }
        });
        let stay = person.seconds().map(|seconds| {
            view! { <dt>{words::STAY}</dt><dd>{words::stay(seconds)}</dd> }
        });
        let registration = person
            .registration
            .clone()
            .map(|id| self.registration(&id, shown));
        view! {
            <div class="stack">
                <h2 dir="auto">{self.name(person)}</h2>
                <dl class="facts">
                    {email}
                    <dt>{words::ROLE}</dt><dd>{words::part(person.part)}</dd>
                    <dt>{words::COMES_FROM}</dt><dd>{words::kind(person.kind)}</dd>
                    {stay}
                </dl>
                {self.stays(&person.stays)}
                {registration}
                <div class="actions">
                    <button type="button" class="button" on:click=move |_| self.open.set(false)>{words::CLOSE}</button>
                </div>
            </div>
        }
        .into_any()
    }

    fn stays(self, stays: &[Stay]) -> AnyView {
        if stays.is_empty() {
            return view! { <p class="quiet">{words::NO_STAYS}</p> }.into_any();
        }
        let lines = stays.iter().map(|stay| {
            let seconds = u32::try_from(stay.millis() / 1_000).unwrap_or(u32::MAX);
            let when = times::stretch(self.state, stay.from, stay.to);
            view! { <li><span>{when}</span>" "<span class="quiet">{words::stay(seconds)}</span></li> }
        });
        view! {
            <section class="stack-tight" aria-labelledby="person-stays">
                <h3 id="person-stays">{words::STAYS}</h3>
                <ol class="plain rows numbers person-stays">{lines.collect_view()}</ol>
            </section>
        }
        .into_any()
    }

    /// What they registered with; it has their answers, so it stays hidden with the names.
    fn registration(self, id: &RegistrationId, shown: bool) -> AnyView {
        let id = id.clone();
        let read = Callback::new(move |()| self.read(id.clone()));
        let inside = move || {
            match self.registration.get() {
            _ if !shown => view! { <p class="quiet">{words::HIDDEN_WITH_NAMES}</p> }.into_any(),
            Read::Not => view! {
                <div><button type="button" class="button" on:click=move |_| read.run(())>{words::READ_REGISTRATION}</button></div>
            }
            .into_any(),
            Read::UnderWay => view! { <span class="skeleton" style="block-size:64px" aria-busy="true"></span> }.into_any(),
            Read::Failed(error) => problem_view(&error, Some(read)),
            Read::There(registration) => self.told(&registration),
        }
        };
        view! {
            <section class="stack-tight" aria-labelledby="person-registration">
                <h3 id="person-registration" tabindex="-1">{words::THEIR_REGISTRATION}</h3>
                <div role="status">{inside}</div>
            </section>
        }
        .into_any()
    }

    fn read(self, id: RegistrationId) {
        let event = self.state.event;
        let calls = event
            .workspace
            .graph()
            .events(event.kind)
            .registrations(&event.id());
        self.registration.set(Read::UnderWay);
        leptos::task::spawn_local(async move {
            let read = match calls.get(&id).await {
                Ok(registration) => Read::There(Rc::new(registration)),
                Err(error) => Read::Failed(Rc::new(error)),
            };
            // the page may be left by now, or another person be looked at
            let same = self.person.try_with_untracked(|person| {
                person.as_ref().and_then(|it| it.registration.as_ref()) == Some(&id)
            });
            if same == Some(true) {
                let _ = self.registration.try_set(read);
            }
        });
    }

    fn told(self, registration: &Registration) -> AnyView {
        let zone = self.state.event.workspace.zone();
        let when = registration.registered_at.map(|at| {
            let text = registration::since(&range(at, None, &zone));
            view! { <p class="quiet small">{text}</p> }
        });
        let answers = registration
            .registration_question_answers
            .iter()
            .filter_map(answer);
        view! {
            <p>{words::registration_is(registration.status.as_ref())}</p>
            {when}
            <dl class="facts">{answers.collect_view()}</dl>
        }
        .into_any()
    }
}

/// A question and what was answered; nothing for those left out.
fn answer(answer: &QuestionAnswer) -> Option<AnyView> {
    let text = match (
        &answer.value,
        answer.boolean_value,
        &answer.multi_choice_values,
    ) {
        (Some(text), ..) if !text.is_empty() => text.clone(),
        (_, Some(true), _) => registration::YES.to_owned(),
        (_, Some(false), _) => registration::NO.to_owned(),
        (_, _, Some(choices)) if !choices.is_empty() => choices.join(", "),
        _ => return None,
    };
    let question = answer.display_name.clone()?;
    Some(view! { <dt dir="auto">{question}</dt><dd dir="auto">{text}</dd> }.into_any())
}
