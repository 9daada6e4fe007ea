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
/// Conjunctions that open a clause of their own: the date's clause begins behind one, or ends before it.
const CONJUNCTIONS: &[&str] =
    &["after", "before", "while", "when", "because", "although", "though", "since", "until", "but"];
/// Pronouns that open a clause about what stands before them: the date's clause ends before one, and
/// reaches back over one to what it is about.
const RELATIVES: &[&str] = &["which", "who", "where", "whose", "whom"];
/// Words a title does not end with.
const DANGLING: &[&str] = &[
    "in", "on", "at", "by", "of", "to", "from", "with", "and", "or", "that", "the", "a", "an", "as", "for",
    "but", "which",
];
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
    } else if taken.chars().count() > LONGEST
        && let Some(nearer) = nearer_start(text, &tokens[first..last], at - first)
    {
        taken = without_date(text, &tokens[first + nearer..last], date);
    }
    if taken.split_whitespace().count() < FEWEST_WORDS {
        taken = one_line(sentence.span.of(text));
    }
    if taken.split_whitespace().next().is_some_and(|first| RELATIVES.contains(&first)) {
        taken = without_date(text, tokens, date);
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

/// The tokens `first..last` of the clause that holds token `at`: from a mark or conjunction to the next,
/// where a mark counts only if what stands behind it is a clause too and not an item of a list.
fn clause(text: &str, tokens: &[Token], at: usize) -> (usize, usize) {
    let is = |i: usize, words: &[&str]| {
        tokens.get(i).is_some_and(|t| words.iter().any(|w| t.span.of(text).eq_ignore_ascii_case(w)))
    };
    let hard = |i: usize| matches!(tokens[i].span.of(text), ";" | "—" | "–");
    let comma = |i: usize| tokens[i].span.of(text) == ",";
    let joins = |i: usize| is(i, CONJUNCTIONS) && tokens[i].shape == Shape::Lower;
    // "since 2012" is the date's own preposition
    let begins =
        |i: usize| hard(i) || (joins(i) && i + 1 < at) || (comma(i) && said_soon(text, tokens, i + 1));
    let ends = |i: usize| {
        let pronoun = is(i, RELATIVES) && tokens[i].shape == Shape::Lower;
        hard(i) || (i > at && (joins(i) || pronoun)) || (comma(i) && said_soon(text, tokens, i + 1))
    };
    let first = (0..at).rev().find(|i| begins(*i)).map_or(0, |i| i + 1);
    let last = (at..tokens.len()).find(|i| ends(*i)).unwrap_or(tokens.len());
    (first, last)
}

/// In a clause too long for a title, the start nearest to the date at token `at` that leaves enough
/// words: behind a comma or "that", and behind the preposition that follows.
fn nearer_start(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let start = (0..at).rev().find(|i| {
        matches!(word(*i), "," | "that") && at - i > FEWEST_WORDS && !RELATIVES.contains(&word(i + 1))
    })? + 1;
    Some(start + usize::from(BEFORE_DATE.contains(&word(start)) || word(start) == "and"))
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
    // "all that winter" goes as one
    while cut > 0 && ["that", "this", "all", "All"].contains(&tokens[cut - 1].span.of(text)) {
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
    let marks = [' ', ',', ';', ':', '.', '–', '—', '-'];
    let mut line = line.trim_matches(marks);
    while let Some((kept, last)) = line.rsplit_once(' ')
        && DANGLING.contains(&last)
    {
        line = kept.trim_end_matches(marks);
    }
    line.to_owned()
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
    use crate::document::{Split, segment};

    #[test]
    fn shortening_keeps_whole_words() {
        assert_eq!(shorten("one two,  three", 9), "one two…");
        assert_eq!(shorten("one\ntwo", 9), "one two");
    }

    #[test]
    fn titles_are_the_clause_of_the_date() {
        let check = |sentence: &str, date: &str, expected: &str| {
            let document = segment(sentence, Split::None, None).remove(0);
            let start = sentence.find(date).expect("the date stands in the sentence");
            let date = Span::new(start, start + date.len());
            assert_eq!(of(sentence, &document, &document.sentences[0], date), expected, "{sentence}");
        };
        check(
            "The ferry sank off Oban on Tuesday, the coastguard said.",
            "Tuesday",
            "The ferry sank off Oban",
        );
        check(
            "Prices doubled after the mine had closed for good in 1984.",
            "1984",
            "The mine had closed for good",
        );
        check(
            "The list, which names forty ships lost since 1912, was read aloud.",
            "1912",
            "The list, which names forty ships lost, was read aloud",
        );
        check("The April 4 flood in which two farms were lost is past.", "April 4", "The April 4 flood");
        check("It began in May.", "May", "It began in May.");
    }
}
