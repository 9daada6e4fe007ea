//! How English writes what a slot takes: numbers, ordinals, decades, clock times, names of months and days.

use crate::document::Shape;
use crate::lexicon::Reading;
use crate::timex::pattern::Line;

/// A month's name or abbreviation with a capital; in `full`, or abbreviated with its dot.
pub(super) fn month(line: &Line<'_>, at: usize, full: bool) -> Option<(i32, usize)> {
    let word = line.word(at);
    let stem = word.trim_end_matches('.');
    let abbreviated =
        (stem.len() == 3 && !stem.eq_ignore_ascii_case("may")) || stem.eq_ignore_ascii_case("sept");
    if !line.capital(at) || (full && abbreviated && !word.ends_with('.')) {
        return None;
    }
    let month = line.reading(at, |r| if let Reading::Month(m) = r { Some(i32::from(m)) } else { None })?;
    Some((month, at + 1))
}

/// A weekday's name or abbreviation with a capital; or only the name in `full`.
pub(super) fn weekday(line: &Line<'_>, at: usize, full: bool) -> Option<(i32, usize)> {
    let short = line.word(at).trim_end_matches('.').len() < 6;
    if !line.capital(at) || (full && short) {
        return None;
    }
    let day = line.reading(at, |r| if let Reading::Weekday(d) = r { Some(i32::from(d)) } else { None })?;
    Some((day, at + 1))
}

/// "19th", "third".
pub(super) fn ordinal(line: &Line<'_>, at: usize) -> Option<i32> {
    let word = line.word(at);
    if line.tokens.get(at)?.shape == Shape::Mixed {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = &word[digits.len()..];
        let known = ["st", "nd", "rd", "th", "ST", "ND", "RD", "TH"].contains(&suffix);
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
        (whole * 2 + u64::from(fraction.starts_with('5')), at + 1)
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

/// "9:30", "9:30 p.m.", "9 a.m.", "1430 GMT".
pub(super) fn clock(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    let spelt = || {
        let hour =
            line.reading(at, |r| if let Reading::Number(n) = r { i32::try_from(n).ok() } else { None });
        hour.filter(|_| line.is_any(at + 1, &["o'clock", "o’clock"])).map(|hour| (hour, 2))
    };
    let (first, length) = line.digits(at).or_else(spelt)?;
    let mut end = at + 1;
    let (mut hour, mut minute, mut exact) = (first, 0, false);
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
    let half = |at: usize| match line.word(at).to_ascii_lowercase().trim_end_matches('.') {
        "a.m" | "am" => Some(false),
        "p.m" | "pm" => Some(true),
        _ => None,
    };
    let zone = |at: usize| {
        ["GMT", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST", "CET", "CEST", "ET"]
            .contains(&line.word(at))
    };
    if let Some(afternoon) = half(end) {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        end += 1;
    } else if length == 4 && zone(end) {
        (hour, minute, exact) = (first / 100, first % 100, true);
    } else if line.is(end, "o'clock") || line.is(end, "o’clock") {
        end += 1;
    } else if !exact || (line.is(end - 2, ".") && !zone(end)) {
        return None;
    }
    if line.is(end, "(") && zone(end + 1) && line.is(end + 2, ")") {
        end += 3;
    } else if zone(end) {
        end += 1;
    }
    ((0..=24).contains(&hour) && (0..60).contains(&minute))
        .then_some(((hour * 60 + minute) * 2 + i32::from(exact), end))
}
