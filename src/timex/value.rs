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

/// What the words of a temporal expression mean, before anything is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimexValue {
    /// The words name a stretch of the calendar: "14 October 1066", "the 1840s".
    Calendar(PartialDate),
    /// The words name fields of a date without its year: "Tuesday", "14 October", "spring".
    Underspecified(Fields),
    /// The words count from another time: "yesterday", "three years ago", "the following day".
    Relative(Offset),
    /// From one time to another: "April 11-12", "between 2010 and 2012".
    Range(Box<TimexValue>, Box<TimexValue>),
    /// A length of time: "three years".
    Duration(Length),
    /// A recurrence: "every Monday".
    Set(Recurrence),
    /// A time no calendar names.
    Vague(Vague),
    /// Words shaped like a date that no calendar has: "31 February 1999".
    Nonsense(Nonsense),
}

/// A stretch of the calendar with its year. Years are astronomical: 0 is 1 BCE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are the calendar's own: months 1–12, days 1–31, quarters 1–4")]
pub enum PartialDate {
    /// A full date.
    Day {
        year: i16,
        month: u8,
        day: u8,
    },
    /// A day whose year is stated Old Style: "10 February 1723/4" is in the later of the two.
    OldStyle {
        year: i16,
        month: u8,
        day: u8,
    },
    Month {
        year: i16,
        month: u8,
    },
    Quarter {
        year: i16,
        quarter: u8,
        fiscal: bool,
    },
    Half {
        year: i16,
        half: u8,
        fiscal: bool,
    },
    /// A season; winter is counted to the year it begins in.
    Season {
        year: i16,
        season: Season,
    },
    Year {
        year: i16,
        fiscal: bool,
    },
    /// Ten years: 184 is the 1840s.
    Decade {
        decade: i16,
    },
    /// A hundred years from `century` × 100: 18 is the nineteenth century; −5 the fifth BCE.
    Century {
        century: i16,
    },
    /// A thousand years from `millennium` × 1000.
    Millennium {
        millennium: i8,
    },
}

/// Fields of a date whose year, and what else is missing, the context gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fields {
    /// What is stated.
    pub field: Field,
    /// Which of the possible ones the words choose.
    pub choice: Choice,
}

/// A stated field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are the calendar's own")]
pub enum Field {
    /// Monday 0 … Sunday 6.
    Weekday(u8),
    /// "Tuesday, April 4": the weekday tells the year where nothing nearer does.
    WeekdayMonthDay {
        weekday: u8,
        month: u8,
        day: u8,
    },
    MonthDay {
        month: u8,
        day: u8,
    },
    Month(u8),
    /// "the 14th".
    DayOfMonth(u8),
    Season(Season),
    Quarter {
        quarter: u8,
        fiscal: bool,
    },
    Half {
        half: u8,
        fiscal: bool,
    },
    /// "the forties": 0–9.
    Decade(u8),
    /// A named day; see the holidays of the lexicon.
    Holiday(Holiday),
}

/// Which of the possible times the words choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Nothing said: tense and nearness decide.
    Unmarked,
    /// "last Tuesday", "past October": before the anchor.
    Last,
    /// "this spring": the one around the anchor.
    This,
    /// "next May": after the anchor.
    Next,
    /// "the following May": after the last time told.
    Following,
    /// "the previous spring": before the last time told.
    Previous,
    /// "May of that year": in the last time told.
    Same,
    /// "Tuesday a year ago", "the year-earlier quarter": so many years from the unmarked one.
    Years(i8),
}

/// A count of units from another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Offset {
    /// How many units later; negative for earlier, 0 for "this".
    pub count: i32,
    /// The unit counted in, and the grain of the answer.
    pub unit: Unit,
    /// What is counted from.
    pub origin: Origin,
}

/// What an [`Offset`] counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The publication day: "yesterday", "two years ago".
    Anchor,
    /// The last time told: "the following day", "that year".
    Story,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the units")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the seasons")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A named day that falls once a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// The same month and day every year.
    Fixed(u8, u8),
    /// The nth weekday (Monday 0) of a month; 0 is the last one: month, weekday, nth.
    Nth(u8, u8, u8),
    /// So many days after Easter Sunday of the western churches.
    Easter(i8),
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Length {
    /// How many hundredths of the unit ("two and a half" is 250); `None` for "several".
    pub hundredths: Option<u32>,
    /// The unit.
    pub unit: Unit,
    /// Whether the stretch lies at a stated side of the anchor: "the past two years".
    pub side: Option<Choice>,
}

/// A recurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recurrence {
    /// Every so many units: "daily", "every two years".
    Every(u16, Unit),
    /// "every Monday", "each spring", "every 4 July".
    EachField(Field),
    /// "every evening".
    EachPart(DayPart),
}

/// A time no calendar names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vague {
    /// "recently", "once".
    Past,
    /// "now", "currently".
    Present,
    /// "soon", "in the future".
    Future,
}

/// Why words shaped like a date name none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nonsense {
    /// The month has no such day: month, day.
    NoSuchDay(u8, u16),
    /// There is no such month.
    NoSuchMonth(u16),
    /// A year beyond 9999.
    NoSuchYear,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// "in the morning".
    Part(DayPart),
    /// "9:30 a.m. GMT".
    At {
        /// 0–24.
        hour: u8,
        /// 0–59, where stated.
        minute: Option<u8>,
        /// 0–59, where stated.
        second: Option<u8>,
        /// Minutes east of Greenwich, where stated.
        zone: Option<i16>,
    },
}

/// A part of the day, as TIMEX3 has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// `TMO`, also "dawn".
    Morning,
    /// `TMI`: noon.
    Midday,
    /// `TAF`
    Afternoon,
    /// `TEV`, also "dusk".
    Evening,
    /// `TNI`
    Night,
    /// `TDT`: "daytime".
    Daytime,
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
