//! Header fields of a mail: one line each for whoever reads them, whatever was typed.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::text::one_line;

/// Longest line of a header, in octets (RFC 5322 section 2.1.1 advises 78).
const LONGEST_LINE: usize = 76;
/// Longest name of a header of addresses with what follows it, `From: `.
const LONGEST_NAME: usize = 6;
/// Octets around the text of an encoded word.
const FRAME: usize = "=?UTF-8?B??=".len();

/// A header whose value is free text, such as `Subject`.
pub(super) fn text_header(name: &str, text: &str, out: &mut String) {
    out.push_str(name);
    out.push_str(": ");
    out.push_str(&words(&one_line(text), name.len() + 2));
    out.push_str("\r\n");
}

/// A header of addresses, such as `To`, one a line; nothing if there are none.
pub(super) fn address_header(name: &str, addresses: &[(String, String)], out: &mut String) {
    for (at, (display, address)) in addresses.iter().enumerate() {
        if at == 0 {
            out.push_str(name);
            out.push_str(": ");
        } else {
            out.push_str(",\r\n ");
        }
        let display = one_line(display);
        if !display.is_empty() {
            out.push_str(&phrase(&display));
            out.push_str("\r\n ");
        }
        out.push('<');
        out.push_str(address);
        out.push('>');
    }
    if !addresses.is_empty() {
        out.push_str("\r\n");
    }
}

/// A display name: as it is if it is words of letters and digits, else encoded.
fn phrase(display: &str) -> String {
    let plain = |it: char| it.is_ascii_alphanumeric() || it == ' ' || it == '-';
    if display.chars().all(plain) && display.len() <= LONGEST_LINE - 12 {
        return display.to_owned();
    }
    // a name stands behind that of the header, or behind a blank
    encoded(display, LONGEST_NAME)
}

/// Text of one line, folded; encoded if it holds anything but plain ASCII.
fn words(text: &str, mut used: usize) -> String {
    let ascii = text.bytes().all(|it| it == b' ' || it.is_ascii_graphic());
    let fits = |word: &str| word.len() < LONGEST_LINE - 12;
    // what looks like an encoded word would be read as one
    if !ascii || text.contains("=?") || !text.split(' ').all(fits) {
        return encoded(text, used);
    }
    let mut out = String::new();
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 && used + 1 + word.len() > LONGEST_LINE {
            out.push_str("\r\n ");
            used = 1;
        } else if at > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += word.len();
    }
    out
}

/// Encoded words of RFC 2047 section 2, each of whole characters, one a line; `used` octets of the
/// first line are taken.
fn encoded(text: &str, mut used: usize) -> String {
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        // three octets of text make four of base64
        let room = (LONGEST_LINE - FRAME - used) / 4 * 3;
        let mut end = rest.len().min(room);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (word, after) = rest.split_at(end);
        if !out.is_empty() {
            out.push_str("\r\n ");
        }
        out.push_str("=?UTF-8?B?");
        out.push_str(&STANDARD.encode(word));
        out.push_str("?=");
        rest = after;
        used = 1;
    }
    out
}
