//! What a file's name says: its type, and how long it may be kept.

use std::path::Path;

/// MIME type by extension.
pub(super) fn media_type(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

/// How long a browser may keep the file.
pub(super) fn cache_control(path: &Path) -> &'static str {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    if path
        .extension()
        .is_some_and(|extension| extension == "html")
        || name == "config.json"
    {
        "no-store"
    } else if has_content_hash(name) {
        "public,max-age=31536000,immutable"
    } else {
        "no-cache"
    }
}

/// Whether a part of the name is a hash of the content: eight or more hexadecimal digits.
fn has_content_hash(name: &str) -> bool {
    name.split(['-', '.', '_']).any(|part| {
        part.len() >= 8
            && part
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase())
            && part.bytes().any(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        let keeps = |name: &str| cache_control(Path::new(name));
        for hashed in [
            "rostrum-4f1c09ab23cd4567.js",
            "rostrum-4f1c09ab23cd4567_bg.wasm",
            "style-0a1b2c3d.css",
        ] {
            assert_eq!(
                keeps(hashed),
                "public,max-age=31536000,immutable",
                "{hashed}"
            );
        }
        for fixed in ["index.html", "auth/bridge.html", "config.json"] {
            assert_eq!(keeps(fixed), "no-store", "{fixed}");
        }
        assert_eq!(keeps("favicon.svg"), "no-cache");
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
    }
}
