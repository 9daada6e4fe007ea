//! Dates as labels, heads of letters, file names and metadata write them: short strings that hold little
//! else, in whatever language.
//!
//! ```text
//! date    = YYYY sep MM sep DD | YYYYMMDD | D Month YYYY | Month D YYYY | YYYY Month D
//!         | D "." M "." YYYY | D sep M sep YYYY        which of the two is the day: see [`numeric`]
//!         | D roman YYYY | D "-" Month "-" YY
//!         | Month YYYY | YYYY sep MM                   a month only
//! ```
//!
//! Words like "of", "day", "the", "den", "le", "de" may stand between the fields, a weekday beside them.

use crate::lexicon;
use crate::timex::{Day, Grain, Interval};
use crate::{document::Language, lexicon::Reading};

/// A date and where it stands in the string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::timex::anchor) struct Written {
    /// First byte.
    pub(in crate::timex::anchor) start: usize,
    /// One past the last.
    pub(in crate::timex::anchor) end: usize,
    /// The day, or the month.
    pub(in crate::timex::anchor) date: Interval,
}

impl Written {
    /// The day, where it is one.
    pub(in crate::timex::anchor) fn day(&self) -> Option<Day> {
        (self.date.earliest == self.date.latest).then_some(self.date.earliest)
    }
}

/// Longest string that is read, in bytes: more is text.
const LONGEST: usize = 400;

/// The first day the words name, else the first month.
pub(in crate::timex::anchor) fn read(words: &str) -> Option<Written> {
    if words.len() > LONGEST || !words.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let bits = bits(words);
    let weekday = bits.iter().find_map(|bit| match bit.piece {
        Piece::Weekday(weekday) => Some(weekday),
        _ => None,
    });
    let day = (0..bits.len()).find_map(|at| day_at(words, &bits[at..], weekday));
    // "31 February 2017" is no February
    let numbered = |at: usize| {
        let before = at.checked_sub(1).map(|b| bits[b]);
        before.is_some_and(|b| {
            matches!(b.piece, Piece::Number { digits: 1..=2, .. }) && near(words, &b, &bits[at])
        })
    };
    day.or_else(|| (0..bits.len()).filter(|at| !numbered(*at)).find_map(|at| month_at(words, &bits[at..])))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// A number, how many digits it has, and whether an ordinal's ending stands on it.
    Number {
        value: i32,
        digits: usize,
        ordinal: bool,
    },
    Month(i8),
    Roman(i8),
    Weekday(u8),
    Word,
}

#[derive(Debug, Clone, Copy)]
struct Bit {
    piece: Piece,
    start: usize,
    end: usize,
}

/// Endings of ordinal numbers; "3d" and "2d" were usual in the nineteenth century.
const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "d", "er", "o", "a", "º", "ª", "°", "ter", "te", "ten"];
/// Words that may stand between the fields.
const FILLERS: &[&str] =
    &["of", "day", "the", "den", "der", "dem", "le", "de", "del", "di", "am", "on", "anno", "year", "a", "d"];

fn bits(words: &str) -> Vec<Bit> {
    let mut out: Vec<Bit> = Vec::new();
    let mut at = 0;
    while let Some(first) = words[at..].chars().next() {
        let class =
            |c: char| if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic() || c == '°') * 2 };
        let kind = class(first);
        let end = at + words[at..].find(|c| class(c) != kind).unwrap_or(words.len() - at);
        let run = &words[at..end];
        match kind {
            1 => {
                let value = run.get(..8).unwrap_or(run).parse().unwrap_or(i32::MAX);
                out.push(Bit {
                    piece: Piece::Number { value, digits: run.len(), ordinal: false },
                    start: at,
                    end,
                });
            }
            2 => {
                let lower = run.to_lowercase();
                match out.last_mut() {
                    Some(Bit { piece: Piece::Number { ordinal, digits: 1..=2, .. }, end: stop, .. })
                        if *stop == at && ORDINALS.contains(&lower.as_str()) =>
                    {
                        *ordinal = true;
                        *stop = end;
                    }
                    _ if FILLERS.contains(&lower.as_str()) => {}
                    _ => out.push(Bit { piece: word(run, &lower), start: at, end }),
                }
            }
            _ => {}
        }
        at = end;
    }
    out
}

fn word(run: &str, lower: &str) -> Piece {
    if let Ok(row) = MONTHS.binary_search_by(|(name, _)| (*name).cmp(lower)) {
        return Piece::Month(MONTHS[row].1);
    }
    for language in [Language::English, Language::German] {
        for reading in lexicon::of(language).readings(lower) {
            match reading {
                Reading::Month(month) => return Piece::Month(*month as i8),
                Reading::Weekday(weekday) => return Piece::Weekday(*weekday),
                _ => {}
            }
        }
    }
    ROMAN.iter().position(|roman| *roman == run).map_or(Piece::Word, |at| Piece::Roman(at as i8 + 1))
}

/// The day that begins at the first bit.
fn day_at(words: &str, bits: &[Bit], weekday: Option<u8>) -> Option<Written> {
    let first = bits.first()?;
    if let Piece::Number { value, digits: 8 | 12 | 14, ordinal: false } = first.piece {
        let day = Day::from_ymd(year(value / 10_000, 4)?, (value / 100 % 100) as i8, (value % 100) as i8)?;
        return Some(Written { start: first.start, end: first.start + 8, date: Interval::day(day) });
    }
    let [a, b, c] = [first, bits.get(1)?, bits.get(2)?];
    if !(near(words, a, b) && near(words, b, c)) {
        return None;
    }
    let joint = words[a.end..].chars().next().unwrap_or(' ');
    let small = |piece: Piece| match piece {
        Piece::Number { value, digits: 1..=2, .. } => Some(value as i8),
        _ => None,
    };
    let full = |piece: Piece| match piece {
        Piece::Number { value, digits, ordinal: false } => year(value, digits),
        _ => None,
    };
    let short = |piece: Piece| match piece {
        // the turn of the century as POSIX has it
        Piece::Number { value, digits: 2, ordinal: false } if joint == '-' => {
            Some(if value < 69 { 2000 + value as i16 } else { 1900 + value as i16 })
        }
        _ => None,
    };
    let day = match (a.piece, b.piece, c.piece) {
        (Piece::Month(month), day, y) => Day::from_ymd(full(y)?, month, small(day)?),
        (y, Piece::Month(month), day) if full(y).is_some() => Day::from_ymd(full(y)?, month, small(day)?),
        (day, Piece::Month(month), y) => Day::from_ymd(full(y).or_else(|| short(y))?, month, small(day)?),
        (day, Piece::Roman(month), y) => Day::from_ymd(full(y)?, month, small(day)?),
        (y, month, day) if full(y).is_some() => Day::from_ymd(full(y)?, two(month)?, two(day)?),
        (one, two, y) => numeric(small(one)?, small(two)?, full(y)?, joint, weekday),
    }?;
    Some(Written { start: a.start, end: c.end, date: Interval::day(day) })
}

/// Two digits, as the fields of a date that begins with its year have them.
fn two(piece: Piece) -> Option<i8> {
    match piece {
        Piece::Number { value, digits: 2, ordinal: false } => Some(value as i8),
        _ => None,
    }
}

/// Two numbers and a year: with dots the day stands first; else the number over twelve is the day, or the
/// weekday beside them tells. Where nothing tells, nothing is read.
fn numeric(one: i8, two: i8, year: i16, joint: char, weekday: Option<u8>) -> Option<Day> {
    let day_first = Day::from_ymd(year, two, one);
    let month_first = Day::from_ymd(year, one, two);
    match (day_first, month_first) {
        (Some(day), _) if joint == '.' || month_first.is_none() || one == two => Some(day),
        (None, Some(day)) if joint != '.' => Some(day),
        (Some(a), Some(b)) => {
            let weekday = weekday?;
            match (a.weekday() == weekday, b.weekday() == weekday) {
                (true, false) => Some(a),
                (false, true) => Some(b),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The month that begins at the first bit.
fn month_at(words: &str, bits: &[Bit]) -> Option<Written> {
    let [a, b] = [bits.first()?, bits.get(1)?];
    if !near(words, a, b) {
        return None;
    }
    let first = match (a.piece, b.piece) {
        (Piece::Month(month), Piece::Number { value, digits, ordinal: false }) => {
            Day::from_ymd(year(value, digits)?, month, 1)
        }
        (
            Piece::Number { value, digits: 4, .. },
            Piece::Number { value: month, digits: 2, ordinal: false },
        ) => {
            // "1914 18 …": two years, or a year and a count
            let joined = words[a.end..b.start].chars().all(|c| matches!(c, '-' | '_' | '/' | '.'));
            if joined { Day::from_ymd(year(value, 4)?, month as i8, 1) } else { None }
        }
        _ => None,
    }?;
    let date = Interval { latest: first.last_of_month(), grain: Grain::Month, ..Interval::day(first) };
    Some(Written { start: a.start, end: b.end, date })
}

/// Years as texts of record have them; a number of another length is no year.
fn year(value: i32, digits: usize) -> Option<i16> {
    (digits >= 4 && (1000..2200).contains(&value)).then_some(value as i16)
}

/// Whether no more than marks, blanks and a filler stand between two bits.
fn near(words: &str, a: &Bit, b: &Bit) -> bool {
    let between = &words[a.end..b.start];
    between.len() <= 12 && !between.contains(['\n', '(', ')', ':', ';'])
}

const ROMAN: &[&str] = &["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// Names of months beside the English and German ones (those are the lexicon's): Dutch, French, Italian,
/// Portuguese, Spanish; sorted.
#[rustfmt::skip]
const MONTHS: &[(&str, i8)] = &[
    ("abril", 4), ("agosto", 8), ("août", 8), ("aprile", 4), ("augustus", 8), ("avr", 4), ("avril", 4),
    ("dezembro", 12), ("dicembre", 12), ("diciembre", 12), ("décembre", 12), ("enero", 1),
    ("febbraio", 2), ("febrero", 2), ("februari", 2), ("fevereiro", 2), ("février", 2), ("gennaio", 1),
    ("giugno", 6), ("janeiro", 1), ("januari", 1), ("janvier", 1), ("juillet", 7), ("juin", 6),
    ("julho", 7), ("julio", 7), ("junho", 6), ("junio", 6), ("luglio", 7), ("maart", 3), ("maggio", 5),
    ("mai", 5), ("maio", 5), ("mars", 3), ("marzo", 3), ("março", 3), ("mayo", 5), ("mei", 5),
    ("novembre", 11), ("novembro", 11), ("noviembre", 11), ("octobre", 10), ("octubre", 10),
    ("ottobre", 10), ("outubro", 10), ("septembre", 9), ("septiembre", 9), ("setembro", 9),
    ("settembre", 9),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_usual_shape() {
        for words in [
            "2017-04-05",
            "2017-04-05T10:12:00Z",
            "20170405",
            "20170405101200",
            "IMG_20170405_101200",
            "2017_04_05 report",
            "report_5Apr2017",
            "5 April 2017",
            "Wed, 05 Apr 2017 10:12:00 +0200",
            "Wednesday, April 5, 2017 10:12 AM",
            "London, the 5th of April, 2017",
            "this 5th day of April, 2017",
            "5d April, 2017",
            "Paris, le 5 avril 2017",
            "Berlin, den 5. April 2017",
            "05.04.2017",
            "5.IV.2017",
            "2017 April 5",
            "Wed 4/5/2017",
            "Wed 5/4/2017",
            "05-Apr-17",
        ] {
            let day = read(words).and_then(|written| written.day()).map(Day::iso);
            assert_eq!(day.as_deref(), Some("2017-04-05"), "{words}");
        }
    }

    #[test]
    fn what_names_no_day_is_not_read_as_one() {
        for words in
            ["04/05/2017", "20179926", "1066 and all that", "31 February 2017", "1914 18", "10:12", "April"]
        {
            assert_eq!(read(words), None, "{words}");
        }
        let month = read("minutes April 2017").map(|w| (w.date.earliest.iso(), w.date.latest.iso()));
        assert_eq!(month, Some(("2017-04-01".into(), "2017-04-30".into())));
    }

    #[test]
    fn months_stand_in_order() {
        assert!(MONTHS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
