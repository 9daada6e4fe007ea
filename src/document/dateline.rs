//! The dateline: place and agency before the first sentence of a report.
//!
//! ```text
//! dateline  = [places ["," date]] "(" agency ")" dash | PLACES ["," region] ["," date] dash
//! places    = place (("/" | " and ") place)*       a known agency lets them be in mixed case
//! ```

use super::chars::{is_capital_word, prefix};
use crate::span::Span;

/// Place and agency before the first sentence of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filed {
    /// One past the last byte of "PARIS (Reuters)".
    pub(crate) end: usize,
    /// Where the first sentence begins, behind the dash.
    pub(crate) body: usize,
    /// How much it takes to write this by accident.
    pub(crate) proof: Proof,
}

/// How sure a dateline is to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Proof {
    /// One name in capitals and a dash: "WASHINGTON —". Also "CHAIR — …" in minutes.
    Bare,
    /// A name in capitals with a region or a day: "KYIV, Ukraine —".
    Place,
    /// An agency in brackets: "PARIS (Reuters) –".
    Agency,
}

/// How far into a paragraph a dateline may reach, in bytes.
const DATELINE_REACH: usize = 160;
/// News agencies and broadcasters as they sign datelines and pictures, by their first word.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "AA", "AAP", "ABC", "AFP", "AKI", "ANI", "ANSA", "AP", "APA", "APP", "ATS", "Agence", "Anadolu",
    "Antara", "Associated", "BBC", "BNS", "Belga", "Bernama", "Bloomberg", "CBC", "CBS", "CNA", "CNN",
    "CNS", "CP", "CTK", "Canadian", "DPA", "EFE", "EPA", "Fox", "Getty", "IANS", "INA", "INTERFAX", "IPS",
    "IRNA", "ITAR-TASS", "Interfax", "JTA", "KUNA", "Kyodo", "LUSA", "Lusa", "MENA", "MarketWatch", "MTI",
    "NAN", "NBC", "NNA", "NTB", "PA", "PAP", "PTI", "Petra", "REUTERS", "RFE/RL", "RIA", "RNS", "RTTNews",
    "Reuters", "Ritzau", "SANA", "SAPA", "SDA", "SPA", "STT", "Scripps", "Sky", "TASS", "TNS", "TT", "Tass",
    "Thomson", "UPI", "VOA", "WAM", "XINHUA", "Xinhua", "Yonhap", "dpa", "epd", "kna", "sid",
];

/// Months as datelines write them (English, German, French, Spanish), lower case, without the stop.
/// The lexicon of dates comes later in the pipeline; this list only tells a day from a region.
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
    "dec", "januar", "jänner", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "janvier",
    "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre",
];

/// Whether `word`, without marks around it, names a month.
pub(crate) fn is_month(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    word.len() <= 12 && MONTHS.contains(&word.to_lowercase().as_str())
}

/// Reads the dateline at the start of a paragraph.
pub(crate) fn read(text: &str, span: Span) -> Option<Filed> {
    let whole = span.of(text);
    let head = prefix(whole, DATELINE_REACH);
    let (at, mark) = first_break(head)?;
    let place = head[..at].trim_end();
    let at_start = |offset: usize| span.start() + offset;
    if mark == '(' {
        let close = at + head[at..].find(')')?;
        let agency = head[at + 1..close].trim();
        let place = place.trim_end_matches(',').trim_end();
        let known = is_agency(agency);
        let rest = &head[close + 1..];
        let dash = dash_at(rest);
        let alone = whole.len() == close + 1;
        let sound = if place.starts_with("By ") {
            false
        } else if known {
            (place.is_empty() && dash.is_some())
                || (is_place_list(place) && (dash.is_some() || alone || in_capitals(place)))
        } else {
            dash.is_some() && is_agency_like(agency) && in_capitals(place) && is_place_list(place)
        };
        let skipped = dash.unwrap_or(0);
        let body = close + 1 + skipped;
        let body = body + blank(&head[body..]);
        return sound.then(|| Filed { end: at_start(close + 1), body: at_start(body), proof: Proof::Agency });
    }
    if let Some(filed) = release(head, place) {
        let [end, body] = filed.map(at_start);
        return Some(Filed { end, body, proof: Proof::Agency });
    }
    let width = dash_at(&head[at..]).or_else(|| dash_at(&head[place.len()..]))?;
    let body = at + width + blank(head.get(at + width..).unwrap_or_default());
    // "LONDON, June 3.—", but "RALEIGH, N.C. —"
    let place = match place.strip_suffix('.') {
        Some(bare) if at == place.len() || bare.ends_with(|c: char| c.is_ascii_digit()) => bare,
        _ => place.trim_end_matches(','),
    };
    // a dateline on a line of its own ends with its dash
    let opens = whole.get(body..)?.chars().next().unwrap_or('“');
    if !(opens.is_uppercase()
        || opens.is_ascii_digit()
        || matches!(opens, '“' | '"' | '‘' | '\'' | '`' | '$'))
    {
        return None;
    }
    if !is_place_list(place) || place.starts_with("By ") {
        return None;
    }
    let region = place.contains(',');
    let proof = match (in_capitals(place), region) {
        (true, true) => Proof::Place,
        (true, false) if place.len() >= 4 && !is_label(place) => Proof::Bare,
        (false, true) if has_day(place) => Proof::Place,
        _ => return None,
    };
    Some(Filed { end: at_start(place.len()), body: at_start(body), proof })
}

/// Press releases put the wire between two dashes: "AUSTIN, Texas--(BUSINESS WIRE)--". Gives the
/// dateline's end and the first sentence's start.
fn release(head: &str, place: &str) -> Option<[usize; 2]> {
    let open = place.len() + dash_at(&head[place.len()..])?;
    let wire = head[open..].strip_prefix('(')?;
    let close = open + 1 + wire.find(')')?;
    let body = close + 1 + dash_at(&head[close + 1..])?;
    let body = body + blank(&head[body..]);
    let sound = in_capitals(place) && is_place_list(place) && is_agency_like(&head[open + 1..close]);
    sound.then_some([close + 1, body])
}

/// The first bracket or dash that may end a dateline's places. A word in lower case that stands in no name of
/// a place ends the search: most paragraphs are known by their second word.
fn first_break(head: &str) -> Option<(usize, char)> {
    let bytes = head.as_bytes();
    let mut at = 0;
    let mut before = ' ';
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            let length = bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            let word = &head[at..at + length];
            if byte.is_ascii_lowercase() && matches!(before, ' ' | '/' | '\n') && !CONNECTIVES.contains(&word)
            {
                return None;
            }
            at += length;
            before = 'a';
            continue;
        }
        let c = head[at..].chars().next()?;
        let after = head[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let spaced = before.is_whitespace() || after.is_whitespace();
        match c {
            '(' | '—' | '―' => return Some((at, c)),
            '–' if spaced => return Some((at, c)),
            '-' if after == '-' || (before.is_whitespace() && after.is_whitespace()) => return Some((at, c)),
            '_' if before.is_whitespace() => return Some((at, c)),
            ':' | ';' | '!' | '?' | '“' | '”' | '"' => return None,
            _ => before = c,
        }
        at += c.len_utf8();
    }
    None
}

/// The width of a dash at the start of `rest`, blanks before it included.
fn dash_at(rest: &str) -> Option<usize> {
    let lead = blank(rest);
    let bytes = &rest[lead..];
    let dash: usize =
        bytes.chars().take_while(|c| matches!(c, '-' | '–' | '—' | '―' | '_')).map(char::len_utf8).sum();
    (dash > 0).then_some(lead + dash)
}

fn blank(rest: &str) -> usize {
    rest.len() - rest.trim_start().len()
}

pub(crate) fn is_agency(name: &str) -> bool {
    let first = name.split([' ', ',', ';']).next().unwrap_or_default();
    AGENCIES.contains(&first)
}

/// An agency the program does not know: a few capitalised words.
fn is_agency_like(name: &str) -> bool {
    name.len() >= 2
        && name.len() <= 40
        && name.split(' ').count() <= 4
        && name.split(' ').all(|w| is_capital_word(w) || matches!(w, "of" | "the" | "and" | "&"))
}

/// Words that stand inside place names without a capital.
#[rustfmt::skip]
pub(crate) const CONNECTIVES: &[&str] = &[
    "de", "del", "della", "der", "des", "di", "do", "da", "dos", "du", "la", "le", "les", "el", "al", "of",
    "the", "and", "upon", "on", "an", "am", "im", "in", "near", "off", "sur", "sous", "en", "et", "und",
    "y", "e", "bei", "&",
];

/// "AMMAN/BEIRUT", "MOSUL, Iraq", "LONDON, March 3": names, connectives, the numbers of a day.
fn is_place_list(place: &str) -> bool {
    let mut names = 0;
    let mut words = 0;
    for word in place.split([' ', '/', '\n']).filter(|w| !w.is_empty()) {
        words += 1;
        let bare = word.trim_end_matches([',', '.']);
        if is_capital_word(bare) {
            names += 1;
        } else if !(CONNECTIVES.contains(&bare)
            || (names > 0 && bare.bytes().all(|b| b.is_ascii_digit()) && has_day(place)))
        {
            return false;
        }
    }
    names > 0
        && words <= 12
        && place.len() <= 90
        && place.chars().next().is_some_and(char::is_uppercase)
        // a stop inside is an abbreviation's ("RALEIGH, N.C."), not a sentence's
        && place.match_indices(". ").all(|(at, _)| place[..at].rsplit([' ', '.']).next().is_some_and(|w| w.len() <= 6))
}

fn has_day(place: &str) -> bool {
    place.split([' ', ',', '\n']).any(is_month) && place.bytes().any(|b| b.is_ascii_digit())
}

/// Whether the words before the first comma are in capitals.
fn in_capitals(place: &str) -> bool {
    let first = place.split(',').next().unwrap_or_default();
    let mut letters = 0;
    for word in first.split([' ', '/', '\n']).filter(|w| !w.is_empty() && !CONNECTIVES.contains(w)) {
        if word.chars().any(char::is_lowercase) {
            // "al-HASAKAH", "McALLEN"
            let capitals = word.chars().filter(|c| c.is_uppercase()).count();
            let small = word.chars().filter(|c| c.is_lowercase()).count();
            if small > 2 || capitals < 3 {
                return false;
            }
        }
        letters += word.chars().filter(|c| c.is_alphabetic()).count();
    }
    letters >= 3
}

/// Words in capitals before a dash that announce something else than a place.
fn is_label(word: &str) -> bool {
    let first = word.split(' ').next().unwrap_or_default().trim_end_matches('.');
    matches!(
        first,
        "NOTE"
            | "UPDATE"
            | "EDITOR"
            | "EDITORS"
            | "EDITOR'S"
            | "EDITOR’S"
            | "WARNING"
            | "CHAPTER"
            | "PART"
            | "BREAKING"
            | "CORRECTION"
            | "URGENT"
            | "SUMMARY"
            | "ANALYSIS"
            | "FACTBOX"
            | "TIMELINE"
            | "FEATURE"
            | "FILE"
            | "CHAIR"
            | "CHAIRMAN"
            | "PRESIDENT"
            | "CHAIRPERSON"
            | "MR"
            | "MRS"
            | "MS"
            | "DR"
            | "THE"
            | "NATO"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filed(words: &str) -> Option<(&str, &str)> {
        read(words, Span::new(0, words.len())).map(|f| (&words[..f.end], &words[f.body..]))
    }

    #[test]
    fn datelines() {
        let accepts = [
            ("LISBON (Meridian) – Rain fell.", "LISBON (Meridian)", "Rain fell."),
            ("OSLO/BERGEN (Reuters) – Snow fell.", "OSLO/BERGEN (Reuters)", "Snow fell."),
            ("TUNIS, Tunisia, (AFP) - Sand blew.", "TUNIS, Tunisia, (AFP)", "Sand blew."),
            ("DENVER (AP) _ Hail fell.", "DENVER (AP)", "Hail fell."),
            ("DENVER (AP) _", "DENVER (AP)", ""),
            ("HANOI, May 3 (Xinhua) -- Rain fell.", "HANOI, May 3 (Xinhua)", "Rain fell."),
            ("Porto Alegre, Brazil (CNN) -- Rain fell.", "Porto Alegre, Brazil (CNN)", "Rain fell."),
            ("RIGA, Latvia — Snow fell.", "RIGA, Latvia", "Snow fell."),
            ("RALEIGH, N.C. -- Hail fell.", "RALEIGH, N.C.", "Hail fell."),
            ("MADRID, June 3.—The king left.", "MADRID, June 3", "The king left."),
            ("OTTAWA — Snow fell.", "OTTAWA", "Snow fell."),
            ("OTTAWA _", "OTTAWA", ""),
            ("AUSTIN, Texas--(BUSINESS WIRE)--Snow fell.", "AUSTIN, Texas--(BUSINESS WIRE)", "Snow fell."),
            (
                "OSLO, Jan. 4, 2010 /Snow Newswire/ -- Snow fell.",
                "OSLO, Jan. 4, 2010 /Snow Newswire/",
                "Snow fell.",
            ),
            ("January 4 (Reuters) - Snow fell.", "January 4 (Reuters)", "Snow fell."),
            ("(Reuters) - Snow fell.", "(Reuters)", "Snow fell."),
        ];
        for (words, want, rest) in accepts {
            assert_eq!(filed(words), Some((want, rest)), "{words}");
        }
        for words in [
            "The king (Charles) – a vain man – left.",
            "Snow fell — a lot of it.",
            "WHO — an agency",
            "He left (AP) early.",
            "NOTE — This is old.",
            "A man in Oslo (who had no coat) – froze.",
        ] {
            assert_eq!(filed(words), None, "{words}");
        }
    }
}
