//! All of it as a text to hand on: no bodies, no secrets, ids cut short.

use super::answer;
use super::state::{Access, Tried};
use crate::browser::{clipboard, timer};
use crate::i18n::{access as words, failure};
use crate::ui::toast::Toasts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::access::{Check, SCOPES, masked};

/// The button that copies the report as it stands.
pub(super) fn button(access: Access) -> AnyView {
    let toasts = expect_context::<Toasts>();
    let copy = move |_| {
        let text = untrack(|| text(access));
        leptos::task::spawn_local(async move {
            match clipboard::write(&text).await {
                Ok(()) => toasts.say(words::COPIED),
                Err(clipboard::Refused) => toasts.say([failure::COPY_BY_HAND, &text].concat()),
            }
        });
    };
    view! { <button type="button" class="button" on:click=copy>{icon(Icon::Copy)}{words::COPY}</button> }
        .into_any()
}

fn text(access: Access) -> String {
    let mut lines = vec![
        ["Rostrum, ", words::TITLE, ", ", &timer::now().to_string()].concat(),
        access.workspace.person().name,
        String::new(),
    ];
    let grants = access.grants.get();
    for (scope, grant) in SCOPES.into_iter().zip(grants) {
        lines.push([scope.as_str(), ": ", words::grant(grant)].concat());
    }
    for (check, tried) in Check::ALL.into_iter().zip(access.tried) {
        lines.push(String::new());
        match &*tried.read() {
            Tried::Not | Tried::Now => lines.push(words::untried(check)),
            Tried::NoEvent => lines.push([&words::untried(check), " ", words::NO_EVENT].concat()),
            Tried::NoSession => {
                lines.push([&words::untried(check), " ", words::NO_SESSION].concat());
            }
            Tried::Done(outcome) => {
                let finding = outcome.finding;
                let (sentence, remark) = (
                    words::sentence(check, finding),
                    words::remark(check, finding),
                );
                lines.push([words::mark(finding), ": ", &sentence, " ", &remark].concat());
                lines.extend(answer::head(check, outcome).lines().map(line));
            }
        }
    }
    lines.join("\n")
}

/// A fact of an answer; the ids of the request stay whole, support asks for them.
fn line(fact: &str) -> String {
    if fact.contains("equest id: ") {
        ["  ", fact].concat()
    } else {
        ["  ", &masked(fact)].concat()
    }
}
