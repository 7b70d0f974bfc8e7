//! Who calls, as far as that is known: only to limit guessing, never kept as it is.

use super::Site;
use super::errors::Trouble;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use std::net::{IpAddr, SocketAddr};

/// The caller's address; of an IPv6 one the network, which one household or one firm has to itself.
pub(super) struct Peer(pub String);

impl FromRequestParts<Site> for Peer {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        let header = site.portal.config().client_address_header.as_deref();
        // The proxy of ours wrote the last one; those before it anybody can write.
        let said = header.and_then(|name| parts.headers.get_all(name).into_iter().next_back());
        let said =
            said.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
        let direct = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(address)| address.ip());
        Ok(Self(said.or(direct).map_or_else(|| "unknown".to_owned(), network)))
    }
}

fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_counts_as_one() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("192.0.2.7"), "192.0.2.7");
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::9"));
    }
}
