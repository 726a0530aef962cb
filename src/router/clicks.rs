//! Clicks on links to the app's own pages: followed without loading the page anew.

use super::Router;
use crate::browser::page;
use leptos::ev::{MouseEvent, click};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

/// Takes the clicks that are for the router; the handle ends it.
pub(super) fn follow(router: Router) -> WindowListenerHandle {
    window_event_listener(click, move |ev| {
        if let Some(address) = meant(&ev) {
            ev.prevent_default();
            router.push(&address);
        }
    })
}

/// The address in this app that the click asks for, if it asks for one, in this tab.
fn meant(ev: &MouseEvent) -> Option<String> {
    let elsewhere = ev.ctrl_key() || ev.meta_key() || ev.shift_key() || ev.alt_key();
    if ev.default_prevented() || ev.button() != 0 || elsewhere {
        return None;
    }
    let clicked: Element = ev.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = clicked.closest("a[href]").ok()??.dyn_into().ok()?;
    let other_window = !matches!(link.target().as_str(), "" | "_self");
    let own = link.origin() == page::origin() && link.hash().is_empty();
    if !own || other_window || link.has_attribute("download") {
        return None;
    }
    Some([link.pathname(), link.search()].concat())
}
