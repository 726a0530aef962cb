//! Registered against attended, as far as a browser can know.

use super::state::Attendance;
use crate::i18n::attendance as words;
use leptos::prelude::*;
use planning::attendance::Registered;

/// What the records tell of registrations; nothing for events without any.
pub(super) fn card(state: Attendance) -> AnyView {
    (move || {
        let analysis = state.analysis()?;
        // a browser can't list the registrations themselves
        let registered = Registered::of(&analysis.roll, &[]);
        let event = state.event.event()?;
        let asked = event.is_registration_required == Some(true);
        let (with, without) = (registered.came_with_one(), registered.without.len());
        if with == 0 && !asked {
            return None;
        }
        let said = (with == 0).then(|| view! { <p>{words::NONE_NAMED}</p> });
        Some(view! {
            <section class="card stack" aria-labelledby="registered">
                <h2 id="registered">{words::REGISTRATION}</h2>
                {said}
                <dl class="facts">
                    <dt>{words::WITH_REGISTRATION}</dt><dd>{words::people(with)}</dd>
                    <dt>{words::WITHOUT_REGISTRATION}</dt><dd>{words::people(without)}</dd>
                    <dt>{words::NOT_COME}</dt><dd>{words::NOT_COME_TEXT}</dd>
                </dl>
            </section>
        })
    })
    .into_any()
}
