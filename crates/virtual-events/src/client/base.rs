//! Where Graph is.

/// Origin of a Microsoft Graph service; the version, `/v1.0`, is added by the client.
///
/// The bearer token goes to this origin and to no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GraphBase {
    /// `https://host[:port]` in small letters, without a slash at the end.
    origin: String,
}

/// Path of the API's version below the origin.
pub(crate) const VERSION: &str = "/v1.0";

impl GraphBase {
    /// The global service, `https://graph.microsoft.com`.
    #[must_use]
    pub fn global() -> Self {
        Self {
            origin: "https://graph.microsoft.com".to_owned(),
        }
    }

    /// Takes `https://host[:port]`; plain `http` only for this machine (localhost, 127.x, `[::1]`).
    ///
    /// # Errors
    /// [`GraphBaseError`] when it is anything else: another scheme, a path, a query, a user name.
    pub fn new(origin: &str) -> Result<Self, GraphBaseError> {
        let text = origin.trim();
        let text = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
        let (scheme, authority) = text.split_once("://").ok_or(GraphBaseError::NotAnOrigin)?;
        let (host, port) = split_port(authority);
        if !is_host(host) || port.is_some_and(|port| port.parse::<u16>().is_err()) {
            return Err(GraphBaseError::NotAnOrigin);
        }
        match scheme {
            "https" => Ok(Self { origin: text }),
            "http" if is_this_machine(host) => Ok(Self { origin: text }),
            _ => Err(GraphBaseError::NotSecure),
        }
    }

    /// The origin, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What follows the origin in `address`; `None` when it points anywhere else.
    pub(crate) fn path_of<'a>(&self, address: &'a str) -> Option<&'a str> {
        let (head, tail) = address.split_at_checked(self.origin.len())?;
        (head.eq_ignore_ascii_case(&self.origin) && tail.starts_with('/')).then_some(tail)
    }
}

/// Splits off `:port`, minding the colons of an IPv6 address in brackets.
fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn is_host(host: &str) -> bool {
    if let Some(inside) = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
    {
        return inside
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b':');
    }
    !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.')
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || (host.starts_with("127.") && host.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
}

/// Why a text isn't the origin of a Graph service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GraphBaseError {
    /// It isn't of the form `https://host[:port]`.
    NotAnOrigin,
    /// It isn't `https`, and not on this machine either.
    NotSecure,
}

impl std::fmt::Display for GraphBaseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotAnOrigin => "not an origin of the form https://host[:port]",
            Self::NotSecure => "not https",
        })
    }
}

impl std::error::Error for GraphBaseError {}
