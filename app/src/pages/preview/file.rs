//! The size of a file and its fingerprint, said the same on every page that names a file.

use crate::{
    i18n::{Lang, grouped},
    t,
};

/// A file as the pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileSeen {
    /// How many entries it has.
    pub entries: u32,
    /// How many bytes.
    pub bytes: u64,
    /// SHA-256: 64 lower-case hex digits.
    pub digest: String,
}

impl FileSeen {
    /// "1,908 bytes (about 2 KB)".
    pub fn size(&self, lang: Lang) -> String {
        let bytes = grouped(self.bytes);
        if self.bytes < 1000 {
            t!(lang, "preview-size-small", bytes = bytes)
        } else {
            t!(lang, "preview-size", bytes = bytes, about = self.about())
        }
    }

    /// "2 KB", and never nothing.
    pub fn about(&self) -> String {
        format!(
            "{}\u{a0}KB",
            grouped(self.bytes.saturating_add(500).checked_div(1000).unwrap_or(0).max(1))
        )
    }
}

/// "3 entries".
pub fn entries(lang: Lang, count: u32) -> String {
    t!(lang, "preview-entries", count = count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: u64) -> FileSeen {
        FileSeen { entries: 1, bytes, digest: String::new() }
    }

    #[test]
    fn a_size_is_said_in_bytes_and_about() {
        assert_eq!(file(1908).size(Lang::En), "1,908 bytes (about 2\u{a0}KB)");
        assert_eq!(file(612).size(Lang::En), "612 bytes");
        assert_eq!(file(12).about(), "1\u{a0}KB");
    }
}
