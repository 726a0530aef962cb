//! A message in the page: what happened, what to do, and what to tell support.

use crate::ui::copy::copy_button;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Info,
    Warning,
    Error,
}

/// What support wants to know, one `name: value` a line. Empty: nothing to unfold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Details(pub(crate) Vec<(String, String)>);

impl Details {
    fn text(&self) -> String {
        let lines: Vec<_> = self
            .0
            .iter()
            .map(|(name, value)| [name, ": ", value].concat())
            .collect();
        lines.join("\n")
    }
}

/// A message with its actions.
pub(crate) fn message(
    tone: Tone,
    title: &'static str,
    text: String,
    details: &Details,
    actions: AnyView,
) -> AnyView {
    let (class, role, picture) = match tone {
        Tone::Info => ("message", "status", Icon::Info),
        Tone::Warning => ("message warning", "status", Icon::Warning),
        Tone::Error => ("message error", "alert", Icon::Warning),
    };
    let details = (!details.0.is_empty()).then(|| {
        let text = details.text();
        view! {
            <details>
                <summary>"Details"</summary>
                <pre>{text.clone()}</pre>
                {copy_button("Copy details", "Details copied", text)}
            </details>
        }
    });
    view! {
        <div class=class role=role>
            {icon(picture)}
            <strong>{title}</strong>
            {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
            <div class="row">{actions}</div>
            {details}
        </div>
    }
    .into_any()
}
