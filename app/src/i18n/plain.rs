//! The few messages that the browser needs to check a receipt, read from the same files without Fluent: the reader of
//! all of it would weigh more than the check. It knows messages of one line with values in them, and no choices.

use super::{Lang, MISSING};

const ENGLISH: [&str; 2] =
    [include_str!("../../locales/en/check.ftl"), include_str!("../../locales/en/date.ftl")];
const WELSH: [&str; 2] =
    [include_str!("../../locales/cy/check.ftl"), include_str!("../../locales/cy/date.ftl")];

/// A value in a message.
#[derive(Clone, Debug)]
pub struct Value(String);

macro_rules! values {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                Self(value.to_string())
            }
        })*
    };
}

values!(String, &str, u8, u32, u64, usize);

/// A message without links or bold words. Use the macro [`crate::t`].
pub fn text(lang: Lang, key: &str, args: &[(&'static str, Value)]) -> String {
    let files = match lang {
        Lang::En => ENGLISH,
        Lang::Cy => WELSH,
    };
    let message = files.iter().find_map(|file| message(file, key));
    message.map_or_else(|| format!("{MISSING}{key}"), |message| filled(message, args))
}

fn message<'a>(file: &'a str, key: &str) -> Option<&'a str> {
    file.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}

fn filled(message: &str, args: &[(&'static str, Value)]) -> String {
    let mut filled = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, inside, after)) = place(rest) {
        filled.push_str(before);
        match inside.strip_prefix('$') {
            Some(name) => {
                let found = args.iter().find(|(known, _)| *known == name);
                filled.push_str(found.map_or("", |(_, value)| &value.0));
            }
            // A space that does not break is the only sign that the files spell out.
            None => filled.push('\u{a0}'),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (inside, after) = rest.split_once('}')?;
    Some((before, inside.trim(), after))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn keys(file: &str) -> Vec<(&str, &str)> {
        file.lines().filter_map(|line| line.split_once(" = ")).collect()
    }

    /// The names of the values in a message.
    fn names(message: &str) -> Vec<&'static str> {
        let parts = message.split("{ $").skip(1);
        parts.filter_map(|part| Some(&*part.split_once(' ')?.0.to_owned().leak())).collect()
    }

    fn is_alike(lang: Lang, key: &str, message: &str) {
        let names = names(message);
        let small: Vec<_> =
            names.iter().enumerate().map(|(at, name)| (*name, Value::from(at))).collect();
        let whole: Vec<_> = names
            .iter()
            .enumerate()
            .map(|(at, name)| (*name, crate::i18n::Value::from(at)))
            .collect();
        assert_eq!(text(lang, key, &small), crate::i18n::text(lang, key, &whole), "{key}");
    }

    #[test]
    fn what_the_browser_says_is_what_the_server_says() {
        for (lang, [check, common]) in [(Lang::En, ENGLISH), (Lang::Cy, WELSH)] {
            let check = keys(check);
            assert!(check.len() > 30);
            let dates = keys(common).into_iter().filter(|(key, _)| {
                ["date", "time", "month", "weekday"].iter().any(|start| key.starts_with(start))
            });
            for (key, message) in check.into_iter().chain(dates) {
                is_alike(lang, key, message);
            }
        }
    }

    #[test]
    fn a_message_that_is_missing_is_named() {
        assert_eq!(text(Lang::En, "no-such-message", &[]), format!("{MISSING}no-such-message"));
        assert_eq!(Value::from("a").0 + &Value::from(String::from("b")).0, "ab");
        assert_eq!(Value::from(1_u8).0 + &Value::from(2_u32).0 + &Value::from(3_u64).0, "123");
    }
}
