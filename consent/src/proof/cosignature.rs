//! What a witness signs: C2SP `tlog-cosignature`, version 1. A cosignature without a time is none.

/// The latest second that a cosignature may name.
pub const MAX_TIME: u64 = i64::MAX as u64;

/// The bytes that a witness signs for a checkpoint's text, at this second since 1970.
#[must_use]
pub fn cosigned_message(text: &[u8], at: u64) -> Vec<u8> {
    let mut message = format!("cosignature/v1\ntime {at}\n").into_bytes();
    message.extend_from_slice(text);
    message
}

/// The time that a cosignature names. It is only worth something once the signature has verified.
pub(super) fn time_of(signature: &[u8]) -> Option<u64> {
    let (time, rest) = signature.split_first_chunk::<8>()?;
    let at = u64::from_be_bytes(*time);
    (rest.len() == 64 && at > 0 && at <= MAX_TIME).then_some(at)
}

/// Checks a cosignature over a checkpoint's text; `ed25519` checks a plain signature.
pub(super) fn verify(
    signature: &[u8],
    text: &[u8],
    ed25519: impl Fn(&[u8], &[u8]) -> bool,
) -> bool {
    let (Some(at), Some(plain)) = (time_of(signature), signature.get(8..)) else {
        return false;
    };
    ed25519(&cosigned_message(text, at), plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_is_that_of_the_specification() {
        let text =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        let message = cosigned_message(text.as_bytes(), 1_679_315_147);
        let expected = format!("cosignature/v1\ntime 1679315147\n{text}");
        assert_eq!(String::from_utf8(message).unwrap(), expected);
    }

    #[test]
    fn a_time_of_nothing_or_beyond_all_times_is_none() {
        let with = |at: u64| [at.to_be_bytes().as_slice(), &[0; 64]].concat();
        assert_eq!(time_of(&with(0)), None);
        assert_eq!(time_of(&with(1)), Some(1));
        assert_eq!(time_of(&with(MAX_TIME)), Some(MAX_TIME));
        assert_eq!(time_of(&with(MAX_TIME + 1)), None);
        assert_eq!(time_of(&with(7)[..71]), None);
        assert_eq!(time_of(&[]), None);
    }
}
