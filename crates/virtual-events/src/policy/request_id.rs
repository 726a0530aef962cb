//! Ids by which support finds a request.

use http::HeaderName;

use crate::Runtime;

/// Graph's id of a request, in its answer.
pub(crate) static REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
/// This client's id of a request, sent along and kept for support.
pub(crate) static CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");

/// A version 4 UUID; unique enough for support, no secret.
pub(crate) fn new_request_id(runtime: &dyn Runtime) -> String {
    let mut bytes = [0_u8; 16];
    for byte in &mut bytes {
        // random() is in [0, 1), so this is in 0..256
        *byte = (runtime.random() * 256.0) as u8;
    }
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 0x0f] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    text
}
