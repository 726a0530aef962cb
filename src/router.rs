//! Where in the app the user is, kept at the address bar.
//!
//! The app has few pages, all known by [`Page`]; a router for any routes at all costs a tenth of
//! what is loaded until the board stands (`docs/decisions.md` has the figures).

use crate::browser::address::{self, Address};
use crate::routes::Page;
use leptos::prelude::*;

/// The way around in the app; there is one, in the context of the signed-in frame.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    address: RwSignal<Address>,
}

impl Router {
    /// Follows the address bar, Back and Forward, and clicks on the app's own links, until the
    /// owner is cleaned up.
    pub(crate) fn provide() -> Self {
        let router = Self {
            address: RwSignal::new(Address::shown()),
        };
        address::on_walk(move || router.look());
        address::on_follow(move |to| router.push(to));
        provide_context(router);
        router
    }

    /// The one that [`Router::provide`] made.
    pub(crate) fn expect() -> Self {
        expect_context()
    }

    /// The page that the path names, `None` if there is no such page; tracks.
    pub(crate) fn page(self) -> Option<Page> {
        Page::at(&self.address.read().path)
    }

    /// What the query says under each of the names, empty where it says nothing; tracks.
    pub(crate) fn query<const N: usize>(self, names: [&str; N]) -> [String; N] {
        self.address.read().query(names)
    }

    /// Goes to another page, at its top.
    pub(crate) fn go(self, page: &Page) {
        self.push(&page.path());
    }

    /// Changes the address of the page that is shown, such as its query.
    pub(crate) fn readdress(self, address: &str) {
        address::replace(address);
        self.look();
    }

    /// Goes to an address of the app, such as a page with a query.
    pub(crate) fn push(self, address: &str) {
        address::push(address);
        self.look();
    }

    fn look(self) {
        let shown = Address::shown();
        if *self.address.read_untracked() != shown {
            self.address.set(shown);
        }
    }
}
