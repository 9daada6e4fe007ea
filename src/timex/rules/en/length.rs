//! Lengths of time.

use super::relative::{fortnights, length_unit};
use crate::timex::Strength::{Fair, Strong, Weak};
use crate::timex::pattern::Pat::{Any, Opt, Take, Word};
use crate::timex::pattern::{Bound, Slot};
use crate::timex::rules::{Read, Rule};
use crate::timex::value::{Length, LengthUnit, TimexKind, TimexValue};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "number of units",
        pattern: &[
            Take(Slot::Number),
            Opt(&[Word(&["-"])]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
            Opt(&[Opt(&[Word(&["-"])]), Word(&["old"])]),
        ],
        norm: counted,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It took three years to build.", "three years", "P3Y"),
            ("The six-year-old dispute goes on.", "six-year-old", "P6Y"),
            ("It took two and a half hours to build.", "two and a half hours", "PT2.5H"),
            ("A three-decade lawsuit goes on.", "three-decade", "P3DE"),
            ("It took ten minutes to build.", "ten minutes", "PT10M"),
        ],
        #[cfg(test)]
        rejects: &["It took first place."],
    },
    Rule {
        name: "several units",
        pattern: &[
            Any(&[&[Take(Slot::Several)], &[Word(&["a"]), Take(Slot::Several)]]),
            Opt(&[Word(&["of"])]),
            Opt(&[Word(&["more"])]),
            Take(Slot::Units),
        ],
        norm: vague,
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It took several months to build.", "several months", "PXM"),
            ("It took a few days to build.", "a few days", "PXD"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "a unit",
        pattern: &[
            Word(&["a", "an", "one"]),
            Opt(&[Word(&["full", "whole", "single", "entire"])]),
            Opt(&[Word(&["-"])]),
            Take(Slot::Unit),
            Opt(&[Word(&["-"]), Word(&["long", "old"])]),
        ],
        norm: |b| length(Some(2 * u32::try_from(fortnights(b)).ok()?), length_unit(b)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It took a month to build.", "a month", "P1M")],
        #[cfg(test)]
        rejects: &["He won a second term."],
    },
    Rule {
        name: "unit-long",
        pattern: &[Take(Slot::Unit), Word(&["-"]), Word(&["long", "old"])],
        norm: |b| length(Some(2), length_unit(b)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("The month-long war was over.", "month-long", "P1M")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "half a unit",
        pattern: &[
            Any(&[
                &[Word(&["half"]), Opt(&[Word(&["-"])]), Opt(&[Word(&["a", "an"])])],
                &[Word(&["a"]), Word(&["half"]), Opt(&[Word(&["-"])])],
            ]),
            Take(Slot::Unit),
        ],
        norm: |b| length(Some(1), length_unit(b)?),
        strength: Fair,
        #[cfg(test)]
        accepts: &[
            ("It took half an hour to build.", "half an hour", "PT30M"),
            ("It took half a century to build.", "half a century", "P50Y"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the past units",
        pattern: &[
            Opt(&[Word(&["the"])]),
            Word(&["past", "last", "next", "first", "coming", "following", "previous", "final", "preceding"]),
            Any(&[&[Take(Slot::Number)], &[Take(Slot::Several)]]),
            Opt(&[Word(&["full"])]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
        ],
        norm: |b| if b.get(Slot::Number).is_some() { counted(b) } else { vague(b) },
        strength: Strong,
        #[cfg(test)]
        accepts: &[
            ("It grew over the past two years there.", "the past two years", "P2Y"),
            ("It shrank in the first nine months there.", "the first nine months", "P9M"),
            ("It will grow in the next few weeks there.", "the next few weeks", "PXW"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "the past unit",
        pattern: &[Opt(&[Word(&["the"])]), Word(&["past"]), Take(Slot::Unit)],
        norm: |b| length(Some(2), length_unit(b)?),
        strength: Strong,
        #[cfg(test)]
        accepts: &[("It grew over the past year there.", "the past year", "P1Y")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "recent units",
        pattern: &[
            Any(&[&[Word(&["recent"])], &[Opt(&[Word(&["the"])]), Word(&["last", "past"])]]),
            Take(Slot::Units),
        ],
        norm: |_| Read::date(TimexValue::Vague(crate::timex::value::Reference::Past)),
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It grew in recent years there.", "recent years", "PAST_REF")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "coming units",
        pattern: &[Opt(&[Word(&["the"])]), Word(&["coming"]), Take(Slot::Units)],
        norm: vague,
        strength: Fair,
        #[cfg(test)]
        accepts: &[("It will grow in coming months there.", "coming months", "PXM")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "units",
        pattern: &[Take(Slot::Units)],
        norm: |b| {
            // "seconds" are helpings and "quarters" are rooms more often than lengths
            let unit = length_unit(b).filter(|u| !matches!(u, LengthUnit::Second | LengthUnit::Quarter))?;
            length(None, unit)
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("It went on for decades there.", "decades", "PXDE")],
        #[cfg(test)]
        rejects: &["He went to his quarters."],
    },
];

fn length(halves: Option<u32>, unit: LengthUnit) -> Option<Read> {
    Read::of(TimexKind::Duration, TimexValue::Duration(Length { halves, unit }))
}

fn counted(b: &Bound) -> Option<Read> {
    let doubled = u32::try_from(b.get(Slot::Number)? * fortnights(b)).ok()?;
    length(Some(doubled), length_unit(b)?)
}

fn vague(b: &Bound) -> Option<Read> {
    length(None, length_unit(b)?)
}
