//! Lines that say when what stands below them was written: a chat's stamps, the head of a letter that is answered.

use super::Found;
use super::calendar::Stretch;
use crate::span::Span;
use crate::timex::value::{PartialDate, TimexValue};
use crate::timex::{Day, Timex};

/// The line in which a mention begins.
pub(super) fn line_of(text: &str, span: Span) -> &str {
    let begin =
        text.get(..span.start()).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    text.get(begin..).and_then(|line| line.lines().next()).unwrap_or_default()
}

/// Whether a mention stands in the line that a letter puts over the one it answers: "On 3 May, Ann wrote:", and
/// marked lines below.
pub(super) fn heads_quote(text: &str, span: Span) -> bool {
    let mut below = text.get(span.end()..).unwrap_or_default().lines();
    // the line may be broken once
    let head = below.by_ref().take(2).position(|line| line.trim_end().ends_with(':'));
    let marked = |line: &str| line.starts_with('>');
    head.is_some() && below.map(str::trim).find(|line| !line.is_empty()).is_some_and(marked)
}

/// Whether a mention stands at the beginning of its line, as the stamp of a chat's message does.
pub(super) fn opens_line(text: &str, span: Span) -> bool {
    let before = text.get(..span.start()).unwrap_or_default();
    let line = before.rfind('\n').map_or(before, |newline| &before[newline + 1..]);
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | '<' | '\u{200E}')).is_empty()
}

/// The day that a full date names.
pub(super) fn day_of(timex: &Timex, found: &Found, index: usize) -> Option<(u32, Day)> {
    match (timex.value, found.stretch) {
        (
            TimexValue::Calendar(PartialDate { year: Some(_), day: Some(_), .. }),
            Some(Stretch::Day(day, _)),
        ) => Some((index as u32, day)),
        _ => None,
    }
}
