//! Co-organizers and invited attendees.

use super::state::FormState;
use crate::i18n::{form as words, townhall};
use crate::people::{Candidate, Guests, PeoplePicker};
use leptos::prelude::*;
use planning::draft::{DraftPerson, Field, Invitee};
use virtual_events::{EventKind, TenantId, UserId};

/// The section. A webinar has no invited attendees.
pub(super) fn section(form: FormState) -> AnyView {
    let webinar = form.purpose.with_untracked(|purpose| match purpose {
        super::state::Purpose::New => false,
        super::state::Purpose::Edit(event) => event.kind == EventKind::Webinar,
    });
    view! {
        <section class="card" aria-labelledby="people">
            <h2 id="people">{words::PEOPLE}</h2>
            {co_organizers(form)}
            {(!webinar).then(|| invited(form))}
        </section>
    }
    .into_any()
}

fn co_organizers(form: FormState) -> AnyView {
    let tenant = form.workspace.person().tenant_id;
    let chosen = RwSignal::new(
        form.draft
            .with_untracked(|it| it.co_organizers.iter().map(of_person).collect::<Vec<_>>()),
    );
    let typed = RwSignal::new(
        form.draft
            .with_untracked(|it| it.co_organizer_typed.clone()),
    );
    Effect::new(move |first: Option<()>| {
        let (people, text) = (chosen.get(), typed.get());
        if first.is_some() {
            let tenant = tenant.clone();
            form.change(Field::CoOrganizers, move |draft| {
                draft.co_organizers = people
                    .into_iter()
                    .map(|it| to_person(it, &tenant))
                    .collect();
                draft.co_organizer_typed = text;
            });
        }
    });
    Effect::new(move |_| {
        let kept = form
            .draft
            .with(|it| it.co_organizers.iter().map(of_person).collect::<Vec<_>>());
        if kept != chosen.get_untracked() {
            chosen.set(kept);
        }
        form.draft.with(|it| follow(typed, &it.co_organizer_typed));
    });
    view! {
        <PeoplePicker
            id="co-organizers"
            label=townhall::CO_ORGANIZERS
            help=words::CO_ORGANIZERS_HELP
            chosen
            typed
            guests=Guests::No
            notes=form.notes(&[Field::CoOrganizers])
        />
    }
    .into_any()
}

fn invited(form: FormState) -> AnyView {
    let tenant = form.workspace.person().tenant_id;
    let chosen = RwSignal::new(
        form.draft
            .with_untracked(|it| it.invited.iter().map(of_invitee).collect::<Vec<_>>()),
    );
    let typed = RwSignal::new(form.draft.with_untracked(|it| it.invited_typed.clone()));
    Effect::new(move |first: Option<()>| {
        let (people, text) = (chosen.get(), typed.get());
        if first.is_some() {
            let tenant = tenant.clone();
            form.change(Field::InvitedAttendees, move |draft| {
                draft.invited = people
                    .into_iter()
                    .map(|it| to_invitee(it, &tenant))
                    .collect();
                draft.invited_typed = text;
            });
        }
    });
    Effect::new(move |_| {
        let kept = form
            .draft
            .with(|it| it.invited.iter().map(of_invitee).collect::<Vec<_>>());
        if kept != chosen.get_untracked() {
            chosen.set(kept);
        }
        form.draft.with(|it| follow(typed, &it.invited_typed));
    });
    view! {
        <PeoplePicker
            id="invited"
            label=townhall::INVITED
            help=words::INVITED_HELP
            chosen
            typed
            guests=Guests::Allowed
            notes=form.notes(&[Field::InvitedAttendees])
        />
    }
    .into_any()
}

/// What stands in a box follows the draft when that changes by other means than typing.
fn follow(typed: RwSignal<String>, kept: &str) {
    if typed.with_untracked(|typed| typed != kept) {
        typed.set(kept.to_owned());
    }
}

fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn named(name: &str, email: &str, id: Option<&UserId>) -> Candidate {
    let id = id.map(|id| id.as_str().to_owned());
    let shown = text(name).or_else(|| text(email)).or_else(|| id.clone());
    Candidate {
        id,
        name: shown.unwrap_or_default(),
        email: text(email),
    }
}

fn of_person(person: &DraftPerson) -> Candidate {
    named(&person.name, &person.email, person.id.as_ref())
}

fn of_invitee(invitee: &Invitee) -> Candidate {
    named(&invitee.name, &invitee.email, invitee.id.as_ref())
}

fn to_person(person: Candidate, tenant: &str) -> DraftPerson {
    let id = person.id.map(UserId::from);
    let tenant_id = id.is_some().then(|| TenantId::from(tenant.to_owned()));
    DraftPerson {
        name: person.name,
        email: person.email.unwrap_or_default(),
        id,
        tenant_id,
    }
}

fn to_invitee(person: Candidate, tenant: &str) -> Invitee {
    let id = person.id.map(UserId::from);
    let tenant_id = id.is_some().then(|| TenantId::from(tenant.to_owned()));
    let email = person.email.unwrap_or_default();
    // an address alone is no name
    let name = if id.is_none() && person.name == email {
        String::new()
    } else {
        person.name
    };
    Invitee {
        name,
        email,
        id,
        tenant_id,
    }
}
