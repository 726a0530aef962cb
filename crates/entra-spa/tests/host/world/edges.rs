//! Stand-ins for a browser's edges.

use entra_spa::edge::{self, NoEntropy, Persistence, Placement, SessionStore};
use entra_spa::{UnixTime, Uptime};
use futures_util::future::{LocalBoxFuture, pending, ready};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A tab's storage that remembers the order of writes.
pub(crate) struct Storage {
    texts: RefCell<BTreeMap<String, String>>,
    pub(crate) persistence: Cell<Persistence>,
}

impl Default for Storage {
    fn default() -> Self {
        Self {
            texts: RefCell::default(),
            persistence: Cell::new(Persistence::Tab),
        }
    }
}

impl Storage {
    pub(crate) fn put(&self, name: &str, text: &str) {
        self.texts
            .borrow_mut()
            .insert(name.to_owned(), text.to_owned());
    }

    pub(crate) fn peek(&self, name: &str) -> Option<String> {
        self.texts.borrow().get(name).cloned()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.texts.borrow().is_empty()
    }

    pub(crate) fn copy_to(&self, other: &Self) {
        other.texts.borrow_mut().clone_from(&self.texts.borrow());
    }
}

impl SessionStore for Storage {
    fn get(&self, name: &str) -> Option<String> {
        self.peek(name)
    }

    fn set(&self, name: &str, text: &str) {
        self.put(name, text);
    }

    fn remove(&self, name: &str) {
        self.texts.borrow_mut().remove(name);
    }

    fn names(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    fn persistence(&self) -> Persistence {
        self.persistence.get()
    }
}

/// A clock that a test turns.
pub(crate) struct Clock {
    pub(crate) now: Cell<i64>,
    pub(crate) uptime: Cell<i64>,
    pub(crate) slept: RefCell<Vec<u32>>,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            now: Cell::new(1_800_000_000),
            uptime: Cell::new(10),
            slept: RefCell::default(),
        }
    }
}

impl Clock {
    pub(crate) fn advance(&self, seconds: i64) {
        self.now.set(self.now.get() + seconds);
        self.uptime.set(self.uptime.get() + seconds);
    }
}

impl edge::Clock for Clock {
    fn now(&self) -> UnixTime {
        UnixTime(self.now.get())
    }

    fn uptime(&self) -> Uptime {
        Uptime(self.uptime.get())
    }

    /// Short waits are over at once; patience with other tabs never ends by itself.
    fn sleep(&self, milliseconds: u32) -> LocalBoxFuture<'static, ()> {
        if milliseconds >= 10_000 {
            return Box::pin(pending());
        }
        self.slept.borrow_mut().push(milliseconds);
        Box::pin(ready(()))
    }
}

/// A source of numbers that differ, or none.
#[derive(Default)]
pub(crate) struct Entropy {
    drawn: Cell<u64>,
    pub(crate) broken: Cell<bool>,
}

impl edge::Entropy for Entropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        if self.broken.get() {
            return Err(NoEntropy);
        }
        for byte in bytes {
            let next = self
                .drawn
                .get()
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            self.drawn.set(next);
            *byte = (next >> 33) as u8;
        }
        Ok(())
    }
}

/// The page's address.
#[derive(Default)]
pub(crate) struct Navigation {
    pub(crate) fragment: RefCell<Option<String>>,
    pub(crate) assigned: RefCell<Vec<String>>,
    pub(crate) framed: Cell<bool>,
    restored: RefCell<Vec<Box<dyn Fn()>>>,
}

impl Navigation {
    /// The browser shows the page again from its back-forward cache.
    pub(crate) fn restore(&self) {
        for restored in self.restored.borrow().iter() {
            restored();
        }
    }
}

impl edge::Navigation for Navigation {
    fn placement(&self) -> Placement {
        if self.framed.get() {
            Placement::Framed
        } else {
            Placement::Top
        }
    }

    fn assign(&self, url: &str) {
        self.assigned.borrow_mut().push(url.to_owned());
    }

    fn fragment(&self) -> Option<String> {
        self.fragment.borrow().clone()
    }

    fn erase_fragment(&self) {
        *self.fragment.borrow_mut() = None;
    }

    fn stays_here(&self, path: &str) -> bool {
        path.starts_with('/')
    }

    fn on_restored(&self, restored: Box<dyn Fn()>) {
        self.restored.borrow_mut().push(restored);
    }
}

type Heard = Box<dyn Fn(&str)>;

/// The channel between the tabs of a browser.
#[derive(Default)]
pub(crate) struct Bus {
    tabs: RefCell<Vec<Rc<Tab>>>,
    pub(crate) said: RefCell<Vec<String>>,
}

/// One tab's end of it.
pub(crate) struct Tab {
    bus: Rc<Bus>,
    heard: RefCell<Vec<Heard>>,
}

impl Bus {
    pub(crate) fn tab(self: &Rc<Self>) -> Rc<Tab> {
        let tab = Rc::new(Tab {
            bus: Rc::clone(self),
            heard: RefCell::default(),
        });
        self.tabs.borrow_mut().push(Rc::clone(&tab));
        tab
    }
}

impl edge::Channel for Tab {
    fn announce(&self, message: &str) {
        self.bus.said.borrow_mut().push(message.to_owned());
        for tab in self.bus.tabs.borrow().iter() {
            if !std::ptr::eq(&**tab, self) {
                for heard in tab.heard.borrow().iter() {
                    heard(message);
                }
            }
        }
    }

    fn on_message(&self, heard: Heard) {
        self.heard.borrow_mut().push(heard);
    }
}

/// Background work on the test's own thread.
pub(crate) struct TaskSpawner;

impl edge::Spawner for TaskSpawner {
    fn spawn(&self, work: LocalBoxFuture<'static, ()>) {
        tokio::task::spawn_local(work);
    }
}
