//! Days, months and years of the calendar.

use crate::timex::Strength::{Fair, Strong};
use crate::timex::pattern::Pat::{Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{PartialDate, TimexValue, Years};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "Tag Monat Jahr",
        pattern: &[Take(Slot::DayDigits), Word(&["."]), Take(Slot::Month), Opt(&[Take(Slot::Year)])],
        norm: date,
        strength: Strong,
        #[cfg(test)]
        accepts: &[("Die Brücke wurde am 3. März 2010 gesperrt.", "3. März 2010", "2010-03-03")],
        #[cfg(test)]
        rejects: &["Die 14 Männer vom Mai waren fort."],
    },
    Rule {
        name: "Wochentag",
        pattern: &[Take(Slot::Weekday)],
        norm: date,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Die Sitzung war am Montag.", "Montag", "2017-04-24")],
        #[cfg(test)]
        rejects: &[],
    },
];

fn date(b: &Bound) -> Option<Read> {
    let small = |slot| b.get(slot).and_then(|n| u8::try_from(n).ok());
    Read::date(TimexValue::Calendar(PartialDate {
        year: b.get(Slot::Year).and_then(|y| i16::try_from(y).ok()).map(Years::Year),
        month: small(Slot::Month),
        day: small(Slot::DayDigits),
        weekday: small(Slot::Weekday),
        ..PartialDate::default()
    }))
}
