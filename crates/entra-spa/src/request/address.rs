//! URLs for `oauth2`, without a second URL parser in the download.
//!
//! `oauth2` takes its addresses as `url::Url`. Parsing one brings that crate's whole parser with
//! international host names along: 16 kB brotli, a third of what this crate weighs. The few addresses
//! here come from the configuration and are checked strictly by [`Origin`] and [`ReturnPath`], so
//! their parts are handed over as they are, by the way `url` documents for it
//! (`Url::deserialize_internal`). Debug builds, and so all tests, compare the outcome with `url`'s own
//! parser.

use crate::error::RequestFault;
use crate::origin::Origin;
use crate::return_path::ReturnPath;
use oauth2::url::Url;
use serde_json::{Map, Value};

/// Characters that `url` would rewrite.
const REWRITTEN: [char; 9] = ['"', '<', '>', '^', '`', '{', '|', '}', '\''];

/// The URL of an address with a path and maybe a query, in normal form already.
///
/// Anything else is refused: a redirect address has to be sent byte by byte as it is registered.
pub(super) fn address(text: &str) -> Result<Url, RequestFault> {
    let origin = Origin::of_url(text).map_err(|_| RequestFault::Address)?;
    let path = text
        .strip_prefix(origin.as_str())
        .filter(|path| ReturnPath::parse(path).is_some() && !path.contains('#'))
        .filter(|path| !path.contains(REWRITTEN))
        .ok_or(RequestFault::Address)?;
    let host_start = text.find("//").map_or(0, |place| place + 2);
    let host_end = host_start + origin.host().len();
    let path_start = text.len() - path.len();
    let port = text
        .get(host_end + 1..path_start)
        .and_then(|port| port.parse().ok());
    let number = |place: usize| Value::from(place as u64);
    let parts = vec![
        Value::String(text.to_owned()),
        number(host_start - 3),
        number(host_start),
        number(host_start),
        number(host_end),
        host(origin.host()),
        port.map_or(Value::Null, number),
        number(path_start),
        text.find('?').map_or(Value::Null, number),
        Value::Null,
    ];
    Url::deserialize_internal(Value::Array(parts)).map_err(|_| RequestFault::Address)
}

/// The kind of host, as `url` keeps it.
fn host(host: &str) -> Value {
    let (kind, number) = match host {
        "127.0.0.1" => ("Ipv4", host),
        "[::1]" => ("Ipv6", "::1"),
        _ => return Value::String("Domain".to_owned()),
    };
    let mut address = Map::new();
    address.insert(kind.to_owned(), Value::String(number.to_owned()));
    Value::Object(address)
}

#[cfg(test)]
mod tests {
    use super::address;
    use crate::error::RequestFault;
    use oauth2::url::Url;

    #[test]
    fn an_address_is_what_the_parser_would_make_of_it() {
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
            let (ours, parsed) = (address(text).unwrap(), Url::parse(text).unwrap());

            assert_eq!(ours, parsed);
            assert_eq!(ours.as_str(), text);
            assert_eq!(
                (ours.host_str(), ours.port()),
                (parsed.host_str(), parsed.port())
            );
            assert_eq!((ours.path(), ours.query()), (parsed.path(), parsed.query()));
            let mut appended = ours;
            appended.query_pairs_mut().append_pair("a", "b c");
            assert_eq!(Url::parse(appended.as_str()).unwrap(), appended);
        }
    }

    #[test]
    fn what_the_parser_would_rewrite_is_refused() {
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
