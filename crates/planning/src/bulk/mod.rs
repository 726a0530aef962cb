//! Many events changed in one way.

mod edit;
mod export;
mod shift;

#[cfg(test)]
mod tests;

pub use edit::Edit;
pub use export::events_table;
pub use shift::Shift;
