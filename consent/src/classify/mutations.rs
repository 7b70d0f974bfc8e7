//! The forms that a Welsh phrase takes in a sentence: the first letters of its words change after other words.
//! Makes every form of every word; never fewer, so that a letter in Welsh is read whatever stands before.

/// First letters, and what they become: soft, nasal and aspirate mutation, and h before a vowel.
const CHANGES: &[(&str, &[&str])] = &[
    ("ll", &["l"]),
    ("rh", &["r"]),
    ("ch", &[]),
    ("dd", &[]),
    ("ff", &[]),
    ("ph", &[]),
    ("th", &[]),
    ("p", &["b", "mh", "ph"]),
    ("t", &["d", "nh", "th"]),
    ("c", &["g", "ngh", "ch"]),
    ("b", &["f", "m"]),
    ("d", &["dd", "n"]),
    ("g", &["", "ng"]),
    ("m", &["f"]),
    ("a", &["ha"]),
    ("e", &["he"]),
    ("i", &["hi"]),
    ("o", &["ho"]),
    ("u", &["hu"]),
];

/// Every form of this folded phrase, itself first. A word in capitals stays as it is.
pub(super) fn of(phrase: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for (position, word) in phrase.split(' ').enumerate() {
        let gap = if position == 0 { "" } else { " " };
        let forms = words(word);
        all = all
            .iter()
            .flat_map(|before| forms.iter().map(move |form| format!("{before}{gap}{form}")))
            .collect();
    }
    all
}

fn words(word: &str) -> Vec<String> {
    let change =
        CHANGES.iter().find_map(|(first, others)| Some((word.strip_prefix(first)?, others)));
    let mut forms = vec![word.to_owned()];
    if let Some((rest, others)) = change {
        forms.extend(
            others.iter().map(|first| format!("{first}{rest}")).filter(|form| form.len() > 2),
        );
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_word_has_the_forms_of_welsh_grammar() {
        assert_eq!(of("pen"), ["pen", "ben", "mhen", "phen"]);
        assert_eq!(of("carchar"), ["carchar", "garchar", "ngharchar", "charchar"]);
        assert_eq!(of("gorbryder"), ["gorbryder", "orbryder", "ngorbryder"]);
        assert_eq!(of("llety"), ["llety", "lety"]);
        assert_eq!(of("chwerw"), ["chwerw"]);
        assert_eq!(of("iselder"), ["iselder", "hiselder"]);
        assert_eq!(of("trais domestig").len(), 4 * 3);
    }
}
