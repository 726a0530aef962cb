//! What the outside world has to offer: one small trait each.
//!
//! The protocol core knows nothing of browsers. No trait asks for `Send`, all are object safe, so
//! that the same compiled code runs in a browser, on a host and in a test. The browser's own are in
//! the module `browser` behind the feature `browser`.

use crate::cache::TokenMemory;
use crate::time::{UnixTime, Uptime};
use futures_util::future::LocalBoxFuture;
use std::fmt;
use std::rc::Rc;

/// Everything an [`AuthClient`](crate::AuthClient) needs from outside.
#[derive(Clone)]
pub struct Edges {
    /// Where the tab keeps texts.
    pub storage: Rc<dyn SessionStore>,
    /// How the sign-in service is reached.
    pub exchange: Rc<dyn Exchange>,
    /// Random bytes.
    pub entropy: Rc<dyn Entropy>,
    /// What time it is, and waiting.
    pub clock: Rc<dyn Clock>,
    /// One renewal at a time over all tabs.
    pub locks: Rc<dyn Locks>,
    /// The page's address.
    pub navigation: Rc<dyn Navigation>,
    /// Events between tabs.
    pub channel: Rc<dyn Channel>,
    /// Work that nobody waits for.
    pub spawner: Rc<dyn Spawner>,
    /// Access tokens of this page; clients that share it serve each other.
    pub memory: Rc<TokenMemory>,
}

impl fmt::Debug for Edges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Edges")
    }
}

/// How long a [`SessionStore`] keeps what it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// As long as the tab: over reloads and redirects.
    Tab,
    /// As long as the page: the browser's storage is blocked, full or gone.
    Page,
}

/// Texts by name. Never fails: where the browser's storage does, the page's memory takes over.
pub trait SessionStore {
    /// The text of a name.
    fn get(&self, name: &str) -> Option<String>;
    /// Keeps a text.
    fn set(&self, name: &str, text: &str);
    /// Forgets a name.
    fn remove(&self, name: &str);
    /// All names.
    fn names(&self) -> Vec<String>;
    /// How long texts are kept as things stand.
    fn persistence(&self) -> Persistence;
}

/// An answer of the sign-in service.
///
/// The body of a success holds tokens, so `Debug` shows everything but the body.
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The header `Retry-After`, if a script may read it.
    pub retry_after: Option<String>,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("retry_after", &self.retry_after)
            .finish_non_exhaustive()
    }
}

/// Why no answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeFailure {
    /// No connection, or a cross-origin refusal: a browser doesn't tell them apart.
    Network,
    /// No answer in time; the request was aborted.
    Timeout,
    /// [`Exchange::abort`] was called.
    Aborted,
}

/// What comes back from the sign-in service, or why nothing did.
pub type Exchanged = LocalBoxFuture<'static, Result<Answer, ExchangeFailure>>;

/// Requests to the sign-in service.
///
/// Without cookies, without a referrer, without following redirects, past every cache, and with no
/// header beyond those that need no CORS preflight.
pub trait Exchange {
    /// Posts a form.
    fn post_form(&self, url: &str, form: &str) -> Exchanged;
    /// Gets a document.
    fn get(&self, url: &str) -> Exchanged;
    /// Aborts what is running.
    fn abort(&self);
    /// Whether the device believes to have a network.
    fn online(&self) -> bool;
}

/// No secure random source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoEntropy;

/// Secure random bytes.
pub trait Entropy {
    /// Fills the bytes.
    ///
    /// # Errors
    /// [`NoEntropy`] when there is no secure source; there is no other to fall back to.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy>;
}

/// Time.
pub trait Clock {
    /// The wall clock, which may be wrong and may jump.
    fn now(&self) -> UnixTime;
    /// A clock that never goes back.
    fn uptime(&self) -> Uptime;
    /// Resolves after some milliseconds.
    fn sleep(&self, milliseconds: u32) -> LocalBoxFuture<'static, ()>;
}

/// A lock that is held until this is dropped.
pub struct Held(Option<Box<dyn FnOnce()>>);

impl Held {
    /// A held lock; `release` runs once, when it is let go.
    #[must_use]
    pub fn new(release: Box<dyn FnOnce()>) -> Self {
        Self(Some(release))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = self.0.take() {
            release();
        }
    }
}

impl fmt::Debug for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Held")
    }
}

/// Named locks over everything that shares this origin's storage.
pub trait Locks {
    /// Waits for a lock. Dropping the future gives up the place in the queue.
    fn acquire(&self, name: &str) -> LocalBoxFuture<'static, Held>;
}

/// Whether the page stands on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// It fills its tab or window.
    Top,
    /// It is shown inside another page.
    Framed,
}

/// The page's address and where it goes.
pub trait Navigation {
    /// Where the page is shown.
    fn placement(&self) -> Placement;
    /// Leaves the page for a URL.
    fn assign(&self, url: &str);
    /// The fragment of the page's address, without `#`.
    fn fragment(&self) -> Option<String>;
    /// Takes the fragment out of the page's address, without a new entry in the history.
    fn erase_fragment(&self);
    /// Whether a path, resolved the way the browser does, stays on this origin.
    fn stays_here(&self, path: &str) -> bool;
    /// Calls back whenever the browser shows this page again from its back-forward cache.
    fn on_restored(&self, restored: Box<dyn Fn()>);
}

/// Short messages between the tabs of this origin. Never tokens.
pub trait Channel {
    /// Tells the other tabs.
    fn announce(&self, message: &str);
    /// Calls back on messages of other tabs.
    fn on_message(&self, heard: Box<dyn Fn(&str)>);
}

/// Runs a future to its end, whoever else drops what.
pub trait Spawner {
    /// Starts the work.
    fn spawn(&self, work: LocalBoxFuture<'static, ()>);
}
