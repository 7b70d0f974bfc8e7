//! A document on paper: one plain view of it, from which come an accessible PDF (PDF/UA-1), plain text and a square
//! code to scan. Data in, bytes out: the same bytes for the same view. Must never read a file, ask the network or a
//! clock, or take a text for anything but text.

mod letters;
#[cfg(feature = "pdf")]
mod pdf;
mod square;
mod text;
mod view;

#[cfg(feature = "pdf")]
pub use pdf::{Size, Unprintable, pdf};
pub use square::{Square, TooLong};
pub use text::text;
pub use view::{Document, Fact, Lang, Part, Piece, Value};
