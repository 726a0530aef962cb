//! What was mended, in a quiet note.

use super::state::Attendance;
use crate::i18n::attendance as words;
use crate::ui::{Icon, icon};
use leptos::prelude::*;

/// The note; nothing when nothing was odd.
pub(super) fn note(state: Attendance) -> AnyView {
    (move || {
        let analysis = state.analysis()?;
        let found = analysis.roll.oddities.found();
        let lines: Vec<String> = found
            .map(|(odd, times)| words::mended(odd, times))
            .collect();
        if lines.is_empty() {
            return None;
        }
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        Some(view! {
            <details class="odd no-print">
                <summary>{icon(Icon::Info)}{words::MENDED}</summary>
                <p class="quiet">{words::MENDED_TEXT}</p>
                <ul>{lines.collect_view()}</ul>
            </details>
        })
    })
    .into_any()
}
