//! A document's tokens, read by number; beyond either end everything is empty.

use crate::document::{Document, Shape};
use crate::span::Span;

/// The tokens of one document with their words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    pub(crate) document: &'t Document,
}

impl<'t> Tokens<'t> {
    /// A token's words.
    pub(crate) fn word(&self, token: usize) -> &'t str {
        self.document.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    /// The word before a token; empty at the start.
    pub(crate) fn before(&self, token: usize) -> &'t str {
        token.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// A token's shape; a mark beyond either end.
    pub(crate) fn shape(&self, token: usize) -> Shape {
        self.document.tokens.get(token).map_or(Shape::Mark, |t| t.shape)
    }

    /// Whether white space stands before a token.
    pub(crate) fn is_spaced(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_none_or(|t| t.spaced)
    }

    /// Whether a token begins with a capital.
    pub(crate) fn is_high(&self, token: usize) -> bool {
        match self.shape(token) {
            Shape::Capital | Shape::Upper => true,
            Shape::Mixed => self.word(token).chars().next().is_some_and(char::is_uppercase),
            Shape::Lower | Shape::Digits | Shape::Mark => false,
        }
    }

    /// Whether a token is a hyphen or dash between two words written as one.
    pub(crate) fn is_hyphen(&self, token: usize) -> bool {
        self.shape(token) == Shape::Mark
            && !self.is_spaced(token)
            && !self.is_spaced(token + 1)
            && matches!(self.word(token), "-" | "–" | "‐" | "‑")
    }

    /// The span of the tokens `first..last`.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        let start = self.document.tokens.get(first).map_or(0, |t| t.span.start());
        let end =
            last.checked_sub(1).and_then(|l| self.document.tokens.get(l)).map_or(start, |t| t.span.end());
        Span::new(start, end)
    }
}
