//! Which passwords are taken: long ones that not everybody knows. Nothing about letters, digits and
//! signs: that only makes them harder to remember.

use super::error::Refusal;
use super::hashing::Password;

/// The fewest characters.
pub const FEWEST: usize = 12;
/// The most characters.
pub const MOST: usize = 256;

/// What people think of first; also doubled, and with digits after it.
const COMMON: &[&str] = &[
    "password",
    "passw0rd",
    "qwerty",
    "qwertyuiop",
    "asdfghjkl",
    "letmein",
    "welcome",
    "iloveyou",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "liverpool",
    "arsenal",
    "chelsea",
    "dragon",
    "monkey",
    "superman",
    "batman",
    "charlie",
    "trustno",
    "abc",
    "abcdef",
    "abcdefgh",
    "admin",
    "changeme",
    "secret",
    "sayso",
    "universalcredit",
    "benefits",
];

/// Whether this can be a password for this e-mail address.
pub(super) fn sound(password: &Password, email: &str) -> Result<(), Refusal> {
    let text = password.as_str();
    let length = text.chars().count();
    if length < FEWEST {
        return Err(Refusal::PasswordTooShort);
    }
    if length > MOST {
        return Err(Refusal::PasswordTooLong);
    }
    let lower = text.to_lowercase();
    if is_common(&lower) || lower == email.to_lowercase() {
        return Err(Refusal::PasswordTooCommon);
    }
    Ok(())
}

fn is_common(lower: &str) -> bool {
    let mut characters: Vec<char> = lower.chars().collect();
    characters.sort_unstable();
    characters.dedup();
    if characters.len() < 4 {
        return true;
    }
    let words = lower.trim_matches(|c: char| !c.is_alphabetic());
    if words.is_empty() {
        return "0123456789012345678901234567890".contains(lower)
            || "9876543210987654321".contains(lower);
    }
    COMMON.iter().any(|common| words.replace(common, "").is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> Result<(), Refusal> {
        sound(&text.into(), "somebody@example.org")
    }

    #[test]
    fn three_words_are_good() {
        assert_eq!(judged("kettle otter seven"), Ok(()));
        assert_eq!(judged("correct horse battery staple"), Ok(()));
        assert_eq!(judged("tegell dyfrgi saith ŵy"), Ok(()));
    }

    #[test]
    fn length_counts_in_characters() {
        assert_eq!(judged("elevenchars"), Err(Refusal::PasswordTooShort));
        assert_eq!(judged("ŵŷŵŷŵŷŵŷabcd"), Ok(()));
        assert_eq!(judged(&"long word ".repeat(26)), Err(Refusal::PasswordTooLong));
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for common in [
            "passwordpassword",
            "Password12345",
            "qwertyuiop12",
            "123456789012",
            "aaaaaaaaaaaa",
            "111111111111",
            "abababababab",
            "!!Password!!123",
            "Somebody@example.org",
        ] {
            assert_eq!(judged(common), Err(Refusal::PasswordTooCommon), "{common}");
        }
    }
}
