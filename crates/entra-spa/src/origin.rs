//! Web origins, parsed strictly.
//!
//! An origin decides where a password is typed and where a token goes, so anything unusual is
//! refused instead of repaired: no user info, no path, no characters beyond ASCII host names.

/// Why a text is no origin this crate accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginError {
    /// It does not start with `https://` (or `http://` for this device).
    Scheme,
    /// `http` is for `localhost`, `127.0.0.1` and `[::1]` only.
    PlainHttp,
    /// It carries a user name or password.
    UserInfo,
    /// The host is missing or has characters that no ASCII host name has.
    Host,
    /// The port is no number from 1 to 65535.
    Port,
    /// Something stands behind the host: a path, a query or a fragment.
    Path,
}

/// An `https` origin, or an `http` one on this device, in its normal form.
///
/// Lower case, without default port and without a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// Parses an origin; one slash at the end is allowed.
    ///
    /// # Errors
    /// An [`OriginError`] that names what is wrong.
    pub fn parse(text: &str) -> Result<Self, OriginError> {
        let text = text.trim();
        let (origin, rest) = split(text)?;
        match rest {
            "" | "/" => Ok(origin),
            _ => Err(OriginError::Path),
        }
    }

    /// The origin of a URL, whatever its path.
    pub(crate) fn of_url(url: &str) -> Result<Self, OriginError> {
        split(url).map(|(origin, _)| origin)
    }

    /// The `https` origin of a host this crate knows.
    pub(crate) fn of_host(host: &str) -> Self {
        let mut origin = String::from("https://");
        origin.push_str(host);
        Self(origin)
    }

    /// The host without scheme and port.
    pub(crate) fn host(&self) -> &str {
        let after = self.0.split_once("://").map_or("", |(_, after)| after);
        // the brackets of `[::1]` hold colons of their own
        let port = after.rfind(':').filter(|_| !after.ends_with(']'));
        port.map_or(after, |port| &after[..port])
    }

    /// The origin as text, such as `https://graph.microsoft.com`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a URL belongs to this origin, so that a token may be sent there.
    ///
    /// Compares scheme, host and port after strict parsing; a URL with user info, with backslashes
    /// or on a look-alike host does not belong.
    #[must_use]
    pub fn owns(&self, url: &str) -> bool {
        if url.bytes().any(|b| b == b'\\' || b <= b' ') {
            return false;
        }
        matches!(split(url), Ok((origin, _)) if origin == *self)
    }
}

/// Splits a URL into its origin and the rest, which is empty or starts with `/`, `?` or `#`.
fn split(url: &str) -> Result<(Origin, &str), OriginError> {
    let scheme_end = url.find("://").ok_or(OriginError::Scheme)?;
    let scheme = url[..scheme_end].to_ascii_lowercase();
    let after = &url[scheme_end + 3..];
    let authority_end = after.find(['/', '?', '#']).unwrap_or(after.len());
    let (authority, rest) = after.split_at(authority_end);
    if authority.contains('@') {
        return Err(OriginError::UserInfo);
    }
    let (host, port) = host_and_port(authority)?;
    let default_port = match scheme.as_str() {
        "https" => 443,
        "http" if matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]") => 80,
        "http" => return Err(OriginError::PlainHttp),
        _ => return Err(OriginError::Scheme),
    };
    let mut origin = scheme;
    origin.push_str("://");
    origin.push_str(&host);
    if let Some(port) = port.filter(|port| *port != default_port) {
        origin.push(':');
        origin.push_str(&port.to_string());
    }
    Ok((Origin(origin), rest))
}

fn host_and_port(authority: &str) -> Result<(String, Option<u16>), OriginError> {
    let (host, port) = match authority.strip_prefix("[::1]") {
        Some(rest) => (
            "[::1]",
            rest.strip_prefix(':').or((!rest.is_empty()).then_some("x")),
        ),
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    let port = match port {
        None => None,
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => match digits.parse::<u16>() {
            Ok(0) | Err(_) => return Err(OriginError::Port),
            Ok(port) => Some(port),
        },
        Some(_) => return Err(OriginError::Port),
    };
    let host = host.to_ascii_lowercase();
    let named = host == "[::1]"
        || (!host.is_empty()
            && !host.starts_with(['.', '-'])
            && !host.ends_with(['.', '-'])
            && !host.contains("..")
            && host
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-'));
    if named {
        Ok((host, port))
    } else {
        Err(OriginError::Host)
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, OriginError};

    #[test]
    fn origins_are_brought_into_one_form() {
        for (text, form) in [
            ("https://Login.Example.com/", "https://login.example.com"),
            ("HTTPS://login.example.com:443", "https://login.example.com"),
            (
                "https://login.example.com:8443",
                "https://login.example.com:8443",
            ),
            ("http://localhost:8081", "http://localhost:8081"),
            ("http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
            ("http://[::1]:8081", "http://[::1]:8081"),
        ] {
            assert_eq!(Origin::parse(text).unwrap().as_str(), form, "{text}");
        }
    }

    #[test]
    fn a_host_is_what_stands_between_scheme_and_port() {
        for (text, host) in [
            ("https://login.example.com", "login.example.com"),
            ("https://login.example.com:8443", "login.example.com"),
            ("http://[::1]", "[::1]"),
            ("http://[::1]:8081", "[::1]"),
        ] {
            assert_eq!(Origin::parse(text).unwrap().host(), host);
        }
    }

    #[test]
    fn anything_unusual_is_refused() {
        for (text, error) in [
            ("login.example.com", OriginError::Scheme),
            ("ftp://login.example.com", OriginError::Scheme),
            ("javascript://alert", OriginError::Scheme),
            ("http://login.example.com", OriginError::PlainHttp),
            ("http://localhost.evil.test", OriginError::PlainHttp),
            ("https://user@login.example.com", OriginError::UserInfo),
            ("https://", OriginError::Host),
            ("https://exa mple.com", OriginError::Host),
            ("https://exämple.com", OriginError::Host),
            ("https://example.com\\evil", OriginError::Host),
            ("https://a..b", OriginError::Host),
            ("https://[::2]", OriginError::Port),
            ("https://example.com:x", OriginError::Port),
            ("https://example.com:0", OriginError::Port),
            ("https://example.com:70000", OriginError::Port),
            ("http://[::1]evil", OriginError::Port),
            ("https://example.com/tenant", OriginError::Path),
            ("https://example.com?x", OriginError::Path),
            ("https://example.com#x", OriginError::Path),
        ] {
            assert_eq!(Origin::parse(text), Err(error), "{text}");
        }
    }
}
