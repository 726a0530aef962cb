//! Adding presenters: one call each through the queue of writes, as a run that can be taken up.

use super::state::{People, Reading};
use crate::i18n::{event as names, people as words};
use crate::people::{Candidate, Guests, PeoplePicker};
use crate::run;
use leptos::prelude::*;
use planning::draft::Invitee;
use planning::run::{RunKind, Task};
use virtual_events::Identity;

/// The picker, the button, and how the adding goes on.
pub(super) fn field(people: People) -> AnyView {
    let chosen = RwSignal::new(Vec::<Candidate>::new());
    let typed = RwSignal::new(String::new());
    let busy = Memo::new(move |_| run::busy());
    Effect::new(move |before: Option<bool>| {
        let now = busy.get();
        if before == Some(true) && !now {
            people.refresh();
        }
        now
    });
    let go = move |_| {
        let new = chosen.get_untracked();
        start(people, &new);
        chosen.set(Vec::new());
    };
    view! {
        <PeoplePicker
            id="new-presenters"
            label=words::ADD_PRESENTERS
            help=words::ADD_HELP
            chosen
            typed
            guests=Guests::Allowed
            notes=Vec::new()
        />
        <div class="row">
            <button
                type="button"
                class="button primary"
                disabled=move || chosen.read().is_empty() || busy.get()
                on:click=go
            >
                {move || words::add_presenters(chosen.read().len())}
            </button>
        </div>
        {run::progress(|| {})}
    }
    .into_any()
}

fn start(people: People, chosen: &[Candidate]) {
    let there = match people.reading_untracked() {
        Reading::There(presenters) => presenters.to_vec(),
        _ => Vec::new(),
    };
    let tenant = people.event.workspace.person().tenant_id;
    let there: Vec<String> = there
        .iter()
        .filter_map(Invitee::presenting)
        .map(|it| it.key())
        .collect();
    let new: Vec<Identity> = chosen
        .iter()
        .map(|candidate| candidate.clone().into_invitee(&tenant))
        .filter(|who| !there.contains(&who.key()))
        .map(|who| who.named_identity())
        .collect();
    let event = people.event;
    let title = untrack(|| event.event())
        .and_then(|it| it.display_name.clone())
        .unwrap_or_default();
    let title = names::title(&title);
    let task = Task::presenters(&title, event.kind, &event.id(), &new);
    let run = run::new_run(RunKind::Presenters, &title, vec![task]);
    run::start(event.workspace, run, run::From::Memory);
}
