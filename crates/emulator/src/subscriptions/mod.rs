//! Subscriptions and their notifications: the service's side of webhooks.
//!
//! Written from "Get change notifications for virtual events", "Set up change notifications
//! through webhooks" and "Lifecycle notifications". The calls themselves are in `graph`.

mod change;
mod coming;
mod delivery;
mod endpoint;
mod ledger;
mod notification;
mod odd;
mod pace;
mod secrecy;
mod send;
mod subscription;
mod watched;
mod web_push;

pub(crate) use change::{CallEvent, Change, What};
pub(crate) use coming::meeting;
pub(crate) use delivery::{Round, deliver_now, keep_delivering};
pub(crate) use endpoint::{Endpoints, Handshake, Target, shake_hands, target};
pub(crate) use ledger::{Scene, Subscriptions};
pub(crate) use odd::Odd;
pub(crate) use secrecy::certificate;
pub(crate) use subscription::{By, Certificate, Owner, Subscription, WebPush};
pub(crate) use watched::{ChangeType, Reach, Watched};
pub(crate) use web_push::VAPID_PUBLIC_KEY;
