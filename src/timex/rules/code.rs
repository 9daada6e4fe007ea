//! Periods as companies and offices write them, the same in every language: "Q3 2015", "2Q14", "H1", "FY17".
//!
//! ```text
//! code = ("Q" | "H") n [ year ] | n ("Q" | "H") [ yy | year ] | "FY" yy [ ("-" | "/") yy ]
//! year = YYYY | "'" yy | "FY" yy
//! ```

use super::{Read, Rule};
use crate::timex::Strength::{Fair, Strong};
use crate::timex::pattern::Pat::{self, Any, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::value::{PartialDate, TimexValue, YearPart, Years};

const YEAR: &[&[Pat]] = &[&[Take(Slot::Year)], &[Take(Slot::ShortYear)]];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "quarter or half by code",
        pattern: &[Take(Slot::Code), Opt(&[Opt(&[Word(&["of", "-", "/", ","])]), Any(YEAR)])],
        norm: |b| {
            let code = Code::bound(b, 0)?;
            let year = b.get(Slot::Year).or_else(|| b.get(Slot::ShortYear).map(full_year)).or(code.year);
            // "H2" alone is hydrogen, or a road
            let part = code.part.filter(|part| year.is_some() || matches!(part, YearPart::Quarter(_)))?;
            period(year, Some(part))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("The plant shipped 40 turbines in Q3 2015.", "Q3 2015", "2015-Q3"),
            ("The plant shipped 40 turbines in 2Q14.", "2Q14", "2014-Q2"),
            ("Output doubled in H1 2012.", "H1 2012", "2012-H1"),
            ("Output doubled in Q1 '16.", "Q1 '16", "2016-Q1"),
            ("Output doubled in Q1.", "Q1", "2017-Q1"),
        ],
        #[cfg(test)]
        rejects: &["The Q5 is a car.", "H2O, H2 and the H3 road.", "Answer Q14 first."],
    },
    Rule {
        name: "fiscal year by code",
        pattern: &[Take(Slot::Code)],
        norm: |b| {
            let code = Code::bound(b, 0)?;
            if code.part.is_none() { period(code.year, None) } else { None }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("The board approved the FY17 budget.", "FY17", "2017"),
            ("The board approved the FY2018 budget.", "FY2018", "2018"),
        ],
        #[cfg(test)]
        rejects: &["The FY3 form is lost."],
    },
    Rule {
        name: "quarter of a fiscal year by code",
        pattern: &[Take(Slot::Code), Take(Slot::Code)],
        norm: |b| match (Code::bound(b, 0)?, Code::bound(b, 1)?) {
            (Code { part: Some(part), year: None }, Code { part: None, year }) => period(year, Some(part)),
            _ => None,
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Sales fell in Q2 FY16.", "Q2 FY16", "2016-Q2")],
        #[cfg(test)]
        rejects: &[],
    },
];

/// What one token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Code {
    part: Option<YearPart>,
    year: Option<i32>,
}

/// Reads a token: bound as eight times the year (0 for none) plus 1 to 4 for a quarter, 5 or 6 for a half, 7 for
/// a fiscal year.
pub(in crate::timex) fn read(word: &str) -> Option<i32> {
    let year = |digits: &str| match digits.len() {
        _ if !digits.bytes().all(|b| b.is_ascii_digit()) => None,
        0 => Some(0),
        2 => digits.parse().ok().map(full_year),
        4 => digits.parse().ok().filter(|year| (1900..2200).contains(year)),
        _ => None,
    };
    let part = |letter: u8, digit: u8| match (letter, digit) {
        (b'Q', b'1'..=b'4') => Some(i32::from(digit - b'0')),
        (b'H', b'1'..=b'2') => Some(4 + i32::from(digit - b'0')),
        _ => None,
    };
    match *word.as_bytes() {
        [b'F', b'Y', _, _, ..] => Some(year(&word[2..])? * 8 + 7),
        [digit, letter @ (b'Q' | b'H'), ..] => Some(year(&word[2..])? * 8 + part(letter, digit)?),
        [letter @ (b'Q' | b'H'), digit] => part(letter, digit),
        _ => None,
    }
}

impl Code {
    fn bound(b: &Bound, nth: usize) -> Option<Self> {
        let bound = b.nth(Slot::Code, nth)?;
        let part = match u8::try_from(bound % 8).ok()? {
            quarter @ 1..=4 => Some(YearPart::Quarter(quarter)),
            half @ 5..=6 => Some(YearPart::Half(half - 4)),
            _ => None,
        };
        Some(Self { part, year: Some(bound / 8).filter(|year| *year > 0) })
    }
}

/// The reports of 1970 to 2069.
fn full_year(short: i32) -> i32 {
    if short < 70 { 2000 + short } else { 1900 + short }
}

fn period(year: Option<i32>, part: Option<YearPart>) -> Option<Read> {
    let year = year.and_then(|year| i16::try_from(year).ok()).map(Years::Year);
    if year.is_none() && part.is_none() {
        return None;
    }
    Read::date(TimexValue::Calendar(PartialDate { year, part, ..PartialDate::default() }))
}
