//! A short title for an event, cut from its own words and never invented.
//!
//! The clause around the date is taken, the date itself and its preposition are left out, trailing
//! attribution ("…, officials said") is cut, and what is left is shortened at a word.

use crate::document::{Document, Sentence, Shape, Token};
use crate::span::Span;

/// Longest title, in characters.
const LONGEST: usize = 96;
/// A clause shorter than this, in words, says too little alone: the whole sentence is taken.
const FEWEST_WORDS: usize = 4;

/// Prepositions that go when the date behind them goes.
const BEFORE_DATE: &[&str] =
    &["on", "in", "at", "by", "during", "since", "until", "from", "as", "of", "late", "early"];
/// Words that open a clause of their own: the date's clause ends before them, or begins with them.
const OPENERS: &[&str] =
    &["after", "before", "while", "when", "which", "who", "where", "because", "although", "though", "but"];
/// Verbs of attribution.
const SAID: &[&str] =
    &["said", "says", "say", "told", "added", "reported", "announced", "showed", "according"];

/// The title of what `sentence` tells of the date at `date`.
#[must_use]
pub fn of(text: &str, document: &Document, sentence: &Sentence, date: Span) -> String {
    let tokens = document.tokens_of(sentence);
    let at = tokens.iter().position(|t| t.span.overlaps(date)).unwrap_or(0);
    let (first, last) = clause(text, tokens, at);
    let mut taken = without_date(text, &tokens[first..last], date);
    if taken.split_whitespace().count() < FEWEST_WORDS {
        taken = without_date(text, tokens, date);
    }
    if taken.split_whitespace().count() < FEWEST_WORDS {
        taken = one_line(sentence.span.of(text));
    }
    capitalise(&shorten(&taken, LONGEST))
}

/// `words` on one line, at most `longest` characters, cut after a whole word.
#[must_use]
pub fn shorten(words: &str, longest: usize) -> String {
    let line = one_line(words);
    if line.chars().count() <= longest {
        return line;
    }
    let end = line.char_indices().nth(longest - 1).map_or(line.len(), |(i, _)| i);
    let mut kept = &line[..end];
    if !line[end..].starts_with(' ') {
        kept = kept.rfind(' ').map_or(kept, |space| &kept[..space]);
    }
    format!("{}…", kept.trim_end_matches([',', ';', ':', ' ', '–', '—', '-']))
}

/// The tokens `first..last` of the clause that holds token `at`: from mark to mark, where what stands
/// on the other side of the mark is a clause too and not an item of a list.
fn clause(text: &str, tokens: &[Token], at: usize) -> (usize, usize) {
    let is = |i: usize, words: &[&str]| {
        tokens.get(i).is_some_and(|t| words.iter().any(|w| t.span.of(text).eq_ignore_ascii_case(w)))
    };
    let breaks = |i: usize| {
        let mark = tokens[i].span.of(text);
        matches!(mark, ";" | "—" | "–")
            || (mark == "," && (is(i + 1, OPENERS) || said_soon(text, tokens, i + 1)))
    };
    let first = (0..at).rev().find(|i| breaks(*i)).map_or(0, |i| i + 1);
    let last = (at..tokens.len())
        .find(|i| breaks(*i) || (*i > at && is(*i, OPENERS) && tokens[*i].shape == Shape::Lower))
        .unwrap_or(tokens.len());
    (first, last)
}

/// Whether an attribution begins at `from`: "the military said", "officials told reporters".
fn said_soon(text: &str, tokens: &[Token], from: usize) -> bool {
    tokens
        .iter()
        .skip(from)
        .take(7)
        .take_while(|t| t.span.of(text) != ",")
        .any(|t| SAID.contains(&t.span.of(text)))
}

fn without_date(text: &str, tokens: &[Token], date: Span) -> String {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return String::new() };
    let Some(begin) = tokens.iter().position(|t| t.span.overlaps(date)) else {
        return tidy(Span::new(first.span.start(), last.span.end()).of(text));
    };
    let after = tokens.iter().rposition(|t| t.span.overlaps(date)).unwrap_or(begin) + 1;
    let mut cut = begin;
    while cut > 0 && BEFORE_DATE.contains(&tokens[cut - 1].span.of(text).to_lowercase().as_str()) {
        cut -= 1;
    }
    let part = |tokens: &[Token]| match (tokens.first(), tokens.last()) {
        (Some(a), Some(b)) => Span::new(a.span.start(), b.span.end()).of(text).to_owned(),
        _ => String::new(),
    };
    // a date that stands as somebody's day ("Thursday's attack", "the April 4 attack") stays readable
    let behind = tokens.get(after).map_or("", |t| t.span.of(text));
    if cut == begin
        && (behind == "'s" || behind == "’s" || begin > 0 && is_article(tokens[begin - 1].span.of(text)))
    {
        return tidy(Span::new(first.span.start(), last.span.end()).of(text));
    }
    tidy(&format!("{} {}", part(&tokens[..cut]), part(&tokens[after..])))
}

fn is_article(word: &str) -> bool {
    ["the", "a", "an", "The", "A", "An"].contains(&word)
}

/// Drops marks left alone by what was cut, white space, quotes that do not pair.
fn tidy(words: &str) -> String {
    let mut line = one_line(words).replace(" ,", ",").replace(" .", ".").replace(",,", ",");
    for pair in [['“', '”'], ['"', '"']] {
        let count = line.chars().filter(|c| pair.contains(c)).count();
        if count % 2 == 1 {
            line = line.chars().filter(|c| !pair.contains(c)).collect();
        }
    }
    line.trim_matches([' ', ',', ';', ':', '.', '–', '—', '-']).to_owned()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn capitalise(line: &str) -> String {
    let mut chars = line.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortening_keeps_whole_words() {
        assert_eq!(shorten("one two,  three", 9), "one two…");
        assert_eq!(shorten("one\ntwo", 9), "one two");
    }
}
