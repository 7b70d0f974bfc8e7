//! Names as people write them, and the key under which two spellings of one name meet.

use consent::identity::name::{LONGEST, matching_key};
use consent::identity::{Name, NameFault};
use proptest::prelude::*;

#[test]
fn names_are_as_people_write_them() {
    for name in [
        "O'Brien",
        "O’Brien",
        "Oʼbrien",
        "N‘Diaye",
        "D`Arcy",
        "Smith-Jones",
        "Smith‐Jones",
        "Smith–Jones",
        "van der Berg",
        "St. John",
        "Ng",
        "É",
        "Ŵyn",
        "Łukasz",
        "Þór",
        "ʻAkaʻaka",
        "José\u{301}",
        "Zażółć",
        "محمد",
        "علی‌رضا",
        "ශ්‍රී",
        "王",
        "ひでお",
        "김",
        "Ἀριστοτέλης",
        "Gal·la",
        "राम",
        "สมชาย",
        "X Æ",
        "Cher",
        "Anne\u{00A0}Marie",
        "Mary\u{301}",
        "Đỗ",
        "Çelik",
        "İpek",
        "Ioan-Emrys",
    ] {
        assert!(Name::parse(name).is_ok(), "{name}");
    }
    assert_eq!(Name::parse("  Ann Marie\u{00A0}").unwrap().as_str(), "Ann Marie");
    assert_eq!(Name::parse("Jose\u{301}").unwrap(), Name::parse("José").unwrap());
    assert!(Name::parse(&"é".repeat(LONGEST)).is_ok());
    assert!(Name::parse(&"e\u{301}".repeat(LONGEST)).is_ok(), "counted as composed");
}

#[test]
fn what_is_no_name_is_refused_with_what_to_do() {
    for (typed, fault) in [
        ("", NameFault::Empty),
        (" \u{00A0} ", NameFault::Empty),
        (&*"a".repeat(LONGEST + 1), NameFault::TooLong),
        ("Ann3", NameFault::Number),
        ("Ann٣", NameFault::Number),
        ("Louis Ⅷ", NameFault::Number),
        ("Ann\nMarie", NameFault::Hidden),
        ("Ann\u{0}", NameFault::Hidden),
        ("Ann\u{200B}", NameFault::Hidden),
        ("Ann\u{202E}nnA", NameFault::Hidden),
        ("An\u{200D}n", NameFault::Hidden),
        ("علی\u{200C}", NameFault::Hidden),
        ("Ann\u{FEFF}", NameFault::Hidden),
        ("<b>Ann</b>", NameFault::Sign),
        ("Ann & Bob", NameFault::Sign),
        ("ann@example.org", NameFault::Sign),
        ("{{ann}}", NameFault::Sign),
        ("Ann;", NameFault::Sign),
        ("Ann 🙂", NameFault::Sign),
        ("Ⓐnn", NameFault::Sign),
        ("\u{301}Ann", NameFault::NoLetter),
        ("-", NameFault::NoLetter),
        ("'", NameFault::NoLetter),
        ("ʼ", NameFault::NoLetter),
        (". .", NameFault::NoLetter),
    ] {
        assert_eq!(Name::parse(typed), Err(fault), "{typed:?}");
    }
}

#[test]
fn two_spellings_of_one_name_have_one_key() {
    for (key, spellings) in [
        (
            "obrien",
            &["O'Brien", "O’BRIEN", "o brien", "Oʼbrien", "OBrien", "O`Brien", "O´Brien"][..],
        ),
        (
            "smithjones",
            &[
                "Smith-Jones",
                "SMITH JONES",
                "Smith–Jones",
                "Smith\u{2010}Jones",
                "Ｓｍｉｔｈ\u{00A0}Jones",
            ],
        ),
        ("stjohn", &["St. John", "St John"]),
        ("jose", &["José", "Jose\u{301}", "JOSE"]),
        ("weiss", &["Weiß", "WEISS", "WEIẞ"]),
        ("sorenaeroskobing", &["Søren Ærøskøbing", "SØREN ÆRØSKØBING"]),
        ("lukasz", &["Łukasz", "ŁUKASZ", "Lukasz"]),
        ("dodoan", &["Đỗ Đoàn", "Do Doan", "ĐỖ ĐOÀN"]),
        ("thordis", &["Þórdís", "THORDIS"]),
        ("gudmundur", &["Guðmundur", "GUÐMUNDUR"]),
        ("irmak", &["Irmak", "Irmak", "İrmak", "ırmak"]),
        ("wyn", &["Ŵyn", "WYN"]),
        ("oeuvre", &["Œuvre", "OEUVRE"]),
        ("οδυσσευσ", &["Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"]),
        ("علیرضا", &["علی\u{200C}رضا", "علی رضا"]),
    ] {
        for spelling in spellings {
            assert_eq!(matching_key(spelling), key, "{spelling}");
            assert_eq!(Name::parse(spelling).unwrap().matching_key(), key, "{spelling}");
        }
    }
    for (one, other) in
        [("राम", "रीम"), ("か", "が"), ("สี", "สุ"), ("Ann", "Anne"), ("Müller", "Mueller")]
    {
        assert_ne!(matching_key(one), matching_key(other), "{one} is not {other}");
    }
}

#[test]
fn a_key_of_a_key_is_the_same_key_for_every_character() {
    for c in '\0'..=char::MAX {
        let key = matching_key(&c.to_string());
        assert_eq!(matching_key(&key), key, "{c:?}");
    }
}

proptest! {
    #[test]
    fn a_key_of_a_key_is_the_same_key(text in ".*") {
        let key = matching_key(&text);
        prop_assert_eq!(matching_key(&key), key);
    }

    #[test]
    fn a_name_is_settled_once_it_is_read_and_has_a_key(text in "\\PC{0,30}") {
        if let Ok(name) = Name::parse(&text) {
            prop_assert_eq!(Name::parse(name.as_str()), Ok(name.clone()));
            prop_assert!(!name.matching_key().is_empty());
        }
    }
}
