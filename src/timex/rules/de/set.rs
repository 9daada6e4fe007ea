//! Recurrences.

use super::values::{day_part, length_unit};
use crate::lexicon::Unit;
use crate::timex::Strength::{Fair, Strong};
use crate::timex::pattern::Pat::{Any, Opt, Take, Word};
use crate::timex::pattern::{Pat, Slot, daytime, unit};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{DayPart, Length, LengthUnit, Recurrence, TimexKind, TimexValue};

const EVERY: &[&str] = &["jede", "jeden", "jeder", "jedes", "jedem"];
const UNIT: &[Pat] = &[Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]])];
/// "einmal", "dreimal".
const TIMES: &[&str] = &[
    "einmal",
    "zweimal",
    "dreimal",
    "viermal",
    "fünfmal",
    "sechsmal",
    "siebenmal",
    "achtmal",
    "zehnmal",
    "mehrmals",
    "mehrfach",
    "öfters",
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "jedes Jahr",
        pattern: &[Opt(&[Word(TIMES)]), Word(EVERY), Take(Slot::Unit)],
        norm: |b| every(Some(2), length_unit(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Sie treffen sich jedes Jahr dort.", "jedes Jahr", "P1Y")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "alle zwei Wochen",
        pattern: &[
            Word(&["alle", "je", "jeweils"]),
            Any(&[&[Take(Slot::Number)], &[Word(&["paar"])]]),
            Any(&[UNIT]),
        ],
        norm: |b| every(b.get(Slot::Number).and_then(|n| u32::try_from(n).ok()), length_unit(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Sie treffen sich alle zwei Wochen dort.", "alle zwei Wochen", "P2W"),
            ("Sie treffen sich alle paar Jahre dort.", "alle paar Jahre", "PXY"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "jeden zweiten Montag",
        pattern: &[
            Word(EVERY),
            Opt(&[Any(&[
                &[Take(Slot::Ordinal)],
                &[Take(Slot::DayDigits), Word(&["."])],
                &[Word(&["letzten"])],
            ])]),
            Any(&[
                &[Take(Slot::FullWeekday)],
                &[Take(Slot::WeekdayPart)],
                &[Take(Slot::FullMonth)],
                &[Take(Slot::Season)],
                &[Take(Slot::Daytime)],
            ]),
            Opt(&[Word(&["im"]), Word(&["monat"])]),
        ],
        norm: |b| {
            let small = |slot| b.get(slot).and_then(|v| u8::try_from(v).ok());
            let recurrence = small(Slot::FullWeekday)
                .or_else(|| small(Slot::WeekdayPart).map(|both| both / 8))
                .map(Recurrence::Weekday)
                .or_else(|| small(Slot::FullMonth).map(Recurrence::Month))
                .or_else(|| small(Slot::Season).map(Recurrence::Season))
                .or_else(|| b.get(Slot::Daytime).map(|part| Recurrence::Part(day_part(daytime(part)))))?;
            Read::of(TimexKind::Set, TimexValue::Set(recurrence))
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Sie treffen sich jeden Montag dort.", "jeden Montag", "XXXX-WXX-1"),
            (
                "Sie treffen sich jeden ersten Freitag im Monat.",
                "jeden ersten Freitag im Monat",
                "XXXX-WXX-5",
            ),
            ("Sie treffen sich jeden Sommer dort.", "jeden Sommer", "XXXX-SU"),
            ("Sie treffen sich jeden Abend dort.", "jeden Abend", "XXXX-XX-XXTEV"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "montags",
        pattern: &[Take(Slot::Habit)],
        norm: |b| {
            let bound = b.get(Slot::Habit)?;
            let (weekday, part) = (bound / 8, bound % 8);
            let recurrence = if weekday > 0 {
                Recurrence::Weekday(u8::try_from(weekday - 1).ok()?)
            } else {
                Recurrence::Part(day_part(daytime(part - 1)))
            };
            Read::of(TimexKind::Set, TimexValue::Set(recurrence))
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Der Laden ist montags zu.", "montags", "XXXX-WXX-1"),
            ("Der Laden ist abends zu.", "abends", "XXXX-XX-XXTEV"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "zweimal pro Woche",
        pattern: &[
            Opt(&[Any(&[&[Word(TIMES)], &[Take(Slot::Number), Word(&["mal"])]])]),
            Any(&[&[Word(&["pro", "je"])], &[Word(&["im", "am"])], &[Word(&["in"]), Word(&["der"])]]),
            Take(Slot::Unit),
        ],
        norm: |b| every(Some(2), length_unit(b)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Sie treffen sich zweimal pro Woche dort.", "zweimal pro Woche", "P1W"),
            ("Sie treffen sich einmal im Monat dort.", "einmal im Monat", "P1M"),
            ("Es sind 300 Euro pro Jahr.", "pro Jahr", "P1Y"),
        ],
        #[cfg(test)]
        rejects: &["Am Tag des Festes kam sie."],
    },
    Rule {
        name: "Jahr für Jahr",
        pattern: &[Take(Slot::Unit), Word(&["für", "um", "auf"]), Take(Slot::Unit)],
        norm: |b| {
            let same = b.nth(Slot::Unit, 0) == b.nth(Slot::Unit, 1);
            same.then(|| every(Some(2), length_unit(b)?)).flatten()
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Sie kommt Jahr für Jahr wieder.", "Jahr für Jahr", "P1Y")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "täglich",
        pattern: &[Opt(&[Word(TIMES)]), Take(Slot::Every)],
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
            every(u32::try_from(bound / 32 * 2).ok(), unit)
        },
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("Sie treffen sich monatlich in Bonn.", "monatlich", "P1M"),
            ("Sie zahlen vierteljährlich ihre Miete.", "vierteljährlich", "P3M"),
            ("Sie proben zweimal wöchentlich dort.", "zweimal wöchentlich", "P1W"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
];

fn every(halves: Option<u32>, unit: LengthUnit) -> Option<Read> {
    Read::of(TimexKind::Set, TimexValue::Set(Recurrence::Every(Length { halves, unit })))
}
