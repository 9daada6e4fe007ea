//! What a story has told so far: the date told last, and the finer ones that still hold within it.
//!
//! "On 4 June 1811 … By the end of that year … Two days later": the year is told last, the day still holds.

use super::calendar::Stretch;
use crate::document::{Document, PartKind, Sentence, Shape};
use crate::span::Span;
use crate::timex::rules;
use crate::timex::value::{PartialDate, TimexValue, Years};
use crate::timex::{Grain, Interval, Mention, Timex};

/// A date that was told: its mention, and the stretch it names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) mention: u32,
    pub(super) stretch: Stretch,
    /// Whether it heads what follows, as the date of a diary's entry.
    pub(super) heading: bool,
}

impl Told {
    pub(super) fn interval(&self) -> Interval {
        self.stretch.interval()
    }
}

/// The dates a story stands at.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Story {
    last: Option<Told>,
    /// The last one no coarser than a day.
    day: Option<Told>,
    /// The last one no coarser than a month.
    month: Option<Told>,
    /// The last one no coarser than a year.
    year: Option<Told>,
}

impl Story {
    /// The date told last.
    pub(super) fn last(&self) -> Option<Told> {
        self.last
    }

    /// The date told last, or the last one of the grain wanted if it lies within that.
    pub(super) fn at(&self, grain: Grain) -> Option<Told> {
        let last = self.last?;
        let around = last.interval();
        if around.grain <= grain {
            return Some(last);
        }
        let finer = match grain {
            Grain::Time | Grain::Day | Grain::Week => self.day,
            Grain::Month | Grain::Season => self.month,
            _ => self.year,
        };
        finer.filter(|told| told.interval().overlaps(&around)).or(Some(last))
    }

    /// Goes on to a date.
    pub(super) fn tell(&mut self, told: Told) {
        let grain = told.interval().grain;
        self.last = Some(told);
        if grain <= Grain::Day {
            self.day = Some(told);
        }
        if grain <= Grain::Month {
            self.month = Some(told);
        }
        if grain <= Grain::Year {
            self.year = Some(told);
        }
    }
}

/// How a date stands in the text of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// A heading's: the story is there from now on.
    Heading,
    /// Told in its course.
    Course,
    /// In brackets: beside the story.
    Bracketed,
    /// Of what had been before: "had been built in 1503".
    LookBack,
}

/// A heading has no more words than this.
const HEADING: usize = 12;
/// How many tokens before a date are asked for "had".
const REACH: usize = 14;

/// How a mention stands in its sentence.
pub(super) fn standing(text: &str, document: &Document, sentence: &Sentence, date: Span) -> Standing {
    let tokens = document.tokens_of(sentence);
    let word = |at: usize| tokens[at].span.of(text);
    let first = tokens.partition_point(|t| t.span.end() <= date.start());
    let ends = tokens.last().is_some_and(|t| matches!(t.span.of(text), "." | "!" | "?" | "”" | "\""));
    let heads = document.part_of(sentence) == PartKind::Subhead
        || tokens.len() <= HEADING && !ends && alone(document, sentence);
    if heads {
        return Standing::Heading;
    }
    let opened = (0..first).rev().map(word).find(|word| matches!(*word, "(" | "[" | ")" | "]"));
    if matches!(opened, Some("(" | "[")) {
        return Standing::Bracketed;
    }
    let hindsight = rules::grammar(document.language).hindsight;
    let clause = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|at| tokens[*at].shape != Shape::Mark || word(*at) == "-")
        .any(|at| hindsight.iter().any(|verb| word(at).eq_ignore_ascii_case(verb)));
    if clause { Standing::LookBack } else { Standing::Course }
}

/// Whether a sentence is a paragraph of its own.
fn alone(document: &Document, sentence: &Sentence) -> bool {
    let at = document.sentences.partition_point(|s| s.span.start() < sentence.span.start());
    let same = |other: Option<&Sentence>| other.is_some_and(|s| s.paragraph == sentence.paragraph);
    !same(document.sentences.get(at + 1)) && !same(at.checked_sub(1).and_then(|b| document.sentences.get(b)))
}

/// The mentions with the eras that their context gives: "in 218" after "264 BC" is 218 BC.
pub(super) fn with_eras(mentions: &[Mention<Timex>]) -> Vec<Timex> {
    let mut before = false;
    mentions
        .iter()
        .map(|mention| {
            let mut timex = mention.value;
            if let TimexValue::Calendar(PartialDate { year: Some(years), .. }) = &mut timex.value {
                match *years {
                    Years::Year(..=0)
                    | Years::DecadeBefore(_)
                    | Years::CenturyBefore(_)
                    | Years::MillenniumBefore(_) => before = true,
                    // of the era, and said to be
                    Years::Year(1..1000) => before = false,
                    Years::Bare(year) => *years = Years::Year(if before { 1 - year } else { year }),
                    // "the 430s" of a story before the era
                    Years::Decade(decade @ 1..100) if before => *years = Years::DecadeBefore(decade),
                    _ => {}
                }
            }
            timex
        })
        .collect()
}
