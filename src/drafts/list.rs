//! The unfinished drafts, on the board.

use super::shelf;
use crate::browser::database::Entry;
use crate::chunk::chunk;
use crate::event::Clock;
use crate::i18n::{drafts as words, event as names, form, when};
use crate::routes::{Page, new_event};
use crate::shell::Workspace;
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::Reader;
use planning::draft::{DraftPlace, Unfinished};
use planning::when::near;

chunk! {
    drafts:
    /// What was typed and not sent; nothing at all when there is none.
    pub(crate) fn board_list() -> AnyView {
        list()
    }
}

#[derive(Clone)]
struct Row {
    entry: Entry,
    place: DraftPlace,
    draft: Unfinished,
}

impl Row {
    fn of(entry: Entry) -> Option<Self> {
        Some(Self {
            place: DraftPlace::of_key(&entry.key)?,
            draft: Unfinished::from_text(&entry.value).ok()?,
            entry,
        })
    }
}

fn list() -> AnyView {
    let workspace = Workspace::expect();
    let rows = RwSignal::new(Vec::<Row>::new());
    let own = shelf(&workspace.person());
    let read = {
        let own = own.clone();
        move || {
            let own = own.clone();
            async move { own.list().await }
        }
    };
    // one is discarded, had back, or still being sent when its form was left
    own.follow(read, move |entries| {
        // Where nothing can be kept the forms say so.
        let entries = entries.unwrap_or_default();
        let mut kept: Vec<Row> = entries.into_iter().filter_map(Row::of).collect();
        // the newest first; names begin with the time at which a form was opened
        kept.sort_by(|a, b| (b.draft.at, &b.entry.key).cmp(&(a.draft.at, &a.entry.key)));
        let _ = rows.try_set(kept);
    });
    (move || {
        let rows_now = rows.get();
        (!rows_now.is_empty()).then(|| {
            let items = rows_now.into_iter().map(row);
            view! {
                <section class="card stack-tight unfinished" aria-labelledby="unfinished">
                    <h2 id="unfinished">{words::UNFINISHED}</h2>
                    <ul>{items.collect_view()}</ul>
                </section>
            }
        })
    })
    .into_any()
}

fn row(row: Row) -> AnyView {
    let workspace = Workspace::expect();
    let title = names::title(&row.draft.draft.title);
    let (zone, rules) = (workspace.zone(), workspace.rules());
    let reader = Reader::new(Clock::expect().glance(), &zone, &*rules);
    let since = when::near(near(row.draft.at, &reader));
    let (address, kind) = match &row.place {
        DraftPlace::New(name) => {
            let kind = row.draft.draft.kind;
            (new_event(kind, name), form::new_title(kind))
        }
        DraftPlace::Edit(kind, id) => (Page::EditEvent(*kind, id.clone()).path(), words::EDIT),
    };
    let label = words::discard(&title);
    let entry = row.entry;
    let discard = move |_| discard(entry.clone());
    view! {
        <li>
            <a href=address dir="auto">{title}</a>
            <span class="quiet small">{kind}", "{words::typed(&since)}</span>
            <button type="button" class="button subtle" aria-label=label on:click=discard>{icon(Icon::Dismiss)}</button>
        </li>
    }
    .into_any()
}

/// Forgets a draft, until it is asked back.
fn discard(entry: Entry) {
    let shelf = shelf(&Workspace::expect().person());
    let toasts = expect_context::<Toasts>();
    leptos::task::spawn_local(async move {
        // It was kept a moment ago; if it can't be forgotten now, it stays.
        if shelf.delete(&entry.key).await.is_err() {
            return;
        }
        toasts.undoable(words::DISCARDED, move || {
            leptos::task::spawn_local(async move {
                if shelf.put(&entry.key, &entry.value).await.is_err() {
                    toasts.say(words::LOST);
                }
            });
        });
    });
}
