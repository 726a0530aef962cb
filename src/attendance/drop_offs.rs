//! Where the audience was lost, in words.

use super::state::Attendance;
use super::times;
use crate::i18n::attendance as words;
use leptos::prelude::*;

/// The steepest losses.
pub(super) fn card(state: Attendance) -> AnyView {
    let lines = move || {
        let analysis = state.analysis()?;
        let losses = analysis.figures.drop_offs.iter().map(|loss| {
            let (from, to) = (times::clock(state, loss.from), times::clock(state, loss.to));
            words::drop_off(&from, &to, loss.lost as usize, loss.before as usize)
        });
        let losses: Vec<_> = losses.map(|line| view! { <li>{line}</li> }).collect();
        Some(if losses.is_empty() {
            view! { <p class="quiet">{words::NO_DROP_OFF}</p> }.into_any()
        } else {
            view! { <ul>{losses}</ul> }.into_any()
        })
    };
    view! {
        <section class="card stack-tight" aria-labelledby="drop-offs">
            <h2 id="drop-offs">{words::DROP_OFFS}</h2>
            {lines}
        </section>
    }
    .into_any()
}
