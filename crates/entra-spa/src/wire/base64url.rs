//! Base64 in the alphabet for URLs, without padding (RFC 4648 section 5).

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The text of some bytes, without padding.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let mut bits = 0_u32;
        for (place, byte) in group.iter().enumerate() {
            bits |= u32::from(*byte) << (16 - 8 * place);
        }
        for place in 0..=group.len() {
            let digit = (bits >> (18 - 6 * place)) & 63;
            text.push(ALPHABET[digit as usize] as char);
        }
    }
    text
}

/// The bytes of a text in either alphabet, with or without padding; `None` when it is neither.
///
/// Lenient on the alphabet because some services write the standard one where the URL-safe one is
/// asked for.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=').as_bytes();
    if digits.len() % 4 == 1 || text.len() - digits.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    let mut bits = 0_u32;
    let mut held = 0_u32;
    for digit in digits {
        bits = (bits << 6) | u32::from(value(*digit)?);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    Some(bytes)
}

const fn value(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'-' | b'+' => Some(62),
        b'_' | b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn both_alphabets_and_padding_are_understood() {
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
        assert_eq!(decode("-_8"), Some(vec![0xfb, 0xff]));
        assert_eq!(decode("+/8="), Some(vec![0xfb, 0xff]));
        assert_eq!(decode("A"), None);
        assert_eq!(decode("AA*A"), None);
        assert_eq!(decode("AA======"), None);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties {
    use super::{decode, encode};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_encoded_decodes(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            let text = encode(&bytes);

            prop_assert!(!text.contains(['+', '/', '=']));
            prop_assert_eq!(decode(&text), Some(bytes));
        }

        #[test]
        fn any_text_is_decoded_or_refused(text in ".{0,80}") {
            let _ = decode(&text);
        }
    }
}
