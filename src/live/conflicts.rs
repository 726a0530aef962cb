//! Events at the same time: a button on the board that opens the list, and a word on an event's page.

use super::watch::{Watching, watching};
use crate::event::when::range;
use crate::i18n::{conflict as words, event as names};
use crate::routes::Page;
use crate::shell::Workspace;
use crate::ui::dialog::Modal;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::conflict::{Clash, Conflict, Speaker};
use virtual_events::EventId;

/// The button, while there is a conflict; it opens the list.
pub(super) fn button(workspace: Workspace) -> AnyView {
    let watching = watching(workspace);
    watching.heed_conflicts();
    let count = Memo::new(move |_| watching.conflicts.with(|it| it.each().len()));
    let open = RwSignal::new(false);
    let some = Memo::new(move |_| count.get() > 0);
    (move || {
        some.get().then(|| {
            view! {
                <button type="button" class="button conflicts" on:click=move |_| open.set(true)>
                    {icon(Icon::Warning)}<span>{move || words::count(count.get())}</span>
                </button>
                <Modal open title=words::TITLE body=move || list(workspace, watching, open)/>
            }
        })
    })
    .into_any()
}

fn list(workspace: Workspace, watching: Watching, open: RwSignal<bool>) -> AnyView {
    let lines = move || {
        watching.conflicts.with(|conflicts| {
            let each = conflicts.each().into_iter();
            each.filter_map(|(event, conflict)| line(workspace, watching, event, conflict))
                .collect_view()
        })
    };
    view! {
        <div class="stack">
            <h2>{words::TITLE}</h2>
            <ul class="plain rows conflict-list">{lines}</ul>
            <div class="actions"><button type="button" class="button" on:click=move |_| open.set(false)>{words::CLOSE}</button></div>
        </div>
    }
    .into_any()
}

fn line(
    workspace: Workspace,
    watching: Watching,
    event: &EventId,
    conflict: &Conflict,
) -> Option<AnyView> {
    let rows = watching.rows.get()?;
    let row = rows.0.rows().iter().find(|row| row.id == *event)?;
    let when = range(conflict.from, Some(conflict.to), &workspace.zone());
    let link = |page: Page, title: &str| {
        view! { <a href=page.path()><span dir="auto">{names::title(title)}</span></a> }
    };
    Some(
        view! {
            <li>
                <div class="stack-tight">
                    <span>{link(Page::Event(row.kind, row.id.clone()), &row.title)}{words::AND}{link(Page::Event(conflict.kind, conflict.with.clone()), &conflict.title)}</span>
                    <span class="quiet small">{words::both_on(&when)}</span>
                    {booked(conflict)}
                </div>
            </li>
        }
        .into_any(),
    )
}

/// Who presents in both.
fn booked(conflict: &Conflict) -> Option<AnyView> {
    let names: Vec<&str> = speakers(conflict).filter_map(Speaker::label).collect();
    let text = words::booked_twice(&names)?;
    Some(
        view! { <span class="conflict-word" dir="auto">{icon(Icon::Warning)}{text}</span> }
            .into_any(),
    )
}

fn speakers(conflict: &Conflict) -> impl Iterator<Item = &Speaker> {
    conflict.clashes.iter().filter_map(|clash| match clash {
        Clash::Presenter(speaker) => Some(speaker),
        Clash::Mine => None,
    })
}

/// What is at the same time as one event; nothing when nothing is.
pub(super) fn of_event(workspace: Workspace, id: EventId) -> AnyView {
    let watching = watching(workspace);
    watching.heed_conflicts();
    let found = Memo::new(move |_| watching.conflicts.with(|it| it.of_event(&id).to_vec()));
    (move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let lines = found.iter().map(|conflict| {
                let page = Page::Event(conflict.kind, conflict.with.clone()).path();
                let when = range(conflict.from, Some(conflict.to), &workspace.zone());
                view! {
                    <li><div class="stack-tight">
                        <a href=page><span dir="auto">{names::title(&conflict.title)}</span></a>
                        <span class="quiet small">{words::both_on(&when)}</span>
                        {booked(conflict)}
                    </div></li>
                }
            });
            view! {
                <section class="card stack-tight">
                    <h2>{words::OF_EVENT}</h2>
                    <ul class="plain rows">{lines.collect_view()}</ul>
                </section>
            }
        })
    })
    .into_any()
}
