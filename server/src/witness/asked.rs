//! The body of a request to sign, read as the specification writes it and in no other way. Judges nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use consent::proof::Head;

/// A consistency proof has at most so many lines.
const MOST_LINES: usize = 63;

/// A request to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size of the tree that the proof begins with.
    pub old: u64,
    /// The proof.
    pub proof: Vec<Digest>,
    /// The signed checkpoint as it came. Its signatures are not verified yet.
    pub checkpoint: String,
    /// What it says that it is about.
    pub head: Head,
}

/// The body is none of a request to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadRequest;

impl AddCheckpoint {
    /// Reads a body.
    pub fn parse(body: &[u8]) -> Result<Self, BadRequest> {
        let body = std::str::from_utf8(body).map_err(|_| BadRequest)?;
        let (head, checkpoint) = body.split_once("\n\n").ok_or(BadRequest)?;
        let mut lines = head.split('\n');
        let digits = lines.next().and_then(|line| line.strip_prefix("old ")).ok_or(BadRequest)?;
        let old: u64 = digits.parse().map_err(|_| BadRequest)?;
        if old.to_string() != digits {
            return Err(BadRequest);
        }
        let proof: Vec<Digest> = lines.map(hash).collect::<Option<_>>().ok_or(BadRequest)?;
        if proof.len() > MOST_LINES {
            return Err(BadRequest);
        }
        let head = super::claimed(checkpoint).ok_or(BadRequest)?;
        Ok(Self { old, proof, checkpoint: checkpoint.to_owned(), head })
    }

    /// Writes the body of a request.
    #[must_use]
    pub fn body(old: u64, proof: &[Digest], checkpoint: &str) -> String {
        let lines: String =
            proof.iter().map(|hash| STANDARD.encode(hash.as_bytes()) + "\n").collect();
        format!("old {old}\n{lines}\n{checkpoint}")
    }
}

fn hash(line: &str) -> Option<Digest> {
    let bytes: [u8; 32] = STANDARD.decode(line).ok()?.try_into().ok()?;
    Some(Digest::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHECKPOINT: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\u{2014} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
    const LINE: &str = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";

    #[test]
    fn the_body_of_the_specification_is_read_and_written() {
        let body = format!("old 20852014\n{LINE}{LINE}\n{CHECKPOINT}");
        let asked = AddCheckpoint::parse(body.as_bytes()).unwrap();
        assert_eq!((asked.old, asked.proof.len(), asked.head.size), (20_852_014, 2, 20_852_163));
        assert_eq!(asked.head.origin, "example.com/behind-the-sofa");
        assert_eq!(AddCheckpoint::body(asked.old, &asked.proof, &asked.checkpoint), body);
    }

    #[test]
    fn nothing_else_is() {
        let longest = LINE.repeat(63);
        assert!(AddCheckpoint::parse(format!("old 1\n{longest}\n{CHECKPOINT}").as_bytes()).is_ok());
        for head in [
            "",
            "\n",
            "old\n",
            "old \n",
            "old 01\n",
            "old +1\n",
            "old -1\n",
            "old 1 \n",
            " old 1\n",
            "OLD 1\n",
            "old 18446744073709551616\n",
            "old 1\r\n",
            "old 1\nAAAA\n",
            "old 1\nold 2\n",
            "old  1\n",
            "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw\n",
            "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkax=\n",
        ] {
            assert_eq!(
                AddCheckpoint::parse(format!("{head}\n{CHECKPOINT}").as_bytes()),
                Err(BadRequest),
                "{head:?}"
            );
        }
        let too_long = format!("old 1\n{longest}{LINE}\n{CHECKPOINT}");
        assert_eq!(AddCheckpoint::parse(too_long.as_bytes()), Err(BadRequest));
        assert_eq!(AddCheckpoint::parse(b"old 1\n\n"), Err(BadRequest));
        assert_eq!(AddCheckpoint::parse(b"old 1\n\nlog\n5\n\n\xff"), Err(BadRequest));
    }
}
