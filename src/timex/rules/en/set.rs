//! Recurrences.

use super::relative::length_unit;
use crate::lexicon::Unit;
use crate::timex::Strength::{Fair, Strong};
use crate::timex::pattern::Pat::{Any, Opt, Take, Word};
use crate::timex::pattern::{Slot, unit};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{DayPart, Length, LengthUnit, Recurrence, TimeOfDay, TimexKind, TimexValue};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "every units",
        pattern: &[Word(&["every"]), Take(Slot::Number), Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]])],
        norm: |b| every(Length { halves: u32::try_from(b.get(Slot::Number)?).ok(), unit: length_unit(b)? }),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("They meet every two weeks there.", "every two weeks", "P2W"),
            ("A tram leaves every 10 minutes there.", "every 10 minutes", "PT10M"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every unit",
        pattern: &[
            Opt(&[Any(&[&[Word(&["once", "twice"])], &[Take(Slot::Number), Word(&["times"])]])]),
            Word(&["every", "each"]),
            Take(Slot::Unit),
        ],
        norm: |b| every(Length { halves: Some(2), unit: length_unit(b)? }),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They meet every year there.", "every year", "P1Y")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "times a unit",
        pattern: &[
            Any(&[&[Word(&["once", "twice"])], &[Take(Slot::Number), Word(&["times"])]]),
            Word(&["a", "an", "per"]),
            Take(Slot::Unit),
        ],
        norm: |b| every(Length { halves: Some(2), unit: length_unit(b)? }),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They meet twice a year there.", "twice a year", "P1Y")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "per unit",
        pattern: &[Word(&["per"]), Take(Slot::Unit)],
        norm: |b| {
            // "miles per hour" is a speed
            let clock = |unit: &LengthUnit| {
                matches!(unit, LengthUnit::Second | LengthUnit::Minute | LengthUnit::Hour)
            };
            every(Length { halves: Some(2), unit: length_unit(b).filter(|unit| !clock(unit))? })
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It lost 40 sheep per week there.", "per week", "P1W")],
        #[cfg(test)]
        rejects: &["It costs £5 per person.", "It ran at 40 miles per hour."],
    },
    Rule {
        name: "every weekday",
        pattern: &[
            Word(&["every", "each"]),
            Any(&[&[Take(Slot::FullWeekday)], &[Take(Slot::FullMonth)], &[Take(Slot::Season)]]),
        ],
        norm: |b| {
            let small = |slot| b.get(slot).and_then(|v| u8::try_from(v).ok());
            let recurrence = small(Slot::FullWeekday)
                .map(Recurrence::Weekday)
                .or_else(|| small(Slot::FullMonth).map(Recurrence::Month))
                .or_else(|| small(Slot::Season).map(Recurrence::Season))?;
            Read::of(TimexKind::Set, TimexValue::Set(recurrence))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They meet every Monday there.", "every Monday", "XXXX-WXX-1")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "every morning",
        pattern: &[Word(&["every", "each"]), Take(Slot::Daytime)],
        norm: |b| {
            let TimeOfDay::Part(part) = super::calendar::part_of_day(b.get(Slot::Daytime)?)? else {
                return None;
            };
            Read::of(TimexKind::Set, TimexValue::Set(Recurrence::Part(part)))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("They meet every morning there.", "every morning", "XXXX-XX-XXTMO")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "daily",
        pattern: &[Take(Slot::Every)],
        norm: |b| {
            let bound = b.get(Slot::Every)?;
            let unit = match unit(bound) {
                Unit::Hour => LengthUnit::Hour,
                Unit::Day => LengthUnit::Day,
                Unit::Night => {
                    return Read::of(TimexKind::Set, TimexValue::Set(Recurrence::Part(DayPart::Night)));
                }
                Unit::Week => LengthUnit::Week,
                Unit::Month => LengthUnit::Month,
                _ => LengthUnit::Year,
            };
            every(Length { halves: u32::try_from(bound / 32 * 2).ok(), unit })
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("They meet monthly in Leeds.", "monthly", "P1M"),
            ("They pay quarterly in Leeds.", "quarterly", "P3M"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

fn every(length: Length) -> Option<Read> {
    Read::of(TimexKind::Set, TimexValue::Set(Recurrence::Every(length)))
}
