//! Lists in a sentence, by each language's own rule.

use super::Lang;
use crate::t;

/// "a", "a and b", "a, b and c"; in Welsh "a", or "ac" before a vowel.
pub fn join(lang: Lang, items: &[String]) -> String {
    let Some((last, before)) = items.split_last() else { return String::new() };
    if before.is_empty() {
        return last.clone();
    }
    let vowel = if starts_with_vowel(last) { "yes" } else { "no" };
    t!(lang, "list-and", before = before.join(", "), last = last.clone(), vowel = vowel)
}

// Welsh counts w and y as vowels; an h is none. Marks on a letter change nothing. A number counts as it is said: un,
// wyth, un deg un.
fn starts_with_vowel(word: &str) -> bool {
    let number: String = word.chars().take_while(char::is_ascii_digit).collect();
    if !number.is_empty() {
        return matches!(&*number, "1" | "11") || number.starts_with('8');
    }
    word.chars().next().is_some_and(|first| {
        "aeiouwyâêîôûŵŷáéíóúàèìòùäëïöü".contains(first.to_lowercase().next().unwrap_or(first))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(lang: Lang, items: &[&str]) -> String {
        join(lang, &items.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn a_list_is_joined_by_the_languages_own_rule() {
        assert_eq!(listed(Lang::En, &["Capita", "Ingeus", "Serco"]), "Capita, Ingeus and Serco");
        assert_eq!(listed(Lang::Cy, &["Capita", "Serco"]), "Capita a Serco");
        assert_eq!(listed(Lang::Cy, &["Serco", "Ingeus"]), "Serco ac Ingeus");
        assert_eq!(listed(Lang::Cy, &["2 flynedd", "1 mis"]), "2 flynedd ac 1 mis");
        assert_eq!(listed(Lang::Cy, &["1 flwyddyn", "8 mis"]), "1 flwyddyn ac 8 mis");
        assert_eq!(listed(Lang::Cy, &["1 flwyddyn", "11 mis"]), "1 flwyddyn ac 11 mis");
        assert_eq!(listed(Lang::Cy, &["1 flwyddyn", "10 diwrnod"]), "1 flwyddyn a 10 diwrnod");
        assert_eq!(listed(Lang::En, &["one"]), "one");
        assert_eq!(listed(Lang::En, &[]), "");
    }
}
