//! What messages leave out when they tell a time: the mark of a genitive ("last nights game"), the unit of
//! a short wait ("in 10"), the preposition of a half hour ("half 7"), the verb of a look back ("2 days back").

use super::message::{LAST, NEXT, THIS, TONIGHT, on_day};
use super::relative::{counted, length_unit, now, part};
use super::set::MORNINGS;
use crate::document::Shape;
use crate::lexicon::{Daytime, Reading};
use crate::timex::NamedDay;
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{self, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Line, Slot};
use crate::timex::rules::{Match, Read, Rule};
use crate::timex::value::{
    From, Length, LengthUnit, Modifier, PartialDate, Reference, TimexKind, TimexValue, YearPart,
};

const MORNING: i32 = Daytime::Morning as i32;
const AFTERNOON: i32 = Daytime::Afternoon as i32;
const NIGHT: i32 = Daytime::Night as i32;
/// "last", "this" and "next" as they are spelt.
const WHICH: Pat = Any(&[
    &[Word(LAST), Bind(Slot::Sign, -1)],
    &[Word(THIS), Bind(Slot::Sign, 0)],
    &[Word(NEXT), Bind(Slot::Sign, 1)],
]);
/// Minutes told from an hour, in words that tell nothing else.
const MINUTES: Pat = Any(&[
    &[Word(&["half"]), Word(&["past"]), Bind(Slot::Sign, 30)],
    &[Word(&["half"]), Bind(Slot::Sign, 30)],
    &[Opt(&[Word(&["a"])]), Word(&["quarter"]), Word(&["past"]), Bind(Slot::Sign, 15)],
    &[Opt(&[Word(&["a"])]), Word(&["quarter"]), Word(&["to"]), Bind(Slot::Sign, -15)],
]);
const SEVERAL: Pat = Any(&[&[Take(Slot::Several)], &[Word(&["a"]), Take(Slot::Several)]]);
const UNITS: Pat = Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]);

pub(in crate::timex) const RULES: &[Rule] = &[
    Rule {
        name: "genitive without its mark",
        pattern: &[Any(&[
            &[Word(&["todays", "2days", "tdys"]), Bind(Slot::Sign, 0)],
            &[Word(&["tomorrows", "tmrws", "tmrs", "2moros"]), Bind(Slot::Sign, 1)],
            &[Word(&["yesterdays", "ystdays", "ydays"]), Bind(Slot::Sign, -1)],
            &[
                Word(&["tonights", "tonites", "2nights", "2nites"]),
                Bind(Slot::Daytime, NIGHT),
                Bind(Slot::Sign, 0),
            ],
            &[Word(LAST), Word(&["nights", "nites"]), Bind(Slot::Daytime, NIGHT), Bind(Slot::Sign, -1)],
            &[Word(THIS), MORNINGS, Bind(Slot::Sign, 0)],
            &[WHICH, Take(Slot::Units)],
        ])],
        norm: |b| {
            let count = b.get(Slot::Sign)?;
            match (b.get(Slot::Daytime), b.get(Slot::Units)) {
                (Some(daytime), _) => part(count, daytime),
                (None, None) => now(LengthUnit::Day, count),
                (None, Some(_)) => now(length_unit(b).filter(|unit| is_calendar(*unit))?, count),
            }
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("last nights gig was sooo good", "last nights", "2017-04-25TNI"),
            ("this mornings bus was late lol", "this mornings", "2017-04-26TMO"),
            ("cant wait 4 next weeks episode!!", "next weeks", "2017-W18"),
            ("this weekends bake sale :)", "this weekends", "2017-W17-WE"),
            ("todays lunch is soup again lol", "todays", "2017-04-26"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "half of the day in letters",
        pattern: &[
            Any(&[
                &[Take(Slot::Today)],
                &[Opt(&[Word(THIS)]), Take(Slot::FullWeekday)],
                &[Word(THIS), Bind(Slot::Today, 0)],
                &[Word(&["in"]), Word(&["the"]), Bind(Slot::Today, 0)],
            ]),
            Any(&[
                &[Word(&["am"]), Bind(Slot::Daytime, MORNING)],
                &[Word(&["pm"]), Bind(Slot::Daytime, AFTERNOON)],
            ]),
        ],
        norm: |b| match b.get(Slot::Today) {
            Some(days) => part(days, b.get(Slot::Daytime)?),
            None => super::message::weekday(b),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("can u do tmr pm?", "tmr pm", "2017-04-27TAF"),
            ("plumber comes thurs am :(", "thurs am", "2017-04-27TMO"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "part of this day, as it is spelt",
        pattern: &[Word(&["dis"]), Take(Slot::Daytime)],
        norm: |b| part(0, b.get(Slot::Daytime)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("missed the bus dis morn :(", "dis morn", "2017-04-26TMO")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units back",
        pattern: &[Any(&[&[Take(Slot::Number)], &[SEVERAL]]), UNITS, Word(&["back"])],
        norm: |b| counted(b, -1, From::Now),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("saw him 2 weeks back!", "2 weeks back", "2017-W15"),
            ("met her a few days back lol", "a few days back", "PAST_REF"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "a while back",
        pattern: &[
            Any(&[
                &[Opt(&[Word(&["a"])]), Word(&["while"])],
                &[Word(&["awhile", "ages"])],
                &[Take(Slot::Units)],
            ]),
            Word(&["back"]),
        ],
        norm: |_| Read::date(TimexValue::Vague(Reference::Past)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("we tried that place a while back.", "a while back", "PAST_REF")],
        #[cfg(test)]
        rejects: &["got my keys back!!"],
    },
    Rule {
        name: "minutes unsaid",
        pattern: &[Any(&[&[Take(Slot::Number)], &[Word(&["a"]), Word(&["few"]), Bind(Slot::Several, 0)]])],
        norm: |b| {
            let halves = match b.get(Slot::Number) {
                Some(doubled) => {
                    Some(u32::try_from(doubled).ok().filter(|d| d % 2 == 0 && (2..=120).contains(d))?)
                }
                None => None,
            };
            let length = Length { halves, unit: LengthUnit::Minute };
            Read::of(TimexKind::Duration, TimexValue::Duration(length))
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("on the bus, there in 10!", "10", "PT10M"),
            ("back in 5 :)", "5", "PT5M"),
            ("b home in a few!", "a few", "PTXM"),
        ],
        #[cfg(test)]
        rejects: &["we came home in 3 cars lol", "got a few!!"],
    },
    Rule {
        name: "spoken hour",
        pattern: &[
            MINUTES,
            Take(Slot::Number),
            Opt(&[Any(&[
                &[Take(Slot::Today), Opt(&[Take(Slot::Daytime)])],
                &[Word(TONIGHT), Bind(Slot::Daytime, NIGHT)],
                &[Word(THIS), Take(Slot::Daytime)],
                &[Word(&["in"]), Word(&["the"]), Take(Slot::Daytime)],
                &[Word(&["at"]), Word(&["night"]), Bind(Slot::Daytime, NIGHT)],
            ])]),
        ],
        norm: |b| {
            let hour = b.get(Slot::Number).filter(|doubled| doubled % 2 == 0)? / 2;
            if !(1..=12).contains(&hour) {
                return None;
            }
            // few meet before seven in the morning
            let late = b.get(Slot::Daytime).map_or(hour < 7, |part| part >= AFTERNOON) && hour < 12;
            let minutes = (hour + if late { 12 } else { 0 }) * 60 + b.get(Slot::Sign)?;
            on_day(2 * minutes + 1, b.get(Slot::Today).unwrap_or(0))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("meet at half 7?", "half 7", "2017-04-26T07:30"),
            ("doors quarter to 9 tonite", "quarter to 9 tonite", "2017-04-26T20:45"),
            ("train is half past 8 tmr!", "half past 8 tmr", "2017-04-27T08:30"),
        ],
        #[cfg(test)]
        rejects: &["ate half 1 pizza lol"],
    },
    Rule {
        name: "middle of the week",
        pattern: &[Any(&[
            &[Word(&["midweek"])],
            &[Word(&["mid"]), Opt(&[Word(&["-"])]), Word(&["week", "wk"])],
        ])],
        norm: |_| Some(Read { modifier: Some(Modifier::Mid), ..now(LengthUnit::Week, 0)? }),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("midweek already!!", "midweek", "2017-W17"),
            ("mid-week blues :(", "mid-week", "2017-W17"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "feast in letters",
        pattern: &[Any(&[
            &[Word(&["nye"]), Bind(Slot::Ordinal, 0)],
            &[Word(&["nyd"]), Bind(Slot::Ordinal, 1)],
            &[Word(&["vday"]), Bind(Slot::Ordinal, 2)],
            &[Word(&["v"]), Word(&["-"]), Word(&["day"]), Bind(Slot::Ordinal, 2)],
        ])],
        norm: |b| {
            const DAYS: [NamedDay; 3] =
                [NamedDay::Fixed(12, 31), NamedDay::Fixed(1, 1), NamedDay::Fixed(2, 14)];
            let day = *DAYS.get(usize::try_from(b.get(Slot::Ordinal)?).ok()?)?;
            let part = Some(YearPart::Holiday(day));
            Read::date(TimexValue::Calendar(PartialDate { part, ..PartialDate::default() }))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("wot u doin 4 nye?", "nye", "2017-12-31")],
        #[cfg(test)]
        rejects: &[],
    },
];

/// Units that the calendar counts, and a genitive is made of.
fn is_calendar(unit: LengthUnit) -> bool {
    matches!(unit, LengthUnit::Week | LengthUnit::Weekend | LengthUnit::Month | LengthUnit::Year)
}

/// Verbs and adverbs that a wait is told with: "b there in 10".
#[rustfmt::skip]
const WAITING: &[&str] = &[
    "there", "here", "back", "bk", "home", "ready", "out", "off", "up", "on", "online", "live", "done", "start",
    "starts", "starting", "leave", "leaving", "arrive", "arriving", "land", "landing", "u", "you", "ya", "him",
    "her", "them", "over", "down", "brb", "omw", "call", "ring", "meet", "go", "going",
];

/// Whether a match of one of these rules is one in its company; `None` where the general reasons decide.
pub(super) fn stands(line: &Line<'_>, at: usize, found: &Match) -> Option<bool> {
    let end = found.end;
    let before = |words: &[&str]| at.checked_sub(1).is_some_and(|b| line.is_any(b, words));
    let closed = super::chat::ends(line, end);
    match found.rule.name {
        // "last weeks of term", "these last weeks": no genitive
        "genitive without its mark" => Some(
            !closed
                && !before(&["the", "these", "those", "my", "our", "her", "his", "their"])
                && !line.is_any(
                    end,
                    &[
                        "of", "in", "at", "for", "with", "were", "have", "r", "are", "and", "n", "or", "b4",
                        "before",
                    ],
                ),
        ),
        // "today am so happy" has lost its "I"
        "half of the day in letters" => Some(
            line.is(end - 1, "pm")
                || closed
                || line
                    .is_any(end, &["at", "for", "n", "and", "or", "then", "pls", "plz", "if", "works", "is"]),
        ),
        // "2 days back to back", "a few weeks back home"
        "units back" | "a while back" => Some(
            !line.is_any(end, &["to", "2", "in", "from", "at", "on", "home", "with", "-", "on"])
                && !before(&["my", "ur", "your"]),
        ),
        "minutes unsaid" => {
            let waits = at.checked_sub(2).is_some_and(|b| line.is_any(b, WAITING));
            Some(closed && before(&["in"]) && waits)
        }
        "spoken hour" => {
            let whole = line.is_any(at + 1, &["past", "quarter"]) || line.is(at, "quarter");
            let told = before(&[
                "at", "@", "by", "til", "till", "until", "from", "since", "around", "about", "abt", "ard",
                "for", "before", "b4", "after", "its",
            ]) || at.checked_sub(1).is_some_and(|b| dated(line, b));
            let timed = line.tokens.get(end - 1).is_some_and(|t| t.shape != Shape::Digits);
            Some(whole || told || timed)
        }
        _ => None,
    }
}

/// Whether a token names a day.
fn dated(line: &Line<'_>, at: usize) -> bool {
    line.reading(at, |r| matches!(r, Reading::Weekday(_) | Reading::Today(_)).then_some(())).is_some()
}
