//! The calendar: my events by month, by week, or day after day.

mod agenda;
mod entry;
mod month;
mod page;
mod state;
mod toolbar;
mod week;

use crate::chunk::chunk;
use leptos::prelude::*;

chunk! {
    calendar:
    /// The calendar.
    pub(crate) fn page() -> AnyView {
        page::page()
    }
}
