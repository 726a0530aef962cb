//! Invitations: texts, mail files, links into calendars and snippets for portals.
//!
//! The sentences come from the caller; here they are put together so that nothing somebody typed
//! can become markup, a header or a parameter.

mod calendar_links;
mod embed;
mod file_name;
mod header;
mod html;
mod mail_file;
mod mail_link;
mod text;

#[cfg(test)]
mod tests;

pub use calendar_links::{CalendarService, add_to};
pub use embed::embed_code;
pub use file_name::file_name;
pub(crate) use html::escape;
pub use mail_file::{Attachment, MailFile, mail_file};
pub use mail_link::{MailLink, mail_link};
pub use text::{Block, Invitation};
