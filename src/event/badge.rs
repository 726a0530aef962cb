//! An event's state, as word, picture and colour.

use crate::i18n::event as words;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use planning::Phase;

/// The badge for a phase.
pub(crate) fn phase_badge(phase: Phase) -> AnyView {
    let (class, picture) = match phase {
        Phase::Draft => ("badge draft", Icon::Draft),
        Phase::Upcoming => ("badge upcoming", Icon::Check),
        Phase::OnNow => ("badge on-now", Icon::Live),
        Phase::Ended => ("badge ended", Icon::Clock),
        Phase::Cancelled => ("badge cancelled", Icon::Cancelled),
        Phase::Unknown => ("badge unknown", Icon::Info),
    };
    view! { <span class=class>{icon(picture)}{words::phase(phase)}</span> }.into_any()
}
