//! Every sample of every page, in both languages: as it was before, and whole.
//! `UPDATE_SNAPSHOTS=1 cargo test -p app --features ssr` writes the snapshots.
#![cfg(feature = "ssr")]

use app::{
    Assets,
    i18n::{Lang, MISSING},
    pages::gallery,
    render::Html,
    shell::PageContext,
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

struct Shown {
    name: String,
    lang: Lang,
    html: Html,
}

fn context(lang: Lang) -> PageContext {
    PageContext {
        lang,
        path: "/requests?from=test".to_owned(),
        helpline: Some("0808 157 0142".to_owned()),
        ..PageContext::default()
    }
}

fn shown() -> Vec<Shown> {
    let mut all = Vec::new();
    for lang in Lang::ALL {
        let ctx = context(lang);
        for entry in gallery::PAGES {
            for (sample, html) in entry.samples(&ctx) {
                all.push(Shown {
                    name: format!("{}-{sample}-{}", entry.name, lang.code()),
                    lang,
                    html,
                });
            }
        }
        all.push(Shown {
            name: format!("gallery-{}", lang.code()),
            lang,
            html: gallery::page(&ctx),
        });
    }
    all
}

/// What stands between each `before` and the next `after`.
fn between<'a>(text: &'a str, before: &'a str, after: &'a str) -> Vec<&'a str> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split_once(after).map(|(found, _)| found))
        .collect()
}

fn ids(html: &str) -> Vec<&str> {
    between(html, " id=\"", "\"")
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the tests says that the snapshots are to be written"
)]
fn pages_look_as_they_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut expected = BTreeSet::new();
    let mut changed = Vec::new();
    for page in shown() {
        let file: PathBuf = folder.join(format!("{}.html", page.name));
        let text = page.html.text.replace("><", ">\n<") + "\n";
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, &text).unwrap();
        } else if fs::read_to_string(&file).ok().as_deref() != Some(text.as_str()) {
            changed.push(page.name);
        }
        expected.insert(file);
    }
    for entry in fs::read_dir(&folder).unwrap() {
        let file = entry.unwrap().path();
        if !expected.contains(&file) {
            if update {
                fs::remove_file(file).unwrap();
            } else {
                changed.push(format!("{} belongs to no sample", file.display()));
            }
        }
    }
    assert!(changed.is_empty(), "changed (look, then UPDATE_SNAPSHOTS=1): {changed:#?}");
}

#[test]
fn every_page_has_a_language_one_heading_and_one_main() {
    for page in shown() {
        let html = &page.html.text;
        assert!(
            html.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\"", page.lang.code())),
            "{}",
            page.name
        );
        assert_eq!(html.matches("<h1").count(), 1, "{}", page.name);
        assert_eq!(html.matches("<main").count(), 1, "{}", page.name);
        assert!(html.contains("id=\"main\"") && html.contains("href=\"#main\""), "{}", page.name);
        assert!(html.ends_with("</body></html>"), "{}", page.name);
    }
}

#[test]
fn no_message_is_missing() {
    for page in shown() {
        assert!(
            !page.html.text.contains(MISSING),
            "{}: {:?}",
            page.name,
            between(&page.html.text, &MISSING.to_string(), "<")
        );
    }
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    for page in shown() {
        let html = &page.html.text;
        for forbidden in [
            " style=",
            "<style",
            "<script",
            " onclick",
            " onchange",
            "src=",
            "href=\"//",
            "href=\"http:",
            "javascript:",
        ] {
            assert!(!html.contains(forbidden), "{}: {forbidden}", page.name);
        }
        for link in between(html, "<link", ">") {
            assert!(!link.contains("://"), "{}: {link}", page.name);
        }
    }
}

#[test]
fn a_title_tells_nothing() {
    // Words of categories, benefits and people, as they stand in the samples.
    let telling = [
        "mental",
        "iechyd meddwl",
        "condition",
        "cyflyrau",
        "medicine",
        "meddygin",
        "personal independence",
        "annibyniaeth",
        "pip",
        "universal credit",
        "credyd cynhwysol",
        "attendance",
        "disability",
        "anabledd",
        "nerys",
        "bello",
        "assessment",
        "work and pensions",
        "case manager",
    ];
    for page in shown() {
        let title = between(&page.html.text, "<title>", "</title>").join(" ").to_lowercase();
        assert!(title.ends_with("– sayso"), "{}: {title}", page.name);
        for word in telling {
            assert!(!title.contains(word), "{}: {title}", page.name);
        }
    }
}

#[test]
fn a_password_is_never_written_back() {
    for page in shown() {
        for input in between(&page.html.text, "<input", ">")
            .into_iter()
            .filter(|input| input.contains("type=\"password\""))
        {
            assert!(!input.contains("value="), "{}: {input}", page.name);
        }
    }
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    for page in shown() {
        let html = &page.html.text;
        let ids = ids(html);
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{}: an id is there twice: {ids:?}", page.name);
        let single = [" for=\"", "href=\"#", " form=\""]
            .into_iter()
            .flat_map(|mark| between(html, mark, "\""));
        let several = [" aria-describedby=\"", " aria-labelledby=\""]
            .into_iter()
            .flat_map(|mark| between(html, mark, "\""))
            .flat_map(str::split_whitespace);
        for reference in single.chain(several) {
            assert!(known.contains(reference), "{}: nothing has the id {reference}", page.name);
        }
    }
}

#[test]
fn elements_are_closed_in_order() {
    const VOID: [&str; 4] = ["meta", "link", "input", "br"];
    for page in shown() {
        let mut open: Vec<&str> = Vec::new();
        for tag in
            between(&page.html.text, "<", ">").into_iter().filter(|tag| !tag.starts_with('!'))
        {
            if let Some(closed) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(closed), "{}", page.name);
                continue;
            }
            let name = tag.split([' ', '/']).next().unwrap();
            if !VOID.contains(&name) {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{}: {open:?}", page.name);
    }
}

#[test]
fn every_page_can_change_its_language_and_come_back() {
    for page in shown() {
        let html = &page.html.text;
        let button = format!("name=\"lang\" value=\"{}\"", page.lang.other().code());
        assert_eq!(html.matches(&button).count(), 1, "{}", page.name);
        let way = ["name=\"next\"", "name=\"page\""];
        assert!(way.iter().any(|way| html.contains(way)), "{}", page.name);
        assert!(html.contains("action=\"/language\""), "{}", page.name);
    }
}

#[test]
fn nothing_is_ticked_for_anybody() {
    let shown = shown();
    for lang in Lang::ALL {
        let page =
            shown.iter().find(|page| page.name == format!("choose-empty-{}", lang.code())).unwrap();
        assert!(!page.html.text.contains(" checked"));
        assert_eq!(page.html.text.matches("value=\"share\"").count(), 3);
        assert_eq!(page.html.text.matches("value=\"do-not-share\"").count(), 3);
    }
}

#[test]
fn only_a_page_with_an_island_has_a_script_and_it_has_the_nonce() {
    let built = [
        ("app.js", "/assets/app.0123456789abcdef.js"),
        ("app_bg.wasm", "/assets/app_bg.0123456789abcdef.wasm"),
    ];
    let ctx = PageContext {
        assets: Assets::new(built.map(|(name, path)| (name.to_owned(), path.to_owned()))),
        nonce: "bm9uY2U".to_owned(),
        ..context(Lang::En)
    };
    for entry in gallery::PAGES {
        for (sample, html) in entry.samples(&ctx) {
            assert_eq!(html.island, entry.name == "choose", "{}-{sample}", entry.name);
            assert_eq!(
                html.text.contains("<leptos-island"),
                html.island,
                "{}-{sample}",
                entry.name
            );
            assert_eq!(
                html.text.matches("<script").count(),
                usize::from(html.island),
                "{}-{sample}",
                entry.name
            );
            assert_eq!(
                html.text.matches("<script type=\"module\" nonce=\"bm9uY2U\">").count(),
                usize::from(html.island),
                "{}-{sample}",
                entry.name
            );
        }
    }
}
