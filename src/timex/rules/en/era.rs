//! Years with their era, decades, centuries and millennia.

use super::calendar::{calendar, century_of, year};
use crate::timex::Strength::{Fair, Strong};
use crate::timex::pattern::Pat::{self, Ahead, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{From, Modifier, Offset, PartialDate, Step, TimexKind, TimexValue, Years};

/// Before the era, and of it.
const BEFORE: &[&str] = &["BC", "BCE", "B.C.", "B.C.E."];
const OF: &[&str] = &["AD", "CE", "A.D.", "C.E."];
/// A year in any dress; [`bound_year`] reads it.
pub(super) const YEAR: &[&[Pat]] = &[
    &[Take(Slot::AnyYear), Word(BEFORE), Bind(Slot::Sign, -1)],
    &[Take(Slot::AnyYear), Word(OF), Bind(Slot::Sign, 1)],
    &[Word(OF), Take(Slot::AnyYear), Bind(Slot::Sign, 1)],
    &[Take(Slot::Year)],
    &[Take(Slot::ShortYear)],
    &[Take(Slot::BareYear)],
];
/// The era behind a decade, century or millennium.
const ERA: &[Pat] =
    &[Opt(&[Any(&[&[Word(BEFORE), Bind(Slot::Sign, -1)], &[Word(OF), Bind(Slot::Sign, 1)]])])];
/// What joins two of them that share their era or their noun.
const JOIN: &[&str] = &["-", "–", "—", "/", "to", "and", "or", "until", "through", ","];
/// The last year that England began in March: behind it, "1939/40" are two years.
const NEW_STYLE: i32 = 1752;

/// The year bound by [`YEAR`].
pub(super) fn bound_year(b: &Bound) -> Option<Years> {
    if let (Some(year), Some(sign)) = (b.get(Slot::AnyYear), b.get(Slot::Sign)) {
        return i16::try_from(if sign < 0 { 1 - year } else { year }).ok().map(Years::Year);
    }
    if let Some(year) = b.get(Slot::BareYear) {
        return i16::try_from(year).ok().map(Years::Bare);
    }
    let year = b.get(Slot::Year).or_else(|| b.get(Slot::ShortYear).map(century_of))?;
    i16::try_from(year).ok().map(Years::Year)
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "year with era",
        pattern: &[
            Opt(&[Any(&[
                &[Word(&["about", "around", "circa", "c.", "ca."]), Bind(Slot::Several, 0)],
                &[Word(&["the"]), Word(&["year"])],
            ])]),
            Any(&[
                &[Take(Slot::AnyYear), Word(BEFORE), Bind(Slot::Sign, -1)],
                &[Take(Slot::AnyYear), Word(OF), Bind(Slot::Sign, 1)],
                &[Word(OF), Take(Slot::AnyYear), Bind(Slot::Sign, 1)],
            ]),
        ],
        norm: |b| {
            let modifier = b.get(Slot::Several).map(|_| Modifier::Approx);
            Some(Read { modifier, ..years(bound_year(b)?)? })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Caesar fell in 44 BC in Rome.", "44 BC", "BC0044"),
            ("Rome burned in AD 64 for days.", "AD 64", "0064"),
            ("It fell in 1200 BCE at last.", "1200 BCE", "BC1200"),
            ("It fell in the year 9 A.D. at last.", "the year 9 A.D.", "0009"),
        ],
        #[cfg(test)]
        rejects: &["He put an ad 64 times."],
    },
    Rule {
        name: "year before a year with era",
        pattern: &[
            Take(Slot::AnyYear),
            Ahead(&[Word(JOIN), Take(Slot::AnyYear), Word(BEFORE), Bind(Slot::Sign, -1)]),
        ],
        norm: |b| {
            let (first, second) = (b.get(Slot::AnyYear)?, b.nth(Slot::AnyYear, 1)?);
            (first >= second).then(|| year(1 - first)).flatten()
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("The war of 264–241 BC was long.", "264", "BC0264")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "double year",
        pattern: &[Take(Slot::Year), Word(&["/"]), Take(Slot::AnyYear)],
        norm: |b| {
            let (first, second) = (b.get(Slot::Year)?, b.get(Slot::AnyYear)?);
            // Old Style: the year began in March, and January was written with both
            let both = second == (first + 1) % 10 || second == (first + 1) % 100;
            (both && first <= NEW_STYLE).then(|| year(first + 1)).flatten()
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It happened in 1648/9 in London.", "1648/9", "1649")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "decade",
        pattern: &[Opt(&[Word(&["the"])]), Take(Slot::Decade), Any(&[ERA])],
        norm: |b| {
            let decade = i16::try_from(b.get(Slot::Decade)?).ok()?;
            years(match b.get(Slot::Sign) {
                // "the 1600s" are the hundred years, "the 2000s" mostly still the ten
                None if (100..200).contains(&decade) && decade % 10 == 0 => Years::Century(decade / 10),
                Some(..0) if decade > 9 => Years::DecadeBefore(decade),
                None if decade < 10 => Years::ShortDecade(u8::try_from(decade).ok()?),
                Some(..0) => return None,
                _ => Years::Decade(decade),
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Railways came in the 1840s to us.", "the 1840s", "184"),
            ("It was big in the eighties there.", "the eighties", "198"),
            ("Ships grew in the 1600s again.", "the 1600s", "16"),
            ("Raiders came in the 870s again.", "the 870s", "087"),
            ("The league was formed in the 470s BC there.", "the 470s BC", "BC047"),
        ],
        #[cfg(test)]
        rejects: &["He is in his 80s.", "She was in her seventies."],
    },
    Rule {
        name: "century",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Take(Slot::Ordinal),
            Opt(&[Word(&["-"])]),
            Word(&["century", "centuries"]),
            Any(&[ERA]),
        ],
        norm: century,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("A 19th-century house stood there.", "19th-century", "18"),
            ("In the sixth century it fell.", "the sixth century", "05"),
            ("In the fifth century BC it fell.", "the fifth century BC", "BC04"),
            ("In the 3rd century AD it fell.", "the 3rd century AD", "02"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "century before a century",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Take(Slot::Ordinal),
            Ahead(&[
                Word(JOIN),
                Opt(&[Word(&["the"])]),
                Opt(&[Word(&["early", "mid", "late"]), Opt(&[Word(&["-"])])]),
                Take(Slot::Ordinal),
                Opt(&[Word(&["-"])]),
                Word(&["century", "centuries"]),
                Any(&[ERA]),
            ]),
        ],
        norm: century,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("From the 12th to the 14th century it grew.", "the 12th", "11"),
            ("In the fourth and third centuries BC it grew.", "the fourth", "BC03"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "turn of the century",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["turn"]),
            Word(&["of"]),
            Word(&["the"]),
            Any(&[
                &[Take(Slot::Ordinal), Opt(&[Word(&["-"])]), Word(&["century"]), Any(&[ERA])],
                &[Opt(&[Word(&["last", "present", "new"])]), Word(&["century"]), Bind(Slot::Several, 100)],
                &[
                    Opt(&[Word(&["last", "present", "new"])]),
                    Word(&["millennium"]),
                    Bind(Slot::Several, 1000),
                ],
            ]),
        ],
        norm: |b| {
            let value = match (b.get(Slot::Ordinal), b.get(Slot::Several)) {
                (Some(century), _) => {
                    let century = i16::try_from(century).ok().filter(|c| *c <= 30)?;
                    let before = b.get(Slot::Sign).is_some_and(|sign| sign < 0);
                    let year = if before { 1 - 100 * century } else { 100 * (century - 1) };
                    TimexValue::Calendar(PartialDate {
                        year: Some(Years::Year(year)),
                        ..PartialDate::default()
                    })
                }
                (None, years) => TimexValue::Relative(Offset {
                    step: Step::Turn(i16::try_from(years?).ok()?),
                    count: Some(0),
                    from: From::Now,
                    time: None,
                }),
            };
            Some(Read { kind: TimexKind::Date, value, modifier: Some(Modifier::Approx) })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It was planned at the turn of the century.", "the turn of the century", "2000"),
            ("It stood empty at the turn of the 20th century.", "the turn of the 20th century", "1900"),
            ("It fell at the turn of the fifth century BC.", "the turn of the fifth century BC", "BC0500"),
            ("They feared the turn of the millennium.", "the turn of the millennium", "2000"),
        ],
        #[cfg(test)]
        rejects: &["It was her turn of the wheel."],
    },
    Rule {
        name: "millennium",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Take(Slot::Ordinal),
            Opt(&[Word(&["-"])]),
            Word(&["millennium", "millennia"]),
            Any(&[ERA]),
        ],
        norm: |b| {
            let millennium = i16::try_from(b.get(Slot::Ordinal)?).ok().filter(|n| *n <= 9)?;
            years(match b.get(Slot::Sign) {
                Some(..0) => Years::MillenniumBefore(millennium),
                _ => Years::Millennium(millennium - 1),
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("In the second millennium BC it grew.", "the second millennium BC", "BC1"),
            ("In the third millennium it will grow.", "the third millennium", "2"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

fn years(years: Years) -> Option<Read> {
    calendar(PartialDate { year: Some(years), ..PartialDate::default() })
}

fn century(b: &Bound) -> Option<Read> {
    let century = i16::try_from(b.get(Slot::Ordinal)?).ok().filter(|c| *c <= 90)?;
    years(match b.get(Slot::Sign) {
        Some(..0) => Years::CenturyBefore(century),
        _ if century <= 30 => Years::Century(century - 1),
        _ => return None,
    })
}
