//! The claims challenge of a 401.

use http::{HeaderMap, header::WWW_AUTHENTICATE};

/// Longest challenge taken, in bytes of JSON.
const LONGEST: usize = 8 * 1024;

/// The decoded claims of a `WWW-Authenticate: Bearer … claims="…"`, as JSON text.
///
/// Several challenges may share a header and several headers may come; parameters stand in any
/// order (RFC 9110 section 11.6.1). The claims are base64, standard or URL-safe, padded or not.
/// `None` when there are none, or when they aren't a JSON object of reasonable size.
pub(crate) fn claims_challenge(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(WWW_AUTHENTICATE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(read_claims)
}

/// The same of one header's text, as it stands in the parts of a batch.
pub(crate) fn read_claims(header: &str) -> Option<String> {
    let encoded = bearer_parameter(header, "claims")?;
    if encoded.len() > LONGEST / 3 * 4 + 4 {
        return None;
    }
    let bytes = decode_base64(&encoded)?;
    let object = serde_json::from_slice::<serde_json::Value>(&bytes)
        .ok()?
        .is_object();
    String::from_utf8(bytes).ok().filter(|_| object)
}

/// The value of a parameter of the first `Bearer` challenge that has it.
fn bearer_parameter(header: &str, wanted: &str) -> Option<String> {
    let mut rest = header;
    let mut in_bearer = false;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        if rest.is_empty() {
            return None;
        }
        let end = rest.find([' ', '\t', ',', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let trimmed = after.trim_start_matches([' ', '\t']);
        match trimmed.strip_prefix('=') {
            // a name without a value opens the next challenge
            None => {
                in_bearer = name.eq_ignore_ascii_case("bearer");
                rest = trimmed;
            }
            Some(value) => {
                let (value, tail) = value_of(value.trim_start_matches([' ', '\t', '=']));
                if in_bearer && name.eq_ignore_ascii_case(wanted) {
                    return Some(value);
                }
                rest = tail;
            }
        }
    }
}

/// A quoted string, its escapes resolved, or a bare token; and what follows.
fn value_of(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([',', ' ', '\t']).unwrap_or(text.len());
        return (text[..end].to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            _ => value.push(character),
        }
    }
    (value, "")
}

fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for byte in text.trim_end_matches('=').bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        buffer = (buffer << 6 | u32::from(six)) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((buffer >> bits) as u8);
        }
    }
    // a lone sixth of a byte can't be
    (bits < 6).then_some(bytes)
}
