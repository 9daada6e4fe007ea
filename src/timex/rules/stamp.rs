//! Dates as machines write them (ISO 8601), the same in every language.
//!
//! ```text
//! stamp = date [ "T" time ]
//! date  = YYYY "-" MM "-" DD | YYYYMMDD | YYYY "-" MM | YYYY "-" DDD | YYYY "-W" WW [ "-" D ]
//! time  = hh ":" mm [ ":" ss [ "." digits ] ] [ zone ] | hhmm [ ss ] [ zone ]
//! zone  = "Z" | ("+" | "-") hh [ [ ":" ] mm ]
//! ```
//!
//! The day is the day as written: a zone is taken into the span and the EDTF string, and moves nothing.

use super::{Read, Rule};
use crate::timex::Day;
use crate::timex::Strength::Strong;
use crate::timex::pattern::{Bound, Line, Pat, Slot};
use crate::timex::value::{PartialDate, Refusal, TimeOfDay, TimexKind, TimexValue, YearPart, Years};

pub(super) const RULES: &[Rule] = &[Rule {
    name: "ISO date",
    pattern: &[Pat::Stamp],
    norm: read,
    strength: Strong,
    #[cfg(test)]
    accepts: &[
        ("Filed 2017-04-21 by post.", "2017-04-21", "2017-04-21"),
        ("Filed 20170421, unread.", "20170421", "2017-04-21"),
        ("Filed 2017-04-21T14:30Z, unread.", "2017-04-21T14:30Z", "2017-04-21T14:30"),
        ("Filed 2017-04-21T14:30:05.250+02:00, unread.", "2017-04-21T14:30:05.250+02:00", "2017-04-21T14:30"),
        ("Filed 20170421T1430Z, unread.", "20170421T1430Z", "2017-04-21T14:30"),
        ("Filed 2017-111, unread.", "2017-111", "2017-04-21"),
        ("Filed 2017-W16, unread.", "2017-W16", "2017-W16"),
        ("Filed 2017-W16-5, unread.", "2017-W16-5", "2017-04-21"),
        ("Filed 2017-11, unread.", "2017-11", "2017-11"),
        ("Filed 2017-13-05, unread.", "2017-13-05", "XXXX-XX-XX"),
        ("Filed 2017-10-45, unread.", "2017-10-45", "XXXX-XX-XX"),
    ],
    #[cfg(test)]
    rejects: &["Call 20175521 first.", "Order 201704215 is lost.", "Part 2017-0411-7 broke."],
}];

fn read(b: &Bound) -> Option<Read> {
    let small = |slot| b.get(slot).and_then(|n| u8::try_from(n).ok());
    let time = b.get(Slot::Clock).and_then(|minutes| u16::try_from(minutes).ok());
    let (month, week) = (small(Slot::Month), small(Slot::Ordinal));
    if month.is_some_and(|month| month > 12) {
        return Read::date(TimexValue::Refused(Refusal::NoSuchMonth));
    }
    if b.get(Slot::DayDigits).is_some_and(|day| day > 31) {
        return Read::date(TimexValue::Refused(Refusal::NoSuchDay));
    }
    let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
    Read::of(
        kind,
        TimexValue::Calendar(PartialDate {
            year: Some(Years::Year(i16::try_from(b.get(Slot::Year)?).ok()?)),
            month,
            day: small(Slot::DayDigits),
            part: week.map(YearPart::Week),
            time: time.map(|minutes| TimeOfDay::Clock(minutes, true)),
            ..PartialDate::default()
        }),
    )
}

/// Reads a stamp at token `at` and binds its parts (`Year`; `Month` and `DayDigits`, or the week as `Ordinal`;
/// `Clock` in minutes since midnight); answers the token behind it.
pub(in crate::timex) fn take(line: &Line<'_>, at: usize, bound: &mut Bound) -> Option<usize> {
    let start = line.tokens.get(at)?.span.start();
    let mut scan = Scan { bytes: line.text.as_bytes(), at: start };
    let year = scan.number(4)?;
    if !(1000..2200).contains(&year) {
        return None;
    }
    bound.bind(Slot::Year, year);
    let basic = !scan.mark(b'-');
    if scan.mark(b'W') {
        let week = scan.number(2).filter(|week| (1..=53).contains(week))?;
        if scan.mark(b'-') {
            let weekday = scan.number(1).filter(|day| (1..=7).contains(day))?;
            let first = Day::from_ymd(i16::try_from(year).ok()?, 1, 4)?;
            bind_day(bound, first.plus(7 * (week - 1) + weekday - 1 - i32::from(first.weekday())));
        } else {
            bound.bind(Slot::Ordinal, week);
        }
        return scan.end(line, at);
    }
    let digits = scan.digits();
    match (basic, digits) {
        (true, 4) => {
            let month = scan.number(2).filter(|month| (1..=12).contains(month))?;
            let day = scan.number(2).filter(|day| (1..=31).contains(day))?;
            bound.bind(Slot::Month, month);
            bound.bind(Slot::DayDigits, day);
        }
        (false, 3) => {
            let day = scan.number(3).filter(|day| (1..=366).contains(day))?;
            bind_day(bound, Day::from_ymd(i16::try_from(year).ok()?, 1, 1)?.plus(day - 1));
        }
        (false, 2) => {
            bound.bind(Slot::Month, scan.number(2).filter(|month| *month > 0)?);
            if scan.mark(b'-') {
                bound.bind(Slot::DayDigits, scan.number(2).filter(|day| *day > 0)?);
            } else {
                // "2003-04" is rather a school year than a month
                bound.get(Slot::Month).filter(|month| *month <= 12 && *month != (year + 1) % 100)?;
                return scan.end(line, at);
            }
        }
        _ => return None,
    }
    if scan.mark(b'T') {
        bound.bind(Slot::Clock, scan.time()?);
    }
    scan.end(line, at)
}

fn bind_day(bound: &mut Bound, day: Day) {
    let date = day.date();
    bound.bind(Slot::Month, i32::from(date.month()));
    bound.bind(Slot::DayDigits, i32::from(date.day()));
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    /// How many digits stand here.
    fn digits(&self) -> usize {
        self.bytes.get(self.at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count()
    }

    /// A number of so many digits.
    fn number(&mut self, digits: usize) -> Option<i32> {
        let bytes = self.bytes.get(self.at..self.at + digits)?;
        let number =
            bytes.iter().try_fold(0, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i32::from(b - b'0')))?;
        self.at += digits;
        Some(number)
    }

    fn mark(&mut self, mark: u8) -> bool {
        let stands = self.bytes.get(self.at) == Some(&mark);
        self.at += usize::from(stands);
        stands
    }

    /// Minutes since midnight; seconds and zone are passed over.
    fn time(&mut self) -> Option<i32> {
        let hour = self.number(2).filter(|hour| *hour <= 24)?;
        let colons = self.mark(b':');
        let minute = self.number(2).filter(|minute| *minute < 60)?;
        if if colons { self.mark(b':') } else { self.digits() == 2 } {
            self.number(2)?;
            if self.mark(b'.') {
                self.at += self.digits();
            }
        }
        if !self.mark(b'Z') && (self.mark(b'+') || self.mark(b'-')) {
            self.number(2)?;
            if self.mark(b':') || self.digits() == 2 {
                self.number(2)?;
            }
        }
        Some(hour * 60 + minute)
    }

    /// The token behind the stamp, where it ends with a token and nothing is written on to it.
    fn end(&self, line: &Line<'_>, at: usize) -> Option<usize> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let runs_on = rest.first().is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_')
            || matches!(rest, [b'-' | b'/', next, ..] if next.is_ascii_alphanumeric());
        let tokens = line.tokens.get(at..)?;
        let behind = tokens.partition_point(|t| t.span.end() <= self.at);
        let ends = behind > 0 && tokens[behind - 1].span.end() == self.at;
        (ends && !runs_on).then_some(at + behind)
    }
}
