//! Dates of the French Republican calendar, years I to XIV: "9 Thermidor Year II", "18 brumaire an VIII".

use super::calendar::calendar;
use crate::timex::Day;
use crate::timex::Strength::Strong;
use crate::timex::pattern::Pat::{self, OneOf, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{PartialDate, Years};

/// The months of thirty days, from the autumn equinox.
const MONTH: Pat = OneOf(
    Slot::Month,
    &[
        &[Word(&["vendémiaire", "vendemiaire"])],
        &[Word(&["brumaire"])],
        &[Word(&["frimaire"])],
        &[Word(&["nivôse", "nivose"])],
        &[Word(&["pluviôse", "pluviose"])],
        &[Word(&["ventôse", "ventose"])],
        &[Word(&["germinal"])],
        &[Word(&["floréal", "floreal"])],
        &[Word(&["prairial"])],
        &[Word(&["messidor"])],
        &[Word(&["thermidor"])],
        &[Word(&["fructidor"])],
    ],
);

const YEAR: Pat = OneOf(
    Slot::AnyYear,
    &[
        &[Word(&["i", "1"])],
        &[Word(&["ii", "2"])],
        &[Word(&["iii", "3"])],
        &[Word(&["iv", "4"])],
        &[Word(&["v", "5"])],
        &[Word(&["vi", "6"])],
        &[Word(&["vii", "7"])],
        &[Word(&["viii", "8"])],
        &[Word(&["ix", "9"])],
        &[Word(&["x", "10"])],
        &[Word(&["xi", "11"])],
        &[Word(&["xii", "12"])],
        &[Word(&["xiii", "13"])],
        &[Word(&["xiv", "14"])],
    ],
);

const OF_THE_YEAR: &[Pat] = &[
    Opt(&[Word(&[","])]),
    Opt(&[Word(&["of"])]),
    Opt(&[Word(&["the"])]),
    Word(&["year", "an", "l'an", "l’an"]),
];

/// The day of September on which each year from I (1792) began: the equinox at Paris.
const BEGINS: [i8; 14] = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23];

pub(super) const RULES: &[Rule] = &[Rule {
    name: "day of the Republican calendar",
    pattern: &[Opt(&[Word(&["the"])]), Take(Slot::Day), Opt(&[Word(&["of"])]), MONTH, Opt(OF_THE_YEAR), YEAR],
    norm: republican,
    strength: Strong,
    #[cfg(test)]
    accepts: &[
        ("He fell on 9 Thermidor Year II in Paris.", "9 Thermidor Year II", "1794-07-27"),
        ("He rose on 18 brumaire an VIII in Paris.", "18 brumaire an VIII", "1799-11-09"),
        (
            "It was the 13th of Vendémiaire, Year IV, at dusk.",
            "the 13th of Vendémiaire, Year IV",
            "1795-10-05",
        ),
    ],
    #[cfg(test)]
    rejects: &["They read Germinal twice."],
}];

fn republican(b: &Bound) -> Option<Read> {
    let (month, year) = (b.get(Slot::Month)?, b.get(Slot::AnyYear)?);
    let begins = *BEGINS.get(usize::try_from(year).ok()?)?;
    let first = Day::from_ymd(i16::try_from(1792 + year).ok()?, 9, begins)?;
    let day = b.get(Slot::Day).filter(|day| *day <= 30)?;
    let date = first.plus(30 * month + day - 1).date();
    calendar(PartialDate {
        year: Some(Years::Year(date.year())),
        month: u8::try_from(date.month()).ok(),
        day: u8::try_from(date.day()).ok(),
        ..PartialDate::default()
    })
}
