//! Co-organizers and invited attendees: lists that the service keeps as a whole.

use crate::browser::page;
use crate::i18n::{form as form_words, people as words, townhall};
use crate::people::{Candidate, Guests, PeoplePicker, avatar};
use crate::shell::Attempt;
use crate::townhall::EventState;
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::draft::{Invitee, Topic};
use planning::history::Deed;
use planning::run::{Amendment, PeopleChange};
use virtual_events::{Error, EventKind, Identity, VirtualEvent};

/// Rows drawn before somebody asks for all.
const AT_FIRST: usize = 50;

/// One of the lists.
#[derive(Clone, Copy)]
struct List {
    id: &'static str,
    picker: &'static str,
    heading: &'static str,
    add: &'static str,
    help: &'static str,
    guests: Guests,
    topic: Topic,
    of: fn(&VirtualEvent) -> &Vec<Identity>,
    change: fn(&mut Amendment) -> &mut PeopleChange,
}

const CO_ORGANIZERS: List = List {
    id: "co-organizers",
    picker: "new-co-organizers",
    heading: townhall::CO_ORGANIZERS,
    add: words::ADD_CO_ORGANIZERS,
    help: form_words::CO_ORGANIZERS_HELP,
    guests: Guests::No,
    topic: Topic::CoOrganizers,
    of: |event| &event.co_organizers,
    change: |amendment| &mut amendment.co_organizers,
};

const INVITED: List = List {
    id: "invited",
    picker: "new-invited",
    heading: townhall::INVITED,
    add: words::ADD_INVITED,
    help: form_words::INVITED_HELP,
    guests: Guests::Allowed,
    topic: Topic::InvitedAttendees,
    of: |event| &event.invited_attendees,
    change: |amendment| &mut amendment.invited,
};

/// Both lists; a webinar has no invited attendees.
pub(super) fn sections(state: EventState) -> AnyView {
    let invited = (state.kind == EventKind::Townhall).then(|| section(state, INVITED));
    view! { {section(state, CO_ORGANIZERS)}{invited} }.into_any()
}

fn section(state: EventState, list: List) -> AnyView {
    let attempt = Attempt::new();
    let all = RwSignal::new(false);
    // the clock ticks every second; the list must not be made anew
    let may_edit = Memo::new(move |_| {
        let event = state.event();
        event.is_some_and(|it| state.permissions(&it).edit.is_allowed())
    });
    let rows = move || {
        let event = state.event()?;
        let people = (list.of)(&event);
        if people.is_empty() {
            return Some(view! { <p class="quiet">{townhall::NOBODY}</p> }.into_any());
        }
        let shown = if all.get() { people.len() } else { AT_FIRST };
        let more = (people.len() > shown).then(|| {
            view! { <button type="button" class="button subtle" on:click=move |_| all.set(true)>{words::show_all(people.len())}</button> }
        });
        let editable = may_edit.get();
        let rows = people
            .iter()
            .take(shown)
            .map(|who| row(state, list, who, editable, attempt));
        Some(
            view! { <ul class="people" aria-labelledby=list.id>{rows.collect_view()}</ul>{more} }
                .into_any(),
        )
    };
    view! {
        <section class="card stack" aria-labelledby=list.id>
            <h2 id=list.id tabindex="-1">{list.heading}</h2>
            {attempt.problem()}
            {rows}
            {move || may_edit.get().then(|| untrack(|| field(state, list, attempt)))}
        </section>
    }
    .into_any()
}

fn row(state: EventState, list: List, who: &Identity, editable: bool, attempt: Attempt) -> AnyView {
    let known = Candidate::of_invitee(&Invitee::of(who));
    let name = known.name.clone();
    let mail = known.email.clone().filter(|mail| *mail != name);
    let remove = editable.then(|| {
        let (label, who, name) = (words::remove(&name), who.clone(), name.clone());
        let take_off = move |_| remove(state, list, who.clone(), &name, attempt);
        view! { <button type="button" class="button subtle end" aria-label=label on:click=take_off>{icon(Icon::Dismiss)}</button> }
    });
    view! {
        <li>
            {avatar(state.workspace, known.id.as_deref(), &name)}
            <span class="who">
                <span dir="auto">{name}</span>
                {mail.map(|mail| view! { <span class="quiet small">{mail}</span> })}
            </span>
            {remove}
        </li>
    }
    .into_any()
}

fn field(state: EventState, list: List, attempt: Attempt) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let chosen = RwSignal::new(Vec::<Candidate>::new());
    let typed = RwSignal::new(String::new());
    let tenant = state.workspace.person().tenant_id;
    let add = move |_| {
        let people = chosen.get_untracked();
        let come = people.into_iter();
        let come = come.map(|who| who.into_invitee(&tenant).identity());
        let change = PeopleChange::coming(&come.collect::<Vec<_>>());
        attempt.make(Box::pin(async move {
            send(state, list, change).await?;
            let _ = chosen.try_set(Vec::new());
            toasts.say(words::added(list.heading));
            Ok(())
        }));
    };
    view! {
        <PeoplePicker
            id=list.picker
            label=list.add
            help=list.help
            chosen
            typed
            guests=list.guests
            notes=Vec::new()
        />
        <div class="row">
            <button
                type="button"
                class="button primary"
                aria-busy=move || attempt.busy()
                disabled=move || chosen.read().is_empty()
                on:click=add
            >
                {list.add}
            </button>
        </div>
    }
    .into_any()
}

/// Takes somebody off, until they are asked back.
fn remove(state: EventState, list: List, who: Identity, name: &str, attempt: Attempt) {
    let toasts = expect_context::<Toasts>();
    let sentence = words::removed(name);
    page::focus(list.id);
    attempt.make(Box::pin(async move {
        let change = PeopleChange {
            go: vec![who.clone()],
            ..PeopleChange::default()
        };
        send(state, list, change).await?;
        toasts.undoable(sentence, move || {
            attempt.make(Box::pin(async move {
                send(state, list, PeopleChange::coming(&[who])).await
            }));
        });
        Ok(())
    }));
}

/// Reads the event, so that nobody whom somebody else has put on the list is lost, and changes it.
async fn send(state: EventState, list: List, change: PeopleChange) -> Result<(), Error> {
    let events = state.workspace.graph().events(state.kind);
    let (id, note) = (state.id(), state.notes());
    let now = events.get(&id).await?;
    let mut amendment = Amendment::new(state.kind);
    *(list.change)(&mut amendment) = change;
    let changes = amendment.changes_to(&now);
    if changes.is_empty() {
        state.take(now);
        return Ok(());
    }
    let changed = events.update(&id, &changes).await?;
    note(Deed::Changed(vec![list.topic]));
    state.take(changed);
    Ok(())
}
