//! The rule tables, one folder a language, one file a family.
//!
//! # Grammar
//!
//! ```text
//! rule    = name pattern norm accepts rejects
//! pattern = element*
//! element = word | slot | stamp | bind | ahead | [ pattern ] | ( pattern "|" pattern … )
//! stamp   = a date in ISO 8601 ([`stamp`])
//! bind    = a number for a slot, taking no word: what the words beside it say
//! ahead   = a pattern that must follow and is not taken
//! slot    = Day | Month | Year | Weekday | Decade | Number | Ordinal | Unit | Season | Clock | …
//! ```
//!
//! At every token the rules that can begin there ([`index`]) are tried; the longest match wins, ties go
//! by table order, and the search goes on behind it. A rule's `norm` may still refuse what its pattern
//! matched. Each rule carries examples that it must read as stated, and counter-examples in which nothing
//! at all may be found; one test runs them. To teach the engine a date form, add one row; for a holiday,
//! one row in its language's holiday table.

pub(super) mod code;
mod de;
pub(super) mod en;
pub(super) mod index;
pub(super) mod stamp;
pub(super) mod step;

use super::order::Customs;
use super::pattern::{Bound, Line, Pat};
use super::range::Joins;
use super::value::{Modifier, TimexKind, TimexValue};
use super::{Mention, Strength, Timex};
use crate::document::Language;
use crate::document::words::Words;
use crate::lexicon::Lexicon;
use index::Index;
use std::ops::Range;

/// Everything that is particular to one language.
pub(super) struct Grammar {
    /// Its closed word classes.
    pub(super) lexicon: &'static Lexicon,
    /// Its rules, by what they begin with.
    pub(super) index: &'static Index,
    /// How it writes numbers, names of months and clock times.
    pub(super) slots: Slots,
    /// Whether a match at a token is one in its company, and what it is there.
    pub(super) settle: fn(&Line<'_>, usize, Match) -> Option<Match>,
    /// Takes in what qualifies the expression on these tokens, not before the token that comes next.
    pub(super) widen: Widen,
    /// The rules that hold in a narrative alone.
    pub(super) tales: &'static [Rule],
    /// Verbs that ascribe what is told to somebody, as reports have it.
    pub(super) ascribing: Words<64>,
    /// Verbs that lead what had been before: a story looks back with them.
    pub(super) hindsight: &'static [&'static str],
    /// What points to the order of day and month.
    pub(super) customs: Customs,
    /// Decides what a sentence alone does not tell, once all mentions of a document are found.
    pub(super) review: fn(&str, &mut [Mention<Timex>]),
    /// What joins the two ends of a stretch.
    pub(super) joins: Joins,
    /// The tense around the date of the tokens from the first to before the second.
    pub(super) tense: fn(&Line<'_>, usize, usize) -> Tense,
}

/// Whether the words around a date tell of what was or of what will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// "said on Friday".
    Past,
    /// "is scheduled for Friday".
    Future,
    /// No verb tells.
    Unsaid,
}

/// See [`Grammar::widen`].
type Widen = fn(&Line<'_>, Range<usize>, usize, &Timex) -> Widened;

/// An expression with what qualifies it.
pub(super) struct Widened {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What the qualifier said.
    pub(super) modifier: Option<Modifier>,
}

/// Readers of one slot at a token: its number, and the token behind it.
pub(super) struct Slots {
    /// A month's name; whether only one in full is meant.
    pub(super) month: fn(&Line<'_>, usize, bool) -> Option<(i32, usize)>,
    /// A weekday's name; whether only one in full is meant.
    pub(super) weekday: fn(&Line<'_>, usize, bool) -> Option<(i32, usize)>,
    /// A number, doubled: "two and a half" is 5.
    pub(super) number: fn(&Line<'_>, usize) -> Option<(i32, usize)>,
    /// An ordinal of one token, from 1.
    pub(super) ordinal: fn(&Line<'_>, usize) -> Option<i32>,
    /// Ten years: "1840s" is 184, "eighties" 8.
    pub(super) decade: fn(&Line<'_>, usize) -> Option<(i32, usize)>,
    /// Whether the letters of a word that begins with so many digits are a word of their own: "7pm", "12hrs".
    pub(super) glued: fn(&Lexicon, &str, usize) -> bool,
    /// Minutes since midnight × 2, plus 1 where minutes are said.
    pub(super) clock: fn(&Line<'_>, usize) -> Option<(i32, usize)>,
    /// A length in one word, as [`Slot::Length`](super::pattern::Slot::Length) has it.
    pub(super) length: fn(&Line<'_>, usize) -> Option<(i32, usize)>,
}

/// The grammar of a language.
pub(super) fn grammar(language: Language) -> &'static Grammar {
    match language {
        Language::English => &en::GRAMMAR,
        Language::German => &de::GRAMMAR,
    }
}

/// One way to say a time.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its name in the page and the exports.
    pub(super) name: &'static str,
    /// What it matches.
    pub(super) pattern: &'static [Pat],
    /// What the bindings mean; `None` refuses the match.
    pub(super) norm: fn(&Bound) -> Option<Read>,
    /// How sure it is.
    pub(super) strength: Strength,
    /// Texts whose first mention is this whole expression: (text, expression, value against
    /// Wednesday 2017-04-26).
    #[cfg(test)]
    pub(super) accepts: &'static [(&'static str, &'static str, &'static str)],
    /// Texts in which nothing is found.
    #[cfg(test)]
    pub(super) rejects: &'static [&'static str],
}

/// What a rule's `norm` answers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read {
    pub(super) kind: TimexKind,
    pub(super) value: TimexValue,
    pub(super) modifier: Option<Modifier>,
}

impl Read {
    pub(super) fn date(value: TimexValue) -> Option<Self> {
        Some(Self { kind: TimexKind::Date, value, modifier: None })
    }

    pub(super) fn of(kind: TimexKind, value: TimexValue) -> Option<Self> {
        Some(Self { kind, value, modifier: None })
    }
}

/// A match: the rule, what it read, and the token behind it.
pub(super) struct Match {
    pub(super) rule: &'static Rule,
    pub(super) timex: Timex,
    pub(super) end: usize,
}

/// The longest match at token `at` that stands in its company.
pub(super) fn longest(line: &Line<'_>, at: usize) -> Option<Match> {
    let mut best: Option<Match> = None;
    for (rule, steps) in index::beginning(line, at) {
        let mut bound = Bound::default();
        let Some(end) = line.matches(steps, at, &mut bound) else { continue };
        if best.as_ref().is_some_and(|b| b.end >= end) {
            continue;
        }
        if let Some(read) = (rule.norm)(&bound) {
            let timex = Timex {
                kind: read.kind,
                value: read.value,
                modifier: read.modifier,
                through: false,
                exchangeable: false,
            };
            best = (line.grammar.settle)(line, at, Match { rule, timex, end }).or(best);
        }
    }
    best
}
