//! Bytes become characters: byte-order marks, UTF-8, UTF-16, and the encodings of before.
//!
//! Decoders of those old encodings are large tables. In the browser the platform has them
//! (`TextDecoder`), so that the page hands its own over by [`use_platform_decoder`]; elsewhere
//! `encoding_rs` does it. Both follow the WHATWG Encoding Standard, so the result is the same.

use super::{detect, sniff};
use std::sync::OnceLock;

/// Reads bytes in an encoding of the WHATWG Encoding Standard, given by its name; what does not fit
/// becomes U+FFFD. `None` where the platform does not know the encoding.
pub type Decoder = fn(name: &str, bytes: &[u8]) -> Option<String>;

static PLATFORM: OnceLock<Decoder> = OnceLock::new();

/// Makes the platform's decoder the one for legacy encodings, once and for all.
pub fn use_platform_decoder(decoder: Decoder) {
    // a second call would hand over the same function
    let _ = PLATFORM.set(decoder);
}

/// What a file's bytes say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decoded {
    /// Characters.
    Text {
        /// With line ends as they were.
        content: String,
        /// How they were read.
        encoding: &'static str,
        /// How many places held bytes that the encoding does not know.
        replaced: usize,
    },
    /// No text.
    Other(sniff::Kind),
}

/// Decodes a file's bytes.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, true);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, false);
    }
    if let Some(little) = sniff::utf16(bytes) {
        return utf16(bytes, little);
    }
    if let Some(kind) = sniff::not_text(bytes) {
        return Decoded::Other(kind);
    }
    if is_utf8(bytes) {
        return utf8(bytes);
    }
    let encoding = detect::guess(bytes, legacy);
    counted(legacy(encoding, bytes), encoding)
}

fn utf8(bytes: &[u8]) -> Decoded {
    match std::str::from_utf8(bytes) {
        Ok(content) => Decoded::Text { content: content.to_owned(), encoding: "UTF-8", replaced: 0 },
        Err(_) => counted(String::from_utf8_lossy(bytes).into_owned(), "UTF-8"),
    }
}

fn utf16(bytes: &[u8], little: bool) -> Decoded {
    let units = bytes.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    });
    let mut content: String =
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if bytes.len() % 2 == 1 {
        content.push(char::REPLACEMENT_CHARACTER);
    }
    counted(content, if little { "UTF-16LE" } else { "UTF-16BE" })
}

fn counted(content: String, encoding: &'static str) -> Decoded {
    let replaced = content.matches(char::REPLACEMENT_CHARACTER).count();
    Decoded::Text { content, encoding, replaced }
}

/// Reads an encoding from before Unicode.
fn legacy(name: &'static str, bytes: &[u8]) -> String {
    let decoded = match PLATFORM.get() {
        Some(platform) => platform(name, bytes),
        None => own(name, bytes),
    };
    decoded.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(not(target_arch = "wasm32"))]
fn own(name: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(name.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// The browser has a decoder; without it there is UTF-8 only.
#[cfg(target_arch = "wasm32")]
fn own(_name: &str, _bytes: &[u8]) -> Option<String> {
    None
}

/// Whether bytes are UTF-8, or were: ten sound characters beyond ASCII to one broken place mean
/// damage and no other encoding.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound >= broken * 10
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
            Decoded::Text { content, encoding, replaced } => (content, encoding, replaced),
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
