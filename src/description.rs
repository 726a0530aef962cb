//! The description: rich text where the editor can be loaded, plain text where it can't.

use crate::browser::html;
use crate::browser::module::ModuleMissing;
use crate::browser::module::editor::{Editor, EditorModule, Markup, Validity};
use crate::browser::page;
use crate::i18n::{failure, form as words};
use crate::ui::field::{self, Note};
use crate::ui::{Icon, icon};
use leptos::html::Div;
use leptos::prelude::*;
use planning::draft::EventDraft;
use std::rc::Rc;
use virtual_events::BodyType;

const ID: &str = "description";
const LABEL: &str = "description-label";
const HELP: &str = "description-help";
const NOTES: &str = "description-notes";

/// The description of a draft, wherever it is written.
#[derive(Clone, Copy)]
pub(crate) struct Description {
    /// The draft that holds it.
    pub(crate) draft: RwSignal<EventDraft>,
    /// Takes what the user makes of it.
    pub(crate) change: Callback<(String, BodyType)>,
    /// A line of help.
    pub(crate) help: &'static str,
    /// What is wrong with it.
    pub(crate) notes: Signal<Vec<Note>>,
}

type Loaded = Option<Result<Rc<EditorModule>, ModuleMissing>>;

/// The field.
pub(crate) fn field(of: Description) -> AnyView {
    let loaded = RwSignal::new_local(Loaded::None);
    let load = move || {
        loaded.set(None);
        leptos::task::spawn_local(async move {
            let module = EditorModule::load().await.map(Rc::new);
            let _ = loaded.try_set(Some(module));
        });
    };
    load();
    (move || match loaded.get() {
        None => labelled(
            of,
            view! { <span class="skeleton" style="block-size:160px" aria-busy="true"></span> },
        ),
        Some(Ok(module)) => untrack(|| rich(of, module)),
        Some(Err(_)) => untrack(|| plain(of, Callback::new(move |()| load()))),
    })
    .into_any()
}

fn labelled(of: Description, inside: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="field">
            <span class="label" id=LABEL on:click=|_| page::focus(ID)>{words::DESCRIPTION}</span>
            <p class="help" id=HELP>{of.help}</p>
            {inside}
        </div>
    }
    .into_any()
}

fn rich(of: Description, module: Rc<EditorModule>) -> AnyView {
    let host = NodeRef::<Div>::new();
    let notes = of.notes;
    let editor = StoredValue::new_local(None::<Editor>);
    // what the editor shows; what differs in the draft was put there by somebody else
    let shown = StoredValue::new(of.draft.with_untracked(content));
    let told = RwSignal::new(Vec::<String>::new());
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let (text, markup) = shown.get_value();
        let changed = move |text: String, markup: Markup| {
            shown.set_value((text.clone(), markup));
            let markup = match markup {
                Markup::Html => BodyType::Html,
                Markup::Text => BodyType::Text,
            };
            of.change.run((text, markup));
        };
        let described = [HELP, " ", NOTES].concat();
        let attributes = [
            ("id", ID),
            ("class", "input editor"),
            ("role", "textbox"),
            ("aria-multiline", "true"),
            ("aria-labelledby", LABEL),
            ("aria-describedby", described.as_str()),
            ("dir", "auto"),
        ];
        let opened = module.open(&host, &text, markup, &words::EDITOR, &attributes, changed);
        if let Ok(opened) = opened {
            let kept = (!opened.kept.is_empty()).then(|| words::kept(opened.kept.len()));
            let removed = opened.removed.then(|| words::REMOVED.to_owned());
            told.set(kept.into_iter().chain(removed).collect());
            editor.set_value(Some(opened));
        }
    });
    Effect::new(move |_| {
        let now = of.draft.with(content);
        if now != shown.get_value() {
            editor.with_value(|editor| {
                if let Some(editor) = editor {
                    editor.give(&now.0, now.1);
                }
            });
            shown.set_value(now);
        }
    });
    Effect::new(move |_| {
        let validity = match field::blocks(&notes.read()) {
            true => Validity::Invalid,
            false => Validity::Valid,
        };
        editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.mark(validity);
            }
        });
    });
    let all = Signal::derive(move || {
        let told = told.get().into_iter().map(Note::Hint);
        told.chain(notes.get()).collect::<Vec<_>>()
    });
    labelled(
        of,
        view! {
            <div class="editor-host" node_ref=host></div>
            {field::notes(NOTES.to_owned(), all)}
        },
    )
}

fn content(draft: &EventDraft) -> (String, Markup) {
    let markup = match draft.description_markup {
        BodyType::Html => Markup::Html,
        _ => Markup::Text,
    };
    (draft.description.clone(), markup)
}

/// Without the editor a plain text can be typed, and one with markup is left alone.
fn plain(of: Description, again: Callback<()>) -> AnyView {
    let (text, markup) = of.draft.with_untracked(content);
    if markup == Markup::Text {
        return words_only(of);
    }
    labelled(
        of,
        view! {
            <div class="message warning" role="status">
                {icon(Icon::Warning)}
                <p>{words::NO_EDITOR}</p>
                <div class="row"><button type="button" class="button" on:click=move |_| again.run(())>{failure::RETRY}</button></div>
            </div>
            <p class="prose quiet" id=ID dir="auto">{html::text_of(&text)}</p>
        },
    )
}

fn words_only(of: Description) -> AnyView {
    let notes = of.notes;
    view! {
        <div class="field">
            <label for=ID>{words::DESCRIPTION}</label>
            <p class="help" id=HELP>{of.help}</p>
            <textarea
                class="input"
                id=ID
                rows="6"
                prop:value=move || of.draft.read().description.clone()
                on:input:target=move |ev| of.change.run((ev.target().value(), BodyType::Text))
                aria-describedby=[HELP, " ", NOTES].concat()
                aria-invalid=move || field::blocks(&notes.read()).then_some("true")
            ></textarea>
            {field::notes(NOTES.to_owned(), notes)}
        </div>
    }
    .into_any()
}
