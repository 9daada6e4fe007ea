//! Is it text at all? Magic numbers name the usual files that are not.

/// A kind of file that is no plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kind {
    /// With its article: "a PDF".
    pub(crate) name: &'static str,
    /// What the user can do about it.
    pub(crate) advice: Advice,
}

/// What helps with a file that is no plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Advice {
    /// It holds words that another program can write out.
    SaveAsText,
    /// It holds files.
    Unpack,
    /// It holds no words.
    None,
}

/// How much of a file is looked at, in bytes.
const SAMPLE: usize = 64 * 1024;

const fn kind(name: &'static str, advice: Advice) -> Kind {
    Kind { name, advice }
}

/// Signatures no text begins with. Sources: the formats' own specifications.
const SURE: &[(&[u8], Kind)] = &[
    (b"%PDF-", kind("a PDF", Advice::SaveAsText)),
    (b"%!PS", kind("a PostScript file", Advice::SaveAsText)),
    // made of letters, but of markup more than of words
    (b"{\\rtf", kind("an RTF document", Advice::SaveAsText)),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", kind("an old Office document", Advice::SaveAsText)),
    (b"\x89PNG\r\n\x1A\n", kind("a PNG picture", Advice::None)),
    (b"\xFF\xD8\xFF", kind("a JPEG picture", Advice::None)),
    (b"GIF87a", kind("a GIF picture", Advice::None)),
    (b"GIF89a", kind("a GIF picture", Advice::None)),
    (b"II*\0", kind("a TIFF picture", Advice::None)),
    (b"MM\0*", kind("a TIFF picture", Advice::None)),
    (b"\x1F\x8B", kind("a gzip archive", Advice::Unpack)),
    (b"7z\xBC\xAF\x27\x1C", kind("a 7-Zip archive", Advice::Unpack)),
    (b"Rar!\x1A\x07", kind("a RAR archive", Advice::Unpack)),
    (b"\xFD7zXZ\0", kind("an xz archive", Advice::Unpack)),
    (b"\x28\xB5\x2F\xFD", kind("a Zstandard archive", Advice::Unpack)),
    (b"SQLite format 3\0", kind("an SQLite database", Advice::None)),
    (b"\x7FELF", kind("a program", Advice::None)),
    (b"\0asm", kind("a program", Advice::None)),
    (b"\xCA\xFE\xBA\xBE", kind("a program", Advice::None)),
    (b"\xCF\xFA\xED\xFE", kind("a program", Advice::None)),
    (b"OggS\0", kind("a sound or film", Advice::None)),
    (b"fLaC\0", kind("a sound recording", Advice::None)),
    (b"\x1A\x45\xDF\xA3", kind("a film", Advice::None)),
    (b"wOFF\0", kind("a font", Advice::None)),
    (b"wOF2\0", kind("a font", Advice::None)),
    (b"\0\x01\0\0\0", kind("a font", Advice::None)),
];

/// Signatures made of letters: believed only where the bytes are no text.
const LIKELY: &[(&[u8], Kind)] = &[
    (b"MZ", kind("a program", Advice::None)),
    (b"BM", kind("a bitmap picture", Advice::None)),
    (b"ID3", kind("a sound recording", Advice::None)),
    (b"\xFF\xFB", kind("a sound recording", Advice::None)),
    (b"BZh", kind("a bzip2 archive", Advice::Unpack)),
    (b"PAR1", kind("a table in Parquet format", Advice::None)),
    (b"BOOKMOBI", kind("an e-book", Advice::SaveAsText)),
];

/// Names a file that is no text; `None` for text, in whatever encoding.
///
/// Call it after byte-order marks and UTF-16 have been ruled out: both put zero bytes into text.
pub(crate) fn not_text(bytes: &[u8]) -> Option<Kind> {
    if let Some((_, kind)) = SURE.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(*kind);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip(bytes));
    }
    if let Some(kind) = container(bytes) {
        return Some(kind);
    }
    if !is_binary(bytes) {
        return None;
    }
    let likely = LIKELY.iter().find(|(magic, _)| {
        bytes.starts_with(magic) || bytes.get(60..).is_some_and(|b| b.starts_with(magic) && magic.len() == 8)
    });
    Some(likely.map_or(kind("not a text file", Advice::None), |(_, kind)| *kind))
}

/// Containers whose signature stands some bytes in.
fn container(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"RIFF") {
        return match bytes.get(8..12)? {
            b"WEBP" => Some(kind("a WebP picture", Advice::None)),
            b"WAVE" => Some(kind("a sound recording", Advice::None)),
            b"AVI " => Some(kind("a film", Advice::None)),
            _ => None,
        };
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return match bytes.get(8..12)? {
            b"heic" | b"heix" | b"mif1" | b"avif" => Some(kind("a picture", Advice::None)),
            b"M4A " => Some(kind("a sound recording", Advice::None)),
            _ => Some(kind("a film", Advice::None)),
        };
    }
    (bytes.get(257..262) == Some(b"ustar")).then_some(kind("a tar archive", Advice::Unpack))
}

/// Office documents and e-books are ZIP archives; the names at the start of the archive tell which.
fn zip(bytes: &[u8]) -> Kind {
    let head = &bytes[..bytes.len().min(SAMPLE)];
    let holds = |name: &[u8]| head.windows(name.len()).any(|w| w == name);
    if holds(b"application/epub+zip") {
        kind("an EPUB book", Advice::SaveAsText)
    } else if holds(b"application/vnd.oasis.opendocument") {
        kind("an OpenDocument file", Advice::SaveAsText)
    } else if holds(b"word/") {
        kind("a Word document", Advice::SaveAsText)
    } else if holds(b"xl/") {
        kind("an Excel workbook", Advice::SaveAsText)
    } else if holds(b"ppt/") {
        kind("a PowerPoint presentation", Advice::SaveAsText)
    } else {
        kind("a ZIP archive", Advice::Unpack)
    }
}

/// Whether zero bytes or control characters are more than a slip. One stray in a thousand is let
/// pass: text from old systems carries some.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = sample.iter().filter(|b| **b == 0).count();
    let controls = sample.iter().filter(|b| matches!(b, 1..=6 | 14..=25 | 28..=31 | 127)).count();
    zeros * 1000 > sample.len() || controls * 50 > sample.len()
}

/// Recognises UTF-16 without a byte-order mark by where its zero bytes stand; `Some(true)` is
/// little-endian.
///
/// Latin text has a zero in nearly every pair; other scripts have one at each blank and line end.
pub(crate) fn utf16(bytes: &[u8]) -> Option<bool> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 4 {
        return None;
    }
    let pairs = sample.len() / 2;
    let count =
        |wanted: &dyn Fn(u8, u8) -> bool| sample.chunks_exact(2).filter(|p| wanted(p[0], p[1])).count();
    let (even, odd) = (count(&|a, _| a == 0), count(&|_, b| b == 0));
    let blanks = |first: bool| {
        count(&|a, b| {
            let (blank, zero) = if first { (a, b) } else { (b, a) };
            zero == 0 && matches!(blank, b' ' | b'\n' | b'\r')
        })
    };
    let sound = |zeros: usize, stray: usize, blanks: usize| {
        stray * 50 <= pairs && (zeros * 10 >= pairs * 4 || (blanks * 100 >= pairs * 4 && zeros >= blanks))
    };
    if sound(odd, even, blanks(true)) {
        Some(true)
    } else if sound(even, odd, blanks(false)) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_no_text() {
        let cases: &[(&[u8], &str)] = &[
            (b"%PDF-1.7\n", "a PDF"),
            (b"\x89PNG\r\n\x1A\n\0\0", "a PNG picture"),
            (b"PK\x03\x04\x14\0\x06\0word/document.xml", "a Word document"),
            (b"PK\x03\x04\x14\0\x06\0notes.txt", "a ZIP archive"),
            (b"{\\rtf1\\ansi Snow.}", "an RTF document"),
            (b"MZ\x90\0\x03\0\0\0\x04", "a program"),
            (b"a\0b\0\0\0\x01\x02", "not a text file"),
        ];
        for (bytes, name) in cases {
            assert_eq!(not_text(bytes).map(|k| k.name), Some(*name));
        }
        for text in [
            b"BM is short for something.".as_slice(),
            b"MZ",
            b"Plain.\n",
            "Żółw".as_bytes(),
            b"\x93Quoted\x94",
        ] {
            assert_eq!(not_text(text), None);
        }
    }

    #[test]
    fn sees_utf16_without_a_mark() {
        let encode = |text: &str, le: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|u| if le { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
        };
        for text in ["Plain words.\nMore.", "Пришла зима, и река стала.\nНикто не ждал."]
        {
            assert_eq!(utf16(&encode(text, true)), Some(true), "{text}");
            assert_eq!(utf16(&encode(text, false)), Some(false), "{text}");
        }
        assert_eq!(utf16(b"Plain words."), None);
        assert_eq!(utf16(&[0; 64]), None);
    }
}
