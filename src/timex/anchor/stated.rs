//! What states the publication day outright, and how a mention speaks of one.

use super::clues::Said;
use super::{Anchor, AnchorSource, Clues, Evidence};
use crate::document::{Document, PartKind, Sentence};
use crate::span::Span;
use crate::timex::value::{From, LengthUnit, Offset, Step, TimexValue, Years};
use crate::timex::{Day, Interval, Mention, Timex};

/// Labels of header lines that date a document.
const LABELS: &[&str] =
    &["date", "published", "publication date", "posted", "sent", "issued", "updated", "created", "dated"];
/// A letter's date line holds little else: at most so many bytes, within so many sentences of its start.
const DATE_LINE: usize = 60;
const NEAR_TOP: usize = 6;
/// How much of such a line the date itself takes at least.
const DATE_SHARE: f32 = 0.35;
/// Words that tell of what is to come, shortly before a date.
const COMING: &[&str] =
    &["will", "shall", "would", "next", "due", "scheduled", "plans", "planned", "expected", "until", "by"];
/// How many tokens before the date they count.
const COMING_REACH: usize = 8;

/// How a mention speaks of a day or month that can hint at the publication; `None` for all others.
pub(super) fn said(timex: &Timex) -> Option<Said> {
    match timex.value {
        TimexValue::Calendar(date) => match (date.year, date.month, date.day, date.weekday) {
            (Some(Years::Year(year)), Some(month), Some(day), _) => {
                let day = date.until.unwrap_or(day);
                Day::from_ymd(year, month as i8, day as i8).map(Said::Full)
            }
            (None, Some(month), Some(day), weekday) => {
                Some(Said::MonthDay { month: month as i8, day: date.until.unwrap_or(day) as i8, weekday })
            }
            (None, None, None, Some(weekday)) => Some(Said::Weekday(weekday)),
            _ => None,
        },
        TimexValue::Relative(Offset {
            step: Step::Unit(LengthUnit::Month),
            count: Some(0),
            from: From::Now,
            ..
        }) => {
            // which month it is comes from what is named beside it
            Some(Said::ThisMonth { month: 0 })
        }
        _ => None,
    }
}

/// The day a document states, if it does.
pub(super) fn find(text: &str, clues: &Clues<'_>) -> Option<Anchor> {
    let document = clues.document;
    let in_part = |mention: &&Mention<Timex>| {
        let part = document.parts.iter().find(|p| p.span.contains(mention.span))?;
        match part.kind {
            PartKind::Header if labelled(text, part.span) => Some("the header line"),
            PartKind::Byline => Some("the byline"),
            PartKind::Dateline => Some("the dateline"),
            _ => None,
        }
    };
    let days = clues.mentions.iter().filter_map(|m| match said(&m.value)? {
        Said::Full(day) => Some((m, day)),
        _ => None,
    });
    let stated = days.clone().find_map(|(m, day)| Some((m.span, day, in_part(&m)?)));
    let (span, day, what) = stated.or_else(|| {
        let mut lines = days.filter(|(m, _)| is_date_line(text, document, m.span));
        let (mention, day) = lines.next()?;
        // several date lines are a diary's or a chronicle's entries
        lines.next().is_none().then_some((mention.span, day, "the date line"))
    })?;
    Some(Anchor {
        date: Some(Interval::day(day)),
        how: AnchorSource::Stated,
        candidates: Vec::new(),
        evidence: vec![Evidence { span: Some(span), reason: format!("{what} states it") }],
    })
}

/// Whether a header line's label dates the document.
fn labelled(text: &str, line: Span) -> bool {
    let label = line.of(text).split([':', '=']).next().unwrap_or_default().trim().to_lowercase();
    LABELS.contains(&label.as_str())
}

/// Whether a mention stands almost alone in a short line near the document's start.
fn is_date_line(text: &str, document: &Document, mention: Span) -> bool {
    let body = |s: &&Sentence| {
        !matches!(document.part_of(s), PartKind::Headline | PartKind::Caption | PartKind::FilePhoto)
    };
    document.sentences.iter().take(NEAR_TOP).filter(body).any(|sentence| {
        let line = sentence.span;
        line.contains(mention)
            && line.len() <= DATE_LINE
            && mention.len() as f32 >= DATE_SHARE * line.len() as f32
            && text[..line.start()].trim_end_matches([' ', '\t']).ends_with('\n')
                | (line.start() == document.span.start())
    })
}

/// Whether the words before a date tell of what is to come.
pub(super) fn coming(text: &str, document: &Document, sentence: &Sentence, date: Span) -> bool {
    let tokens = document.tokens_of(sentence);
    let at = tokens.partition_point(|t| t.span.end() <= date.start());
    tokens[at.saturating_sub(COMING_REACH)..at]
        .iter()
        .any(|t| COMING.iter().any(|word| t.span.of(text).eq_ignore_ascii_case(word)))
}

/// The day or month that a file's name carries: `2017-04-26`, `20170426`, `2017_04`.
pub(super) fn in_file_name(name: &str) -> Option<Interval> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let digits: Vec<&str> = name.split(|c: char| !c.is_ascii_digit()).collect();
    let number = |field: &str| field.parse::<i16>().ok();
    let small = |field: &str| if field.len() == 2 { field.parse::<i8>().ok() } else { None };
    for (at, field) in digits.iter().enumerate() {
        let year = |text: &str| number(text).filter(|year| (1400..2200).contains(year));
        if field.len() == 8
            && let (Some(year), Some(month), Some(day)) =
                (year(&field[..4]), small(&field[4..6]), small(&field[6..]))
            && let Some(day) = Day::from_ymd(year, month, day)
        {
            return Some(Interval::day(day));
        }
        if field.len() == 4
            && let (Some(year), Some(month)) = (year(field), digits.get(at + 1).and_then(|m| small(m)))
        {
            if let Some(day) = digits.get(at + 2).and_then(|d| small(d))
                && let Some(day) = Day::from_ymd(year, month, day)
            {
                return Some(Interval::day(day));
            }
            if let Some(first) = Day::from_ymd(year, month, 1) {
                let last = first.last_of_month();
                return Some(Interval {
                    latest: last,
                    grain: crate::timex::Grain::Month,
                    ..Interval::day(first)
                });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_carry_days_and_months() {
        let read = |name| in_file_name(name).map(|i| (i.earliest.iso(), i.latest.iso()));
        let day = |iso: &str| Some((iso.to_owned(), iso.to_owned()));
        assert_eq!(read("notes/2017-04-26 minutes.txt"), day("2017-04-26"));
        assert_eq!(read("minutes_20170426.txt"), day("2017-04-26"));
        assert_eq!(read("wire-2016-02.txt"), Some(("2016-02-01".into(), "2016-02-29".into())));
        assert_eq!(read("20179926.txt"), None);
        assert_eq!(read("1066 and all that.txt"), None);
        assert_eq!(read("2017-04-26/letter.txt"), None);
    }
}
