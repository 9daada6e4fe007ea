//! Times counted from the publication day, or from the date told last.

use super::calendar::part_of_day;
use crate::lexicon::Unit;
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot, unit};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{From, LengthUnit, Offset, Step, TimexKind, TimexValue};

const LAST: &[&str] = &["last"];
const THIS: &[&str] = &["this", "current"];
const NEXT: &[&str] = &["next", "coming", "upcoming"];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "today, yesterday, tomorrow",
        pattern: &[Take(Slot::Today), Opt(&[Take(Slot::Daytime)])],
        norm: |b| {
            let time = b.get(Slot::Daytime).and_then(part_of_day);
            let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
            let offset = Offset {
                step: Step::Unit(LengthUnit::Day),
                count: b.get(Slot::Today),
                from: From::Now,
                time,
            };
            Read::of(kind, TimexValue::Relative(offset))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rained yesterday all day.", "yesterday", "2017-04-25"),
            ("It may rain to-morrow in town.", "to-morrow", "2017-04-27"),
            ("It rained yesterday morning in Leeds.", "yesterday morning", "2017-04-25TMO"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the day before yesterday, the day after tomorrow",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["day"]),
            Word(&["before", "after", "b4"]),
            Take(Slot::Today),
        ],
        norm: |b| now(LengthUnit::Day, b.get(Slot::Today).filter(|n| *n != 0)? * 2),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rained the day before yesterday too.", "the day before yesterday", "2017-04-24"),
            ("He comes the day after to-morrow.", "the day after to-morrow", "2017-04-28"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "tonight",
        pattern: &[Word(&["tonight", "to-night"])],
        norm: |_| part(0, 5),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rains tonight.", "tonight", "2017-04-26TNI"),
            ("We dine out to-night.", "to-night", "2017-04-26TNI"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last night",
        pattern: &[Word(&["last"]), Word(&["night"])],
        norm: |_| part(-1, 5),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It rained last night in Leeds.", "last night", "2017-04-25TNI")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "this morning",
        pattern: &[Word(&["this"]), Take(Slot::Daytime)],
        norm: |b| part(0, b.get(Slot::Daytime)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It rained this afternoon in Leeds.", "this afternoon", "2017-04-26TAF")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last unit",
        pattern: &[Any(&[
            &[Opt(&[Word(&["the"])]), Word(LAST), Take(Slot::Unit)],
            &[Word(&["this"]), Word(&["past"]), Take(Slot::Unit)],
            // "the past week" is a length, a weekend is none
            &[Opt(&[Word(&["the"])]), Word(&["past"]), Word(&["weekend"])],
        ])],
        norm: |b| match b.get(Slot::Unit) {
            Some(_) => now(length_unit(b)?, -1),
            None => now(LengthUnit::Weekend, -1),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rained last week in Leeds.", "last week", "2017-W16"),
            ("It rained last year in Leeds.", "last year", "2016"),
            ("It rained last month in Leeds.", "last month", "2017-03"),
            ("It rained last weekend in Leeds.", "last weekend", "2017-W16-WE"),
            ("It rained this past week in Leeds.", "this past week", "2017-W16"),
            ("It rained over the past weekend too.", "the past weekend", "2017-W16-WE"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "this unit",
        pattern: &[Opt(&[Word(&["the"])]), Word(THIS), Take(Slot::Unit)],
        norm: |b| now(length_unit(b)?, 0),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rained this week in Leeds.", "this week", "2017-W17"),
            ("It rained earlier this month in Leeds.", "earlier this month", "2017-04"),
            ("It rained this quarter in Leeds.", "this quarter", "2017-Q2"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "next unit",
        pattern: &[Opt(&[Word(&["the"])]), Word(NEXT), Take(Slot::Unit)],
        norm: |b| now(length_unit(b)?, 1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It opens next year in Leeds.", "next year", "2018")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the next day",
        pattern: &[Word(&["the"]), Word(&["next", "following"]), Take(Slot::Unit)],
        norm: |b| told(length_unit(b)?, 1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("The following day it snowed.", "The following day", "2017-04-27")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the following day",
        pattern: &[Word(&["following"]), Take(Slot::Unit)],
        norm: |b| told(length_unit(b)?, 1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the next morning",
        pattern: &[Word(&["the"]), Word(&["next", "following"]), Take(Slot::Daytime)],
        norm: |b| told_part(1, b.get(Slot::Daytime)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("The next morning it snowed.", "The next morning", "2017-04-27TMO")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "that evening",
        pattern: &[Word(&["that", "the"]), Opt(&[Word(&["same"])]), Take(Slot::Daytime)],
        norm: |b| told_part(0, b.get(Slot::Daytime)?),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("That evening it snowed.", "That evening", "2017-04-26TEV")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the previous year",
        pattern: &[Opt(&[Word(&["the"])]), Word(&["previous", "preceding", "prior"]), Take(Slot::Unit)],
        norm: |b| told(length_unit(b)?, -1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It was up from the previous year again.", "the previous year", "2016")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "that year",
        pattern: &[
            Any(&[
                &[Word(&["that"])],
                &[Word(&["the"]), Word(&["same"])],
                &[Word(&["that"]), Word(&["same"])],
            ]),
            Take(Slot::Unit),
        ],
        norm: |b| told(length_unit(b)?, 0),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("That year it snowed.", "That year", "2017")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the previous weekday",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["previous"]),
            Take(Slot::FullWeekday),
            Opt(&[Take(Slot::Daytime)]),
        ],
        norm: |b| {
            let read = named(b, -1)?;
            let TimexValue::Relative(offset) = read.value else { return None };
            Some(Read { value: TimexValue::Relative(Offset { from: From::Told, ..offset }), ..read })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It rained the previous Friday in Leeds.", "the previous Friday", "2017-04-21")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last weekday",
        pattern: &[
            Any(&[&[Word(&["last", "past"])], &[Word(&["this"]), Word(&["past"])]]),
            Any(&[&[Take(Slot::FullWeekday)], &[Take(Slot::FullMonth)], &[Take(Slot::Season)]]),
            Opt(&[Take(Slot::Daytime)]),
        ],
        norm: |b| named(b, -1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rained last Tuesday in Leeds.", "last Tuesday", "2017-04-25"),
            ("It rained last March in Leeds.", "last March", "2017-03"),
            ("It rained last summer in Leeds.", "last summer", "2016-SU"),
            ("It rained this past Friday in Leeds.", "this past Friday", "2017-04-21"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "this weekday",
        pattern: &[
            Word(&["this"]),
            Any(&[&[Take(Slot::FullWeekday)], &[Take(Slot::FullMonth)], &[Take(Slot::Season)]]),
            Opt(&[Take(Slot::Daytime)]),
        ],
        norm: |b| named(b, 0),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It opens this summer in Leeds.", "this summer", "2017-SU")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "next weekday",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["next", "coming", "following"]),
            Any(&[&[Take(Slot::FullWeekday)], &[Take(Slot::FullMonth)], &[Take(Slot::Season)]]),
            Opt(&[Take(Slot::Daytime)]),
        ],
        norm: |b| named(b, 1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It opens next Tuesday in Leeds.", "next Tuesday", "2017-05-02"),
            ("It opens next spring in Leeds.", "next spring", "2018-SP"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units ago",
        pattern: &[
            Any(&[&[Take(Slot::Number)], &[Take(Slot::Several)], &[Word(&["a"]), Take(Slot::Several)]]),
            Opt(&[Word(&["-"])]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
            Word(&["ago"]),
        ],
        norm: |b| counted(b, -1, From::Now),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It fell three years ago in Leeds.", "three years ago", "2014"),
            ("It fell two weeks ago in Leeds.", "two weeks ago", "2017-W15"),
            ("It fell 10 days ago in Leeds.", "10 days ago", "2017-04-16"),
            ("It fell several years ago in Leeds.", "several years ago", "PAST_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "a unit ago",
        pattern: &[
            Word(&["a", "an", "one"]),
            Opt(&[Word(&["full", "whole"])]),
            Take(Slot::Unit),
            Word(&["ago"]),
        ],
        norm: |b| {
            let (unit, size) = in_years(length_unit(b)?);
            now(unit, -size * fortnights(b))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It fell a year ago in Leeds.", "a year ago", "2016"),
            ("It fell a decade ago in Leeds.", "a decade ago", "2007"),
            ("It fell a fortnight ago in Leeds.", "a fortnight ago", "2017-W15"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "half a unit ago",
        pattern: &[
            Any(&[
                &[Word(&["half"]), Word(&["a", "an"]), Take(Slot::Unit)],
                &[Opt(&[Word(&["a"])]), Word(&["half"]), Opt(&[Word(&["-"])]), Take(Slot::Unit)],
                &[
                    Word(&["a", "an", "one"]),
                    Take(Slot::Unit),
                    Word(&["and"]),
                    Word(&["a"]),
                    Word(&["half"]),
                    Bind(Slot::Sign, 1),
                ],
            ]),
            Word(&["ago"]),
        ],
        norm: |b| {
            // one and a half where a whole one is said too
            let halves = if b.get(Slot::Sign).is_some() { 3 } else { 1 };
            let (unit, size) = match length_unit(b)? {
                LengthUnit::Year => (LengthUnit::Month, 6),
                LengthUnit::Month => (LengthUnit::Week, 2),
                LengthUnit::Decade => (LengthUnit::Year, 5),
                LengthUnit::Century => (LengthUnit::Year, 50),
                LengthUnit::Millennium => (LengthUnit::Year, 500),
                LengthUnit::Hour => (LengthUnit::Minute, 30),
                _ => return None,
            };
            now(unit, -halves * size)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It fell half a century ago in Leeds.", "half a century ago", "1967"),
            ("It fell a half-decade ago in Leeds.", "a half-decade ago", "2012"),
            ("It fell a year and a half ago in Leeds.", "a year and a half ago", "2015-10"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the quarter",
        pattern: &[
            Word(&["the"]),
            Any(&[
                &[Word(&["latest", "most"]), Opt(&[Word(&["recent"])]), Word(&["quarter", "period"])],
                &[Word(&["quarter"])],
            ]),
        ],
        norm: |_| told(LengthUnit::Quarter, 0),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("Profit fell in the latest quarter again.", "the latest quarter", "2017-Q1")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the year",
        pattern: &[
            Word(&["the"]),
            Opt(&[Word(&["full", "fiscal", "current", "calendar"])]),
            Opt(&[Word(&["fiscal", "financial"])]),
            Word(&["year"]),
        ],
        norm: |_| now(LengthUnit::Year, 0),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("It was the worst storm of the year there.", "the year", "2017")],
        #[cfg(test)]
        rejects: &["The year-round work goes on."],
    },
    Rule {
        name: "the weekend",
        pattern: &[Word(&["the"]), Word(&["weekend"])],
        norm: |_| now(LengthUnit::Weekend, -1),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It rained over the weekend too.", "the weekend", "2017-W16-WE")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "year-ago",
        pattern: &[Word(&["year"]), Word(&["-"]), Word(&["ago", "earlier"])],
        norm: |_| now(LengthUnit::Year, -1),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It was up from year-earlier sales again.", "year-earlier", "2016")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "long ago",
        pattern: &[
            Any(&[
                &[Take(Slot::Units)],
                &[Word(&["long", "ages", "awhile"])],
                &[Word(&["some"]), Word(&["time"])],
                &[Word(&["a"]), Opt(&[Word(&["little", "short", "long"])]), Word(&["while", "time"])],
            ]),
            Word(&["ago"]),
        ],
        norm: |_| Read::date(TimexValue::Vague(crate::timex::value::Reference::Past)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It fell years ago in Leeds.", "years ago", "PAST_REF"),
            ("It fell a long time ago in Leeds.", "a long time ago", "PAST_REF"),
            ("It fell a while ago in Leeds.", "a while ago", "PAST_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units earlier",
        pattern: &[
            Any(&[&[Take(Slot::Number)], &[Take(Slot::Several)], &[Word(&["a"]), Take(Slot::Several)]]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
            Word(&["earlier", "before", "previously"]),
        ],
        norm: |b| counted(b, -1, From::Told),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It fell two days earlier in Leeds.", "two days earlier", "2017-04-24")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "a unit earlier",
        pattern: &[Word(&["a", "an", "one", "the"]), Take(Slot::Unit), Word(&["earlier", "before"])],
        norm: |b| told(length_unit(b)?, -1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It fell the day before in Leeds.", "the day before", "2017-04-25")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units later",
        pattern: &[
            Any(&[&[Take(Slot::Number)], &[Take(Slot::Several)], &[Word(&["a"]), Take(Slot::Several)]]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
            Word(&["later", "afterwards", "afterward", "thereafter"]),
        ],
        norm: |b| counted(b, 1, From::Told),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It fell three days later in Leeds.", "three days later", "2017-04-29")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "a unit later",
        pattern: &[Word(&["a", "an", "one", "the"]), Take(Slot::Unit), Word(&["later", "after"])],
        norm: |b| told(length_unit(b)?, 1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It fell a month later in Leeds.", "a month later", "2017-05")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units from now",
        pattern: &[
            Any(&[&[Take(Slot::Number)], &[Word(&["a", "an"])]]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
            Word(&["from"]),
            Word(&["now", "today"]),
        ],
        norm: |b| match b.get(Slot::Number) {
            Some(_) => counted(b, 1, From::Now),
            None => now(length_unit(b)?, 1),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It falls two days from now.", "two days from now", "2017-04-28")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "end of the unit",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["end", "beginning", "start", "middle", "close"]),
            Word(&["of"]),
            Word(&["the"]),
            Take(Slot::Unit),
        ],
        norm: |b| {
            let at = length_unit(b)
                .filter(|u| !matches!(u, LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour))?;
            now(at, 0)
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It opens by the end of the year in Leeds.", "the end of the year", "2017")],
        #[cfg(test)]
        rejects: &[],
    },
];

fn offset(step: Step, count: Option<i32>, from: From) -> TimexValue {
    TimexValue::Relative(Offset { step, count, from, time: None })
}

pub(super) fn now(unit: LengthUnit, count: i32) -> Option<Read> {
    Read::date(step_of(unit, Some(count), From::Now))
}

fn told(unit: LengthUnit, count: i32) -> Option<Read> {
    Read::date(step_of(unit, Some(count), From::Told))
}

fn step_of(unit: LengthUnit, count: Option<i32>, from: From) -> TimexValue {
    let step = if unit == LengthUnit::Weekend { Step::Weekend } else { Step::Unit(unit) };
    offset(step, count, from)
}

pub(super) fn part(days: i32, daytime: i32) -> Option<Read> {
    let offset = Offset {
        step: Step::Unit(LengthUnit::Day),
        count: Some(days),
        from: From::Now,
        time: part_of_day(daytime),
    };
    Read::of(TimexKind::Time, TimexValue::Relative(offset))
}

fn told_part(days: i32, daytime: i32) -> Option<Read> {
    let offset = Offset {
        step: Step::Unit(LengthUnit::Day),
        count: Some(days),
        from: From::Told,
        time: part_of_day(daytime),
    };
    Read::of(TimexKind::Time, TimexValue::Relative(offset))
}

/// "last Tuesday", "next March", "this summer", with a part of the day.
pub(super) fn named(b: &Bound, count: i32) -> Option<Read> {
    let small = |slot| b.get(slot).and_then(|v| u8::try_from(v).ok());
    let step = small(Slot::FullWeekday)
        .map(Step::Weekday)
        .or_else(|| small(Slot::FullMonth).map(Step::Month))
        .or_else(|| small(Slot::Season).map(Step::Season))?;
    let time = b.get(Slot::Daytime).and_then(part_of_day);
    let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
    Read::of(kind, TimexValue::Relative(Offset { step, count: Some(count), from: From::Now, time }))
}

pub(super) fn counted(b: &Bound, sign: i32, from: From) -> Option<Read> {
    let (unit, size) = in_years(length_unit(b)?);
    let count = b.get(Slot::Number).map(|doubled| (sign * doubled / 2 * fortnights(b)).saturating_mul(size));
    Read::date(step_of(unit, count, from))
}

/// Units longer than a year counted back are so many years: "a decade ago" is a year.
fn in_years(unit: LengthUnit) -> (LengthUnit, i32) {
    match unit {
        LengthUnit::Decade => (LengthUnit::Year, 10),
        LengthUnit::Century => (LengthUnit::Year, 100),
        LengthUnit::Millennium => (LengthUnit::Year, 1000),
        unit => (unit, 1),
    }
}

/// The unit bound in the singular or plural.
pub(super) fn length_unit(b: &Bound) -> Option<LengthUnit> {
    unit_of(b.get(Slot::Units).or_else(|| b.get(Slot::Unit))?)
}

/// The unit of a bound unit slot.
pub(super) fn unit_of(bound: i32) -> Option<LengthUnit> {
    Some(match unit(bound) {
        Unit::Second => LengthUnit::Second,
        Unit::Minute => LengthUnit::Minute,
        Unit::Hour => LengthUnit::Hour,
        Unit::Day => LengthUnit::Day,
        Unit::Night => LengthUnit::Night,
        Unit::Weekend => LengthUnit::Weekend,
        Unit::Week | Unit::Fortnight => LengthUnit::Week,
        Unit::Month => LengthUnit::Month,
        Unit::Quarter => LengthUnit::Quarter,
        Unit::Year => LengthUnit::Year,
        Unit::Decade => LengthUnit::Decade,
        Unit::Century => LengthUnit::Century,
        Unit::Millennium => LengthUnit::Millennium,
        Unit::Season => return None,
    })
}

/// How many weeks the bound unit of "week" kind is.
pub(super) fn fortnights(b: &Bound) -> i32 {
    let fortnight =
        b.get(Slot::Units).or_else(|| b.get(Slot::Unit)).is_some_and(|u| unit(u) == Unit::Fortnight);
    if fortnight { 2 } else { 1 }
}
