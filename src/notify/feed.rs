//! What has happened: newest first, by event.

use super::entry::entry;
use super::hub::Hub;
use crate::i18n::event as names;
use crate::i18n::notify::{self as words, Shown};
use crate::routes::Page;
use leptos::prelude::*;
use planning::notify::{Entry, Happened};
use virtual_events::{EventId, EventKind};

/// One event's notifications, as they are drawn.
#[derive(Clone, PartialEq)]
struct Group {
    event: Option<EventId>,
    entries: Vec<Entry>,
}

/// The list of what has happened; `only` to one event.
pub(super) fn card(hub: Hub, only: Option<EventId>) -> AnyView {
    let shown = RwSignal::new(Shown::All);
    let of_one = only.is_some();
    let groups = Memo::new(move |_| {
        let shown = shown.get();
        hub.feed.with(|feed| {
            let groups = feed.groups().into_iter();
            let groups = groups.filter(|it| only.is_none() || it.event == only.as_ref());
            let groups = groups.map(|group| Group {
                event: group.event.cloned(),
                entries: group
                    .entries
                    .into_iter()
                    .filter(|entry| shown.has(&entry.meaning))
                    .cloned()
                    .collect(),
            });
            groups
                .filter(|it| !it.entries.is_empty())
                .collect::<Vec<_>>()
        })
    });
    let empty = move || {
        let none = groups.with(Vec::is_empty);
        let text = match (shown.get(), of_one) {
            (Shown::All, false) => words::NOTHING_YET,
            (Shown::All, true) => words::NOTHING_OF_EVENT,
            _ => words::NOTHING_OF_THAT,
        };
        none.then(|| view! { <p class="quiet">{text}</p> })
    };
    let title = if of_one {
        words::OF_EVENT
    } else {
        words::HAPPENED
    };
    view! {
        <section class="card stack-tight feed" aria-labelledby="notify-feed">
            <div class="row between">
                <h2 id="notify-feed">{title}</h2>
                {tools(hub, shown)}
            </div>
            {empty}
            <For each=move || groups.get() key=|group| (group.event.clone(), group.entries.first().map(|it| it.id.clone()), group.entries.len()) let(group)>
                {drawn(hub, &group, of_one)}
            </For>
            {news(hub)}
        </section>
    }
    .into_any()
}

fn tools(hub: Hub, shown: RwSignal<Shown>) -> AnyView {
    let choose = move |value: String| {
        let chosen = Shown::ALL.into_iter().find(|it| it.word() == value);
        shown.set(chosen.unwrap_or_default());
    };
    let options = Shown::ALL.map(|it| view! { <option value=it.word()>{it.word()}</option> });
    let seen = move || {
        (hub.unread() > 0).then(|| {
            view! { <button type="button" class="button" on:click=move |_| hub.saw_all()>{words::MARK_SEEN}</button> }
        })
    };
    view! {
        <div class="row">
            <label class="visually-hidden" for="notify-shown">{words::SHOW}</label>
            <select class="input short" id="notify-shown" on:change:target=move |ev| choose(ev.target().value())>{options.into_iter().collect_view()}</select>
            {seen}
        </div>
    }
    .into_any()
}

fn drawn(hub: Hub, group: &Group, of_one: bool) -> AnyView {
    let entries = group.entries.iter().map(|it| entry(hub, it));
    let entries = entries.collect_view();
    let head = (!of_one).then(|| head(hub, group));
    view! { <div class="group">{head}<ul class="plain rows">{entries}</ul></div> }.into_any()
}

/// The event that they are about, with the way to it.
fn head(hub: Hub, group: &Group) -> AnyView {
    let Some(id) = group.event.clone() else {
        return view! { <h3>{words::ABOUT_SUBSCRIPTIONS}</h3> }.into_any();
    };
    let said = said_kind(&group.entries);
    let known = Memo::new(move |_| {
        let events = hub.list.known().events;
        let found = events
            .as_ref()
            .and_then(|it| it.iter().find(|it| it.event.id == id));
        match found {
            Some(mine) => {
                let title = mine.event.display_name.as_deref().unwrap_or_default();
                let page = Page::Event(mine.event.kind, id.clone());
                (names::title(title), Some(page.path()))
            }
            None => {
                let page = said.map(|kind| Page::Event(kind, id.clone()));
                (words::SOME_EVENT.to_owned(), page.map(|it| it.path()))
            }
        }
    });
    (move || {
        let (title, path) = known.get();
        match path {
            Some(path) => view! { <h3><a href=path dir="auto">{title}</a></h3> }.into_any(),
            None => view! { <h3>{title}</h3> }.into_any(),
        }
    })
    .into_any()
}

/// The kind of event that one of the notifications names.
fn said_kind(entries: &[Entry]) -> Option<EventKind> {
    entries
        .iter()
        .find_map(|entry| match &entry.meaning.happened {
            Happened::Changed { subject, .. } => subject.kind,
            Happened::Lifecycle(_) => None,
        })
}

/// What screen readers hear of what comes in while they are here.
fn news(hub: Hub) -> AnyView {
    let first = hub
        .feed
        .with_untracked(|feed| feed.entries().first().map(|it| it.id.clone()));
    let said = Memo::new(move |_| {
        hub.feed.with(|feed| {
            let newest = feed.entries().first()?;
            (Some(&newest.id) != first.as_ref()).then(|| words::happened(&newest.meaning))
        })
    });
    view! { <p class="visually-hidden" role="status" aria-label=words::NEWS>{said}</p> }.into_any()
}
