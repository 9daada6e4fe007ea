//! What a history says of time and a report does not: read in narratives alone. A report uses the same words
//! as titles and figures ("the former minister", "in 300").

use super::age;
use super::company::is_function_word;
use super::relative::length_unit;
use crate::document::Shape;
use crate::timex::Strength::Weak;
use crate::timex::Timex;
use crate::timex::pattern::Pat::{Any, Bind, Opt, Take, Word};
use crate::timex::pattern::{Line, Slot};
use crate::timex::rules::{Match, Read, Rule};
use crate::timex::value::{
    DayPart, From, Length, Offset, PartialDate, Recurrence, Reference, Step, TimexKind, TimexValue, Years,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "bare year",
        pattern: &[Take(Slot::BareYear)],
        norm: |b| {
            let year = Years::Bare(i16::try_from(b.get(Slot::BareYear)?).ok()?);
            Read::date(TimexValue::Calendar(PartialDate { year: Some(year), ..PartialDate::default() }))
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("In 793 the monks fled.", "793", "0793")],
        #[cfg(test)]
        rejects: &["They died in 300 villages.", "Room 793 was empty.", "He led 400 to the gate."],
    },
    Rule {
        // a report gives everybody's age; in a story it tells the years
        name: "age of a person",
        pattern: &[
            Take(Slot::Number),
            Opt(&[Word(&["-"])]),
            Any(&[&[Take(Slot::Units)], &[Take(Slot::Unit)]]),
            Opt(&[Word(&["-"])]),
            Word(&["old"]),
        ],
        norm: |b| {
            let halves = u32::try_from(b.get(Slot::Number)?).ok();
            Read::of(TimexKind::Duration, TimexValue::Duration(Length { halves, unit: length_unit(b)? }))
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[
            ("A six-year-old girl ran.", "six-year-old", "P6Y"),
            ("The 44-year-old was held.", "44-year-old", "P44Y"),
            ("Her son, 12 years old, won.", "12 years old", "P12Y"),
        ],
        #[cfg(test)]
        rejects: &[],
    },
    Rule {
        name: "former",
        pattern: &[Word(&["former", "formerly"])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Past)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("A former abbot wrote it down.", "former", "PAST_REF")],
        #[cfg(test)]
        rejects: &["The former was built of oak."],
    },
    Rule {
        name: "the same time",
        pattern: &[
            Any(&[&[Word(&["the"]), Word(&["same", "very"])], &[Word(&["that"]), Opt(&[Word(&["same"])])]]),
            Word(&["time"]),
        ],
        norm: |_| {
            let offset = Offset { step: Step::Same, count: Some(0), from: From::Told, time: None };
            Read::date(TimexValue::Relative(offset))
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("At the same time the fleet put out.", "the same time", "2017-04-26")],
        #[cfg(test)]
        rejects: &["He said that time flies."],
    },
    Rule {
        name: "the time",
        pattern: &[Word(&["the"]), Word(&["time"]), Opt(&[Word(&["being"])])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Present)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("He was abbot at the time, they say.", "the time", "PRESENT_REF")],
        #[cfg(test)]
        rejects: &["He had the time to flee."],
    },
    Rule {
        name: "at night",
        pattern: &[Any(&[&[Word(&["night", "nighttime"])], &[Word(&["daytime"]), Bind(Slot::Sign, 1)]])],
        norm: |b| {
            let part = if b.get(Slot::Sign).is_some() { DayPart::Daytime } else { DayPart::Night };
            Read::of(TimexKind::Time, TimexValue::Set(Recurrence::Part(part)))
        },
        strength: Weak,
        #[cfg(test)]
        accepts: &[("They marched at night to the ford.", "night", "XXXX-XX-XXTNI")],
        #[cfg(test)]
        rejects: &["It was no night to forget."],
    },
    Rule {
        name: "a future something",
        pattern: &[Word(&["future"])],
        norm: |_| Read::date(TimexValue::Vague(Reference::Future)),
        strength: Weak,
        #[cfg(test)]
        accepts: &[("A future king was among them.", "future", "FUTURE_REF")],
        #[cfg(test)]
        rejects: &[],
    },
];

/// Whether a match of this family is one in its company.
pub(super) fn stands(line: &Line<'_>, at: usize, found: &Match) -> bool {
    let led = |words: &[&str]| at.checked_sub(1).is_some_and(|before| line.is_any(before, words));
    match found.rule.name {
        "bare year" => year_is_led_in(line, at),
        "age of a person" => age::is_of_person(line, at, found.end),
        // "the former" of two is none
        "former" if line.is(at, "formerly") => true,
        "former" | "a future something" => qualifies(line, found.end),
        "at night" if line.capital(at) => false,
        // "at night", "in night raids": night after night; but "the night", "one night"
        "at night" => {
            led(&["at", "by"])
                || qualifies(line, found.end)
                    && led(&["and", "or", "in", "of", "for", "with", "during", "on", "from", "limited"])
        }
        _ => led(&[
            "at", "by", "until", "till", "since", "around", "about", "from", "during", "in", "for", "of",
            "before", "after",
        ]),
    }
}

/// Whether the year of a date has fewer than four digits and no era.
pub(super) fn is_bare_year(timex: &Timex) -> bool {
    matches!(timex.value, TimexValue::Calendar(PartialDate { year: Some(Years::Bare(_)), .. }))
}

/// Whether no counted noun follows: "in 793 the raiders", not "in 793 villages".
pub(super) fn closes(line: &Line<'_>, end: usize) -> bool {
    line.tokens.get(end).is_none_or(|t| t.shape == Shape::Mark && !matches!(line.word(end), "-" | "%"))
        || line.capital(end)
        || is_function_word(line, end)
}

/// Whether a noun follows that the word before it can qualify.
fn qualifies(line: &Line<'_>, end: usize) -> bool {
    line.tokens.get(end).is_some_and(|t| t.shape != Shape::Mark) && !is_function_word(line, end)
}

/// Whether a number of three digits alone is a year: behind the words that lead one in.
fn year_is_led_in(line: &Line<'_>, at: usize) -> bool {
    const LEADS: &[&str] = &[
        "in", "by", "since", "until", "till", "from", "year", "after", "before", "between", "circa", "c.",
        "ca.", "(",
    ];
    let is_any = |back: usize, words: &[&str]| at.checked_sub(back).is_some_and(|b| line.is_any(b, words));
    if is_any(1, LEADS) {
        return true;
    }
    // "from 793 to 878", "between 793 and 796", "793–878"
    let pair = at.checked_sub(2).is_some_and(|b| line.tokens[b].shape == Shape::Digits);
    let dash = is_any(1, &["-", "–"]) && !line.tokens[at].spaced && !line.tokens[at - 1].spaced;
    pair && (dash
        || is_any(1, &["to", "until"]) && is_any(3, &["from"])
        || is_any(1, &["and"]) && is_any(3, &["between"]))
}
