//! Quiet words at the edge of the screen: something went well.

use crate::browser::timer;
use crate::i18n::frame as words;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

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
        self.show(&sentence.into(), STAYS);
    }

    fn show(self, sentence: &str, stays: u32) -> Option<Element> {
        let region = self.region.get_untracked()?;
        let toast = document().create_element("div").ok()?;
        toast.set_class_name("toast");
        toast.set_text_content(Some(sentence));
        region.append_child(&toast).ok()?;
        let gone = toast.clone();
        timer::after(stays, move || gone.remove());
        Some(toast)
    }

    /// Says what was done, with a button that takes it back.
    ///
    /// It stays longer than other toasts: what can be undone is often noticed late.
    pub(crate) fn undoable(self, sentence: impl Into<String>, undo: impl FnOnce() + 'static) {
        let Some(toast) = self.show(&sentence.into(), STAYS * 2) else {
            return;
        };
        let Ok(control) = document().create_element("button") else {
            return;
        };
        control.set_class_name("button subtle");
        control.set_text_content(Some(words::UNDO));
        let gone = toast.clone();
        let undo = Closure::once_into_js(move || {
            gone.remove();
            undo();
        });
        let listens = control.add_event_listener_with_callback("click", undo.unchecked_ref());
        if listens.is_ok() {
            let _ = toast.append_child(&control);
        }
    }

    /// The region that shows them.
    pub(crate) fn region(self) -> AnyView {
        view! { <div class="toasts" role="status" aria-live="polite" node_ref=self.region></div> }
            .into_any()
    }
}
