//! Tables as text: comma-separated values (RFC 4180), as spreadsheets read and write them.

mod delimiter;
mod formula;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub use delimiter::Delimiter;
pub use formula::{armed, defused};
pub use read::{Reader, Row};
pub use write::{ByteOrderMark, Writer};
