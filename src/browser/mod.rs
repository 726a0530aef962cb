//! The only place that touches `web-sys`.

pub(crate) mod address;
pub(crate) mod clipboard;
pub(crate) mod format;
pub(crate) mod html;
mod intl;
pub(crate) mod keys;
pub(crate) mod page;
pub(crate) mod runtime;
pub(crate) mod storage;
pub(crate) mod timer;
pub(crate) mod transport;
pub(crate) mod zones;
