//! How English writes what a slot takes: numbers, ordinals, decades, clock times, names of months and days.

use super::{chat, message};
use crate::document::Shape;
use crate::lexicon::{Lexicon, Reading};
use crate::timex::pattern::Line;
use crate::timex::zone;

/// Whether the letters behind a word's digits are a word of their own: "7pm", "12hrs", "26nov", not "2nite".
pub(super) fn glued(lexicon: &Lexicon, word: &str, digits: usize) -> bool {
    let dated =
        |reading: &Reading| matches!(reading, Reading::Unit(_) | Reading::Units(_) | Reading::Month(_));
    let letters = &word[digits..];
    (half_of_day(letters).is_some()
        || letters == "ish"
        || zone::is(letters)
        || lexicon.readings(letters).iter().any(dated))
        && lexicon.readings(word).is_empty()
        && !message::TONIGHT.iter().any(|tonight| word.eq_ignore_ascii_case(tonight))
}

/// "a.m." is `false`, "p.m." `true`.
pub(super) fn half_of_day(word: &str) -> Option<bool> {
    let is = |half: &str| word.trim_end_matches('.').eq_ignore_ascii_case(half);
    if is("am") || is("a.m") {
        Some(false)
    } else if is("pm") || is("p.m") {
        Some(true)
    } else {
        None
    }
}

/// A month's name or abbreviation with a capital; in `full`, or abbreviated with its dot.
pub(super) fn month(line: &Line<'_>, at: usize, full: bool) -> Option<(i32, usize)> {
    let word = line.word(at);
    let stem = word.trim_end_matches('.');
    let abbreviated =
        (stem.len() == 3 && !stem.eq_ignore_ascii_case("may")) || stem.eq_ignore_ascii_case("sept");
    let named = if line.message { chat::names_month(line, at) } else { line.capital(at) };
    if !named || (full && abbreviated && !word.ends_with('.') && !line.message) {
        return None;
    }
    let month = line.reading(at, |r| if let Reading::Month(m) = r { Some(i32::from(m)) } else { None })?;
    Some((month, at + 1))
}

/// A weekday's name or abbreviation with a capital; or only the name in `full`.
pub(super) fn weekday(line: &Line<'_>, at: usize, full: bool) -> Option<(i32, usize)> {
    let short = line.word(at).trim_end_matches('.').len() < 6;
    let named = if line.message {
        !short || chat::names_weekday(line, at)
    } else {
        line.capital(at) && !(full && short)
    };
    if !named {
        return None;
    }
    let day = line.reading(at, |r| if let Reading::Weekday(d) = r { Some(i32::from(d)) } else { None })?;
    Some((day, at + 1))
}

/// "19th", "3d", "third".
pub(super) fn ordinal(line: &Line<'_>, at: usize) -> Option<i32> {
    let word = line.word(at);
    if line.tokens.get(at)?.shape == Shape::Mixed {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = &word[digits.len()..];
        // older print, and American law, write "2d", "23d"
        let known = ["st", "nd", "rd", "th", "ST", "ND", "RD", "TH"].contains(&suffix)
            || suffix == "d" && digits.ends_with(['2', '3']) && !["12", "13"].contains(&digits);
        return if known { digits.parse().ok().filter(|n| *n > 0 && *n < 1000) } else { None };
    }
    line.reading(at, |r| if let Reading::Ordinal(n) = r { i32::try_from(n).ok() } else { None })
}

/// "1840s", "'80s", "80s", "eighties".
pub(super) fn decade(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    let apostrophe = matches!(line.word(at), "'" | "’" | "‘");
    let number = at + usize::from(apostrophe);
    if let Some(ten) = line.reading(at, |r| if let Reading::Decade(ten) = r { Some(ten) } else { None }) {
        return Some((i32::from(ten), at + 1));
    }
    let word = line.word(number);
    let (digits, next) = match word.strip_suffix('s') {
        Some(digits) => (digits, number + 1),
        // "1840's" in older print
        None if matches!(line.word(number + 1), "'s" | "’s") && word.len() == 4 => (word, number + 2),
        None => return None,
    };
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !digits.ends_with('0') {
        return None;
    }
    let value: i32 = digits.parse().ok()?;
    match digits.len() {
        4 if !apostrophe && (1000..2200).contains(&value) => Some((value / 10, next)),
        // "the 870s"
        3 if !apostrophe => Some((value / 10, next)),
        2 if value >= 20 => Some((value / 10, next)),
        _ => None,
    }
}

/// A number, doubled, and the token behind it: "25", "twenty-five", "two and a half", "1.5 million",
/// "a dozen", "a hundred and twenty".
pub(super) fn number(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    let (mut doubled, mut end) = if line.tokens.get(at)?.shape == Shape::Digits {
        let word = line.word(at).replace(',', "");
        let (whole, fraction) = word.split_once('.').unwrap_or((&word, ""));
        let whole: u64 = whole.parse().ok().filter(|n| *n < 1_000_000_000)?;
        // "9.58 seconds": finer than halves, and no count of units
        let half = match fraction.trim_end_matches('0') {
            "" => 0,
            "5" => 1,
            _ => return None,
        };
        (whole * 2 + half, at + 1)
    } else {
        let (number, end) = cardinal_in_words(line, at)?;
        (number.checked_mul(2)?, end)
    };
    if line.is(end - 1, "couple") && line.is(end, "of") {
        end += 1;
    }
    while let Some(by) = magnitude(line, end) {
        doubled = doubled.checked_mul(by)?;
        end += 1;
    }
    let hyphen = usize::from(line.is(end, "-") && line.is(end + 1, "and"));
    if line.is(end + hyphen, "and") {
        let article = end + hyphen + 1 + hyphen;
        if line.is(article, "a") && line.is(article + 1 + hyphen, "half") {
            (doubled, end) = (doubled + 1, article + 2 + hyphen);
        }
    } else if line.is(end, "1/2") || line.is(end, "½") {
        (doubled, end) = (doubled + 1, end + 1);
    } else if line.digits(end) == Some((1, 1))
        && line.is(end + 1, "/")
        && line.digits(end + 2) == Some((2, 1))
    {
        (doubled, end) = (doubled + 1, end + 3);
    }
    Some((i32::try_from(doubled).ok()?, end))
}

fn cardinal(line: &Line<'_>, at: usize) -> Option<u64> {
    line.reading(at, |r| if let Reading::Number(n) = r { Some(u64::from(n)) } else { None })
}

fn magnitude(line: &Line<'_>, at: usize) -> Option<u64> {
    line.reading(at, |r| if let Reading::Magnitude(n) = r { Some(u64::from(n)) } else { None })
}

/// "seven", "twenty-five", "twenty five", "two hundred and six", "a dozen", "two thousand five hundred".
fn cardinal_in_words(line: &Line<'_>, at: usize) -> Option<(u64, usize)> {
    let article = line.reading(at, |r| (r == Reading::Article).then_some(())).is_some();
    let mut end = at;
    let (mut thousands, mut below) = (0_u64, 0_u64);
    if article {
        if line.is_any(at + 1, &["dozen", "couple"]) {
            return Some((cardinal(line, at + 1)?, at + 2));
        }
        magnitude(line, at + 1)?;
        (below, end) = (1, at + 1);
    }
    loop {
        if line.is(end, "dozen") && below > 0 {
            (below, end) = (below.checked_mul(12)?, end + 1);
        } else if let Some(n) = cardinal(line, end).filter(|n| below % 100 == 0 && (*n < 100)) {
            (below, end) = (below + n, end + 1);
            let hyphen = usize::from(line.is(end, "-"));
            let ones = cardinal(line, end + hyphen).filter(|ones| *ones < 10 && (20..100).contains(&n));
            // "twenty four-hour shifts" are twenty
            if let Some(ones) = ones.filter(|_| hyphen == 1 || !line.is(end + 1, "-")) {
                (below, end) = (below + ones, end + hyphen + 1);
            }
        } else if let Some(by) = magnitude(line, end).filter(|_| below > 0) {
            below = below.checked_mul(by)?;
            if by >= 1000 {
                (thousands, below) = (thousands.checked_add(below)?, 0);
            }
            end += 1;
        } else if line.is(end, "and")
            && (thousands > 0 || below >= 100)
            && below % 100 == 0
            && cardinal(line, end + 1).is_some_and(|n| n < 100)
        {
            end += 1;
        } else {
            break;
        }
    }
    (end > at).then_some((thousands + below, end))
}

/// "9:30", "9:30 p.m.", "9 a.m.", "1430 GMT", "7.30pm", "430pm", "12 noon".
pub(super) fn clock(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    let spelt = || {
        let hour =
            line.reading(at, |r| if let Reading::Number(n) = r { i32::try_from(n).ok() } else { None });
        hour.filter(|_| line.is_any(at + 1, &["o'clock", "o’clock", "oclock"])).map(|hour| (hour, 2))
    };
    let halved = half_of_day(line.word(at + 1)).is_some();
    let dotted = || line.message && chat::names_hour(line, at, at + 1);
    if let Some((hour, minute)) = line.word(at).split_once('.').filter(|_| halved || dotted()) {
        let (hour, minute) = (hour.parse().ok()?, minute.parse().ok().filter(|_| minute.len() == 2)?);
        if halved {
            return in_half(line, at + 1, hour, minute, true);
        }
        return minutes(chat::hour_of_day(line, at, at + 1, hour, true), minute, true, at + 1);
    }
    let (first, length) = line.digits(at).or_else(spelt)?;
    let mut end = at + 1;
    let (mut hour, mut minute, mut exact) = (first, 0, false);
    if length > 2 && halved {
        // "430pm"
        return in_half(line, end, first / 100, first % 100, true);
    }
    if length <= 2 && (line.is(end, ":") || line.is(end, ".")) && !line.tokens[end].spaced {
        if let Some((value, 2)) = line.digits(end + 1).filter(|_| !line.tokens[end + 1].spaced) {
            (minute, exact, end) = (value, true, end + 2);
            if line.is(end, ":") && line.digits(end + 1).is_some_and(|(_, length)| length == 2) {
                end += 2;
            }
        } else if line.is(end, ":") {
            return None;
        }
    }
    if line.message && line.is(end, "+") && half_of_day(line.word(end + 1)).is_some() {
        end += 1;
    }
    if half_of_day(line.word(end)).is_some() {
        return in_half(line, end, hour, minute, exact);
    }
    if let Some(hour) = chat::hour_before(line, end, hour).filter(|_| line.message) {
        return minutes(hour, minute, exact, end);
    }
    let dotted = exact && line.is(end - 2, ".");
    if length == 4 && zone::is(line.word(end)) {
        (hour, minute, exact) = (first / 100, first % 100, true);
    } else if line.is_any(end, &["o'clock", "o’clock", "oclock"]) {
        end += 1;
    } else if !exact && hour == 12 && line.is_any(end, &["noon", "midday", "midnight"]) {
        hour = if line.is(end, "midnight") { 0 } else { 12 };
        end += 1;
    } else if line.message && !exact && line.is(end, "ish") {
        (hour, end) = (chat::hour_of_day(line, at, end + 1, hour, false), end + 1);
    } else if line.message && !exact && chat::names_hour(line, at, end) {
        if length > 2 {
            (hour, minute, exact) = (first / 100, first % 100, true);
        } else {
            hour = chat::hour_of_day(line, at, end, hour, false);
        }
    } else if !exact || (dotted && !zone::is(line.word(end))) {
        return None;
    }
    if line.message && exact && length <= 2 {
        hour = chat::hour_of_day(line, at, end, hour, true);
    }
    minutes(hour, minute, exact, behind_zone(line, end))
}

/// An hour and minute before "a.m." or "p.m." at a token.
fn in_half(line: &Line<'_>, at: usize, hour: i32, minute: i32, exact: bool) -> Option<(i32, usize)> {
    let afternoon = half_of_day(line.word(at))?;
    let hour = Some(hour).filter(|hour| (1..=12).contains(hour))?;
    minutes(hour % 12 + if afternoon { 12 } else { 0 }, minute, exact, behind_zone(line, at + 1))
}

fn minutes(hour: i32, minute: i32, exact: bool, end: usize) -> Option<(i32, usize)> {
    ((0..=24).contains(&hour) && (0..60).contains(&minute))
        .then_some(((hour * 60 + minute) * 2 + i32::from(exact), end))
}

/// The token behind a zone that may stand at a token, in parentheses or bare: "GMT", "local time",
/// "Eastern Standard Time", "Moscow time".
fn behind_zone(line: &Line<'_>, at: usize) -> usize {
    if line.is(at, "(") && zone::is(line.word(at + 1)) && line.is(at + 2, ")") {
        return at + 3;
    }
    if zone::is(line.word(at)) {
        return at + 1;
    }
    let named = line.is(at, "local") || line.capital(at) && line.readings[at].is_empty();
    let middle = usize::from(line.is_any(at + 1, &["standard", "daylight", "summer", "mean"]));
    if named && line.is(at + 1 + middle, "time") { at + 2 + middle } else { at }
}
