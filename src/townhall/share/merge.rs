//! The recipients as a table, for those who send with a program of their own.

use super::consent;
use super::recipients::{self, Shared};
use super::state::Share;
use super::wording;
use crate::browser::download;
use crate::i18n::share as words;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::invitation::file_name;
use planning::mailing::{Columns, Recipient, merge_table};
use std::rc::Rc;

/// The button, and what stood in its way.
pub(super) fn button(share: Share, nobody: Memo<bool>) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let obstacle = RwSignal::new_local(None::<Shared>);
    let busy = RwSignal::new(false);
    let save = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        obstacle.set(None);
        leptos::task::spawn_local(async move {
            let found = recipients::resolve(share).await;
            let _ = busy.try_set(false);
            match found {
                Ok(reached) => {
                    if !reached.unknown.is_empty() {
                        toasts.say(words::unknown(&reached.unknown));
                    }
                    let (name, table) = untrack(|| table(share, reached.people));
                    if download::save(&name, "text/csv;charset=utf-8", table.as_bytes()).is_err() {
                        toasts.say(words::NOT_SAVED);
                    }
                }
                Err(error) => drop(obstacle.try_set(Some(Rc::new(error)))),
            }
        });
    };
    view! {
        <button type="button" class="button" disabled=nobody aria-busy=move || busy.get().then_some("true") on:click=move |_| save()>{words::SAVE_CSV}</button>
        {move || obstacle.get().map(|error| consent::obstacle(share, &error, Callback::new(move |()| save())))}
    }
    .into_any()
}

/// The file's name and text.
fn table(share: Share, people: Vec<Recipient>) -> (String, String) {
    let title = wording::invitation(share).subject();
    let when = share
        .event
        .event()
        .map(|event| wording::when(share, &event));
    let when = when.unwrap_or_default().join("\n");
    let (join, registration) = (share.join_link(), share.registration_link());
    let columns = Columns {
        person: [words::CSV_NAME, words::CSV_ADDRESS],
        shared: [
            (words::CSV_TITLE, title.as_str()),
            (words::WHEN, when.as_str()),
            (words::CSV_JOIN, join.as_deref().unwrap_or_default()),
            (
                words::CSV_REGISTRATION,
                registration.as_deref().unwrap_or_default(),
            ),
        ],
    };
    (file_name(&title, "csv"), merge_table(people, columns))
}
