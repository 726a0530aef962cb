//! Subscriptions to change notifications.

mod api;
mod change_type;
mod client_state;
mod new;
mod resource;
mod subscription;
mod web_push;

pub use api::Subscriptions;
pub use change_type::{ChangeType, ChangeTypes};
pub use client_state::ClientState;
pub use new::{NewSubscription, RichNotifications, SubscriptionChanges};
pub use resource::Resource;
pub use subscription::Subscription;
pub use web_push::{VapidPublicKey, WebPush};

#[cfg(test)]
mod tests;
