//! Where a request comes from.

use std::net::{IpAddr, Ipv6Addr};

use axum::http::HeaderMap;
use ipnet::IpNet;

/// The address that calls are counted by: the peer's, or what trusted proxies say of it.
///
/// Of a chain of proxies the last address that isn't a trusted one counts: what stands before it
/// may be made up. A household has 64 bits of IPv6 addresses, which count as one.
pub(super) fn of(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut source = peer.to_canonical();
    let lines = headers.get_all("x-forwarded-for").iter().rev();
    let named = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.rsplit(','));
    for text in named {
        if !is_trusted(&source) {
            break;
        }
        match text.trim().parse::<IpAddr>() {
            Ok(address) => source = address.to_canonical(),
            Err(_) => break,
        }
    }
    match source {
        IpAddr::V4(_) => source,
        IpAddr::V6(address) => {
            let network = address.to_bits() & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from_bits(network))
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::of;

    fn source(peer: &str, forwarded: &[&'static str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let trusted = ["10.0.0.0/8", "127.0.0.1/32"].map(|text| text.parse().unwrap());
        of(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(source("192.0.2.1", &["198.51.100.7"]), "192.0.2.1");
        assert_eq!(source("127.0.0.1", &["198.51.100.7"]), "198.51.100.7");
        assert_eq!(
            source("127.0.0.1", &["1.1.1.1, 198.51.100.7, 10.1.1.1"]),
            "198.51.100.7"
        );
        assert_eq!(
            source("127.0.0.1", &["1.1.1.1", "198.51.100.7"]),
            "198.51.100.7"
        );
        assert_eq!(source("127.0.0.1", &["nonsense"]), "127.0.0.1");
        assert_eq!(source("127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn a_household_is_one_address() {
        assert_eq!(source("2001:db8:1:2:3:4:5:6", &[]), "2001:db8:1:2::");
        assert_eq!(source("::ffff:192.0.2.1", &[]), "192.0.2.1");
    }
}
