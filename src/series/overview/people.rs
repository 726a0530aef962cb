//! Who is added to the town halls chosen, and who is taken off.

use super::change::Change;
use super::leaving::{self, Leaving};
use crate::i18n::{form, people, series as words};
use crate::people::{Candidate, Guests, PeoplePicker};
use crate::shell::problem::problem_view;
use crate::ui::field::Note;
use leptos::prelude::*;
use planning::draft::{DraftPerson, Invitee};
use planning::series::{Member, SeriesEdit, shared};
use virtual_events::EventKind;

/// The people of a change.
#[derive(Clone, Copy)]
pub(super) struct People {
    co_organizers: Moves,
    presenters: Moves,
    invited: Moves,
}

/// Who is put on a list, and who is taken off.
#[derive(Clone, Copy)]
struct Moves {
    come: RwSignal<Vec<Candidate>>,
    /// What stands in the box and isn't chosen.
    typed: RwSignal<String>,
    go: RwSignal<Vec<Invitee>>,
}

impl Moves {
    fn none() -> Self {
        Self {
            come: RwSignal::new(Vec::new()),
            typed: RwSignal::new(String::new()),
            go: RwSignal::new(Vec::new()),
        }
    }

    fn coming(self, tenant: &str) -> Vec<Invitee> {
        let come = self.come.get().into_iter();
        come.map(|it| it.into_invitee(tenant)).collect()
    }

    fn is_open(self) -> bool {
        !self.typed.read().trim().is_empty()
    }
}

impl People {
    /// Nobody comes, nobody goes.
    pub(super) fn nobody() -> Self {
        Self {
            co_organizers: Moves::none(),
            presenters: Moves::none(),
            invited: Moves::none(),
        }
    }

    /// Puts them into a change, in place of those of the town hall shown; tracks.
    pub(super) fn put(self, edit: &mut SeriesEdit, tenant: &str) {
        let helpers = |list: Vec<Invitee>| list.into_iter().map(DraftPerson::from).collect();
        edit.before.co_organizers = helpers(self.co_organizers.go.get());
        edit.after.co_organizers = helpers(self.co_organizers.coming(tenant));
        edit.before.invited = self.invited.go.get();
        edit.after.invited = self.invited.coming(tenant);
        edit.before.presenters = self.presenters.go.get();
        edit.after.presenters = self.presenters.coming(tenant);
    }

    /// Whether a name is typed and not chosen: it would silently be left out; tracks.
    pub(super) fn is_open(self) -> bool {
        let all = [self.co_organizers, self.presenters, self.invited];
        all.into_iter().any(Moves::is_open)
    }
}

/// The section. A webinar has no invited attendees.
pub(super) fn section(change: Change) -> AnyView {
    let people = change.people;
    let town_hall = change.kind == EventKind::Townhall;
    let invited = town_hall.then(|| {
        view! {
            {picker("invited", words::ADD_INVITED, form::INVITED_HELP, Guests::Allowed, people.invited)}
            {listed(change, "uninvite", words::TAKE_OFF_INVITED, people.invited, invited_of)}
        }
    });
    view! {
        <section class="card" aria-labelledby="people">
            <h2 id="people">{form::PEOPLE}</h2>
            <p class="quiet">{words::PEOPLE_TEXT}</p>
            {picker("co-organizers", words::ADD_CO_ORGANIZERS, form::CO_ORGANIZERS_HELP, Guests::No, people.co_organizers)}
            {listed(change, "co-organizers-off", words::TAKE_OFF_CO_ORGANIZERS, people.co_organizers, helpers_of)}
            {picker("presenters", people::ADD_PRESENTERS, people::ADD_HELP, Guests::Allowed, people.presenters)}
            {presenters(change)}
            {invited}
        </section>
    }
    .into_any()
}

fn helpers_of(member: &Member) -> Vec<Invitee> {
    let people = member.mine.event.co_organizers.iter();
    people.map(|it| DraftPerson::of(it).into()).collect()
}

fn invited_of(member: &Member) -> Vec<Invitee> {
    let people = member.mine.event.invited_attendees.iter();
    people.map(Invitee::of).collect()
}

fn picker(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    guests: Guests,
    moves: Moves,
) -> AnyView {
    let notes = Signal::derive(move || {
        let note = || Note::Problem(words::BOX_OPEN.to_owned());
        moves.is_open().then(note).into_iter().collect::<Vec<_>>()
    });
    view! { <PeoplePicker id label help chosen=moves.come typed=moves.typed guests notes/> }
        .into_any()
}

/// Those on a list that is part of the events, and so is known.
fn listed(
    change: Change,
    id: &'static str,
    label: &'static str,
    moves: Moves,
    of: fn(&Member) -> Vec<Invitee>,
) -> AnyView {
    let lists = change.concerned(of);
    let there = Memo::new(move |_| shared(lists.get()));
    let events = Memo::new(move |_| lists.read().len());
    let any = Memo::new(move |_| !there.read().is_empty());
    let list = move || {
        leaving::unfolded(Leaving {
            id,
            label,
            there,
            events,
            go: moves.go,
        })
    };
    (move || {
        any.get()
            .then(|| leaving::folded(label, there, moves.go, || {}, list().into_any()))
    })
    .into_any()
}

/// Presenters are asked for when their list is unfolded.
fn presenters(change: Change) -> AnyView {
    let presenting = change.presenting;
    let events = change.concerned(|it| it.id().clone());
    let known = Memo::new(move |_| {
        let known = presenting.known();
        let lists = events.get().into_iter();
        lists
            .filter_map(|id| known.get(&id).cloned())
            .collect::<Vec<_>>()
    });
    let there = Memo::new(move |_| shared(known.get()));
    let (id, label, go) = (
        "presenters-off",
        words::TAKE_OFF_PRESENTERS,
        change.people.presenters.go,
    );
    let asked = Memo::new(move |_| known.read().len());
    let list = leaving::unfolded(Leaving {
        id,
        label,
        there,
        events: asked,
        go,
    });
    let state = move || {
        if let Some(error) = presenting.trouble() {
            return problem_view(&error, Some(Callback::new(move |()| presenting.ask())));
        }
        let text = match (presenting.is_reading(), there.read().is_empty()) {
            (true, _) => words::READING_PRESENTERS,
            (false, true) => people::NO_PRESENTERS,
            (false, false) => "",
        };
        view! { <p class="quiet" role="status">{text}</p> }.into_any()
    };
    let inside = view! { {state}{list} }.into_any();
    leaving::folded(label, there, go, move || presenting.ask(), inside)
}
