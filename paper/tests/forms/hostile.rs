//! Texts that would be something else to a typesetter, a terminal or a reader stay texts.

use crate::sample::{document, fact};
use paper::{Lang, Part, Piece};

/// What could be read as code, as markup, as control or not at all.
pub const HOSTILE: [&str; 12] = [
    "#panic(\"no\") #sys.inputs #read(\"/etc/passwd\")",
    "= Heading *bold* _thin_ `raw` $x^2$ @ref <label> [content] // gone",
    "#import \"@preview/x:1.0.0\": *",
    "\\u{202e} \\#escaped \"quoted\" 'single' -- --- ... ~",
    "https://evil.example/?a=b&c=<d>",
    "(Tj) <</S/JavaScript/JS(app.alert\\(1\\))>> endstream endobj %PDF",
    "line\nbreak\r\ntab\ttab\u{c}page\u{0}nul\u{1b}[31mred",
    "right\u{202e}to\u{2066}left\u{200f} \u{feff}zero\u{200b}width",
    "日本語 العربية עברית Ελληνικά Кириллица 🙂 e\u{301}\u{304}\u{330}",
    "<script>alert(1)</script>&amp;<!--",
    "",
    "   ",
];

fn filled(texts: &[String]) -> paper::Document {
    let mut document = document(Lang::English);
    document.title = texts.join(" ");
    document.heading.clone_from(&texts[0]);
    document.brand.clone_from(&texts[0]);
    document.lead = texts.to_vec();
    document.end = texts.to_vec();
    document.foot.clone_from(&texts[0]);
    document.page_of = [texts[0].clone(), texts[0].clone()];
    let facts = texts.iter().map(|text| fact(text.clone(), text)).collect();
    document.parts = vec![Part {
        heading: texts[0].clone(),
        pieces: vec![
            Piece::Facts(facts),
            Piece::Bullets(texts.to_vec()),
            Piece::Rows(texts.to_vec()),
            Piece::Command(texts.to_vec()),
        ],
    }];
    document
}

pub fn hostile() -> paper::Document {
    filled(&HOSTILE.map(str::to_owned))
}

#[test]
fn hostile_texts_are_one_line_each_in_plain_text() {
    let text = paper::text(&hostile());
    assert!(text.contains("#panic(\"no\") #sys.inputs #read(\"/etc/passwd\")"));
    assert!(text.contains("- line break tab tab page nul [31mred"), "{text}");
    assert!(text.contains("- righttoleft zerowidth"));
    assert!(!text.chars().any(|letter| letter.is_control() && letter != '\n'));
    assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{200f}', '\u{feff}']));
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::{filled, hostile};
    use crate::outside::words_of;
    use crate::sample::document;
    use crate::tags::Seen;
    use paper::{Lang, Size, pdf};

    #[test]
    fn hostile_texts_stay_texts_in_the_pdf() {
        let bytes = pdf(&hostile(), Size::Normal).unwrap_or_else(|why| panic!("{:?}", why.why()));
        let seen = Seen::of(&bytes);
        seen.is_accessible();
        assert!(seen.title.starts_with("#panic(\"no\") #sys.inputs #read(\"/etc/passwd\")"));
        for never in ["JavaScript", "JS", "OpenAction", "Launch", "URI", "EmbeddedFile", "AA"] {
            assert!(!seen.names.iter().any(|name| name == never), "{never}");
        }
        let Some(words) = words_of(&bytes) else { return };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        for whole in [
            "#panic(\"no\") #sys.inputs #read(\"/etc/passwd\")",
            "= Heading *bold* _thin_ `raw` $x^2$ @ref <label> [content] // gone",
            "#import \"@preview/x:1.0.0\": *",
            "\\u{202e} \\#escaped \"quoted\" 'single' -- --- ... ~",
            "line break tab tab page nul [31mred",
            "righttoleft zerowidth",
            "[U+65E5]",
            "[U+1F642]",
            "<script>alert(1)</script>&amp;<!--",
        ] {
            assert!(words.contains(whole), "{whole}: {words}");
        }
    }

    #[test]
    fn every_single_letter_can_be_asked_for() {
        for start in [0_u32, 0x100, 0x250, 0x2000, 0x1_f600, 0xe_0000] {
            let letters: String = (start..start + 256).filter_map(char::from_u32).collect();
            let mut document = document(Lang::English);
            document.heading.clone_from(&letters);
            document.lead = vec![letters];
            let made = pdf(&document, Size::Normal);
            assert!(made.is_ok(), "{start:x}: {:?}", made.map_err(|why| why.why().to_vec()));
        }
    }

    #[test]
    fn very_long_lists_and_words_go_on_page_after_page() {
        let texts: Vec<String> =
            (0..45).map(|n| format!("Line {n} ") + &"ŵ".repeat(3 * n)).collect();
        for size in [Size::Normal, Size::Large] {
            let bytes = pdf(&filled(&texts), size).unwrap();
            let seen = Seen::of(&bytes);
            seen.is_accessible();
            assert!(seen.pages > 5, "{}", seen.pages);
        }
    }

    #[test]
    fn an_empty_document_is_still_one() {
        let mut empty = document(Lang::Welsh);
        empty.lead.clear();
        empty.parts.clear();
        empty.end.clear();
        Seen::of(&pdf(&empty, Size::Large).unwrap()).is_accessible();
    }
}
