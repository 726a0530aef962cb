//! Mail from the signed-in user's mailbox.

mod api;
mod message;

#[cfg(test)]
mod tests;

pub use api::Mail;
pub use message::{FileAttachment, MAX_RECIPIENTS, MailAddress, NewMail, SentItems};
