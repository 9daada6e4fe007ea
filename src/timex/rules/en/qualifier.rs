//! Words around an expression that belong to it: "early in", "more than", "about", "or so".

use crate::timex::Timex;
use crate::timex::pattern::Line;
use crate::timex::rules::Widened;
use crate::timex::value::{
    Length, LengthUnit, Modifier, Offset, PartialDate, Recurrence, Step, TimexKind, TimexValue, YearPart,
    Years,
};
use std::ops::Range;

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
    (&["the", "early"], Modifier::Start, On::Stretches),
    (&["the", "late"], Modifier::End, On::Stretches),
    (&["the", "mid", "-"], Modifier::Mid, On::Stretches),
    (&["the", "mid"], Modifier::Mid, On::Stretches),
    (&["mid", "-"], Modifier::Mid, On::Dates),
    (&["early", "-"], Modifier::Start, On::Dates),
    (&["late", "-"], Modifier::End, On::Dates),
    (&["mid"], Modifier::Mid, On::Dates),
    (&["early", "on"], Modifier::Start, On::Times),
    (&["late", "on"], Modifier::End, On::Times),
    (&["early", "in"], Modifier::Start, On::Dates),
    (&["late", "in"], Modifier::End, On::Dates),
    (&["early"], Modifier::Start, On::Dates),
    (&["earlier"], Modifier::Start, On::Now),
    (&["late"], Modifier::End, On::Dates),
    (&["later"], Modifier::End, On::Now),
    (&["no", "more", "than"], Modifier::EqualOrLess, On::Lengths),
    (&["no", "less", "than"], Modifier::EqualOrMore, On::Lengths),
    (&["not", "more", "than"], Modifier::EqualOrLess, On::Lengths),
    (&["not", "less", "than"], Modifier::EqualOrMore, On::Lengths),
    (&["no", "fewer", "than"], Modifier::EqualOrMore, On::Lengths),
    (&["no", "longer", "than"], Modifier::EqualOrLess, On::Lengths),
    (&["a", "little", "over"], Modifier::MoreThan, On::Lengths),
    (&["a", "little", "under"], Modifier::LessThan, On::Lengths),
    (&["a", "little", "more", "than"], Modifier::MoreThan, On::Lengths),
    (&["a", "little", "less", "than"], Modifier::LessThan, On::Lengths),
    (&["at", "least"], Modifier::EqualOrMore, On::Lengths),
    (&["at", "most"], Modifier::EqualOrLess, On::Lengths),
    (&["as", "long", "as"], Modifier::EqualOrLess, On::Lengths),
    (&["more", "than"], Modifier::MoreThan, On::Lengths),
    (&["less", "than"], Modifier::LessThan, On::Lengths),
    (&["fewer", "than"], Modifier::LessThan, On::Lengths),
    (&["up", "to"], Modifier::EqualOrLess, On::Lengths),
    (&["over"], Modifier::MoreThan, On::Measured),
    (&["under"], Modifier::LessThan, On::Measured),
    (&["nearly"], Modifier::LessThan, On::Lengths),
    (&["almost"], Modifier::LessThan, On::Lengths),
    (&["close", "to"], Modifier::LessThan, On::Lengths),
    (&["longer", "than"], Modifier::MoreThan, On::Lengths),
    (&["about"], Modifier::Approx, On::All),
    (&["around"], Modifier::Approx, On::All),
    (&["approximately"], Modifier::Approx, On::All),
    (&["roughly"], Modifier::Approx, On::All),
    (&["perhaps"], Modifier::Approx, On::Lengths),
    (&["an", "estimated"], Modifier::Approx, On::Lengths),
    (&["circa"], Modifier::Approx, On::All),
    (&["c."], Modifier::Approx, On::All),
    (&["some"], Modifier::Approx, On::Lengths),
];

/// Words right of an expression that qualify it.
const TAILS: &[(&[&str], Modifier, On)] = &[
    (&["or", "so"], Modifier::Approx, On::All),
    (&["or", "thereabouts"], Modifier::Approx, On::All),
    (&["or", "more"], Modifier::EqualOrMore, On::Lengths),
    (&["or", "longer"], Modifier::EqualOrMore, On::Lengths),
    (&["or", "less"], Modifier::EqualOrLess, On::Lengths),
    (&["or", "fewer"], Modifier::EqualOrLess, On::Lengths),
    (&["or", "two"], Modifier::Approx, On::Single),
    (&["or", "three"], Modifier::Approx, On::Single),
    (&["at", "least"], Modifier::EqualOrMore, On::Lengths),
    (&["at", "most"], Modifier::EqualOrLess, On::Lengths),
    (&["or", "later"], Modifier::OnOrAfter, On::Dates),
    (&["or", "earlier"], Modifier::OnOrBefore, On::Dates),
    (&["and", "beyond"], Modifier::OnOrAfter, On::Dates),
];

/// Verbs and prepositions behind which "over" and "under" measure a length; elsewhere it passes "over" it.
const MEASURING: &[&str] = &[
    "for", "after", "in", "within", "of", "by", "to", "just", "well", "last", "lasts", "lasted", "lasting",
    "take", "takes", "took", "taken", "taking", "spend", "spent", "spending", "spans", "spanned", "spanning",
    "is", "was", "been", "than", "from",
];

/// What a qualifier may stand beside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum On {
    Dates,
    /// Times of day: "opens early on Friday" is an early opening.
    Times,
    /// Decades, centuries, seasons and parts of the day, whose article stands before what qualifies them.
    Stretches,
    /// "this month", "last year", "Sunday": only what is counted from now.
    Now,
    Lengths,
    /// Lengths behind a word of [`MEASURING`].
    Measured,
    /// A length of one unit.
    Single,
    All,
}

/// Takes in what qualifies the expression on `tokens`, not before `free`.
pub(super) fn widen(line: &Line<'_>, tokens: Range<usize>, free: usize, timex: &Timex) -> Widened {
    // the article stands between: "early in the 1840s", "the end of the 19th century"
    for (words, modifier, on) in QUALIFIERS {
        let Some(first) = tokens.start.checked_sub(words.len()).filter(|first| *first >= free) else {
            continue;
        };
        if words.iter().enumerate().all(|(i, word)| line.is(first + i, word))
            && fits(line, first, &tokens, timex, *on)
        {
            return Widened { tokens: first..tokens.end, modifier: Some(*modifier) };
        }
    }
    for (words, modifier, on) in TAILS {
        let end = tokens.end + words.len();
        if words.iter().enumerate().all(|(i, word)| line.is(tokens.end + i, word))
            && fits(line, tokens.start, &tokens, timex, *on)
            // "at least once", "or more of them" go with what follows
            && (!matches!(modifier, Modifier::EqualOrMore | Modifier::EqualOrLess) || !line.is(end, "of"))
        {
            return Widened { tokens: tokens.start..end, modifier: Some(*modifier) };
        }
    }
    Widened { tokens, modifier: None }
}

/// Whether a qualifier that begins at `first` may stand beside the expression on `tokens`.
fn fits(line: &Line<'_>, first: usize, tokens: &Range<usize>, timex: &Timex, on: On) -> bool {
    let relative = matches!(timex.value, TimexValue::Relative(_));
    let length = matches!(
        timex.value,
        TimexValue::Duration(_) | TimexValue::Compound(..) | TimexValue::Set(Recurrence::Every(_))
    );
    let vague = matches!(timex.value, TimexValue::Vague(_));
    let weekday = matches!(
        timex.value,
        TimexValue::Calendar(PartialDate { weekday: Some(_), month: None, .. })
            | TimexValue::Relative(Offset { step: Step::Weekday(_) | Step::Unit(LengthUnit::Day), .. })
    );
    let numbered = !matches!(timex.value, TimexValue::Duration(Length { halves: None, .. }));
    let counted = relative && line.is_any(tokens.end - 1, &["ago", "earlier", "later"]);
    let lengths = (length || counted) && numbered;
    match on {
        On::Dates => matches!(timex.kind, TimexKind::Date | TimexKind::Time) && !vague && !counted,
        On::Times => timex.kind == TimexKind::Time,
        On::Stretches => match timex.value {
            TimexValue::Calendar(date) => {
                matches!(date.year, Some(Years::Decade(_) | Years::ShortDecade(_) | Years::Century(_)))
                    || matches!(date.part, Some(YearPart::Season(_)))
            }
            _ => false,
        },
        On::Now => relative || weekday,
        On::Lengths => lengths && (!line.is(tokens.start, "the") || line.is(first, "at")),
        On::Measured => {
            lengths
                && !line.is(tokens.start, "the")
                && (line.is_any(tokens.end - 1, &["ago", "old", "later"])
                    || first.checked_sub(1).is_some_and(|before| line.is_any(before, MEASURING)))
        }
        On::Single => {
            matches!(timex.value, TimexValue::Duration(Length { halves: Some(2), .. }))
                && line.is_any(tokens.start, &["a", "an"])
        }
        On::All => !vague && !weekday,
    }
}
