//! Parts of a year that is itself counted, and the periods that companies report on and compare.

use super::calendar::{calendar, small};
use super::era::bound_year;
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{self, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{
    From, LengthUnit, Modifier, Offset, PartialDate, Step, TimexValue, YearPart, Years,
};

/// "last year", "next year".
const LAST_THIS_NEXT: &[&[Pat]] = &[
    &[Word(&["last"]), Bind(Slot::Sign, -1)],
    &[Word(&["this"]), Bind(Slot::Sign, 0)],
    &[Word(&["the"]), Word(&["current"]), Bind(Slot::Sign, 0)],
    &[Word(&["next"]), Bind(Slot::Sign, 1)],
    &[Word(&["the"]), Word(&["coming"]), Bind(Slot::Sign, 1)],
];
/// The kinds of year that need not begin in January.
const KIND: &[&str] =
    &["fiscal", "financial", "calendar", "business", "tax", "school", "academic", "model", "budget", "crop"];
/// A quarter or half by its number.
const PART: &[Pat] = &[
    Any(&[&[Take(Slot::Ordinal)], &[Word(&["last", "latter", "final"]), Bind(Slot::Several, 0)]]),
    Opt(&[Word(&["-"])]),
    Any(&[&[Word(&["quarter"]), Bind(Slot::Unit, 4)], &[Word(&["half"]), Bind(Slot::Unit, 2)]]),
];
/// What makes a period one that is compared: "the comparable period".
const SAME: &[&str] =
    &["same", "comparable", "corresponding", "like", "equivalent", "similar", "matching", "parallel"];
const A_YEAR_AGO: &[&[Pat]] = &[
    &[Word(&["last"]), Word(&["year"])],
    &[Word(&["of"]), Word(&["last"]), Word(&["year"])],
    &[Word(&["a", "one"]), Word(&["year"]), Word(&["ago", "earlier", "before", "previously"])],
    &[Word(&["the"]), Word(&["year"]), Word(&["before", "earlier"])],
    &[Opt(&[Word(&["of"])]), Word(&["the"]), Word(&["previous", "prior", "preceding"]), Word(&["year"])],
];
const YEAR_AGO: &[Pat] = &[Word(&["year"]), Word(&["-"]), Word(&["ago", "earlier"])];
/// "the comparable year-ago", "the year-earlier".
const COMPARED: &[Pat] = &[Opt(&[Word(&["the", "its", "their", "a"])]), Opt(&[Word(SAME)]), Any(&[YEAR_AGO])];

/// What has an end, or a middle, of its own.
const UNIT_OF_END: Pat = Any(&[
    &[Word(&["year"]), Bind(Slot::Unit, 0)],
    &[Word(&["month"]), Bind(Slot::Unit, 1)],
    &[Word(&["quarter"]), Bind(Slot::Unit, 2)],
    &[Word(&["decade"]), Bind(Slot::Unit, 3)],
    &[Word(&["century"]), Bind(Slot::Unit, 4)],
]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "month of last year",
        pattern: &[
            Any(&[
                &[Take(Slot::Month), Take(Slot::Day)],
                &[Take(Slot::Day), Opt(&[Word(&["of"])]), Take(Slot::Month)],
                &[Take(Slot::FullMonth)],
                &[Word(&["the"]), Take(Slot::Season)],
            ]),
            Opt(&[Word(&["of", ",", "in"])]),
            Any(LAST_THIS_NEXT),
            Word(&["year"]),
        ],
        norm: |b| {
            in_year(
                b,
                PartialDate {
                    month: small(b, Slot::Month).or_else(|| small(b, Slot::FullMonth)),
                    day: small(b, Slot::Day),
                    part: small(b, Slot::Season).map(YearPart::Season),
                    ..PartialDate::default()
                },
            )
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It was built in June last year in Leeds.", "June last year", "2016-06"),
            ("It was built in January of this year in Leeds.", "January of this year", "2017-01"),
            ("It opens in May next year in Leeds.", "May next year", "2018-05"),
            ("It shut on 5 May last year in Leeds.", "5 May last year", "2016-05-05"),
            ("It shut on March 3 of this year in Leeds.", "March 3 of this year", "2017-03-03"),
            ("It began in the summer of last year.", "the summer of last year", "2016-SU"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "quarter of last year",
        pattern: &[Any(&[
            &[
                Opt(&[Word(&["the"])]),
                Any(&[PART]),
                Opt(&[Word(&["of", "in"])]),
                Any(LAST_THIS_NEXT),
                Opt(&[Word(KIND)]),
                Word(&["year"]),
            ],
            &[Any(LAST_THIS_NEXT), Opt(&[Word(KIND)]), Word(&["year"]), Word(&["'s", "’s"]), Any(&[PART])],
            &[Any(&[COMPARED]), Bind(Slot::Sign, -1), Any(&[PART])],
        ])],
        norm: |b| in_year(b, PartialDate { part: Some(part(b)?), ..PartialDate::default() }),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            (
                "Sales rose in the third quarter of last year again.",
                "the third quarter of last year",
                "2016-Q3",
            ),
            ("Sales rose in this year's third quarter again.", "this year's third quarter", "2017-Q3"),
            ("Sales will rise in the first half of next year.", "the first half of next year", "2018-H1"),
            ("Sales fell in the second half last year.", "the second half last year", "2016-H2"),
            ("They rose from the year-ago third quarter.", "the year-ago third quarter", "2016-Q3"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "year-ago quarter",
        pattern: &[Any(&[
            &[Any(&[COMPARED]), Word(&["quarter"])],
            &[
                Opt(&[Word(&["the", "its", "their"])]),
                Opt(&[Word(SAME)]),
                Word(&["quarter"]),
                Any(A_YEAR_AGO),
            ],
            &[
                Opt(&[Word(&["the"])]),
                Word(&["last", "previous", "prior"]),
                Word(&["year"]),
                Word(&["'s", "’s"]),
                Opt(&[Word(SAME)]),
                Word(&["quarter"]),
            ],
        ])],
        norm: |_| counted(LengthUnit::Year, -1, From::Now),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It was up from the year-ago quarter again.", "the year-ago quarter", "2016-Q1"),
            ("It lost less than in the same quarter last year.", "the same quarter last year", "2016-Q1"),
            ("It earned less than in the quarter a year earlier.", "the quarter a year earlier", "2016-Q1"),
            ("Last year's quarter was weak.", "Last year's quarter", "2016-Q1"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "year-ago period",
        pattern: &[Any(&[
            &[Any(&[COMPARED]), Word(&["period"])],
            &[
                Opt(&[Word(&["the", "a", "its", "their"])]),
                Opt(&[Word(SAME)]),
                Word(&["period"]),
                Any(A_YEAR_AGO),
            ],
            &[
                Opt(&[Word(&["the"])]),
                Word(&["last", "previous", "prior"]),
                Word(&["year"]),
                Word(&["'s", "’s"]),
                Opt(&[Word(SAME)]),
                Word(&["period"]),
            ],
        ])],
        norm: |_| counted(LengthUnit::Year, -1, From::Now),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It was up from the same period last year.", "the same period last year", "2016"),
            ("It was down from the year-earlier period.", "the year-earlier period", "2016"),
            (
                "It was down from the corresponding period a year ago.",
                "the corresponding period a year ago",
                "2016",
            ),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "same unit of last year",
        pattern: &[
            Word(&["the"]),
            Word(SAME),
            Any(&[
                &[Word(&["month"]), Bind(Slot::Unit, 0)],
                &[Word(&["week"]), Bind(Slot::Unit, 1)],
                &[Word(&["day"]), Bind(Slot::Unit, 2)],
            ]),
            Any(A_YEAR_AGO),
        ],
        norm: |b| match b.get(Slot::Unit)? {
            0 => counted(LengthUnit::Month, -12, From::Told),
            1 => counted(LengthUnit::Week, -52, From::Told),
            _ => counted(LengthUnit::Day, -365, From::Told),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It sold more than in the same month last year.", "the same month last year", "2016-04"),
            ("It sold more than in the same week a year ago.", "the same week a year ago", "2016-W17"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "quarter by its months",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Opt(&[Take(Slot::FullMonth), Word(&["-", "–", "to", "through"])]),
            Take(Slot::Month),
            Opt(&[Word(&["-"])]),
            Word(&["quarter"]),
            Opt(&[Opt(&[Word(&["of", ","])]), Take(Slot::Year)]),
        ],
        norm: |b| {
            let last = small(b, Slot::Month)?;
            // named by its last month, or by its first and last
            if small(b, Slot::FullMonth).is_some_and(|first| (first + 1) % 12 + 1 != last) {
                return None;
            }
            let middle = (last + 10) % 12;
            let part = Some(YearPart::Quarter(middle / 3 + 1));
            calendar(PartialDate { year: bound_year(b), part, ..PartialDate::default() })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It lost more in the October-December quarter.", "the October-December quarter", "2016-Q4"),
            ("It lost more in the March quarter.", "the March quarter", "2017-Q1"),
            ("It lost more in the September quarter of 2012.", "the September quarter of 2012", "2012-Q3"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "period of a year",
        pattern: &[Word(&["the"]), Take(Slot::Year), Word(&["period", "quarter"])],
        norm: |b| calendar(PartialDate { year: bound_year(b), ..PartialDate::default() }),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Profit was lower in the 1988 period.", "the 1988 period", "1988")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "quarters of a year",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Any(&[
                &[Word(&["first"]), Bind(Slot::Ordinal, 1)],
                &[Word(&["last", "final"]), Bind(Slot::Ordinal, 2)],
            ]),
            Any(&[&[Word(&["two", "2"]), Word(&["quarters"])], &[Word(&["six", "6"]), Word(&["months"])]]),
            Word(&["of"]),
            Any(&[&[Take(Slot::Year)], &[Take(Slot::ShortYear)]]),
        ],
        norm: |b| half(b, small(b, Slot::Ordinal)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It grew in the first two quarters of 1990.", "the first two quarters of 1990", "1990-H1"),
            ("It grew in the last six months of 1990.", "the last six months of 1990", "1990-H2"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "latter half",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["last", "latter"]),
            Word(&["half"]),
            Word(&["of"]),
            Any(&[&[Take(Slot::Year)], &[Take(Slot::ShortYear)]]),
        ],
        norm: |b| half(b, 2),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It shrank in the last half of 1989.", "the last half of 1989", "1989-H2")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "half of a decade",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Any(&[
                &[Word(&["first"]), Bind(Slot::Sign, 0)],
                &[Word(&["second", "last", "latter"]), Bind(Slot::Sign, 1)],
            ]),
            Word(&["half", "part", "years"]),
            Word(&["of"]),
            Word(&["the"]),
            Any(&[&[Take(Slot::Decade)], &[Take(Slot::Ordinal), Opt(&[Word(&["-"])]), Word(&["century"])]]),
        ],
        norm: |b| {
            let years = match (b.get(Slot::Decade), b.get(Slot::Ordinal)) {
                (Some(ten @ 0..10), _) => Years::ShortDecade(u8::try_from(ten).ok()?),
                (Some(decade), _) => Years::Decade(i16::try_from(decade).ok()?),
                (None, century) => {
                    Years::Century(i16::try_from(century?).ok().filter(|c| (1..=30).contains(c))? - 1)
                }
            };
            let modifier = if b.get(Slot::Sign)? == 0 { Modifier::Start } else { Modifier::End };
            let date = PartialDate { year: Some(years), ..PartialDate::default() };
            Some(Read { modifier: Some(modifier), ..calendar(date)? })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It grew in the last half of the '80s.", "the last half of the '80s", "198"),
            ("It grew in the first half of the 19th century.", "the first half of the 19th century", "18"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last fiscal year",
        pattern: &[
            Opt(&[Word(&["the", "its", "their"])]),
            Any(&[
                &[Word(&["last", "latest", "past", "previous", "prior", "preceding"]), Bind(Slot::Sign, -1)],
                &[Word(&["this", "current", "present"]), Bind(Slot::Sign, 0)],
                &[Word(&["next", "coming", "upcoming", "following"]), Bind(Slot::Sign, 1)],
            ]),
            Word(KIND),
            Word(&["year"]),
        ],
        norm: |b| counted(LengthUnit::Year, b.get(Slot::Sign)?, From::Now),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Sales will rise in the current fiscal year.", "the current fiscal year", "2017"),
            ("Sales fell in the last financial year.", "the last financial year", "2016"),
            ("Fees rise in the coming academic year.", "the coming academic year", "2018"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "week of a day",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["week"]),
            Word(&["of", "ending", "ended", "beginning", "starting"]),
            Any(&[
                &[Take(Slot::Month), Take(Slot::Day)],
                &[Opt(&[Word(&["the"])]), Take(Slot::Day), Opt(&[Word(&["of"])]), Take(Slot::Month)],
            ]),
            Opt(&[Opt(&[Word(&[","])]), Take(Slot::Year)]),
        ],
        norm: |b| {
            calendar(PartialDate {
                year: bound_year(b),
                month: small(b, Slot::Month),
                day: small(b, Slot::Day),
                part: Some(YearPart::WeekOfDay),
                ..PartialDate::default()
            })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It sits in the week of May 8 at the latest.", "the week of May 8", "2017-W19"),
            ("It fell in the week ended April 21 again.", "the week ended April 21", "2017-W16"),
            ("It fell in the week of 6 March 2000.", "the week of 6 March 2000", "2000-W10"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last day of a month",
        pattern: &[
            Any(&[
                &[Word(&["last", "this", "past"]), Bind(Slot::Sign, -1)],
                &[Word(&["next"]), Bind(Slot::Sign, 1)],
            ]),
            Any(&[&[Take(Slot::Month), Take(Slot::Day)], &[Take(Slot::Day), Take(Slot::Month)]]),
        ],
        norm: |b| {
            let step = Step::MonthDay(small(b, Slot::Month)?, small(b, Slot::Day)?);
            Read::date(TimexValue::Relative(Offset {
                step,
                count: b.get(Slot::Sign),
                from: From::Now,
                time: None,
            }))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("He was shot last Oct. 23 at home.", "last Oct. 23", "2016-10-23"),
            ("It opens next May 3 in Leeds.", "next May 3", "2017-05-03"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the week",
        pattern: &[
            Word(&["the"]),
            Any(&[&[Word(&["week"]), Bind(Slot::Unit, 0)], &[Word(&["month"]), Bind(Slot::Unit, 1)]]),
        ],
        norm: |b| {
            counted(if b.get(Slot::Unit)? == 0 { LengthUnit::Week } else { LengthUnit::Month }, 0, From::Now)
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("They met earlier in the week in Leeds.", "the week", "2017-W17"),
            ("The index rose 2 percent for the month.", "the month", "2017-04"),
        ],
        #[cfg(test)]
        rejects: &["They worked through the week.", "They spent the week at sea."],
    },
    Rule {
        name: "year-end",
        pattern: &[Any(&[
            &[
                Opt(&[Word(&["the"])]),
                UNIT_OF_END,
                Opt(&[Word(&["-", "'s", "’s"])]),
                Word(&["end"]),
                Bind(Slot::Sign, 1),
            ],
            &[Word(&["mid"]), Word(&["-"]), UNIT_OF_END, Bind(Slot::Sign, 0)],
            &[Word(&["midyear"]), Bind(Slot::Unit, 0), Bind(Slot::Sign, 0)],
            &[Word(&["midmonth"]), Bind(Slot::Unit, 1), Bind(Slot::Sign, 0)],
        ])],
        norm: |b| {
            const UNITS: [LengthUnit; 5] = [
                LengthUnit::Year,
                LengthUnit::Month,
                LengthUnit::Quarter,
                LengthUnit::Decade,
                LengthUnit::Century,
            ];
            let unit = UNITS.get(usize::try_from(b.get(Slot::Unit)?).ok()?)?;
            let modifier = if b.get(Slot::Sign)? == 1 { Modifier::End } else { Modifier::Mid };
            Some(Read { modifier: Some(modifier), ..counted(*unit, 0, From::Now)? })
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It opens by year-end in Leeds.", "year-end", "2017"),
            ("It opens by year end in Leeds.", "year end", "2017"),
            ("It opens by the year's end in Leeds.", "the year's end", "2017"),
            ("It opens before month's end in Leeds.", "month's end", "2017-04"),
            ("It has grown since year-end in Leeds.", "year-end", "2016"),
            ("It opens by mid-year in Leeds.", "mid-year", "2017"),
            ("It opens by midyear in Leeds.", "midyear", "2017"),
            ("It opens about mid-month in Leeds.", "about mid-month", "2017-04"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

fn counted(unit: LengthUnit, count: i32, from: From) -> Option<Read> {
    Read::date(TimexValue::Relative(Offset { step: Step::Unit(unit), count: Some(count), from, time: None }))
}

/// A date in the year that is said to be last, this or next.
fn in_year(b: &Bound, date: PartialDate) -> Option<Read> {
    let step = Step::InYear(date);
    Read::date(TimexValue::Relative(Offset { step, count: b.get(Slot::Sign), from: From::Now, time: None }))
}

/// The quarter or half bound by [`PART`].
fn part(b: &Bound) -> Option<YearPart> {
    let of = small(b, Slot::Unit)?;
    let number = b.get(Slot::Several).map_or_else(|| small(b, Slot::Ordinal), |_| Some(of))?;
    match of {
        _ if !(1..=of).contains(&number) => None,
        2 => Some(YearPart::Half(number)),
        _ => Some(YearPart::Quarter(number)),
    }
}

fn half(b: &Bound, half: u8) -> Option<Read> {
    let part = Some(YearPart::Half(half));
    calendar(PartialDate { year: bound_year(b), part, ..PartialDate::default() })
}
