//! The native modal dialog.

use leptos::html;
use leptos::prelude::*;

/// A modal that opens while `open` is true; Escape and the backdrop's owner close it.
///
/// `title` names it; `body` is made anew each time it opens, so nothing typed in it lingers.
#[component]
pub(crate) fn Modal(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] body: ViewFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() {
            if !dialog.open() {
                // Fails only when the element is not in the document, and then there is nothing to show.
                let _ = dialog.show_modal();
            }
        } else if dialog.open() {
            dialog.close();
        }
    });
    // it is told a moment later, and may be open again by then
    let closed = move |_| {
        if node.get_untracked().is_none_or(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    view! {
        <dialog node_ref=node aria-label=move || title.get() on:close=closed>
            {move || open.get().then(|| body.run())}
        </dialog>
    }
}
