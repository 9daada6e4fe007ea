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
    /// On the nth weekday (Monday 0) of a month: (month, n, weekday); n −1 is the last.
    Nth(i8, i8, u8),
}

impl NamedDay {
    /// The day it falls on in a year.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Day> {
        match self {
            Self::Fixed(month, day) => Day::from_ymd(year, month, day),
            Self::Easter(after) => Some(easter(year)?.plus(i32::from(after))),
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
    fn days_counted_by_weekday_fall_inside_their_month() {
        assert_eq!(NamedDay::Nth(11, 4, 3).in_year(2017).map(Day::iso).as_deref(), Some("2017-11-23"));
        assert_eq!(NamedDay::Nth(5, -1, 0).in_year(2017).map(Day::iso).as_deref(), Some("2017-05-29"));
    }
}
