//! What is given to be checked, and whom to believe: the same form for the server and for the browser. It says all that
//! has to be put right, or what checking came to. Nothing is kept.

use crate::{
    check_words::{Said, said},
    i18n::Lang,
};
use consent::proof::receipt::{Paper, Trust, TrustFault, check};

/// The name of the field with the file.
pub const FILE: &str = "file";
/// What is in the file, pasted.
pub const TEXT: &str = "text";
/// What the paper says.
pub const PAPER: &str = "paper";
/// The keys to trust.
pub const KEY: &str = "key";
/// The witnesses to count.
pub const WITNESSES: &str = "witnesses";
/// How many of them must have signed.
pub const QUORUM: &str = "quorum";

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckForm {
    /// The file; none where none was chosen.
    pub file: Option<Vec<u8>>,
    /// What was pasted.
    pub text: String,
    /// What the paper says, as typed.
    pub paper: String,
    /// The keys to trust.
    pub keys: String,
    /// The witnesses to count.
    pub witnesses: String,
    /// How many of them must have signed.
    pub quorum: String,
}

/// Something to put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToPutRight {
    /// There is neither file nor text.
    Nothing,
    /// There is a file and a text.
    Both,
    /// What the paper says cannot be read.
    Paper,
    /// The keys cannot be read, or there is none.
    Key,
    /// A witness cannot be read, or is there twice.
    Witness,
    /// It is no number, or more than there are witnesses.
    Quorum,
}

impl ToPutRight {
    /// The field.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Nothing | Self::Both => FILE,
            Self::Paper => PAPER,
            Self::Key => KEY,
            Self::Witness => WITNESSES,
            Self::Quorum => QUORUM,
        }
    }

    /// The message.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Nothing => "check-error-nothing",
            Self::Both => "check-error-both",
            Self::Paper => "check-error-paper",
            Self::Key => "check-error-key",
            Self::Witness => "check-error-witness",
            Self::Quorum => "check-error-quorum",
        }
    }
}

/// Checks what was given.
pub fn judge(lang: Lang, form: &CheckForm) -> Result<Said, Vec<ToPutRight>> {
    let mut wrong = Vec::new();
    let text = form.text.trim().as_bytes();
    let file = match &form.file {
        Some(_) if !text.is_empty() => {
            wrong.push(ToPutRight::Both);
            text
        }
        Some(file) => file.as_slice(),
        None => {
            if text.is_empty() {
                wrong.push(ToPutRight::Nothing);
            }
            text
        }
    };
    let typed = form.paper.trim();
    let paper = if typed.is_empty() { None } else { Paper::parse(typed) };
    if paper.is_none() && !typed.is_empty() {
        wrong.push(ToPutRight::Paper);
    }
    match trust(form) {
        Ok(trust) if wrong.is_empty() => Ok(said(lang, &check(file, &trust), paper.as_ref())),
        Ok(_) => Err(wrong),
        Err(why) => {
            wrong.push(why);
            Err(wrong)
        }
    }
}

fn trust(form: &CheckForm) -> Result<Trust, ToPutRight> {
    let quorum = form.quorum.trim().parse().map_err(|_| ToPutRight::Quorum)?;
    Trust::read(&form.keys, &form.witnesses, quorum).map_err(|why| match why {
        TrustFault::NoKey | TrustFault::Key => ToPutRight::Key,
        TrustFault::Witness | TrustFault::Twice => ToPutRight::Witness,
        TrustFault::Quorum => ToPutRight::Quorum,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_words::Verdict;

    fn form() -> CheckForm {
        CheckForm {
            text: "{}".to_owned(),
            keys: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
                .to_owned(),
            quorum: "0".to_owned(),
            ..CheckForm::default()
        }
    }

    fn wrong(change: impl FnOnce(&mut CheckForm)) -> Vec<ToPutRight> {
        let mut form = form();
        change(&mut form);
        judge(Lang::En, &form).expect_err("something to put right")
    }

    #[test]
    fn what_can_be_checked_is_checked() {
        assert_eq!(judge(Lang::En, &form()).map(|said| said.verdict), Ok(Verdict::Wrong));
        let as_file = CheckForm { file: Some(b"{}".to_vec()), text: " \n".to_owned(), ..form() };
        assert_eq!(judge(Lang::En, &as_file), judge(Lang::En, &form()));
    }

    #[test]
    fn all_that_has_to_be_put_right_is_said_at_once() {
        use ToPutRight::*;
        assert_eq!(wrong(|form| form.text = " ".to_owned()), [Nothing]);
        assert_eq!(wrong(|form| form.file = Some(Vec::new())), [Both]);
        assert_eq!(wrong(|form| form.paper = "12".to_owned()), [Paper]);
        assert_eq!(wrong(|form| form.keys.clear()), [Key]);
        assert_eq!(wrong(|form| form.witnesses = form.keys.clone()), [Witness]);
        for quorum in ["", "-1", "1", "x"] {
            assert_eq!(wrong(|form| form.quorum = quorum.to_owned()), [Quorum]);
        }
        let all = wrong(|form| {
            form.text.clear();
            form.paper = "x".to_owned();
            form.keys = "x".to_owned();
        });
        assert_eq!(all, [Nothing, Paper, Key]);
    }
}
