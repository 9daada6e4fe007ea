//! What states the publication day outright.
//!
//! ```text
//! stated = label date            a header line, front matter, a property of the file, "Posted on …"
//!        | byline date | dateline date
//!        | "Minutes of the meeting held on" date    in one line, or "Held on" behind it
//!        | slug                  "AP-NY-04-05-17 1012EDT": month, day, year and a clock with its zone
//!        | [place ","] date      a line with little else, at the head or the foot; several are a diary
//!        | ("Dated" | "Done at" | "Given under my hand" | …) … date
//! ```

mod label;
mod written;

use super::{Anchor, AnchorSource, Clues, Evidence};
use crate::document::{Document, PartKind, Sentence};
use crate::ingest::Property;
use crate::span::Span;
use crate::timex::value::{PartialDate, TimexValue, Years};
use crate::timex::{Day, Grain, Interval};
use label::Rank;
use written::Written;

/// A date line holds little else: at most so many bytes.
const DATE_LINE: usize = 100;
/// How many sentences from its start and its end a document may state its day in.
const NEAR_TOP: usize = 8;
const NEAR_FOOT: usize = 5;
/// Words a date line may hold beside the date: a place and its region, a weekday, a time.
const OTHER_WORDS: usize = 5;

/// A day that something states.
struct Statement {
    rank: Rank,
    day: Day,
    span: Option<Span>,
    what: String,
}

/// A stretch of days that something outside the running text says the publication lies in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hint {
    pub(super) span: Option<Span>,
    pub(super) within: Interval,
    pub(super) reason: String,
}

/// The day a document states, if it does. `properties` are the file's own, where it holds one document.
pub(super) fn find(text: &str, properties: &[Property], clues: &Clues<'_>) -> Option<Anchor> {
    let reader = Reader { text, clues, document: clues.document };
    let mut statements: Vec<Statement> = properties
        .iter()
        .filter_map(|property| {
            let rank = label::rank(&property.key)?;
            let day = written::read(&property.value)?.day()?;
            Some(Statement { rank, day, span: None, what: format!("the file's “{}”", property.key) })
        })
        .collect();
    reader.parts(&mut statements);
    reader.head(&mut statements);
    reader.lines(&mut statements);
    reader.foot(&mut statements);
    let best = statements.into_iter().reduce(|best, next| if next.rank < best.rank { next } else { best })?;
    Some(Anchor {
        date: Some(Interval::day(best.day)),
        how: AnchorSource::Stated,
        candidates: Vec::new(),
        evidence: vec![Evidence { span: best.span, reason: format!("{} states it", best.what) }],
    })
}

/// The months that labelled lines and lines of their own name where no day is stated.
pub(super) fn hints(text: &str, properties: &[Property], clues: &Clues<'_>) -> Vec<Hint> {
    let reader = Reader { text, clues, document: clues.document };
    let of_file = properties.iter().filter_map(|property| {
        label::rank(&property.key)?;
        let within = written::read(&property.value)?.date;
        Some(Hint {
            span: None, within, reason: format!("the file's “{}” names this month", property.key)
        })
    });
    let of_lines = clues.document.sentences.iter().take(NEAR_TOP).filter_map(|sentence| {
        let (line, date) = reader.date_line(sentence, true)?;
        let span = Span::new(line.start() + date.start, line.start() + date.end);
        Some(Hint {
            span: Some(span),
            within: date.date,
            reason: "a line of its own names this month".into(),
        })
    });
    of_file.chain(of_lines).chain(copyright(text, clues.document)).collect()
}

/// Whether a header line's label dates the document, so that a day without a year in it is the document's.
pub(super) fn dates(text: &str, line: Span) -> bool {
    labelled(text, line).is_some()
}

/// The year of a notice at the head or the foot: "© 2017 Meridian Wire", "Copyright 2015–2017".
fn copyright(text: &str, document: &Document) -> Option<Hint> {
    let sentences = &document.sentences;
    let foot = sentences.len().saturating_sub(NEAR_FOOT).max(NEAR_TOP);
    let ends = sentences.iter().take(NEAR_TOP).chain(sentences.get(foot..).unwrap_or_default());
    ends.map(|sentence| sentence.span).find_map(|line| {
        let words = line.of(text);
        let notice =
            words.len() <= 2 * DATE_LINE && (words.contains('©') || opens_with(words, &["copyright", "(c)"]));
        let years = words.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4 && notice);
        let year =
            years.filter_map(|run| run.parse::<i16>().ok()).filter(|y| (1900..2200).contains(y)).max()?;
        let (first, last) = (Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?);
        let within = Interval { latest: last, grain: Grain::Year, ..Interval::day(first) };
        Some(Hint { span: Some(line), within, reason: format!("the notice of rights is of {year}") })
    })
}

/// Whether a document is dated entry by entry, as a diary or a chronicle is: it has no day of its own.
pub(super) fn is_diary(text: &str, clues: &Clues<'_>) -> bool {
    let reader = Reader { text, clues, document: clues.document };
    let mut days = reader.entries().map(|(_, _, day)| day);
    days.next().is_some_and(|first| days.any(|day| day != first))
}

struct Reader<'t> {
    text: &'t str,
    clues: &'t Clues<'t>,
    document: &'t Document,
}

impl Reader<'_> {
    /// The day that words name; where they leave the order of day and month open, as the document reads it.
    fn day_in(&self, span: Span) -> Option<(Span, Day)> {
        let words = span.of(self.text);
        if let Some(written) = written::read(words)
            && let Some(day) = written.day()
        {
            return Some((Span::new(span.start() + written.start, span.start() + written.end), day));
        }
        self.clues.mentions.iter().filter(|m| span.contains(m.span)).find_map(|mention| {
            let TimexValue::Calendar(PartialDate {
                year: Some(Years::Year(year)),
                month: Some(month),
                day: Some(day),
                ..
            }) = mention.value.value
            else {
                return None;
            };
            Some((mention.span, Day::from_ymd(year, month as i8, day as i8)?))
        })
    }

    /// Header lines, bylines and datelines.
    fn parts(&self, out: &mut Vec<Statement>) {
        for part in &self.document.parts {
            let (rank, what, span) = match part.kind {
                PartKind::Header => match labelled(self.text, part.span) {
                    Some((rank, value)) => (rank, "the header line", value),
                    None => continue,
                },
                PartKind::Byline => (Rank::Said, "the byline", part.span),
                PartKind::Dateline => (Rank::Said, "the dateline", part.span),
                _ => continue,
            };
            if let Some((span, day)) = self.day_in(span) {
                out.push(Statement { rank, day, span: Some(span), what: what.to_owned() });
            }
        }
    }

    /// Lines near the start that say what their date is: a label, a byline, minutes, a slug.
    fn head(&self, out: &mut Vec<Statement>) {
        let mut minutes = false;
        for sentence in self.document.sentences.iter().take(NEAR_TOP) {
            let line = sentence.span;
            let held = minutes && opens_with(line.of(self.text), &["held", "convened"]);
            minutes |= line.len() <= DATE_LINE && is_minutes(line.of(self.text));
            let part = self.document.part_of(sentence);
            let shown = matches!(part, PartKind::Caption | PartKind::FilePhoto);
            let digits = || line.of(self.text).bytes().filter(u8::is_ascii_digit).count();
            // the shortest date is "5-Apr-17"
            if shown || line.len() > 2 * DATE_LINE || digits() < 3 || !self.opens_line(line) {
                continue;
            }
            if let Some((span, day)) = slug(self.text, line) {
                let what = "the wire's slug".to_owned();
                out.push(Statement { rank: Rank::Said, day, span: Some(span), what });
            }
            let found = if let Some((rank, value)) = labelled(self.text, line) {
                Some((rank, value, "the labelled line"))
            } else if is_byline(line.of(self.text)) {
                Some((Rank::Said, line, "the byline"))
            } else if held || is_minutes(line.of(self.text)) {
                Some((Rank::Said, line, "the head of the minutes"))
            } else {
                None
            };
            if let Some((rank, span, what)) = found
                && let Some((span, day)) = self.day_in(span)
            {
                out.push(Statement { rank, day, span: Some(span), what: what.to_owned() });
            }
        }
    }

    /// Lines that hold a day and little else: the sentence's number, the date's span, the day.
    fn entries(&self) -> impl Iterator<Item = (usize, Span, Day)> + '_ {
        self.document.sentences.iter().enumerate().filter_map(|(at, sentence)| {
            let (line, date) = self.date_line(sentence, at < NEAR_TOP)?;
            let span = Span::new(line.start() + date.start, line.start() + date.end);
            Some((at, span, date.day()?))
        })
    }

    /// Date lines: one at the head, or one at the foot. Several different days are a diary's entries.
    fn lines(&self, out: &mut Vec<Statement>) {
        let mut entries = self.entries();
        let Some((at, span, day)) = entries.next() else { return };
        if entries.any(|(.., other)| other != day) {
            return;
        }
        let rank = if at < NEAR_TOP {
            Rank::DateLine
        } else if at + NEAR_FOOT >= self.document.sentences.len() {
            Rank::Foot
        } else {
            return;
        };
        out.push(Statement { rank, day, span: Some(span), what: "the date line".to_owned() });
    }

    /// Closing formulas and slugs.
    fn foot(&self, out: &mut Vec<Statement>) {
        let sentences = &self.document.sentences;
        for sentence in &sentences[sentences.len().saturating_sub(NEAR_FOOT)..] {
            let line = sentence.span;
            let digits = || line.of(self.text).bytes().filter(u8::is_ascii_digit).count();
            if line.len() > 4 * DATE_LINE || digits() < 3 || !self.opens_line(line) {
                continue;
            }
            if let Some((span, day)) = slug(self.text, line) {
                let what = "the wire's slug".to_owned();
                out.push(Statement { rank: Rank::Said, day, span: Some(span), what });
            } else if opens_with(line.of(self.text), FORMULAS)
                && let Some((span, day)) = self.day_in(line)
            {
                let what = "the closing formula".to_owned();
                out.push(Statement { rank: Rank::Foot, day, span: Some(span), what });
            }
        }
    }

    fn opens_line(&self, line: Span) -> bool {
        line.start() == self.document.span.start()
            || self.text[..line.start()]
                .trim_end_matches([' ', '\t', '>', '*', '_', '(', '[', '"'])
                .ends_with('\n')
    }

    /// A line that holds a date and little else, and the date. `title`: it may stand in the place of the
    /// headline, if nothing at all stands beside it.
    fn date_line(&self, sentence: &Sentence, title: bool) -> Option<(Span, Written)> {
        let line = sentence.span;
        let yeared =
            |words: &str| words.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
        if line.len() > DATE_LINE || !yeared(line.of(self.text)) {
            return None;
        }
        let others = match self.document.part_of(sentence) {
            PartKind::Body | PartKind::Header | PartKind::Subhead => OTHER_WORDS,
            PartKind::Headline if title => 1,
            _ => return None,
        };
        if !self.opens_line(line) {
            return None;
        }
        let words = line.of(self.text);
        let date = written::read(words)?;
        // "Opinion then: 23.3.1987", "Born: 5 April 1971": the label says that it is another day
        let label = words[..date.start].trim_end();
        if label.ends_with(':') && label::rank(label).is_none() {
            return None;
        }
        let mut count = 0;
        for word in words[..date.start].split_whitespace().chain(words[date.end..].split_whitespace()) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let plain = bare.chars().next().is_some_and(char::is_lowercase) && !LOWER.contains(&bare);
            if plain {
                return None;
            }
            count += usize::from(bare.chars().any(char::is_alphabetic) && !LOWER.contains(&bare));
        }
        (count <= others).then_some((line, date))
    }
}

/// Words that a date line writes small.
const LOWER: &[&str] = &[
    "am",
    "pm",
    "a.m",
    "p.m",
    "at",
    "on",
    "the",
    "of",
    "in",
    "den",
    "der",
    "le",
    "de",
    "del",
    "di",
    "near",
    "um",
    "uhr",
    "à",
    "a",
    "et",
    "and",
    "noon",
    "midnight",
    "morning",
    "evening",
    "afternoon",
    "night",
    "h",
    "o'clock",
    "o’clock",
    "on-the",
    "upon",
    "von",
    "am",
    "an",
    "bei",
    "sur",
    "la",
    "el",
];

/// Openings of closing formulas, lower case.
const FORMULAS: &[&str] = &[
    "dated",
    "date:",
    "done at",
    "done in",
    "done this",
    "given at",
    "given under",
    "given this",
    "given in",
    "signed at",
    "signed on",
    "signed this",
    "signed,",
    "witness my hand",
    "in witness whereof",
    "in testimony whereof",
    "executed this",
    "executed on",
    "sealed",
    "subscribed",
    "sworn",
    "so ordered",
    "written at",
    "posted",
    "published",
    "geschehen",
    "gegeben zu",
    "ausgefertigt",
    "unterzeichnet",
    "fait à",
    "fait le",
];

fn opens_with(line: &str, openings: &[&str]) -> bool {
    openings.iter().any(|opening| {
        line.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening))
            && line[opening.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric())
    })
}

/// "Label: value" or "Posted on value": the label's rank and where the value stands.
fn labelled(text: &str, line: Span) -> Option<(Rank, Span)> {
    let words = line.of(text);
    let value = |at: usize| Span::new(line.start() + at, line.end());
    if let Some(at) = words.find([':', '=', '|', '—', '–'])
        && let Some(rank) = label::rank(words[..at].trim_matches(['"', '\'', '*', '_', '-', ' ']))
    {
        return Some((rank, value(at)));
    }
    // without a mark the label is the words before the date, and nothing but a time stands behind it
    if words.len() > DATE_LINE {
        return None;
    }
    let first = words.find(|c: char| c.is_ascii_digit())?;
    let mut head: Vec<&str> = words[..first].split_whitespace().collect();
    while let Some(last) = head.last() {
        if let Some(rank) = label::rank(&head.concat()) {
            // "Published figures of 5 April 2017 show …" goes on in words
            let date = written::read(words)?;
            let behind = words[date.end..].split_whitespace();
            let prose = behind.filter(|w| w.chars().all(char::is_lowercase) && w.len() > 2).count();
            return (prose == 0 && head[0].len() > 2).then_some((rank, value(0)));
        }
        // "Posted by Ann Lee on Wednesday, 5 April 2017": names and small words may stand between
        let named = last.starts_with(char::is_uppercase) && !last.ends_with(':');
        if !(named || LOWER.contains(last) || *last == "by") {
            return None;
        }
        head.pop();
    }
    None
}

/// "By Ann Lee, 5 April 2017", whose numbers keep it from being a byline in itself.
fn is_byline(line: &str) -> bool {
    let Some(names) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else { return false };
    let Some(date) = written::read(names) else { return false };
    let capital = |word: &str| {
        let first = word.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next();
        first.is_none_or(char::is_uppercase) || LOWER.contains(&word)
    };
    date.start > 4 && names.len() <= DATE_LINE && names[..date.start].split_whitespace().all(capital)
}

/// Whether a line is the head of minutes: it names a meeting, and says nothing of another one.
fn is_minutes(line: &str) -> bool {
    let mut kept = false;
    for word in line.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let is = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
        if is(OTHER_MEETING) {
            return false;
        }
        kept |= is(MEETING);
    }
    kept
}

/// Words of which the head of minutes, of a record or of a protocol holds one.
const MEETING: &[&str] = &[
    "minutes",
    "proceedings",
    "transcript",
    "hearing",
    "sitting",
    "protokoll",
    "niederschrift",
    "sitzungsprotokoll",
    "verslag",
    "notulen",
    "verbale",
    "hansard",
    "deposition",
    "debates",
];
/// Words that tell of a meeting before or to come: the line is a notice, or an item inside the minutes.
const OTHER_MEETING: &[&str] = &[
    "notice",
    "agenda",
    "last",
    "previous",
    "next",
    "approved",
    "approval",
    "approve",
    "confirmed",
    "will",
    "cancelled",
    "postponed",
    "draft",
    "vorigen",
    "letzten",
    "nächsten",
    "einladung",
    "genehmigt",
    "were",
    "was",
];

/// A wire's time stamp, in the American order: "AP-NY-04-05-17 1012EDT", "04-05-17 10:12 GMT".
fn slug(text: &str, line: Span) -> Option<(Span, Day)> {
    let words = line.of(text);
    let bytes = words.as_bytes();
    let digits = |at: usize, count: usize| -> Option<i16> {
        let run = bytes.get(at..at + count)?;
        let bounded = bytes.get(at + count).is_none_or(|b| !b.is_ascii_digit());
        (run.iter().all(u8::is_ascii_digit) && bounded).then(|| words[at..at + count].parse().ok())?
    };
    for at in 0..bytes.len().saturating_sub(10) {
        if !bytes[at].is_ascii_digit() || (at > 0 && bytes[at - 1].is_ascii_digit()) {
            continue;
        }
        let (Some(month), Some(day)) = (digits(at, 2), digits(at + 3, 2)) else { continue };
        let joint = bytes[at + 2];
        if !matches!(joint, b'-' | b'/') || bytes.get(at + 5) != Some(&joint) {
            continue;
        }
        let (year, end) = match (digits(at + 6, 4), digits(at + 6, 2)) {
            (Some(year), _) => (year, at + 10),
            (None, Some(year)) => (if year < 69 { 2000 + year } else { 1900 + year }, at + 8),
            _ => continue,
        };
        let clock = words[end..].trim_start();
        let hours = clock.bytes().take_while(|b| b.is_ascii_digit() || *b == b':').count();
        let zone = clock[hours..].trim_start();
        let zoned =
            ZONES.iter().any(|z| zone.get(..z.len()).is_some_and(|head| head.eq_ignore_ascii_case(z)));
        if (4..=8).contains(&hours)
            && zoned
            && let Some(day) = Day::from_ymd(year, month as i8, day as i8)
        {
            return Some((Span::new(line.start() + at, line.start() + end), day));
        }
    }
    None
}

/// Zones of wire stamps.
const ZONES: &[&str] = &["EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "GMT", "UTC", "AED", "AES"];

/// The day or month that a file's name carries (`2017-04-26`, `20170426`, `report_5Apr2017`, `2017_04`),
/// and whether it is the name itself that does and not a folder above it.
pub(super) fn in_file_name(path: &str) -> Option<(Interval, bool)> {
    let mut steps = path.rsplit(['/', '\\']);
    let name = steps.next().unwrap_or_default();
    let plausible = |date: &Interval| (1400..2200).contains(&date.earliest.date().year());
    let date = |name: &str| written::read(name).map(|w| w.date).filter(plausible);
    if let Some(date) = date(name) {
        return Some((date, true));
    }
    // the nearest folder: "2017-04-26/letter.txt", or the last three: "2017/04/26/letter.txt"
    let folders: Vec<&str> = steps.take(3).collect();
    let joined = folders.iter().rev().copied().collect::<Vec<_>>().join("/");
    let numbers = folders.iter().rev().take(2).any(|f| f.len() == 4 && f.bytes().all(|b| b.is_ascii_digit()));
    folders
        .first()
        .and_then(|folder| date(folder))
        .or_else(|| if numbers { date(&joined) } else { None })
        .map(|date| (date, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_carry_days_and_months() {
        let read = |name| in_file_name(name).map(|(i, own)| (i.earliest.iso(), i.latest.iso(), own));
        let day = |iso: &str, own| Some((iso.to_owned(), iso.to_owned(), own));
        assert_eq!(read("notes/2017-04-26 minutes.txt"), day("2017-04-26", true));
        assert_eq!(read("minutes_20170426.txt"), day("2017-04-26", true));
        assert_eq!(read("report_5Apr2017.txt"), day("2017-04-05", true));
        assert_eq!(read("Brief vom 26.04.2017.txt"), day("2017-04-26", true));
        assert_eq!(read("wire-2016-02.txt"), Some(("2016-02-01".into(), "2016-02-29".into(), true)));
        assert_eq!(read("20179926.txt"), None);
        assert_eq!(read("1066 and all that.txt"), None);
        assert_eq!(read("2017-04-26/letter.txt"), day("2017-04-26", false));
        assert_eq!(read("archive/2017/04/26/letter.txt"), day("2017-04-26", false));
    }

    #[test]
    fn slugs_have_a_clock_and_a_zone() {
        let read = |words: &str| slug(words, Span::new(0, words.len())).map(|(_, day)| day.iso());
        assert_eq!(read("MD-HA-04-05-17 1012EDT").as_deref(), Some("2017-04-05"));
        assert_eq!(read("04/05/2017 10:12 GMT").as_deref(), Some("2017-04-05"));
        assert_eq!(read("MD-HA-04-05-17"), None);
        assert_eq!(read("Call 04-05-1712 1012"), None);
    }

    #[test]
    fn minutes_are_of_their_own_meeting() {
        assert!(is_minutes("Minutes of the parish meeting held on 5 April 2017"));
        for line in [
            "Minutes of the last meeting, 7 March 2017, were approved",
            "Notice of a hearing on 5 April 2017",
        ] {
            assert!(!is_minutes(line), "{line}");
        }
    }
}
