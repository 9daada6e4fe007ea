//! What a history says of time and a report does not: read in narratives alone.

use crate::document::Shape;
use crate::timex::Strength::Weak;
use crate::timex::pattern::Pat::{Any, Take, Word};
use crate::timex::pattern::{Line, Slot};
use crate::timex::rules::{Match, Read, Rule};
use crate::timex::value::{From, Offset, PartialDate, Reference, Step, TimexValue, Years};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "bloßes Jahr",
        pattern: &[Take(Slot::BareYear)],
        norm: |b| {
            let year = Years::Bare(i16::try_from(b.get(Slot::BareYear)?).ok()?);
            Read::date(TimexValue::Calendar(PartialDate { year: Some(year), ..PartialDate::default() }))
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("Um 793 flohen die Mönche.", "793", "0793")],
        #[cfg(test)]
        rejects: &["Sie starben in 300 Dörfern.", "Raum 793 war leer.", "Er führte 400 zum Tor."],
    },
    Rule {
        name: "ehemalig",
        pattern: &[Word(&[
            "ehemalige",
            "ehemaligen",
            "ehemaliger",
            "ehemaliges",
            "ehemals",
            "vormalige",
            "vormaligen",
            "vormaliger",
        ])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Past)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("Der ehemalige Abt schrieb es auf.", "ehemalige", "PAST_REF")],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "zur selben Zeit",
        pattern: &[Any(&[&[Word(&["selben", "gleichen", "derselben"])]]), Word(&["zeit"])],
        norm: |_| {
            let offset = Offset { step: Step::Same, count: Some(0), from: From::Told, time: None };
            Read::date(TimexValue::Relative(offset))
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("Zur selben Zeit lief die Flotte aus.", "selben Zeit", "2017-04-26")],
        #[cfg(test)]
        rejects: &[],
    },
];

/// Whether a match of this family is one in its company.
pub(super) fn stands(line: &Line<'_>, at: usize, found: &Match) -> bool {
    const LEADS: &[&str] =
        &["um", "bis", "seit", "ab", "von", "zwischen", "jahr", "jahre", "(", "nach", "vor"];
    if found.rule.name != "bloßes Jahr" {
        return true;
    }
    let led = line.is_any(at.wrapping_sub(1), LEADS);
    let pair = line.is_any(at.wrapping_sub(1), &["-", "–", "bis", "und"])
        && at.checked_sub(2).is_some_and(|b| line.tokens[b].shape == Shape::Digits)
        && (line.tokens[at - 2].span.len() >= 3);
    // "300 Dörfer": a number before a noun counts it
    let counts = line.tokens.get(found.end).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
        || line.is_any(found.end, &["%", "."]) && line.tokens.get(found.end + 1).is_some_and(|t| !t.spaced);
    (led || pair) && !counts
}
