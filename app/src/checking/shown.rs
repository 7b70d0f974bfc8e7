//! What checking came to, put on the page: the same elements as the server makes (`app/src/pages/verify/said.rs`). All
//! of it is text; nothing that stands in a file becomes markup.

use crate::check_words::{Block, Said, Verdict};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// The two places for it.
#[derive(Clone)]
pub(super) struct Shown {
    document: Document,
    verdict: HtmlElement,
    rest: Element,
    another: Option<HtmlElement>,
}

type Made = Result<Element, JsValue>;

impl Shown {
    pub(super) fn find(document: &Document) -> Option<Self> {
        let verdict = document.get_element_by_id("verify-verdict")?.dyn_into().ok()?;
        let rest = document.get_element_by_id("verify-said")?;
        let another = document.get_element_by_id("verify-another");
        let another = another.and_then(|heading| heading.dyn_into().ok());
        Some(Self { document: document.clone(), verdict, rest, another })
    }

    /// The verdict and all that belongs to it.
    pub(super) fn said(&self, said: &Said) {
        self.blocks(&said.blocks);
        if let Some(another) = &self.another {
            another.set_hidden(false);
        }
        self.verdict(Some(said.verdict), &said.heading);
    }

    /// What has to be put right before there is anything to check.
    pub(super) fn put_right(&self, words: &[String]) {
        self.blocks(&[]);
        self.verdict(None, &words.join(". "));
    }

    /// No verdict yet.
    pub(super) fn only(&self, blocks: &[Block]) {
        self.verdict.set_text_content(None);
        self.verdict.set_class_name("say-verdict");
        self.blocks(blocks);
    }

    fn verdict(&self, verdict: Option<Verdict>, words: &str) {
        self.verdict.set_text_content(None);
        self.verdict.set_class_name(match verdict {
            Some(Verdict::Genuine) => "say-verdict say-verdict--genuine",
            Some(Verdict::Wrong) => "say-verdict say-verdict--wrong",
            None => "say-verdict say-verdict--ask",
        });
        let mark = verdict.map(|verdict| {
            let mark = self.text("span", "say-verdict__mark", verdict.mark())?;
            mark.set_attribute("aria-hidden", "true")?;
            Ok(mark)
        });
        let heading = self.text("h2", "say-verdict__words", words);
        for made in mark.into_iter().chain([heading]) {
            put(&self.verdict, made);
        }
        // Whoever looks sees it, whoever listens has it read.
        let _ = self.verdict.focus();
    }

    fn blocks(&self, blocks: &[Block]) {
        self.rest.set_text_content(None);
        for block in blocks {
            put(&self.rest, self.block(block));
        }
    }

    fn block(&self, block: &Block) -> Made {
        match block {
            Block::Heading(words) => self.text("h2", "govuk-heading-m", words),
            Block::Text(words) => self.text("p", "govuk-body", words),
            Block::Facts(facts) => {
                let list = self.element("dl", "govuk-summary-list")?;
                for (name, value) in facts {
                    let row = self.element("div", "govuk-summary-list__row")?;
                    put(&row, self.text("dt", "govuk-summary-list__key", name));
                    put(&row, self.text("dd", "govuk-summary-list__value", value));
                    put(&list, Ok(row));
                }
                Ok(list)
            }
            Block::List(items) => {
                let class = "govuk-list govuk-list--bullet govuk-list--spaced";
                let list = self.element("ul", class)?;
                for item in items {
                    put(&list, self.text("li", "", item));
                }
                Ok(list)
            }
            Block::Words(lang, words) => {
                let sheet = self.element("div", "say-sheet")?;
                sheet.set_attribute("lang", lang.code())?;
                for words in words {
                    put(&sheet, self.text("p", "govuk-body", words));
                }
                Ok(sheet)
            }
            Block::Digest(hex) => {
                let digest = self.rows(hex)?;
                digest.set_id("digest");
                Ok(digest)
            }
            Block::Root(hex) => self.rows(hex),
        }
    }

    /// Four rows of four groups, and the whole as a value.
    fn rows(&self, hex: &str) -> Made {
        let data = self.element("data", "")?;
        data.set_class_name("say-digest");
        data.set_attribute("value", hex)?;
        data.set_attribute("role", "list")?;
        for row in 0..4 {
            let line = self.element("span", "say-digest__row")?;
            line.set_attribute("role", "listitem")?;
            for group in 0..4 {
                let from = row * 16 + group * 4;
                put(&line, self.text("span", "", hex.get(from..from + 4).unwrap_or_default()));
                line.append_with_str_1(" ")?;
            }
            put(&data, Ok(line));
        }
        Ok(data)
    }

    fn element(&self, name: &str, class: &str) -> Made {
        let element = self.document.create_element(name)?;
        if !class.is_empty() {
            element.set_class_name(class);
        }
        Ok(element)
    }

    fn text(&self, name: &str, class: &str, words: &str) -> Made {
        let element = self.element(name, class)?;
        element.set_text_content(Some(words));
        Ok(element)
    }
}

/// An element that could not be made is left out.
fn put(into: &Element, made: Made) {
    if let Ok(element) = made {
        let _ = into.append_child(&element);
    }
}
