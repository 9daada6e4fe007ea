//! Temporal expressions: recognised underspecified, resolved later.
//!
//! [`recognise`] finds [`Mention<Timex>`]s; [`anchor`] reads or infers each document's publication
//! day; [`resolve`] turns both into [`Dated`] mentions with an explicit [`Interval`].

pub mod anchor;
mod century;
pub mod choice;
mod named_day;
mod order;
mod pattern;
mod range;
mod recognise;
mod resolve;
mod rules;
pub mod value;
mod zone;

pub use named_day::NamedDay;
pub use recognise::recognise;
pub use resolve::resolve;
pub(crate) use rules::en::tense::is_past as is_english_past;
pub use value::{Day, Grain, Interval, Modifier, TimexKind, TimexValue};

use crate::document::words::Key;
use crate::document::{Document, PartKind, Shape, TextKind, Token};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// Something found in the text by a rule. `T` names the phase it has reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention<T> {
    /// The words, in the file's text.
    pub span: Span,
    /// The name of the rule that found it, as its table states it.
    pub rule: String,
    /// How sure the rule is that this is a mention at all.
    pub strength: Strength,
    /// What was found.
    pub value: T,
}

/// How sure a rule is of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Strength {
    /// Only because nothing speaks against it: a bare year, a bare surname-like town.
    Weak,
    /// The usual case.
    Fair,
    /// Cannot be much else: "14 October 1066", "Mosul, Iraq".
    Strong,
}

/// A temporal expression that has been resolved as far as it can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dated {
    /// TIMEX3 type.
    pub kind: TimexKind,
    /// TIMEX3 value: `2017-04-04`, `P6Y`, `PRESENT_REF`, `XXXX-WXX-2` where nothing resolves it.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// The canonical date string (ISO 8601-2), where the expression names a time on the calendar.
    pub edtf: Option<String>,
    /// Explicit bounds, where the expression names a time on the calendar.
    pub interval: Option<Interval>,
    /// Whether it begins a stretch that the next mention ends; its bounds are then the stretch's.
    pub through: bool,
    /// What the value was counted from.
    pub basis: Basis,
    /// One line about a value that had to be refused ("31 February does not exist").
    pub warning: Option<String>,
}

impl Dated {
    /// Its TIMEX3 attributes as they are written: `DATE 2018-06, START`.
    #[must_use]
    pub fn timex3(&self) -> String {
        let modifier = self.modifier.map_or_else(String::new, |m| format!(", {}", m.name()));
        format!("{} {}{modifier}", self.kind.name(), self.value)
    }
}

/// What a date was counted from: the "because" of the provenance card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The words say it all.
    Explicit,
    /// The document's publication day.
    Anchor,
    /// An earlier mention, by its index among the document's mentions.
    Mention(u32),
    /// Nothing to count from: the value stays underspecified.
    None,
}

/// A temporal expression as the words have it, before anything is counted.
///
/// This is the recogniser's answer; [`resolve`] turns it into [`Dated`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timex {
    /// TIMEX3 type.
    pub kind: TimexKind,
    /// What it says.
    pub value: TimexValue,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// Whether it begins a stretch that the next mention ends: "from March to May".
    pub through: bool,
    /// Whether day and month are numbers that could be exchanged, and nothing clear says which is which.
    pub exchangeable: bool,
}

/// Leaves out what is a time in a narrative alone where the text is none.
pub fn fit(document: &Document, kind: TextKind, mentions: &mut Vec<Mention<Timex>>) {
    if kind == TextKind::Narrative {
        return;
    }
    let tales = rules::grammar(document.language).tales;
    let told = |mention: &Mention<Timex>| tales.iter().any(|rule| rule.name == mention.rule);
    for second in 1..mentions.len() {
        if told(&mentions[second]) {
            mentions[second - 1].value.through = false;
        }
    }
    mentions.retain(|mention| !told(mention));
}

/// Tells what kind of text a document is. A dateline, words that ascribe what is told to somebody ("said"),
/// or words that count from today make it news; many dates told in full, and hardly anything of the rest, a
/// narrative.
#[must_use]
pub fn detect_kind(text: &str, document: &Document, mentions: &[Mention<Timex>]) -> TextKind {
    if document.parts.iter().any(|part| part.kind == PartKind::Dateline) || ascribes(text, document) {
        return TextKind::News;
    }
    if entries(document, mentions) > 1 {
        return TextKind::Narrative;
    }
    let (mut counted, mut told) = (0_usize, 0_usize);
    for mention in mentions {
        match mention.value.value {
            TimexValue::Relative(offset) if offset.from == value::From::Now => counted += 1,
            TimexValue::Calendar(date) if date.year.is_some() => told += 1,
            TimexValue::Calendar(date) if date.weekday.is_some() && date.month.is_none() => counted += 1,
            // a company's report: its quarters are told from the day it is published
            TimexValue::Calendar(value::PartialDate { part: Some(value::YearPart::Quarter(_)), .. }) => {
                counted += 1
            }
            _ => {}
        }
    }
    if told >= 4 && told > 2 * counted { TextKind::Narrative } else { TextKind::News }
}

/// How many days stand alone on their lines: the entries of a diary.
fn entries(document: &Document, mentions: &[Mention<Timex>]) -> usize {
    let heads = |mention: &&Mention<Timex>| {
        let TimexValue::Calendar(date) = mention.value.value else { return false };
        let at = document.sentences.partition_point(|s| s.span.end() <= mention.span.start());
        let alone = document.sentences.get(at).is_some_and(|s| {
            s.span.start() == mention.span.start() && s.span.end() - mention.span.end() <= 1
        });
        alone && date.day.is_some() && date.month.is_some()
    };
    mentions.iter().filter(heads).count()
}

/// News ascribes what it tells: at least one token in so many is "said" or its like. (Measured on development
/// texts: histories have one in 500 and fewer, reports mostly one in 100.)
const ASCRIBED: usize = 300;

fn ascribes(text: &str, document: &Document) -> bool {
    let words = &rules::grammar(document.language).ascribing;
    let said =
        |token: &&Token| token.shape == Shape::Lower && words.has(Key::at(text.as_bytes(), token.span));
    let count = document.tokens.iter().filter(said).count();
    count > 1 && count * ASCRIBED > document.tokens.len()
}

#[cfg(test)]
mod tests;
