//! Web Push, which is new: behind a setting.

use super::hub::{Hub, NotOn, Push};
use crate::browser::page;
use crate::i18n::notify as words;
use crate::shell::problem::problem_view;
use leptos::prelude::*;

/// The switch; nothing in a browser that doesn't know Web Push.
pub(super) fn card(hub: Hub) -> AnyView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new_local(None::<NotOn>);
    let known = Memo::new(move |_| hub.push.get() != Push::Unknown);
    let on = Memo::new(move |_| matches!(hub.push.get(), Push::On(_)));
    let turn = move |wanted: bool| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        leptos::task::spawn_local(async move {
            if wanted {
                let _ = failed.try_set(hub.push_on().await.err());
            } else {
                hub.push_off().await;
            }
            let _ = busy.try_set(false);
        });
    };
    let said = move || match failed.get() {
        Some(NotOn::Refused) => {
            Some(view! { <p class="problem">{words::PUSH_REFUSED}</p> }.into_any())
        }
        Some(NotOn::Graph(error)) => Some(problem_view(&error, None)),
        None => None,
    };
    (move || {
        known.get().then(|| view! {
            <details class="card paste">
                <summary>{words::PUSH}</summary>
                <div class="stack-tight">
                    <p class="quiet">{words::PUSH_TEXT}</p>
                    <div class="check">
                        <input type="checkbox" id="notify-push" prop:checked=on aria-busy=move || busy.get().then_some("true") on:change:target=move |ev| {
                            let wanted = ev.target().checked();
                            // it shows what is, and not what is asked for
                            page::show_checked(&ev.target(), !wanted);
                            turn(wanted);
                        }/>
                        <label for="notify-push">{words::PUSH_SWITCH}</label>
                    </div>
                    <div role="status">{said}</div>
                </div>
            </details>
        })
    })
    .into_any()
}
