//! Quiet words at the edge of the screen: something went well.

use crate::browser::timer;
use leptos::prelude::*;

/// How long a toast stays, in milliseconds: long enough to read two lines.
const STAYS: u32 = 6_000;

/// The app's toasts; found in the context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Toasts {
    list: RwSignal<Vec<(u32, String)>>,
    next: StoredValue<u32>,
}

impl Toasts {
    /// Provides the toasts to everything below.
    pub(crate) fn provide() -> Self {
        let toasts = Self {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        };
        provide_context(toasts);
        toasts
    }

    /// Shows a sentence for a while; screen readers hear it once.
    pub(crate) fn say(self, sentence: impl Into<String>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.list.update(|list| list.push((id, sentence.into())));
        timer::after(STAYS, move || {
            let _ = self
                .list
                .try_update(|list| list.retain(|(other, _)| *other != id));
        });
    }

    /// The region that shows them.
    pub(crate) fn region(self) -> impl IntoView {
        view! {
            <div class="toasts" role="status" aria-live="polite">
                <For each=move || self.list.get() key=|(id, _)| *id let((_, sentence))>
                    <div class="toast">{sentence}</div>
                </For>
            </div>
        }
    }
}
