//! Times in texts, posts, chats and notes. A message speaks of the day it is written on: its plain "night"
//! is that day's, its plain "week" a stretch felt to be long. These rules are read in messages alone.

use super::calendar::{clock, fields, part_of_day, small};
use super::length::length;
use super::relative::{counted, fortnights, length_unit, named, now, part};
use crate::lexicon::Unit;
use crate::timex::NamedDay;
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{self, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{
    From, Length, LengthUnit, Modifier, Offset, PartialDate, Recurrence, Reference, Step, TimeOfDay,
    TimexKind, TimexValue, YearPart,
};

/// "tonight", as it is spelt.
pub(super) const TONIGHT: &[&str] =
    &["tonight", "to-night", "tonite", "tonyt", "tonyte", "tnite", "2nite", "2night", "2nyt", "2nyte"];
pub(super) const LAST: &[&str] = &["last", "lst"];
pub(super) const THIS: &[&str] = &["this", "dis"];
pub(super) const NEXT: &[&str] = &["next", "nxt", "nex"];
const NIGHT: &[&str] = &["night", "nite", "nyt", "nyte"];
/// What makes the whole of a stretch.
const WHOLE: Pat = Opt(&[Any(&[
    &[Opt(&[Word(&["the", "a", "one"])]), Word(&["whole", "entire", "full"])],
    &[Word(&["all"]), Opt(&[Word(&["the"])])],
    &[Word(&["another", "each", "one"])],
    &[Word(&["the", "a", "an"])],
])]);
const WEEKDAY: Pat = Take(Slot::FullWeekday);

pub(in crate::timex) const RULES: &[Rule] = &[
    Rule {
        name: "plain noon",
        pattern: &[Word(&["noon"])],
        norm: |_| at_minutes(12 * 60),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("doors open noon!", "noon", "2017-04-26T12:00")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "plain midnight",
        pattern: &[Word(&["midnight", "midnite"])],
        norm: |_| at_minutes(0),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("voting closes midnite!", "midnite", "2017-04-26T00:00")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "moment of the day",
        // TIMEX3 has no code for them: the day is what is known
        pattern: &[Word(&[
            "sunrise",
            "daybreak",
            "sunset",
            "sundown",
            "nightfall",
            "lunchtime",
            "teatime",
            "dinnertime",
            "suppertime",
            "bedtime",
        ])],
        norm: |_| now(LengthUnit::Day, 0),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("what a sunset!!", "sunset", "2017-04-26")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "plain part of the day",
        pattern: &[WHOLE, Opt(&[Word(&["early", "late", "mid"]), Opt(&[Word(&["-"])])]), Take(Slot::Daytime)],
        norm: |b| part(0, b.get(Slot::Daytime)?),
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("such a rainy afternoon :)", "afternoon", "2017-04-26TAF"),
            ("an evening of old records :)", "an evening", "2017-04-26TEV"),
            ("up the whole night with the baby", "the whole night", "2017-04-26TNI"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "overnight",
        pattern: &[Word(&["overnight"])],
        norm: |_| part(0, 5),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("staying overnight @ the hut", "overnight", "2017-04-26TNI")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "tonight, as it is spelt",
        pattern: &[Word(TONIGHT)],
        norm: |_| part(0, 5),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("u in 2nite?", "2nite", "2017-04-26TNI"), ("so tired tonite", "tonite", "2017-04-26TNI")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last night, as it is spelt",
        pattern: &[Word(LAST), Word(NIGHT)],
        norm: |_| part(-1, 5),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("gr8 food last nite", "last nite", "2017-04-25TNI")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "bare hour",
        pattern: &[Take(Slot::Clock)],
        norm: |b| {
            let time = clock(b.get(Slot::Clock)?);
            Read::of(TimexKind::Time, TimexValue::Calendar(PartialDate { time, ..PartialDate::default() }))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("left the office at 1915, so tired", "1915", "2017-04-26T19:15"),
            ("back by 2230 mum", "2230", "2017-04-26T22:30"),
            ("who naps at 2 in the afternoon lol", "2 in the afternoon", "2017-04-26T14:00"),
            ("tea @ 4?", "4", "2017-04-26T16:00"),
            ("home by 9ish", "9ish", "2017-04-26T09:00"),
            ("open 7-9pm", "7", "2017-04-26T19:00"),
            ("awake since 4", "4", "2017-04-26T04:00"),
        ],
        #[cfg(test)]
        rejects: &["its at 3 maple road :)", "u were 5 minus 3 :)"],
    },
    Rule {
        name: "nights",
        pattern: &[Word(&["nights", "nites"])],
        norm: |_| part(0, 5),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("nights out with u lot :)", "nights", "2017-04-26TNI")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "clock time of today",
        pattern: &[
            Take(Slot::Clock),
            Opt(&[Word(&[","])]),
            Any(&[
                &[Take(Slot::Today), Opt(&[Take(Slot::Daytime)])],
                &[Word(TONIGHT)],
                &[Word(THIS), Take(Slot::Daytime)],
            ]),
        ],
        norm: |b| on_day(b.get(Slot::Clock)?, b.get(Slot::Today).unwrap_or(0)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("doors open 4pm tmr!", "4pm tmr", "2017-04-27T16:00"),
            ("c u at 8 tonite", "8 tonite", "2017-04-26T20:00"),
            ("be there 7.30am tomoz pls", "7.30am tomoz", "2017-04-27T07:30"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "clock time of last night",
        pattern: &[Take(Slot::Clock), Opt(&[Word(&[","])]), Word(LAST), Word(NIGHT)],
        norm: |b| on_day(b.get(Slot::Clock)?, -1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("got in 11pm last nite lol", "11pm last nite", "2017-04-25T23:00")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "today and clock time",
        pattern: &[
            Any(&[
                &[Take(Slot::Today), Opt(&[Take(Slot::Daytime)])],
                &[Word(TONIGHT)],
                &[Word(THIS), Take(Slot::Daytime)],
            ]),
            Opt(&[Word(&[",", "@"])]),
            Take(Slot::Clock),
        ],
        norm: |b| on_day(b.get(Slot::Clock)?, b.get(Slot::Today).unwrap_or(0)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("gig 2nite 9pm x", "2nite 9pm", "2017-04-26T21:00"),
            ("meet tmrw, 8:15am ok?", "tmrw, 8:15am", "2017-04-27T08:15"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weekday and clock time",
        pattern: &[
            Opt(&[Word(THIS)]),
            WEEKDAY,
            Opt(&[Take(Slot::Daytime)]),
            Opt(&[Word(&[",", "@"])]),
            Take(Slot::Clock),
        ],
        norm: |b| {
            let date = PartialDate {
                weekday: small(b, Slot::FullWeekday),
                time: clock(b.get(Slot::Clock)?),
                ..PartialDate::default()
            };
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("rehearsal fri 7pm @ the hall", "fri 7pm", "2017-04-28T19:00"),
            ("party this sat, 830pm!!", "this sat, 830pm", "2017-04-29T20:30"),
            ("entries close this Fri night, 2359!", "this Fri night, 2359", "2017-04-28T23:59"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "clock time and weekday",
        pattern: &[Take(Slot::Clock), Opt(&[Word(&[",", "on"])]), Opt(&[Word(THIS)]), WEEKDAY],
        norm: |b| {
            let date = PartialDate {
                weekday: small(b, Slot::FullWeekday),
                time: clock(b.get(Slot::Clock)?),
                ..PartialDate::default()
            };
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("kick off 3pm this sat", "3pm this sat", "2017-04-29T15:00")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "date and clock time",
        pattern: &[
            Opt(&[Take(Slot::Weekday), Opt(&[Word(&[","])])]),
            Any(&[
                &[Take(Slot::Month), Take(Slot::Day), Opt(&[Opt(&[Word(&[","])]), Take(Slot::Year)])],
                &[Take(Slot::Day), Take(Slot::Month), Opt(&[Opt(&[Word(&[","])]), Take(Slot::Year)])],
            ]),
            Opt(&[Word(&[",", "@", "-"])]),
            Take(Slot::Clock),
        ],
        norm: |b| {
            let mut date = fields(b)?;
            date.time = clock(b.get(Slot::Clock)?);
            Read::of(TimexKind::Time, TimexValue::Calendar(date))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("reunion june 3rd, 2pm!!", "june 3rd, 2pm", "2017-06-03T14:00")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "numeric day and month",
        pattern: &[
            Opt(&[Take(Slot::FullWeekday), Opt(&[Word(&[","])])]),
            Take(Slot::DayDigits),
            Word(&["/"]),
            Take(Slot::DayDigits),
            Opt(&[Opt(&[Word(&[",", "@", "at"])]), Take(Slot::Clock)]),
        ],
        norm: |b| {
            let (first, second) = (b.nth(Slot::DayDigits, 0)?, b.nth(Slot::DayDigits, 1)?);
            // the American order unless only the other one gives a date
            let (month, day) = if first > 12 { (second, first) } else { (first, second) };
            let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            let date = PartialDate {
                month: Some(month),
                day: u8::try_from(day).ok(),
                weekday: small(b, Slot::FullWeekday),
                time: b.get(Slot::Clock).and_then(clock),
                ..PartialDate::default()
            };
            let kind = if date.time.is_some() { TimexKind::Time } else { TimexKind::Date };
            Read::of(kind, TimexValue::Calendar(date))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("essay due on 5/12 :(", "5/12", "2017-05-12"),
            ("dentist 6/5 @ 9am pls remember", "6/5 @ 9am", "2017-06-05T09:00"),
            ("closed thurs 25/5 ok?", "thurs 25/5", "2017-05-25"),
        ],
        #[cfg(test)]
        rejects: &["9/10 would eat here again!!", "open 24/7 :)"],
    },
    Rule {
        name: "New Year of messages",
        pattern: &[
            Word(&["new"]),
            Any(&[&[Word(&["year"]), Opt(&[Word(&["'s", "’s"])])], &[Word(&["years"])]]),
        ],
        norm: |_| {
            let part = Some(YearPart::Holiday(NamedDay::Fixed(1, 1)));
            Read::date(TimexValue::Calendar(PartialDate { part, ..PartialDate::default() }))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("happy new year x", "new year", "2018-01-01")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last day",
        // the last of some stretch, which is the message's own day, and never yesterday
        pattern: &[Opt(&[Word(&["the"])]), Word(LAST), Word(&["day"])],
        norm: |_| now(LengthUnit::Day, 0),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("last day of camp :(", "last day", "2017-04-26")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "last of all",
        pattern: &[Opt(&[Word(&["the"])]), Word(LAST), Take(Slot::Unit)],
        norm: |b| {
            let short = |unit: &LengthUnit| {
                matches!(unit, LengthUnit::Hour | LengthUnit::Minute | LengthUnit::Second)
            };
            length(Some(2), length_unit(b).filter(short)?)
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("cant do it all last minute", "last minute", "PT1M")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "seconds cut short",
        pattern: &[Any(&[&[Take(Slot::Number)], &[Word(&["a", "one"])]]), Word(&["sec"])],
        norm: |b| length(Some(u32::try_from(b.get(Slot::Number).unwrap_or(2)).ok()?), LengthUnit::Second),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("wait a sec", "a sec", "PT1S"), ("hold it for 20 sec", "20 sec", "PT20S")],
        #[cfg(test)]
        rejects: &["new sec in charge lol"],
    },
    Rule {
        name: "last unit, as it is spelt",
        pattern: &[Word(LAST), Take(Slot::Unit)],
        norm: |b| now(length_unit(b)?, -1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("was so ill lst wk :(", "lst wk", "2017-W16")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "this unit, as it is spelt",
        pattern: &[Word(THIS), Take(Slot::Unit)],
        norm: |b| now(length_unit(b)?, 0),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("wot u doin dis wknd?", "dis wknd", "2017-W17-WE")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "next unit, as it is spelt",
        pattern: &[Word(NEXT), Take(Slot::Unit)],
        norm: |b| now(length_unit(b)?, 1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("bk in town nxt mth", "nxt mth", "2017-05")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "next weekday, as it is spelt",
        pattern: &[
            Word(&["nxt", "nex"]),
            Any(&[&[Take(Slot::FullWeekday)], &[Take(Slot::FullMonth)], &[Take(Slot::Season)]]),
            Opt(&[Take(Slot::Daytime)]),
        ],
        norm: |b| named(b, 1),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("fancy a walk nxt tues?", "nxt tues", "2017-05-02")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "a weekday",
        pattern: &[Word(&["a"]), WEEKDAY, Opt(&[Take(Slot::Daytime)])],
        norm: weekday,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("working on a sunday evening lol", "a sunday evening", "2017-04-30TEV")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "plain weekend",
        pattern: &[Opt(&[Word(&["the", "a", "d"])]), Word(&["weekend", "wknd", "wkend"])],
        norm: |_| now(LengthUnit::Weekend, 0),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("happy long weekend all!", "weekend", "2017-W17-WE")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the unit",
        pattern: &[Word(&["the"]), Take(Slot::Unit)],
        norm: |b| {
            let own = |unit: &LengthUnit| {
                matches!(unit, LengthUnit::Day | LengthUnit::Week | LengthUnit::Month | LengthUnit::Year)
            };
            now(length_unit(b).filter(own)?, 0)
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("cake to end the week :)", "the week", "2017-W17")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "plain unit",
        pattern: &[WHOLE, Opt(&[Take(Slot::Ordinal)]), Take(Slot::Unit), Opt(&[Take(Slot::DayDigits)])],
        norm: |b| {
            // "the 20th century" is one of the calendar's
            let numbered = b.get(Slot::Ordinal).is_some();
            let unit = length_unit(b).filter(|u| match u {
                LengthUnit::Second | LengthUnit::Quarter => false,
                LengthUnit::Century | LengthUnit::Millennium => !numbered,
                _ => true,
            })?;
            length(Some(2 * u32::try_from(fortnights(b)).ok()?), unit)
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("what a lovely day out :)", "day", "P1D"),
            ("my first day at the mill :)", "first day", "P1D"),
            ("slept all day lol", "all day", "P1D"),
            ("busy week of rehearsals!", "week", "P1W"),
        ],
        #[cfg(test)]
        rejects: &["Lee Min Ho was great!!", "that sec school lah"],
    },
    Rule {
        name: "numbered unit",
        pattern: &[Take(Slot::Unit), Take(Slot::DayDigits)],
        norm: |b| {
            let unit = length_unit(b).filter(|u| !matches!(u, LengthUnit::Second | LengthUnit::Quarter))?;
            length(Some(2), unit)
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("day 2 of the hike!", "day 2", "P1D"), ("wk 5 done :)", "wk 5", "P1W")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "day of the month alone",
        pattern: &[Opt(&[Word(&["the"])]), Take(Slot::Ordinal)],
        norm: |b| {
            let day = u8::try_from(b.get(Slot::Ordinal)?).ok().filter(|day| (1..=31).contains(day));
            Read::date(TimexValue::Calendar(PartialDate { day: Some(day?), ..PartialDate::default() }))
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("back to work on the 5th :(", "the 5th", "2017-05-05")],
        #[cfg(test)]
        rejects: &["we r on the 5th floor :)", "came in on the first try lol"],
    },
    Rule {
        name: "end of a unit in initials",
        pattern: &[Any(&[
            &[Word(&["eod"]), Bind(Slot::Unit, Unit::Day as i32)],
            &[Word(&["eow"]), Bind(Slot::Unit, Unit::Week as i32)],
            &[Word(&["eom"]), Bind(Slot::Unit, Unit::Month as i32)],
            &[Word(&["eoy"]), Bind(Slot::Unit, Unit::Year as i32)],
        ])],
        norm: |b| Some(Read { modifier: Some(Modifier::End), ..now(length_unit(b)?, 0)? }),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("need it by eow pls", "eow", "2017-W17")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weekends",
        pattern: &[Word(&["weekends", "wknds", "wkends"])],
        norm: |_| Read::of(TimexKind::Set, TimexValue::Set(Recurrence::Weekend)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("weekends r for gardening", "weekends", "XXXX-WE")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "more units",
        pattern: &[
            Take(Slot::Number),
            Opt(&[Word(&["+"])]),
            Opt(&[Word(&["more", "odd", "long", "full", "whole", "straight", "solid"])]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
        ],
        norm: |b| length(u32::try_from(b.get(Slot::Number)? * fortnights(b)).ok(), length_unit(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("3 more days to the fair!", "3 more days", "P3D"),
            ("queued 4+ hrs for it :(", "4+ hrs", "PT4H"),
            ("waited 25mins lol", "25mins", "PT25M"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "more units ago",
        pattern: &[
            Take(Slot::Number),
            Word(&["+"]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
            Word(&["ago"]),
        ],
        norm: |b| counted(b, -1, From::Now),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("posted 2+ weeks ago!", "2+ weeks ago", "2017-W15")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "half of a unit in digits",
        pattern: &[Take(Slot::DayDigits), Word(&["/"]), Take(Slot::DayDigits), Take(Slot::Unit)],
        norm: |b| {
            let half = (b.nth(Slot::DayDigits, 0)?, b.nth(Slot::DayDigits, 1)?) == (1, 2);
            half.then(|| length(Some(1), length_unit(b)?)).flatten()
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("took 1/2 day off!", "1/2 day", "PT12H")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every single unit",
        pattern: &[Word(&["every"]), Word(&["single"]), Take(Slot::Unit)],
        norm: |b| every(length_unit(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("same bus every single day lol", "every single day", "P1D")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every day in one word",
        pattern: &[Word(&["everyday", "evryday", "erryday", "everynight", "everynite"])],
        norm: |_| every(LengthUnit::Day),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("i run everyday now", "everyday", "P1D")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "right now",
        pattern: &[Any(&[&[Word(&["right", "rite"]), Word(&["now", "nw"])], &[Word(&["rn", "nw"])]])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Present)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("so hungry right now", "right now", "PRESENT_REF"), ("i cant rn", "rn", "PRESENT_REF")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the other day",
        pattern: &[Word(&["the"]), Word(&["other"]), Word(&["day", "night", "nite", "week"])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Past)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("saw ur mum the other day", "the other day", "PAST_REF")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "plain future",
        pattern: &[Opt(&[Word(&["the"])]), Word(&["future"])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Future)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("more walks like this in future!", "future", "FUTURE_REF")],
        #[cfg(test)]
        rejects: &[],
    },
];

/// A time of the message's own day.
fn at_minutes(minutes: u16) -> Option<Read> {
    let time = Some(TimeOfDay::Clock(minutes, true));
    Read::of(TimexKind::Time, TimexValue::Calendar(PartialDate { time, ..PartialDate::default() }))
}

/// A clock time, as [`Slot::Clock`] binds it, of a day counted from the message's.
pub(super) fn on_day(bound: i32, days: i32) -> Option<Read> {
    let time = clock(bound);
    let offset = Offset { step: Step::Unit(LengthUnit::Day), count: Some(days), from: From::Now, time };
    Read::of(TimexKind::Time, TimexValue::Relative(offset))
}

/// The bound weekday, or the bound part of it.
pub(super) fn weekday(b: &Bound) -> Option<Read> {
    let time = b.get(Slot::Daytime).and_then(part_of_day);
    let kind = if time.is_some() { TimexKind::Time } else { TimexKind::Date };
    let date = PartialDate { weekday: small(b, Slot::FullWeekday), time, ..PartialDate::default() };
    Read::of(kind, TimexValue::Calendar(date))
}

/// Each one of a unit.
fn every(unit: LengthUnit) -> Option<Read> {
    Read::of(TimexKind::Set, TimexValue::Set(Recurrence::Every(Length { halves: Some(2), unit })))
}
