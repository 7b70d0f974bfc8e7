//! What is wrong with a command line, in words that never repeat a value: it can be a number that names somebody.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;

/// What is wrong, and where to look.
pub(super) fn words(why: &clap::Error) -> String {
    let said = |kind| why.get(kind).map(ToString::to_string);
    let argument = said(ContextKind::InvalidArg).map(|name| plain(&name));
    let what = match (why.kind(), argument) {
        (ErrorKind::ValueValidation, Some(argument)) => {
            let reason = why.source().map(|reason| format!(": {reason}")).unwrap_or_default();
            format!("what was given for {argument} is not right{reason}")
        }
        (ErrorKind::InvalidValue, Some(argument)) => match why.get(ContextKind::ValidValue) {
            Some(ContextValue::Strings(all)) if !all.is_empty() => {
                format!("what was given for {argument} is none of {}", all.join(", "))
            }
            _ => format!("{argument} needs a value"),
        },
        // Names of arguments, nothing that was typed.
        (ErrorKind::MissingRequiredArgument, _) => {
            format!("this is missing: {}", said(ContextKind::InvalidArg).unwrap_or_default())
        }
        (ErrorKind::UnknownArgument, Some(argument)) => format!("{argument} is not known here"),
        (ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand, _) => {
            "there is no such command".to_owned()
        }
        (_, Some(argument)) => format!("{argument} does not fit here"),
        (_, None) => "the command line is not right".to_owned(),
    };
    format!("{what}; try --help")
}

/// The name of an argument; what was typed where none belongs is not repeated.
fn plain(name: &str) -> String {
    if name.starts_with('-') || name.starts_with('<') || name.starts_with('[') {
        name.split('=').next().unwrap_or_default().to_owned()
    } else {
        "an argument".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Cli;
    use super::*;
    use clap::Parser as _;

    fn said(arguments: &[&str]) -> String {
        let line = ["sayso"].iter().chain(arguments);
        let why = Cli::try_parse_from(line).unwrap_err();
        assert_eq!(why.exit_code(), 2);
        words(&why)
    }

    const ADD: [&str; 6] = ["person", "add", "--family-name", "X", "--birth-date", "1990-01-01"];

    #[test]
    fn what_is_wrong_is_named_and_never_repeated() {
        let wrong: [(&[&str], &str); 5] = [
            (&["--nino", "SECRET1"], "--nino"),
            (&["--nino", "AB123456C", "--nhs-number", "SECRET1"], "--nhs-number"),
            (&["--nino", "AB123456C", "SECRET1"], "an argument"),
            (&["--nino", "AB123456C", "--nnio=SECRET1"], "--nnio"),
            (&[], "--nino"),
        ];
        for (more, named) in wrong {
            let words = said(&[&ADD, more].concat());
            assert!(words.contains(named), "{words}");
            assert!(!words.contains("SECRET1") && !words.contains("AB123456"), "{words}");
        }
        let words = said(&["person", "add", "--family-name", "", "--birth-date", "SECRET1"]);
        assert!(!words.contains("SECRET1"), "{words}");
        assert!(!said(&["SECRET1"]).contains("SECRET1"));
        assert!(!said(&["person", "code", "SECRET1"]).contains("SECRET1"));
    }
}
