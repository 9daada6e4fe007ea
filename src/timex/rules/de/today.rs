//! "heute" is this day and "heute" is nowadays.
//!
//! It is the day where the clause tells of the past ("hat heute beschlossen"), a time of day or "ab" stands
//! beside it, or the text counts from its day elsewhere too ("gestern", "morgen"): else nowadays.

use super::tense;
use crate::timex::pattern::Line;
use crate::timex::rules::{Match, Tense};
use crate::timex::value::{From, LengthUnit, Offset, Reference, Step, TimexValue};
use crate::timex::{Mention, Timex};

/// The rule of "heute", "gestern", "morgen".
pub(super) const RULE: &str = "heute";

const TODAY: Offset =
    Offset { step: Step::Unit(LengthUnit::Day), count: Some(0), from: From::Now, time: None };

/// What a match of [`RULE`] at a token means as far as its sentence tells.
pub(super) fn settle(line: &Line<'_>, at: usize, found: Match) -> Match {
    if found.timex.value != TimexValue::Relative(TODAY) {
        return found;
    }
    let beside = (at.saturating_sub(4)..found.end + 4).any(|near| line.is(near, "Uhr"));
    let led = line.is_any(at.wrapping_sub(1), &["ab", "seit", "erst", "für", "vom"]);
    if beside || led || tense::of_clause(line, at, found.end) == Some(Tense::Past) {
        return found;
    }
    Match { timex: Timex { value: TimexValue::Vague(Reference::Present), ..found.timex }, ..found }
}

/// Reads every "heute" as the day where the text counts from its day elsewhere.
pub(super) fn review(_: &str, mentions: &mut [Mention<Timex>]) {
    let counts = mentions.iter().any(|mention| {
        let step = Step::Unit(LengthUnit::Day);
        mention.rule == RULE
            && matches!(mention.value.value, TimexValue::Relative(o) if o.step == step && (o.count != Some(0) || o.time.is_some()))
    });
    for mention in mentions.iter_mut().filter(|mention| counts && mention.rule == RULE) {
        if mention.value.value == TimexValue::Vague(Reference::Present) {
            mention.value.value = TimexValue::Relative(TODAY);
        }
    }
}
