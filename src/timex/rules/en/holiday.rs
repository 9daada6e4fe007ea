//! Feasts and named days. One row a day: its words, and how it falls.

use crate::timex::NamedDay::{self, Easter, Fixed, Nth};
use crate::timex::Strength::Strong;
use crate::timex::pattern::Pat::{Any, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::en::calendar::bound_year;
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{PartialDate, TimexValue, YearPart};

/// A rule for one named day.
macro_rules! named_day {
    ($name:literal, $falls:expr, [$($pattern:tt)*], $text:literal, $expression:literal, $value:literal) => {
        Rule {
            name: $name,
            pattern: &[$($pattern)*, Opt(&[Opt(&[Word(&[",", "in", "of"])]), Take(Slot::Year)])],
            norm: |b| named(b, $falls),
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
        Fixed(12, 25),
        [Any(&[&[Word(&["christmas", "xmas"]), Word(&["day"])], &[Word(&["christmas", "xmas"])]])],
        "They met at Christmas in the trench.",
        "Christmas",
        "2016-12-25"
    ),
    named_day!(
        "Christmas Eve",
        Fixed(12, 24),
        [Word(&["christmas", "xmas"]), Word(&["eve"])],
        "On Christmas Eve 1914 it froze.",
        "Christmas Eve 1914",
        "1914-12-24"
    ),
    named_day!(
        "New Year",
        Fixed(1, 1),
        [Word(&["new"]), Word(&["year"]), Word(&["'s", "’s"]), Word(&["day"])],
        "On New Year's Day it snowed.",
        "New Year's Day",
        "2017-01-01"
    ),
    named_day!(
        "New Year's Eve",
        Fixed(12, 31),
        [Word(&["new"]), Word(&["year"]), Word(&["'s", "’s"]), Word(&["eve"])],
        "On New Year's Eve 1999 all held.",
        "New Year's Eve 1999",
        "1999-12-31"
    ),
    named_day!(
        "Easter",
        Easter(0),
        [Word(&["easter"]), Opt(&[Word(&["sunday"])])],
        "On Easter Sunday 1916 it was planned.",
        "Easter Sunday 1916",
        "1916-04-23"
    ),
    named_day!(
        "Good Friday",
        Easter(-2),
        [Word(&["good"]), Word(&["friday"])],
        "On Good Friday 1998 they signed.",
        "Good Friday 1998",
        "1998-04-10"
    ),
    named_day!(
        "Easter Monday",
        Easter(1),
        [Word(&["easter"]), Word(&["monday"])],
        "On Easter Monday 1916 it began.",
        "Easter Monday 1916",
        "1916-04-24"
    ),
    named_day!(
        "Palm Sunday",
        Easter(-7),
        [Word(&["palm"]), Word(&["sunday"])],
        "On Palm Sunday 1461 they fought.",
        "Palm Sunday 1461",
        "1461-03-29"
    ),
    named_day!(
        "Ash Wednesday",
        Easter(-46),
        [Word(&["ash"]), Word(&["wednesday"])],
        "On Ash Wednesday 1983 it burned.",
        "Ash Wednesday 1983",
        "1983-02-16"
    ),
    named_day!(
        "Ascension Day",
        Easter(39),
        [Word(&["ascension"]), Word(&["day"])],
        "On Ascension Day 2017 we rest.",
        "Ascension Day 2017",
        "2017-05-25"
    ),
    named_day!(
        "Pentecost",
        Easter(49),
        [Any(&[&[Word(&["pentecost"])], &[Word(&["whit"]), Word(&["sunday"])]])],
        "On Whit Sunday 2017 we rest.",
        "Whit Sunday 2017",
        "2017-06-04"
    ),
    named_day!(
        "Halloween",
        Fixed(10, 31),
        [Word(&["halloween"])],
        "On Halloween 2016 it was dark.",
        "Halloween 2016",
        "2016-10-31"
    ),
    named_day!(
        "All Saints' Day",
        Fixed(11, 1),
        [Word(&["all"]), Opt(&[Word(&["-"])]), Word(&["saints"]), Opt(&[Word(&["'", "’"])]), Word(&["day"])],
        "On All Saints' Day 1755 Lisbon shook.",
        "All Saints' Day 1755",
        "1755-11-01"
    ),
    named_day!(
        "Thanksgiving",
        Nth(11, 4, 3),
        [Word(&["thanksgiving"]), Opt(&[Word(&["day"])])],
        "On Thanksgiving Day 2016 they ate.",
        "Thanksgiving Day 2016",
        "2016-11-24"
    ),
    named_day!(
        "Valentine's Day",
        Fixed(2, 14),
        [Word(&["valentine"]), Word(&["'s", "’s"]), Word(&["day"])],
        "On Valentine's Day 1929 seven died.",
        "Valentine's Day 1929",
        "1929-02-14"
    ),
    named_day!(
        "St. Patrick's Day",
        Fixed(3, 17),
        [Word(&["st.", "st", "saint"]), Word(&["patrick"]), Word(&["'s", "’s"]), Word(&["day"])],
        "On St. Patrick's Day 1995 it rained.",
        "St. Patrick's Day 1995",
        "1995-03-17"
    ),
    named_day!(
        "Labor Day",
        Nth(9, 1, 0),
        [Word(&["labor"]), Word(&["day"])],
        "On Labor Day 2016 shops closed.",
        "Labor Day 2016",
        "2016-09-05"
    ),
    named_day!(
        "Memorial Day",
        Nth(5, -1, 0),
        [Word(&["memorial"]), Word(&["day"])],
        "On Memorial Day 2016 flags flew.",
        "Memorial Day 2016",
        "2016-05-30"
    ),
    named_day!(
        "Armistice Day",
        Fixed(11, 11),
        [Word(&["armistice", "veterans", "remembrance"]), Word(&["day"])],
        "On Armistice Day 1919 all stood.",
        "Armistice Day 1919",
        "1919-11-11"
    ),
    named_day!(
        "Independence Day",
        Fixed(7, 4),
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
        Fixed(7, 14),
        [Word(&["bastille"]), Word(&["day"])],
        "On Bastille Day 2016 a lorry came.",
        "Bastille Day 2016",
        "2016-07-14"
    ),
    named_day!(
        "Boxing Day",
        Fixed(12, 26),
        [Word(&["boxing"]), Word(&["day"])],
        "On Boxing Day 2004 the sea rose.",
        "Boxing Day 2004",
        "2004-12-26"
    ),
    named_day!(
        "Martin Luther King Day",
        Nth(1, 3, 0),
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
        Nth(10, 2, 0),
        [Word(&["columbus"]), Word(&["day"])],
        "On Columbus Day 2016 banks shut.",
        "Columbus Day 2016",
        "2016-10-10"
    ),
    named_day!(
        "May Day",
        Fixed(5, 1),
        [Word(&["may"]), Word(&["day"])],
        "On May Day 2016 they marched.",
        "May Day 2016",
        "2016-05-01"
    ),
    named_day!(
        "Michaelmas",
        Fixed(9, 29),
        [Word(&["michaelmas"])],
        "Rent was due at Michaelmas 1381 again.",
        "Michaelmas 1381",
        "1381-09-29"
    ),
    named_day!(
        "Midsummer Day",
        Fixed(6, 24),
        [Word(&["midsummer"]), Word(&["day"])],
        "By Midsummer Day 1381 it was over.",
        "Midsummer Day 1381",
        "1381-06-24"
    ),
    named_day!(
        "April Fools' Day",
        Fixed(4, 1),
        [Word(&["april"]), Word(&["fools", "fool"]), Opt(&[Word(&["'", "’", "'s", "’s"])]), Word(&["day"])],
        "On April Fools' Day 1957 spaghetti grew.",
        "April Fools' Day 1957",
        "1957-04-01"
    ),
    named_day!(
        "Maundy Thursday",
        Easter(-3),
        [Any(&[&[Word(&["maundy"])], &[Word(&["holy"])]]), Word(&["thursday"])],
        "On Maundy Thursday 2017 coins were given.",
        "Maundy Thursday 2017",
        "2017-04-13"
    ),
];

fn named(b: &Bound, day: NamedDay) -> Option<Read> {
    Read::date(TimexValue::Calendar(PartialDate {
        year: bound_year(b),
        part: Some(YearPart::Holiday(day)),
        ..PartialDate::default()
    }))
}
