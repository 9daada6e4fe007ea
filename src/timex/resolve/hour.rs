//! The day of a time of day that is told before it: "10:35 a.m. (0735 GMT) Friday".

use crate::document::Document;
use crate::timex::value::{DayPart, LengthUnit, Offset, PartialDate, Step, TimeOfDay, TimexValue};
use crate::timex::{Mention, Timex, rules, zone};

/// Whether a mention tells a time of day and nothing of the day.
fn is_time_alone(mention: &Mention<Timex>) -> bool {
    let TimexValue::Calendar(date) = mention.value.value else { return false };
    date.time.is_some() && date == PartialDate { time: date.time, ..PartialDate::default() }
}

/// A time of day on the twelve-hour clock that follows its part of the day: "yesterday evening, at half past
/// seven". None where the words say which half is meant, or nothing before them does.
pub(super) fn in_second_half(
    text: &str,
    document: &Document,
    mentions: &[Mention<Timex>],
    index: usize,
) -> Option<Timex> {
    let time = mentions.get(index).filter(|mention| is_time_alone(mention))?;
    let before = index.checked_sub(1).and_then(|at| mentions.get(at))?;
    let TimexValue::Calendar(date) = time.value.value else { return None };
    let Some(TimeOfDay::Clock(minutes @ 60..720, exact)) = date.time else { return None };
    let words = time.span.of(text);
    let halved = words.to_ascii_lowercase().replace('.', "").contains("am");
    let long = words.len() > 4 && words.starts_with('0');
    let zoned = words.split_whitespace().any(zone::is);
    let part = match before.value.value {
        TimexValue::Calendar(PartialDate { time: Some(TimeOfDay::Part(part)), .. })
        | TimexValue::Relative(Offset { time: Some(TimeOfDay::Part(part)), .. }) => part,
        _ => return None,
    };
    let second = match part {
        DayPart::Afternoon => minutes < 7 * 60,
        DayPart::Evening => minutes >= 4 * 60,
        DayPart::Night => minutes >= 6 * 60,
        DayPart::Morning | DayPart::Midday | DayPart::Daytime => false,
    };
    let between = text.get(before.span.end()..time.span.start())?;
    let hour = rules::grammar(document.language).joins.hour;
    let adjoins = between
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| hour.contains(&word));
    let value =
        TimexValue::Calendar(PartialDate { time: Some(TimeOfDay::Clock(minutes + 720, exact)), ..date });
    (second && adjoins && !halved && !long && !zoned).then_some(Timex { value, ..time.value })
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
