//! Dates that the calendar does not have: kept as text with a warning, never rolled over.

use super::calendar::small;
use crate::timex::Strength::Fair;
use crate::timex::pattern::Pat::{self, Any, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{Refusal, TimexKind, TimexValue};

/// A number in digits or "32nd"; [`number`] reads it.
const COUNT: Pat = Any(&[&[Take(Slot::Ordinal)], &[Take(Slot::Number)]]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "no such day of a month",
        pattern: &[Any(&[
            &[COUNT, Opt(&[Word(&["of"])]), Take(Slot::Month), Opt(&[Word(&[","])]), Take(Slot::Year)],
            &[Take(Slot::Month), COUNT, Opt(&[Word(&[","])]), Take(Slot::Year)],
        ])],
        norm: |b| refused(Refusal::NoSuchDay).filter(|_| matches!(number(b), Some(0 | 32..100))),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("The deed is of 45 May 1900, they say.", "45 May 1900", "XXXX-XX-XX"),
            ("The deed is of December 32nd, 1999, they say.", "December 32nd, 1999", "XXXX-XX-XX"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "no such numeric date",
        pattern: &[
            Take(Slot::Number),
            Word(&["/", "."]),
            Take(Slot::Number),
            Word(&["/", "."]),
            Take(Slot::Year),
        ],
        norm: |b| {
            let (first, second) = (b.nth(Slot::Number, 0)? / 2, b.nth(Slot::Number, 1)? / 2);
            let day = |n: i32| (1..=31).contains(&n);
            let month = |n: i32| (1..=12).contains(&n);
            if first.max(second) > 99 || day(first) && day(second) {
                return None;
            }
            let months = month(first) || month(second);
            refused(if months { Refusal::NoSuchDay } else { Refusal::NoSuchMonth })
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It is stamped 00/10/1999, they say.", "00/10/1999", "XXXX-XX-XX"),
            ("It is stamped 45/05/1999, they say.", "45/05/1999", "XXXX-XX-XX"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "no such year",
        pattern: &[Any(&[
            &[Opt(&[Word(&["the"])]), Word(&["year"]), Take(Slot::Number)],
            &[Take(Slot::Day), Opt(&[Word(&["of"])]), Take(Slot::Month), Take(Slot::Number)],
            &[Take(Slot::Month), Take(Slot::Day), Word(&[","]), Take(Slot::Number)],
        ])],
        norm: |b| {
            let year = b.get(Slot::Number)? / 2;
            refused(Refusal::YearOutOfRange)
                .filter(|_| (10_000..1_000_000).contains(&year) && small(b, Slot::Day) != Some(0))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("In the year 99999 the sun dies.", "the year 99999", "XXXX-XX-XX"),
            ("It ends on 14 October 99999 at noon.", "14 October 99999", "XXXX-XX-XX"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

fn refused(refusal: Refusal) -> Option<Read> {
    Read::of(TimexKind::Date, TimexValue::Refused(refusal))
}

/// What [`COUNT`] bound.
fn number(b: &Bound) -> Option<i32> {
    b.get(Slot::Ordinal).or_else(|| b.get(Slot::Number).map(|doubled| doubled / 2))
}
