//! The rule tables, one folder a language, one file a family.
//!
//! # Grammar
//!
//! ```text
//! rule    = name pattern norm accepts rejects
//! pattern = element*
//! element = word | slot | [ pattern ] | ( pattern "|" pattern … )
//! slot    = Day | Month | Year | Weekday | Decade | Number | Ordinal | Unit | Season | Clock | …
//! ```
//!
//! At every token the rules that can begin there ([`index`]) are tried; the longest match wins, ties go
//! by table order, and the search goes on behind it. A rule's `norm` may still refuse what its pattern
//! matched. Each rule carries examples that it must read as stated, and counter-examples in which nothing
//! at all may be found; one test runs them. To teach the engine a date form, add one row; for a holiday,
//! one row in its language's holiday table.

pub(super) mod en;
mod index;

use super::pattern::{Bound, Line, Pat};
use super::value::{Modifier, TimexKind, TimexValue};
use super::{Strength, Timex};

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
pub(super) fn longest(
    line: &Line<'_>,
    at: usize,
    stands: fn(&Line<'_>, usize, &Match) -> bool,
) -> Option<Match> {
    let mut best: Option<Match> = None;
    for rule in index::beginning(line, at) {
        let mut bound = Bound::default();
        let Some(end) = line.matches(rule.pattern, at, &mut bound) else { continue };
        if best.as_ref().is_some_and(|b| b.end >= end) {
            continue;
        }
        if let Some(read) = (rule.norm)(&bound) {
            let timex = Timex { kind: read.kind, value: read.value, modifier: read.modifier };
            let found = Match { rule, timex, end };
            if stands(line, at, &found) {
                best = Some(found);
            }
        }
    }
    best
}
