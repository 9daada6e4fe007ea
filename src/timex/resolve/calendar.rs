//! Stretches of the calendar and the arithmetic between them.

use super::write;
use crate::timex::rules::Tense;
use crate::timex::value::{Interval, LengthUnit, PartialDate, Step, TimeOfDay, YearPart, Years};
use crate::timex::{Day, Grain, Modifier, NamedDay};

/// A named stretch of the calendar: it knows its bounds and how TIMEX3 and EDTF write it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stretch {
    Day(Day, Option<TimeOfDay>),
    /// By any of its days.
    Week(Day),
    Weekend(Day),
    Month(i16, u8),
    Part(i16, YearPart),
    Years(Years),
}

impl Stretch {
    pub(super) fn day(day: Day, time: Option<TimeOfDay>) -> Self {
        Self::Day(day, time)
    }

    pub(super) fn month(year: i16, month: u8) -> Self {
        Self::Month(year, month)
    }

    pub(super) fn part(year: i16, part: YearPart) -> Self {
        Self::Part(year, part)
    }

    pub(super) fn year(year: i16) -> Self {
        Self::Years(Years::Year(year))
    }

    pub(super) fn wide(years: Years) -> Self {
        Self::Years(years)
    }

    /// The week that holds the day.
    pub(super) fn week(day: Day) -> Self {
        Self::Week(day)
    }

    pub(super) fn weekend(day: Day) -> Self {
        Self::Weekend(day)
    }

    /// The TIMEX3 value.
    pub(super) fn timex(&self) -> String {
        match self {
            Self::Day(day, time) => {
                format!("{}{}", timex_day(*day), time.map(write::time_of_day).unwrap_or_default())
            }
            Self::Week(day) => timex_week(*day),
            Self::Weekend(day) => format!("{}-WE", timex_week(*day)),
            Self::Month(year, month) => format!("{}-{month:02}", timex_year(*year)),
            Self::Part(year, part) => format!("{}-{}", timex_year(*year), write::year_part(*part)),
            Self::Years(Years::Year(year) | Years::Bare(year)) => timex_year(*year),
            Self::Years(Years::DecadeBefore(decade)) => format!("BC{decade:03}"),
            Self::Years(Years::CenturyBefore(century)) => format!("BC{:02}", century - 1),
            Self::Years(Years::MillenniumBefore(millennium)) => format!("BC{}", millennium - 1),
            Self::Years(Years::Decade(decade)) => format!("{decade:03}"),
            Self::Years(Years::ShortDecade(ten)) => format!("XX{ten}"),
            Self::Years(Years::Century(century)) => format!("{century:02}"),
            Self::Years(Years::Millennium(millennium)) => format!("{millennium}"),
        }
    }

    /// The EDTF string.
    pub(super) fn edtf(&self) -> String {
        match self {
            Self::Day(day, Some(TimeOfDay::Clock(minutes, _))) => {
                format!("{}T{:02}:{:02}:00", day.iso(), minutes / 60 % 24, minutes % 60)
            }
            Self::Day(day, _) => day.iso(),
            Self::Week(_) | Self::Weekend(_) => {
                let interval = self.interval();
                format!("{}/{}", interval.earliest.iso(), interval.latest.iso())
            }
            Self::Month(year, month) => format!("{}-{month:02}", edtf_year(*year)),
            // ISO 8601-2: seasons 21 to 24, quarters 33 to 36, halves 40 and 41
            Self::Part(year, YearPart::Season(season)) => format!("{}-{}", edtf_year(*year), 21 + season),
            Self::Part(year, YearPart::Quarter(quarter)) => format!("{}-{}", edtf_year(*year), 32 + quarter),
            Self::Part(year, YearPart::Half(half)) => format!("{}-{}", edtf_year(*year), 39 + half),
            Self::Part(year, YearPart::Week(week)) => Self::Week(week_day(*year, *week)).edtf(),
            // the days of a feast are resolved before they become a stretch
            Self::Part(
                year,
                YearPart::Holiday(_)
                | YearPart::HolidayWeek(_)
                | YearPart::HolidayWeekend(_)
                | YearPart::WeekOfDay,
            )
            | Self::Years(Years::Year(year) | Years::Bare(year)) => edtf_year(*year),
            Self::Years(Years::DecadeBefore(_) | Years::CenturyBefore(_) | Years::MillenniumBefore(_)) => {
                let interval = self.interval();
                let year = |day: Day| edtf_year(day.date().year());
                format!("{}/{}", year(interval.earliest), year(interval.latest))
            }
            Self::Years(Years::Decade(decade)) => format!("{decade:03}X"),
            Self::Years(Years::ShortDecade(ten)) => format!("XX{ten}X"),
            Self::Years(Years::Century(century)) => format!("{century:02}XX"),
            Self::Years(Years::Millennium(millennium)) => format!("{millennium}XXX"),
        }
    }

    /// The bounds.
    pub(super) fn interval(&self) -> Interval {
        let between = |earliest: Day, latest: Day, grain| Interval {
            earliest,
            latest: latest.max(earliest),
            grain,
            approximate: false,
            whole: false,
        };
        let years = |first: i16, count: i16, grain| {
            let last = first.saturating_add(count - 1);
            between(first_day(first, 1), last_day(last, 12), grain)
        };
        match self {
            Self::Day(day, Some(_)) => Interval { grain: Grain::Time, ..Interval::day(*day) },
            Self::Day(day, None) => Interval::day(*day),
            Self::Week(day) => {
                let monday = monday(*day);
                between(monday, monday.plus(6), Grain::Week)
            }
            Self::Weekend(day) => {
                let monday = monday(*day);
                between(monday.plus(5), monday.plus(6), Grain::Week)
            }
            Self::Month(year, month) => {
                between(first_day(*year, *month), last_day(*year, *month), Grain::Month)
            }
            Self::Part(year, YearPart::Season(season)) => {
                // meteorological seasons of the north; winter runs into the next year
                let first = 3 + 3 * (season % 4);
                let last = if first == 12 {
                    last_day(year.saturating_add(1), 2)
                } else {
                    last_day(*year, first + 2)
                };
                between(first_day(*year, first), last, Grain::Season)
            }
            Self::Part(year, YearPart::Quarter(quarter)) => {
                let first = 3 * quarter.saturating_sub(1).min(3) + 1;
                between(first_day(*year, first), last_day(*year, first + 2), Grain::Season)
            }
            Self::Part(year, YearPart::Half(half)) => {
                let first = 6 * half.saturating_sub(1).min(1) + 1;
                between(first_day(*year, first), last_day(*year, first + 5), Grain::Season)
            }
            Self::Part(year, YearPart::Week(week)) => Self::Week(week_day(*year, *week)).interval(),
            Self::Part(
                year,
                YearPart::Holiday(_)
                | YearPart::HolidayWeek(_)
                | YearPart::HolidayWeekend(_)
                | YearPart::WeekOfDay,
            ) => years(*year, 1, Grain::Year),
            Self::Years(Years::Year(year) | Years::Bare(year)) => years(*year, 1, Grain::Year),
            // 490 to 499 BC, 401 to 500 BC: astronomical years are one less
            Self::Years(Years::DecadeBefore(decade)) => {
                years(-decade.saturating_mul(10).saturating_add(8), 10, Grain::Decade)
            }
            Self::Years(Years::CenturyBefore(century)) => {
                years(1_i16.saturating_sub(century.saturating_mul(100)), 100, Grain::Century)
            }
            Self::Years(Years::MillenniumBefore(millennium)) => {
                years(1_i16.saturating_sub(millennium.saturating_mul(1000)), 1000, Grain::Millennium)
            }
            Self::Years(Years::Decade(decade)) => years(decade.saturating_mul(10), 10, Grain::Decade),
            Self::Years(Years::ShortDecade(ten)) => years(1900 + i16::from(*ten) * 10, 10, Grain::Decade),
            Self::Years(Years::Century(century)) => years(century.saturating_mul(100), 100, Grain::Century),
            Self::Years(Years::Millennium(millennium)) => {
                years(millennium.saturating_mul(1000), 1000, Grain::Millennium)
            }
        }
    }
}

/// TIMEX3 writes years before the era as `BC0044`.
fn timex_year(year: i16) -> String {
    if year <= 0 { format!("BC{:04}", 1 - i32::from(year)) } else { format!("{year:04}") }
}

fn timex_day(day: Day) -> String {
    let date = day.date();
    format!("{}-{:02}-{:02}", timex_year(date.year()), date.month(), date.day())
}

fn timex_week(day: Day) -> String {
    let (year, week) = day.iso_week();
    format!("{year:04}-W{week:02}")
}

fn edtf_year(year: i16) -> String {
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}

fn first_day(year: i16, month: u8) -> Day {
    let year = year.clamp(-9999, 9999);
    Day::from_ymd(year, month as i8, 1).unwrap_or(Day::from_number(i32::MIN))
}

fn last_day(year: i16, month: u8) -> Day {
    first_day(year, month).last_of_month()
}

/// The Monday of a week of ISO 8601: the first week holds 4 January.
fn week_day(year: i16, week: u8) -> Day {
    monday(first_day(year, 1).plus(3)).plus(7 * (i32::from(week) - 1))
}

pub(super) fn monday(day: Day) -> Day {
    day.plus(-i32::from(day.weekday()))
}

/// How fine a step's answer is.
pub(super) fn grain_of(step: Step) -> Grain {
    match step {
        Step::Unit(
            LengthUnit::Second
            | LengthUnit::Minute
            | LengthUnit::Hour
            | LengthUnit::Day
            | LengthUnit::Night
            | LengthUnit::Unsaid,
        ) => Grain::Day,
        Step::Unit(LengthUnit::Week | LengthUnit::Weekend) | Step::Weekend => Grain::Week,
        Step::Unit(LengthUnit::Month) | Step::Month(_) | Step::DayOfMonth(_) => Grain::Month,
        Step::Unit(LengthUnit::Quarter) | Step::Season(_) => Grain::Season,
        Step::Unit(LengthUnit::Year)
        | Step::InYear(_)
        | Step::MonthDay(..)
        | Step::Named(_)
        | Step::NamedOfYear(_) => Grain::Year,
        Step::Unit(LengthUnit::Decade) => Grain::Decade,
        Step::Unit(LengthUnit::Century) | Step::Turn(_) => Grain::Century,
        Step::Unit(LengthUnit::Millennium) | Step::Same => Grain::Millennium,
        Step::Weekday(_) | Step::WeekdayOfWeek(_) => Grain::Day,
    }
}

/// The year nearest to `year` in which so many years turn; with the past tense the last one.
pub(super) fn turn_of(year: i16, years: i16, tense: Tense) -> i16 {
    let into = year.rem_euclid(years.max(1));
    let last = year - into;
    if tense == Tense::Past || into < years / 2 { last } else { last.saturating_add(years) }
}

/// `count` units from `day`, at the unit's own grain.
pub(super) fn shifted(day: Day, unit: LengthUnit, count: i32, time: Option<TimeOfDay>) -> Stretch {
    let date = day.date();
    // no history is 20,000 units long
    let count = count.clamp(-20_000, 20_000);
    let year_of =
        |years: i32| i16::try_from((i32::from(date.year()) + years).clamp(-9999, 9999)).unwrap_or(0);
    match unit {
        LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour | LengthUnit::Unsaid => {
            Stretch::Day(day, time)
        }
        LengthUnit::Day | LengthUnit::Night => Stretch::Day(day.plus(count), time),
        LengthUnit::Weekend => Stretch::Weekend(day.plus(7 * count)),
        LengthUnit::Week => Stretch::Week(day.plus(7 * count)),
        LengthUnit::Month => {
            let moved = day.plus_months(count).date();
            Stretch::Month(moved.year(), moved.month() as u8)
        }
        LengthUnit::Quarter => {
            let moved = day.plus_months(3 * count).date();
            Stretch::Part(moved.year(), YearPart::Quarter((moved.month() as u8 - 1) / 3 + 1))
        }
        LengthUnit::Year => Stretch::year(year_of(count)),
        LengthUnit::Decade if count == 0 || count.abs() == 1 => {
            Stretch::Years(Years::Decade(year_of(10 * count).div_euclid(10)))
        }
        LengthUnit::Decade => Stretch::year(year_of(10 * count)),
        LengthUnit::Century => Stretch::Years(Years::Century(year_of(100 * count).div_euclid(100))),
        LengthUnit::Millennium => Stretch::Years(Years::Millennium(year_of(1000 * count).div_euclid(1000))),
    }
}

/// A weekday in the news: the latest one up to the day itself, or the next one where the tense says so.
pub(super) fn weekday_near(day: Day, weekday: u8, tense: Tense) -> Day {
    let behind = i32::from((day.weekday() + 7 - weekday) % 7);
    if tense == Tense::Future && behind != 0 { day.plus(7 - behind) } else { day.plus(-behind) }
}

/// A weekday in a story: the first one from the day told.
pub(super) fn weekday_from(day: Day, weekday: u8) -> Day {
    day.plus(i32::from((weekday + 7 - day.weekday()) % 7))
}

/// "last", "this" or "next" weekday, by `count` −1, 0 or 1; 2 is the one after the next.
pub(super) fn named_weekday(day: Day, weekday: u8, count: i32, tense: Tense) -> Day {
    let behind = i32::from((day.weekday() + 7 - weekday) % 7);
    match count {
        ..0 => day.plus(-if behind == 0 { 7 } else { behind }),
        0 => weekday_near(day, weekday, if tense == Tense::Past { Tense::Past } else { Tense::Future }),
        _ => day.plus(7 * count - behind),
    }
}

/// "last", "this" or "next" month of a name.
pub(super) fn named_month(day: Day, month: u8, count: i32) -> Stretch {
    let (year, now) = (day.date().year(), day.date().month() as u8);
    let year = match count {
        -1 if month >= now => year - 1,
        1 if month <= now => year + 1,
        _ => year,
    };
    Stretch::Month(year, month)
}

/// "last" or "next" month and day; `None` where no year near has such a day.
pub(super) fn named_month_day(day: Day, month: u8, number: u8, count: i32) -> Option<Day> {
    let year = day.date().year();
    let mut found = (year.saturating_sub(4)..=year.saturating_add(4))
        .filter_map(|year| Day::from_ymd(year, month as i8, number as i8));
    if count < 0 { found.rfind(|found| *found < day) } else { found.find(|found| *found > day) }
}

/// "last", "this" or "next" season.
pub(super) fn named_season(day: Day, season: u8, count: i32) -> Stretch {
    let year = day.date().year();
    let of = |year: i16| Stretch::Part(year, YearPart::Season(season));
    let found = match count {
        ..0 => (year - 2..=year).rev().find(|y| of(*y).interval().latest < day),
        0 => Some(year),
        _ => (year - 1..=year + 1).find(|y| of(*y).interval().earliest > day),
    };
    of(found.unwrap_or(year))
}

/// "last", "this" or "next" feast: the latest one before the day, the one of its year, the first behind it.
pub(super) fn named_feast(day: Day, named: NamedDay, count: i32) -> Option<Day> {
    let year = day.date().year();
    let of = |year: i16| named.in_year(year);
    match count {
        ..0 => (year - 1..=year).rev().filter_map(of).find(|feast| *feast < day),
        0 => of(year),
        _ => (year..=year + 1).filter_map(of).find(|feast| *feast > day),
    }
}

/// A feast, its week or its weekend in a year.
pub(super) fn named_stretch(part: YearPart, year: i16, time: Option<TimeOfDay>) -> Option<Stretch> {
    Some(match part {
        YearPart::Holiday(named) => Stretch::Day(named.in_year(year)?, time),
        YearPart::HolidayWeek(named) => Stretch::Week(named.in_year(year)?),
        YearPart::HolidayWeekend(named) => {
            let day = named.in_year(year)?;
            Stretch::Weekend(if day.weekday() == 0 { day.plus(-1) } else { day })
        }
        _ => return None,
    })
}

/// The year in which Britain left the Julian calendar, whose leap days of 1500 and 1700 the Gregorian
/// has not.
pub(super) const LAST_JULIAN: i16 = 1752;

/// "the 5th" in a story: of the month told or, where that lies too far behind, of the next.
pub(super) fn day_of_month_told(day: Day, number: u8) -> Option<Day> {
    let of = |months: i32| {
        let month = day.plus_months(months).date();
        Day::from_ymd(month.year(), month.month(), number as i8)
    };
    match (of(0), of(1)) {
        (Some(this), Some(next)) if day.number() - this.number() >= next.number() - day.number() => {
            Some(next)
        }
        (this, next) => this.or(next),
    }
}

/// "the 5th": the nearest day of that number that is over, or ahead, where the tense says so.
pub(super) fn day_of_month_near(day: Day, number: u8, tense: Tense) -> Day {
    let allowed = |found: &Day| match tense {
        Tense::Past => *found <= day,
        Tense::Future => *found >= day,
        Tense::Unsaid => true,
    };
    [-2, -1, 0, 1, 2]
        .into_iter()
        .map(|months| day.plus_months(months).date())
        .filter_map(|month| Day::from_ymd(month.year(), month.month(), number as i8))
        .filter(allowed)
        .min_by_key(|found| (found.number() - day.number()).abs())
        .unwrap_or(day)
}

/// A month and day told as past is not so many days ahead, one told as coming not so many behind.
const FAR: i32 = 60;

/// The year of a date that names none, in the news: the nearest such date, by tense where it is coarse.
pub(super) fn year_near(date: PartialDate, day: Day, tense: Tense) -> i16 {
    let year = day.date().year();
    let distance = |found: Interval| (away(found, day), found.earliest > day);
    let candidates = [year - 1, year, year + 1];
    let fitting = candidates.into_iter().filter_map(|y| Some((distance(in_year(date, y)?), y)));
    let quarter = matches!(date.part, Some(YearPart::Quarter(_)));
    let coarse = date.day.is_none() && !quarter;
    let allowed = fitting.filter(|((far, ahead), _)| match tense {
        _ if *far == 0 => true,
        // a report's quarter is over or running, unless the words look ahead
        Tense::Past | Tense::Unsaid if quarter => !ahead,
        Tense::Past if coarse || *far > FAR => !ahead,
        Tense::Future if coarse || *far > FAR && !quarter => *ahead,
        _ => true,
    });
    allowed.min_by_key(|(key, _)| *key).map_or(year, |(_, year)| year)
}

/// A date that names no year, in a year.
fn in_year(date: PartialDate, year: i16) -> Option<Interval> {
    match (date.month, date.day, date.part) {
        (Some(month), Some(number), _) => Day::from_ymd(year, month as i8, number as i8).map(Interval::day),
        (Some(month), None, _) => Some(Stretch::Month(year, month).interval()),
        (None, _, Some(part)) if named_stretch(part, year, None).is_some() => {
            named_stretch(part, year, None).map(|stretch| stretch.interval())
        }
        (None, _, Some(part)) => Some(Stretch::Part(year, part).interval()),
        _ => Some(Stretch::year(year).interval()),
    }
}

/// Days between a stretch and a day, 0 inside it.
fn away(stretch: Interval, day: Day) -> i32 {
    let ahead = stretch.earliest.number() - day.number();
    let behind = day.number() - stretch.latest.number();
    ahead.max(behind).max(0)
}

/// Days between a date that names no year, in a year, and a day.
pub(super) fn days_from(date: PartialDate, year: i16, day: Day) -> i32 {
    in_year(date, year).map_or(i32::MAX, |found| away(found, day))
}

/// The year of a date that names none, in a story: the told date's, or the next where it would fall long
/// before it ("in December 1914 … in January").
pub(super) fn year_carried(date: PartialDate, told: Interval) -> i16 {
    let year = told.earliest.date().year();
    let month = date.month.map_or_else(|| part_month(date.part), i32::from);
    let told_month = i32::from(told.earliest.date().month());
    let within_year = told.grain <= Grain::Season;
    if within_year && month + 8 < told_month { year.saturating_add(1) } else { year }
}

fn part_month(part: Option<YearPart>) -> i32 {
    match part {
        Some(YearPart::Season(season)) => 3 + 3 * i32::from(season),
        Some(YearPart::Quarter(quarter)) => 3 * i32::from(quarter) - 2,
        Some(YearPart::Half(half)) => 6 * i32::from(half) - 5,
        Some(YearPart::Week(week)) => i32::from(week) * 3 / 13 + 1,
        Some(YearPart::Holiday(named) | YearPart::HolidayWeek(named) | YearPart::HolidayWeekend(named)) => {
            // in whatever year: a movable feast keeps to its season
            named.in_year(2000).map_or(12, |day| i32::from(day.date().month()))
        }
        Some(YearPart::WeekOfDay) | None => 12,
    }
}

/// The bounds of an early, middle or late part: thirds, with the middle third for "mid". "Earlier" and
/// "later" say no more than the whole.
pub(super) fn narrowed(interval: Interval, modifier: Option<Modifier>) -> Interval {
    let days = interval.latest.number() - interval.earliest.number() + 1;
    if days < 3 || interval.whole {
        return interval;
    }
    let third = days / 3;
    match modifier {
        Some(Modifier::Start) => Interval { latest: interval.earliest.plus(third), ..interval },
        Some(Modifier::Mid) => Interval {
            earliest: interval.earliest.plus(third),
            latest: interval.latest.plus(-third),
            ..interval
        },
        Some(Modifier::End) => Interval { earliest: interval.latest.plus(-third), ..interval },
        _ => interval,
    }
}
