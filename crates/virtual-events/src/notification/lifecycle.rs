//! What happens to a subscription itself.

open_enum! {
    /// An event in a subscription's life (Graph enum `lifecycleEventType`).
    ///
    /// For virtual events only the last is documented.
    LifecycleEvent {
        /// Notifications were lost: read again what is watched.
        Missed = "missed",
        /// The subscription is gone: make a new one.
        SubscriptionRemoved = "subscriptionRemoved",
        /// Renew or reauthorize, or delivery stops.
        ReauthorizationRequired = "reauthorizationRequired",
    }
}
