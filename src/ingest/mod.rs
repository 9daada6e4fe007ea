//! A file's bytes become a [`Text`].
//!
//! Nothing here fails: a file that holds no text gives an empty [`Text`] and one [`Warning`]
//! that says why in a line a user can read.

mod decode;
mod detect;
mod sniff;

pub use decode::{Decoder, use_platform_decoder};

use decode::Decoded;
use serde::{Deserialize, Serialize};
use sniff::Advice;

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
    /// What the file says of itself outside its text: the metadata of a web page or an office document, in
    /// the order it stands. Front matter is text, and is read there.
    pub properties: Vec<Property>,
}

/// A named value that a file carries beside its text, as the reader of its format found it: a web page's
/// `article:published_time`, a document's `dcterms:created`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Property {
    /// The name as the format has it.
    pub key: String,
    /// The value, decoded.
    pub value: String,
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
    let name = source.name.as_str();
    let nothing = |kind, message| {
        let text = Text { content: String::new(), encoding: "UTF-8".into(), properties: Vec::new() };
        (text, vec![Warning { kind, message }])
    };
    if bytes.is_empty() {
        return nothing(WarningKind::Empty, format!("{name} is empty."));
    }
    if bytes.len() > LARGEST {
        let message = format!("{name} is larger than 1 GB. Cut it into smaller files and drop those.");
        return nothing(WarningKind::Binary, message);
    }
    let (content, encoding, replaced) = match decode::decode(bytes) {
        Decoded::Text { content, encoding, replaced } => (decode::normalise(content), encoding, replaced),
        Decoded::Other(kind) => {
            let advice = match kind.advice {
                Advice::SaveAsText => {
                    "this version reads plain text only. Save it as text and drop it again."
                }
                Advice::Unpack => "unpack it and drop the text files in it.",
                Advice::None => "Dateline reads text only.",
            };
            return nothing(WarningKind::Binary, format!("{name} is {}; {advice}", kind.name));
        }
    };
    if content.trim().is_empty() {
        return nothing(WarningKind::Empty, format!("{name} holds nothing but white space."));
    }
    let mut warnings = Vec::new();
    if replaced > 0 {
        let (places, are) = if replaced == 1 { ("place", "is") } else { ("places", "are") };
        warnings.push(Warning {
            kind: WarningKind::Undecodable,
            message: format!(
                "{name} was read as {encoding}; {replaced} {places} could not be read and {are} shown as \u{FFFD}. \
                 Saving it as UTF-8 helps."
            ),
        });
    }
    (Text { content, encoding: encoding.into(), properties: Vec::new() }, warnings)
}

/// The largest file that is read, in bytes: decoding may treble it, and spans count to 4 GiB.
const LARGEST: usize = 1 << 30;

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, bytes: &[u8]) -> (Text, Vec<Warning>) {
        ingest(&Source { name: name.into(), modified: None }, bytes)
    }

    #[test]
    fn says_what_is_wrong_in_one_line() {
        let cases: &[(&str, &[u8], WarningKind, &str)] = &[
            ("empty.txt", b"", WarningKind::Empty, "empty.txt is empty."),
            ("blank.txt", b" \r\n\t\n", WarningKind::Empty, "blank.txt holds nothing but white space."),
            (
                "report.pdf",
                b"%PDF-1.4 ...",
                WarningKind::Binary,
                "report.pdf is a PDF; this version reads plain text only. Save it as text and drop it again.",
            ),
            (
                "a.zip",
                b"PK\x03\x04 notes",
                WarningKind::Binary,
                "a.zip is a ZIP archive; unpack it and drop the text files in it.",
            ),
            (
                "a.bin",
                &[0, 1, 2, 3, 0, 9, 200, 0],
                WarningKind::Binary,
                "a.bin is not a text file; Dateline reads text only.",
            ),
        ];
        for (name, bytes, kind, message) in cases {
            let (text, warnings) = read(name, bytes);
            assert!(text.content.is_empty());
            assert_eq!(warnings, [Warning { kind: *kind, message: (*message).into() }]);
        }
    }

    #[test]
    fn reads_text_without_a_word() {
        let (text, warnings) = read("a.txt", b"One.\r\nTwo.");
        assert_eq!((text.content.as_str(), text.encoding.as_str()), ("One.\nTwo.", "UTF-8"));
        assert!(warnings.is_empty());
    }
}
