//! Times that are counted from a time named in the same words: "a week from Tuesday", "Friday of last week".

use super::calendar::part_of_day;
use super::relative::{fortnights, length_unit};
use crate::timex::Strength::Strong;
use crate::timex::pattern::Pat::{self, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{From, LengthUnit, Offset, Step, TimexKind, TimexValue};

/// "two weeks", "a fortnight".
const WEEKS: &[&[Pat]] =
    &[&[Take(Slot::Number), Take(Slot::Units)], &[Word(&["a", "one"]), Take(Slot::Unit)]];

const LAST_THIS_NEXT: &[&[Pat]] = &[
    &[Word(&["last"]), Bind(Slot::Sign, -1)],
    &[Word(&["this"]), Bind(Slot::Sign, 0)],
    &[Word(&["next"]), Bind(Slot::Sign, 1)],
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "weeks ago on a day",
        pattern: &[
            Any(WEEKS),
            Word(&["ago"]),
            Opt(&[Word(&["on"])]),
            Any(&[&[Take(Slot::Today)], &[Take(Slot::FullWeekday)]]),
        ],
        norm: |b| {
            let weeks = -weeks(b)?;
            match b.get(Slot::Today) {
                Some(days) => counted(Step::Unit(LengthUnit::Day), 7 * weeks + days),
                None => counted(weekday_of_week(b)?, weeks),
            }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("A week ago today the dam broke.", "A week ago today", "2017-04-19"),
            ("It broke two weeks ago yesterday.", "two weeks ago yesterday", "2017-04-11"),
            ("It broke a week ago Monday.", "a week ago Monday", "2017-04-17"),
            ("It broke a fortnight ago on Friday.", "a fortnight ago on Friday", "2017-04-14"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weeks from a day",
        pattern: &[
            Any(WEEKS),
            Word(&["from", "on"]),
            Any(&[&[Take(Slot::Today)], &[Take(Slot::FullWeekday)]]),
        ],
        norm: |b| {
            let weeks = weeks(b)?;
            match b.get(Slot::Today) {
                Some(days) => counted(Step::Unit(LengthUnit::Day), 7 * weeks + days),
                None => counted(weekday(b)?, weeks + 1),
            }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet a week from Tuesday.", "a week from Tuesday", "2017-05-09"),
            ("They meet two weeks from today.", "two weeks from today", "2017-05-10"),
            ("They meet a week on Friday.", "a week on Friday", "2017-05-05"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weekday week",
        pattern: &[Any(&[&[Take(Slot::Today)], &[Take(Slot::FullWeekday)]]), Word(&["week", "fortnight"])],
        norm: |b| match b.get(Slot::Today) {
            Some(days) => counted(Step::Unit(LengthUnit::Day), 7 + days),
            None => counted(weekday(b)?, 2),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet on Tuesday week.", "Tuesday week", "2017-05-09"),
            ("They meet tomorrow week.", "tomorrow week", "2017-05-04"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weekday of last week",
        pattern: &[
            Take(Slot::FullWeekday),
            Opt(&[Take(Slot::Daytime)]),
            Opt(&[Word(&["of"])]),
            Any(LAST_THIS_NEXT),
            Word(&["week"]),
        ],
        norm: |b| {
            let time = b.get(Slot::Daytime).and_then(part_of_day);
            let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
            let offset =
                Offset { step: weekday_of_week(b)?, count: b.get(Slot::Sign), from: From::Now, time };
            Read::of(kind, TimexValue::Relative(offset))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("He left on Friday of last week.", "Friday of last week", "2017-04-21"),
            ("He leaves Monday next week.", "Monday next week", "2017-05-01"),
            ("He left on Friday night last week.", "Friday night last week", "2017-04-21TNI"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units' time",
        pattern: &[
            Any(&[
                &[Take(Slot::Number), Take(Slot::Units), Word(&["'", "’"])],
                &[Word(&["a", "one"]), Bind(Slot::Number, 2), Take(Slot::Unit), Word(&["'s", "’s"])],
            ]),
            Word(&["time"]),
        ],
        norm: |b| counted(Step::Unit(length_unit(b)?), b.get(Slot::Number)? / 2 * fortnights(b)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("He leaves in two weeks' time.", "two weeks' time", "2017-W19"),
            ("He leaves in a month's time.", "a month's time", "2017-05"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

/// How many weeks are bound by [`WEEKS`].
fn weeks(b: &Bound) -> Option<i32> {
    (length_unit(b)? == LengthUnit::Week).then(|| b.get(Slot::Number).unwrap_or(2) / 2 * fortnights(b))
}

fn weekday(b: &Bound) -> Option<Step> {
    b.get(Slot::FullWeekday).and_then(|day| u8::try_from(day).ok()).map(Step::Weekday)
}

fn weekday_of_week(b: &Bound) -> Option<Step> {
    b.get(Slot::FullWeekday).and_then(|day| u8::try_from(day).ok()).map(Step::WeekdayOfWeek)
}

fn counted(step: Step, count: i32) -> Option<Read> {
    Read::date(TimexValue::Relative(Offset { step, count: Some(count), from: From::Now, time: None }))
}
