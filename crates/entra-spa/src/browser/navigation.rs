//! `location` and `history`.

use crate::edge::{Navigation, Placement};
use wasm_bindgen::prelude::*;
use web_sys::{PageTransitionEvent, Url, Window};

/// The address of this page.
#[derive(Debug, Clone, Copy, Default)]
pub struct PageNavigation;

impl Navigation for PageNavigation {
    fn placement(&self) -> Placement {
        let own = |window: &Window| window.top().is_ok_and(|top| top.as_ref() == Some(window));
        match web_sys::window() {
            Some(window) if own(&window) => Placement::Top,
            _ => Placement::Framed,
        }
    }

    fn assign(&self, url: &str) {
        if let Some(window) = web_sys::window() {
            // fails only for what is no URL, and these are built from parsed ones
            let _ = window.location().assign(url);
        }
    }

    fn fragment(&self) -> Option<String> {
        let hash = web_sys::window()?.location().hash().ok()?;
        hash.strip_prefix('#').map(str::to_owned)
    }

    fn erase_fragment(&self) {
        let _ = web_sys::window().and_then(|window| erase_fragment(&window));
    }

    fn stays_here(&self, path: &str) -> bool {
        let Some(origin) = web_sys::window().and_then(|window| window.location().origin().ok())
        else {
            return false;
        };
        Url::new_with_base(path, &origin)
            .is_ok_and(|url| url.origin() == origin && !url.pathname().starts_with("//"))
    }

    fn on_restored(&self, restored: Box<dyn Fn()>) {
        let Some(window) = web_sys::window() else {
            return;
        };
        let shown =
            Closure::<dyn Fn(PageTransitionEvent)>::new(move |event: PageTransitionEvent| {
                if event.persisted() {
                    restored();
                }
            });
        let _ = window.add_event_listener_with_callback("pageshow", shown.as_ref().unchecked_ref());
        // for as long as the page lives
        shown.forget();
    }
}

fn erase_fragment(window: &Window) -> Option<()> {
    let location = window.location();
    let address = location.pathname().ok()? + &location.search().ok()?;
    let history = window.history().ok()?;
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(&address))
        .ok()
}
