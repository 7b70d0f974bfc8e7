//! The message files, whole, as Fluent reads them.

use super::{Lang, MISSING};
use std::{borrow::Cow, collections::HashMap};

pub use fluent_templates::fluent_bundle::FluentValue as Value;
use fluent_templates::{LanguageIdentifier, Loader as _, langid};

fluent_templates::static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const fn identifier(lang: Lang) -> LanguageIdentifier {
    match lang {
        Lang::En => langid!("en"),
        Lang::Cy => langid!("cy"),
    }
}

/// A message without links or bold words. Use the macro [`crate::t`].
pub fn text(lang: Lang, key: &str, args: &[(&'static str, Value<'static>)]) -> String {
    let args: HashMap<Cow<'static, str>, Value<'static>> =
        args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
    LOCALES
        .try_lookup_with_args(&identifier(lang), key, &args)
        .unwrap_or_else(|| format!("{MISSING}{key}"))
}
