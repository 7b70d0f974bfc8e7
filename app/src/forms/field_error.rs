//! One thing to put right, at one field.

use crate::{
    i18n::{self, Value, grouped},
    shell::PageContext,
};

/// Where it is, which message says it, and what the message is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field.
    pub field: String,
    /// The id that the summary leads to, where it is not the name: an id gets into the address of the page,
    /// and a name may tell what is asked for.
    pub id: Option<String>,
    /// The message.
    pub key: &'static str,
    /// What goes into the message.
    pub args: Vec<(&'static str, String)>,
}

impl FieldError {
    /// An error whose message needs nothing.
    pub fn new(field: impl Into<String>, key: &'static str) -> Self {
        Self { field: field.into(), id: None, key, args: Vec::new() }
    }

    /// So many letters and signs more were written than there is room for.
    pub fn too_long(field: impl Into<String>, by: usize) -> Self {
        let by = u64::try_from(by).unwrap_or(u64::MAX);
        Self::new(field, "own-words-error-long")
            .with("by", if by == 1 { "one" } else { "more" })
            .with("count", grouped(by))
    }

    /// Puts something into the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Says which id the summary leads to.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The id that the summary leads to.
    pub fn id(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.field)
    }

    /// Its words in the page's language.
    pub fn words(&self, ctx: &PageContext) -> String {
        let args: Vec<_> =
            self.args.iter().map(|(name, value)| (*name, Value::from(value.clone()))).collect();
        i18n::text(ctx.lang, self.key, &args)
    }

    /// Whether it is about this field or a part of it (`end_date` and `end_date.day`).
    pub fn is_at(&self, field: &str) -> bool {
        self.field
            .strip_prefix(field)
            .is_some_and(|rest| rest.is_empty() || (rest.starts_with('.') && field != "choice"))
    }
}
