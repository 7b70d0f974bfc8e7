//! The square code (QR, ISO/IEC 18004) as a picture that needs no typesetter: one path, black on white, with the
//! quiet zone of four modules around it.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write as _;

/// The quiet zone that a reader needs.
const QUIET: usize = 4;

/// More than a square code can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is more than a square code can hold")]
pub struct TooLong;

/// A square code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Square {
    holds: String,
    side: usize,
    path: String,
}

impl Square {
    /// The code that holds this text. A sixth of it may be dirty or torn.
    pub fn of(text: &str) -> Result<Self, TooLong> {
        let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|_| TooLong)?;
        let mut path = String::new();
        for (y, row) in code.data.chunks(code.size).take(code.size).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|left, right| left.value() == right.value()) {
                if run.first().is_some_and(|module| module.value()) {
                    let (left, top, long) = (x + QUIET, y + QUIET, run.len());
                    // Writing to a string cannot fail.
                    let _ = write!(path, "M{left} {top}h{long}v1h-{long}z");
                }
                x += run.len();
            }
        }
        Ok(Self { holds: text.to_owned(), side: code.size + 2 * QUIET, path })
    }

    /// What it holds.
    #[must_use]
    pub fn holds(&self) -> &str {
        &self.holds
    }

    /// Modules on each side, with the quiet zone.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.side
    }

    /// The dark modules as the data of one SVG path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole picture.
    #[must_use]
    pub fn svg(&self) -> String {
        let (side, path) = (self.side, &self.path);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
             shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
             <path fill=\"#000\" d=\"{path}\"/></svg>"
        )
    }
}
