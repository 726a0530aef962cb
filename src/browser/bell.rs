//! The way to notifications in the header, which the frame draws without knowing of them.

use leptos::prelude::document;

/// The id of the link.
pub(crate) const ID: &str = "bell";
/// The id of the place in it for how many are new.
pub(crate) const COUNT: &str = "bell-count";

/// Writes how many are new into the link, and what it is called.
pub(crate) fn show(count: usize, name: &str) {
    let text = match count {
        0 => None,
        count => Some(count.to_string()),
    };
    let find = |id| document().get_element_by_id(id);
    if let (Some(bell), Some(place)) = (find(ID), find(COUNT)) {
        // fails for names that no attribute can have
        let _ = bell.set_attribute("aria-label", name);
        place.set_text_content(text.as_deref());
    }
}
