//! The text of an attached document, where there is text that can be read in full.
//! An image, a PDF, or a text with a picture in it must never count as read.

use base64::Engine as _;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use serde_json::{Map, Value};

/// The text of an Attachment or a Binary, without markup. None where it holds none, or not only text.
pub(super) fn text(attachment: &Map<String, Value>) -> Option<String> {
    let data = attachment.get("data")?.as_str()?;
    let kind =
        attachment.get("contentType")?.as_str()?.split(';').next()?.trim().to_ascii_lowercase();
    let compact: String = data.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let lenient =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let bytes = GeneralPurpose::new(&base64::alphabet::STANDARD, lenient).decode(compact).ok()?;
    // Text that is not UTF-8 is read byte by byte: in every old encoding the letters of English are the same.
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|bad| bad.as_bytes().iter().map(|b| char::from(*b)).collect());
    let plain = match kind.as_str() {
        "text/plain" => Some(text),
        "text/html" | "application/xhtml+xml" | "text/xml" | "application/xml" => markup(&text),
        "text/rtf" | "application/rtf" | "text/richtext" => rich(&text),
        _ => None,
    }?;
    let is_text = plain.chars().any(char::is_alphabetic) && !plain.contains('\0');
    is_text.then_some(plain)
}

/// Elements of HTML that show something other than text.
const PICTURES: &[&str] =
    &["<img", "<svg", "<object", "<embed", "<iframe", "<canvas", "<video", "<picture"];

fn markup(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    (!PICTURES.iter().any(|picture| lower.contains(picture))).then(|| without_tags(text))
}

/// Elements that stand inside a word without parting it.
const INLINE: &[&str] =
    &["b", "i", "em", "strong", "span", "u", "a", "sup", "sub", "font", "small", "mark", "wbr"];

/// A narrative without its tags, its character references resolved.
pub(super) fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        unescape(before, &mut plain);
        let (tag, next) = after.split_once('>').unwrap_or((after, ""));
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if !INLINE.contains(&name.to_ascii_lowercase().as_str()) {
            plain.push(' ');
        }
        rest = next;
    }
    unescape(rest, &mut plain);
    plain
}

fn unescape(text: &str, plain: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let named = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        if let Some((c, next)) = named.and_then(|(name, next)| Some((character(name)?, next))) {
            plain.push(c);
            rest = next;
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain.push_str(rest);
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" | "rsquo" => Some('\''),
        "shy" => Some('\u{00AD}'),
        _ => Some(' '),
    }
}

/// Rich text (RTF) without its control words. None where it holds a picture or an object.
fn rich(text: &str) -> Option<String> {
    if text.contains("\\pict") || text.contains("\\obj") {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '{' | '}' | '\r' | '\n' => {}
            '\\' => match letters.next() {
                Some('\'') => {
                    let code: String = letters.by_ref().take(2).collect();
                    plain.extend(u8::from_str_radix(&code, 16).ok().map(char::from));
                }
                Some('~') => plain.push(' '),
                Some('_') => plain.push('-'),
                Some(word) if word.is_ascii_alphabetic() => {
                    let mut name = String::from(word);
                    while let Some(next) =
                        letters.next_if(|c| c.is_ascii_alphanumeric() || *c == '-')
                    {
                        name.push(next);
                    }
                    letters.next_if_eq(&' ');
                    if ["par", "line", "tab", "cell", "row", "sect", "page"]
                        .iter()
                        .any(|gap| name.starts_with(gap))
                    {
                        plain.push(' ');
                    }
                }
                _ => {}
            },
            other => plain.push(other),
        }
    }
    Some(plain)
}
