//! Times of day: "noon on Friday", "4 in the morning", "half past three", "before dawn", "overnight".

use super::calendar::{clock, fields, part_of_day};
use super::company::is_function_word;
use crate::document::Shape;
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{self, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Line, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{From, LengthUnit, Offset, PartialDate, Step, TimeOfDay, TimexKind, TimexValue};

/// Minutes since midnight as [`Slot::Clock`] binds them, with the minutes said.
const fn at(hour: i32, minute: i32) -> i32 {
    2 * (60 * hour + minute) + 1
}

/// "noon", "midnight" or a clock time.
const TIME: Pat = Any(&[
    &[Opt(&[Word(&["12"])]), Word(&["noon", "midday"]), Bind(Slot::Clock, at(12, 0))],
    &[Opt(&[Word(&["12"])]), Word(&["midnight"]), Bind(Slot::Clock, at(24, 0))],
    &[Take(Slot::Clock)],
]);
const TODAY: Pat = Take(Slot::Today);
const MONTH_DAY: Pat = Any(&[
    &[Take(Slot::Month), Take(Slot::Day), Opt(&[Opt(&[Word(&[","])]), Take(Slot::Year)])],
    &[
        Opt(&[Word(&["the"])]),
        Take(Slot::Day),
        Opt(&[Word(&["of"])]),
        Take(Slot::Month),
        Opt(&[Opt(&[Word(&[","])]), Take(Slot::Year)]),
    ],
]);
/// A day of the calendar: "Friday", "Friday, Oct. 3", "3 October 1990".
const DATE: Pat = Any(&[
    &[Take(Slot::FullWeekday), Opt(&[Word(&[","])]), MONTH_DAY],
    &[MONTH_DAY],
    &[Take(Slot::FullWeekday)],
]);
const ON: Pat = Opt(&[Word(&[",", "on", "of"])]);
/// How far into its stretch a part of the day is meant.
const STAGE: Pat =
    Opt(&[Any(&[&[Word(&["early", "late", "mid"]), Opt(&[Word(&["-"])])], &[Word(&["pre"]), Word(&["-"])]])]);
/// Minutes told from the hour before or to the hour behind.
const MINUTES: Pat = Any(&[
    &[Word(&["half"]), Word(&["past"]), Bind(Slot::Sign, 30)],
    &[Opt(&[Word(&["a"])]), Word(&["quarter"]), Word(&["past", "after"]), Bind(Slot::Sign, 15)],
    &[Opt(&[Word(&["a"])]), Word(&["quarter"]), Word(&["to", "before", "of"]), Bind(Slot::Sign, -15)],
]);
/// The hour of a spoken time.
const HOUR: Pat = Any(&[&[Take(Slot::Clock)], &[Take(Slot::Number)]]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "noon or midnight",
        pattern: &[Any(&[
            &[Word(&["noon", "midday"]), Bind(Slot::Clock, at(12, 0))],
            &[Word(&["midnight"]), Bind(Slot::Clock, at(24, 0))],
        ])],
        norm: |b| on(PartialDate::default(), clock(b.get(Slot::Clock)?)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("They left at noon by bus.", "noon", "2017-04-26T12:00"),
            ("They left before midnight by bus.", "midnight", "2017-04-26T24:00"),
        ],
        #[cfg(test)]
        rejects: &["The midnight bus was full.", "He wore midnight blue."],
    },
    Rule {
        name: "time of a day",
        pattern: &[TIME, ON, DATE, Opt(&[Take(Slot::Daytime)])],
        norm: |b| {
            let (hour, minute) = hour_of(b)?;
            let exact = b.get(Slot::Clock)? % 2 - 1;
            on(fields(b)?, clock(at(told_in(hour, b.get(Slot::Daytime)), minute) + exact))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They left at midnight Friday by bus.", "midnight Friday", "2017-04-21T24:00"),
            ("They left at noon on March 3 by bus.", "noon on March 3", "2017-03-03T12:00"),
            ("They left at 5 p.m. EST, Nov. 6, by bus.", "5 p.m. EST, Nov. 6", "2016-11-06T17:00"),
            (
                "They left at 9:15 on Monday, 3 April 2017, by bus.",
                "9:15 on Monday, 3 April 2017",
                "2017-04-03T09:15",
            ),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "time of yesterday",
        pattern: &[TIME, Opt(&[Word(&[","])]), TODAY],
        norm: |b| day(b.get(Slot::Today)?, clock(b.get(Slot::Clock)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They left at noon yesterday by bus.", "noon yesterday", "2017-04-25T12:00"),
            ("They leave at 6 a.m. tomorrow by bus.", "6 a.m. tomorrow", "2017-04-27T06:00"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "part of the day of a date",
        pattern: &[Opt(&[Word(&["the"])]), STAGE, Take(Slot::Daytime), Opt(&[Word(&["hours"])]), ON, DATE],
        norm: |b| on(fields(b)?, part_of_day(b.get(Slot::Daytime)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            (
                "They left in the early morning hours of May 2, 2016, by bus.",
                "the early morning hours of May 2, 2016",
                "2016-05-02TMO",
            ),
            ("They left late afternoon on Tuesday by bus.", "late afternoon on Tuesday", "2017-04-25TAF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "part of yesterday",
        pattern: &[STAGE, Take(Slot::Daytime), Opt(&[Word(&[","])]), TODAY],
        norm: |b| day(b.get(Slot::Today)?, part_of_day(b.get(Slot::Daytime)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[(
            "Shares fell by mid-afternoon yesterday in Leeds.",
            "mid-afternoon yesterday",
            "2017-04-25TAF",
        )],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "early hours of a day",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["early", "small", "wee", "late", "dark"]),
            Word(&["hours"]),
            Opt(&[Word(&["of"])]),
            Opt(&[Any(&[&[DATE, Opt(&[Take(Slot::Daytime)])], &[TODAY]])]),
        ],
        norm: |b| {
            let time = part_of_day(1);
            match b.get(Slot::Today) {
                Some(days) => day(days, time),
                None => on(fields(b)?, time),
            }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            (
                "They left in the early hours of Tuesday morning by bus.",
                "the early hours of Tuesday morning",
                "2017-04-25TMO",
            ),
            (
                "They left in the small hours of May 2, 2016, by bus.",
                "the small hours of May 2, 2016",
                "2016-05-02TMO",
            ),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "hour in the morning",
        pattern: &[
            HOUR,
            Any(&[
                &[Word(&["in"]), Word(&["the"]), Take(Slot::Daytime)],
                &[Word(&["at"]), Word(&["night"]), Bind(Slot::Daytime, 5)],
            ]),
            Opt(&[ON, Any(&[&[DATE], &[TODAY]])]),
        ],
        norm: |b| {
            let (hour, minute) = hour_of(b)?;
            dated(b, clock(at(told_in(hour, b.get(Slot::Daytime)), minute)))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They left at 4 in the morning by bus.", "4 in the morning", "2017-04-26T04:00"),
            ("They left at ten o'clock at night by bus.", "ten o'clock at night", "2017-04-26T22:00"),
            (
                "They left at three in the afternoon on Monday by bus.",
                "three in the afternoon on Monday",
                "2017-04-24T15:00",
            ),
        ],
        #[cfg(test)]
        rejects: &["They lost three in the morning fog."],
    },
    Rule {
        name: "minutes past an hour",
        pattern: &[
            Any(&[
                &[MINUTES],
                &[
                    Take(Slot::Number),
                    Opt(&[Word(&["minutes"])]),
                    Any(&[
                        &[Word(&["past"]), Bind(Slot::Several, 1)],
                        &[Word(&["to"]), Bind(Slot::Several, -1)],
                    ]),
                ],
            ]),
            HOUR,
            Opt(&[Any(&[
                &[Word(&["in"]), Word(&["the"]), Take(Slot::Daytime)],
                &[Word(&["at"]), Word(&["night"]), Bind(Slot::Daytime, 5)],
            ])]),
            Opt(&[ON, Any(&[&[DATE, Opt(&[Take(Slot::Daytime)])], &[TODAY]])]),
        ],
        norm: past,
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("They left at half past three by bus.", "half past three", "2017-04-26T03:30"),
            (
                "They left at a quarter to five in the afternoon by bus.",
                "a quarter to five in the afternoon",
                "2017-04-26T16:45",
            ),
            ("They left at ten past nine by bus.", "ten past nine", "2017-04-26T09:10"),
        ],
        #[cfg(test)]
        rejects: &["They lost ten to nine in votes.", "They ran past nine of them."],
    },
    Rule {
        name: "by part of the day",
        pattern: &[Any(&[
            &[STAGE, Take(Slot::Daytime)],
            &[Word(&["daybreak", "sunrise", "sunup"]), Bind(Slot::Daytime, 0)],
            &[Word(&["sunset", "sundown", "nightfall", "twilight"]), Bind(Slot::Daytime, 4)],
        ])],
        norm: |b| on(PartialDate::default(), part_of_day(b.get(Slot::Daytime)?)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("They left before dawn by bus.", "dawn", "2017-04-26TMO"),
            ("They left by mid afternoon, all of them.", "mid afternoon", "2017-04-26TAF"),
        ],
        #[cfg(test)]
        rejects: &["A dawn raid failed."],
    },
    Rule {
        name: "the late afternoon",
        pattern: &[
            Word(&["the"]),
            Word(&["early", "late", "mid"]),
            Opt(&[Word(&["-"])]),
            Take(Slot::Daytime),
            Opt(&[Word(&["hours"])]),
        ],
        norm: |b| on(PartialDate::default(), part_of_day(b.get(Slot::Daytime)?)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("They left in the late afternoon.", "the late afternoon", "2017-04-26TAF")],
        #[cfg(test)]
        rejects: &["The late afternoon sun was low."],
    },
    Rule {
        name: "pre-dawn",
        pattern: &[
            Any(&[&[Word(&["pre"]), Word(&["-"]), Word(&["dawn"])], &[Word(&["predawn"])]]),
            Opt(&[Word(&["hours"])]),
            Opt(&[ON, Any(&[&[DATE], &[TODAY]])]),
        ],
        norm: |b| dated(b, part_of_day(0)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("A pre-dawn raid failed.", "pre-dawn", "2017-04-26TMO")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the night before",
        pattern: &[Word(&["overnight"])],
        norm: |_| day(-1, part_of_day(5)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("It rained overnight in Leeds.", "overnight", "2017-04-25TNI")],
        #[cfg(test)]
        rejects: &["It was an overnight success."],
    },
];

/// Prepositions before a time of day.
pub(super) const TIMED: &[&str] = &[
    "at",
    "by",
    "before",
    "after",
    "around",
    "about",
    "until",
    "till",
    "til",
    "since",
    "from",
    "near",
    "past",
    "to",
    "between",
    "and",
    "through",
    "toward",
    "towards",
    "exactly",
    "precisely",
];

/// "before dawn", "by mid-afternoon": a part of the day without its article, behind a preposition.
pub(super) fn part_of_day_stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let before = at.wrapping_sub(1);
    let noun = line.tokens.get(end).is_some_and(|t| matches!(t.shape, Shape::Lower | Shape::Capital))
        && !is_function_word(line, end);
    if noun || line.is(end, "-") || at == 0 {
        return false;
    }
    if line.is_any(end - 1, &["night", "noon", "midnight", "midday"]) {
        return false;
    }
    if line.is_any(end - 1, &["morning", "afternoon", "evening"]) {
        return line.is_any(before, &["by", "before", "until", "till", "since", "toward", "towards"]);
    }
    line.is_any(before, TIMED)
}

/// The hour of twenty-four that is told in a part of the day.
fn told_in(hour: i32, daytime: Option<i32>) -> i32 {
    let later = match daytime {
        Some(2..=4) => hour < 12,
        // "two at night" is after midnight
        Some(5..) => (5..12).contains(&hour),
        _ => false,
    };
    hour + if later { 12 } else { 0 }
}

/// A time on a day that was bound, if one was.
fn dated(b: &Bound, time: Option<TimeOfDay>) -> Option<Read> {
    match b.get(Slot::Today) {
        Some(days) => day(days, time),
        None => on(fields(b)?, time),
    }
}

fn on(date: PartialDate, time: Option<TimeOfDay>) -> Option<Read> {
    let date = PartialDate { time: Some(time?), until: None, ..date };
    Read::of(TimexKind::Time, TimexValue::Calendar(date))
}

/// A time on a day so many days from now.
fn day(days: i32, time: Option<TimeOfDay>) -> Option<Read> {
    let offset =
        Offset { step: Step::Unit(LengthUnit::Day), count: Some(days), from: From::Now, time: Some(time?) };
    Read::of(TimexKind::Time, TimexValue::Relative(offset))
}

/// The hour that was told, by the clock or as a number: the last number of the match.
fn hour_of(b: &Bound) -> Option<(i32, i32)> {
    if let Some(clock) = b.get(Slot::Clock) {
        return Some((clock / 120, clock / 2 % 60));
    }
    let doubled = b.values().filter(|(slot, _)| *slot == Slot::Number).last()?.1;
    Some((doubled / 2, 0)).filter(|(hour, _)| doubled % 2 == 0 && (1..=12).contains(hour))
}

/// "half past three", "ten to nine".
fn past(b: &Bound) -> Option<Read> {
    let (hour, _) = hour_of(b)?;
    let minutes = match (b.get(Slot::Sign), b.get(Slot::Several)) {
        (Some(minutes), _) => minutes,
        (None, Some(sign)) => {
            let told = b.get(Slot::Number).filter(|doubled| doubled % 2 == 0)? / 2;
            Some(sign * told).filter(|m| (-30..=30).contains(m))?
        }
        (None, None) => return None,
    };
    let told = told_in(hour, b.get(Slot::Daytime)) * 60 + minutes;
    dated(b, clock(at(told / 60, told % 60)))
}
