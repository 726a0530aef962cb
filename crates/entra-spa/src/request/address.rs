//! Addresses of the sign-in service and of this app, as they may stand in a request.

use crate::error::RequestFault;
use crate::origin::Origin;
use crate::return_path::ReturnPath;

/// Characters that a URL parser would rewrite.
const REWRITTEN: [char; 9] = ['"', '<', '>', '^', '`', '{', '|', '}', '\''];

/// The address itself, when it has a path and maybe a query, and is in normal form already.
///
/// Anything else is refused: a redirect address has to be sent byte by byte as it is registered.
pub(super) fn address(text: &str) -> Result<&str, RequestFault> {
    let origin = Origin::of_url(text).map_err(|_| RequestFault::Address)?;
    text.strip_prefix(origin.as_str())
        .filter(|path| ReturnPath::parse(path).is_some() && !path.contains('#'))
        .filter(|path| !path.contains(REWRITTEN))
        .map(|_| text)
        .ok_or(RequestFault::Address)
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::error::RequestFault;
    use oauth2::url::Url;

    #[test]
    fn an_address_is_what_a_parser_would_make_of_it() {
        for text in [
            "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize",
            "https://login.example.com:8443/t/authorize",
            "https://login.example.com/t/authorize?policy=a%20b&x",
            "http://localhost:8081/t/oauth2/v2.0/authorize",
            "http://127.0.0.1:8080/auth/bridge.html",
            "http://[::1]:8080/auth/bridge.html",
            "http://[::1]/auth/bridge.html",
            "https://events.example/",
        ] {
            assert_eq!(address(text), Ok(text));
            assert_eq!(Url::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn what_a_parser_would_rewrite_is_refused() {
        for text in [
            "",
            "/auth/bridge.html",
            "https://Events.Example/auth",
            "https://events.example:443/auth",
            "https://events.example",
            "https://events.example/a/../b",
            "https://events.example/a b",
            "https://events.example/a#b",
            "https://events.example/{a}",
            "https://user@events.example/a",
            "http://events.example/a",
            "javascript:alert(1)",
        ] {
            assert_eq!(address(text), Err(RequestFault::Address), "{text}");
        }
    }
}
