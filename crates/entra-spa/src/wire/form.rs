//! `application/x-www-form-urlencoded`: the body of a token request, a query, a fragment.

/// Adds `name=value` to a form, with `&` before it when the form isn't empty.
pub(crate) fn append(form: &mut String, name: &str, value: &str) {
    if !form.is_empty() && !form.ends_with(['?', '&']) {
        form.push('&');
    }
    encode_into(form, name);
    form.push('=');
    encode_into(form, value);
}

fn encode_into(form: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                form.push(byte as char);
            }
            _ => {
                form.push('%');
                form.push(HEX[usize::from(byte >> 4)] as char);
                form.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
}

/// The pairs of a form in their order, decoded once.
///
/// A pair without `=` has an empty value. Decoding never fails: a broken escape stays as it is,
/// bytes that aren't UTF-8 become U+FFFD.
pub(crate) fn pairs(form: &str) -> impl Iterator<Item = (String, String)> {
    form.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) => (decode(name), decode(value)),
            None => (decode(pair), String::new()),
        })
}

/// One decoding of `+` and `%XX`.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            _ => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

const fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn broken_escapes_stay_as_they_are() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
        assert_eq!(decode("a+b%2Bc%2bd"), "a b+c+d");
        assert_eq!(decode("%ff"), "\u{fffd}");
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties {
    use super::{append, pairs};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_form_survives_a_round_trip(fields in proptest::collection::vec((".{1,20}", ".{0,40}"), 0..6)) {
            let mut form = String::new();
            for (name, value) in &fields {
                append(&mut form, name, value);
            }

            prop_assert!(form.is_ascii());
            prop_assert_eq!(pairs(&form).collect::<Vec<_>>(), fields);
        }
    }
}
