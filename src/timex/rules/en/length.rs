//! Lengths of time.
//!
//! A person's age is none in news: "a six-year-old conflict" has lasted six years, "a six-year-old boy" is a
//! description, and TimeBank leaves it out ([`super::age`] tells them apart; [`super::tale`] reads it).

use super::relative::{fortnights, length_unit, unit_of};
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{Any, Opt, Take, Word};
use crate::timex::pattern::{Bound, Pat, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{Length, LengthUnit, TimexKind, TimexValue};

/// Adjectives between a number and its unit that leave the length as it is.
const KINDS: Pat = Word(&[
    "more",
    "additional",
    "extra",
    "further",
    "full",
    "whole",
    "entire",
    "straight",
    "consecutive",
    "successive",
    "solid",
    "long",
    "short",
    "trading",
    "working",
    "business",
    "calendar",
    "odd",
    "good",
    "school",
    "light",
]);
/// Which of the lengths beside one another is meant.
const WHICH: Pat = Word(&[
    "past",
    "last",
    "next",
    "first",
    "coming",
    "following",
    "previous",
    "final",
    "preceding",
    "latest",
    "recent",
    "initial",
    "opening",
    "closing",
    "remaining",
    "last",
    "subsequent",
    "intervening",
    "ensuing",
    "prior",
    "early",
    "later",
]);
const UNITS: Pat = Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]);
const SEVERAL: Pat = Any(&[
    &[Take(Slot::Several), Opt(&[Word(&["of"])])],
    &[Word(&["a"]), Opt(&[Word(&["good"])]), Word(&["few", "many"])],
    &[Word(&["numerous", "countless"])],
    &[Word(&["a"]), Word(&["number", "handful", "series"]), Word(&["of"])],
]);
/// "12 to 18", "two or three": the length is at least the first.
const NUMBER: Pat =
    Any(&[&[Take(Slot::Number), Word(&["to", "or", "-", "–"]), Take(Slot::Number)], &[Take(Slot::Number)]]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "number of units",
        pattern: &[
            NUMBER,
            Opt(&[Word(&["-"])]),
            Opt(&[KINDS]),
            UNITS,
            Opt(&[Opt(&[Word(&["-"])]), Word(&["old", "long"])]),
        ],
        norm: counted,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It took three years to build.", "three years", "P3Y"),
            ("The six-year-old dispute goes on.", "six-year-old", "P6Y"),
            ("It took two and a half hours to build.", "two and a half hours", "PT2H30M"),
            ("A three-decade lawsuit goes on.", "three-decade", "P3DE"),
            ("It took ten minutes to build.", "ten minutes", "PT10M"),
            ("It took twenty four hours to build.", "twenty four hours", "PT24H"),
            ("It took two more weeks to build.", "two more weeks", "P2W"),
            ("It took five working days to build.", "five working days", "P5D"),
            ("It took a hundred and twenty days to build.", "a hundred and twenty days", "P120D"),
            ("It took six to eight weeks to build.", "six to eight weeks", "P6W"),
            ("It took 3-4 hours to build.", "3-4 hours", "PT3H"),
        ],
        #[cfg(test)]
        rejects: &["It took first place."],
    },
    Rule {
        name: "the number of units",
        pattern: &[Word(&["the"]), Opt(&[KINDS]), NUMBER, Opt(&[KINDS]), Take(Slot::Units)],
        norm: counted,
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Sales fell in the nine months to June.", "the nine months", "P9M")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "between numbers of units",
        pattern: &[Take(Slot::Number), Word(&["and"]), Take(Slot::Number), Take(Slot::Units)],
        norm: counted,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It took between two and six days to build.", "two and six days", "P2D")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units and units",
        pattern: &[
            Any(&[
                &[Take(Slot::Number), Take(Slot::Units)],
                &[Any(&[&[Word(&["a", "an"])], &[Take(Slot::Number)]]), Take(Slot::Unit)],
            ]),
            Opt(&[Word(&["and", ","])]),
            Any(&[&[Take(Slot::Number), UNITS], &[Word(&["a", "an"]), Take(Slot::Unit)]]),
        ],
        norm: compound,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("He got two years and three months there.", "two years and three months", "P2Y3M"),
            ("He ran for an hour and 20 minutes there.", "an hour and 20 minutes", "PT1H20M"),
            ("He got one year, six months there.", "one year, six months", "P1Y6M"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "a unit and a half",
        pattern: &[
            Word(&["a", "an", "one"]),
            Take(Slot::Unit),
            Word(&["and"]),
            Word(&["a"]),
            Word(&["half"]),
        ],
        norm: |b| halves(3, length_unit(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It took a year and a half to build.", "a year and a half", "P1Y6M")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "several units",
        pattern: &[SEVERAL, Opt(&[Word(&["-"])]), Opt(&[KINDS]), UNITS],
        norm: vague,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It took several months to build.", "several months", "PXM"),
            ("It took a few days to build.", "a few days", "PXD"),
            ("It took many long years to build.", "many long years", "PXY"),
            ("It took a number of weeks to build.", "a number of weeks", "PXW"),
            ("After a several-year delay it ran.", "several-year", "PXY"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "a unit",
        pattern: &[
            Word(&["a", "an", "one"]),
            Opt(&[Word(&[
                "full",
                "whole",
                "single",
                "entire",
                "solid",
                "further",
                "additional",
                "extra",
                "second",
                "third",
                "mere",
                "good",
            ])]),
            Opt(&[Word(&["-"])]),
            Take(Slot::Unit),
            Opt(&[Word(&["-"]), Word(&["long", "old"])]),
        ],
        norm: one,
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It took a month to build.", "a month", "P1M"),
            ("It took an additional week to build.", "an additional week", "P1W"),
        ],
        #[cfg(test)]
        rejects: &["He won a second term."],
    },
    Rule {
        name: "another unit",
        pattern: &[
            Word(&["another"]),
            Opt(&[KINDS]),
            Any(&[&[NUMBER, UNITS], &[SEVERAL, Take(Slot::Units)], &[Take(Slot::Unit)]]),
        ],
        norm: |b| match (b.get(Slot::Number), b.get(Slot::Several), b.get(Slot::Units)) {
            (Some(_), ..) => counted(b),
            (None, None, None) => one(b),
            _ => vague(b),
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It took another month to build.", "another month", "P1M"),
            ("It took another two weeks to build.", "another two weeks", "P2W"),
            ("It took another few days to build.", "another few days", "PXD"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "unit-long",
        pattern: &[Any(&[&[Take(Slot::Unit)], &[Take(Slot::Units)]]), Word(&["-"]), Word(&["long", "old"])],
        norm: |b| if b.get(Slot::Units).is_some() { vague(b) } else { one(b) },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("The month-long war was over.", "month-long", "P1M"),
            ("The decades-long war was over.", "decades-long", "PXDE"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "half a unit",
        pattern: &[
            Any(&[
                &[Word(&["half"]), Opt(&[Word(&["-"])]), Opt(&[Word(&["a", "an"])])],
                &[Word(&["a"]), Word(&["half"]), Opt(&[Word(&["-"])])],
            ]),
            Take(Slot::Unit),
        ],
        norm: |b| halves(1, length_unit(b)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It took half an hour to build.", "half an hour", "PT30M"),
            ("It took half a century to build.", "half a century", "P50Y"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the past units",
        pattern: &[Opt(&[Word(&["the"])]), WHICH, Any(&[&[NUMBER], &[SEVERAL]]), Opt(&[KINDS]), UNITS],
        norm: |b| if b.get(Slot::Number).is_some() { counted(b) } else { vague(b) },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It grew over the past two years there.", "the past two years", "P2Y"),
            ("It shrank in the first nine months there.", "the first nine months", "P9M"),
            ("It will grow in the next few weeks there.", "the next few weeks", "PXW"),
            ("It shrank in the latest 12 months there.", "the latest 12 months", "P12M"),
            ("It rose in the last twenty four hours there.", "the last twenty four hours", "PT24H"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the past unit",
        pattern: &[Opt(&[Word(&["the"])]), Word(&["past"]), Take(Slot::Unit)],
        norm: one,
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It grew over the past year there.", "the past year", "P1Y")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "recent units",
        pattern: &[
            Any(&[&[Word(&["recent"])], &[Opt(&[Word(&["the"])]), Word(&["last", "past"])]]),
            Take(Slot::Units),
            Opt(&[Word(&["and", "or"]), Take(Slot::Units)]),
        ],
        norm: |_| Read::date(TimexValue::Vague(crate::timex::value::Reference::Past)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It grew in recent years there.", "recent years", "PAST_REF"),
            ("It grew in recent weeks and months there.", "recent weeks and months", "PAST_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "coming units",
        pattern: &[Any(&[
            &[Word(&["the"]), Word(&["coming"]), Take(Slot::Units)],
            &[Word(&["the"]), Take(Slot::Units), Word(&["ahead"])],
            &[Word(&["the"]), Take(Slot::Units), Word(&["to"]), Word(&["come"])],
        ])],
        norm: vague,
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It will grow in the coming months there.", "the coming months", "PXM"),
            ("It will grow in the weeks ahead there.", "the weeks ahead", "PXW"),
            ("It will grow in the years to come there.", "the years to come", "PXY"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the first units",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&[
                "first",
                "early",
                "opening",
                "initial",
                "final",
                "closing",
                "dying",
                "later",
                "following",
                "ensuing",
                "succeeding",
                "subsequent",
                "preceding",
                "previous",
                "intervening",
                "remaining",
                "last",
            ]),
            Take(Slot::Units),
        ],
        norm: vague_unit,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It broke in the first hours of the war.", "the first hours", "PTXH")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "over the units",
        pattern: &[Word(&["the"]), Take(Slot::Units)],
        norm: vague_unit,
        strength: Weak,
        #[cfg(test)]
        accepts: &[("It grew over the years there.", "the years", "PXY")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "some time",
        pattern: &[Any(&[
            &[Word(&["some"]), Word(&["time"])],
            &[Word(&["a"]), Word(&["while"])],
            &[Word(&["quite"]), Word(&["a"]), Word(&["while"])],
            &[
                Word(&["a"]),
                Opt(&[Word(&["fairly", "very", "relatively", "rather", "comparatively"])]),
                Word(&[
                    "long",
                    "short",
                    "brief",
                    "considerable",
                    "lengthy",
                    "limited",
                    "prolonged",
                    "extended",
                    "little",
                ]),
                Word(&["time", "while", "period"]),
            ],
        ])],
        norm: |_| length(None, LengthUnit::Unsaid),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("They lived there for some time too.", "some time", "PXX"),
            ("They lived there for a short while too.", "a short while", "PXX"),
        ],
        #[cfg(test)]
        rejects: &["Some time of theirs went.", "It took a long time of course."],
    },
    Rule {
        name: "units",
        pattern: &[
            Take(Slot::Units),
            Opt(&[Word(&["or", "and"]), Opt(&[Word(&["even"])]), Take(Slot::Units)]),
        ],
        norm: vague_unit,
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("It went on for decades there.", "decades", "PXDE"),
            ("It went on for weeks or even months there.", "weeks or even months", "PXW"),
        ],
        #[cfg(test)]
        rejects: &["He went to his quarters."],
    },
];

pub(super) fn length(halves: Option<u32>, unit: LengthUnit) -> Option<Read> {
    Read::of(TimexKind::Duration, TimexValue::Duration(Length { halves, unit }))
}

/// So many half units: a half over is said in the next unit where that is a whole number of it.
fn halves(count: u32, unit: LengthUnit) -> Option<Read> {
    let finer = match unit {
        LengthUnit::Year => Some((6, LengthUnit::Month)),
        LengthUnit::Hour => Some((30, LengthUnit::Minute)),
        LengthUnit::Minute => Some((30, LengthUnit::Second)),
        _ => None,
    };
    match (unit, finer) {
        (_, Some((rest, finer))) if count > 1 && count % 2 == 1 => {
            let whole = Length { halves: Some(count - 1), unit };
            let rest = Length { halves: Some(2 * rest), unit: finer };
            Read::of(TimexKind::Duration, TimexValue::Compound(whole, rest))
        }
        (LengthUnit::Decade, None) if count % 2 == 1 => length(Some(10 * count), LengthUnit::Year),
        (LengthUnit::Century, None) if count % 2 == 1 => length(Some(100 * count), LengthUnit::Year),
        _ => length(Some(count), unit),
    }
}

fn one(b: &Bound) -> Option<Read> {
    length(Some(2 * u32::try_from(fortnights(b)).ok()?), length_unit(b)?)
}

/// The first number, which is the least of a range.
fn counted(b: &Bound) -> Option<Read> {
    let number = b.get(Slot::Number)?;
    if b.nth(Slot::Number, 1).is_some_and(|most| most <= number) {
        return None;
    }
    halves(u32::try_from(number.checked_mul(fortnights(b))?).ok()?, length_unit(b)?)
}

fn vague(b: &Bound) -> Option<Read> {
    length(None, length_unit(b)?)
}

/// "seconds" are helpings and "quarters" are rooms more often than lengths, and plain "nights" are many.
fn vague_unit(b: &Bound) -> Option<Read> {
    length(
        None,
        length_unit(b)
            .filter(|u| !matches!(u, LengthUnit::Second | LengthUnit::Quarter | LengthUnit::Night))?,
    )
}

/// "two years and three months": the second unit is the finer one.
fn compound(b: &Bound) -> Option<Read> {
    let mut lengths = [None; 2];
    let (mut said, mut count) = (0, 2);
    for (slot, value) in b.values() {
        match slot {
            Slot::Number => count = u32::try_from(value).ok()?,
            _ => {
                *lengths.get_mut(said)? = Some(Length { halves: Some(count), unit: unit_of(value)? });
                (said, count) = (said + 1, 2);
            }
        }
    }
    let (long, short) = (lengths[0]?, lengths[1]?);
    let whole = long.halves.is_some_and(|halves| halves % 2 == 0);
    (whole && (short.unit as u8) < long.unit as u8)
        .then(|| Read::of(TimexKind::Duration, TimexValue::Compound(long, short)))?
}
