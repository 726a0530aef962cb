//! The exact request, for those who send it themselves.

use super::state::Building;
use crate::browser::timer;
use crate::i18n::notify as words;
use crate::ui::copy::copy_button;
use leptos::prelude::*;
use planning::notify::Spelled;

/// As JSON, for curl, for PowerShell.
pub(super) fn view(building: Building) -> AnyView {
    let spelled = Memo::new(move |_| {
        let wish = building.wish()?;
        let graph = building.hub.workspace.graph().base().origin().to_owned();
        Some(Spelled::of(
            &wish.at(timer::now()),
            wish.watched.version(),
            &graph,
        ))
    });
    let each = move || {
        let spelled = spelled.get()?;
        let forms = [
            ("JSON", spelled.json),
            ("curl", spelled.curl),
            ("PowerShell", spelled.powershell),
        ];
        let each = forms.map(|(name, text)| {
            view! {
                <section class="stack-tight" aria-label=name>
                    <div class="row between"><h3>{name}</h3>{copy_button(words::COPY, words::COPIED, text.clone())}</div>
                    <pre tabindex="0">{text}</pre>
                </section>
            }
        });
        Some(each.into_iter().collect_view())
    };
    view! {
        <details class="spelled">
            <summary>{words::SEND_YOURSELF}</summary>
            <p class="quiet small">{words::SEND_YOURSELF_TEXT}</p>
            {each}
        </details>
    }
    .into_any()
}
