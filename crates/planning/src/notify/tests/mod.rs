//! Notifications of both manners, the lives of subscriptions, and what was missed.

mod call;
mod catch_up;
mod feed;
mod held;
mod ledger;
mod meaning;
mod pushed;
mod relay;
mod renewal;
mod request;
mod stream;
