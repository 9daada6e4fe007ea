//! Feasts and named days: how they fall in a year. What they are called is for the rules to say.

use super::Day;
use serde::{Deserialize, Serialize};

/// A feast or named day, by how it falls in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NamedDay {
    /// On a month and day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday of the Western churches.
    Easter(i16),
    /// So many days after Easter Sunday of the Eastern churches.
    OrthodoxEaster(i16),
    /// On the nth weekday (Monday 0) of a month: (month, n, weekday); n −1 is the last.
    Nth(i8, i8, u8),
    /// So many days after the nth weekday of a month: (month, n, weekday, days).
    AfterNth(i8, i8, u8, i8),
    /// On the nth weekday before a month and day: (month, day, n, weekday).
    Before(i8, i8, i8, u8),
    /// So many days after the first day of the Hebrew year.
    RoshHashanah(i16),
    /// So many days after the first day of Passover.
    Passover(i16),
    /// On the 25th day of Kislev.
    Hanukkah,
    /// On a month and day of the Islamic calendar, by its arithmetic form: what is seen of the moon can
    /// differ by a day. Of two in one year the first is meant.
    Islamic(u8, u8),
    /// The first day of the Chinese year, which Vietnam and Korea share but for rare years.
    LunarNewYear,
    /// Diwali's main day: the one whose night has the new moon of the month of Kartika.
    Diwali,
}

impl NamedDay {
    /// The day it falls on in a year.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Day> {
        match self {
            Self::Fixed(month, day) => Day::from_ymd(year, month, day),
            Self::Easter(after) => Some(easter(year)?.plus(i32::from(after))),
            Self::OrthodoxEaster(after) => Some(orthodox_easter(year)?.plus(i32::from(after))),
            Self::AfterNth(month, nth, weekday, days) => {
                Some(Self::Nth(month, nth, weekday).in_year(year)?.plus(i32::from(days)))
            }
            Self::Before(month, day, nth, weekday) => {
                let eve = Day::from_ymd(year, month, day)?.plus(-1);
                let back = i32::from((eve.weekday() + 7 - weekday) % 7) + 7 * i32::from(nth - 1);
                Some(eve.plus(-back))
            }
            Self::RoshHashanah(after) => Some(rosh_hashanah(i32::from(year) + 3761).plus(i32::from(after))),
            // Nisan to Elul have fixed lengths: Passover is 163 days before the next year
            Self::Passover(after) => Some(rosh_hashanah(i32::from(year) + 3761).plus(i32::from(after) - 163)),
            Self::Hanukkah => {
                let (first, next) =
                    (rosh_hashanah(i32::from(year) + 3761), rosh_hashanah(i32::from(year) + 3762));
                // Heshvan has 30 days in a year of 355 or 385
                let long = (next.number() - first.number()) % 10 == 5;
                Some(first.plus(if long { 84 } else { 83 }))
            }
            Self::Islamic(month, day) => islamic(year, i32::from(month), i32::from(day)),
            Self::LunarNewYear => Some(lunar_new_year(year)),
            // the new moon around the first of November, and the evening before it in India
            Self::Diwali => {
                let moon = moons_until(Day::from_ymd(year, 11, 16)?, INDIA);
                Some(new_moon(moon, INDIA - EVENING))
            }
            Self::Nth(month, nth, weekday) => {
                let first = Day::from_ymd(year, month, 1)?;
                if nth < 0 {
                    let last = first.last_of_month();
                    return Some(last.plus(-i32::from((last.weekday() + 7 - weekday) % 7)));
                }
                let ahead = i32::from((weekday + 7 - first.weekday()) % 7);
                Some(first.plus(ahead + 7 * i32::from(nth - 1)))
            }
        }
    }
}

/// Easter Sunday of the Western churches (J. Meeus, "Astronomical Algorithms", chapter 8). Up to 1582 the
/// answer is the Julian date, as every text of the time writes it.
fn easter(year: i16) -> Option<Day> {
    let y = i32::from(year);
    if y < 1583 {
        let d = (19 * y.rem_euclid(19) + 15) % 30;
        let e = (2 * y.rem_euclid(4) + 4 * y.rem_euclid(7) - d + 34) % 7;
        let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
        return Day::from_ymd(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    }
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Day::from_ymd(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// Easter Sunday of the Eastern churches: reckoned by the Julian calendar (J. Meeus, "Astronomical
/// Algorithms", chapter 8), and from 1583 given by the Gregorian one.
fn orthodox_easter(year: i16) -> Option<Day> {
    let y = i32::from(year);
    let d = (19 * y.rem_euclid(19) + 15) % 30;
    let e = (2 * y.rem_euclid(4) + 4 * y.rem_euclid(7) - d + 34) % 7;
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    let julian = Day::from_ymd(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    let behind = if y < 1583 { 0 } else { y.div_euclid(100) - y.div_euclid(400) - 2 };
    Some(julian.plus(behind))
}

/// The first day of a Hebrew year (E. Reingold and N. Dershowitz, "Calendrical Calculations", chapter 8).
fn rosh_hashanah(year: i32) -> Day {
    // days from the epoch to the mean new moon, put off from Sunday, Wednesday and Friday
    let elapsed = |year: i32| {
        let months = i64::from((235 * year - 234).div_euclid(19));
        let parts = 12_084 + 13_753 * months;
        let day = 29 * months + parts.div_euclid(25_920);
        if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
    };
    let (before, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let correction = if next - this == 356 {
        2
    } else if this - before == 382 {
        1
    } else {
        0
    };
    // the epoch, 7 October 3761 BCE of the Julian calendar, is so many days before 1970-01-01
    Day::from_number(i32::try_from(this + correction - 2_092_590).unwrap_or(i32::MIN))
}

/// The first such day of the arithmetic Islamic calendar in a Gregorian year.
fn islamic(year: i16, month: i32, day: i32) -> Option<Day> {
    let around = (i32::from(year) - 622) * 33 / 32;
    (around - 1..=around + 2)
        .filter(|hijri| *hijri > 0)
        .map(|hijri| {
            let days = (11 * hijri + 3) / 30 + 354 * hijri + 30 * month - (month - 1) / 2 + day;
            // Julian day numbers, with 1970-01-01 as 2440588, from the astronomical epoch, 15 July 622
            Day::from_number(days + 1_948_439 - 385 - 2_440_588)
        })
        .find(|found| found.date().year() == year)
}

/// Clocks, in days ahead of Greenwich.
const CHINA: f64 = 8.0 / 24.0;
const INDIA: f64 = 5.5 / 24.0;
/// When it is dark in India in autumn, in days.
const EVENING: f64 = 18.0 / 24.0;
/// The mean time from one new moon to the next, in days.
const LUNATION: f64 = 29.530_588_861;
/// The mean new moon of January 2000, in days since the beginning of 1970.
const NEW_MOON: f64 = 10_962.597_66;

/// The second new moon after the month that holds the winter solstice. (A year with a leap month behind that
/// month, as 2034, begins a month later.)
fn lunar_new_year(year: i16) -> Day {
    // the mean solstice of December 2000 and the year's length (Meeus, chapter 27)
    let solstice = 11_312.559_52 + 365.242_740_49 * f64::from(year - 2001);
    new_moon(moons_until(Day::from_number((solstice + CHINA).floor() as i32), CHINA) + 2, CHINA)
}

/// The number of the last new moon up to a day, the one of January 2000 being 0.
fn moons_until(day: Day, clock: f64) -> i32 {
    let count = ((f64::from(day.number()) - NEW_MOON) / LUNATION).round() as i32;
    if new_moon(count, clock) > day { count - 1 } else { count }
}

/// The day of a new moon, by a clock so many days ahead of Greenwich (J. Meeus, "Astronomical Algorithms",
/// chapter 49, the terms of more than two minutes).
fn new_moon(count: i32, clock: f64) -> Day {
    let count = f64::from(count);
    let centuries = count / 1236.85;
    let angle = |base: f64, step: f64| (base + step * count).to_radians();
    let (sun, moon, node) =
        (angle(2.5534, 29.105_356_7), angle(201.5643, 385.816_935_28), angle(160.7108, 390.670_502_84));
    let eccentric = 1.0 - 0.002_516 * centuries;
    let instant = NEW_MOON + LUNATION * count + 0.000_154_37 * centuries * centuries - 0.4072 * moon.sin()
        + 0.172_41 * eccentric * sun.sin()
        + 0.016_08 * (2.0 * moon).sin()
        + 0.010_39 * (2.0 * node).sin()
        + 0.007_39 * eccentric * (moon - sun).sin()
        - 0.005_14 * eccentric * (moon + sun).sin()
        + 0.002_08 * eccentric * eccentric * (2.0 * sun).sin();
    Day::from_number((instant + clock).floor() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_tables_say() {
        for (year, iso) in
            [(1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2017, "2017-04-16")]
        {
            assert_eq!(easter(year).map(Day::iso).as_deref(), Some(iso));
        }
    }

    #[test]
    fn feasts_of_other_calendars_fall_where_the_tables_say() {
        for (named, year, iso) in [
            (NamedDay::OrthodoxEaster(0), 2017, "2017-04-16"),
            (NamedDay::OrthodoxEaster(0), 2021, "2021-05-02"),
            (NamedDay::RoshHashanah(0), 2016, "2016-10-03"),
            (NamedDay::RoshHashanah(0), 2023, "2023-09-16"),
            (NamedDay::RoshHashanah(9), 1973, "1973-10-06"),
            (NamedDay::Passover(0), 2017, "2017-04-11"),
            (NamedDay::Passover(0), 2024, "2024-04-23"),
            (NamedDay::Passover(-30), 2020, "2020-03-10"),
            (NamedDay::Hanukkah, 2016, "2016-12-25"),
            (NamedDay::Hanukkah, 2021, "2021-11-29"),
            (NamedDay::Islamic(10, 1), 2017, "2017-06-25"),
            (NamedDay::Islamic(12, 10), 2023, "2023-06-28"),
            (NamedDay::Islamic(10, 1), 2022, "2022-05-02"),
            (NamedDay::LunarNewYear, 1912, "1912-02-18"),
            (NamedDay::LunarNewYear, 1966, "1966-01-21"),
            (NamedDay::LunarNewYear, 1985, "1985-02-20"),
            (NamedDay::LunarNewYear, 1968, "1968-01-30"),
            (NamedDay::LunarNewYear, 2000, "2000-02-05"),
            (NamedDay::LunarNewYear, 2007, "2007-02-18"),
            (NamedDay::LunarNewYear, 2012, "2012-01-23"),
            (NamedDay::LunarNewYear, 2015, "2015-02-19"),
            (NamedDay::LunarNewYear, 2017, "2017-01-28"),
            (NamedDay::LunarNewYear, 2019, "2019-02-05"),
            (NamedDay::LunarNewYear, 2020, "2020-01-25"),
            (NamedDay::LunarNewYear, 2021, "2021-02-12"),
            (NamedDay::LunarNewYear, 2023, "2023-01-22"),
            (NamedDay::LunarNewYear, 2024, "2024-02-10"),
            (NamedDay::Diwali, 2014, "2014-10-23"),
            (NamedDay::Diwali, 2015, "2015-11-11"),
            (NamedDay::Diwali, 2017, "2017-10-19"),
            (NamedDay::Diwali, 2019, "2019-10-27"),
            (NamedDay::Diwali, 2020, "2020-11-14"),
            (NamedDay::Diwali, 2021, "2021-11-04"),
            (NamedDay::Diwali, 2022, "2022-10-24"),
            (NamedDay::Diwali, 2023, "2023-11-12"),
        ] {
            assert_eq!(named.in_year(year).map(Day::iso).as_deref(), Some(iso), "{named:?} {year}");
        }
    }

    #[test]
    fn days_counted_by_weekday_fall_inside_their_month() {
        assert_eq!(NamedDay::Nth(11, 4, 3).in_year(2017).map(Day::iso).as_deref(), Some("2017-11-23"));
        assert_eq!(
            NamedDay::AfterNth(11, 1, 0, 1).in_year(2016).map(Day::iso).as_deref(),
            Some("2016-11-08")
        );
        assert_eq!(NamedDay::Before(12, 25, 4, 6).in_year(2017).map(Day::iso).as_deref(), Some("2017-12-03"));
        assert_eq!(NamedDay::Before(5, 25, 1, 0).in_year(2015).map(Day::iso).as_deref(), Some("2015-05-18"));
        assert_eq!(NamedDay::Nth(5, -1, 0).in_year(2017).map(Day::iso).as_deref(), Some("2017-05-29"));
    }
}
