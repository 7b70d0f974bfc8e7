//! Which witnesses the portal asks to sign its log: `[[log.witnesses]]`, or one text in the environment.

use consent::proof::{KeyKind, Vkey};
use http::Uri;
use serde::Deserialize;
use std::str::FromStr as _;

/// A witness of the portal's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessSettings {
    /// What people call it, on the page about openness.
    pub name: String,
    /// Where it takes checkpoints: `https`, or `http` on this machine; no slash at the end.
    pub url: String,
    /// Its public key.
    pub vkey: Vkey,
}

/// One of `[[log.witnesses]]` as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    name: String,
    url: String,
    vkey: String,
}

/// The witnesses of the file as the one text that a variable has.
pub(super) fn as_text(witnesses: Vec<File>) -> String {
    let lines = witnesses.into_iter().map(|File { name, url, vkey }| {
        // What separates the parts cannot stand in one.
        let parts = [name, url, vkey].map(|part| part.replace(['|', ';'], "\u{fffd}"));
        parts.join("|")
    });
    lines.collect::<Vec<_>>().join(";")
}

/// Reads them: `name|url|vkey`, separated by semicolons.
pub(super) fn read(text: &str) -> Result<Vec<WitnessSettings>, &'static str> {
    let all = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let witnesses: Vec<WitnessSettings> = all.map(one).collect::<Result<_, _>>()?;
    let again = witnesses.iter().enumerate().any(|(place, witness)| {
        witnesses.iter().skip(place + 1).any(|other| {
            witness.vkey.public() == other.vkey.public() || witness.vkey.name() == other.vkey.name()
        })
    });
    if again { Err("names a witness twice") } else { Ok(witnesses) }
}

/// Shows them.
pub(super) fn show(witnesses: &[WitnessSettings]) -> Option<String> {
    let names: Vec<&str> = witnesses.iter().map(|witness| witness.vkey.name()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn one(text: &str) -> Result<WitnessSettings, &'static str> {
    let mut parts = text.split('|').map(str::trim);
    let (Some(name), Some(url), Some(vkey), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err("needs a name, an address and a key for each witness");
    };
    let sound = !name.is_empty()
        && name.chars().count() <= 100
        && !name.chars().any(|letter| letter.is_control() || letter == '\u{fffd}');
    if !sound {
        return Err("has a witness without a name that can be shown");
    }
    let vkey = Vkey::parse(vkey).ok().filter(|vkey| vkey.kind() == KeyKind::Witness);
    let vkey =
        vkey.ok_or("has a key that is no witness's (name+id+key, as the witness says it)")?;
    Ok(WitnessSettings { name: name.to_owned(), url: address(url)?, vkey })
}

fn address(text: &str) -> Result<String, &'static str> {
    let why = "has an address that is neither https nor http on this machine";
    let text = text.strip_suffix('/').unwrap_or(text);
    let uri = Uri::from_str(text).map_err(|_| why)?;
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    let here = host == "localhost"
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    let plain = uri.query().is_none()
        && uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    match uri.scheme_str() {
        Some("https") if plain => Ok(text.to_owned()),
        Some("http") if plain && here => Ok(text.to_owned()),
        _ => Err(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vkey(name: &str, byte: u8) -> String {
        let key = ed25519_dalek::SigningKey::from_bytes(&[byte; 32]).verifying_key();
        Vkey::witness(name, key.as_bytes()).unwrap().to_string()
    }

    #[test]
    fn witnesses_are_read_and_shown_by_their_names() {
        let (one, two) = (vkey("one.example", 1), vkey("two.example", 2));
        let text = format!("One|https://one.example/|{one};Two|http://127.0.0.1:3080|{two}");
        let read = read(&text).unwrap();
        assert_eq!(read[0].url, "https://one.example");
        assert_eq!(show(&read).unwrap(), "one.example, two.example");
        assert_eq!(show(&[]), None);
    }

    #[test]
    fn who_could_not_be_trusted_or_asked_is_refused() {
        let key = vkey("one.example", 1);
        let log = Vkey::log("one.example", &Vkey::parse(&key).unwrap().public()).unwrap();
        for text in [
            format!("One|https://one.example|{log}"),
            format!("One|http://one.example|{key}"),
            format!("One|ftp://127.0.0.1|{key}"),
            format!("One|https://me@one.example|{key}"),
            format!("One|https://one.example?x|{key}"),
            format!("|https://one.example|{key}"),
            format!("One|https://one.example|{key}|x"),
            format!("One|https://one.example|{key};Two|https://two.example|{key}"),
            format!(
                "One|https://one.example|{key};Two|https://two.example|{}",
                vkey("two.example", 1)
            ),
            "One|https://one.example".to_owned(),
        ] {
            assert!(read(&text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_name_cannot_smuggle_in_another_part() {
        let file = File { name: "a|b".to_owned(), url: "https://x".to_owned(), vkey: vkey("x", 1) };
        assert!(read(&as_text(vec![file])).is_err());
    }
}
