//! The plain text, as whole pages.

use crate::sample::document;
use paper::{Lang, text};

const ENGLISH: &str = "\
Sayso


Receipt: what you decided

On 24 November 2026 at 3:26pm you decided about request SR 7K2M-9QD from
Maximus, PIP team, Leeds.


You share

- Medicines (only from 1 March 2024)
- Letters from hospital


Stays private

- Appointments


The request

Who asked: Maximus, PIP team, Leeds
Answer number: 1


The file you confirmed

This number belongs to that one file.

1. e3b0 c442 98fc 1c14
2. e3b0 c442 98fc 1c14
3. e3b0 c442 98fc 1c14
4. e3b0 c442 98fc 1c14


How to check this receipt

Scan this code.

https://sayso.example/verify#01936b7e-0000-7000-8000-00000000000a.e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

SHA-256:
  e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

- One way

    sayso receipt verify FILE --key receipt.pub


What you see is all that Sayso sends.

Sayso, RC 6NWT-2HB
";

#[test]
fn the_text_is_as_it_is() {
    assert_eq!(text(&document(Lang::English)), ENGLISH);
}

#[test]
fn no_line_is_wider_than_it_may_be_but_what_must_stay_whole() {
    for lang in [Lang::English, Lang::Welsh] {
        let text = text(&document(lang));
        for line in text.lines().filter(|line| !line.starts_with("https://")) {
            assert!(line.chars().count() <= 72, "{line}");
            assert_eq!(line.trim_end(), line);
        }
        assert!(!text.contains("\n\n\n\n") && text.ends_with('\n') && !text.ends_with("\n\n"));
        assert!(
            !text.chars().any(|letter| "─│═━*_=#~|".contains(letter) && letter != '#'),
            "{text}"
        );
    }
    assert!(text(&document(Lang::Welsh)).contains("dŵr ŵ ŷ"));
}
