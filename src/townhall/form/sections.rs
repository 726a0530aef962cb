//! What it is, who may come, registration and e-mail.

use super::input::{self, Binding, Fixed, Said};
use super::state::FormState;
use crate::description::{self, Description};
use crate::i18n::{form as words, townhall};
use crate::ui::field;
use leptos::prelude::*;
use planning::draft::{EventDraft, Field};
use virtual_events::Audience;

/// Title and description.
pub(super) fn what(form: FormState) -> AnyView {
    let title = Binding {
        id: "title",
        label: words::TITLE,
        help: "",
        field: Field::Title,
        said: Said::Below,
    };
    view! {
        <section class="card" aria-labelledby="what">
            <h2 id="what">{words::WHAT}</h2>
            {input::text(form, title, "text", |it| &it.title, |it, typed| it.title = typed, form.notes(&[Field::Title]))}
            {description(form)}
        </section>
    }
    .into_any()
}

fn description(form: FormState) -> AnyView {
    description::field(Description {
        draft: form.draft,
        change: Callback::new(move |(text, markup)| {
            form.change(Field::Description, |draft| {
                draft.description = text;
                draft.description_markup = markup;
            });
        }),
        help: words::DESCRIPTION_HELP,
        notes: form.notes(&[Field::Description]),
    })
}

/// What is fixed once the event is there: the audience, and of a town hall more.
pub(super) fn who(form: FormState) -> AnyView {
    let fixed = Fixed::while_editing(form);
    let hint = if fixed == Fixed::Yes {
        words::FIXED_NOW
    } else {
        words::FIXED_LATER
    };
    let townhall_only = form.draft.with_untracked(EventDraft::invites).then(|| {
        view! { {invite_only(form, fixed)}{capacity(form, fixed)} }
    });
    view! {
        <section class="card" aria-labelledby="who">
            <h2 id="who">{words::WHO}</h2>
            <p class="quiet">{hint}</p>
            {audience(form, fixed)}
            {townhall_only}
        </section>
    }
    .into_any()
}

fn invite_only(form: FormState, fixed: Fixed) -> AnyView {
    let invite = Binding {
        id: "invite-only",
        label: townhall::INVITE_ONLY,
        help: words::INVITE_ONLY_HELP,
        field: Field::InviteOnly,
        said: Said::Below,
    };
    input::check(
        form,
        invite,
        |it| it.invite_only,
        |it, on| it.invite_only = on,
        form.notes(&[Field::InviteOnly]),
        fixed,
    )
}

fn capacity(form: FormState, fixed: Fixed) -> AnyView {
    let room = Binding {
        id: "capacity",
        label: townhall::CAPACITY,
        help: words::CAPACITY_HELP,
        field: Field::Capacity,
        said: Said::Below,
    };
    match fixed {
        Fixed::No => input::text(
            form,
            room,
            "text",
            |it| &it.capacity,
            |it, typed| it.capacity = typed,
            form.notes(&[Field::Capacity]),
        ),
        Fixed::Yes => {
            let value = form.draft.with_untracked(|draft| draft.capacity.clone());
            let value = if value.is_empty() {
                townhall::NOT_SET.to_owned()
            } else {
                value
            };
            view! { <p><span class="label">{townhall::CAPACITY}</span>": "{value}</p> }.into_any()
        }
    }
}

fn audience(form: FormState, fixed: Fixed) -> AnyView {
    let notes = form.notes(&[Field::Audience]);
    let option = |id: &'static str, audience: Audience, label: &'static str, help: &'static str| {
        let own = audience.clone();
        view! {
            <div class="check">
                <input
                    type="radio"
                    name="audience"
                    id=id
                    prop:checked=move || form.draft.read().audience == own
                    disabled=fixed == Fixed::Yes
                    on:change=move |_| {
                        let chosen = audience.clone();
                        form.change(Field::Audience, |draft| draft.audience = chosen);
                    }
                />
                <label for=id>{label}</label>
                <span class="help">{help}</span>
            </div>
        }
    };
    view! {
        <fieldset class="field" aria-describedby="audience-notes">
            <legend>{townhall::AUDIENCE}</legend>
            <div class="options">
                {option("audience", Audience::Organization, words::ORGANIZATION, words::ORGANIZATION_HELP)}
                {option("audience-everyone", Audience::Everyone, words::EVERYONE, words::EVERYONE_HELP)}
            </div>
            {field::notes("audience-notes".to_owned(), notes)}
        </fieldset>
    }
    .into_any()
}

/// Registration and e-mail.
pub(super) fn registration(form: FormState) -> AnyView {
    let register = Binding {
        id: "registration",
        label: townhall::REGISTRATION,
        help: words::REGISTRATION_HELP,
        field: Field::Registration,
        said: Said::Below,
    };
    let mail = Binding {
        id: "emails",
        label: townhall::EMAIL,
        help: words::EMAIL_HELP,
        field: Field::AttendeeEmails,
        said: Said::Below,
    };
    view! {
        <section class="card" aria-labelledby="registration-email">
            <h2 id="registration-email">{words::REGISTRATION_EMAIL}</h2>
            {input::check(form, register, |it| it.registration_required, |it, on| it.registration_required = on, form.notes(&[Field::Registration]), Fixed::No)}
            {input::check(form, mail, |it| it.attendee_emails, |it, on| it.attendee_emails = on, form.notes(&[Field::AttendeeEmails]), Fixed::No)}
        </section>
    }
    .into_any()
}
