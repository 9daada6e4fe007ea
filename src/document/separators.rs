//! Lines that are no text: rules, "Document 3 of 12", page numbers, mail and export headers,
//! Markdown headings. Each check reads one line.

use super::chars::{is_capital_word, prefix, starts_with};
use super::dateline::is_month;

/// A rule across the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rule {
    /// The character it is made of.
    pub(crate) mark: char,
    /// Ten or more of them: drawn to be seen, not a scene break.
    pub(crate) long: bool,
}

/// Reads "-----", "* * *", "=====", "_____", and "-----Original Message-----" in mail threads.
pub(crate) fn rule(line: &str) -> Option<Rule> {
    let mark = line.chars().next()?;
    if mark == '-' && line.len() <= 60 && line.starts_with("---") && line.ends_with("---") {
        let words = line.trim_matches(['-', ' ']);
        let quoted =
            ["original message", "forwarded message", "ursprüngliche nachricht", "message d'origine"];
        if quoted.iter().any(|q| words.eq_ignore_ascii_case(q)) {
            return Some(Rule { mark, long: true });
        }
    }
    if !matches!(mark, '-' | '*' | '=' | '_' | '~' | '#' | '+' | '–' | '—' | '─' | '━' | '═' | '•' | '.')
    {
        return None;
    }
    let mut count = 0;
    for c in line.chars() {
        if c == mark {
            count += 1;
        } else if c != ' ' {
            return None;
        }
    }
    // an ellipsis on a line of its own is text
    let enough = if mark == '.' { 10 } else { 3 };
    (count >= enough).then_some(Rule { mark, long: count >= 10 })
}

/// Reads "Document 3 of 12", "3 of 12 DOCUMENTS", "Article 3 / 12".
pub(crate) fn is_marker(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let line = line.trim_matches(['-', '=', '*', '[', ']', '#', ' ', '<', '>']);
    let mut words = line.split_whitespace();
    let Some(first) = words.next() else { return false };
    let noun = |w: &str| {
        ["document", "documents", "article", "articles", "story", "stories", "item", "record", "result"]
            .iter()
            .any(|n| w.trim_end_matches(':').eq_ignore_ascii_case(n))
    };
    let counts = |n: Option<&str>, of: Option<&str>, m: Option<&str>| {
        n.is_some_and(is_count)
            && of.is_some_and(|o| o.eq_ignore_ascii_case("of") || o == "/")
            && m.is_some_and(is_count)
    };
    if noun(first) {
        counts(words.next(), words.next(), words.next()) && words.next().is_none()
    } else {
        counts(Some(first), words.next(), words.next())
            && words.next().is_some_and(noun)
            && words.next().is_none()
    }
}

/// Reads "Page 2 of 5" and returns the two numbers.
pub(crate) fn page(line: &str) -> Option<(u32, u32)> {
    if line.len() > 40 {
        return None;
    }
    let line = line.trim_matches(['-', '[', ']', ' ']);
    if !starts_with(line, "page ") {
        return None;
    }
    let mut words = line[5..].split_whitespace();
    let (n, of, m) = (words.next()?, words.next()?, words.next()?);
    if !(of.eq_ignore_ascii_case("of") || of == "/") || words.next().is_some() {
        return None;
    }
    Some((n.parse().ok()?, m.parse().ok()?))
}

fn is_count(word: &str) -> bool {
    !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| b.is_ascii_digit())
}

/// Reads the line that opens a message in an mbox: "From ann@example.org Mon Apr  3 10:00:00 2017".
pub(crate) fn is_mbox_from(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("From ") else { return false };
    let mut words = rest.split_whitespace();
    let sender = words.next().is_some_and(|s| s.contains('@') || s == "-" || s == "MAILER-DAEMON");
    let day = words.next().is_some_and(|d| ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].contains(&d));
    sender && day && words.next().is_some_and(is_month)
}

/// What a line of metadata names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// A letter's title or a document's: the value is a headline.
    Title,
    /// The value is a byline.
    Author,
    /// The value is a dateline.
    Dateline,
    /// When it was written or sent.
    Date,
    /// Who sent it.
    From,
    /// Anything else that stands in a header.
    Other,
}

/// Reads "Key: value"; gives the key's meaning and where the value begins.
pub(crate) fn header(line: &str) -> Option<(Key, usize)> {
    let colon = prefix(line, 40).find(':')?;
    let key = line[..colon].trim_end();
    let value = colon + 1 + (line[colon + 1..].len() - line[colon + 1..].trim_start().len());
    let mut lower = [0u8; 40];
    let lower = &mut lower[..key.len()];
    lower.copy_from_slice(key.as_bytes());
    lower.make_ascii_lowercase();
    let kind = match &*lower {
        b"title" | b"headline" | b"subject" | b"hed" | b"betreff" | b"objet" | b"asunto" | b"titel" => {
            Key::Title
        }
        b"author" | b"authors" | b"byline" | b"autor" => Key::Author,
        b"dateline" => Key::Dateline,
        b"date" | b"sent" | b"published" | b"published on" | b"pubdate" | b"publication date"
        | b"publish date" | b"date published" | b"posted" | b"updated" | b"last updated" | b"created"
        | b"modified" | b"last modified" | b"load-date" | b"datum" | b"gesendet" | b"issued" | b"filed" => {
            Key::Date
        }
        b"from" | b"von" | b"de" => Key::From,
        b"to"
        | b"cc"
        | b"bcc"
        | b"reply-to"
        | b"message-id"
        | b"in-reply-to"
        | b"references"
        | b"received"
        | b"return-path"
        | b"delivered-to"
        | b"mime-version"
        | b"content-type"
        | b"content-transfer-encoding"
        | b"content-disposition"
        | b"importance"
        | b"attachments"
        | b"section"
        | b"length"
        | b"language"
        | b"publication-type"
        | b"publication"
        | b"source"
        | b"sources"
        | b"copyright"
        | b"url"
        | b"link"
        | b"permalink"
        | b"tags"
        | b"category"
        | b"categories"
        | b"keywords"
        | b"slug"
        | b"layout"
        | b"draft"
        | b"document"
        | b"id"
        | b"lang"
        | b"graphic"
        | b"graphics"
        | b"journal-code"
        | b"document-type"
        | b"word count"
        | b"edition"
        | b"page"
        | b"pages"
        | b"volume"
        | b"issue"
        | b"publisher"
        | b"location"
        | b"an"
        | b"status"
        | b"x-mailer"
        | b"user-agent"
        | b"list-id"
        | b"an:" => Key::Other,
        key if key.starts_with(b"x-") => Key::Other,
        _ => return None,
    };
    Some((kind, value))
}

/// Reads a Markdown heading: its level and where its words begin.
pub(crate) fn heading(line: &str) -> Option<(u8, usize)> {
    let level = line.bytes().take_while(|&b| b == b'#').count();
    let words = line[level..].trim_start();
    let at = line.len() - words.len();
    ((1..=6).contains(&level) && at > level && !words.is_empty())
        .then_some((u8::try_from(level).unwrap_or(6), at))
}

/// Whether a line holds a date and nothing else: "April 26, 2017 / 6:22 PM", "2017-04-26", or a
/// letter's place and date: "London, 12 March 1915".
///
/// It must name a year or stand with "Published" or "Updated".
pub(crate) fn is_date_line(line: &str) -> bool {
    is_date(line)
        || line.split_once(", ").is_some_and(|(place, date)| {
            place.split(' ').count() <= 3 && place.split(' ').all(is_capital_word) && is_date(date)
        })
}

/// Whether a date line tells when a text appeared, so that it may stand below the first sentence.
pub(crate) fn says_published(line: &str) -> bool {
    ["published", "updated", "posted", "last updated", "last modified"]
        .iter()
        .any(|lead| starts_with(line, lead))
}

fn is_date(line: &str) -> bool {
    if line.len() > 80 || line.len() < 6 {
        return false;
    }
    let (mut month, mut year, mut day, mut said, mut numeric) = (false, false, false, false, false);
    for word in line.split([' ', ',', '|', '/', '•', '·', '(', ')', '[', ']', '\t']).filter(|w| !w.is_empty())
    {
        let bare = word.trim_matches(['.', ':', ';', '-', '–', '—', '*', '_']);
        if bare.is_empty() {
            continue;
        }
        if bare.bytes().all(|b| b.is_ascii_digit()) {
            match bare.len() {
                4 => year = true,
                1 | 2 => day = true,
                _ => return false,
            }
        } else if is_month(bare) {
            month = true;
        } else if is_numeric_date(bare) {
            numeric = true;
        } else if is_clock_or_ordinal(bare) {
            day |= bare.as_bytes()[0].is_ascii_digit() && !bare.contains(':');
        } else if is_date_word(bare) {
            said |= matches!(bare.as_bytes()[0], b'P' | b'p' | b'U' | b'u');
        } else {
            return false;
        }
    }
    numeric || (month && (year || (said && day))) || (year && day && line.contains('/') && !month && said)
}

fn is_numeric_date(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let joints = word.bytes().filter(|b| matches!(b, b'-' | b'.')).count();
    let head = word.split('T').next().unwrap_or_default();
    let plain = head.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
    plain && joints >= 2 && (6..=14).contains(&digits) && head.len() >= 8
}

fn is_clock_or_ordinal(word: &str) -> bool {
    let bytes = word.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 {
        return false;
    }
    let rest = &word[digits..];
    let clock = rest
        .strip_prefix(':')
        .is_some_and(|r| r.len() >= 2 && r.as_bytes()[0].is_ascii_digit() && r.len() <= 8);
    clock
        || ["st", "nd", "rd", "th", "am", "pm", "a.m", "p.m", "h"]
            .iter()
            .any(|s| rest.eq_ignore_ascii_case(s))
}

fn is_date_word(word: &str) -> bool {
    let mut lower = [0u8; 12];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    matches!(
        &*lower,
        b"monday"
            | b"tuesday"
            | b"wednesday"
            | b"thursday"
            | b"friday"
            | b"saturday"
            | b"sunday"
            | b"mon"
            | b"tue"
            | b"tues"
            | b"wed"
            | b"thu"
            | b"thur"
            | b"thurs"
            | b"fri"
            | b"sat"
            | b"sun"
            | b"montag"
            | b"dienstag"
            | b"mittwoch"
            | b"donnerstag"
            | b"freitag"
            | b"samstag"
            | b"sonntag"
            | b"am"
            | b"pm"
            | b"a.m"
            | b"p.m"
            | b"gmt"
            | b"utc"
            | b"est"
            | b"edt"
            | b"et"
            | b"cet"
            | b"cest"
            | b"bst"
            | b"pst"
            | b"pdt"
            | b"cst"
            | b"cdt"
            | b"mst"
            | b"mdt"
            | b"msk"
            | b"jst"
            | b"ist"
            | b"updated"
            | b"published"
            | b"posted"
            | b"on"
            | b"at"
            | b"last"
            | b"modified"
            | b"of"
            | b"the"
            | b"den"
            | b"uhr"
            | b"de"
            | b"date"
    )
}

/// Whether a line opens a chapter of a longer work: "Chapter IV", "LETTER 3", "XII.", "Part One".
pub(crate) fn is_chapter(line: &str) -> bool {
    let mut words = line.split([' ', '.', ':', '—', '-', ',']).filter(|w| !w.is_empty());
    let Some(first) = words.next() else { return false };
    let counted = words.next().is_none_or(|w| is_count(w) || is_roman(w) || is_number_word(w));
    let named = [
        "chapter",
        "part",
        "book",
        "letter",
        "volume",
        "section",
        "act",
        "scene",
        "canto",
        "appendix",
        "kapitel",
        "chapitre",
        "capítulo",
        "stave",
        "entry",
        "article",
        "lecture",
        "session",
        "item",
        "annex",
    ]
    .iter()
    .any(|c| first.eq_ignore_ascii_case(c));
    (named && counted) || is_roman(first) || is_section_number(line)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 7
        && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
        && word != "C"
}

fn is_number_word(word: &str) -> bool {
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "first", "second", "third", "fourth", "fifth", "the",
    ]
    .iter()
    .any(|n| word.eq_ignore_ascii_case(n))
}

/// "3. Apologies", "2.1 Method".
fn is_section_number(line: &str) -> bool {
    let digits = line.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let head = &line[..digits];
    digits > 0 && head.contains('.') && !head.starts_with('.') && line[digits..].starts_with([' ', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules() {
        assert_eq!(rule("-----"), Some(Rule { mark: '-', long: false }));
        assert_eq!(rule("* * *"), Some(Rule { mark: '*', long: false }));
        assert_eq!(rule("===================="), Some(Rule { mark: '=', long: true }));
        assert!(rule("-----Original Message-----").is_some());
        assert_eq!(rule("--"), None);
        assert_eq!(rule("- a -"), None);
        assert_eq!(rule("..."), None);
    }

    #[test]
    fn markers() {
        for line in ["Document 3 of 12", "3 of 12 DOCUMENTS", "Article 1 / 4", "--- Document 2 of 3 ---"] {
            assert!(is_marker(line), "{line}");
        }
        for line in ["Document 3", "3 of 12 people", "Page 1 of 3", "Two of 12 documents were lost"] {
            assert!(!is_marker(line), "{line}");
        }
        assert_eq!(page("Page 2 of 5"), Some((2, 5)));
        assert_eq!(page("Page two"), None);
    }

    #[test]
    fn headers() {
        assert_eq!(header("Subject: Snow"), Some((Key::Title, 9)));
        assert_eq!(header("X-Spam: no"), Some((Key::Other, 8)));
        assert_eq!(header("He said: no"), None);
        assert!(is_mbox_from("From ann@example.org Mon Apr  3 10:00:00 2017"));
        assert!(!is_mbox_from("From Oslo we went north in April."));
        assert_eq!(heading("## The siege"), Some((2, 3)));
        assert_eq!(heading("#hashtag"), None);
    }

    #[test]
    fn date_lines() {
        for line in [
            "7:41 p.m. EST, March 9, 2011",
            "April 26, 2017 / 6:22 PM",
            "2017-04-26",
            "Wednesday, 26 April 2017",
            "London, 12 March 1915",
            "26.04.2017",
            "Published April 26",
            "3rd May 1851",
        ] {
            assert!(is_date_line(line), "{line}");
        }
        for line in ["April was cold", "12 men", "May 2017 was cold", "10.0.0.1 is down", "The 1914 war"] {
            assert!(!is_date_line(line), "{line}");
        }
    }

    #[test]
    fn chapters() {
        for line in ["Chapter IV", "CHAPTER 12. The siege", "XII.", "Letter 3", "3. Apologies"] {
            assert!(is_chapter(line), "{line}");
        }
        for line in ["Snow falls on Oslo", "Part of the roof is lost", "12 dead in Oslo"] {
            assert!(!is_chapter(line), "{line}");
        }
    }
}
