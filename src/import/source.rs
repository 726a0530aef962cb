//! Choosing a file or pasting a table.

use super::state::{ImportState, Source};
use crate::browser::text::{self, Encoding};
use crate::browser::{download, timer};
use crate::i18n::import::{self as words, Trouble};
use crate::ui::message::{Details, Tone, message};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::import::{Mapping, TableReader, template};
use std::sync::Arc;
use web_sys::File;

/// Bytes that are read at most.
const MOST_BYTES: f64 = 50_000_000.0;
/// Rows read before the page gets its turn.
const SLICE: usize = 4_000;

/// The step before there is a table.
pub(super) fn choose(state: ImportState) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let pasted = RwSignal::new(String::new());
    let take = move |ev: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        if let Some(file) = download::chosen(&ev.target()) {
            leptos::task::spawn_local(read_file(state, file));
        }
    };
    let paste = move |_| {
        let text = pasted.get_untracked();
        leptos::task::spawn_local(read_text(state, words::PASTED.to_owned(), None, text));
    };
    let save = move |_| {
        let saved = download::save(
            words::TEMPLATE_FILE,
            "text/csv;charset=utf-8",
            template().as_bytes(),
        );
        if saved.is_err() {
            toasts.say(crate::i18n::run::NO_DOWNLOAD);
        }
    };
    view! {
        <section class="card stack" aria-labelledby="file">
            <h2 id="file">{words::FILE}</h2>
            <p>{words::FILE_TEXT}</p>
            {move || state.trouble.get().map(trouble)}
            {move || state.reading.get().map(|part| view! {
                <div class="field">
                    <label for="reading">{words::READING}</label>
                    <progress id="reading" max="100" value=part.to_string()></progress>
                </div>
            })}
            <div class="field">
                <label for="csv">{words::CHOOSE}</label>
                <input class="input" type="file" id="csv" accept=".csv,.tsv,.txt,text/csv" on:change:target=take/>
            </div>
            <details class="stack-tight">
                <summary>{words::PASTE}</summary>
                <div class="field">
                    <label for="paste">{words::PASTE_LABEL}</label>
                    <textarea class="input" id="paste" prop:value=pasted on:input:target=move |ev| pasted.set(ev.target().value())></textarea>
                </div>
                <button type="button" class="button" on:click=paste>{words::USE_PASTED}</button>
            </details>
            <div class="row">
                <button type="button" class="button" on:click=save>{words::TEMPLATE}</button>
            </div>
        </section>
    }
    .into_any()
}

fn trouble(trouble: Trouble) -> AnyView {
    let (title, text) = words::trouble(trouble);
    message(Tone::Error, title, text, &Details::default(), ().into_any())
}

/// What was chosen, once it is read.
pub(super) fn chosen(state: ImportState) -> AnyView {
    let Some(source) = state.source.get_untracked() else {
        return ().into_any();
    };
    let note = (source.encoding == Some(Encoding::Windows1252)).then(|| {
        message(
            Tone::Warning,
            words::OLD_ENCODING,
            words::OLD_ENCODING_TEXT.to_owned(),
            &Details::default(),
            ().into_any(),
        )
    });
    view! {
        <section class="card row">
            <span class="grow">
                <strong dir="auto">{source.name}</strong>" "
                <span class="quiet numbers">{words::rows(source.table.rows.len())}</span>
            </span>
            <button type="button" class="button" on:click=move |_| state.start_over()>{words::ANOTHER}</button>
        </section>
        {note}
    }
    .into_any()
}

async fn read_file(state: ImportState, file: File) {
    if file.size() > MOST_BYTES {
        state.trouble.set(Some(Trouble::TooLarge));
        return;
    }
    state.reading.set(Some(0));
    let bytes = download::read(&file).await;
    let decoded = bytes.ok().and_then(|bytes| text::decoded(&bytes));
    match decoded {
        Some((text, encoding)) => read_text(state, file.name(), Some(encoding), text).await,
        None => {
            let _ = state.reading.try_set(None);
            let _ = state.trouble.try_set(Some(Trouble::Unreadable));
        }
    }
}

/// Reads a table slice by slice.
async fn read_text(state: ImportState, name: String, encoding: Option<Encoding>, text: String) {
    let turn = state.next_turn();
    state.trouble.set(None);
    let outcome = async {
        let mut reader = TableReader::new(&text).map_err(Some)?;
        while reader.read(SLICE).map_err(Some)? {
            if state.is_outdated(turn) {
                return Err(None);
            }
            state.reading.set(Some((reader.progress() * 100.0) as u32));
            timer::breathe().await;
        }
        reader.finish().map_err(Some)
    }
    .await;
    if state.is_outdated(turn) {
        return;
    }
    state.reading.set(None);
    match outcome {
        Ok(table) => {
            state.choose(|options| options.mapping = Mapping::of(&table.headers));
            state.source.set(Some(Source {
                name,
                encoding,
                table: Arc::new(table),
            }));
        }
        Err(Some(problem)) => state.trouble.set(Some(Trouble::Table(problem))),
        Err(None) => {}
    }
}
