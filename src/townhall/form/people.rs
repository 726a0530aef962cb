//! Co-organizers, presenters, invited attendees.

use super::state::FormState;
use crate::i18n::{form as words, people, townhall};
use crate::people::{Candidate, Guests, PeoplePicker};
use leptos::prelude::*;
use planning::draft::{EventDraft, Field};

/// The section. A webinar has no invited attendees.
pub(super) fn section(form: FormState) -> AnyView {
    let invites = form.draft.with_untracked(EventDraft::invites);
    view! {
        <section class="card" aria-labelledby="people">
            <h2 id="people">{words::PEOPLE}</h2>
            {picker(form, CO_ORGANIZERS)}
            {(!form.edits()).then(|| picker(form, PRESENTERS))}
            {invites.then(|| picker(form, INVITED))}
        </section>
    }
    .into_any()
}

/// A list of people, and where in the draft it is.
#[derive(Clone, Copy)]
struct List {
    id: &'static str,
    label: &'static str,
    help: &'static str,
    field: Field,
    guests: Guests,
    chosen: fn(&EventDraft) -> Vec<Candidate>,
    typed: fn(&EventDraft) -> &String,
    /// Puts people of the tenant named, and what is typed, into the draft.
    take: fn(&mut EventDraft, Vec<Candidate>, String, &str),
}

const CO_ORGANIZERS: List = List {
    id: "co-organizers",
    label: townhall::CO_ORGANIZERS,
    help: words::CO_ORGANIZERS_HELP,
    field: Field::CoOrganizers,
    guests: Guests::No,
    chosen: |it| it.co_organizers.iter().map(Candidate::of_person).collect(),
    typed: |it| &it.co_organizer_typed,
    take: |it, people, typed, tenant| {
        let people = people.into_iter().map(|one| one.into_person(tenant));
        it.co_organizers = people.collect();
        it.co_organizer_typed = typed;
    },
};

/// Before the event is there; afterwards they are changed one by one on its own page.
const PRESENTERS: List = List {
    id: "presenters",
    label: people::PRESENTERS,
    help: people::ADD_HELP,
    field: Field::Presenters,
    guests: Guests::Allowed,
    chosen: |it| it.presenters.iter().map(Candidate::of_invitee).collect(),
    typed: |it| &it.presenters_typed,
    take: |it, people, typed, tenant| {
        let people = people.into_iter().map(|one| one.into_invitee(tenant));
        it.presenters = people.collect();
        it.presenters_typed = typed;
    },
};

const INVITED: List = List {
    id: "invited",
    label: townhall::INVITED,
    help: words::INVITED_HELP,
    field: Field::InvitedAttendees,
    guests: Guests::Allowed,
    chosen: |it| it.invited.iter().map(Candidate::of_invitee).collect(),
    typed: |it| &it.invited_typed,
    take: |it, people, typed, tenant| {
        let people = people.into_iter().map(|one| one.into_invitee(tenant));
        it.invited = people.collect();
        it.invited_typed = typed;
    },
};

fn picker(form: FormState, list: List) -> AnyView {
    let tenant = form.workspace.person().tenant_id;
    let chosen = RwSignal::new(form.draft.with_untracked(list.chosen));
    let typed = RwSignal::new(form.draft.with_untracked(|it| (list.typed)(it).clone()));
    Effect::new(move |first: Option<()>| {
        let (people, text) = (chosen.get(), typed.get());
        if first.is_some() {
            form.change(list.field, |draft| {
                (list.take)(draft, people, text, &tenant)
            });
        }
    });
    Effect::new(move |_| {
        let kept = form.draft.with(list.chosen);
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
            guests=list.guests
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
