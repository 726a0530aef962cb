//! The client.

use std::rc::Rc;

use super::GraphBase;
use crate::policy::Pacer;
use crate::{Runtime, TokenProvider, Transport, Writes};

/// Typed access to Microsoft Graph's virtual events and what belongs to them.
///
/// Cheap to clone; clones share connection, token provider and the queue of writes. Operations
/// stand on handles: [`events`](Self::events), [`users`](Self::users) and so on. Every
/// operation repeats itself after throttling and passing failures as far as nothing can happen
/// twice, and asks once for a fresh token when Graph refuses the current one.
#[derive(Clone)]
pub struct GraphClient {
    pub(super) shared: Rc<Shared>,
}

pub(super) struct Shared {
    pub(super) base: GraphBase,
    pub(super) transport: Rc<dyn Transport>,
    pub(super) tokens: Rc<dyn TokenProvider>,
    pub(super) runtime: Rc<dyn Runtime>,
    pub(super) pacer: Rc<Pacer>,
}

impl GraphClient {
    /// A client for the service at `base`.
    #[must_use]
    pub fn new(
        base: GraphBase,
        transport: Rc<dyn Transport>,
        tokens: Rc<dyn TokenProvider>,
        runtime: Rc<dyn Runtime>,
    ) -> Self {
        let pacer = Rc::new(Pacer::new(Rc::clone(&runtime)));
        Self {
            shared: Rc::new(Shared {
                base,
                transport,
                tokens,
                runtime,
                pacer,
            }),
        }
    }

    /// The service this client talks to.
    #[must_use]
    pub fn base(&self) -> &GraphBase {
        &self.shared.base
    }

    /// The queue of writes, for a screen that shows how far it is.
    #[must_use]
    pub fn writes(&self) -> Writes {
        Writes::new(Rc::clone(&self.shared.pacer))
    }

    pub(crate) fn pacer(&self) -> &Pacer {
        &self.shared.pacer
    }

    /// The clock, timer and dice that the client works with.
    #[must_use]
    pub fn runtime(&self) -> &dyn Runtime {
        &*self.shared.runtime
    }
}

impl std::fmt::Debug for GraphClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GraphClient")
            .field("base", &self.shared.base)
            .finish_non_exhaustive()
    }
}
