//! The way to notifications in the header, which the frame draws without knowing of them.

use leptos::prelude::document;

/// The id of the link.
pub(crate) const ID: &str = "bell";

/// Writes how many are new into the link, and what it is called.
pub(crate) fn show(count: usize, name: &str) {
    let Some(bell) = document().get_element_by_id(ID) else {
        return;
    };
    // fails for names that no attribute can have
    let _ = bell.set_attribute("aria-label", name);
    let shown = if count > 0 {
        count.to_string()
    } else {
        String::new()
    };
    let text = match bell.last_element_child() {
        Some(child) if child.tag_name() == "SPAN" => Some(child),
        _ => document().create_element("span").ok(),
    };
    if let Some(text) = text {
        text.set_text_content(Some(&shown));
        // the link's name says it
        let _ = text.set_attribute("aria-hidden", "true");
        let _ = bell.append_child(&text);
    }
}
