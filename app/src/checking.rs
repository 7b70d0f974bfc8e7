//! Checks receipts in the browser, on the page that would else send them. It sends nothing, asks nobody and keeps
//! nothing: what is given goes into the check, and its words onto the page.

mod shown;

use crate::{
    check_form::{self, CheckForm, FILE, KEY, PAPER, QUORUM, TEXT, WITNESSES},
    check_words::on_paper,
    i18n::{Lang, text},
};
use consent::proof::receipt::{MOST_BYTES, Paper};
use shown::Shown;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Window};

/// Takes the form over. The browser calls it once; where the page is another, nothing happens.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(page) = Page::find() {
        page.take_over();
    }
}

#[derive(Clone)]
struct Page {
    window: Window,
    document: Document,
    lang: Lang,
    shown: Shown,
}

impl Page {
    fn find() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let code = document.document_element()?.get_attribute("lang")?;
        let shown = Shown::find(&document)?;
        Some(Self { window, lang: Lang::from_code(&code)?, shown, document })
    }

    fn element<T: JsCast>(&self, id: &str) -> Option<T> {
        self.document.get_element_by_id(id)?.dyn_into().ok()
    }

    fn take_over(self) {
        let Some(form) = self.element::<HtmlElement>("verify") else { return };
        self.read_paper();
        let page = self.clone();
        let turned = Closure::<dyn Fn()>::new(move || page.read_paper());
        let page = self.clone();
        let sent = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            let page = page.clone();
            spawn_local(async move { page.check().await });
        });
        let taken =
            form.add_event_listener_with_callback("submit", sent.as_ref().unchecked_ref()).is_ok();
        let _ = self
            .window
            .add_event_listener_with_callback("hashchange", turned.as_ref().unchecked_ref());
        // They stay for the page.
        sent.forget();
        turned.forget();
        // Only now is it true that nothing is sent.
        if taken {
            self.hide("verify-sent", true);
            self.hide("verify-stays", false);
        }
    }

    fn hide(&self, id: &str, hidden: bool) {
        if let Some(element) = self.element::<HtmlElement>(id) {
            element.set_hidden(hidden);
        }
    }

    /// What the code on paper led here with. It stands after the `#`, so the server never saw it.
    fn read_paper(&self) {
        let hash = self.window.location().hash().unwrap_or_default();
        let Some(code) = hash.strip_prefix('#') else { return };
        let Some(paper) = Paper::parse(code) else { return };
        if let Some(input) = self.element::<HtmlInputElement>(PAPER) {
            input.set_value(code);
        }
        self.shown.only(&on_paper(self.lang, &paper));
    }

    async fn check(&self) {
        let form = CheckForm {
            file: self.file().await,
            text: self.area(TEXT),
            paper: self.input(PAPER),
            keys: self.area(KEY),
            witnesses: self.area(WITNESSES),
            quorum: self.input(QUORUM),
        };
        match check_form::judge(self.lang, &form) {
            Ok(said) => self.shown.said(&said),
            Err(wrong) => {
                let words = wrong.iter().map(|wrong| text(self.lang, wrong.message(), &[]));
                self.shown.put_right(&words.collect::<Vec<_>>());
            }
        }
    }

    /// The bytes of the file that was chosen, or of its beginning where it is larger than a receipt.
    async fn file(&self) -> Option<Vec<u8>> {
        let file = self.element::<HtmlInputElement>(FILE)?.files()?.get(0)?;
        let most = i32::try_from(MOST_BYTES).unwrap_or(i32::MAX).saturating_add(1);
        let start = file.slice_with_i32_and_i32(0, most).ok()?;
        let bytes = JsFuture::from(start.array_buffer()).await.ok()?;
        Some(js_sys::Uint8Array::new(&bytes).to_vec())
    }

    fn area(&self, id: &str) -> String {
        self.element::<HtmlTextAreaElement>(id).map(|area| area.value()).unwrap_or_default()
    }

    fn input(&self, id: &str) -> String {
        self.element::<HtmlInputElement>(id).map(|input| input.value()).unwrap_or_default()
    }
}
