//! How a page is framed: its title, its place in the menu, its way back.

/// The part of the menu that a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Requests and all that belongs to one.
    Requests,
    /// Receipts.
    Receipts,
    /// History.
    History,
    /// Where records are read from.
    Sources,
    /// The account.
    Account,
}

/// How a page is framed.
#[derive(Clone, Debug)]
pub struct Frame {
    pub(super) title: String,
    pub(super) place: Option<Place>,
    pub(super) back: Option<(String, String)>,
    pub(super) error: bool,
    pub(super) carried_form: Option<&'static str>,
    pub(super) island: bool,
    pub(super) check: bool,
    pub(super) bare: bool,
    pub(super) names_nobody: bool,
}

impl Frame {
    /// A frame with the title of the page. A title never tells a category, a benefit or a name.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            place: None,
            back: None,
            error: false,
            carried_form: None,
            island: false,
            check: false,
            bare: false,
            names_nobody: false,
        }
    }

    /// Marks the page's place in the menu.
    #[must_use]
    pub const fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// A link back, above the heading.
    #[must_use]
    pub fn back(mut self, words: impl Into<String>, href: impl Into<String>) -> Self {
        self.back = Some((words.into(), href.into()));
        self
    }

    /// Says "Error:" in the title, when there is something to put right.
    #[must_use]
    pub const fn with_errors(mut self, any: bool) -> Self {
        self.error = any;
        self
    }

    /// Changing the language sends this form along, so that nothing typed is lost. The form has a
    /// hidden `next` (or `page`, where it has a `next` of its own), and the server keeps what it holds, but
    /// never a password.
    #[must_use]
    pub const fn carries(mut self, form: &'static str) -> Self {
        self.carried_form = Some(form);
        self
    }

    /// The page has an island.
    #[must_use]
    pub const fn with_island(mut self) -> Self {
        self.island = true;
        self
    }

    /// The page checks receipts in the browser.
    #[must_use]
    pub const fn with_check(mut self) -> Self {
        self.check = true;
        self
    }

    /// The page brings its own `main`, as the first page does.
    #[must_use]
    pub const fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// The foot names nobody who may have asked: whoever reads the page is not told.
    #[must_use]
    pub const fn names_nobody(mut self) -> Self {
        self.names_nobody = true;
        self
    }
}
