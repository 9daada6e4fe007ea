//! What a date means, in a reader's words: "1–11 Jun 2018", "3 years", "every Monday", "a Tuesday, which
//! one is not said"; and which dates ask for a second look.

use super::when::{WEEKDAYS, interval_text, month_name};
use crate::analysis::DocumentAnalysis;
use crate::document::TextKind;
use crate::timex::anchor::AnchorSource;
use crate::timex::{Basis, Dated, Modifier, TimexKind};

/// What an expression means.
#[must_use]
pub fn meaning(date: &Dated) -> String {
    let value = date.value.as_str();
    if date.kind == TimexKind::Set {
        return recurrence(value).unwrap_or_else(|| value.to_owned());
    }
    if let Some(when) = &date.interval {
        let day = interval_text(when);
        return match value.split_once('T').and_then(|(_, time)| time_text(time)) {
            Some(time) => format!("{day}, {time}"),
            None => day,
        };
    }
    match value {
        "PRESENT_REF" => "the present".to_owned(),
        "PAST_REF" => "some time in the past".to_owned(),
        "FUTURE_REF" => "some time to come".to_owned(),
        _ => length(value).or_else(|| unplaced(value)).unwrap_or_else(|| "not on the calendar".to_owned()),
    }
}

/// A modifier in words.
#[must_use]
pub fn modifier_text(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Before => "before it",
        Modifier::After => "after it",
        Modifier::OnOrBefore => "then or before",
        Modifier::OnOrAfter => "then or after",
        Modifier::LessThan => "less than that",
        Modifier::MoreThan => "more than that",
        Modifier::EqualOrLess => "that or less",
        Modifier::EqualOrMore => "that or more",
        Modifier::Start => "its early part",
        Modifier::Mid => "its middle",
        Modifier::End => "its late part",
        Modifier::Approx => "about then, or about as much",
    }
}

/// A kind of text, in a word.
#[must_use]
pub fn kind_word(kind: TextKind) -> &'static str {
    match kind {
        TextKind::News => "News",
        TextKind::Narrative => "Narrative",
        TextKind::Message => "Message",
    }
}

/// What a kind of text means for its dates, in a line.
#[must_use]
pub fn kind_line(kind: TextKind) -> &'static str {
    match kind {
        TextKind::News => "Bare weekdays and months are counted from the publication day.",
        TextKind::Narrative => "Bare weekdays and months are counted from the date told last.",
        TextKind::Message => "Dates are counted from the day of writing, mostly ahead of it.",
    }
}

/// Whether a date would stand on the calendar if there were something to count it from.
#[must_use]
pub fn is_adrift(date: &Dated) -> bool {
    let on_calendar = matches!(date.kind, TimexKind::Date | TimexKind::Time);
    on_calendar && date.basis == Basis::None && date.interval.is_none() && !date.value.ends_with("_REF")
}

/// A date that asks for a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Its index among the document's dates.
    pub mention: u32,
    /// Its words.
    pub quote: String,
    /// Why.
    pub line: String,
}

/// The dates of a document of `text` that were refused, or may mean something else.
#[must_use]
pub fn checks(text: &str, document: &DocumentAnalysis) -> Vec<Check> {
    document
        .dates
        .iter()
        .zip(0..)
        .filter_map(|(date, mention)| {
            let words = date.span.of(text).split_whitespace().collect::<Vec<_>>();
            Some(Check { mention, quote: words.join(" "), line: date.value.warning.clone()? })
        })
        .collect()
}

/// "10:30", "the morning"; none for what is no time of day.
fn time_text(time: &str) -> Option<String> {
    let part = match time {
        "MO" => "in the morning",
        "MI" => "around noon",
        "AF" => "in the afternoon",
        "EV" => "in the evening",
        "NI" => "at night",
        "DT" => "by day",
        _ if time.starts_with(|c: char| c.is_ascii_digit()) => {
            return Some(if time.len() == 2 { format!("{time} h") } else { time.to_owned() });
        }
        _ => return None,
    };
    Some(part.to_owned())
}

/// "2 years 6 months" of `P2Y6M`.
fn length(value: &str) -> Option<String> {
    let mut rest = value.strip_prefix('P')?;
    let (mut clock, mut parts) = (false, Vec::new());
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            (clock, rest) = (true, after);
            continue;
        }
        // X is a number of its own: "some"
        let end =
            if rest.starts_with('X') { 1 } else { rest.find(|c: char| !(c.is_ascii_digit() || c == '.'))? };
        let (number, after) = rest.split_at(end);
        let units: &[(&str, &str)] = if clock {
            &[("H", "hour"), ("M", "minute"), ("S", "second")]
        } else {
            &[
                ("DE", "decade"),
                ("CE", "century"),
                ("WE", "weekend"),
                ("Y", "year"),
                ("Q", "quarter"),
                ("M", "month"),
                ("W", "week"),
                ("D", "day"),
                ("X", ""),
            ]
        };
        let (code, unit) = units.iter().find(|(code, _)| after.starts_with(code))?;
        rest = &after[code.len()..];
        let unit = match (number, *unit) {
            (_, "") => "time".to_owned(),
            ("1", unit) => unit.to_owned(),
            (_, "century") => "centuries".to_owned(),
            (_, unit) => format!("{unit}s"),
        };
        parts.push(if number == "X" { format!("some {unit}") } else { format!("{number} {unit}") });
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// "every Monday" of `XXXX-WXX-1`, "every 2 weeks" of `P2W`.
fn recurrence(value: &str) -> Option<String> {
    let what = match length(value) {
        Some(every) => every.strip_prefix("1 ").map(ToOwned::to_owned).unwrap_or(every),
        None => match value.strip_prefix("XXXX-")?.split_once('T') {
            Some((_, "MO")) => "morning".to_owned(),
            Some((_, "AF")) => "afternoon".to_owned(),
            Some((_, "EV")) => "evening".to_owned(),
            Some((_, "NI")) => "night".to_owned(),
            Some(_) => return None,
            None => named(value)?,
        },
    };
    Some(format!("every {what}"))
}

/// What is known of a date whose year or week is not: "a Tuesday, which one is not said".
fn unplaced(value: &str) -> Option<String> {
    let name = named(value)?;
    let weekday = value.starts_with("XXXX-WXX-");
    Some(if weekday {
        format!("a {name}, which one is not said")
    } else {
        format!("{name}, the year is not said")
    })
}

/// "Tuesday" of `XXXX-WXX-2`, "June" of `XXXX-06`, "3 June" of `XXXX-06-03`, "spring" of `XXXX-SP`.
fn named(value: &str) -> Option<String> {
    let rest = value.strip_prefix("XXXX-")?;
    if let Some(weekday) = rest.strip_prefix("WXX-") {
        let number: usize = weekday.parse().ok()?;
        return WEEKDAYS.get(number.checked_sub(1)?).map(|name| (*name).to_owned());
    }
    let season = match rest {
        "SP" => "spring",
        "SU" => "summer",
        "FA" => "autumn",
        "WI" => "winter",
        _ => "",
    };
    if !season.is_empty() {
        return Some(season.to_owned());
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
    let month = month.parse::<i8>().ok().filter(|m| (1..=12).contains(m)).map(month_name)?;
    match day {
        None => Some(month.to_owned()),
        Some(day) => Some(format!("{} {month}", day.parse::<u8>().ok()?)),
    }
}

/// How a publication day is known, in a word or two.
#[must_use]
pub fn how_word(how: AnchorSource) -> &'static str {
    match how {
        AnchorSource::Stated => "stated",
        AnchorSource::FileDate => "file date",
        AnchorSource::User => "set by you",
        AnchorSource::Inferred => "inferred",
        AnchorSource::Unknown => "date unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timex::{Day, Grain, Interval};

    fn dated(kind: TimexKind, value: &str, interval: Option<Interval>) -> Dated {
        Dated {
            kind,
            value: value.to_owned(),
            modifier: None,
            edtf: None,
            interval,
            through: false,
            basis: Basis::None,
            warning: None,
        }
    }

    #[test]
    fn lengths_and_recurrences_are_said_in_words() {
        for (value, words) in [
            ("P3Y", "3 years"),
            ("P1W", "1 week"),
            ("PT30M", "30 minutes"),
            ("P2Y6M", "2 years 6 months"),
            ("P1DT12H", "1 day 12 hours"),
            ("P2CE", "2 centuries"),
            ("P0.5Q", "0.5 quarters"),
            ("PXD", "some days"),
            ("PTXH", "some hours"),
            ("PXX", "some time"),
        ] {
            assert_eq!(meaning(&dated(TimexKind::Duration, value, None)), words, "{value}");
        }
        for (value, words) in [
            ("P1W", "every week"),
            ("P2W", "every 2 weeks"),
            ("XXXX-WXX-1", "every Monday"),
            ("XXXX-05", "every May"),
            ("XXXX-12-25", "every 25 December"),
            ("XXXX-SU", "every summer"),
            ("XXXX-XX-XXTMO", "every morning"),
            ("XXXX-XX-XX", "XXXX-XX-XX"),
        ] {
            assert_eq!(meaning(&dated(TimexKind::Set, value, None)), words, "{value}");
        }
    }

    #[test]
    fn what_is_off_the_calendar_says_what_is_known_of_it() {
        for (value, words) in [
            ("XXXX-WXX-2", "a Tuesday, which one is not said"),
            ("XXXX-06", "June, the year is not said"),
            ("XXXX-06-03", "3 June, the year is not said"),
            ("XXXX-XX-XX", "not on the calendar"),
            ("XXXX-13", "not on the calendar"),
            ("PRESENT_REF", "the present"),
        ] {
            let date = dated(TimexKind::Date, value, None);
            assert_eq!(meaning(&date), words, "{value}");
            assert_eq!(is_adrift(&date), !value.ends_with("_REF"), "{value}");
        }
    }

    #[test]
    fn a_time_of_day_stands_beside_its_day() {
        let day = Day::from_ymd(2017, 4, 26).expect("a day");
        let at = |value| {
            meaning(&dated(
                TimexKind::Time,
                value,
                Some(Interval { grain: Grain::Time, ..Interval::day(day) }),
            ))
        };
        assert_eq!(at("2017-04-26T10:30"), "26 Apr 2017, 10:30");
        assert_eq!(at("2017-04-26T10"), "26 Apr 2017, 10 h");
        assert_eq!(at("2017-04-26TNI"), "26 Apr 2017, at night");
        assert_eq!(at("2017-04-26"), "26 Apr 2017");
    }
}
