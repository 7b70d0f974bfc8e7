//! Is a text in a language that the word lists read? What they cannot read must never count as read.

use super::folding::fold;
use std::collections::HashSet;
use std::sync::OnceLock;

/// Shorter texts are too short to tell their language, except by their letters.
const FEWEST_WORDS: usize = 8;

/// Whether this text is in another language than English or Welsh, or in other letters than theirs.
pub(super) fn is_foreign(text: &str) -> bool {
    if has_other_letters(text) {
        return true;
    }
    let mut folded = String::with_capacity(text.len());
    fold(text, &mut folded);
    let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    let (mut all, mut known) = (0_usize, 0_usize);
    for word in
        folded.split_ascii_whitespace().map(|word| word.trim_start_matches('^')).filter(is_word)
    {
        all += 1;
        known += usize::from(plain_words().contains(word));
    }
    // A fifth of any English or Welsh sentence is words like these, a tenth at most of one in another language.
    all >= FEWEST_WORDS && known * 5 < all
}

/// Three letters in a row of another script. Single ones are signs: µg, β, Δ.
pub(super) fn has_other_letters(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut row = 0;
    text.chars().any(|c| {
        let is_other = c.is_alphabetic() && !is_latin(c);
        row = if is_other { row + 1 } else { 0 };
        row >= 3
    })
}

const fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{FB00}'..='\u{FB06}')
}

fn plain_words() -> &'static HashSet<&'static str> {
    static WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let lines = || {
        include_str!("../../codes/words_plain.txt")
            .lines()
            .filter(|line| !line.starts_with(['#', '[']))
    };
    WORDS.get_or_init(|| lines().flat_map(str::split_ascii_whitespace).collect())
}

#[cfg(test)]
mod tests {
    use super::is_foreign;

    #[test]
    fn a_text_in_another_language_is_told_from_one_in_english_or_welsh() {
        for text in [
            "Pacjentka zgłosiła się do przychodni z powodu bólu brzucha i krwawienia.",
            "La paciente acudió a la consulta por dolor abdominal y sangrado hace tres semanas.",
            "Die Patientin stellte sich wegen Bauchschmerzen und Blutungen vor.",
            "Pacienta s-a prezentat la medic pentru dureri abdominale si sangerare.",
            "Bukaanku wuxuu la yimid calool xanuun iyo dhiig bax saddex toddobaad ayuu",
            "беременность",
            "حامل",
            "妊娠中です",
        ] {
            assert!(is_foreign(text), "{text}");
        }
        for text in [
            "Seen today with back pain, no red flags, continue physio.",
            "BP 130/80. Bloods nad. Rpt U+Es 3/12. Ex smoker. Meds rv, stop ramipril start losartan. Refer resp.",
            "Annwyl feddyg, gwelais y claf hwn yn y clinig heddiw. Mae hi wedi bod yn wan ers tair wythnos.",
            "Dolor abdominal",
            "β-blocker, 5 µg",
            "",
        ] {
            assert!(!is_foreign(text), "{text}");
        }
    }
}
