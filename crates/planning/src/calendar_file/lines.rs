//! Content lines: escaping, folding, and how times and offsets are written (RFC 5545 section 3.1
//! and 3.3).

/// Octets of a line without its end, the blank before a continued one included.
const LONGEST: usize = 75;

/// The lines of a file, each ended and folded as the standard wants it.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value holds nothing that needs escaping.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.fold(&[name, ":", value].concat());
    }

    /// A line whose value is a text of any kind; left out if the text is empty.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let value = escaped(value);
        if !value.is_empty() {
            self.plain(name, &value);
        }
    }

    /// A line whose value is an address, written without any byte that an address can't hold.
    pub(super) fn address(&mut self, name: &str, address: &str) {
        self.plain(name, &uri(address));
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    fn fold(&mut self, line: &str) {
        let mut room = LONGEST;
        for character in line.chars() {
            if character.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            room -= character.len_utf8();
            self.0.push(character);
        }
        self.0.push_str("\r\n");
    }
}

/// A text value (RFC 5545 section 3.3.11). Every kind of line end becomes `\n`; other control
/// characters, which the standard forbids, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for character in text.trim_matches('\n').chars() {
        match character {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(character);
            }
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
    out
}

/// A parameter's value in quotes. Quotes can't be escaped there (RFC 5545 section 3.2), and few
/// calendars know the escapes of RFC 6868.
pub(super) fn quoted(text: &str) -> String {
    let plain = text.chars().map(|it| match it {
        '"' => '\'',
        _ if it.is_control() => ' ',
        _ => it,
    });
    let inside: String = plain.collect();
    ["\"", inside.trim(), "\""].concat()
}

fn uri(address: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(address.len());
    for byte in address.trim().bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    out
}

/// `2027-06-01T10:00:00` without what the basic format has no place for: `20270601T100000`. Also
/// for offsets, `+05:30` → `+0530`.
pub(crate) fn basic(extended: &str) -> String {
    let digits = extended.split('.').next().unwrap_or_default();
    let zulu = extended.ends_with('Z') && !digits.ends_with('Z');
    let mut out: String = digits
        .char_indices()
        // the sign of an offset stays, the hyphens of a date go
        .filter(|(at, it)| *it != ':' && (*it != '-' || *at == 0))
        .map(|(_, it)| it)
        .collect();
    if zulu {
        out.push('Z');
    }
    out
}
