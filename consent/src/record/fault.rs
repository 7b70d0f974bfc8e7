//! Why a record file is refused whole. Says where and what to do, never what the file says there.

use super::kind::Kind;

/// Why a file is refused whole. Lines, columns and entries are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordFault {
    /// More bytes than [`super::MOST_BYTES`].
    #[error("the file is larger than 50 MiB. Export a shorter period")]
    TooLarge,
    /// Not JSON, or not in UTF-8.
    #[error(
        "line {line}, column {column}: this is not JSON. Export the file again as FHIR R4 JSON, in UTF-8"
    )]
    NotJson {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// An object has two members of the same name, so what it says depends on the reader.
    #[error(
        "line {line}, column {column}: an element occurs twice in the same object. Export the file again, or remove one of the two"
    )]
    DuplicateKey {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// Nested deeper than [`super::MOST_DEEP`].
    #[error(
        "line {line}, column {column}: the file is nested more than 64 deep. Export it again without nested copies"
    )]
    TooDeep {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// A number that a double cannot hold (RFC 8785, section 3.1).
    #[error(
        "line {line}, column {column}: a number is too large to be kept exactly as a double. Correct it in the source"
    )]
    NumberOutOfRange {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// No FHIR resource at all.
    #[error("the file is not a FHIR resource. Export the record as a FHIR R4 Bundle in JSON")]
    NotAResource,
    /// One resource, not a Bundle.
    #[error(
        "the file is a single {0}, not a record. Put it, with the Patient, into a Bundle of type collection"
    )]
    SingleResource(Kind),
    /// A Bundle of a type that holds no record, or of none.
    #[error(
        "Bundle.type is not one that holds a record. Export a Bundle of type collection, document, searchset, transaction or batch"
    )]
    BundleType,
    /// Another element of the Bundle is not as R4 has it.
    #[error("Bundle.{element}: {wrong}")]
    Bundle {
        /// The path of the element.
        element: String,
        /// What is wrong.
        wrong: Wrong,
    },
    /// Something about one entry.
    #[error("entry {number}{}, {element}: {wrong}", .kind.map(|kind| format!(" ({kind})")).unwrap_or_default())]
    Entry {
        /// Which entry.
        number: usize,
        /// Its type, where it is known.
        kind: Option<Kind>,
        /// The path of the element.
        element: String,
        /// What is wrong.
        wrong: Wrong,
    },
    /// The file holds more than one Patient.
    #[error(
        "entries {first} and {second} are both a Patient. Export the record of one person only"
    )]
    SeveralPatients {
        /// One of them.
        first: usize,
        /// Another.
        second: usize,
    },
    /// The Patient has an NHS number, and it is not the one that the caller names.
    #[error(
        "the NHS number in the file is not the one you gave. Check that this is the right person's record"
    )]
    OtherNhsNumber,
}

/// What is wrong with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Wrong {
    /// An entry without a resource.
    #[error("the entry has no resource. Remove it, or export the file again")]
    NoResource,
    /// A resource type that R4 does not have.
    #[error("FHIR R4 has no resource type of this name. Have the file converted to R4 (4.0.1)")]
    UnknownType,
    /// An element that R4 does not have there.
    #[error(
        "FHIR R4 has no such element here. The file may be DSTU2, STU3 or R5: have it converted to R4 (4.0.1)"
    )]
    UnknownElement,
    /// An element that R4 requires.
    #[error("FHIR R4 requires this element and it is missing. Have it completed in the source")]
    Missing,
    /// One where R4 has several, text where it has an object, and so on.
    #[error(
        "the element does not have the form that FHIR R4 gives it. Have the file converted to R4 (4.0.1)"
    )]
    Form,
    /// The subject is another Patient than the file's.
    #[error(
        "this entry is about another person than the rest of the file. Export the record of one person only"
    )]
    OtherPerson,
    /// The subject is a group.
    #[error(
        "this entry is about a group of people. Remove it, or export the record of one person only"
    )]
    AboutGroup,
    /// The subject names nobody that can be found.
    #[error("it cannot be told who this entry is about. It must refer to the Patient of the file")]
    NoSubject,
    /// Two entries have the same address.
    #[error(
        "an earlier entry has the same address. Export the file again without copies and old versions"
    )]
    SameAddress,
    /// Two NHS numbers, or one that cannot be right.
    #[error(
        "the NHS number cannot be right, or there is more than one. Have it corrected in the source"
    )]
    NhsNumber,
}
