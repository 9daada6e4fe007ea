//! Whether the words around a date tell of what was or of what will be.

use crate::document::{Document, Sentence, Shape};
use crate::span::Span;

/// The tense around a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unsaid,
}

/// Tokens looked at on either side.
const REACH: usize = 10;
const FUTURE: &[&str] =
    &["will", "shall", "won't", "’ll", "'ll", "plans", "scheduled", "due", "expected", "expects", "upcoming"];
/// Past forms that do not end in -ed.
const PAST: &[&str] = &[
    "said", "told", "was", "were", "had", "did", "went", "took", "came", "fell", "rose", "made", "held",
    "met", "left", "began", "won", "lost", "shot", "struck", "hit", "sent", "gave", "got", "saw", "found",
    "thought", "became", "broke", "brought", "built", "bought", "cut", "drew", "drove", "fought", "flew",
    "grew", "kept", "knew", "led", "paid", "put", "ran", "sold", "shut", "spoke", "spent", "stood", "threw",
    "wrote", "died", "quit", "sank", "rang", "sang", "fled", "bled", "dealt", "sought",
];

/// The nearest verb form before the date decides, else the nearest behind it.
pub(super) fn around(text: &str, document: &Document, sentence: &Sentence, date: Span) -> Tense {
    let tokens = document.tokens_of(sentence);
    let first = tokens.partition_point(|t| t.span.end() <= date.start());
    let last = tokens.partition_point(|t| t.span.start() < date.end());
    let tense = |at: &usize| {
        let token = tokens[*at];
        if token.shape != Shape::Lower && token.shape != Shape::Mark {
            return None;
        }
        let word = token.span.of(text);
        if FUTURE.contains(&word) {
            Some(Tense::Future)
        } else if PAST.contains(&word) || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")) {
            // "would be paid", "is to be named": the participle is not the past
            let led = at.checked_sub(1).is_some_and(|b| tokens[b].span.of(text) == "be");
            Some(if led { Tense::Future } else { Tense::Past })
        } else {
            None
        }
    };
    let before = (first.saturating_sub(REACH)..first).rev().find_map(|at| tense(&at));
    let behind = (last..tokens.len().min(last + REACH)).find_map(|at| tense(&at));
    before.or(behind).unwrap_or(Tense::Unsaid)
}
