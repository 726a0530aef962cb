//! Bytes of a file as text.

use web_sys::{TextDecoder, TextDecoderOptions};

/// How a text was written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16,
    /// What Western versions of Windows write where they don't write Unicode.
    Windows1252,
}

/// The text of some bytes: UTF-16 where a byte order mark says so, else UTF-8, else what Windows
/// writes in the West, in which every byte means something.
pub(crate) fn decoded(bytes: &[u8]) -> Option<(String, Encoding)> {
    let marked = match bytes {
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        _ => None,
    };
    let attempts = match marked {
        Some(label) => vec![(label, Encoding::Utf16)],
        None => vec![
            ("utf-8", Encoding::Utf8),
            ("windows-1252", Encoding::Windows1252),
        ],
    };
    attempts
        .into_iter()
        .find_map(|(label, encoding)| Some((decode(label, bytes)?, encoding)))
}

fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
