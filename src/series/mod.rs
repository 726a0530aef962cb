//! Events that repeat: making a series, and changing one.

mod handover;
mod new;
mod overview;
mod sending;

pub(crate) use handover::leave;
pub(crate) use overview::Count;

use crate::chunk::chunk;
use leptos::prelude::*;
use planning::series::SeriesId;

chunk! {
    series:
    /// The page on which an event becomes a series.
    pub(crate) fn new_page() -> AnyView {
        new::page()
    }
}

chunk! {
    series:
    /// All events of one series.
    pub(crate) fn page(id: SeriesId) -> AnyView {
        overview::page(id)
    }
}
