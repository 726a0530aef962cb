//! Dates and times as Graph writes them, read leniently.

mod calendar;
mod instant;
mod iso;
mod wall;
mod zoned;

pub use instant::UtcInstant;
pub use wall::WallTime;
pub use zoned::{DateTimeTimeZone, WindowsZone};

#[cfg(test)]
mod tests;
