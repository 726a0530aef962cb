//! Quiet words at the edge of the screen: something went well.

use crate::browser::timer;
use leptos::html::Div;
use leptos::prelude::*;

/// How long a toast stays, in milliseconds: long enough to read two lines.
const STAYS: u32 = 6_000;

/// The app's toasts; found in the context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Toasts {
    region: NodeRef<Div>,
}

impl Toasts {
    /// Provides the toasts to everything below.
    pub(crate) fn provide() -> Self {
        let toasts = Self {
            region: NodeRef::new(),
        };
        provide_context(toasts);
        toasts
    }

    /// Shows a sentence for a while; screen readers hear it once.
    ///
    /// A toast is put into the page and taken out of it, and never changes: a list that is kept in
    /// step with a signal would be more code in the first load than everything else here.
    pub(crate) fn say(self, sentence: impl Into<String>) {
        let Some(region) = self.region.get_untracked() else {
            return;
        };
        let Ok(toast) = document().create_element("div") else {
            return;
        };
        toast.set_class_name("toast");
        toast.set_text_content(Some(&sentence.into()));
        if region.append_child(&toast).is_ok() {
            timer::after(STAYS, move || toast.remove());
        }
    }

    /// The region that shows them.
    pub(crate) fn region(self) -> AnyView {
        view! { <div class="toasts" role="status" aria-live="polite" node_ref=self.region></div> }
            .into_any()
    }
}
