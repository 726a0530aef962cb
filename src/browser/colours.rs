//! Colours of the page as values, for what leaves the page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What CSS properties such as `--text` come to as colours within an element: `rgb(36, 36, 36)`.
///
/// Black where the browser doesn't say.
pub(crate) fn resolved<const N: usize>(around: &HtmlElement, names: [&str; N]) -> [String; N] {
    let probe = document().create_element("i");
    let probe: Option<HtmlElement> = probe.ok().and_then(|it| it.dyn_into().ok());
    if let Some(probe) = &probe {
        // out of sight, and in the page, or nothing comes down to it
        probe.set_hidden(true);
        let _ = around.append_child(probe);
    }
    let colours = names.map(|name| {
        let value = probe.as_ref().and_then(|probe| {
            let colour = ["var(", name, ")"].concat();
            probe.style().set_property("color", &colour).ok()?;
            let computed = window().get_computed_style(probe).ok()??;
            computed.get_property_value("color").ok()
        });
        value.unwrap_or_else(|| "#000".to_owned())
    });
    if let Some(probe) = probe {
        probe.remove();
    }
    colours
}
