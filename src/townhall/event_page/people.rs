//! Who makes the event and who is invited.

use super::state::EventState;
use crate::i18n::townhall as words;
use crate::shell::initials;
use leptos::prelude::*;
use virtual_events::{EventKind, Identity};

/// Organizer, co-organizers and invited attendees.
pub(super) fn card(state: EventState) -> AnyView {
    let organizer = move || {
        let event = state.event()?;
        let user = event.created_by.as_ref()?.user.clone()?;
        Some(people(&[user]))
    };
    let helpers = move || state.event().map(|event| people(&event.co_organizers));
    let invited = move || state.event().map(|event| people(&event.invited_attendees));
    view! {
        <section class="card stack">
            <h2>{words::PEOPLE}</h2>
            <div class="stack-tight"><h3>{words::ORGANIZER}</h3>{organizer}</div>
            <div class="stack-tight"><h3>{words::CO_ORGANIZERS}</h3>{helpers}</div>
            {(state.kind == EventKind::Townhall).then(|| view! {
                <div class="stack-tight"><h3>{words::INVITED}</h3>{invited}</div>
            })}
        </section>
    }
    .into_any()
}

fn people(people: &[Identity]) -> AnyView {
    if people.is_empty() {
        return view! { <p class="quiet">{words::NOBODY}</p> }.into_any();
    }
    let rows = people.iter().map(|person| {
        let name = name_of(person);
        let mail = person.email.clone().filter(|mail| *mail != name);
        view! {
            <li>
                <span class="avatar" aria-hidden="true">{initials(&name)}</span>
                <span dir="auto">{name}</span>
                {mail.map(|mail| view! { <span class="quiet small">{mail}</span> })}
            </li>
        }
    });
    view! { <ul class="people">{rows.collect_view()}</ul> }.into_any()
}

/// What to call somebody of whom the service may tell little.
fn name_of(person: &Identity) -> String {
    person
        .display_name
        .clone()
        .filter(|name| !name.trim().is_empty())
        .or_else(|| person.email.clone())
        .or_else(|| person.id.as_ref().map(|id| id.as_str().to_owned()))
        .unwrap_or_default()
}
