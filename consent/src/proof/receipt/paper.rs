//! What somebody has of a receipt on paper: its id and its digest, or only the digest. Nobody can read anything with it.

use super::Checked;
use crate::digest::Digest;
use crate::ids::ReceiptId;

/// What the paper says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The receipt; none where only the digest was typed.
    pub id: Option<ReceiptId>,
    /// Its digest.
    pub digest: Digest,
}

impl Paper {
    /// Reads `<receipt id>.<digest>`, as it stands after the `#` of the address in the code, or the digest alone, as
    /// people copy it: with spaces and in capitals. None where it is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.split_whitespace().collect::<String>().to_ascii_lowercase();
        let (id, digest) = match text.split_once('.') {
            Some((id, digest)) => (Some(id.parse().ok()?), digest),
            None => (None, text.as_str()),
        };
        Some(Self { id, digest: Digest::parse(digest).ok()? })
    }

    /// Whether a genuine file is the receipt that is on the paper.
    #[must_use]
    pub fn is(&self, checked: &Checked) -> bool {
        self.id.is_none_or(|id| id == checked.receipt.id) && self.digest == checked.digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01a20210-def5-72aa-8547-a6e1c48c3900";

    #[test]
    fn the_code_on_paper_and_the_digits_beside_it_are_read() {
        let digest = Digest::of(b"a receipt");
        let id = ID.parse().unwrap();
        let digits = digest.to_string();
        let code = format!("{ID}.{digits}");
        assert_eq!(Paper::parse(&code), Some(Paper { id: Some(id), digest }));
        let only = Some(Paper { id: None, digest });
        assert_eq!(Paper::parse(&digits), only);
        let (first, rest) = digits.split_at(4);
        assert_eq!(Paper::parse(&format!(" {first} {}\n", rest.to_uppercase())), only);
        for other in [
            "",
            ID,
            &format!("{code}0"),
            &format!("#{code}"),
            &code.replace('.', "-"),
            &digits[1..],
            &format!("x.{digits}"),
        ] {
            assert_eq!(Paper::parse(other), None, "{other}");
        }
    }
}
