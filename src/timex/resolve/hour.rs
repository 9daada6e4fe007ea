//! The day of a time of day that is told before it: "10:35 a.m. (0735 GMT) Friday".

use crate::document::Document;
use crate::timex::value::{LengthUnit, PartialDate, Step, TimexValue};
use crate::timex::{Mention, Timex, rules};

/// Whether a mention tells a time of day and nothing of the day.
fn is_time_alone(mention: &Mention<Timex>) -> bool {
    let TimexValue::Calendar(date) = mention.value.value else { return false };
    date.time.is_some() && date == PartialDate { time: date.time, ..PartialDate::default() }
}

/// The mention of the day to which a time of day belongs that stands before it: "10:35 a.m. (0735 GMT) Friday".
pub(super) fn day_behind(
    text: &str,
    document: &Document,
    mentions: &[Mention<Timex>],
    index: usize,
) -> Option<usize> {
    let joins = &rules::grammar(document.language).joins;
    let time = mentions.get(index).filter(|mention| is_time_alone(mention))?;
    // a bracket, a comma or the other end of a stretch stands between, or what it is the hour of:
    // "a pre-dawn raid on Sunday"
    let adjoins = |from: usize, to: usize| {
        let between = text.get(from..to).unwrap_or_default();
        let words = || between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words().all(|word| joins.through.contains(&word) || joins.and.contains(&word))
            || words().count() <= 3
                && !between.contains(',')
                && words().next_back().is_some_and(|word| joins.passed.contains(&word))
    };
    let of = |mention: &Mention<Timex>| {
        document.sentences.partition_point(|s| s.span.end() <= mention.span.start())
    };
    let mut end = time.span.end();
    for (at, next) in mentions.iter().enumerate().skip(index + 1) {
        if of(next) != of(time) || !adjoins(end, next.span.start()) {
            return None;
        }
        if !is_time_alone(next) {
            let day = match next.value.value {
                TimexValue::Calendar(date) => date.day.is_some() || date.weekday.is_some(),
                TimexValue::Relative(offset) => {
                    matches!(offset.step, Step::Unit(LengthUnit::Day) | Step::Weekday(_))
                }
                _ => false,
            };
            return day.then_some(at);
        }
        end = next.span.end();
    }
    None
}
