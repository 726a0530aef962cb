//! The address bar: what it shows, how it changes, and clicks on links that would change it.

use super::{listen, page};
use leptos::ev::{MouseEvent, click, popstate};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlAnchorElement, UrlSearchParams};

/// Path and query of the address bar, without the fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) path: String,
    /// With its question mark; empty without a query.
    search: String,
}

impl Address {
    /// What is shown now.
    pub(crate) fn shown() -> Self {
        let location = window().location();
        Self {
            path: location.pathname().unwrap_or_default(),
            search: location.search().unwrap_or_default(),
        }
    }

    /// What the query says under each of the names, empty where it says nothing.
    pub(crate) fn query<const N: usize>(&self, names: [&str; N]) -> [String; N] {
        let said = UrlSearchParams::new_with_str(&self.search).ok();
        names.map(|name| {
            said.as_ref()
                .and_then(|it| it.get(name))
                .unwrap_or_default()
        })
    }
}

/// Path, query and fragment.
pub(crate) fn whole() -> String {
    let location = window().location();
    [location.pathname(), location.search(), location.hash()]
        .into_iter()
        .flatten()
        .collect()
}

/// Takes that fragment off the address bar, and the query with it; whether it was there.
pub(crate) fn take_fragment(name: &str) -> bool {
    let fragment = window().location().hash();
    let there = fragment.is_ok_and(|hash| hash.strip_prefix('#') == Some(name));
    if there {
        replace(&Address::shown().path);
    }
    there
}

/// Shows another address, which Back leaves again, and the top of the page.
pub(crate) fn push(address: &str) {
    change(|history| history.push_state_with_url(&"".into(), "", Some(address)));
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Shows another address in place of this one.
pub(crate) fn replace(address: &str) {
    change(|history| history.replace_state_with_url(&"".into(), "", Some(address)));
}

fn change(change: impl FnOnce(&History) -> Result<(), JsValue>) {
    // Browsers refuse when there are hundreds within seconds; the next one is shown again.
    let _ = window().history().and_then(|history| change(&history));
}

/// Tells of Back and Forward, until the owner is cleaned up.
pub(crate) fn on_walk(walked: impl Fn() + 'static) {
    listen(popstate, move |_| walked());
}

/// Takes the clicks on links to the app's own addresses, until the owner is cleaned up.
///
/// What asks for another tab, a download or another place stays with the browser.
pub(crate) fn on_follow(follow: impl Fn(&str) + 'static) {
    listen(click, move |ev| {
        if let Some(address) = meant(&ev) {
            ev.prevent_default();
            follow(&address);
        }
    });
}

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
