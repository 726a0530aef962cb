//! Where the user comes back to after sign-in.

/// Characters of a path that are kept at most.
const MAX_LENGTH: usize = 2_048;

/// A path of this app with its query and fragment, safe to navigate to.
///
/// It starts with one slash and can't leave the origin, however a browser or a router reads it.
/// Paths come from `location`, which is always plain ASCII; anything else is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnPath(String);

impl ReturnPath {
    /// Checks a path; `None` when it could lead elsewhere.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_own(text).then(|| Self(text.to_owned()))
    }

    /// Checks a path; the root of the origin when it could lead elsewhere.
    #[must_use]
    pub fn or_root(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(Self::root)
    }

    /// The root of the origin, `/`.
    #[must_use]
    pub fn root() -> Self {
        Self("/".to_owned())
    }

    /// The path with its query and fragment.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Source: RFC 9700 section 4.11 (open redirectors); the WHATWG URL parser's reading of `\`, of
/// leading `//` and of dot segments.
fn is_own(text: &str) -> bool {
    let plain = text.len() <= MAX_LENGTH
        && text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if !plain || !text.starts_with('/') {
        return false;
    }
    let path = &text[..text.find(['?', '#']).unwrap_or(text.len())];
    // escapes that a router decodes into what is refused in plain: / \ . and control characters
    let lower = path.to_ascii_lowercase();
    let hidden = ["%2f", "%5c", "%2e", "%0", "%1", "%7f", "%25"]
        .iter()
        .any(|escape| lower.contains(escape));
    let segments = path[1..].split('/');
    let last = segments.clone().count() - 1;
    let straight = segments.enumerate().all(|(place, segment)| {
        !matches!(segment, "." | "..") && (!segment.is_empty() || place == last)
    });
    straight && !hidden
}

#[cfg(test)]
mod tests {
    use super::ReturnPath;

    #[test]
    fn case_46_hostile_paths_lead_to_the_root() {
        for hostile in [
            "",
            "//evil.test",
            "//evil.test/townhalls",
            "///evil.test",
            "/\\evil.test",
            "\\\\evil.test",
            "/\\/evil.test",
            "/%5Cevil.test",
            "/%5cevil.test",
            "/%2Fevil.test",
            "/%2f%2fevil.test",
            "/%252fevil.test",
            "/\t/evil.test",
            "/\n/evil.test",
            "/\r\nLocation: https://evil.test",
            "/%09/evil.test",
            "/%0d%0aset-cookie:a=b",
            "/.//evil.test",
            "/..//evil.test",
            "/./evil",
            "/townhalls/../../evil",
            "/%2e%2e/evil",
            "/townhalls//evil.test",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://evil.test/",
            "HTTPS:evil.test",
            "evil.test",
            "user@evil.test/",
            "@evil.test",
            "?next=https://evil.test",
            "#/evil",
            " /townhalls",
            "/townhalls evil",
            "/\u{202e}evil",
            "/\u{ff0f}evil.test",
            "/\0evil",
            "/\u{7f}evil",
            "/townhalls?x=\\evil",
        ] {
            assert_eq!(
                ReturnPath::or_root(hostile),
                ReturnPath::root(),
                "{hostile:?}"
            );
        }
        let long = format!("/{}", "a".repeat(3_000));
        assert_eq!(ReturnPath::parse(&long), None);
    }

    #[test]
    fn own_paths_stay_as_they_are() {
        for own in [
            "/",
            "/townhalls/42?tab=x#y",
            "/townhalls/AAMk%20%C3%A4/edit",
            "/app/townhalls/",
            "/live?filter=%2Fx%5C&next=//x#/a/../b",
            "/@team",
        ] {
            assert_eq!(ReturnPath::parse(own).unwrap().as_str(), own);
        }
    }
}
