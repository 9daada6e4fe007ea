//! The tokens of a sentence with their words, and what their forms tell of their part in it.

use super::words::{among, is_auxiliary, is_saying, is_speech};
use crate::document::words::Words;
use crate::document::{Shape, Token};
use crate::span::Span;
use crate::timex::is_english_past;

/// The tokens of a sentence with their words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
}

#[rustfmt::skip]
pub(crate) static PRONOUN: Words<64> = Words::of(&[&[
    "he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those",
]]);
#[rustfmt::skip]
static DETERMINER: Words<64> = Words::of(&[&[
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "some",
    "any", "each", "every", "no", "many", "most", "several", "both", "few", "all",
]]);
#[rustfmt::skip]
static PREPOSITION: Words<128> = Words::of(&[&[
    "in", "on", "at", "by", "of", "to", "from", "with", "for", "into", "onto", "over", "under", "near", "against",
    "between", "among", "during", "through", "across", "about", "than", "like", "off", "outside", "inside",
    "within", "without", "towards", "toward", "via", "along", "behind", "around", "despite", "including",
]]);
impl<'t> Line<'t> {
    /// The word of a token; nothing beyond the end.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Whether the token is one of these words, in any case.
    pub(crate) fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.shape == Shape::Mark)
    }

    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "–" | "—" | "--")
            || self.word(at) == "-" && self.tokens.get(at).is_some_and(|token| token.spaced)
    }

    pub(crate) fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::Mark, |token| token.shape)
    }

    /// Whether the token leads a noun: "the", "his", "these".
    pub(crate) fn is_determiner(&self, at: usize) -> bool {
        among(self.word(at), &DETERMINER)
    }

    /// Whether the token is a pronoun that a clause may be about.
    pub(crate) fn is_pronoun(&self, at: usize) -> bool {
        among(self.word(at), &PRONOUN)
    }

    /// Whether the token is a preposition.
    pub(crate) fn is_preposition(&self, at: usize) -> bool {
        among(self.word(at), &PREPOSITION)
    }

    /// Whether the token is a finite verb as far as its form and its company tell: an auxiliary, or a past form
    /// that is neither an adjective ("the outlawed party") nor a passive behind its noun ("samples obtained by").
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        let word = self.word(at);
        if !matches!(self.shape(at), Shape::Lower) {
            return false;
        }
        if is_auxiliary(word) {
            return word != "may" || !self.is(at + 1, &["1", "2"]);
        }
        if is_saying(word)
            && !matches!(word, "reports" | "estimates" | "claims" | "shows" | "notes" | "states")
        {
            return true;
        }
        if !is_english_past(word) && !is_speech(word) {
            return false;
        }
        let before = at.checked_sub(1);
        let adjective = before.is_some_and(|b| self.is_determiner(b) || self.is_preposition(b))
            || before.is_some_and(|b| self.word(b) == "-");
        // "declassified report": a noun behind, and no object could stand bare there
        let passive = self.is(at + 1, &["by"])
            && !self.word(at + 2).ends_with("ing")
            && before.is_some_and(|b| !self.is_finite(b) && !among(self.word(b), &PRONOUN));
        let nominal =
            matches!(word, "reports" | "estimates" | "claims" | "calls" | "demands" | "notes" | "states")
                && before.is_some_and(|b| self.shape(b) == Shape::Lower);
        !adjective && !passive && !nominal
    }

    /// The first finite verb at or behind `from` and before `end`.
    pub(crate) fn finite_from(&self, from: usize, end: usize) -> Option<usize> {
        (from..end.min(self.len())).find(|at| self.is_finite(*at))
    }

    /// Where the stretch of words from `from` without comma, dash or stop ends.
    pub(crate) fn phrase_end(&self, from: usize) -> usize {
        (from..self.len())
            .find(|at| {
                matches!(self.word(*at), "," | ";" | ":" | "(" | ")" | "“" | "”" | "\"") || self.is_dash(*at)
            })
            .unwrap_or(self.len())
    }

    /// The words of tokens `first..last` as they stand in the text.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), last.checked_sub(1).and_then(|l| self.tokens.get(l))) {
            (Some(a), Some(b)) => Span::new(a.span.start(), b.span.end()),
            _ => Span::default(),
        }
    }
}
