//! Styles, fonts and scripts, from the binary itself. Their names change with their content, so a browser may keep them
//! for ever. Must never read a file: what is not in the table does not exist.

use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

struct Asset {
    logical: &'static str,
    url: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// The path of an asset, such as `/assets/sayso.0123456789abcdef.css` for `sayso.css`; nothing in a binary that was built
/// without assets.
pub fn logical(name: &str) -> Option<&'static str> {
    ASSETS.iter().find(|asset| asset.logical == name).map(|asset| asset.url)
}

/// Every asset: its logical name and its path.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    ASSETS.iter().map(|asset| (asset.logical, asset.url))
}

/// Answers `GET /assets/{*path}`.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.url == uri.path()) else {
        return (StatusCode::NOT_FOUND, [(X_CONTENT_TYPE_OPTIONS, "nosniff")]).into_response();
    };
    let (encoding, body) = asset.best(&headers);
    let mut response = (
        [
            (CONTENT_TYPE, content_type(asset.logical)),
            (CACHE_CONTROL, "public, max-age=31536000, immutable"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ],
        body,
    )
        .into_response();
    if asset.brotli.is_some() || asset.gzip.is_some() {
        response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    if let Some(encoding) = encoding {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

impl Asset {
    /// The form that the browser prefers, and of those it likes equally the smallest.
    fn best(&self, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
        let brotli = self.brotli.map(|body| (weight(headers, "br"), "br", body));
        let gzip = self.gzip.map(|body| (weight(headers, "gzip"), "gzip", body));
        match (brotli, gzip) {
            (Some((br, name, body)), Some((gz, ..))) if br > 0 && br >= gz => (Some(name), body),
            (Some((br, name, body)), None) if br > 0 => (Some(name), body),
            (_, Some((gz, name, body))) if gz > 0 => (Some(name), body),
            _ => (None, self.plain),
        }
    }
}

/// How much a browser likes a coding, in thousandths (RFC 9110, 12.5.3). What it does not name, it does not get.
fn weight(headers: &HeaderMap, coding: &str) -> u16 {
    let offers =
        headers.get_all(ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    let mut any = 0;
    for offer in offers.flat_map(|value| value.split(',')) {
        let mut parts = offer.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(1000, thousandths);
        if name.eq_ignore_ascii_case(coding) {
            return weight;
        }
        if name == "*" {
            any = weight;
        }
    }
    any
}

/// `1`, `0.5`, `0.125`; what is not a weight counts as none.
fn thousandths(text: &str) -> u16 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    match (whole, format!("{part:0<3}").parse()) {
        ("1", _) => 1000,
        ("0", Ok(thousandths)) if part.len() <= 3 => thousandths,
        _ => 0,
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(text: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(text))])
    }

    #[test]
    fn the_browser_gets_the_form_it_prefers() {
        let asset = Asset {
            logical: "",
            url: "",
            plain: b"plain",
            brotli: Some(b"brotli"),
            gzip: Some(b"gzip"),
        };
        for (offer, expected) in [
            ("gzip, deflate, br, zstd", "brotli"),
            ("BR", "brotli"),
            ("br;q=0.5, gzip;q=0.9", "gzip"),
            ("br;q=0.5, gzip;q=0.500", "brotli"),
            ("br;q=0, gzip", "gzip"),
            ("br;q=0, gzip;q=0.0", "plain"),
            ("*", "brotli"),
            ("*;q=0", "plain"),
            ("br;q=2", "plain"),
            ("br;q=0.-5", "plain"),
            ("deflate", "plain"),
            ("", "plain"),
        ] {
            assert_eq!(asset.best(&accepts(offer)).1, expected.as_bytes(), "{offer}");
        }
        assert_eq!(asset.best(&HeaderMap::new()), (None, b"plain".as_slice()));
    }

    #[test]
    fn what_is_not_compressed_is_sent_as_it_is() {
        let font = Asset { logical: "", url: "", plain: b"plain", brotli: None, gzip: None };
        assert_eq!(font.best(&accepts("br, gzip")), (None, b"plain".as_slice()));
        let zipped = Asset { gzip: Some(b"gzip"), ..font };
        assert_eq!(zipped.best(&accepts("br, gzip")), (Some("gzip"), b"gzip".as_slice()));
    }

    #[tokio::test]
    async fn every_asset_is_served_for_ever_and_with_its_type() {
        for (name, path) in all() {
            let response = serve(Uri::from_static(path), accepts("br")).await;
            assert_eq!(response.status(), StatusCode::OK, "{name}");
            assert_eq!(response.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
            assert_eq!(response.headers()[X_CONTENT_TYPE_OPTIONS], "nosniff");
            assert_ne!(response.headers()[CONTENT_TYPE], "application/octet-stream", "{name}");
            assert_eq!(logical(name), Some(path));
        }
    }

    #[tokio::test]
    async fn what_is_not_an_asset_is_not_found() {
        for path in
            ["/assets/", "/assets/sayso.css", "/assets/manifest.json", "/assets/../Cargo.toml"]
        {
            let response = serve(Uri::from_static(path), HeaderMap::new()).await;
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(logical("nothing.css"), None);
    }
}
