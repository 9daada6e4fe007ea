//! Words before an expression that belong to it: "Anfang", "mehr als", "etwa".

use crate::timex::Timex;
use crate::timex::pattern::Line;
use crate::timex::rules::Widened;
use crate::timex::value::{Modifier, PartialDate, Recurrence, TimexKind, TimexValue};
use std::ops::Range;

/// Words left of an expression that qualify it: their tokens, and what they say.
const QUALIFIERS: &[(&[&str], Option<Modifier>, On)] = &[
    (&["anfang"], Some(Modifier::Start), On::Dates),
    (&["anfangs"], Some(Modifier::Start), On::Dates),
    (&["beginn"], Some(Modifier::Start), On::Dates),
    (&["mitte"], Some(Modifier::Mid), On::Dates),
    (&["ende"], Some(Modifier::End), On::Dates),
    (&["frühen"], Some(Modifier::Start), On::Dates),
    (&["späten"], Some(Modifier::End), On::Dates),
    (&["nicht", "mehr", "als"], Some(Modifier::EqualOrLess), On::Lengths),
    (&["nicht", "weniger", "als"], Some(Modifier::EqualOrMore), On::Lengths),
    (&["mehr", "als"], Some(Modifier::MoreThan), On::Lengths),
    (&["weniger", "als"], Some(Modifier::LessThan), On::Lengths),
    (&["mindestens"], Some(Modifier::EqualOrMore), On::Lengths),
    (&["wenigstens"], Some(Modifier::EqualOrMore), On::Lengths),
    (&["höchstens"], Some(Modifier::EqualOrLess), On::Lengths),
    (&["maximal"], Some(Modifier::EqualOrLess), On::Lengths),
    (&["bis", "zu"], Some(Modifier::EqualOrLess), On::Lengths),
    (&["fast"], Some(Modifier::LessThan), On::Lengths),
    (&["beinahe"], Some(Modifier::LessThan), On::Lengths),
    (&["knapp"], Some(Modifier::LessThan), On::Lengths),
    (&["gut"], Some(Modifier::MoreThan), On::Lengths),
    (&["etwa"], Some(Modifier::Approx), On::All),
    (&["ungefähr"], Some(Modifier::Approx), On::All),
    (&["circa"], Some(Modifier::Approx), On::All),
    (&["ca."], Some(Modifier::Approx), On::All),
    (&["rund"], Some(Modifier::Approx), On::Lengths),
    (&["genau"], None, On::Lengths),
    (&["nur"], None, On::Lengths),
];

/// What a qualifier may stand before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum On {
    Dates,
    Lengths,
    All,
}

/// Takes in what qualifies the expression on `tokens`, not beyond `free`.
pub(super) fn widen(line: &Line<'_>, tokens: Range<usize>, free: usize, timex: &Timex) -> Widened {
    let at = tokens.start;
    let length = matches!(timex.value, TimexValue::Duration(_) | TimexValue::Set(Recurrence::Every(_)));
    let vague = matches!(timex.value, TimexValue::Vague(_));
    // "Ende 1944", "Anfang Mai"; no part of a single day
    let long = match timex.value {
        TimexValue::Calendar(PartialDate { day, weekday, .. }) => day.is_none() && weekday.is_none(),
        _ => true,
    };
    let fits = |on: On| match on {
        On::Dates => matches!(timex.kind, TimexKind::Date | TimexKind::Time) && !vague && long,
        On::Lengths => length,
        On::All => !vague,
    };
    for (words, modifier, on) in QUALIFIERS {
        let Some(first) = at.checked_sub(words.len()).filter(|first| *first >= free) else { continue };
        if fits(*on) && words.iter().enumerate().all(|(i, word)| line.is(first + i, word)) {
            return Widened { tokens: first..tokens.end, modifier: *modifier };
        }
    }
    Widened { tokens, modifier: None }
}
