//! The page itself: address, title, visibility.

use leptos::prelude::{document, window};

/// Loads the page anew.
pub(crate) fn reload() {
    // A refused reload leaves the page as it is, which is the best that can be had then.
    let _ = window().location().reload();
}

/// The origin this page was served from, such as `https://events.example`.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Sets the tab's title.
pub(crate) fn set_title(title: &str) {
    document().set_title(&[title, " · Rostrum"].concat());
}

/// Whether nobody sees the page now: another tab is in front, or the window is minimized.
pub(crate) fn hidden() -> bool {
    document().hidden()
}

/// Scrolls the list around the element with that id so far that it is seen.
pub(crate) fn reveal(id: &str) {
    use wasm_bindgen::JsCast;
    let element = document().get_element_by_id(id);
    let Some(element) = element.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    let Some(list) = element.parent_element() else {
        return;
    };
    let (top, bottom) = (
        element.offset_top(),
        element.offset_top() + element.offset_height(),
    );
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

/// Moves the focus to the element with that id, once it is drawn.
pub(crate) fn focus(id: &str) {
    let id = id.to_owned();
    leptos::prelude::request_animation_frame(move || {
        use wasm_bindgen::JsCast;
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}
