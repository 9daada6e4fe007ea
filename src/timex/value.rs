//! Calendar values: [`Day`], [`Interval`], and the TIMEX3 vocabulary.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar with astronomical years (0 is 1 BCE),
/// counted from 1970-01-01 = 0. Holds −9999-01-01 to 9999-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(i32);

impl Day {
    /// The day of a year, month and day of the month; `None` where the calendar has no such day.
    #[must_use]
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    /// The day of a calendar date.
    #[must_use]
    pub fn from_date(date: Date) -> Self {
        let epoch = Date::constant(1970, 1, 1);
        // a span between two i16 years in days always fits an i32
        Self(epoch.until(date).map_or(0, |s| s.get_days()))
    }

    /// The calendar date of this day.
    #[must_use]
    pub fn date(self) -> Date {
        use jiff::ToSpan;
        Date::constant(1970, 1, 1).checked_add(i64::from(self.0).days()).unwrap_or(if self.0 < 0 {
            Date::MIN
        } else {
            Date::MAX
        })
    }

    /// Days since 1970-01-01, negative before it.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day `number` days after 1970-01-01, held inside the years −9999 to 9999.
    #[must_use]
    pub fn from_number(number: i32) -> Self {
        Self(number.clamp(-4_371_587, 2_932_896))
    }

    /// The day `days` later (earlier where negative), held inside the calendar.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::from_number(self.0.saturating_add(days))
    }

    /// Monday 0 … Sunday 6.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday
        (self.0 + 3).rem_euclid(7) as u8
    }

    /// `2017-04-26`; years before 0 or after 9999 in EDTF's way (`-0043-03-15`).
    #[must_use]
    pub fn iso(self) -> String {
        let d = self.date();
        let sign = if d.year() < 0 { "-" } else { "" };
        format!("{sign}{:04}-{:02}-{:02}", d.year().unsigned_abs(), d.month(), d.day())
    }

    /// Reads `YYYY-MM-DD`; `None` for anything else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let (body, sign) = text.strip_prefix('-').map_or((text, 1), |rest| (rest, -1));
        let mut fields = body.splitn(3, '-');
        let year: i16 = fields.next().filter(|y| y.len() == 4)?.parse().ok()?;
        let month: i8 = fields.next().filter(|m| m.len() == 2)?.parse().ok()?;
        let day: i8 = fields.next().filter(|d| d.len() == 2)?.parse().ok()?;
        Self::from_ymd(sign * year, month, day)
    }
}

/// How fine a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// A time of day or finer.
    Time,
    /// A day.
    Day,
    /// A week, from Monday, or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter, half or season.
    Season,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years, or longer.
    Millennium,
}

/// When something was, with explicit bounds, both inclusive. EDTF's `~` and `?` do not widen them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// The first day it can have been.
    pub earliest: Day,
    /// The last day it can have been; never before `earliest`.
    pub latest: Day,
    /// How fine the words were.
    pub grain: Grain,
    /// "about", "around", "circa".
    pub approximate: bool,
    /// Whether the words mean the whole stretch ("from March to May") and not one unknown moment in it.
    pub whole: bool,
}

impl Interval {
    /// A single day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self { earliest: day, latest: day, grain: Grain::Day, approximate: false, whole: false }
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }
}

/// TIMEX3 `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexKind {
    /// A day or coarser.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
}

/// TIMEX3 `mod` (TimeML 1.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "the names are TimeML's own")]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_both_ways() {
        let day = Day::from_ymd(2017, 4, 26).expect("a day");
        assert_eq!((day.weekday(), day.iso().as_str()), (2, "2017-04-26"));
        assert_eq!(Day::from_iso("2017-04-26"), Some(day));
        assert_eq!(Day::from_ymd(2017, 2, 31), None);
        let ides = Day::from_iso("-0043-03-15").expect("44 BCE");
        assert_eq!(ides.iso(), "-0043-03-15");
        assert_eq!(Day::from_number(i32::MAX).iso(), "9999-12-31");
        assert_eq!(Day::from_number(i32::MIN).iso(), "-9999-01-01");
    }
}
