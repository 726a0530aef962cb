//! Which of the encodings the browser takes is there beside the file.

use std::path::{Path, PathBuf};

/// The file to send for `path`, with its content coding.
pub(super) fn best(path: &Path, accepted: &str) -> (PathBuf, Option<&'static str>) {
    for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
        if !accepts(accepted, coding) {
            continue;
        }
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(extension);
        let sibling = PathBuf::from(name);
        if sibling.is_file() {
            return (sibling, Some(coding));
        }
    }
    (path.to_owned(), None)
}

/// Reads `Accept-Encoding` (RFC 9110 section 12.5.3); a weight of 0 is a refusal.
fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let refused = parts.any(|weight| {
            weight
                .strip_prefix("q=")
                .and_then(|q| q.parse::<f32>().ok())
                == Some(0.0)
        });
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn a_weight_of_zero_refuses() {
        assert!(accepts("gzip, deflate, br, zstd", "br"));
        assert!(accepts("gzip;q=0.5", "gzip"));
        assert!(!accepts("br;q=0, gzip", "br"));
        assert!(!accepts("", "gzip"));
    }
}
