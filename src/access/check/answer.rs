//! An answer exactly as it came; nothing of the request but its address.

use super::state::Outcome;
use crate::i18n::{access as words, problem};
use crate::ui::copy::copy_button;
use leptos::prelude::*;
use planning::access::Check;
use virtual_events::RawAnswer;

/// Characters of a body that are shown; all of it is copied.
const SHOWN: usize = 4_000;

/// Address, status, ids and body, to unfold.
pub(super) fn details(check: Check, outcome: &Outcome) -> AnyView {
    let head = head(check, outcome);
    let body = outcome.answer.as_ref().map(body).unwrap_or_default();
    let mut shown: String = body.chars().take(SHOWN).collect();
    if shown.len() < body.len() {
        shown.push('…');
    }
    let whole = [head.as_str(), "\n\n", &body].concat();
    view! {
        <details class="exact">
            <summary>{words::EXACT}</summary>
            <pre tabindex="0" role="region" aria-label=words::EXACT>{head}"\n\n"{shown}</pre>
            {copy_button(words::COPY_ANSWER, words::ANSWER_COPIED, whole.trim().to_owned())}
        </details>
    }
    .into_any()
}

/// What was asked and how it was answered, one fact a line.
pub(super) fn head(check: Check, outcome: &Outcome) -> String {
    let asked = outcome.path.iter().map(|path| ["GET ", path].concat());
    let mut lines: Vec<String> = asked.collect();
    let mut line = |name: &str, value: &str| lines.push([name, ": ", value].concat());
    match &outcome.answer {
        Ok(answer) => {
            let error = answer.error();
            line("Status", answer.status.as_str());
            let error = error.as_ref();
            if let Some(code) = error.and_then(|it| it.code()) {
                line("Code", code);
            }
            if let Some(message) = error.and_then(|it| it.message()) {
                line("Message", message);
            }
            if let Some(id) = &answer.ids.request_id {
                line("Request id", id);
            }
            line("Client request id", &answer.ids.client_request_id);
        }
        Err(error) => {
            for (name, value) in problem::details(error) {
                line(&name, &value);
            }
        }
    }
    let permission = permission(check);
    line("Permission", &permission);
    lines.join("\n")
}

/// What opens it.
fn permission(check: Check) -> String {
    match check.application_permission() {
        Some(permission) => [permission, " (application)"].concat(),
        None => {
            let names: Vec<_> = check.scopes().iter().map(|it| it.as_str()).collect();
            names.join(" or ")
        }
    }
}

/// The body as text; of a picture only how large it is.
fn body(answer: &RawAnswer) -> String {
    let media_type = answer.content_type.as_deref().unwrap_or_default();
    match std::str::from_utf8(&answer.body) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let length = answer.body.len().to_string();
            [media_type, ", ", &length, " bytes"].concat()
        }
    }
}
