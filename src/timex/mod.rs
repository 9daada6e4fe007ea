//! Temporal expressions: recognised underspecified, resolved later.
//!
//! [`recognise`] finds [`Mention<Timex>`]s; [`anchor`] reads or infers each document's publication
//! day; [`resolve`] turns both into [`Dated`] mentions with an explicit [`Interval`].

pub mod anchor;
pub mod value;

pub use value::{Clock, Day, Grain, Interval, Modifier, TimexKind, TimexValue};

use crate::document::{Document, TextKind};
use crate::span::Span;
use anchor::Anchor;
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
    /// What the value was counted from.
    pub basis: Basis,
    /// One line about a value that had to be refused ("31 February does not exist").
    pub warning: Option<String>,
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Timex {
    /// TIMEX3 type.
    pub kind: TimexKind,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// What the words mean.
    pub value: TimexValue,
    /// The time of day, where the words have one: "Tuesday evening" is a weekday and an evening.
    pub clock: Option<Clock>,
}

/// Finds the temporal expressions of one document, ascending, not overlapping.
#[must_use]
pub fn recognise(text: &str, document: &Document) -> Vec<Mention<Timex>> {
    let _ = (text, document);
    Vec::new()
}

/// Tells what kind of text a document is, by its dates, tenses and parts.
#[must_use]
pub fn detect_kind(text: &str, document: &Document, mentions: &[Mention<Timex>]) -> TextKind {
    let _ = (text, document, mentions);
    TextKind::News
}

/// Resolves one document's mentions against its publication day. As long as `mentions`, in the same order.
#[must_use]
pub fn resolve(
    text: &str,
    document: &Document,
    mentions: &[Mention<Timex>],
    anchor: &Anchor,
    kind: TextKind,
) -> Vec<Mention<Dated>> {
    let _ = (text, document, mentions, anchor, kind);
    Vec::new()
}
