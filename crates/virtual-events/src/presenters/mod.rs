//! Presenters of an event.

mod api;
mod details;
mod presenter;

pub use api::Presenters;
pub use details::PresenterDetails;
pub use presenter::{NewPresenter, Presenter};

#[cfg(test)]
mod tests;
