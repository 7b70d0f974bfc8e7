//! What an allow-list is made of. The lists themselves are in `types/` and `datatypes.rs`.
//! Data only: nothing here may look at a resource.

use serde_json::{Map, Value};

/// A resource type that may be sent.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name in FHIR R4.
    pub name: &'static str,
    /// The element that names the person, which is set by the package and never copied.
    pub subject: Option<&'static str>,
    /// All that may be copied.
    pub elements: &'static [Element],
}

/// An element that may be copied.
#[derive(Clone, Copy, Debug)]
pub struct Element {
    /// Its name in FHIR R4, with the type for a choice (`valueQuantity`).
    pub name: &'static str,
    /// It is a JSON array, each member of which has the shape.
    pub list: bool,
    /// What it must look like.
    pub shape: Shape,
    /// What becomes of its parent without it.
    pub parent: If,
}

/// What becomes of the parent of an element that is not copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum If {
    /// The parent stays.
    Optional,
    /// The parent goes: without this element it would only be the trace of something withheld.
    Needed,
    /// The parent goes if the source has the element: without it the rest would say something else.
    Decisive,
}

/// What the JSON of an element must look like. What does not fit is not copied.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A FHIR code of at most 60 characters.
    Code,
    /// A URI that names a code system, of at most 255 characters without white space.
    Uri,
    /// A media type.
    Mime,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// A year, a month or a day.
    Date,
    /// The same, or a day with a time and an offset.
    DateTime,
    /// A day with a time and an offset.
    Instant,
    /// A time of day.
    Time,
    /// A name of at most 100 characters.
    Name,
    /// A text: more than 60 characters are free text and stay only where free text is shared.
    Short,
    /// The term of a code: as long as a terminology allows (255 characters) beside a code of a well-known system; else like `Short`.
    Term,
    /// Free text of any length: stays only where free text is shared.
    Free,
    /// Base64.
    Base64,
    /// An NHS number of ten digits.
    NhsNumber,
    /// Its `reference` alone, pointing to another entry of the package; it goes as a whole when there is none.
    Reference,
    /// A FHIR data type.
    Data(&'static DataType),
    /// Elements of its own.
    Group(&'static [Element]),
}

/// A FHIR data type, with what may be copied of it.
#[derive(Debug)]
pub struct DataType {
    /// Its name in FHIR R4, or the path of an element that contains itself.
    pub name: &'static str,
    /// All that may be copied.
    pub elements: &'static [Element],
    /// Of which values nothing is copied.
    pub except: Option<Exception>,
}

/// Values of a data type of which nothing is copied.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// Which, in the words of the published list.
    pub words: &'static str,
    /// Is this one of them? Asked of the source and of its copy.
    pub applies: fn(&Map<String, Value>) -> bool,
}

/// An optional element that occurs at most once.
pub(super) const fn one(name: &'static str, shape: Shape) -> Element {
    Element { name, list: false, shape, parent: If::Optional }
}

/// An optional element in an array.
pub(super) const fn many(name: &'static str, shape: Shape) -> Element {
    Element { name, list: true, shape, parent: If::Optional }
}

impl Element {
    /// Without it the parent goes.
    pub(super) const fn needed(self) -> Self {
        Self { parent: If::Needed, ..self }
    }

    /// Where the source has it, the parent goes without it.
    pub(super) const fn decisive(self) -> Self {
        Self { parent: If::Decisive, ..self }
    }
}

/// Every type that may be sent, in the order of the published list.
#[must_use]
pub fn kinds() -> &'static [Kind] {
    super::types::ALL
}

/// The allow-list of this type; none if it is never sent.
#[must_use]
pub fn kind(name: &str) -> Option<&'static Kind> {
    kinds().iter().find(|kind| kind.name == name)
}

/// Every data type that the lists use, in the order of the published list.
#[must_use]
pub fn datatypes() -> &'static [&'static DataType] {
    super::datatypes::ALL
}
