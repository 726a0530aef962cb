//! What Graph sends to a subscriber.

mod collection;
mod encrypted;
mod lifecycle;
mod received;

pub use collection::{NotificationCollection, NotificationError};
pub use encrypted::EncryptedContent;
pub use lifecycle::LifecycleEvent;
pub use received::{Notification, ResourceData};

#[cfg(test)]
mod tests;
