//! Bold words and links inside a message, so that a sentence stays one message in both languages.
//! What is put into a message is text: it can never make a link or bold words. A reference in it stays on one line.

use super::{Lang, Value, text};
use crate::components::reference;
use leptos::prelude::*;

// Stand-ins for the signs of our small notation inside values; from the private use area.
const HIDDEN: [(char, char); 3] = [('*', '\u{E02A}'), ('[', '\u{E05B}'), (']', '\u{E05D}')];

// These are read out and copied as one, so no line breaks inside them; and between these signs they stand in a message.
const ON_ONE_LINE: [&str; 2] = ["reference", "code"];
const ONE_LINE: char = '\u{E04F}';
// They go to the next line with what they stand at.
const OPENS: [char; 2] = ['“', '('];
const CLOSES: [char; 6] = ['”', ')', '.', ',', ':', ';'];

/// A message as a view. Use the macro [`crate::rich`]. A link whose name is not given is plain text.
pub fn rich_text(
    lang: Lang,
    key: &str,
    args: &[(&'static str, Value<'static>)],
    links: &[(&'static str, String)],
) -> AnyView {
    let args: Vec<_> =
        args.iter().map(|(name, value)| (*name, on_one_line(name, hide(value)))).collect();
    let message = text(lang, key, &args);
    pieces(&message)
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(words) => shown(words),
            Piece::Bold(words) => view! { <strong>{shown(words)}</strong> }.into_any(),
            Piece::Link(words, name) => match links.iter().find(|(known, _)| *known == name) {
                Some((_, href)) => {
                    view! { <a class="govuk-link" href=href.clone()>{shown(words)}</a> }.into_any()
                }
                None => shown(words),
            },
        })
        .collect_view()
        .into_any()
}

/// Words in which a reference stays on one line.
pub fn with_reference(words: &str, reference: &str) -> AnyView {
    shown(&words.replacen(reference, &format!("{ONE_LINE}{reference}{ONE_LINE}"), 1))
}

/// A number in groups, such as QQ 12 34 56 C, that stays on one line also where it is plain text.
pub fn unbroken(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}

#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Plain(&'a str),
    Bold(&'a str),
    Link(&'a str, &'a str),
}

fn pieces(message: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = message;
    while let Some((before, piece, after)) = next_piece(rest) {
        if !before.is_empty() {
            found.push(Piece::Plain(before));
        }
        found.push(piece);
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Piece::Plain(rest));
    }
    found
}

fn next_piece(text: &str) -> Option<(&str, Piece<'_>, &str)> {
    let bold = text.find("**");
    let link = text.find('[');
    match (bold, link) {
        (Some(at), other) if other.is_none_or(|link| at < link) => {
            let (before, after) = text.split_at_checked(at)?;
            let (words, after) = after.strip_prefix("**")?.split_once("**")?;
            Some((before, Piece::Bold(words), after))
        }
        (_, Some(at)) => {
            let (before, after) = text.split_at_checked(at)?;
            let (words, after) = after.strip_prefix('[')?.split_once("](")?;
            let (name, after) = after.split_once(')')?;
            Some((before, Piece::Link(words, name), after))
        }
        _ => None,
    }
}

fn hide(value: &Value<'static>) -> Value<'static> {
    match value {
        Value::String(words) => {
            let hidden = HIDDEN.iter().fold(words.to_string(), |words, (sign, stand_in)| {
                words.replace(*sign, &stand_in.to_string())
            });
            Value::from(hidden)
        }
        other => other.clone(),
    }
}

fn on_one_line(name: &str, value: Value<'static>) -> Value<'static> {
    match value {
        Value::String(words) if ON_ONE_LINE.contains(&name) => {
            Value::from(format!("{ONE_LINE}{words}{ONE_LINE}"))
        }
        other => other,
    }
}

// Every other part stood between two signs.
fn shown(words: &str) -> AnyView {
    let mut parts = words.split(ONE_LINE);
    let mut rest = parts.next().unwrap_or_default();
    let mut views = Vec::new();
    while let Some(kept) = parts.next() {
        let before = rest.trim_end_matches(OPENS);
        let opens = rest.strip_prefix(before).unwrap_or_default();
        let after = parts.next().unwrap_or_default();
        rest = after.trim_start_matches(CLOSES);
        let closes = after.strip_suffix(rest).unwrap_or_default();
        if !before.is_empty() {
            views.push(show(before).into_any());
        }
        views.push(reference(show(&format!("{opens}{kept}{closes}"))));
    }
    if !rest.is_empty() {
        views.push(show(rest).into_any());
    }
    views.into_any()
}

fn show(words: &str) -> String {
    HIDDEN.iter().fold(words.to_owned(), |words, (sign, stand_in)| {
        words.replace(*stand_in, &sign.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_cut_at_bold_words_and_links() {
        assert_eq!(
            pieces("Answer **by noon**. See [help](help) now"),
            vec![
                Piece::Plain("Answer "),
                Piece::Bold("by noon"),
                Piece::Plain(". See "),
                Piece::Link("help", "help"),
                Piece::Plain(" now")
            ]
        );
    }

    #[test]
    fn an_unfinished_mark_is_plain_text() {
        assert_eq!(pieces("two ** stars [ and"), vec![Piece::Plain("two ** stars [ and")]);
    }

    #[test]
    fn a_reference_stays_on_one_line_in_a_sentence_and_in_a_link() {
        let said = |links: &[(&'static str, String)]| {
            let args = [("reference", Value::from("SR 7K2M-9QDX".to_owned()))];
            crate::render::html(|| rich_text(Lang::En, "request-follows", &args, links))
        };
        let kept = "<span class=\"nowrap\">SR 7K2M-9QDX</span>";
        assert!(said(&[]).contains(&format!("an earlier one, {kept}.")), "{}", said(&[]));
        let linked = said(&[("other", "/there".to_owned())]);
        assert!(linked.contains(&format!("class=\"govuk-link\">{kept}</a>.")), "{linked}");
    }

    #[test]
    fn signs_that_touch_what_stays_on_one_line_stay_with_it() {
        let command = [("code", Value::from("sayso receipt verify".to_owned()))];
        let said = crate::render::html(|| rich_text(Lang::En, "verify-offline", &command, &[]));
        let kept = "command <span class=\"nowrap\">“sayso receipt verify”</span> does";
        assert!(said.contains(kept), "{said}");
        let two = crate::render::html(|| with_reference("In (SR 1), and SR 1.", "SR 1"));
        assert!(two.contains("In <span class=\"nowrap\">(SR 1),</span> and SR 1."), "{two}");
    }

    #[test]
    fn a_value_is_text_and_comes_back_unchanged() {
        let Value::String(hidden) = hide(&Value::from("[click](here) **now**".to_owned())) else {
            panic!("a string stays a string")
        };
        assert_eq!(pieces(&hidden).len(), 1);
        assert_eq!(show(&hidden), "[click](here) **now**");
    }
}
