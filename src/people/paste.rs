//! A whole list at once: pasted, or out of a file, looked up in the directory.

use super::lookup::{Looked, look_up};
use super::{Candidate, Guests};
use crate::browser::{download, text};
use crate::chunk::chunk;
use crate::i18n::people as words;
use crate::shell::Workspace;
use crate::shell::problem::problem_view;
use leptos::prelude::*;
use planning::draft::{read_addresses, read_people_table};
use std::rc::Rc;
use virtual_events::Error;

chunk! {
    paste:
    /// What the dialog holds; `add` takes whoever is chosen, `done` closes it.
    pub(crate) fn inside(guests: Guests, add: Callback<Vec<Candidate>>, done: Callback<()>) -> AnyView {
        dialog(guests, add, done)
    }
}

#[derive(Clone)]
enum Stage {
    Typing,
    Asking(usize),
    Failed(Rc<Error>),
    Looked(Rc<Looked>),
}

#[derive(Clone, Copy)]
struct Paste {
    text: RwSignal<String>,
    stage: RwSignal<Stage, LocalStorage>,
    workspace: Workspace,
    guests: Guests,
    add: Callback<Vec<Candidate>>,
    done: Callback<()>,
}

impl Paste {
    /// A table where there are columns, else names and addresses in any arrangement.
    fn look(self) {
        let text = self.text.get_untracked();
        let list = if text.contains('\t') || is_table(&text) {
            read_people_table(&text)
        } else {
            read_addresses(&text)
        };
        self.stage.set(Stage::Asking(0));
        leptos::task::spawn_local(async move {
            let told = move |count| drop(self.stage.try_set(Stage::Asking(count)));
            let looked = look_up(self.workspace, list, told).await;
            let _ = self.stage.try_set(match looked {
                Ok(looked) => Stage::Looked(Rc::new(looked)),
                Err(error) => Stage::Failed(Rc::new(error)),
            });
        });
    }
}

/// Whether the first line is a heading: columns, and no address in them.
fn is_table(text: &str) -> bool {
    let first = text.lines().find(|it| !it.trim().is_empty());
    first.is_some_and(|line| line.contains([',', ';']) && !line.contains('@'))
}

fn dialog(guests: Guests, add: Callback<Vec<Candidate>>, done: Callback<()>) -> AnyView {
    let paste = Paste {
        text: RwSignal::new(String::new()),
        stage: RwSignal::new_local(Stage::Typing),
        workspace: Workspace::expect(),
        guests,
        add,
        done,
    };
    (move || match paste.stage.get() {
        Stage::Typing => typing(paste),
        Stage::Asking(count) => view! {
            <h2>{words::PASTE}</h2>
            <p role="status">{words::looking(count)}</p>
        }
        .into_any(),
        Stage::Failed(error) => view! {
            <h2>{words::PASTE}</h2>
            {problem_view(&error, Some(Callback::new(move |()| paste.look())))}
            {buttons(paste, None)}
        }
        .into_any(),
        Stage::Looked(looked) => untrack(|| decide(paste, &looked)),
    })
    .into_any()
}

fn typing(paste: Paste) -> AnyView {
    let take = move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let Some(file) = download::chosen(&ev.target()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            let bytes = download::read(&file).await.unwrap_or_default();
            let text = text::decoded(&bytes).map(|(text, _)| text);
            let _ = paste.text.try_set(text.unwrap_or_default());
        });
    };
    view! {
        <h2>{words::PASTE}</h2>
        <div class="field">
            <label for="paste-list">{words::PASTE_LABEL}</label>
            <p class="help" id="paste-help">{words::PASTE_HELP}</p>
            <textarea
                class="input"
                id="paste-list"
                rows="8"
                aria-describedby="paste-help"
                prop:value=paste.text
                on:input:target=move |ev| paste.text.set(ev.target().value())
            ></textarea>
        </div>
        <div class="field">
            <label for="paste-file">{words::PASTE_FILE}</label>
            <input class="input" type="file" id="paste-file" accept=".csv,.tsv,.txt,text/csv,text/plain" on:change:target=take/>
        </div>
        <div class="actions">
            <button type="button" class="button" on:click=move |_| paste.done.run(())>{words::CANCEL}</button>
            <button
                type="button"
                class="button primary"
                disabled=move || paste.text.read().trim().is_empty()
                on:click=move |_| paste.look()
            >
                {words::LOOK_UP}
            </button>
        </div>
    }
    .into_any()
}

/// Who was found, who wasn't, and what is to become of those.
fn decide(paste: Paste, looked: &Rc<Looked>) -> AnyView {
    let taken = RwSignal::new(vec![false; looked.unknown.len()]);
    let found = looked.found.clone();
    let unknown = looked.unknown.clone();
    let count = {
        let found = found.len();
        Memo::new(move |_| found + taken.read().iter().filter(|it| **it).count())
    };
    let choices = unknown.iter().enumerate().map(|(index, person)| {
        let id = ["paste-unknown-", &index.to_string()].concat();
        let label = words::labelled(person);
        match paste.guests {
            Guests::No => view! { <li dir="auto">{label}</li> }.into_any(),
            Guests::Allowed => view! {
                <li class="check">
                    <input
                        type="checkbox"
                        id=id.clone()
                        on:change:target=move |ev| {
                            let on = ev.target().checked();
                            taken.update(|taken| if let Some(it) = taken.get_mut(index) { *it = on });
                        }
                    />
                    <label for=id dir="auto">{label}</label>
                </li>
            }
            .into_any(),
        }
    });
    let heading = words::not_found(unknown.len(), paste.guests == Guests::Allowed);
    let not_found = (!unknown.is_empty()).then(|| {
        view! { <div class="stack-tight"><h3>{heading}</h3><ul class="plain">{choices.collect_view()}</ul></div> }
    });
    let wrong = (!looked.wrong.is_empty()).then(|| {
        let items = looked.wrong.iter().map(|it| view! { <li dir="auto">{it.clone()}</li> });
        view! { <div class="stack-tight"><h3>{words::NO_ADDRESSES}</h3><ul class="plain">{items.collect_view()}</ul></div> }
    });
    let names = found
        .iter()
        .map(|it| view! { <li dir="auto">{words::labelled(it)}</li> })
        .collect_view();
    let listed = (!found.is_empty()).then(|| view! { <ul class="plain">{names}</ul> });
    let heading = words::found(found.len());
    let take = Callback::new(move |()| {
        let outsiders = unknown.iter().zip(taken.get_untracked());
        let chosen = outsiders
            .filter(|(_, taken)| *taken)
            .map(|(it, _)| it.clone());
        paste.add.run(found.iter().cloned().chain(chosen).collect());
        paste.done.run(());
    });
    view! {
        <h2>{words::PASTE}</h2>
        <div class="stack-tight"><div role="status"><h3>{heading}</h3></div>{listed}</div>
        {not_found}
        {wrong}
        {buttons(paste, Some((count, take)))}
    }
    .into_any()
}

fn buttons(paste: Paste, add: Option<(Memo<usize>, Callback<()>)>) -> AnyView {
    let add = add.map(|(count, take)| {
        view! {
            <button
                type="button"
                class="button primary"
                disabled=move || count.get() == 0
                on:click=move |_| take.run(())
            >
                {move || words::add(count.get())}
            </button>
        }
    });
    view! {
        <div class="actions">
            <button type="button" class="button" on:click=move |_| paste.stage.set(Stage::Typing)>{words::BACK}</button>
            {add}
        </div>
    }
    .into_any()
}
