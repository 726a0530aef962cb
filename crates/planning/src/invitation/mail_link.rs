//! `mailto:` addresses (RFC 6068).

use percent_encoding::utf8_percent_encode;

use super::Invitation;
use super::calendar_links::STRICT;

/// What mail programs and the systems that start them take without cutting, in characters.
const LONGEST: usize = 1_900;

/// A `mailto:` address, and how much of the invitation found room in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailLink {
    /// All of it.
    Whole(String),
    /// Title, facts and links; the paragraphs didn't fit.
    Short(String),
}

impl MailLink {
    /// The address.
    #[must_use]
    pub fn address(&self) -> &str {
        match self {
            Self::Whole(address) | Self::Short(address) => address,
        }
    }
}

/// An address that opens a new mail with the invitation in it, to nobody yet.
///
/// At most 1,900 characters long; what doesn't fit is left out whole: first the paragraphs, then
/// blocks from the end.
#[must_use]
pub fn mail_link(invitation: &Invitation) -> MailLink {
    let whole = address(invitation);
    if whole.len() <= LONGEST {
        return MailLink::Whole(whole);
    }
    let mut short = invitation.in_short();
    loop {
        let written = address(&short);
        if written.len() <= LONGEST {
            return MailLink::Short(written);
        }
        if short.blocks.pop().is_none() {
            // a title alone that is too long: some of it is better than none
            short.title = short.title.chars().take(100).collect();
            return MailLink::Short(address(&short));
        }
    }
}

fn address(invitation: &Invitation) -> String {
    let subject = invitation.subject();
    // RFC 6068 section 5: line ends are CR LF
    let body = invitation.plain().replace('\n', "\r\n");
    let encoded = |text| utf8_percent_encode(text, STRICT).to_string();
    [
        "mailto:?subject=",
        &encoded(&subject),
        "&body=",
        &encoded(&body),
    ]
    .concat()
}
