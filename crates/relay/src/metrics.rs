//! Figures for Prometheus.

use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// How a call of Graph was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
#[expect(
    non_camel_case_types,
    reason = "the words as they stand in the figures"
)]
pub(crate) enum Delivery {
    accepted,
    handshake,
    unknown_feed,
    too_large,
    broken,
    unavailable,
    limited,
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
#[expect(
    non_camel_case_types,
    reason = "the words as they stand in the figures"
)]
pub(crate) enum Item {
    stored,
    duplicate,
    wrong_client_state,
    misplaced,
    /// Contents whose signature is wrong: dropped.
    bad_signature,
    /// Contents for a certificate that isn't there: the item is stored without them.
    unopened,
    /// Contents in a delivery that doesn't prove that it is Graph's: dropped.
    unproven,
}

/// Why a token was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
#[expect(
    non_camel_case_types,
    reason = "the words as they stand in the figures"
)]
pub(crate) enum Refusal {
    missing,
    malformed,
    algorithm,
    unknown_key,
    signature,
    audience,
    issuer,
    tenant,
    expired,
    not_yet,
    user,
    scope,
    keys_unreachable,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Answered {
    answer: Delivery,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Became {
    outcome: Item,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Refused {
    reason: Refusal,
}

/// How a subscription that the relay holds stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
#[expect(
    non_camel_case_types,
    reason = "the words as they stand in the figures"
)]
pub(crate) enum Held {
    active,
    /// Not there, or its last renewal failed.
    failing,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Stands {
    state: Held,
}

/// All figures.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    deliveries: Family<Answered, Counter>,
    items: Family<Became, Counter>,
    refusals: Family<Refused, Counter>,
    held: Family<Stands, Gauge>,
    /// Streams that are open.
    pub(crate) streams: Gauge,
    /// Notifications sent on a stream.
    pub(crate) sent: Counter,
    /// Streams whose queue was full.
    pub(crate) lagged: Counter,
    /// Calls of the store that failed.
    pub(crate) store_errors: Counter,
    /// Calls from an address that had made too many.
    pub(crate) limited: Counter,
    /// From the whole body to the store's answer.
    pub(crate) storing: Histogram,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut all = Self {
            registry: Registry::with_prefix("rostrum_relay"),
            deliveries: Family::default(),
            items: Family::default(),
            refusals: Family::default(),
            held: Family::default(),
            streams: Gauge::default(),
            sent: Counter::default(),
            lagged: Counter::default(),
            store_errors: Counter::default(),
            limited: Counter::default(),
            storing: Histogram::new([0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 3.0]),
        };
        let to = &mut all.registry;
        to.register(
            "deliveries",
            "Calls of Graph by answer",
            all.deliveries.clone(),
        );
        to.register("items", "Items in deliveries by outcome", all.items.clone());
        to.register(
            "token_refusals",
            "Tokens refused by reason",
            all.refusals.clone(),
        );
        to.register(
            "held_subscriptions",
            "Subscriptions that this instance looks after",
            all.held.clone(),
        );
        to.register("streams", "Streams that are open", all.streams.clone());
        to.register(
            "events_sent",
            "Notifications sent on streams",
            all.sent.clone(),
        );
        to.register(
            "streams_lagged",
            "Streams whose queue was full",
            all.lagged.clone(),
        );
        to.register(
            "store_errors",
            "Calls of the store that failed",
            all.store_errors.clone(),
        );
        to.register(
            "limited",
            "Calls refused for their number",
            all.limited.clone(),
        );
        let help = "From a delivery's whole body to the store's answer";
        to.register_with_unit("storing", help, Unit::Seconds, all.storing.clone());
        all
    }

    pub(crate) fn delivery(&self, answer: Delivery) {
        self.deliveries.get_or_create(&Answered { answer }).inc();
    }

    pub(crate) fn items(&self, outcome: Item, count: usize) {
        if count > 0 {
            let counter = self.items.get_or_create(&Became { outcome });
            counter.inc_by(count as u64);
        }
    }

    pub(crate) fn refusal(&self, reason: Refusal) {
        self.refusals.get_or_create(&Refused { reason }).inc();
    }

    pub(crate) fn held(&self, state: Held, count: usize) {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.held.get_or_create(&Stands { state }).set(count);
    }

    /// All figures in Prometheus' text form.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        // writing into a text can't fail
        let _ = encode(&mut text, &self.registry);
        text
    }
}
