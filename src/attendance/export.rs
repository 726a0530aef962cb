//! The question before anything is handed out: it is about people.

use super::files;
use super::reading::Pace;
use super::state::{Attendance, NamesAre};
use crate::browser::page;
use crate::i18n::attendance as words;
use crate::ui::dialog::Modal;
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use planning::csv::ByteOrderMark;

/// What is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Table,
    Json,
    Paper,
}

/// The answers to the question.
#[derive(Clone, Copy)]
struct Export {
    state: Attendance,
    open: RwSignal<bool>,
    what: RwSignal<What>,
    names: RwSignal<NamesAre>,
    mark: RwSignal<ByteOrderMark>,
}

/// The button and the dialog that it opens.
pub(super) fn button(state: Attendance) -> AnyView {
    let export = Export {
        state,
        open: RwSignal::new(false),
        what: RwSignal::new(What::Table),
        names: RwSignal::new(NamesAre::Shown),
        mark: RwSignal::new(ByteOrderMark::With),
    };
    let some = Memo::new(move |_| state.analysis().is_some());
    let ask = move |_| {
        export.names.set(state.names.get_untracked());
        export.open.set(true);
    };
    view! {
        <button type="button" class="button" disabled=move || !some.get() on:click=ask>{words::EXPORT}</button>
        <Modal open=export.open title=words::EXPORT_TITLE body=move || question(export)/>
    }
    .into_any()
}

fn question(export: Export) -> AnyView {
    let part = export
        .state
        .reading
        .pace
        .with_untracked(|it| !matches!(it, Pace::Done));
    let paper = move || export.what.get() == What::Paper;
    let submit = move |ev: web_sys::SubmitEvent| {
        ev.prevent_default();
        export.hand_out();
    };
    let go = move || {
        if paper() {
            words::DO_PRINT
        } else {
            words::SAVE
        }
    };
    view! {
        <form on:submit=submit>
            <h2>{words::EXPORT_TITLE}</h2>
            <p>{words::EXPORT_TEXT}</p>
            {part.then(|| view! { <p class="quiet">{words::EXPORT_PART}</p> })}
            <fieldset class="field">
                <legend>{words::WHAT}</legend>
                {choice(export, What::Table, "export-table", words::CSV, words::CSV_HELP)}
                {choice(export, What::Json, "export-json", words::JSON, words::JSON_HELP)}
                {choice(export, What::Paper, "export-paper", words::PRINT, words::PRINT_HELP)}
            </fieldset>
            {move || (!paper()).then(|| leave_out(export))}
            {move || (export.what.get() == What::Table).then(|| for_excel(export))}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| export.open.set(false)>{words::NOT_NOW}</button>
                <button type="submit" class="button primary">{go}</button>
            </div>
        </form>
    }
    .into_any()
}

fn choice(
    export: Export,
    what: What,
    id: &'static str,
    label: &'static str,
    help: &'static str,
) -> AnyView {
    let help_id = [id, "-help"].concat();
    view! {
        <div class="check">
            <input type="radio" name="export-what" id=id aria-describedby=help_id.clone() prop:checked=move || export.what.get() == what on:change=move |_| export.what.set(what)/>
            <label for=id>{label}</label>
            <p class="help" id=help_id>{help}</p>
        </div>
    }
    .into_any()
}

fn leave_out(export: Export) -> AnyView {
    let hidden = move || export.names.get() == NamesAre::Hidden;
    let choose = move |hide: bool| {
        let names = if hide {
            NamesAre::Hidden
        } else {
            NamesAre::Shown
        };
        export.names.set(names);
    };
    view! {
        <div class="check">
            <input type="checkbox" id="export-names" aria-describedby="export-names-help" prop:checked=hidden on:change:target=move |ev| choose(ev.target().checked())/>
            <label for="export-names">{words::LEAVE_OUT}</label>
            <p class="help" id="export-names-help">{words::LEAVE_OUT_HELP}</p>
        </div>
    }
    .into_any()
}

fn for_excel(export: Export) -> AnyView {
    let marked = move || export.mark.get() == ByteOrderMark::With;
    let choose = move |with: bool| {
        let mark = if with {
            ByteOrderMark::With
        } else {
            ByteOrderMark::Without
        };
        export.mark.set(mark);
    };
    view! {
        <div class="check">
            <input type="checkbox" id="export-excel" aria-describedby="export-excel-help" prop:checked=marked on:change:target=move |ev| choose(ev.target().checked())/>
            <label for="export-excel">{words::FOR_EXCEL}</label>
            <p class="help" id="export-excel-help">{words::FOR_EXCEL_HELP}</p>
        </div>
    }
    .into_any()
}

impl Export {
    fn hand_out(self) {
        let toasts = expect_context::<Toasts>();
        let names = self.names.get_untracked();
        self.open.set(false);
        let saved = match self.what.get_untracked() {
            What::Table => files::save_table(self.state, names, self.mark.get_untracked()),
            What::Json => files::save_json(self.state, names),
            What::Paper => {
                // once the dialog is gone from the page
                request_animation_frame(page::print);
                return;
            }
        };
        toasts.say(match saved {
            Ok(()) => words::SAVED,
            Err(files::NotSaved) => words::NOT_SAVED,
        });
    }
}
