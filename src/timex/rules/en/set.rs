//! Recurrences.

use super::calendar::{part_of_day, small};
use super::relative::length_unit;
use crate::lexicon::Unit;
use crate::timex::Strength::{Fair, Strong};
use crate::timex::pattern::Pat::{self, Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot, unit};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{DayPart, Length, LengthUnit, Recurrence, TimeOfDay, TimexKind, TimexValue};

const EVERY: Pat = Any(&[
    &[Word(&["each"]), Word(&["and"]), Word(&["every"])],
    &[Word(&["every"]), Opt(&[Word(&["single"])])],
    &[Word(&["each"])],
]);
/// How often in each stretch: the stretch alone is in the value.
const TIMES: Pat = Any(&[
    &[Word(&["once", "twice", "thrice"])],
    &[
        Any(&[&[Take(Slot::Several)], &[Word(&["a"]), Take(Slot::Several)], &[Take(Slot::Number)]]),
        Word(&["times"]),
    ],
]);
const UNIT: Pat = Take(Slot::Unit);
const UNITS: Pat = Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]);
const NAMED: Pat = Any(&[&[Take(Slot::FullWeekday)], &[Take(Slot::FullMonth)], &[Take(Slot::Season)]]);
/// Parts of the day by their plural.
pub(super) const MORNINGS: Pat = Any(&[
    &[Word(&["mornings"]), Bind(Slot::Daytime, 1)],
    &[Word(&["afternoons"]), Bind(Slot::Daytime, 3)],
    &[Word(&["evenings"]), Bind(Slot::Daytime, 4)],
    &[Word(&["nights"]), Bind(Slot::Daytime, 5)],
]);

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "every units",
        pattern: &[Opt(&[TIMES]), Word(&["every", "each"]), Take(Slot::Number), UNITS],
        norm: |b| {
            let count =
                b.values().filter(|(slot, _)| *slot == Slot::Number).map(|(_, value)| value).last()?;
            every(Length { halves: u32::try_from(count).ok(), unit: length_unit(b)? })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet every two weeks there.", "every two weeks", "P2W"),
            ("A tram leaves every 10 minutes there.", "every 10 minutes", "PT10M"),
            ("They meet once every four years there.", "once every four years", "P4Y"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every few units",
        pattern: &[Opt(&[TIMES]), Word(&["every"]), Take(Slot::Several), Take(Slot::Units)],
        norm: |b| every(Length { halves: None, unit: length_unit(b)? }),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They meet every few days there.", "every few days", "PXD")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every other unit",
        pattern: &[
            Opt(&[TIMES]),
            Word(&["every"]),
            Any(&[&[Word(&["other"]), Bind(Slot::Ordinal, 2)], &[Take(Slot::Ordinal)]]),
            UNIT,
        ],
        norm: |b| {
            let count = u32::try_from(b.get(Slot::Ordinal)?).ok()?;
            every(Length { halves: Some(2 * count), unit: length_unit(b)? })
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet every other week there.", "every other week", "P2W"),
            ("They meet every third year there.", "every third year", "P3Y"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every unit",
        pattern: &[Opt(&[TIMES]), EVERY, UNIT],
        norm: one,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet every year there.", "every year", "P1Y"),
            ("They meet each and every day there.", "each and every day", "P1D"),
            ("They meet twice each month there.", "twice each month", "P1M"),
        ],
        #[cfg(test)]
        rejects: &["Every second counts."],
    },
    Rule {
        name: "times a unit",
        pattern: &[
            TIMES,
            Any(&[&[Word(&["a", "an", "per", "in"]), Opt(&[Word(&["a"])]), UNIT], &[Take(Slot::Every)]]),
        ],
        norm: |b| match b.get(Slot::Every) {
            Some(bound) => adverb(bound),
            None => one(b),
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet twice a year there.", "twice a year", "P1Y"),
            ("They meet three times weekly there.", "three times weekly", "P1W"),
            ("They meet several times a day there.", "several times a day", "P1D"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "per unit",
        pattern: &[Word(&["per"]), UNIT],
        norm: one,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("They sell 800 per day there.", "per day", "P1D")],
        #[cfg(test)]
        rejects: &["It flew at 500 miles per hour."],
    },
    Rule {
        name: "per annum",
        pattern: &[Word(&["per"]), Word(&["annum"])],
        norm: |_| every(Length { halves: Some(2), unit: LengthUnit::Year }),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("They earn more per annum there.", "per annum", "P1Y")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every weekday",
        pattern: &[
            Opt(&[TIMES]),
            Any(&[&[EVERY], &[Word(&["every"]), Word(&["other"])]]),
            NAMED,
            Opt(&[Take(Slot::Daytime)]),
        ],
        norm: |b| {
            let recurrence = small(b, Slot::FullWeekday)
                .map(|weekday| match b.get(Slot::Daytime).and_then(day_part) {
                    Some(part) => Recurrence::PartOfWeekday(weekday, part),
                    None => Recurrence::Weekday(weekday),
                })
                .or_else(|| small(b, Slot::FullMonth).map(Recurrence::Month))
                .or_else(|| small(b, Slot::Season).map(Recurrence::Season))?;
            set(recurrence)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet every Monday there.", "every Monday", "XXXX-WXX-1"),
            ("They meet every summer there.", "every summer", "XXXX-SU"),
            ("They meet each Friday night there.", "each Friday night", "XXXX-WXX-5TNI"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every day of the year",
        pattern: &[
            EVERY,
            Any(&[
                &[Take(Slot::Month), Take(Slot::Day)],
                &[Take(Slot::Day), Opt(&[Word(&["of"])]), Take(Slot::Month)],
            ]),
        ],
        norm: |b| set(Recurrence::Date(small(b, Slot::Month)?, small(b, Slot::Day)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They meet every July 12 there.", "every July 12", "XXXX-07-12")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "day of every unit",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Any(&[&[Word(&["last", "end"])], &[Take(Slot::Ordinal)]]),
            Opt(&[Any(&[
                &[Take(Slot::FullWeekday)],
                &[Word(&["day", "week", "weekend", "working"]), Opt(&[Word(&["day"])])],
            ])]),
            Word(&["of", "in"]),
            EVERY,
            UNIT,
        ],
        norm: one,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet on the first Monday of every month there.", "the first Monday of every month", "P1M"),
            ("They are paid at the end of each week there.", "the end of each week", "P1W"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every morning",
        pattern: &[EVERY, Take(Slot::Daytime)],
        norm: |b| set(Recurrence::Part(day_part(b.get(Slot::Daytime)?)?)),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They meet every morning there.", "every morning", "XXXX-XX-XXTMO")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weekday nights",
        pattern: &[Take(Slot::FullWeekday), MORNINGS],
        norm: |b| {
            let part = day_part(b.get(Slot::Daytime)?)?;
            set(Recurrence::PartOfWeekday(small(b, Slot::FullWeekday)?, part))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They meet on Tuesday nights there.", "Tuesday nights", "XXXX-WXX-2TNI")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "in the mornings",
        pattern: &[Opt(&[Word(&["the"])]), MORNINGS],
        norm: |b| set(Recurrence::Part(day_part(b.get(Slot::Daytime)?)?)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("They meet in the mornings there.", "the mornings", "XXXX-XX-XXTMO")],
        #[cfg(test)]
        rejects: &["They spent two dark evenings there."],
    },
    Rule {
        name: "on weekends",
        pattern: &[Word(&["weekends"])],
        norm: |_| set(Recurrence::Weekend),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("They meet on weekends there.", "weekends", "XXXX-WE")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "weekdays",
        pattern: &[Take(Slot::FullWeekday)],
        norm: |b| set(Recurrence::Weekday(small(b, Slot::FullWeekday)?)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("They meet on Mondays there.", "Mondays", "XXXX-WXX-1")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "daily",
        pattern: &[Take(Slot::Every)],
        norm: |b| adverb(b.get(Slot::Every)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("They meet monthly in Leeds.", "monthly", "P1M"),
            ("They pay quarterly in Leeds.", "quarterly", "P3M"),
            ("They vote biennially in Leeds.", "biennially", "P2Y"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

fn every(length: Length) -> Option<Read> {
    set(Recurrence::Every(length))
}

fn one(b: &Bound) -> Option<Read> {
    every(Length { halves: Some(2), unit: length_unit(b)? })
}

fn set(recurrence: Recurrence) -> Option<Read> {
    Read::of(TimexKind::Set, TimexValue::Set(recurrence))
}

fn day_part(daytime: i32) -> Option<DayPart> {
    match part_of_day(daytime)? {
        TimeOfDay::Part(part) => Some(part),
        TimeOfDay::Clock(..) => None,
    }
}

/// "daily", "quarterly", as [`Slot::Every`] binds them.
fn adverb(bound: i32) -> Option<Read> {
    let unit = match unit(bound) {
        Unit::Hour => LengthUnit::Hour,
        Unit::Day => LengthUnit::Day,
        Unit::Night => return set(Recurrence::Part(DayPart::Night)),
        Unit::Week => LengthUnit::Week,
        Unit::Month => LengthUnit::Month,
        _ => LengthUnit::Year,
    };
    every(Length { halves: u32::try_from(bound / 32 * 2).ok(), unit })
}
