//! A mail as a file that mail programs open (RFC 5322, RFC 2045).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use time::{OffsetDateTime, Weekday};
use virtual_events::UtcInstant;

use super::Invitation;
use super::header::{address_header, text_header};
use crate::clock::millis;
use crate::draft::is_email;

/// Octets of base64 in a line (RFC 2045 section 6.8).
const LINE: usize = 76;
/// Neither stands in base64, so no part can hold one.
const OUTER: &str = "=_rostrum_mixed";
const INNER: &str = "=_rostrum_alternative";

/// A mail to be written into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFile {
    /// What it says; the title is the subject.
    pub invitation: Invitation,
    /// Name and address of whom it is from; left to the mail program if there is none.
    pub from: Option<(String, String)>,
    /// Names and addresses of whom it goes to without telling each other. Addresses that can't be
    /// any are left out.
    pub hidden_recipients: Vec<(String, String)>,
    /// When it is written.
    pub written: UtcInstant,
    /// Files that go with it.
    pub attachments: Vec<Attachment>,
}

/// A file that goes with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, such as `town-hall.ics`.
    pub name: String,
    /// Its media type, such as `text/calendar; charset=utf-8; method=PUBLISH`.
    pub media_type: String,
    /// What is in it.
    pub content: String,
}

/// Writes the mail: ASCII only, lines ended by CR LF, the text both plain and as HTML.
///
/// Media type `message/rfc822`, file ending `.eml`. `X-Unsent` makes Outlook open it as a mail
/// that is yet to be sent. No text can add a header: all of them are one line or encoded.
#[must_use]
pub fn mail_file(mail: &MailFile) -> String {
    let mut out = String::new();
    let good = |(_, address): &&(String, String)| is_email(address) && address.is_ascii();
    let from: Vec<_> = mail.from.iter().filter(good).cloned().collect();
    let hidden: Vec<_> = mail
        .hidden_recipients
        .iter()
        .filter(good)
        .cloned()
        .collect();
    address_header("From", &from, &mut out);
    address_header("Bcc", &hidden, &mut out);
    text_header("Subject", &mail.invitation.title, &mut out);
    text_header("Date", &date(mail.written), &mut out);
    out.push_str("MIME-Version: 1.0\r\nX-Unsent: 1\r\n");
    boundary("multipart/mixed", OUTER, &mut out);
    out.push_str("\r\n--");
    out.push_str(OUTER);
    out.push_str("\r\n");
    boundary("multipart/alternative", INNER, &mut out);
    out.push_str("\r\n");
    let plain = mail.invitation.plain().replace('\n', "\r\n");
    part(INNER, "text/plain; charset=utf-8", None, &plain, &mut out);
    part(
        INNER,
        "text/html; charset=utf-8",
        None,
        &mail.invitation.html(),
        &mut out,
    );
    end(INNER, &mut out);
    for file in &mail.attachments {
        part(
            OUTER,
            &file.media_type,
            Some(&file.name),
            &file.content,
            &mut out,
        );
    }
    end(OUTER, &mut out);
    out
}

fn boundary(kind: &str, boundary: &str, out: &mut String) {
    for piece in [
        "Content-Type: ",
        kind,
        ";\r\n boundary=\"",
        boundary,
        "\"\r\n",
    ] {
        out.push_str(piece);
    }
}

fn part(boundary: &str, media_type: &str, name: Option<&str>, content: &str, out: &mut String) {
    for piece in ["--", boundary, "\r\n"] {
        out.push_str(piece);
    }
    text_header("Content-Type", media_type, out);
    out.push_str("Content-Transfer-Encoding: base64\r\n");
    if let Some(name) = name {
        out.push_str("Content-Disposition: attachment;\r\n filename=\"");
        // the plain name for old programs; RFC 2231 has no shorter way for others
        out.extend(name.chars().map(|it| {
            let plain = it.is_ascii_alphanumeric() || "-._".contains(it);
            if plain { it } else { '_' }
        }));
        out.push_str("\"\r\n");
    }
    out.push_str("\r\n");
    let encoded = STANDARD.encode(content);
    for line in encoded.as_bytes().chunks(LINE) {
        out.push_str(str::from_utf8(line).unwrap_or_default());
        out.push_str("\r\n");
    }
}

fn end(boundary: &str, out: &mut String) {
    for piece in ["--", boundary, "--\r\n"] {
        out.push_str(piece);
    }
}

/// `Tue, 01 Jun 2027 08:00:00 +0000` (RFC 5322 section 3.3).
fn date(instant: UtcInstant) -> String {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let seconds = millis(instant).div_euclid(1000);
    let at = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let day = match at.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    };
    let month = usize::from(u8::from(at.month()) - 1) * 3;
    let month = MONTHS.get(month..month + 3).unwrap_or_default();
    let two = |number: u8| {
        let digits = number.to_string();
        if number < 10 {
            ["0", &digits].concat()
        } else {
            digits
        }
    };
    let (date, year) = (two(at.day()), at.year().to_string());
    let (hour, minute, second) = (two(at.hour()), two(at.minute()), two(at.second()));
    let clock = [hour.as_str(), &minute, &second].join(":");
    [
        [day, ","].concat().as_str(),
        &date,
        month,
        &year,
        &clock,
        "+0000",
    ]
    .join(" ")
}
