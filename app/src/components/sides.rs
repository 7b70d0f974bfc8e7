//! What was decided, as two halves of one size: shared, and kept private.

use super::standing::{Shape, shape};
use leptos::prelude::*;

/// Two halves, each with a heading and the titles of its categories.
pub fn sides(shared: (String, Vec<String>), private: (String, Vec<String>)) -> AnyView {
    view! {
        <div class="say-sides">
            {side("side-shared", Shape::FilledCircle, shared)}
            {side("side-private", Shape::FilledSquare, private)}
        </div>
    }
    .into_any()
}

fn side(id: &'static str, form: Shape, (heading, titles): (String, Vec<String>)) -> AnyView {
    let list = (!titles.is_empty()).then(|| {
        let items: Vec<_> = titles.into_iter().map(|title| view! { <li>{title}</li> }).collect();
        view! { <ul>{items}</ul> }
    });
    view! {
        <section class="say-side" aria-labelledby=id>
            <h2 id=id>{shape(form)}<span>{heading}</span></h2>
            {list}
        </section>
    }
    .into_any()
}
