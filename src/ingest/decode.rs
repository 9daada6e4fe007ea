//! Bytes become characters: byte-order marks, UTF-8, UTF-16, and the encodings of before.

use super::sniff;
use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// What a file's bytes say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decoded {
    /// Characters.
    Text {
        /// With line ends as they were.
        content: String,
        /// How they were read.
        encoding: &'static Encoding,
        /// How many places held bytes that the encoding does not know.
        replaced: usize,
    },
    /// No text.
    Other(sniff::Kind),
}

/// How many bytes the detector of legacy encodings is shown.
const DETECT: usize = 256 * 1024;

/// Decodes a file's bytes.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..]);
    }
    if let Some(little) = sniff::utf16(bytes) {
        return with(if little { UTF_16LE } else { UTF_16BE }, bytes);
    }
    if let Some(kind) = sniff::not_text(bytes) {
        return Decoded::Other(kind);
    }
    if let Ok(content) = std::str::from_utf8(bytes) {
        return Decoded::Text { content: content.to_owned(), encoding: UTF_8, replaced: 0 };
    }
    if is_damaged_utf8(bytes) { with(UTF_8, bytes) } else { with(legacy(bytes), bytes) }
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (content, damaged) = encoding.decode_without_bom_handling(bytes);
    let replaced = if damaged { content.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
    Decoded::Text { content: content.into_owned(), encoding, replaced }
}

/// Whether most of what is not ASCII is sound UTF-8, so that the rest is damage and not another
/// encoding: ten sound characters to one broken place.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound >= broken * 10
}

/// Guesses an encoding from before Unicode, from the neighbourhood of the first byte beyond ASCII.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    let first = bytes.iter().position(|b| *b >= 0x80).unwrap_or(0);
    let start = first.saturating_sub(1024);
    let end = bytes.len().min(start + DETECT);
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes[start..end], true);
    detector.guess(None, false)
}

/// Turns `\r\n` and `\r` into `\n`. Texts without `\r` are returned as they are.
pub(crate) fn normalise(content: String) -> String {
    if !content.contains('\r') {
        return content;
    }
    let mut out = String::with_capacity(content.len());
    let mut rest = content.as_str();
    while let Some(at) = rest.find('\r') {
        out.push_str(&rest[..at]);
        out.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, &'static str, usize) {
        match decode(bytes) {
            Decoded::Text { content, encoding, replaced } => (content, encoding.name(), replaced),
            Decoded::Other(kind) => panic!("{kind:?}"),
        }
    }

    #[test]
    fn marks_and_encodings() {
        assert_eq!(text(b"\xEF\xBB\xBFZ\xC3\xBCrich"), ("Zürich".into(), "UTF-8", 0));
        assert_eq!(text(b"\xFF\xFEZ\0\xFC\0"), ("Zü".into(), "UTF-16LE", 0));
        assert_eq!(text(b"\xFE\xFF\0Z\0\xFC"), ("Zü".into(), "UTF-16BE", 0));
        assert_eq!(text(b"Z\0\xFC\0r\0i\0c\0h\0"), ("Zürich".into(), "UTF-16LE", 0));
        let latin = b"The caf\xE9 at Z\xFCrich was closed \x96 \x93for ever\x94.";
        assert_eq!(text(latin), ("The café at Zürich was closed – “for ever”.".into(), "windows-1252", 0));
        let (russian, name, _) =
            text(b"\xCF\xF0\xE8\xF8\xEB\xE0 \xE7\xE8\xEC\xE0, \xE8 \xF0\xE5\xEA\xE0 \xF1\xF2\xE0\xEB\xE0.");
        assert_eq!((russian.as_str(), name), ("Пришла зима, и река стала.", "windows-1251"));
    }

    #[test]
    fn damage_is_counted() {
        let mut bytes = "ÄÖÜäöüßéèêàâ".repeat(2).into_bytes();
        bytes.push(0xFF);
        let (content, name, replaced) = text(&bytes);
        assert_eq!((name, replaced), ("UTF-8", 1));
        assert!(content.ends_with('\u{FFFD}'));
    }

    #[test]
    fn line_ends() {
        assert_eq!(normalise("a\r\nb\rc\n\r\nd\r".into()), "a\nb\nc\n\nd\n");
    }
}
