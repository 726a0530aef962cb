//! Push services of browsers, which notifications may go to straight.

/// The key that the service signs its pushes with: 65 bytes in base64url.
///
/// It is the curve's own base point, whose private half is one: nothing is pushed from here, but
/// browsers take only what is a point of P-256.
pub(crate) const VAPID_PUBLIC_KEY: &str =
    "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";

/// Whether the host belongs to a push service that Graph knows.
pub(crate) fn is_push_service(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    matches!(
        host.as_str(),
        "fcm.googleapis.com" | "updates.push.services.mozilla.com"
    ) || host.ends_with(".push.apple.com")
}
