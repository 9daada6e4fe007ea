//! Whether "03/04/2016" is the third of April or the fourth of March: asked of the whole document.
//!
//! Dots always stand in the European order. Otherwise a date of the document that has only one reading
//! decides ("25/12/2015"), then one that the document also writes out ("3 April 2016"), for all of them.
//! Failing those the words point to a country, and failing those too the American order is taken; both
//! leave a note on the mention, because day and month could be exchanged.

use super::rules;
use super::value::{PartialDate, TimexValue, Years};
use super::{Mention, Timex};
use crate::document::Document;

/// The rules that read a day and a month as two numbers.
const NUMERIC: &str = "numeric day and month";

/// Words that point to where a text was written, by how dates are written there.
pub(super) struct Customs {
    /// Of countries that write the day first: spelling, money, companies, places.
    pub(super) day_first: &'static [&'static str],
    /// Of the United States.
    pub(super) month_first: &'static [&'static str],
}

/// The order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
}

/// The two numbers of a numeric date, and whether dots part them.
fn numbers(words: &str) -> Option<(u8, u8, bool)> {
    // "Friday 3/4"
    let words = words.trim_start_matches(|c: char| !c.is_ascii_digit());
    let (first, rest) = words.split_once(|c: char| !c.is_ascii_digit())?;
    let second = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    let dotted = words.as_bytes().get(first.len()) == Some(&b'.');
    Some((first.parse().ok()?, second.parse().ok()?, dotted))
}

/// The order that a date's own numbers leave: none when both do.
fn own(first: u8, second: u8) -> Option<Order> {
    match (first > 12, second > 12) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Reads every numeric date of a document in one order, and marks those whose order stays open.
pub(super) fn decide(text: &str, document: &Document, mentions: &mut [Mention<Timex>]) {
    let numeric: Vec<(usize, u8, u8)> = mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.rule.starts_with(NUMERIC))
        .filter_map(|(at, mention)| {
            let (first, second, dotted) = numbers(mention.span.of(text))?;
            (!dotted || own(first, second).is_some()).then_some((at, first, second))
        })
        .collect();
    let dotted = |mention: &Mention<Timex>| {
        numbers(mention.span.of(text))
            .filter(|(first, second, dotted)| *dotted && own(*first, *second).is_none())
    };
    for mention in mentions.iter_mut().filter(|mention| mention.rule.starts_with(NUMERIC)) {
        if let Some((first, second, _)) = dotted(mention) {
            set(&mut mention.value, first, second, Order::DayFirst);
        }
    }
    let open = |(_, first, second): &&(usize, u8, u8)| own(*first, *second).is_none() && first != second;
    if !numeric.iter().any(|found| open(&found)) {
        return;
    }
    let clear = one(numeric.iter().filter_map(|(_, first, second)| own(*first, *second)))
        .or_else(|| one(numeric.iter().filter(open).filter_map(|found| written_out(*found, mentions))));
    let order = clear.or_else(|| customs(text, document)).unwrap_or(Order::MonthFirst);
    for (at, first, second) in numeric.iter().filter(open) {
        set(&mut mentions[*at].value, *first, *second, order);
        mentions[*at].value.exchangeable = clear.is_none();
    }
}

/// The one order that all say.
fn one(mut orders: impl Iterator<Item = Order>) -> Option<Order> {
    let first = orders.next()?;
    orders.all(|order| order == first).then_some(first)
}

/// The order in which a numeric date is a day that the document also writes out.
fn written_out((at, first, second): (usize, u8, u8), mentions: &[Mention<Timex>]) -> Option<Order> {
    let TimexValue::Calendar(PartialDate { year, .. }) = mentions[at].value.value else { return None };
    let written = |month: u8, day: u8| {
        mentions.iter().any(|other| {
            let TimexValue::Calendar(date) = other.value.value else { return false };
            let same = date.year == year || date.year.is_none() || year.is_none();
            !other.rule.starts_with(NUMERIC) && same && (date.month, date.day) == (Some(month), Some(day))
        })
    };
    match (written(second, first), written(first, second)) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Where the words of the document point, if most point one way.
fn customs(text: &str, document: &Document) -> Option<Order> {
    let customs = &rules::grammar(document.language).customs;
    let (mut day, mut month) = (0_u32, 0_u32);
    for token in &document.tokens {
        let word = token.span.of(text);
        day += u32::from(customs.day_first.contains(&word));
        month += u32::from(customs.month_first.contains(&word));
    }
    if day > 2 * month {
        Some(Order::DayFirst)
    } else if month > 2 * day {
        Some(Order::MonthFirst)
    } else {
        None
    }
}

/// Puts the numbers in their places.
fn set(timex: &mut Timex, first: u8, second: u8, order: Order) {
    if let TimexValue::Calendar(date) = &mut timex.value {
        let (day, month) = if order == Order::DayFirst { (first, second) } else { (second, first) };
        (date.day, date.month) = (Some(day), Some(month));
    }
}

/// The other reading of a date whose day and month could be exchanged, where it is a full date.
pub(super) fn exchanged(timex: &Timex) -> Option<PartialDate> {
    let TimexValue::Calendar(date) = timex.value else { return None };
    let full = timex.exchangeable && matches!(date.year, Some(Years::Year(_)) | None);
    full.then_some(PartialDate { day: date.month, month: date.day, ..date })
}
