//! What is counted from the date told last: "on the 14th", "the following spring", "June of that year".

use super::calendar::{calendar, part_of_day, small};
use super::relative::{fortnights, length_unit};
use crate::document::Shape;
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{self, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Line, Slot};
use crate::timex::rules::{Match, Read, Rule};
use crate::timex::value::{
    From, LengthUnit, Offset, PartialDate, Reference, Step, TimexKind, TimexValue, YearPart,
};

/// "the following", "the previous", "that same", by direction.
const SIGNED: &[&[Pat]] = &[
    &[
        Word(&["the"]),
        Word(&["next", "following", "ensuing", "succeeding", "subsequent"]),
        Bind(Slot::Sign, 1),
    ],
    &[Word(&["following", "ensuing", "succeeding", "subsequent"]), Bind(Slot::Sign, 1)],
    &[Opt(&[Word(&["the"])]), Word(&["previous", "preceding", "prior", "foregoing"]), Bind(Slot::Sign, -1)],
    &[Word(&["the"]), Word(&["same", "very", "latter"]), Bind(Slot::Sign, 0)],
    &[Word(&["that"]), Opt(&[Word(&["same", "very"])]), Bind(Slot::Sign, 0)],
];
/// A weekday, month or season.
const NAMED: &[&[Pat]] = &[&[Take(Slot::FullWeekday)], &[Take(Slot::FullMonth)], &[Take(Slot::Season)]];
/// "three", "a few", "some".
const COUNT: &[&[Pat]] =
    &[&[Take(Slot::Number)], &[Take(Slot::Several)], &[Word(&["a"]), Take(Slot::Several)]];
const ONE: Pat = Word(&["a", "an", "one", "the"]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "day of the month",
        pattern: &[Word(&["the"]), Take(Slot::Ordinal)],
        norm: |b| {
            let day = small(b, Slot::Ordinal).filter(|day| *day <= 31)?;
            calendar(PartialDate { day: Some(day), ..PartialDate::default() })
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("On the 25th they left.", "the 25th", "2017-04-25"),
            ("They stayed until the 2nd, and left.", "the 2nd", "2017-04-02"),
        ],
        #[cfg(test)]
        rejects: &[
            "He led the 14th Regiment.",
            "He died on the 5th floor.",
            "It came on the second attempt.",
            "He was born on the fourth of them.",
            "They met on the 5th Avenue side.",
        ],
    },
    Rule {
        name: "part of a day of the month",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Opt(&[Word(&["early", "late"])]),
            Take(Slot::Daytime),
            Opt(&[Word(&["hours"])]),
            Word(&["of", "on"]),
            Word(&["the"]),
            Take(Slot::Ordinal),
        ],
        norm: |b| {
            let day = small(b, Slot::Ordinal).filter(|day| *day <= 31)?;
            let time = b.get(Slot::Daytime).and_then(part_of_day);
            let date = PartialDate { day: Some(day), time, ..PartialDate::default() };
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("On the night of the 25th they left.", "the night of the 25th", "2017-04-25TNI")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "day of that month",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Take(Slot::Ordinal),
            Word(&["of"]),
            Any(&[
                &[Any(SIGNED), Word(&["month"])],
                &[Word(&["the", "this"]), Word(&["month"]), Bind(Slot::Sign, 0)],
            ]),
        ],
        norm: |b| day_of_month(b, From::Told),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("On the 28th of that month they left.", "the 28th of that month", "2017-04-28"),
            ("By the 3rd of the following month they left.", "the 3rd of the following month", "2017-05-03"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        // letters of the 19th century: of this month, the last, the next
        name: "day inst., ult. or prox.",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Take(Slot::Ordinal),
            Any(&[
                &[Word(&["inst.", "inst", "instant"]), Bind(Slot::Sign, 0)],
                &[Word(&["ult.", "ult", "ultimo"]), Bind(Slot::Sign, -1)],
                &[Word(&["prox.", "prox", "proximo"]), Bind(Slot::Sign, 1)],
            ]),
        ],
        norm: |b| day_of_month(b, From::Now),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Your letter of the 5th inst. was read.", "the 5th inst.", "2017-04-05"),
            ("Your letter of the 28th ultimo was read.", "the 28th ultimo", "2017-03-28"),
            ("Yours of the 3d inst. was read.", "the 3d inst.", "2017-04-03"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the following weekday, month or season",
        pattern: &[Any(SIGNED), Any(NAMED), Opt(&[Take(Slot::Daytime)])],
        norm: |b| named(b, b.get(Slot::Sign)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It rained the previous Friday in Leeds.", "the previous Friday", "2017-04-21"),
            ("The following spring it fell.", "The following spring", "2018-SP"),
            ("That summer it fell.", "That summer", "2017-SU"),
            ("It fell the following Tuesday morning.", "the following Tuesday morning", "2017-05-02TMO"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the season before or after",
        pattern: &[
            Word(&["the"]),
            Any(NAMED),
            Any(&[
                &[Word(&["after", "following", "afterwards", "next"]), Bind(Slot::Sign, 1)],
                &[Word(&["before", "previous", "preceding"]), Bind(Slot::Sign, -1)],
            ]),
        ],
        norm: |b| named(b, b.get(Slot::Sign)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It fell the summer before, they say.", "the summer before", "2016-SU")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "month or season of that year",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Any(&[
                &[Take(Slot::Day), Opt(&[Word(&["of"])]), Take(Slot::FullMonth)],
                &[Take(Slot::FullMonth), Opt(&[Take(Slot::Day)])],
                &[Take(Slot::Season)],
            ]),
            Opt(&[Word(&["of", "in", ","])]),
            Any(SIGNED),
            Word(&["year"]),
        ],
        norm: |b| {
            let date = PartialDate {
                month: small(b, Slot::FullMonth),
                day: small(b, Slot::Day),
                part: small(b, Slot::Season).map(YearPart::Season),
                ..PartialDate::default()
            };
            told(Step::InYear(date), b.get(Slot::Sign)?)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("In June of that year it fell.", "June of that year", "2017-06"),
            ("On 3 August of the following year it fell.", "3 August of the following year", "2018-08-03"),
            ("In the autumn of the latter year it fell.", "the autumn of the latter year", "2017-FA"),
            ("In the autumn of the following year it fell.", "the autumn of the following year", "2018-FA"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units after that",
        pattern: &[
            Any(&[
                &[Any(COUNT), Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]])],
                &[ONE, Bind(Slot::Number, 2), Take(Slot::Unit)],
            ]),
            Any(&[&[Word(&["after"]), Bind(Slot::Sign, 1)], &[Word(&["before"]), Bind(Slot::Sign, -1)]]),
            Word(&["that", "this", "which"]),
        ],
        norm: |b| {
            let (unit, sign) = (length_unit(b)?, b.get(Slot::Sign)?);
            match b.get(Slot::Number) {
                Some(doubled) => told(unit_step(unit), sign * doubled / 2 * fortnights(b)),
                None => vague(sign),
            }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Three weeks after that it fell.", "Three weeks after that", "2017-W20"),
            ("A few days before this it fell.", "A few days before this", "PAST_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "half a unit later",
        pattern: &[
            Any(&[
                &[
                    Word(&["half"]),
                    Opt(&[Word(&["-"])]),
                    Word(&["a", "an"]),
                    Bind(Slot::Number, 1),
                    Take(Slot::Unit),
                ],
                &[
                    ONE,
                    Take(Slot::Unit),
                    Word(&["and"]),
                    Word(&["a"]),
                    Word(&["half"]),
                    Bind(Slot::Number, 3),
                ],
            ]),
            Any(&[
                &[Word(&["later", "afterwards", "after"]), Bind(Slot::Sign, 1)],
                &[Word(&["earlier", "before", "previously"]), Bind(Slot::Sign, -1)],
            ]),
        ],
        norm: |b| {
            let halves = b.get(Slot::Number)? * b.get(Slot::Sign)?;
            match length_unit(b)? {
                LengthUnit::Year => told(Step::Unit(LengthUnit::Month), 6 * halves),
                LengthUnit::Decade => told(Step::Unit(LengthUnit::Year), 5 * halves),
                LengthUnit::Century => told(Step::Unit(LengthUnit::Year), 50 * halves),
                LengthUnit::Millennium => told(Step::Unit(LengthUnit::Year), 500 * halves),
                LengthUnit::Month => told(Step::Unit(LengthUnit::Day), 15 * halves),
                _ => None,
            }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It fell half a year later in Leeds.", "half a year later", "2017-10"),
            ("It fell a year and a half earlier in Leeds.", "a year and a half earlier", "2015-10"),
            ("It fell half a century later in Leeds.", "half a century later", "2067"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units later or earlier",
        pattern: &[
            Take(Slot::Units),
            Any(&[
                &[Word(&["later", "afterwards", "afterward", "thereafter"]), Bind(Slot::Sign, 1)],
                &[Word(&["earlier", "before", "previously", "beforehand"]), Bind(Slot::Sign, -1)],
            ]),
        ],
        norm: |b| vague(b.get(Slot::Sign)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Years later it fell.", "Years later", "FUTURE_REF"),
            ("It had been sold months earlier.", "months earlier", "PAST_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "this day",
        pattern: &[Word(&["this"]), Opt(&[Word(&["very"])]), Word(&["day"])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Present)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It stands to this day.", "this day", "PRESENT_REF")],
        #[cfg(test)]
        rejects: &[],
    },
];

fn told(step: Step, count: i32) -> Option<Read> {
    Read::date(TimexValue::Relative(Offset { step, count: Some(count), from: From::Told, time: None }))
}

fn vague(sign: i32) -> Option<Read> {
    Read::date(TimexValue::Vague(if sign < 0 { Reference::Past } else { Reference::Future }))
}

fn unit_step(unit: LengthUnit) -> Step {
    if unit == LengthUnit::Weekend { Step::Weekend } else { Step::Unit(unit) }
}

fn named(b: &Bound, sign: i32) -> Option<Read> {
    let step = small(b, Slot::FullWeekday)
        .map(Step::Weekday)
        .or_else(|| small(b, Slot::FullMonth).map(Step::Month))
        .or_else(|| small(b, Slot::Season).map(Step::Season))?;
    let time = b.get(Slot::Daytime).and_then(part_of_day);
    let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
    Read::of(kind, TimexValue::Relative(Offset { step, count: Some(sign), from: From::Told, time }))
}

fn day_of_month(b: &Bound, from: From) -> Option<Read> {
    let day = small(b, Slot::Ordinal).filter(|day| *day <= 31)?;
    let offset = Offset { step: Step::DayOfMonth(day), count: b.get(Slot::Sign), from, time: None };
    Read::date(TimexValue::Relative(offset))
}

/// Words that lead in a day of the month.
const LEADS: &[&str] = &[
    "on", "by", "until", "till", "from", "to", "since", "before", "after", "between", "and", "of", "through",
];
/// What is numbered in a proper name: "the 14th Amendment", "the 5th Army".
const NUMBERED: &[&str] = &[
    "army",
    "armies",
    "corps",
    "division",
    "divisions",
    "brigade",
    "brigades",
    "regiment",
    "battalion",
    "company",
    "squadron",
    "fleet",
    "infantry",
    "cavalry",
    "artillery",
    "foot",
    "light",
    "heavy",
    "guards",
    "panzer",
    "airborne",
    "marine",
    "marines",
    "air",
    "armored",
    "armoured",
    "mountain",
    "motorized",
    "mechanized",
    "volunteer",
    "volunteers",
    "militia",
    "legion",
    "street",
    "avenue",
    "amendment",
    "congress",
    "parliament",
    "republic",
    "symphony",
    "earl",
    "duke",
    "baron",
    "viscount",
    "marquess",
    "marquis",
    "lord",
    "count",
    "dalai",
    "party",
    "floor",
    "international",
    "crusade",
    "district",
    "ward",
    "circuit",
    "world",
    "annual",
    "day",
];

/// Whether a match of this family is one in its company.
pub(super) fn stands(line: &Line<'_>, at: usize, found: &Match) -> Option<bool> {
    let led = |words: &[&str]| at.checked_sub(1).is_some_and(|before| line.is_any(before, words));
    let closes = || line.tokens.get(found.end).is_none_or(|t| t.shape == Shape::Mark);
    Some(match found.rule.name {
        "day of the month" | "part of a day of the month" => {
            let part = found.rule.name != "day of the month";
            let digits = line.tokens[found.end - 1].shape == Shape::Mixed;
            let free = closes() && !line.is(found.end, "-")
                || super::company::is_function_word(line, found.end) && !line.is(found.end, "of")
                || digits && line.capital(found.end) && led(&["on"]) && !line.is_any(found.end, NUMBERED)
                || digits && line.is_any(found.end, &["to", "and", "until", "at", "in"]);
            (part || led(LEADS)) && free && (digits || led(&["on"]) && closes())
        }
        "the season before or after" | "units later or earlier" | "half a unit later"
            if line.is_any(found.end - 1, &["before", "after", "following", "next", "previous"]) =>
        {
            closes()
        }
        "this day" => led(&["to", "until", "till", "unto"]),
        // "that May" may be the verb's, "that March" no month
        "the following weekday, month or season"
            if line.is(at, "that") && line.is_any(found.end - 1, &["may", "march", "fall", "spring"]) =>
        {
            led(&["in", "during", "by", "late", "early"]) || at == 0
        }
        _ => return None,
    })
}
