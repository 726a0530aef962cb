//! What stops the form, on top of it, each with a link to its field.

use super::state::FormState;
use crate::i18n::form as words;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::draft::Field;

/// The summary; empty until a send was tried.
pub(super) fn summary(form: FormState) -> AnyView {
    (move || {
        let problems = form.blocking();
        if problems.is_empty() {
            return None;
        }
        let items = problems.iter().map(|problem| {
            let href = ["#", input_of(problem.field)].concat();
            let go = move |ev: web_sys::MouseEvent| {
                ev.prevent_default();
                focus(&problem_field(&ev));
            };
            view! { <li><a href=href on:click=go>{words::in_summary(problem)}</a></li> }
        });
        Some(view! {
            <div class="message error error-summary" role="alert" id="errors" tabindex="-1">
                {icon(Icon::Warning)}
                <strong>{words::errors(problems.len())}</strong>
                <ul>{items.collect_view()}</ul>
            </div>
        })
    })
    .into_any()
}

/// The id in the clicked link's fragment.
fn problem_field(ev: &web_sys::MouseEvent) -> String {
    use wasm_bindgen::JsCast;
    let link = ev
        .current_target()
        .and_then(|it| it.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    link.map(|link| link.hash().trim_start_matches('#').to_owned())
        .unwrap_or_default()
}

/// Moves the focus to an element.
pub(super) fn focus(id: &str) {
    crate::browser::page::focus(id);
}

/// The input that a field's problem is about.
const fn input_of(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Description => "description",
        Field::StartDate => "start-date",
        Field::StartTime => "start-time",
        Field::EndDate => "end-date",
        Field::EndTime => "end-time",
        Field::Zone => "zone",
        Field::Audience => "audience",
        Field::InviteOnly => "invite-only",
        Field::Capacity => "capacity",
        Field::Registration => "registration",
        Field::AttendeeEmails => "emails",
        Field::CoOrganizers => "co-organizers",
        Field::InvitedAttendees => "invited",
        Field::Presenters => "presenters",
    }
}
