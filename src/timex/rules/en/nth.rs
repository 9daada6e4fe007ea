//! Days and weeks counted inside a month: "the second Sunday in May 1990", "the last week of June",
//! "the latter half of October", "the closing days of April 1945".

use super::calendar::{calendar, small};
use super::era::{YEAR, bound_year};
use crate::timex::NamedDay::{self, Nth};
use crate::timex::Strength::Strong;
use crate::timex::pattern::Pat::{self, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{Modifier, PartialDate, TimexKind, TimexValue, YearPart};

/// Which one, −1 for the last.
const WHICH: Pat = Any(&[&[Word(&["last", "final"]), Bind(Slot::Ordinal, -1)], &[Take(Slot::Ordinal)]]);
const THE: Pat = Opt(&[Word(&["the"])]);
const OF: Pat = Word(&["of", "in"]);
const MONTH: Pat = Take(Slot::Month);
const YEAR_OF_IT: Pat = Opt(&[Opt(&[Word(&[",", "of", "in"])]), Any(YEAR)]);
const THURSDAY: i32 = 3;
const SATURDAY: i32 = 5;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "weekday counted in its month",
        pattern: &[THE, WHICH, Take(Slot::FullWeekday), OF, MONTH, YEAR_OF_IT],
        norm: |b| part(b, YearPart::Holiday(counted(b, b.get(Slot::FullWeekday)?)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They vote on the second Sunday in May 1990.", "the second Sunday in May 1990", "1990-05-13"),
            ("They voted on the last Friday of June 1848.", "the last Friday of June 1848", "1848-06-30"),
            ("They vote on the first Monday of October.", "the first Monday of October", "2017-10-02"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "week counted in its month",
        pattern: &[THE, WHICH, Opt(&[Word(&["full"])]), Word(&["week"]), OF, MONTH, YEAR_OF_IT],
        // weeks go by their Thursdays, as in ISO 8601
        norm: |b| part(b, YearPart::HolidayWeek(counted(b, THURSDAY)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rained in the first week of March 1917.", "the first week of March 1917", "1917-W09"),
            ("It rained in the last week of June 2016.", "the last week of June 2016", "2016-W26"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weekend counted in its month",
        pattern: &[THE, WHICH, Word(&["weekend"]), OF, MONTH, YEAR_OF_IT],
        norm: |b| part(b, YearPart::HolidayWeekend(counted(b, SATURDAY)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[(
            "It rained on the third weekend in May 2015.",
            "the third weekend in May 2015",
            "2015-W20-WE",
        )],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "end of a month",
        pattern: &[
            THE,
            Any(&[
                &[Word(&["first", "opening", "early"]), Bind(Slot::Sign, -1)],
                &[Word(&["second", "latter", "last", "closing", "final", "dying"]), Bind(Slot::Sign, 1)],
            ]),
            Any(&[
                &[Word(&["half"]), Bind(Slot::Number, 1)],
                &[Word(&["days"])],
                &[Opt(&[Word(&["few", "two", "three"])]), Word(&["days", "weeks"])],
            ]),
            OF,
            MONTH,
            YEAR_OF_IT,
        ],
        norm: |b| {
            let modifier = if b.get(Slot::Sign)? < 0 { Modifier::Start } else { Modifier::End };
            Some(Read { modifier: Some(modifier), ..calendar(month(b)?)? })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It fell in the second half of May 1848.", "the second half of May 1848", "1848-05"),
            ("It fell in the closing days of April 1945.", "the closing days of April 1945", "1945-04"),
            ("It fell in the first few days of October.", "the first few days of October", "2016-10"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

fn month(b: &Bound) -> Option<PartialDate> {
    Some(PartialDate { year: bound_year(b), month: Some(small(b, Slot::Month)?), ..PartialDate::default() })
}

/// The nth such weekday of the month; no month is sure to have a fifth one.
fn counted(b: &Bound, weekday: i32) -> Option<NamedDay> {
    let nth = b.get(Slot::Ordinal).filter(|nth| (-1..=4).contains(nth))?;
    Some(Nth(i8::try_from(b.get(Slot::Month)?).ok()?, nth as i8, u8::try_from(weekday).ok()?))
}

fn part(b: &Bound, part: YearPart) -> Option<Read> {
    let date = PartialDate { year: bound_year(b), part: Some(part), ..PartialDate::default() };
    Read::of(TimexKind::Date, TimexValue::Calendar(date))
}
