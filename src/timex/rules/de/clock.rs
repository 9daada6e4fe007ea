//! Times of day by the clock.

use crate::timex::Strength::{Fair, Strong};
use crate::timex::pattern::Pat::{Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{PartialDate, TimeOfDay, TimexKind, TimexValue};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "Uhrzeit",
        pattern: &[
            Take(Slot::Clock),
            Opt(&[Any(&[
                &[Word(&["früh", "morgens", "vormittags"]), Bind(Slot::Sign, 0)],
                &[Word(&["mittags"]), Bind(Slot::Sign, 1)],
                &[Word(&["nachmittags", "abends"]), Bind(Slot::Sign, 2)],
                &[Word(&["nachts"]), Bind(Slot::Sign, 3)],
            ])]),
        ],
        norm: |b| {
            let bound = b.get(Slot::Clock)?;
            let (minutes, exact) = (bound / 2, bound % 2 == 1);
            let afternoon = match b.get(Slot::Sign) {
                Some(2) => minutes < 12 * 60,
                Some(1) => minutes < 4 * 60,
                Some(3) => (8 * 60..12 * 60).contains(&minutes),
                _ => false,
            };
            time(minutes + if afternoon { 12 * 60 } else { 0 }, exact)
        },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("Beginn ist um 14 Uhr am Tor.", "14 Uhr", "2017-04-26T14:00"),
            ("Beginn ist um 20.30 Uhr am Tor.", "20.30 Uhr", "2017-04-26T20:30"),
            ("Beginn ist um 9:05 am Tor.", "9:05", "2017-04-26T09:05"),
            ("Beginn ist um halb neun am Tor.", "halb neun", "2017-04-26T08:30"),
            ("Beginn ist um Viertel nach zwei am Tor.", "Viertel nach zwei", "2017-04-26T02:15"),
            ("Beginn ist um acht Uhr abends am Tor.", "acht Uhr abends", "2017-04-26T20:00"),
        ],
        #[cfg(test)]
        rejects: &[
            "Sie gewannen 3:2 gegen Bonn.",
            "Das Brot war halb verbrannt.",
            "Es stieg um 4.30 Prozent.",
        ],
    },
    Rule {
        name: "Stunde einer Reihe",
        pattern: &[Take(Slot::DayDigits)],
        norm: |b: &Bound| time(b.get(Slot::DayDigits).filter(|hour| *hour <= 24)? * 60, false),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("Offen ist von 10 bis 12 Uhr am Tor.", "10", "2017-04-26T10:00")],
        #[cfg(test)]
        rejects: &["Offen ist es von 10 bis 12 Leuten."],
    },
];

fn time(minutes: i32, exact: bool) -> Option<Read> {
    let time = Some(TimeOfDay::Clock(u16::try_from(minutes).ok()?, exact));
    Read::of(TimexKind::Time, TimexValue::Calendar(PartialDate { time, ..PartialDate::default() }))
}
