//! A live summary beside the choices: what they would send, and what would be missed.
//! It only asks and shows. The words come from the server; the button "Update" says the same.

// The macros of leptos write public items that cannot be documented here.
#![expect(missing_docs, reason = "written by the macros `server` and `island`")]

use leptos::prelude::*;

/// What is ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// The request.
    pub request: String,
    /// The categories to share.
    pub share: Vec<String>,
    /// The categories to keep private.
    pub private: Vec<String>,
}

/// Where the summary comes from: the server puts one into the context of each call, bound to the
/// person who asks and to their language. It gives lines, or nothing where there is nothing to say to them.
#[cfg(feature = "ssr")]
#[derive(Clone)]
pub struct SummarySource(std::sync::Arc<dyn Fn(Ticked) -> Answering + Send + Sync>);

#[cfg(feature = "ssr")]
type Answering = std::pin::Pin<Box<dyn Future<Output = Option<Vec<String>>> + Send>>;

#[cfg(feature = "ssr")]
impl SummarySource {
    /// Takes the closure that answers.
    pub fn new<F, A>(answer: F) -> Self
    where
        F: Fn(Ticked) -> A + Send + Sync + 'static,
        A: Future<Output = Option<Vec<String>>> + Send + 'static,
    {
        Self(std::sync::Arc::new(move |ticked| Box::pin(answer(ticked))))
    }

    async fn answer(&self, ticked: Ticked) -> Option<Vec<String>> {
        (self.0)(ticked).await
    }
}

/// What the ticked choices would send and what would be missed, in lines. Reads only.
#[server(prefix = "/fn", endpoint = "choose-summary")]
pub async fn choose_summary(
    request: String,
    #[server(default)] share: Vec<String>,
    #[server(default)] private: Vec<String>,
) -> Result<Vec<String>, ServerFnError> {
    // One answer for every reason not to answer: nothing to learn from the difference.
    let nothing = || ServerFnError::new("no summary");
    let source = use_context::<SummarySource>().ok_or_else(nothing)?;
    source.answer(Ticked { request, share, private }).await.ok_or_else(nothing)
}

/// The lines, brought up to date when a choice changes. `stale` is said when that fails.
#[island]
pub fn ChooseSummary(
    /// The request.
    request: String,
    /// The lines that the page came with.
    lines: Vec<String>,
    /// What to say when the server does not answer.
    stale: String,
) -> impl IntoView {
    let shown = RwSignal::new(lines);
    Effect::new(move |_| keep_up_to_date(request.clone(), shown, stale.clone()));
    view! {
        <div class="say-tally__lines" aria-live="polite">
            {move || shown.get().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        </div>
    }
}

#[cfg(not(feature = "hydrate"))]
fn keep_up_to_date(_request: String, _shown: RwSignal<Vec<String>>, _stale: String) {}

#[cfg(feature = "hydrate")]
fn keep_up_to_date(request: String, shown: RwSignal<Vec<String>>, stale: String) {
    use leptos::task::spawn_local;

    // Answers may overtake each other: only the one to the newest question is shown.
    let newest = StoredValue::new(0_u32);
    let _stays_for_the_page = window_event_listener(leptos::ev::change, move |_| {
        let asked = newest.get_value().wrapping_add(1);
        newest.set_value(asked);
        let (ticked, stale) = (ticked_now(&request), stale.clone());
        spawn_local(async move {
            let answer = choose_summary(ticked.request, ticked.share, ticked.private).await;
            if newest.get_value() == asked {
                shown.set(answer.unwrap_or_else(|_| vec![stale]));
            }
        });
    });
}

#[cfg(feature = "hydrate")]
fn ticked_now(request: &str) -> Ticked {
    use wasm_bindgen::JsCast as _;

    let mut ticked = Ticked { request: request.to_owned(), ..Ticked::default() };
    let Ok(found) = document().query_selector_all("input[name^='choice.']:checked") else {
        return ticked;
    };
    for at in 0..found.length() {
        let Some(input) =
            found.item(at).and_then(|node| node.dyn_into::<web_sys::HtmlInputElement>().ok())
        else {
            continue;
        };
        let Some(category) = input.name().strip_prefix("choice.").map(str::to_owned) else {
            continue;
        };
        match input.value().as_str() {
            "share" => ticked.share.push(category),
            _ => ticked.private.push(category),
        }
    }
    ticked
}
