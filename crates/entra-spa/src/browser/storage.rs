//! `sessionStorage`, with the page's memory where it fails.

use crate::edge::{Persistence, SessionStore};
use std::cell::{Cell, RefCell};
use std::fmt;
use web_sys::Storage;

/// Name of the text written to find out whether the storage works.
const PROBE: &str = "auth.probe";

/// The tab's storage.
///
/// Browsers make it throw on access (blocked cookies, sandboxed frames) and on writing (quota). It is
/// tried once at the start; what can't be written later is kept in the page's memory instead.
pub struct TabStorage {
    tab: Option<Storage>,
    page: RefCell<Vec<(String, String)>>,
    failed: Cell<bool>,
}

impl fmt::Debug for TabStorage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TabStorage")
            .field("persistence", &self.persistence())
            .finish_non_exhaustive()
    }
}

impl Default for TabStorage {
    fn default() -> Self {
        Self::new()
    }
}

impl TabStorage {
    /// The window's `sessionStorage`, if a text written to it can be read back.
    #[must_use]
    pub fn new() -> Self {
        let tab = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
        Self {
            tab: tab.filter(works),
            page: RefCell::default(),
            failed: Cell::new(false),
        }
    }
}

impl TabStorage {
    /// Takes a name out of the page's memory.
    fn forget(&self, name: &str) {
        self.page.borrow_mut().retain(|(own, _)| own != name);
    }
}

fn works(storage: &Storage) -> bool {
    let wrote = storage.set_item(PROBE, PROBE).is_ok();
    let read = matches!(storage.get_item(PROBE), Ok(Some(text)) if text == PROBE);
    wrote && read && storage.remove_item(PROBE).is_ok()
}

impl SessionStore for TabStorage {
    fn get(&self, name: &str) -> Option<String> {
        if let Some((_, text)) = self.page.borrow().iter().find(|(own, _)| own == name) {
            return Some(text.clone());
        }
        self.tab.as_ref()?.get_item(name).ok().flatten()
    }

    fn set(&self, name: &str, text: &str) {
        let kept = self
            .tab
            .as_ref()
            .is_some_and(|tab| tab.set_item(name, text).is_ok());
        self.forget(name);
        if kept {
            self.failed.set(false);
        } else {
            // an older text must not come back after a reload
            if let Some(tab) = &self.tab {
                let _ = tab.remove_item(name);
            }
            self.failed.set(true);
            let kept = (name.to_owned(), text.to_owned());
            self.page.borrow_mut().push(kept);
        }
    }

    fn remove(&self, name: &str) {
        self.forget(name);
        if let Some(tab) = &self.tab {
            // a storage that can't be reached holds nothing that could come back
            let _ = tab.remove_item(name);
        }
    }

    fn names(&self) -> Vec<String> {
        let page = self.page.borrow();
        let mut names: Vec<String> = page.iter().map(|(name, _)| name.clone()).collect();
        if let Some(tab) = &self.tab {
            let length = tab.length().unwrap_or(0);
            names.extend((0..length).filter_map(|place| tab.key(place).ok().flatten()));
        }
        names
    }

    fn persistence(&self) -> Persistence {
        if self.tab.is_some() && !self.failed.get() {
            Persistence::Tab
        } else {
            Persistence::Page
        }
    }
}
