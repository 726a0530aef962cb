//! How many calls one address may make.

use std::fmt;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter, clock};

use super::{Peer, Problem, problem, source};
use crate::config::Limits;
use crate::metrics::Delivery;
use crate::service::Service;

type ByAddress = RateLimiter<IpAddr, HashMapStateStore<IpAddr>, clock::DefaultClock>;

/// The counts of all addresses.
pub(crate) struct Rates {
    deliveries: ByAddress,
    calls: ByAddress,
}

impl fmt::Debug for Rates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rates").finish_non_exhaustive()
    }
}

/// What a call counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Delivery,
    Call,
    /// Asked by machines that watch over this one.
    Health,
}

impl Class {
    fn of(path: &str) -> Self {
        let first = path.split('/').nth(1).unwrap_or_default();
        match first {
            "notify" | "lifecycle" => Self::Delivery,
            "healthz" | "readyz" | "metrics" => Self::Health,
            _ => Self::Call,
        }
    }
}

impl Rates {
    pub(crate) fn new(limits: &Limits) -> Self {
        let quota = |a_second| {
            let a_second = NonZeroU32::new(a_second).unwrap_or(NonZeroU32::MIN);
            // an office behind one address comes back all at once
            Quota::per_second(a_second).allow_burst(a_second.saturating_mul(FIVE))
        };
        Self {
            deliveries: RateLimiter::hashmap(quota(limits.deliveries_per_second)),
            calls: RateLimiter::hashmap(quota(limits.calls_per_second)),
        }
    }

    /// Forgets the addresses that haven't called for a while.
    pub(crate) fn tidy(&self) {
        for rates in [&self.deliveries, &self.calls] {
            rates.retain_recent();
            rates.shrink_to_fit();
        }
    }

    fn allows(&self, class: Class, source: IpAddr) -> bool {
        match class {
            Class::Delivery => self.deliveries.check_key(&source).is_ok(),
            Class::Call => self.calls.check_key(&source).is_ok(),
            Class::Health => true,
        }
    }
}

const FIVE: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);

/// Refuses calls of an address that has made too many.
pub(super) async fn limit(
    State(service): State<Arc<Service>>,
    request: Request,
    next: Next,
) -> Response {
    let class = Class::of(request.uri().path());
    // without a peer there is no connection, which only a test could bring about
    let Some(Peer(peer)) = request.extensions().get().copied() else {
        return problem(Problem::Unavailable, "no address");
    };
    let source = source::of(peer, request.headers(), &service.config.trusted_proxies);
    if service.rates.allows(class, source) {
        return next.run(request).await;
    }
    service.metrics.limited.inc();
    if class == Class::Delivery {
        service.metrics.delivery(Delivery::limited);
    }
    problem(Problem::TooMany, "too many calls from this address")
}

#[cfg(test)]
mod tests {
    use super::{Class, Rates};
    use crate::config::Limits;

    #[test]
    fn an_address_is_stopped_and_the_others_are_not() {
        let rates = Rates::new(&Limits {
            feeds_per_user: 1,
            streams_per_user: 1,
            connections: 1,
            deliveries_per_second: 1,
            calls_per_second: 1_000,
        });
        let [first, second] = ["10.0.0.1", "10.0.0.2"].map(|text| text.parse().unwrap());
        let allowed = (0..50)
            .filter(|_| rates.allows(Class::Delivery, first))
            .count();
        assert!((5..10).contains(&allowed), "{allowed}");
        assert!(rates.allows(Class::Delivery, second));
        assert!(rates.allows(Class::Call, first));
    }

    #[test]
    fn paths_are_of_a_class() {
        assert_eq!(Class::of("/notify/x"), Class::Delivery);
        assert_eq!(Class::of("/lifecycle/"), Class::Delivery);
        assert_eq!(Class::of("/healthz"), Class::Health);
        for path in ["/feeds", "/", "", "/notifyx", "//notify"] {
            assert_eq!(Class::of(path), Class::Call, "{path}");
        }
    }
}
