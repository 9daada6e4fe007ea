//! Dates told by both calendars, the Julian (Old Style) day and the Gregorian (New Style) one: "11/22 July
//! 1709", "11 (22) July 1709", "25 October (7 November) 1917". They are one date, the Gregorian one; a pair
//! whose days lie otherwise apart is none of these.

use super::calendar::calendar;
use super::era::{YEAR, bound_year};
use crate::timex::Day;
use crate::timex::Strength::Strong;
use crate::timex::pattern::Pat::{self, Any, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{PartialDate, Years};

const DAY: Pat = Take(Slot::Day);
const MONTH: Pat = Take(Slot::Month);
const OPEN: Pat = Word(&["(", "["]);
const CLOSE: Pat = Word(&[")", "]"]);
const SLASH: Pat = Word(&["/"]);
const OF: Pat = Opt(&[Word(&["of"])]);
/// The year, or the two years of an Old Style date: "1688/9".
const YEAR_OF_IT: Pat = Any(&[&[Opt(&[Word(&[","])]), Any(YEAR), Opt(&[SLASH, Take(Slot::DayDigits)])]]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "days of both calendars, month, year",
        pattern: &[DAY, Any(&[&[SLASH, DAY], &[OPEN, DAY, CLOSE]]), OF, MONTH, YEAR_OF_IT],
        norm: dual,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("He died on 11/22 July 1709 at sea.", "11/22 July 1709", "1709-07-22"),
            ("He died on 11 (22) July 1709 at sea.", "11 (22) July 1709", "1709-07-22"),
            ("He was born 12/22 March 1688/9 at sea.", "12/22 March 1688/9", "1689-03-22"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "days and months of both calendars, year",
        pattern: &[
            DAY,
            OF,
            MONTH,
            Any(&[&[SLASH, DAY, OF, MONTH], &[OPEN, DAY, OF, MONTH, CLOSE]]),
            YEAR_OF_IT,
        ],
        norm: dual,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            (
                "They rose on 24 October (6 November) 1917 at dawn.",
                "24 October (6 November) 1917",
                "1917-11-06",
            ),
            ("They rose on 24 October/6 November 1917 at dawn.", "24 October/6 November 1917", "1917-11-06"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "month, days of both calendars, year",
        pattern: &[
            MONTH,
            DAY,
            Any(&[&[SLASH, Opt(&[MONTH]), DAY], &[OPEN, Opt(&[MONTH]), DAY, CLOSE]]),
            YEAR_OF_IT,
        ],
        norm: dual,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("He died on July 11/22, 1709 at sea.", "July 11/22, 1709", "1709-07-22"),
            (
                "They rose on October 24 (November 6), 1917 too.",
                "October 24 (November 6), 1917",
                "1917-11-06",
            ),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

fn dual(b: &Bound) -> Option<Read> {
    let Some(Years::Year(year)) = bound_year(b) else { return None };
    let year = match b.get(Slot::DayDigits) {
        Some(short) if [(year + 1) % 10, (year + 1) % 100].map(i32::from).contains(&short) => year + 1,
        Some(_) => return None,
        None => year,
    };
    let first = b.get(Slot::Month)?;
    let month = b.nth(Slot::Month, 1).unwrap_or(first);
    let day = |month: i32, nth: usize| {
        Day::from_ymd(year, i8::try_from(month).ok()?, i8::try_from(b.nth(Slot::Day, nth)?).ok()?)
    };
    let (old, new) = (day(first, 0)?, day(month, 1)?);
    if new.number() - old.number() != behind(old) {
        return None;
    }
    let date = new.date();
    calendar(PartialDate {
        year: Some(Years::Year(date.year())),
        month: u8::try_from(date.month()).ok(),
        day: u8::try_from(date.day()).ok(),
        ..PartialDate::default()
    })
}

/// How many days the Julian calendar is behind on a day of its own reckoning: ten from 1582, and one more
/// from each 29 February that the Gregorian calendar leaves out.
fn behind(old: Day) -> i32 {
    let date = old.date();
    let year = i32::from(date.year()) - i32::from(date.month() < 3);
    year.div_euclid(100) - year.div_euclid(400) - 2
}
