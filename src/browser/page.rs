//! The page itself: address, title, visibility.

use super::dynamic::call;
use leptos::prelude::{GetUntracked, RwSignal, Set, document, window};

/// Loads the page anew.
pub(crate) fn reload() {
    // A refused reload leaves the page as it is, which is the best that can be had then.
    let _ = window().location().reload();
}

/// The origin this page was served from, such as `https://events.example`.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Opens the browser's print dialog.
pub(crate) fn print() {
    // A refused print leaves the page as it is.
    let _ = window().print();
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

/// Whether the window is as narrow as a phone's; follows the window for as long as the owner lives.
pub(crate) fn narrow() -> RwSignal<bool> {
    const PHONE: f64 = 768.0;
    let measured = || {
        let width = window().inner_width().ok().and_then(|it| it.as_f64());
        width.is_some_and(|width| width < PHONE)
    };
    let narrow = RwSignal::new(measured());
    super::listen(leptos::ev::resize, move |_| {
        if narrow.get_untracked() != measured() {
            narrow.set(measured());
        }
    });
    narrow
}

/// Whether what an event came from is an element of that role.
pub(crate) fn has_role(target: &web_sys::EventTarget, role: &str) -> bool {
    use wasm_bindgen::JsCast;
    let element: Option<&web_sys::Element> = target.dyn_ref();
    element.is_some_and(|it| it.get_attribute("role").as_deref() == Some(role))
}

/// Whether what an event came from lies in a link.
pub(crate) fn is_in_link(target: &web_sys::EventTarget) -> bool {
    use wasm_bindgen::JsCast;
    let element: Option<&web_sys::Element> = target.dyn_ref();
    element.is_some_and(|it| it.closest("a").is_ok_and(|link| link.is_some()))
}

/// What the attribute `name` says around what an event came from.
pub(crate) fn said(target: Option<&web_sys::EventTarget>, name: &str) -> Option<String> {
    use wasm_bindgen::JsCast;
    let element: &web_sys::Element = target?.dyn_ref()?;
    let around = element.closest(&["[", name, "]"].concat()).ok()??;
    around.get_attribute(name)
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

/// Scrolls so that the element with that id is seen, once it is drawn; the focus stays where it is.
pub(crate) fn bring_into_view(id: &'static str) {
    scroll_once_drawn(move || document().get_element_by_id(id), "center");
}

/// Scrolls a row of links sideways so that the one is seen that leads to where the user is.
pub(crate) fn bring_current_into_view(links: &'static str) {
    let selector = [links, " [aria-current]"].concat();
    let current = move || document().query_selector(&selector).ok().flatten();
    scroll_once_drawn(current, "nearest");
}

/// `block` is how far it scrolls down; sideways it goes to the middle.
fn scroll_once_drawn(
    find: impl FnOnce() -> Option<web_sys::Element> + 'static,
    block: &'static str,
) {
    leptos::prelude::request_animation_frame(move || {
        let how = js_sys::Object::new();
        let ways = [("block", block), ("inline", "center")];
        let told = ways
            .iter()
            .all(|(way, to)| js_sys::Reflect::set(&how, &(*way).into(), &(*to).into()).is_ok());
        if let (Some(element), true) = (find(), told) {
            // a browser that can't shows it further on
            let _ = call(&element, "scrollIntoView", &[how.into()]);
        }
    });
}

/// Sets an attribute of the whole page that style sheets look for, or takes it off.
pub(crate) fn mark(name: &str, wanted: bool) {
    if let Some(page) = document().document_element() {
        // a name from a constant is never refused
        let _ = if wanted {
            page.set_attribute(name, "")
        } else {
            page.remove_attribute(name)
        };
    }
}

/// Shows a box as ticked or not, whatever it showed before.
pub(crate) fn show_checked(input: &wasm_bindgen::JsValue, checked: bool) {
    // by name: every function that is bound has a line in the script that everybody loads first
    let _ = js_sys::Reflect::set(input, &"checked".into(), &checked.into());
}
