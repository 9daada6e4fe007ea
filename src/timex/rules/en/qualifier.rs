//! Words before an expression that belong to it: "early in", "more than", "about".

use crate::timex::Timex;
use crate::timex::pattern::Line;
use crate::timex::value::{Length, Modifier, Recurrence, TimexKind, TimexValue};

/// Words left of an expression that qualify it: their tokens, and what they say.
const QUALIFIERS: &[(&[&str], Modifier, On)] = &[
    (&["the", "beginning", "of"], Modifier::Start, On::Dates),
    (&["the", "start", "of"], Modifier::Start, On::Dates),
    (&["beginning", "of"], Modifier::Start, On::Dates),
    (&["start", "of"], Modifier::Start, On::Dates),
    (&["the", "middle", "of"], Modifier::Mid, On::Dates),
    (&["middle", "of"], Modifier::Mid, On::Dates),
    (&["the", "end", "of"], Modifier::End, On::Dates),
    (&["end", "of"], Modifier::End, On::Dates),
    (&["mid", "-"], Modifier::Mid, On::Dates),
    (&["mid"], Modifier::Mid, On::Dates),
    (&["early", "in"], Modifier::Start, On::Dates),
    (&["late", "in"], Modifier::End, On::Dates),
    (&["early"], Modifier::Start, On::Dates),
    (&["earlier"], Modifier::Start, On::Now),
    (&["late"], Modifier::End, On::Dates),
    (&["later"], Modifier::End, On::Now),
    (&["no", "more", "than"], Modifier::EqualOrLess, On::Lengths),
    (&["no", "less", "than"], Modifier::EqualOrMore, On::Lengths),
    (&["at", "least"], Modifier::EqualOrMore, On::Lengths),
    (&["at", "most"], Modifier::EqualOrLess, On::Lengths),
    (&["as", "long", "as"], Modifier::EqualOrLess, On::Lengths),
    (&["more", "than"], Modifier::MoreThan, On::Lengths),
    (&["less", "than"], Modifier::LessThan, On::Lengths),
    (&["fewer", "than"], Modifier::LessThan, On::Lengths),
    (&["up", "to"], Modifier::EqualOrLess, On::Lengths),
    (&["over"], Modifier::MoreThan, On::Lengths),
    (&["nearly"], Modifier::LessThan, On::Lengths),
    (&["almost"], Modifier::LessThan, On::Lengths),
    (&["about"], Modifier::Approx, On::All),
    (&["around"], Modifier::Approx, On::All),
    (&["approximately"], Modifier::Approx, On::All),
    (&["roughly"], Modifier::Approx, On::All),
    (&["circa"], Modifier::Approx, On::All),
    (&["c."], Modifier::Approx, On::All),
    (&["some"], Modifier::Approx, On::Lengths),
];

/// What a qualifier may stand before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum On {
    Dates,
    /// "this month", "last year": only what is counted from now.
    Now,
    Lengths,
    All,
}

/// Takes in what qualifies the expression that begins at `at`, not beyond `free`.
pub(super) fn widen(line: &Line<'_>, at: usize, free: usize, timex: &Timex) -> (usize, Option<Modifier>) {
    let relative = matches!(timex.value, TimexValue::Relative(_));
    let length = matches!(timex.value, TimexValue::Duration(_) | TimexValue::Set(Recurrence::Every(_)));
    let counted = relative && line.is_any(at + 2, &["ago", "earlier", "later"]);
    let fits = |on: On| match on {
        On::Dates => {
            matches!(timex.kind, TimexKind::Date | TimexKind::Time)
                && !matches!(timex.value, TimexValue::Vague(_))
        }
        On::Now => relative,
        On::Lengths => {
            !line.is(at, "the")
                && (length || counted)
                && !matches!(timex.value, TimexValue::Duration(Length { halves: None, .. }))
        }
        On::All => !matches!(timex.value, TimexValue::Vague(_)),
    };
    // the article stands between: "early in the 1840s", "the end of the 19th century"
    for (words, modifier, on) in QUALIFIERS {
        let Some(first) = at.checked_sub(words.len()).filter(|first| *first >= free) else { continue };
        if fits(*on) && words.iter().enumerate().all(|(i, word)| line.is(first + i, word)) {
            return (first, Some(*modifier));
        }
    }
    (at, None)
}
