//! Widgets that know nothing of events.

pub(crate) mod chart;
pub(crate) mod copy;
pub(crate) mod dialog;
pub(crate) mod failure;
pub(crate) mod field;
pub(crate) mod file;
pub(crate) mod icon;
pub(crate) mod long_table;
pub(crate) mod message;
pub(crate) mod toast;

pub(crate) use icon::{Icon, icon};
