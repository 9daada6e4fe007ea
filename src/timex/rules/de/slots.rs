//! How German writes what a slot takes: numbers, ordinals, decades, clock times, names of months and days.

use crate::document::Shape;
use crate::lexicon::{Reading, de};
use crate::timex::pattern::Line;
use crate::timex::zone;

/// A month's name or abbreviation with a capital; in `full`, or abbreviated with its dot.
pub(super) fn month(line: &Line<'_>, at: usize, full: bool) -> Option<(i32, usize)> {
    let month = line.reading(at, |r| if let Reading::Month(m) = r { Some(i32::from(m)) } else { None })?;
    let word = line.word(at);
    let abbreviated = word.trim_end_matches('.').chars().count() < 5
        && !["mai", "juni", "juli", "märz", "juno"].iter().any(|name| line.is(at, name));
    // "3. Okt", "Okt. 1989"; a dot of its own where the tokeniser left one
    let dotted = word.ends_with('.') || line.is(at + 1, ".") && !line.tokens[at + 1].spaced;
    if !line.capital(at) || full && abbreviated && !word.ends_with('.') {
        return None;
    }
    let takes_dot = abbreviated && dotted && !word.ends_with('.') && at + 2 < line.tokens.len();
    Some((month, at + 1 + usize::from(takes_dot)))
}

/// A weekday's name or abbreviation with a capital; or only the name in `full`.
pub(super) fn weekday(line: &Line<'_>, at: usize, full: bool) -> Option<(i32, usize)> {
    let word = line.word(at);
    let short = word.trim_end_matches('.').len() < 3;
    if !line.capital(at) || (full && short) || word.len() == 2 && short && line.is(at + 1, ".") {
        return None;
    }
    // "Sonntags" is every Sunday, "des Sonntags" is one
    if line.reading(at, |r| matches!(r, Reading::Habit(..)).then_some(())).is_some()
        && !line.is_any(at.wrapping_sub(1), &["des", "eines", "vergangenen", "kommenden", "diesen", "dieses"])
    {
        return None;
    }
    let day = line.reading(at, |r| if let Reading::Weekday(d) = r { Some(i32::from(d)) } else { None })?;
    Some((day, at + 1))
}

/// An ordinal in words: "dritte", "einundzwanzigsten".
pub(super) fn ordinal(line: &Line<'_>, at: usize) -> Option<i32> {
    line.reading(at, |r| (r == Reading::Compound).then_some(()))?;
    de::ordinal(line.word(at)).and_then(|n| i32::try_from(n).ok())
}

/// "1990er", "90er", "neunziger".
pub(super) fn decade(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    if let Some(ten) = line.reading(at, |r| if let Reading::Decade(ten) = r { Some(ten) } else { None }) {
        return Some((i32::from(ten), at + 1));
    }
    let word = line.word(at);
    let digits = word.strip_suffix("er").or_else(|| word.strip_suffix("ern"))?;
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !digits.ends_with('0') {
        return None;
    }
    let value: i32 = digits.parse().ok()?;
    match digits.len() {
        4 if (1000..2200).contains(&value) => Some((value / 10, at + 1)),
        2 if value >= 10 => Some((value / 10, at + 1)),
        _ => None,
    }
}

/// A number, doubled, and the token behind it: "25", "1.500", "1,5", "einundzwanzig", "zweieinhalb",
/// "zwei Millionen".
pub(super) fn number(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    let token = line.tokens.get(at)?;
    let (mut doubled, mut end) = if token.shape == Shape::Digits {
        let word = line.word(at);
        let groups = word.split('.').skip(1).all(|group| group.len() == 3);
        let whole: u64 = if groups { word.replace('.', "") } else { return None }
            .parse()
            .ok()
            .filter(|n| *n < 1_000_000_000)?;
        // "1,5 Jahre"
        let decimal = line.is(at + 1, ",")
            && !line.tokens[at + 1].spaced
            && line.tokens.get(at + 2).is_some_and(|t| t.shape == Shape::Digits && !t.spaced);
        if decimal {
            (whole * 2 + u64::from(line.word(at + 2).starts_with('5')), at + 3)
        } else {
            (whole * 2, at + 1)
        }
    } else {
        let named = line.reading(at, |r| if let Reading::Number(n) = r { Some(n * 2) } else { None });
        let made = || {
            line.reading(at, |r| (r == Reading::Compound).then_some(()))?;
            de::number(line.word(at))
        };
        (u64::from(named.or_else(made)?), at + 1)
    };
    while let Some(by) =
        line.reading(end, |r| if let Reading::Magnitude(n) = r { Some(u64::from(n)) } else { None })
    {
        doubled = doubled.checked_mul(by)?;
        end += 1;
    }
    if line.is(end, "½") {
        (doubled, end) = (doubled + 1, end + 1);
    }
    Some((i32::try_from(doubled).ok()?, end))
}

/// "14 Uhr", "14.30 Uhr", "20:15", "14 Uhr 30", "halb drei", "Viertel vor acht", "fünf Uhr".
pub(super) fn clock(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    let (minutes, exact, mut end) = face(line, at).or_else(|| digital(line, at))?;
    if zone::is(line.word(end)) {
        end += 1;
    }
    (minutes <= 24 * 60).then_some((minutes * 2 + i32::from(exact), end))
}

/// An hour in words or in one or two digits.
fn hour(line: &Line<'_>, at: usize) -> Option<i32> {
    let spelt =
        || line.reading(at, |r| if let Reading::Number(n) = r { i32::try_from(n).ok() } else { None });
    line.digits(at).filter(|(_, length)| *length <= 2).map(|(n, _)| n).or_else(spelt).filter(|n| *n <= 24)
}

/// As a clock's hands are read: "halb neun", "Viertel nach zwei", "kurz vor" is left to the qualifiers.
fn face(line: &Line<'_>, at: usize) -> Option<(i32, bool, usize)> {
    let (away, next) = if line.is(at, "halb") {
        (-30, at + 1)
    } else if line.is_any(at, &["viertel", "dreiviertel"]) {
        match line.word(at + 1) {
            "vor" => (-15, at + 2),
            "nach" => (15, at + 2),
            _ if line.is(at, "dreiviertel") => (-15, at + 1),
            _ => return None,
        }
    } else if line.is_any(at + 1, &["vor", "nach"]) && line.is(at + 3, "Uhr") {
        let away = hour(line, at).filter(|n| *n < 30)?;
        (if line.is(at + 1, "vor") { -away } else { away }, at + 2)
    } else {
        return None;
    };
    let hour = hour(line, next)?;
    let end = next + 1 + usize::from(line.is(next + 1, "Uhr"));
    Some(((hour * 60 + away).rem_euclid(24 * 60), true, end))
}

/// "14 Uhr", "14 Uhr 30", "14.30 Uhr", "14:30", "14:30 Uhr".
fn digital(line: &Line<'_>, at: usize) -> Option<(i32, bool, usize)> {
    // "14.30" is one number to the tokeniser
    if let Some((hour, minute)) = line.word(at).split_once('.').filter(|(_, minute)| minute.len() == 2) {
        let (hour, minute): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
        let stands = line.is_any(at + 1, &["Uhr", "h"]);
        return (hour < 25 && minute < 60).then_some((
            hour * 60 + minute,
            true,
            at + 1 + usize::from(stands),
        ));
    }
    let hour = hour(line, at)?;
    let glued = |at: usize| line.tokens.get(at).is_some_and(|t| !t.spaced);
    if line.is(at + 1, ":") && glued(at + 1) && glued(at + 2) {
        let (minute, _) = line.digits(at + 2).filter(|(m, length)| *length == 2 && *m < 60)?;
        let mut end = at + 3;
        if line.is(end, ":") && glued(end) && line.digits(end + 1).is_some_and(|(_, length)| length == 2) {
            end += 2;
        }
        return Some((hour * 60 + minute, true, end + usize::from(line.is(end, "Uhr"))));
    }
    if !line.is(at + 1, "Uhr") {
        return None;
    }
    let minute = line.digits(at + 2).filter(|(m, length)| *length == 2 && *m < 60).map(|(m, _)| m);
    Some((hour * 60 + minute.unwrap_or(0), minute.is_some(), at + 2 + usize::from(minute.is_some())))
}

/// "dreitägige", "jahrelang", "35-stündige": number doubled × 32 + unit.
pub(super) fn length(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    if line.tokens.get(at)?.shape == Shape::Digits {
        let (number, end) = number(line, at)?;
        let unit = line.is(end, "-").then(|| de::lasting(line.word(end + 1)))??;
        return Some((number * 32 + unit as i32, end + 2));
    }
    line.reading(at, |r| (r == Reading::Compound).then_some(()))?;
    let (doubled, unit) = de::length(line.word(at))?;
    Some((i32::try_from(doubled).ok()? * 32 + unit as i32, at + 1))
}
