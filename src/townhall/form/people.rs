//! Co-organizers, presenters, invited attendees.

use super::state::FormState;
use crate::i18n::{form as words, people, townhall};
use crate::people::{Candidate, PeoplePicker};
use leptos::prelude::*;
use planning::draft::{DraftPerson, Field, Invitee, TownhallDraft};
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
            {(!form.edits()).then(|| guests(form, PRESENTERS))}
            {(!webinar).then(|| guests(form, INVITED))}
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
            guests=crate::people::Guests::No
            notes=form.notes(&[Field::CoOrganizers])
        />
    }
    .into_any()
}

/// A list of people of the directory and guests.
#[derive(Clone, Copy)]
struct Guests {
    id: &'static str,
    label: &'static str,
    help: &'static str,
    field: Field,
    chosen: fn(&TownhallDraft) -> &Vec<Invitee>,
    typed: fn(&TownhallDraft) -> &String,
    take: fn(&mut TownhallDraft, Vec<Invitee>, String),
}

const INVITED: Guests = Guests {
    id: "invited",
    label: townhall::INVITED,
    help: words::INVITED_HELP,
    field: Field::InvitedAttendees,
    chosen: |it| &it.invited,
    typed: |it| &it.invited_typed,
    take: |it, people, typed| (it.invited, it.invited_typed) = (people, typed),
};

/// Before the event is there; afterwards they are changed one by one on its own page.
const PRESENTERS: Guests = Guests {
    id: "presenters",
    label: people::PRESENTERS,
    help: people::ADD_HELP,
    field: Field::Presenters,
    chosen: |it| &it.presenters,
    typed: |it| &it.presenters_typed,
    take: |it, people, typed| (it.presenters, it.presenters_typed) = (people, typed),
};

fn guests(form: FormState, list: Guests) -> AnyView {
    let tenant = form.workspace.person().tenant_id;
    let of_draft = move |draft: &TownhallDraft| -> Vec<Candidate> {
        (list.chosen)(draft).iter().map(of_invitee).collect()
    };
    let chosen = RwSignal::new(form.draft.with_untracked(of_draft));
    let typed = RwSignal::new(form.draft.with_untracked(|it| (list.typed)(it).clone()));
    Effect::new(move |first: Option<()>| {
        let (people, text) = (chosen.get(), typed.get());
        if first.is_some() {
            let people = people.into_iter().map(|it| to_invitee(it, &tenant));
            let people = people.collect();
            form.change(list.field, move |draft| (list.take)(draft, people, text));
        }
    });
    Effect::new(move |_| {
        let kept = form.draft.with(of_draft);
        if kept != chosen.get_untracked() {
            chosen.set(kept);
        }
        form.draft.with(|it| follow(typed, (list.typed)(it)));
    });
    let notes = Signal::derive(move || form.notes_of(list.field));
    view! {
        <PeoplePicker
            id=list.id
            label=list.label
            help=list.help
            chosen
            typed
            guests=crate::people::Guests::Allowed
            notes
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
