//! What stands in the way of the reports: a permission, a role, the connection.

use super::state::Attendance;
use crate::i18n::{attendance as words, problem};
use crate::shell::problem::{problem_view, sign_in_button};
use crate::ui::message::{Details, Tone, message};
use leptos::prelude::*;
use virtual_events::{Error, ErrorKind, Scope};

/// Why the reports couldn't be listed, with the action that fits it.
pub(super) fn obstacle(state: Attendance) -> AnyView {
    let error = untrack(|| state.problem());
    let retry = Callback::new(move |()| state.list());
    error.map_or_else(|| ().into_any(), |error| told(state, &error, retry))
}

/// An error on the way to attendance.
pub(super) fn told(state: Attendance, error: &Error, retry: Callback<()>) -> AnyView {
    let again = move |_| retry.run(());
    match error.kind() {
        ErrorKind::ConsentRequired => ask(state),
        ErrorKind::Forbidden => message(
            Tone::Error,
            words::FORBIDDEN,
            words::FORBIDDEN_TEXT.to_owned(),
            &Details(problem::details(error)),
            view! { <button type="button" class="button" on:click=again>{words::LOOK_AGAIN}</button> }
                .into_any(),
        ),
        _ => problem_view(error, Some(retry)),
    }
}

/// The one permission that nothing else here needs.
fn ask(state: Attendance) -> AnyView {
    let workspace = state.event.workspace;
    let scopes = vec![Scope::OnlineMeetingArtifactReadAll];
    let button = sign_in_button(workspace, problem::ASK_ACCESS, scopes, None);
    message(
        Tone::Warning,
        words::MAY_READ,
        words::MAY_READ_TEXT.to_owned(),
        &Details::default(),
        button,
    )
}
