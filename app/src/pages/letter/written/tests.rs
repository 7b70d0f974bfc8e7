use super::super::samples::facts;
use super::*;

fn form(pairs: &[(&str, &str)]) -> LetterForm {
    let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    LetterForm::from_pairs(&pairs)
}

fn text(kind: Kind, pairs: &[(&str, &str)]) -> String {
    write(Lang::En, kind, &facts(), &form(pairs)).text()
}

#[test]
fn a_letter_in_plain_text_is_a_whole_letter() {
    let said = text(Kind::StopPractice, &[]);
    assert!(said.starts_with(
        "Siân O’Neill-Pugh\n[your address]\nCF10 1AA\n\n22 November 2026\n\n[name and address of your GP practice]\n\nDear GP practice,\n\n"
    ));
    assert!(said.contains("\n\nRequest: SR 7K2M-9QDX, of 17 November 2026\nNHS number: 999 081 2373\nDate of birth: 4 March 1981\n\n"));
    assert!(said.ends_with("Yours faithfully,\n\n[your signature]\n\nSiân O’Neill-Pugh\n"));
    assert!(!said.contains('\u{a0}'));
}

#[test]
fn a_letter_to_the_practice_says_what_it_does_not_limit() {
    let limits = "It does not limit SR1, fit notes, care, or anything I or my representative ask you to send.";
    for kind in [Kind::StopPractice, Kind::Correction] {
        let said = text(kind, &[]);
        assert!(said.contains(limits), "{kind:?}");
        assert!(!said.contains("QQ 12 34 56 C"), "the practice needs no National Insurance number");
    }
    assert!(text(Kind::WithdrawForm, &[]).contains(
        "This does not limit SR1, fit notes, care, or anything I or my representative ask"
    ));
}

#[test]
fn a_letter_to_dwp_has_the_national_insurance_number_and_not_the_nhs_number() {
    for kind in Kind::ALL.into_iter().filter(|kind| !kind.is_for_practice()) {
        let said = text(kind, &[]);
        assert!(said.contains("National Insurance number: QQ 12 34 56 C"), "{kind:?}");
        assert!(!said.contains("999 081 2373"), "{kind:?}");
        assert!(said.contains("SR 7K2M-9QDX"), "{kind:?}");
    }
}

#[test]
fn the_practice_does_not_learn_from_a_correction_that_dwp_asked() {
    let said = text(
        Kind::Correction,
        &[("entry", "Asthma, 4 May 2020"), ("wrong", "I never had it.\nPlease ask Dr Jones.")],
    );
    assert!(!said.contains("DWP") && !said.contains("SR 7K2M"));
    assert!(said.contains("\n\n    Asthma, 4 May 2020\n\n"));
    assert!(said.contains("\n\n    I never had it.\n    Please ask Dr Jones.\n\n"));
}

#[test]
fn what_is_typed_takes_the_place_of_the_space_for_it() {
    let spaces = |kind, pairs: &[(&str, &str)]| text(kind, pairs).matches('[').count();
    // Beside them stay the addresses and the signature.
    assert_eq!(spaces(Kind::MoreTime, &[]), 6);
    let all = [("form", "my UC50"), ("until", "1 February"), ("reason", "I was in hospital.")];
    assert_eq!(spaces(Kind::MoreTime, &all), 3);
    let said = text(Kind::MoreTime, &all);
    assert!(
        said.contains("my UC50")
            && said.contains("1 February")
            && said.contains("    I was in hospital.")
    );
    assert_eq!(
        spaces(Kind::SubjectAccess, &[]),
        spaces(Kind::SubjectAccess, &[("about", "calls")])
    );
}

#[test]
fn the_letter_never_says_more_than_what_the_claimant_answered() {
    let with = |stance| {
        write(Lang::En, Kind::StopPractice, &Facts { stance, ..facts() }, &LetterForm::default())
            .text()
    };
    let date = facts().today;
    assert!(with(Stance::Stopped(date)).contains("I stopped sharing it"));
    assert!(!with(Stance::Refused(date)).contains("stopped"));
    assert!(with(Stance::Undecided).contains("I have not agreed"));
    let sharing = with(Stance::Sharing);
    assert!(sharing.contains("nothing else") && !sharing.contains("I do not agree that you send"));
}

#[test]
fn every_letter_is_there_in_welsh_with_the_same_parts() {
    for kind in Kind::ALL {
        let english = write(Lang::En, kind, &facts(), &LetterForm::default());
        let welsh = write(Lang::Cy, kind, &facts(), &LetterForm::default());
        assert_eq!(english.parts.len(), welsh.parts.len());
        for (english, welsh) in english.parts.iter().zip(&welsh.parts) {
            assert_ne!(english, welsh, "{kind:?}");
        }
        let articles = |letter: &Letter| {
            let mut numbers: Vec<String> = letter
                .text()
                .split(|c: char| !c.is_ascii_digit())
                .filter(|digits| !digits.is_empty())
                .map(str::to_owned)
                .collect();
            numbers.sort();
            numbers
        };
        assert_eq!(articles(&english), articles(&welsh), "the same dates and articles: {kind:?}");
        assert!(!welsh.text().contains(crate::i18n::MISSING));
    }
}

#[test]
fn nothing_is_threatened() {
    for kind in Kind::ALL {
        let said = text(kind, &[]).to_lowercase();
        for word in
            ["complain", "court action", "solicitor", "legal action", "commissioner", "must "]
        {
            let expected = word == "must " && kind == Kind::StopPractice;
            assert_eq!(said.contains(word), expected, "{kind:?}: {word}");
        }
    }
}

#[test]
fn a_letter_to_dwp_is_addressed_to_dwp_whoever_asked() {
    for kind in Kind::ALL.into_iter().filter(|kind| !kind.is_for_practice()) {
        let facts = Facts { asker: "Maximus, PIP team, Leeds".into(), ..facts() };
        let letter = write(Lang::En, kind, &facts, &LetterForm::default());
        let first = letter.to.first().map(String::as_str);
        assert_eq!(first, Some("Department for Work and Pensions (DWP)"), "{kind:?}");
        assert!(letter.to.iter().all(|line| !line.contains("Maximus")), "{kind:?}");
    }
}

#[test]
fn where_the_question_is_in_words_no_letter_to_dwp_says_that_the_record_was_asked_for() {
    let asks = "asked me through Sayso for information from my health record";
    assert!(text(Kind::MoreTime, &[]).contains(asks));
    let words = Facts { asks_record: false, ..facts() };
    for kind in Kind::ALL.into_iter().filter(|kind| kind.helps_in_words()) {
        let said = write(Lang::En, kind, &words, &LetterForm::default()).text();
        assert!(!said.contains("for information from my health record"), "{kind:?}: {said}");
    }
    let said = write(Lang::En, Kind::MoreTime, &words, &LetterForm::default()).text();
    assert!(said.contains("asked me a question through Sayso"), "{said}");
}
