//! Calendar values: [`Day`], [`Interval`], what an expression says ([`TimexValue`]), and the TIMEX3
//! vocabulary.

use super::NamedDay;
use serde::{Deserialize, Serialize};
use time::{Date, Month};

/// A day of the proleptic Gregorian calendar with astronomical years (0 is 1 BCE),
/// counted from 1970-01-01 = 0. Holds −9999-01-01 to 9999-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(i32);

/// The Julian day number of 1970-01-01.
const EPOCH: i32 = 2_440_588;

/// A year, month and day of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CivilDate {
    year: i16,
    month: i8,
    day: i8,
}

impl CivilDate {
    /// The astronomical year: 0 is 1 BCE.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.month
    }

    /// 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.day
    }

    /// 28 to 31.
    #[must_use]
    pub fn days_in_month(self) -> i8 {
        let month = Month::try_from(self.month as u8).unwrap_or(Month::January);
        month.length(i32::from(self.year)) as i8
    }
}

impl Day {
    /// The day of a year, month and day of the month; `None` where the calendar has no such day.
    #[must_use]
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        let date = Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()?;
        Some(Self(date.to_julian_day() - EPOCH))
    }

    /// The calendar date of this day.
    #[must_use]
    pub fn date(self) -> CivilDate {
        let date = self.civil();
        CivilDate {
            // the library's years are −9999 to 9999, a month has at most 31 days
            year: i16::try_from(date.year()).unwrap_or(i16::MAX),
            month: u8::from(date.month()) as i8,
            day: date.day() as i8,
        }
    }

    /// The first day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        self.plus(1 - i32::from(self.date().day))
    }

    /// The last day of its month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        let date = self.date();
        self.plus(i32::from(date.days_in_month()) - i32::from(date.day))
    }

    /// The first day of the month that is `months` later, held inside the calendar.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let date = self.date();
        let counted = (i32::from(date.year) * 12 + i32::from(date.month) - 1).saturating_add(months);
        let year = counted.div_euclid(12).clamp(-9999, 9999);
        Self::from_ymd(year as i16, counted.rem_euclid(12) as i8 + 1, 1).unwrap_or(self)
    }

    /// Its ISO 8601 week: the year the week belongs to, and its number from 1.
    #[must_use]
    pub fn iso_week(self) -> (i32, u8) {
        let (year, week, _) = self.civil().to_iso_week_date();
        (year, week)
    }

    fn civil(self) -> Date {
        Date::from_julian_day(self.0 + EPOCH).unwrap_or(if self.0 < 0 { Date::MIN } else { Date::MAX })
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

impl TimexKind {
    /// As TIMEX3 writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
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

impl Modifier {
    /// As TIMEX3 writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }
}

/// What a temporal expression says, before anything is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimexValue {
    /// Fields of the calendar. With a year it is a date; without one it is underspecified.
    Calendar(PartialDate),
    /// Counted from somewhere: "yesterday", "three years ago", "last week", "the following day".
    Relative(Offset),
    /// A length of time.
    Duration(Length),
    /// A length of time in two units, the longer one first: "two years and three months".
    Compound(Length, Length),
    /// A recurrence.
    Set(Recurrence),
    /// "now", "recently", "in the future".
    Vague(Reference),
    /// The words name a day or month that the calendar does not have.
    Refused(Refusal),
}

/// Fields of the calendar, as many as the words give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PartialDate {
    /// The year, or the years.
    pub year: Option<Years>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31.
    pub day: Option<u8>,
    /// The last day of a stretch that begins on `day`: "April 11-12".
    pub until: Option<u8>,
    /// Monday 0 to Sunday 6.
    pub weekday: Option<u8>,
    /// A part of the year that is no month.
    pub part: Option<YearPart>,
    /// A time of day.
    pub time: Option<TimeOfDay>,
}

/// The year of a date, or a longer stretch in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Years {
    /// One year; astronomical, so that 0 is 1 BCE.
    Year(i16),
    /// Ten years, by their first three digits: 184 is the 1840s.
    Decade(i16),
    /// Ten years of a century that the words leave out: 8 is "the eighties".
    ShortDecade(u8),
    /// A hundred years by their first two digits: 18 is the 19th century.
    Century(i16),
    /// A thousand years by their first digit.
    Millennium(i16),
    /// A year of fewer than four digits whose era is left unsaid: the story's.
    Bare(i16),
    /// Ten years before the era, by the first digits: 49 is the 490s BC.
    DecadeBefore(i16),
    /// The nth hundred years before the era.
    CenturyBefore(i16),
    /// The nth thousand years before the era.
    MillenniumBefore(i16),
}

/// A part of the year that is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum YearPart {
    /// 0 spring, 1 summer, 2 autumn, 3 winter.
    Season(u8),
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
    /// A week of ISO 8601, 1 to 53.
    Week(u8),
    /// The week that holds the month's day beside it: "the week of March 6".
    WeekOfDay,
    /// A feast or named day.
    Holiday(NamedDay),
    /// The week of a feast.
    HolidayWeek(NamedDay),
    /// The weekend at a feast: the one of its week, or before a feast that is a Monday.
    HolidayWeekend(NamedDay),
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimeOfDay {
    /// Minutes since midnight, and whether the words give the minutes.
    Clock(u16, bool),
    /// "morning", "night".
    Part(DayPart),
}

/// TIMEX3's parts of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// A count of units from a starting point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offset {
    /// What is counted.
    pub step: Step,
    /// How many, negative for the past; `None` for "some".
    pub count: Option<i32>,
    /// What it is counted from.
    pub from: From,
    /// A time of day on the day that is reached.
    pub time: Option<TimeOfDay>,
}

/// What an [`Offset`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Units of the calendar.
    Unit(LengthUnit),
    /// A weekday, Monday 0.
    Weekday(u8),
    /// A weekday (Monday 0) of the week that is reached: "Friday of last week".
    WeekdayOfWeek(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A month, 1 to 12, and a day of it: "last Oct. 23".
    MonthDay(u8, u8),
    /// A date in the year that is reached: "June last year", "this year's third quarter".
    InYear(PartialDate),
    /// A day of the month that is reached: "the 28th of that month".
    DayOfMonth(u8),
    /// A season, as in [`YearPart::Season`].
    Season(u8),
    /// A weekend.
    Weekend,
    /// The year in which so many years turn, 100 or 1000: "the turn of the century".
    Turn(i16),
    /// A feast or named day: "last Thanksgiving".
    Named(NamedDay),
    /// A feast or named day of the year that is reached: "Christmas last year".
    NamedOfYear(NamedDay),
    /// The time told last, as it was told: "at the same time".
    Same,
}

/// What an [`Offset`] is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum From {
    /// The day of publication: "ago", "last", "today".
    Now,
    /// The date told last: "later", "the following day", "that year".
    Told,
}

/// A number of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// Twice the number, so that halves count; `None` for "some".
    pub halves: Option<u32>,
    /// Of what.
    pub unit: LengthUnit,
}

/// Units of a [`Length`], in TIMEX3's sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum LengthUnit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
    /// "some time", "a while": no unit at all.
    Unsaid,
}

/// A recurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recurrence {
    /// Every so many units.
    Every(Length),
    /// Every such weekday, Monday 0.
    Weekday(u8),
    /// Every such part of a weekday: "Tuesday nights".
    PartOfWeekday(u8, DayPart),
    /// Every such month, 1 to 12.
    Month(u8),
    /// Every such day of the year: month and day.
    Date(u8, u8),
    /// Every such season.
    Season(u8),
    /// Every such part of the day.
    Part(DayPart),
    /// Every weekend.
    Weekend,
}

/// TIMEX3's vague references.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// Why a date is refused. The words are kept; nothing is rolled over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The month has no such day: "31 February".
    NoSuchDay,
    /// There is no such month: "2017-13-01".
    NoSuchMonth,
    /// Beyond the years −9999 to 9999.
    YearOutOfRange,
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
