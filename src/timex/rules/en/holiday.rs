//! Feasts and named days. One row a day: its words, and how it falls.

use crate::timex::Day;
use crate::timex::Strength::Strong;
use crate::timex::pattern::Pat::{Any, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::en::calendar::bound_year;
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{PartialDate, TimexValue, YearPart};

/// How a named day falls in a year.
enum Falls {
    /// On a month and day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday of the Western churches.
    Easter(i32),
    /// On the nth weekday (Monday 0) of a month; −1 is the last.
    Nth(i8, i8, u8),
}

/// Order matters: a rule binds the index.
const DAYS: &[Falls] = &[
    Falls::Fixed(12, 25),
    Falls::Fixed(12, 24),
    Falls::Fixed(1, 1),
    Falls::Fixed(12, 31),
    Falls::Easter(0),
    Falls::Easter(-2),
    Falls::Easter(1),
    Falls::Easter(-7),
    Falls::Easter(-46),
    Falls::Easter(39),
    Falls::Easter(49),
    Falls::Fixed(10, 31),
    Falls::Fixed(11, 1),
    Falls::Nth(11, 4, 3),
    Falls::Fixed(2, 14),
    Falls::Fixed(3, 17),
    Falls::Nth(9, 1, 0),
    Falls::Nth(5, -1, 0),
    Falls::Fixed(11, 11),
    Falls::Fixed(7, 4),
    Falls::Fixed(7, 14),
    Falls::Fixed(12, 26),
    Falls::Nth(1, 3, 0),
    Falls::Nth(10, 2, 0),
    Falls::Fixed(5, 1),
    Falls::Fixed(9, 29),
    Falls::Fixed(6, 24),
    Falls::Fixed(4, 1),
    Falls::Easter(-3),
];

/// The day a named day falls on in a year.
pub(in crate::timex) fn day_of(index: u8, year: i16) -> Option<Day> {
    match DAYS.get(usize::from(index))? {
        Falls::Fixed(month, day) => Day::from_ymd(year, *month, *day),
        Falls::Easter(after) => Some(easter(year)?.plus(*after)),
        Falls::Nth(month, nth, weekday) => {
            if *nth < 0 {
                let last = Day::from_ymd(year, *month, 1)?.last_of_month();
                return Some(last.plus(-i32::from((last.weekday() + 7 - weekday) % 7)));
            }
            let first = Day::from_ymd(year, *month, 1)?;
            let ahead = i32::from((weekday + 7 - first.weekday()) % 7);
            Some(first.plus(ahead + 7 * i32::from(nth - 1)))
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

/// A rule for one named day.
macro_rules! named_day {
    ($name:literal, $index:literal, [$($pattern:tt)*], $text:literal, $expression:literal, $value:literal) => {
        Rule {
            name: $name,
            pattern: &[$($pattern)*, Opt(&[Opt(&[Word(&[",", "in", "of"])]), Take(Slot::Year)])],
            norm: |b| named(b, $index),
            strength: Strong,
            #[cfg(test)]
            accepts: &[($text, $expression, $value)],
            #[cfg(test)]
            rejects: &[],
        }
    };
}

pub(super) const RULES: &[Rule] = &[
    named_day!(
        "Christmas",
        0,
        [Any(&[&[Word(&["christmas"]), Word(&["day"])], &[Word(&["christmas"])]])],
        "They met at Christmas in the trench.",
        "Christmas",
        "2016-12-25"
    ),
    named_day!(
        "Christmas Eve",
        1,
        [Word(&["christmas"]), Word(&["eve"])],
        "On Christmas Eve 1914 it froze.",
        "Christmas Eve 1914",
        "1914-12-24"
    ),
    named_day!(
        "New Year",
        2,
        [Word(&["new"]), Word(&["year"]), Word(&["'s", "’s"]), Word(&["day"])],
        "On New Year's Day it snowed.",
        "New Year's Day",
        "2017-01-01"
    ),
    named_day!(
        "New Year's Eve",
        3,
        [Word(&["new"]), Word(&["year"]), Word(&["'s", "’s"]), Word(&["eve"])],
        "On New Year's Eve 1999 all held.",
        "New Year's Eve 1999",
        "1999-12-31"
    ),
    named_day!(
        "Easter",
        4,
        [Word(&["easter"]), Opt(&[Word(&["sunday"])])],
        "On Easter Sunday 1916 it was planned.",
        "Easter Sunday 1916",
        "1916-04-23"
    ),
    named_day!(
        "Good Friday",
        5,
        [Word(&["good"]), Word(&["friday"])],
        "On Good Friday 1998 they signed.",
        "Good Friday 1998",
        "1998-04-10"
    ),
    named_day!(
        "Easter Monday",
        6,
        [Word(&["easter"]), Word(&["monday"])],
        "On Easter Monday 1916 it began.",
        "Easter Monday 1916",
        "1916-04-24"
    ),
    named_day!(
        "Palm Sunday",
        7,
        [Word(&["palm"]), Word(&["sunday"])],
        "On Palm Sunday 1461 they fought.",
        "Palm Sunday 1461",
        "1461-03-29"
    ),
    named_day!(
        "Ash Wednesday",
        8,
        [Word(&["ash"]), Word(&["wednesday"])],
        "On Ash Wednesday 1983 it burned.",
        "Ash Wednesday 1983",
        "1983-02-16"
    ),
    named_day!(
        "Ascension Day",
        9,
        [Word(&["ascension"]), Word(&["day"])],
        "On Ascension Day 2017 we rest.",
        "Ascension Day 2017",
        "2017-05-25"
    ),
    named_day!(
        "Pentecost",
        10,
        [Any(&[&[Word(&["pentecost"])], &[Word(&["whit"]), Word(&["sunday"])]])],
        "On Whit Sunday 2017 we rest.",
        "Whit Sunday 2017",
        "2017-06-04"
    ),
    named_day!(
        "Halloween",
        11,
        [Word(&["halloween"])],
        "On Halloween 2016 it was dark.",
        "Halloween 2016",
        "2016-10-31"
    ),
    named_day!(
        "All Saints' Day",
        12,
        [Word(&["all"]), Opt(&[Word(&["-"])]), Word(&["saints"]), Opt(&[Word(&["'", "’"])]), Word(&["day"])],
        "On All Saints' Day 1755 Lisbon shook.",
        "All Saints' Day 1755",
        "1755-11-01"
    ),
    named_day!(
        "Thanksgiving",
        13,
        [Word(&["thanksgiving"]), Opt(&[Word(&["day"])])],
        "On Thanksgiving Day 2016 they ate.",
        "Thanksgiving Day 2016",
        "2016-11-24"
    ),
    named_day!(
        "Valentine's Day",
        14,
        [Word(&["valentine"]), Word(&["'s", "’s"]), Word(&["day"])],
        "On Valentine's Day 1929 seven died.",
        "Valentine's Day 1929",
        "1929-02-14"
    ),
    named_day!(
        "St. Patrick's Day",
        15,
        [Word(&["st.", "st", "saint"]), Word(&["patrick"]), Word(&["'s", "’s"]), Word(&["day"])],
        "On St. Patrick's Day 1995 it rained.",
        "St. Patrick's Day 1995",
        "1995-03-17"
    ),
    named_day!(
        "Labor Day",
        16,
        [Word(&["labor"]), Word(&["day"])],
        "On Labor Day 2016 shops closed.",
        "Labor Day 2016",
        "2016-09-05"
    ),
    named_day!(
        "Memorial Day",
        17,
        [Word(&["memorial"]), Word(&["day"])],
        "On Memorial Day 2016 flags flew.",
        "Memorial Day 2016",
        "2016-05-30"
    ),
    named_day!(
        "Armistice Day",
        18,
        [Word(&["armistice", "veterans", "remembrance"]), Word(&["day"])],
        "On Armistice Day 1919 all stood.",
        "Armistice Day 1919",
        "1919-11-11"
    ),
    named_day!(
        "Independence Day",
        19,
        [Any(&[
            &[Word(&["independence"]), Word(&["day"])],
            &[Word(&["fourth"]), Word(&["of"]), Word(&["july"])]
        ])],
        "On Independence Day 1976 ships came.",
        "Independence Day 1976",
        "1976-07-04"
    ),
    named_day!(
        "Bastille Day",
        20,
        [Word(&["bastille"]), Word(&["day"])],
        "On Bastille Day 2016 a lorry came.",
        "Bastille Day 2016",
        "2016-07-14"
    ),
    named_day!(
        "Boxing Day",
        21,
        [Word(&["boxing"]), Word(&["day"])],
        "On Boxing Day 2004 the sea rose.",
        "Boxing Day 2004",
        "2004-12-26"
    ),
    named_day!(
        "Martin Luther King Day",
        22,
        [
            Any(&[
                &[Word(&["martin"]), Word(&["luther"]), Word(&["king"]), Opt(&[Word(&["jr."])])],
                &[Word(&["mlk"])]
            ]),
            Word(&["day"])
        ],
        "On Martin Luther King Day 2017 they marched.",
        "Martin Luther King Day 2017",
        "2017-01-16"
    ),
    named_day!(
        "Columbus Day",
        23,
        [Word(&["columbus"]), Word(&["day"])],
        "On Columbus Day 2016 banks shut.",
        "Columbus Day 2016",
        "2016-10-10"
    ),
    named_day!(
        "May Day",
        24,
        [Word(&["may"]), Word(&["day"])],
        "On May Day 2016 they marched.",
        "May Day 2016",
        "2016-05-01"
    ),
    named_day!(
        "Michaelmas",
        25,
        [Word(&["michaelmas"])],
        "Rent was due at Michaelmas 1381 again.",
        "Michaelmas 1381",
        "1381-09-29"
    ),
    named_day!(
        "Midsummer Day",
        26,
        [Word(&["midsummer"]), Word(&["day"])],
        "By Midsummer Day 1381 it was over.",
        "Midsummer Day 1381",
        "1381-06-24"
    ),
    named_day!(
        "April Fools' Day",
        27,
        [Word(&["april"]), Word(&["fools", "fool"]), Opt(&[Word(&["'", "’", "'s", "’s"])]), Word(&["day"])],
        "On April Fools' Day 1957 spaghetti grew.",
        "April Fools' Day 1957",
        "1957-04-01"
    ),
    named_day!(
        "Maundy Thursday",
        28,
        [Any(&[&[Word(&["maundy"])], &[Word(&["holy"])]]), Word(&["thursday"])],
        "On Maundy Thursday 2017 coins were given.",
        "Maundy Thursday 2017",
        "2017-04-13"
    ),
];

fn named(b: &Bound, index: u8) -> Option<Read> {
    Read::date(TimexValue::Calendar(PartialDate {
        year: bound_year(b),
        part: Some(YearPart::Holiday(index)),
        ..PartialDate::default()
    }))
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
    fn every_rule_has_its_day() {
        assert_eq!(RULES.len(), DAYS.len());
        assert!((0..DAYS.len()).all(|i| day_of(u8::try_from(i).unwrap(), 2017).is_some()));
    }
}
