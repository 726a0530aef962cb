//! The edges a browser's page offers.

mod channel;
mod clock;
mod entropy;
mod fetch;
mod locks;
mod navigation;
mod storage;

pub use channel::TabChannel;
pub use clock::{PageClock, PageSpawner};
pub use entropy::CryptoEntropy;
pub use fetch::FetchExchange;
pub use locks::WebLocks;
pub use navigation::PageNavigation;
pub use storage::TabStorage;

use crate::edge::Edges;
use std::rc::Rc;

/// The edges of this page: `sessionStorage`, `fetch`, `crypto`, Web Locks, `location`,
/// `BroadcastChannel`, timers.
///
/// Never fails: what the browser withholds has a stand-in that lasts as long as the page, and the
/// client says so when it matters.
#[must_use]
pub fn edges() -> Edges {
    Edges {
        storage: Rc::new(TabStorage::new()),
        exchange: Rc::new(FetchExchange::default()),
        entropy: Rc::new(CryptoEntropy),
        clock: Rc::new(PageClock),
        locks: Rc::new(WebLocks::default()),
        navigation: Rc::new(PageNavigation),
        channel: Rc::new(TabChannel::new()),
        spawner: Rc::new(PageSpawner),
        memory: Rc::default(),
    }
}
