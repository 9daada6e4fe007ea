//! Places in a text: UTF-8 byte offsets on character boundaries.
//!
//! Inside the engine every offset is a byte offset into one file's decoded text. Code points
//! (JSON) and UTF-16 units (DOM) exist only at the edges; [`CodePoints`] converts.

use serde::{Deserialize, Serialize};

/// A UTF-8 byte offset into a file's decoded text, always on a character boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct TextOffset(u32);

impl TextOffset {
    /// The offset of byte `byte`. Texts over 4 GiB are refused by `ingest`, so the cast cannot lose.
    #[must_use]
    pub fn new(byte: usize) -> Self {
        Self(u32::try_from(byte).unwrap_or(u32::MAX))
    }

    /// The offset as a byte index.
    #[must_use]
    pub fn to_usize(self) -> usize {
        self.0 as usize
    }
}

/// A half-open range of bytes `start..end` of a file's decoded text; `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    start: TextOffset,
    end: TextOffset,
}

impl Span {
    /// The span from byte `start` to byte `end`; an inverted pair becomes the empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: TextOffset::new(start), end: TextOffset::new(end.max(start)) }
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start.to_usize()
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.end.to_usize()
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words themselves; empty where the span does not fit `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at its two ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start() + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

/// Converts byte offsets of one text to counts of Unicode code points, in any order, after one pass over it.
#[derive(Debug)]
pub struct CodePoints<'t> {
    bytes: &'t [u8],
    /// Code points before every `STEP`th byte.
    marks: Vec<usize>,
}

/// How many bytes a conversion counts at most.
const STEP: usize = 256;

impl<'t> CodePoints<'t> {
    /// A converter for the offsets of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut before = 0;
        let marks = bytes.chunks(STEP).map(|chunk| {
            let mark = before;
            before += first_bytes(chunk);
            mark
        });
        Self { bytes, marks: marks.collect() }
    }

    /// Code points before byte `byte`.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        let step = (byte / STEP).min(self.marks.len().saturating_sub(1));
        let mark = self.marks.get(step).copied().unwrap_or_default();
        mark + self.bytes.get(step * STEP..byte).map_or(0, first_bytes)
    }
}

/// How many of the bytes begin a code point.
fn first_bytes(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_count_forwards_and_back() {
        let text = "aé—b";
        let points = CodePoints::new(text);
        assert_eq!([points.at(0), points.at(3), points.at(6), points.at(1)], [0, 2, 3, 1]);
        assert_eq!([points.at(text.len()), points.at(99), CodePoints::new("").at(0)], [4, 4, 0]);
    }

    #[test]
    fn code_points_count_over_every_step() {
        let text = "é€x𝄞".repeat(3 * STEP);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), count);
        }
    }

    #[test]
    fn trim_keeps_the_words() {
        let text = "  a b \n";
        assert_eq!(Span::new(0, text.len()).trim(text).of(text), "a b");
        assert!(Span::new(0, 2).trim(text).is_empty());
    }
}
