//! Whether this instance looks after the subscriptions: a lease that it takes and keeps.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::random;
use crate::service::Service;
use crate::store::{Lease, StoreError};

/// How long a lease lasts; one that is killed is missed for so long.
const LASTING: Duration = Duration::from_secs(15);

/// Between two times that it is taken anew.
const BEAT: Duration = Duration::from_secs(5);

/// The lease of one instance.
#[derive(Debug)]
pub(super) struct Tenure<'s> {
    service: &'s Service,
    holder: String,
    /// Until when it is this one's for sure.
    until: Mutex<Option<Instant>>,
}

impl<'s> Tenure<'s> {
    /// `None` where the machine gives no random numbers.
    pub(super) fn new(service: &'s Service) -> Option<Self> {
        Some(Self {
            service,
            holder: random::text::<16>()?,
            until: Mutex::default(),
        })
    }

    fn is_mine(&self) -> bool {
        let until = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    async fn take(&self) -> Result<Lease, StoreError> {
        let asked = Instant::now();
        let now = self.service.clock.now();
        let taken = self.service.store.lease(&self.holder, now, LASTING).await;
        let until = match taken {
            Ok(Lease::Mine) => Some(asked + LASTING),
            Ok(Lease::Others) | Err(_) => None,
        };
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = until;
        taken
    }

    /// Whether it is this instance; takes the lease if nobody has it.
    pub(super) async fn leads(&self) -> Result<Lease, StoreError> {
        match self.is_mine() {
            true => Ok(Lease::Mine),
            false => self.take().await,
        }
    }

    /// Keeps the lease as long as it is this instance's, whatever else takes long; never ends.
    pub(super) async fn keep(&self) {
        loop {
            tokio::time::sleep(BEAT).await;
            if self.is_mine()
                && let Err(error) = self.take().await
            {
                tracing::warn!(error = %error, "the lease on subscriptions is not kept");
            }
        }
    }

    /// Lets another instance go on at once.
    pub(super) async fn give_back(&self) {
        if let Err(error) = self.service.store.give_back(&self.holder).await {
            tracing::warn!(error = %error, "the lease on subscriptions has to run out");
        }
    }
}
