//! Where in the app the user is, kept at the address bar.
//!
//! The app has few pages, all known by [`Page`]; a router for any routes at all would cost a
//! third of the first load (`docs/decisions.md` has the figures).

mod clicks;

use crate::routes::Page;
use leptos::ev::popstate;
use leptos::prelude::*;
use web_sys::{History, UrlSearchParams};

/// Path and query of the address bar, without the fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    path: String,
    /// With its question mark; empty without a query.
    search: String,
}

impl Place {
    fn shown() -> Self {
        let location = window().location();
        Self {
            path: location.pathname().unwrap_or_default(),
            search: location.search().unwrap_or_default(),
        }
    }
}

/// The way around in the app; there is one, in the context of the signed-in frame.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    place: RwSignal<Place>,
}

impl Router {
    /// Follows the address bar, Back and Forward, and clicks on the app's own links, until the
    /// owner is cleaned up.
    pub(crate) fn provide() -> Self {
        let router = Self {
            place: RwSignal::new(Place::shown()),
        };
        let walked = window_event_listener(popstate, move |_| router.look());
        let clicked = clicks::follow(router);
        on_cleanup(move || {
            walked.remove();
            clicked.remove();
        });
        provide_context(router);
        router
    }

    /// The one that [`Router::provide`] made.
    pub(crate) fn expect() -> Self {
        expect_context()
    }

    /// The page that the path names, `None` if there is no such page; tracks.
    pub(crate) fn page(self) -> Option<Page> {
        Page::at(&self.place.read().path)
    }

    /// What the query says under each of the names, empty where it says nothing; tracks.
    pub(crate) fn query<const N: usize>(self, names: [&str; N]) -> [String; N] {
        let said = UrlSearchParams::new_with_str(&self.place.read().search).ok();
        names.map(|name| {
            said.as_ref()
                .and_then(|it| it.get(name))
                .unwrap_or_default()
        })
    }

    /// Goes to another page, at its top.
    pub(crate) fn go(self, page: &Page) {
        self.push(&page.path());
    }

    /// Changes the address of the page that is shown, such as its query.
    pub(crate) fn readdress(self, address: &str) {
        self.enter(|history| history.replace_state_with_url(&"".into(), "", Some(address)));
    }

    fn push(self, address: &str) {
        self.enter(|history| history.push_state_with_url(&"".into(), "", Some(address)));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    fn enter(self, change: impl FnOnce(&History) -> Result<(), wasm_bindgen::JsValue>) {
        // Browsers refuse when there are hundreds within seconds; the page is shown all the same
        // by the next change.
        let _ = window().history().and_then(|history| change(&history));
        self.look();
    }

    fn look(self) {
        let place = Place::shown();
        if *self.place.read_untracked() != place {
            self.place.set(place);
        }
    }
}
