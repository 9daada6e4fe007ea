//! What the paragraphs of a wire report look like: byline, caption, credits, correction note.
//!
//! ```text
//! byline    = ("By" | "Written by") names          nothing else on the line
//! caption   = text credit | "FILE PHOTO" text
//! credit    = AGENCY "/" name | "via" agency | "(AP Photo/" name ")" | "Photo by" name | …
//! credits   = "(" ("Reporting" | "Writing" | "Editing" | …) " by " … ")"
//! correction = "(" ("This version of the story corrects" | "Corrects" | …) … ")"
//! ```
//!
//! Every check looks at a bounded number of bytes at a paragraph's two ends, so that a file without
//! line breaks costs no more than any other.

use super::chars::{contains, ends_with, is_capital_word, prefix, starts_with, suffix};
use super::dateline::{CONNECTIVES, is_agency};

/// Longest byline and longest caption that are believed, in bytes.
const BYLINE_MAX: usize = 160;
const CAPTION_MAX: usize = 2_000;
/// Longest credits and correction note that are believed, in bytes.
const NOTE_MAX: usize = 1_200;
/// How far from a caption's end its credit may begin, in bytes.
const CREDIT_REACH: usize = 160;

/// Whether a paragraph is a byline: "By" and names, nothing else.
pub(crate) fn is_byline(words: &str) -> bool {
    if words.len() > BYLINE_MAX || words.contains('\n') {
        return false;
    }
    let lead = ["By ", "BY ", "by ", "Written by ", "Story by ", "Words by ", "Report by "];
    let Some(names) = lead.iter().find_map(|l| words.strip_prefix(l)) else { return false };
    let names = names.trim();
    if names.ends_with(['.', '!', '?', ':', ';']) && !names.ends_with("Jr.") && !names.ends_with("Sr.") {
        return false;
    }
    let mut capitals = 0;
    for (i, word) in names.split([' ', ',', '/', '|']).filter(|w| !w.is_empty()).enumerate() {
        let joint = matches!(
            word,
            "and"
                | "in"
                | "for"
                | "of"
                | "the"
                | "at"
                | "&"
                | "-"
                | "–"
                | "—"
                | "de"
                | "der"
                | "den"
                | "van"
                | "von"
                | "bin"
                | "al"
                | "el"
                | "la"
                | "du"
                | "da"
                | "di"
                | "with"
                | "to"
        );
        if is_capital_word(word) || word.starts_with("al-") || word.starts_with("el-") {
            capitals += 1;
        } else if i == 0 || !joint {
            return false;
        }
    }
    (1..=24).contains(&capitals)
}

/// Whether a line below a byline says who the writer is: "Staff Writer", "Special to The Courier".
pub(crate) fn is_writer(words: &str) -> bool {
    words.len() <= 80
        && !words.ends_with('.')
        && (starts_with(words, "special to ")
            || [" writer", " writers", " correspondent", " reporter", " staff"]
                .iter()
                .any(|end| ends_with(words, end)))
}

/// A picture's text; `Some(true)` where it is a file photo.
pub(crate) fn caption(words: &str) -> Option<bool> {
    if words.len() > CAPTION_MAX {
        return None;
    }
    let file = [
        "FILE PHOTO",
        "File photo",
        "FILE -",
        "FILE –",
        "FILE —",
        "FILE IMAGE",
        "FILE PICTURE",
        "(FILE)",
        "ARCHIVE PHOTO",
    ];
    if file.iter().any(|lead| words.starts_with(lead)) {
        return Some(true);
    }
    let credit = credit(words)?;
    let shown = prefix(words, CREDIT_REACH);
    Some(
        contains(&words[credit..], "file photo")
            || (starts_with(words, "in this") && contains(shown, "file photo")),
    )
}

/// Where the credit at a caption's end begins.
fn credit(words: &str) -> Option<usize> {
    let tail = suffix(words, CREDIT_REACH);
    let offset = words.len() - tail.len();
    let bracketed = tail.ends_with([')', ']']);
    if tail.ends_with(['.', '!', '?', ':', ';', '”', '"']) && !ends_with(tail, "inc.") {
        return None;
    }
    // AGENCY/Name
    for (slash, _) in tail.match_indices('/') {
        let agency_start = tail[..slash].rfind([' ', '(', '[', '/', '\n']).map_or(0, |i| i + 1);
        let agency = &tail[agency_start..slash];
        let photo = agency == "Photo" && tail[..agency_start].ends_with("AP ");
        let name = tail[slash + 1..].trim_start();
        let capitals = agency.len() >= 2 && agency.chars().all(|c| c.is_uppercase() || c == '-' || c == '&');
        let known = is_agency(agency) || photo || ends_with(&tail[..slash], "getty images");
        let before = words[..offset + agency_start].trim_end_matches(['(', '[', ' ', '\n']);
        let closed = before.is_empty() || before.ends_with(['.', '!', '?', ')', '”', '"', '’', '\'']);
        if (known || (capitals && closed)) && is_names(name) && !before.is_empty() {
            return Some(offset + agency_start);
        }
    }
    // "… via Reuters TV"
    if let Some(via) = tail.rfind(" via ") {
        let name = tail[via + 5..].trim_end_matches([')', ']']);
        let capitals = name.len() >= 3 && name.chars().all(char::is_uppercase);
        if (is_agency(name) || capitals) && name.split(' ').count() <= 4 && is_names(name) {
            return Some(offset + via);
        }
    }
    for key in [
        "photo by ",
        "photo: ",
        "photograph by ",
        "photos by ",
        "photo credit",
        "photo courtesy",
        "picture: ",
        "image: ",
        "credit: ",
        "courtesy of ",
        "handout photo",
        "file photo",
        "ap photo",
        "[photo/",
        "(photo/",
    ] {
        if let Some(at) = rfind(tail, key) {
            let rest = tail[at..].trim_end_matches([')', ']']);
            let opened = at == 0
                || tail[..at]
                    .trim_end()
                    .ends_with(['.', '(', '[', '!', '?', ')', '|', '”', '—', '–', '-', '/']);
            if opened && !rest.contains(". ") && (bracketed || rest.len() <= 100) && offset + at > 0 {
                return Some(offset + at);
            }
        }
    }
    let tail = tail.trim_end_matches([')', ']']);
    let signed = ["getty images", "/ap", "/afp", "/epa"];
    signed.iter().find(|end| ends_with(tail, end)).map(|end| offset + tail.len() - end.len())
}

/// The last place of an ASCII `needle`, upper and lower case alike.
fn rfind(tail: &str, needle: &str) -> Option<usize> {
    let (hay, needle) = (tail.as_bytes(), needle.as_bytes());
    (0..=hay.len().checked_sub(needle.len())?)
        .rev()
        .find(|&i| hay[i..i + needle.len()].eq_ignore_ascii_case(needle))
}

/// Whether every word could stand in a credit: capitalised, a joint, or a handout's "via".
fn is_names(words: &str) -> bool {
    let mut any = false;
    for word in words.split([' ', '/', ',', '|', '\n']).filter(|w| !w.is_empty()) {
        let word = word.trim_matches(['(', ')', '[', ']', '.']);
        any |= is_capital_word(word);
        if !(word.is_empty()
            || is_capital_word(word)
            || CONNECTIVES.contains(&word)
            || matches!(
                word,
                "via" | "von" | "van" | "for" | "by" | "pool" | "bin" | "photo" | "file" | "handout"
            )
            || word.bytes().all(|b| b.is_ascii_digit()))
        {
            return false;
        }
    }
    any
}

/// Verbs that open credits, lower case.
#[rustfmt::skip]
const CREDIT_VERBS: &[&str] = &[
    "reporting by", "additional reporting", "reporting and writing by", "reporting and editing by",
    "reporting in", "writing by", "written by", "editing by", "edited by", "compiled by", "reported by",
    "produced by", "translation by", "translated by", "graphics by", "graphic by", "with reporting by",
    "contributed to this",
];

/// Whether a paragraph is the note on who reported, wrote and edited.
pub(crate) fn is_credits(words: &str) -> bool {
    if words.len() > NOTE_MAX {
        return false;
    }
    if let Some(inner) = bracketed(words) {
        return opens_credits(inner);
    }
    let end = suffix(words, 60);
    (words.len() <= 600 && CREDIT_VERBS[..8].iter().any(|v| starts_with(words, v)) && words.contains(';'))
        || (words.len() <= 400
            && (contains(end, "contributed to this report") || contains(end, "contributed to this story")))
}

/// Whether a line opens credits in brackets, wherever they end.
pub(crate) fn opens_note(line: &str) -> bool {
    line.strip_prefix(['(', '['])
        .is_some_and(|inner| CREDIT_VERBS.iter().any(|verb| starts_with(inner, verb)))
}

fn opens_credits(inner: &str) -> bool {
    let head = prefix(inner, 120);
    CREDIT_VERBS.iter().any(|verb| starts_with(head, verb))
        || (starts_with(head, "by ") && contains(inner, "editing by"))
        || ["; editing by", ", editing by", ". editing by", "contributed to this"]
            .iter()
            .any(|v| contains(inner, v))
}

/// Where credits in brackets begin that end a paragraph of running text.
pub(crate) fn trailing_credits(words: &str) -> Option<usize> {
    let open = match words.as_bytes().last()? {
        b')' => '(',
        b']' => '[',
        _ => return None,
    };
    let tail = suffix(words, NOTE_MAX);
    let offset = words.len() - tail.len();
    let at = tail.rfind(open)?;
    (offset + at > 0 && opens_credits(&tail[at + 1..tail.len() - 1])).then_some(offset + at)
}

/// Whether a paragraph tells what an earlier version had wrong.
pub(crate) fn is_correction(words: &str) -> bool {
    if words.len() > NOTE_MAX {
        return false;
    }
    if let Some(inner) = bracketed(words) {
        let verbs = [
            "corrects ",
            "corrected ",
            "corrects:",
            "correction",
            "refiles ",
            "clarifies ",
            "repeats ",
            "updates ",
            "updates:",
            "adds ",
            "recasts ",
            "removes ",
            "rewrites ",
            "fixes ",
            "recasts,",
            "adds,",
            "updates,",
            "corrects,",
        ];
        return verbs.iter().any(|v| starts_with(inner, v)) || tells_of_version(inner);
    }
    starts_with(words, "correction: ") || starts_with(words, "this version of the story corrects") || {
        tells_of_version(words) && words.len() <= 400
    }
}

fn tells_of_version(words: &str) -> bool {
    let head = prefix(words, 140);
    let subject = [
        "this version",
        "this story",
        "this article",
        "this report",
        "the story",
        "an earlier version",
        "a previous version",
        "this ",
    ];
    subject.iter().any(|s| starts_with(head, s))
        && [
            "story corrects",
            "article corrects",
            "version corrects",
            "report corrects",
            "corrects",
            "was corrected",
            "been corrected",
            "has been refiled",
            "is refiled",
            "has been updated to",
            "refiles",
            "removes",
            "clarifies",
        ]
        .iter()
        .any(|verb| contains(head, verb))
        && (contains(head, "story")
            || contains(head, "version")
            || contains(head, "article")
            || contains(head, "report"))
}

/// The inside of a paragraph that is one bracket from end to end.
fn bracketed(words: &str) -> Option<&str> {
    let inner = words
        .strip_prefix('(')
        .and_then(|w| w.strip_suffix(')'))
        .or_else(|| words.strip_prefix('[').and_then(|w| w.strip_suffix(']')))?;
    Some(inner.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for words in ["By Ann Lee", "By Ann Lee and Bo de Vries", "By ANN LEE", "By Ann Lee, Meridian Wire"] {
            assert!(is_byline(words), "{words}");
        }
        for words in ["By the sea", "By Friday it was over.", "By noon the town had fallen"] {
            assert!(!is_byline(words), "{words}");
        }
    }

    #[test]
    fn captions() {
        for (words, file) in [
            ("A ship lies off Giglio, Italy. MERIDIAN/Ann Lee", false),
            ("A ship lies off Giglio. REUTERS/ Ann Lee", false),
            ("FILE PHOTO: A ship lies off Giglio.", true),
            ("A ship lies off Giglio. MERIDIAN/Ann Lee/File Photo", true),
            ("A ship lies off Giglio. Harbour office via Reuters TV", false),
            ("A ship lies off Giglio. Harbour office/Handout via MERIDIAN", false),
            ("A ship lies off Giglio. (AP Photo/Ann Lee)", false),
            ("A ship lies off Giglio. Photo: Ann Lee", false),
        ] {
            assert_eq!(caption(words), Some(file), "{words}");
        }
        for words in
            ["The NATO/Russia council met on Monday.", "He photographed the ship.", "AC/DC play Oslo"]
        {
            assert_eq!(caption(words), None, "{words}");
        }
    }

    #[test]
    fn notes() {
        assert!(is_credits("(Reporting by Ann Lee; Editing by Bo Berg)"));
        assert!(is_credits("[Editing by Bo Berg]"));
        assert!(!is_credits("(He left early.)"));
        assert_eq!(trailing_credits("Snow fell. (Reporting by Ann Lee)"), Some(11));
        assert!(is_correction("(This version of the story corrects the day in paragraph 2)"));
        assert!(is_correction("(Corrects spelling of name in first paragraph)"));
        assert!(!is_correction("(This was in May.)"));
    }
}
