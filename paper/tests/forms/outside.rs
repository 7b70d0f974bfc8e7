//! The PDF as other people's programs see it (Poppler): where they are not installed, the tests say so and stop.

use std::path::PathBuf;
use std::process::Command;

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("{}-{name}.pdf", std::process::id()));
    std::fs::create_dir_all(env!("CARGO_TARGET_TMPDIR")).unwrap();
    std::fs::write(&file, bytes).unwrap();
    file
}

/// What one of Poppler's programs says about the PDF; none where it is not installed.
fn said(program: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> Option<Vec<u8>> {
    let name = format!("{program}-{:?}", std::thread::current().id());
    let file = file(&name.replace(['(', ')'], ""), bytes);
    let run = Command::new(program).args(before).arg(&file).args(after).output();
    std::fs::remove_file(&file).unwrap();
    match run {
        Ok(run) => {
            assert!(run.status.success(), "{program}: {}", String::from_utf8_lossy(&run.stderr));
            Some(run.stdout)
        }
        Err(_) => {
            println!("skipped: {program} is not installed (poppler-utils)");
            None
        }
    }
}

/// The words on the pages, in reading order.
pub fn words_of(bytes: &[u8]) -> Option<String> {
    said("pdftotext", &["-raw"], bytes, &["-"]).map(|words| String::from_utf8(words).unwrap())
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::{said, words_of};
    use crate::sample::{HELD, document};
    use paper::{Lang, Size, pdf};

    const SIZES: [Size; 2] = [Size::Normal, Size::Large];

    #[test]
    fn poppler_reads_the_structure_in_order() {
        let bytes = pdf(&document(Lang::Welsh), Size::Normal).unwrap();
        let Some(said) = said("pdfinfo", &["-struct-text"], &bytes, &[]) else { return };
        // Titles of elements are printed as they stand in the file, in UTF-16.
        let said = String::from_utf8_lossy(&said);
        let places: Vec<usize> = [
            "Derbynneb: beth wnaethoch chi ei benderfynu",
            "Rydych yn rhannu",
            "Meddyginiaethau",
            "Yn aros yn breifat",
            "dŵr ŵ ŷ",
            "Y cais",
            "Pwy ofynnodd",
            "Maximus, PIP team, Leeds",
            "Y ffeil a gadarnhawyd gennych",
            "Sut i wirio",
            "Sganiwch",
            "sayso receipt verify",
        ]
        .into_iter()
        .map(|words| said.find(words).unwrap_or_else(|| panic!("{words}: {said}")))
        .collect();
        assert!(places.is_sorted(), "{said}");
        assert!(said.contains("Figure") && said.contains("H1") && said.contains("LBody"), "{said}");
    }

    #[test]
    fn poppler_finds_it_tagged_and_titled() {
        let bytes = pdf(&document(Lang::English), Size::Large).unwrap();
        let Some(said) = said("pdfinfo", &[], &bytes, &[]) else { return };
        let said = String::from_utf8(said).unwrap();
        let line = |name: &str| {
            let line = said.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            line[name.len().min(line.len())..].trim().to_owned()
        };
        assert_eq!(line("Tagged:"), "yes");
        assert_eq!(line("Title:"), "Receipt for request SR 7K2M-9QD");
        assert_eq!(line("JavaScript:"), "no");
        assert_eq!(line("Page size:"), "595.276 x 841.89 pts (A4)");
    }

    #[test]
    fn the_words_are_whole_in_both_sizes() {
        for size in SIZES {
            let bytes = pdf(&document(Lang::Welsh), size).unwrap();
            let Some(words) = words_of(&bytes) else { return };
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            for whole in ["Apwyntiadau â’r tŷ a’r dŵr ŵ ŷ", "Tudalen 1 o ", "e3b0 c442 98fc 1c14"]
            {
                assert!(words.contains(whole), "{whole}: {words}");
            }
        }
    }

    /// From the page as a picture, as a telephone sees it.
    #[test]
    fn the_code_is_read_from_the_page() {
        for size in SIZES {
            let bytes = pdf(&document(Lang::English), size).unwrap();
            let Some(picture) = said("pdftoppm", &["-gray", "-r", "200"], &bytes, &[]) else {
                return;
            };
            let found: Vec<String> =
                pictures(&picture).iter().flat_map(|page| read(page)).collect();
            assert_eq!(found, [HELD]);
        }
    }

    /// Width, height, and a byte for each point.
    struct Grey<'a>(usize, usize, &'a [u8]);

    /// Portable grey maps (P5), one after the other.
    fn pictures(mut bytes: &[u8]) -> Vec<Grey<'_>> {
        let mut pages = Vec::new();
        while !bytes.is_empty() {
            let mut head = Vec::new();
            while head.len() < 4 {
                let end = bytes.iter().position(u8::is_ascii_whitespace).unwrap();
                head.push(std::str::from_utf8(&bytes[..end]).unwrap());
                bytes = &bytes[end + 1..];
            }
            assert_eq!((head[0], head[3]), ("P5", "255"));
            let (width, height): (usize, usize) =
                (head[1].parse().unwrap(), head[2].parse().unwrap());
            let (page, rest) = bytes.split_at(width * height);
            pages.push(Grey(width, height, page));
            bytes = rest;
        }
        pages
    }

    fn read(Grey(width, height, points): &Grey<'_>) -> Vec<String> {
        let grey = |x: usize, y: usize| points[y * width + x];
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(*width, *height, grey);
        picture
            .detect_grids()
            .iter()
            .filter_map(|grid| grid.decode().ok())
            .map(|(_, text)| text)
            .collect()
    }
}
