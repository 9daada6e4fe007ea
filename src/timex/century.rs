//! The century of a year in two digits: the text's own. "The winter of '88" in a letter of 1798 is 1788.

use super::value::{PartialDate, TimexValue, Years};
use super::{Mention, Timex};

/// A year in two digits is read as the rules read it where the text states a year no further from it.
const NEAR: i32 = 40;

/// Puts years of two digits into the century of the years that the text states in full, and of the year it was
/// `written` in, where those are far from what the rules take them for. Where neither is known nothing is moved.
pub(super) fn decide(text: &str, mentions: &mut [Mention<Timex>], written: Option<i16>) {
    let short =
        |mention: &Mention<Timex>| year(mention).filter(|read| is_short(mention.span.of(text), *read));
    if !mentions.iter().any(|mention| short(mention).is_some()) {
        return;
    }
    let stated: Vec<i32> = mentions
        .iter()
        .filter_map(|mention| year(mention).filter(|year| is_full(text, mention, *year)))
        .chain(written.map(i32::from))
        .collect();
    let distance = |year: i32| stated.iter().map(|told| (told - year).abs()).min();
    for mention in mentions {
        let Some(read) = short(mention) else { continue };
        if distance(read).is_none_or(|far| far <= NEAR) {
            continue;
        }
        let meant = (10..=20).map(|century| 100 * century + read % 100).min_by_key(|year| distance(*year));
        if let (TimexValue::Calendar(date), Some(meant)) = (&mut mention.value.value, meant) {
            date.year = i16::try_from(meant).ok().map(Years::Year);
        }
    }
}

/// Whether what the rules take years of two digits for is far from all that was written in a year.
pub(super) fn is_old(written: i16) -> bool {
    // the rules' first year in two digits
    i32::from(written) + NEAR < 1930
}

fn year(mention: &Mention<Timex>) -> Option<i32> {
    match mention.value.value {
        TimexValue::Calendar(PartialDate { year: Some(Years::Year(year @ 1000..2200)), .. }) => {
            Some(i32::from(year))
        }
        _ => None,
    }
}

/// Whether the words state the year in four digits.
fn is_full(text: &str, mention: &Mention<Timex>, year: i32) -> bool {
    mention.span.of(text).contains(&year.to_string())
}

/// Whether the words state the year in two digits, behind an apostrophe or a numeric date's mark.
fn is_short(words: &str, year: i32) -> bool {
    let short = format!("{:02}", year % 100);
    words.match_indices(&short).any(|(at, _)| {
        let marked = words[..at].ends_with(['\'', '’', '‘', '/', '.', '-']);
        marked && !words[at + 2..].starts_with(|c: char| c.is_ascii_digit())
    }) && !words.contains(&year.to_string())
}
