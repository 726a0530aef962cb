//! What stands under the form: its buttons, and what the last send ran into.

use super::send::Then;
use super::state::{FormState, Purpose, Trouble};
use crate::browser::page;
use crate::i18n::{failure, form as words, townhall};
use crate::routes::Page;
use crate::shell::problem::problem_view;
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use virtual_events::VirtualEvent;

/// The place of what the last send ran into.
const TROUBLE: &str = "form-trouble";

/// What the last send ran into.
pub(super) fn problem(form: FormState) -> AnyView {
    (move || {
        let said = match form.trouble.get()? {
            Trouble::Failed(error, then) => {
                let retry = Callback::new(move |()| form.again(then));
                problem_view(&error, Some(retry))
            }
            Trouble::Ambiguous(found, then) => ambiguous(form, &found, then),
        };
        // the buttons are always in reach, the end of the form isn't
        page::bring_into_view(TROUBLE);
        Some(view! { <div id=TROUBLE>{said}</div> })
    })
    .into_any()
}

fn ambiguous(form: FormState, found: &[VirtualEvent], then: Then) -> AnyView {
    let links = found.iter().map(|event| {
        let title = event.display_name.clone().unwrap_or_default();
        view! { <a href=Page::Event(event.kind, event.id.clone()).path() class="button">{words::open_candidate(&title)}</a> }
    });
    let again = view! {
        {links.collect_view()}
        <button type="button" class="button" on:click=move |_| form.again(then)>{failure::RETRY}</button>
    };
    message(
        Tone::Warning,
        words::AMBIGUOUS,
        words::AMBIGUOUS_TEXT.to_owned(),
        &Details::default(),
        again.into_any(),
    )
}

/// Buttons that stay in reach.
pub(super) fn foot(form: FormState) -> AnyView {
    let busy = move || form.busy.get().then_some("true");
    let kept = move || matches!(form.kept.get(), Some(Ok(_))).then_some(words::KEPT);
    let buttons = if form.edits() {
        let back = form.purpose.with_untracked(|purpose| match purpose {
            Purpose::Edit(event) => Page::Event(event.kind, event.id.clone()).path(),
            Purpose::New => Page::Board.path(),
        });
        view! {
            <button type="submit" class="button primary" aria-busy=busy>{words::SAVE_CHANGES}</button>
            <a href=back class="button">{townhall::BACK}</a>
        }
        .into_any()
    } else {
        view! {
            <button type="submit" class="button" aria-busy=busy>{words::SAVE_DRAFT}</button>
            <button type="button" class="button primary" aria-busy=busy on:click=move |_| form.ask_publish()>{townhall::PUBLISH}</button>
        }
        .into_any()
    };
    view! {
        <div class="form-foot">
            {buttons}
            <span class="quiet small" role="status">{kept}</span>
        </div>
    }
    .into_any()
}
