//! What a document says about its own publication day: the dated mentions that hint at it.

use super::{Clues, stated};
use crate::document::{Document, PartKind, Sentence};
use crate::span::Span;
use crate::timex::value::{From, LengthUnit, Offset, PartialDate, Step, TimexValue, YearPart, Years};
use crate::timex::{Day, Mention, Timex};

/// Distinct hints looked at, from the document's start: more say nothing new.
const LOOKED_AT: usize = 32;
/// Mentions looked at, from the document's start.
const MENTIONS: usize = 1_000;
/// How many tokens before a date a word that tells of what is to come counts.
const COMING_REACH: usize = 8;
/// Words that tell of what is to come, English and German.
const COMING: &[&str] = &[
    "will",
    "shall",
    "would",
    "next",
    "due",
    "scheduled",
    "plans",
    "planned",
    "expected",
    "expects",
    "until",
    "by",
    "upcoming",
    "begins",
    "starts",
    "takes",
    "wird",
    "werden",
    "soll",
    "sollen",
    "kommenden",
    "nächsten",
    "bis",
];
/// What may stand between two ways to say one day: "yesterday, April 4", "today (5 April)".
const JOINT: usize = 4;

/// What a mention says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// A day in full.
    Full(Day),
    /// A month and a day of it, and the weekday if it is said beside them (Monday 0).
    MonthDay { month: i8, day: i8, weekday: Option<u8> },
    /// A bare weekday (Monday 0).
    Weekday(u8),
    /// A year, or a part of it longer than a day.
    Year(i16),
    /// "this month", "earlier this month" beside a month named elsewhere in the document.
    ThisMonth { month: i8 },
}

/// One hint at the publication day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clue {
    pub(super) span: Span,
    pub(super) said: Said,
    pub(super) part: PartKind,
    /// Whether it stands in the first sentence of the body.
    pub(super) lead: bool,
    /// Whether it is a weekday told further down in a document whose first sentence names none.
    pub(super) aside: bool,
    /// Whether it is told as still to come.
    pub(super) coming: bool,
    /// Whether it is the latest full day, or month and day, of its document.
    pub(super) latest: bool,
    /// How many days (years, for a year) before the publication it is, where the words beside it count
    /// them: "yesterday, April 4", "last year, in 2016".
    pub(super) counted: Option<i32>,
}

/// Everything a document says about its publication day.
#[derive(Debug, Clone, Default)]
pub(super) struct Scene {
    /// The hints, each thing said once, in the order of the text.
    pub(super) clues: Vec<Clue>,
    /// Whether the document says "yesterday" and "today": what it would else say by the weekday.
    pub(super) yesterday: bool,
    pub(super) today: bool,
    /// How many years ago it says things were: "four years ago", "a decade ago".
    pub(super) years_ago: Vec<i16>,
}

impl Scene {
    /// Gathers the hints of a document.
    pub(super) fn of(text: &str, clues: &Clues<'_>) -> Self {
        let document = clues.document;
        let lead = document.sentences.iter().find(|s| document.part_of(s) == PartKind::Body).map(|s| s.span);
        let mut scene = Self::default();
        for (index, mention) in clues.mentions.iter().enumerate().take(MENTIONS) {
            let at = document.sentences.partition_point(|s| s.span.end() <= mention.span.start());
            let Some(sentence) = document.sentences.get(at) else { continue };
            let part = document.part_of(sentence);
            // "Date: April 5" dates the text, whatever the year
            let labelled = part == PartKind::Header && stated::dates(text, sentence.span);
            if matches!(part, PartKind::Credits | PartKind::Correction)
                || part == PartKind::Header && !labelled
            {
                continue;
            }
            match from_now(&mention.value, LengthUnit::Day) {
                Some(-1) => scene.yesterday = true,
                Some(0) => scene.today = true,
                _ => {}
            }
            let years = from_now(&mention.value, LengthUnit::Year);
            let decades = from_now(&mention.value, LengthUnit::Decade).map(|count| count.saturating_mul(10));
            if let Some(ago @ 2..=200) = years.or(decades).map(|count| -count.max(-1_000)) {
                scene.years_ago.push(ago as i16);
            }
            let Some(said) = said(&mention.value) else { continue };
            // past and to come, the same day says no more than twice the same
            if scene.clues.iter().filter(|c| c.said == said && c.part == part).count() > 1 {
                continue;
            }
            let clue = Clue {
                span: mention.span,
                said,
                part,
                lead: lead.is_some_and(|l| l.contains(mention.span)),
                coming: coming(text, document, sentence, mention.span),
                aside: false,
                latest: false,
                counted: if labelled { Some(0) } else { counted(text, clues.mentions, index, said) },
            };
            scene.take(clue);
            if scene.clues.len() >= LOOKED_AT {
                break;
            }
        }
        let led = scene.clues.iter().any(|c| c.lead && matches!(c.said, Said::Weekday(_)));
        for clue in &mut scene.clues {
            clue.aside = !led && matches!(clue.said, Said::Weekday(_));
        }
        scene.mark_latest();
        scene.month_beside_this_month();
        scene
    }

    /// Takes a hint in, unless the same is said already: ten "on Tuesday" are one hint, not ten.
    fn take(&mut self, clue: Clue) {
        let again = |c: &Clue| {
            c.said == clue.said
                && (c.part == clue.part || c.lead)
                && c.coming == clue.coming
                && clue.counted.is_none()
        };
        if !self.clues.iter().any(again) {
            self.clues.push(clue);
        }
    }

    /// The month and day of the dateline, where it names no year.
    pub(super) fn filed(&self) -> Option<(i8, i8)> {
        self.clues.iter().find_map(|clue| match clue.said {
            Said::MonthDay { month, day, .. } if clue.part == PartKind::Dateline => Some((month, day)),
            _ => None,
        })
    }

    /// A month, a day of it and the weekday it is said to be: beside it, or in the first sentence below a
    /// dateline.
    pub(super) fn weekday_of_day(&self) -> Option<(i8, i8, u8)> {
        let beside = self.clues.iter().find_map(|clue| match clue.said {
            Said::MonthDay { month, day, weekday: Some(weekday) } if clue.part != PartKind::FilePhoto => {
                Some((month, day, weekday))
            }
            _ => None,
        });
        beside.or_else(|| {
            let (month, day) = self.filed()?;
            let weekday = self.clues.iter().find_map(|clue| match clue.said {
                Said::Weekday(weekday) if clue.lead && !clue.coming => Some(weekday),
                _ => None,
            })?;
            Some((month, day, weekday))
        })
    }

    /// Marks the latest day told as past: only that one draws the publication near.
    fn mark_latest(&mut self) {
        let reference = self.clues.iter().filter_map(Clue::full).max();
        let day_of = |clue: &Clue| match clue.said {
            Said::Full(day) => Some(day),
            Said::MonthDay { month, day, .. } => nearest(reference?, month, day),
            Said::Weekday(_) | Said::Year(_) | Said::ThisMonth { .. } => None,
        };
        let latest = self.clues.iter().filter(|c| !c.coming).filter_map(day_of).max();
        // without any year the last one told stands for the latest
        let last = self.clues.iter().rposition(|c| !c.coming && matches!(c.said, Said::MonthDay { .. }));
        let marks: Vec<bool> = self
            .clues
            .iter()
            .enumerate()
            .map(|(at, c)| match (day_of(c), latest) {
                (Some(day), Some(latest)) => day == latest,
                _ => last == Some(at),
            })
            .collect();
        for (clue, mark) in self.clues.iter_mut().zip(marks) {
            clue.latest = mark;
        }
    }

    /// "This month" says something only beside a month that is named: the latest named day's.
    fn month_beside_this_month(&mut self) {
        let month = self.clues.iter().find(|c| c.latest && !c.coming).and_then(|c| match c.said {
            Said::Full(day) => Some(day.date().month()),
            Said::MonthDay { month, .. } => Some(month),
            Said::Weekday(_) | Said::Year(_) | Said::ThisMonth { .. } => None,
        });
        self.clues.retain_mut(|clue| match (&mut clue.said, month) {
            (Said::ThisMonth { month: slot }, Some(month)) => {
                *slot = month;
                true
            }
            (Said::ThisMonth { .. }, None) => false,
            _ => true,
        });
    }
}

impl Clue {
    /// The year of publication, where the words count it from one they name: "in 2013, four years ago".
    pub(super) fn counted_year(&self) -> Option<i16> {
        let Said::Year(year) = self.said else { return None };
        i16::try_from(i32::from(year) + self.counted?).ok()
    }

    /// The day, where it is told in full and as past.
    pub(super) fn full(&self) -> Option<Day> {
        match self.said {
            Said::Full(day) if !self.coming => Some(day),
            _ => None,
        }
    }

    /// Whether it gives a day of which the year is open or told.
    pub(super) fn is_day(&self) -> bool {
        matches!(self.said, Said::Full(_) | Said::MonthDay { .. })
    }

    /// The year it names.
    pub(super) fn year(&self) -> Option<i16> {
        match self.said {
            Said::Full(day) => Some(day.date().year()),
            Said::Year(year) => Some(year),
            _ => None,
        }
    }

    /// One line for the user: what follows from it for `day`.
    pub(super) fn reason(&self, day: Day) -> String {
        let age = match self.said {
            Said::Full(said) => day.number() - said.number(),
            Said::MonthDay { month, day: number, .. } => {
                nearest(day, month, number).map_or(0, |said| day.number() - said.number())
            }
            Said::Weekday(weekday) if self.coming => -i32::from((weekday + 7 - day.weekday()) % 7),
            Said::Weekday(weekday) => i32::from((day.weekday() + 7 - weekday) % 7),
            Said::Year(year) => {
                let ago = i32::from(day.date().year()) - i32::from(year);
                return match ago {
                    0 => "the year it names is the year itself".to_owned(),
                    1 => "the year it names is the year before".to_owned(),
                    ago if ago < 0 => format!("the year it names is {} ahead", -ago),
                    ago => format!("the year it names is {ago} years before"),
                };
            }
            Said::ThisMonth { .. } => return "says “this month” of a month it names".to_owned(),
        };
        let what = match (self.part, self.lead) {
            (PartKind::Caption, _) => "the picture's day",
            (PartKind::FilePhoto, _) => "the file photo's day, which only has to be past,",
            (PartKind::Headline, _) => "the headline's day",
            (PartKind::Dateline, _) => "the dateline's day",
            (_, true) => "the first sentence's day",
            _ => "a day it tells of",
        };
        match age {
            0 => format!("{what} is the day itself"),
            1 => format!("{what} is the day before"),
            -1 => format!("{what} is the day after"),
            age if age < 0 => format!("{what} is {} days ahead", -age),
            age => format!("{what} is {age} days before"),
        }
    }
}

/// How a mention speaks of a day, month or year that can hint at the publication; `None` for all others.
fn said(timex: &Timex) -> Option<Said> {
    match timex.value {
        TimexValue::Calendar(PartialDate {
            year: Some(Years::Year(year)),
            month: Some(month),
            day: Some(day),
            ..
        }) => Day::from_ymd(year, month as i8, day as i8).map(Said::Full),
        TimexValue::Calendar(PartialDate {
            year: Some(Years::Year(year)),
            part: Some(YearPart::Holiday(named)),
            ..
        }) => named.in_year(year).map(Said::Full),
        TimexValue::Calendar(PartialDate { year: Some(Years::Year(year)), .. }) => Some(Said::Year(year)),
        TimexValue::Calendar(PartialDate {
            year: None, month: Some(month), day: Some(day), weekday, ..
        }) => Some(Said::MonthDay { month: month as i8, day: day as i8, weekday }),
        TimexValue::Calendar(PartialDate {
            year: None,
            month: None,
            day: None,
            weekday: Some(weekday),
            ..
        }) => Some(Said::Weekday(weekday)),
        // which month it is comes from what is named beside it
        _ if from_now(timex, LengthUnit::Month) == Some(0) => Some(Said::ThisMonth { month: 0 }),
        _ => None,
    }
}

/// How many of a unit an expression counts from the day of publication.
fn from_now(timex: &Timex, unit: LengthUnit) -> Option<i32> {
    match timex.value {
        TimexValue::Relative(Offset {
            step: Step::Unit(of), count: Some(count), from: From::Now, ..
        }) if of == unit => Some(count),
        _ => None,
    }
}

/// The count that stands right beside a date: "yesterday, April 4"; "in 2016, a year ago".
fn counted(text: &str, mentions: &[Mention<Timex>], index: usize, said: Said) -> Option<i32> {
    let unit = match said {
        Said::Full(_) | Said::MonthDay { .. } | Said::Weekday(_) => LengthUnit::Day,
        Said::Year(_) => LengthUnit::Year,
        Said::ThisMonth { .. } => return None,
    };
    let here = mentions[index].span;
    let beside = |other: &Mention<Timex>| {
        let (first, last) = if other.span < here { (other.span, here) } else { (here, other.span) };
        let between = text.get(first.end()..last.start())?;
        // "in 2016, last year": a preposition may stand between
        let bare = between.trim_matches([' ', ',', '(', ')', '\n', '—', '–', '-']);
        let joined = between.len() <= JOINT && bare.is_empty() || between.len() <= JOINT + 3 && bare == "in";
        // "today, Thursday" is one day, "today and Thursday" two: only marks join
        let marked = between.contains([',', '(']) || unit == LengthUnit::Day && between == " ";
        (joined && marked).then(|| from_now(&other.value, unit)).flatten()
    };
    let before = index.checked_sub(1).and_then(|at| beside(&mentions[at]));
    before.or_else(|| mentions.get(index + 1).and_then(beside)).map(|count| -count)
}

/// Whether the words before a date tell of what is to come.
fn coming(text: &str, document: &Document, sentence: &Sentence, date: Span) -> bool {
    let tokens = document.tokens_of(sentence);
    let at = tokens.partition_point(|t| t.span.end() <= date.start());
    tokens[at.saturating_sub(COMING_REACH)..at]
        .iter()
        .any(|t| COMING.iter().any(|word| t.span.of(text).eq_ignore_ascii_case(word)))
}

/// The day of that month and number nearest to `near`, in its year or the next to it.
pub(super) fn nearest(near: Day, month: i8, number: i8) -> Option<Day> {
    let year = near.date().year();
    (year - 1..=year + 1)
        .filter_map(|year| Day::from_ymd(year, month, number))
        .min_by_key(|day| (day.number() - near.number()).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_and_day_belong_to_the_nearest_year() {
        let day = |iso: &str| Day::from_iso(iso).expect("a day");
        assert_eq!(nearest(day("2018-01-05"), 12, 30), Some(day("2017-12-30")));
        assert_eq!(nearest(day("2016-02-20"), 2, 29), Some(day("2016-02-29")));
        assert_eq!(nearest(day("2016-02-20"), 2, 31), None);
    }
}
