//! Entries of a diary, a chronology or a log: a date that heads what stands below or behind it.
//!
//! ```text
//! entry = line: [ bullet | bracket ] date { date | mark } ( end of line | ":" | "–" | "]" | "." ) …
//! ```

use crate::document::{Document, Sentence, Shape};
use crate::span::Span;
use crate::timex::{Dated, Mention, TimexKind};

/// With fewer dates that head lines a text is no diary: a letter has one at its head.
const FEWEST: usize = 2;
/// How many words the name of who writes may have.
const SENDER: usize = 4;

/// A date that heads what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// The sentence that it stands in.
    pub(super) sentence: usize,
    /// Index into the document's dates.
    pub(super) date: usize,
    /// The first of the sentence's tokens behind it and behind who writes.
    pub(super) behind: usize,
    /// Whether nothing else stands in its sentence.
    pub(super) alone: bool,
}

/// The entries of a document, in its order; none where it is no diary.
pub(super) fn entries(text: &str, document: &Document, dates: &[Mention<Dated>]) -> Vec<Entry> {
    let found: Vec<Entry> = document
        .sentences
        .iter()
        .enumerate()
        .filter_map(|(number, sentence)| entry(text, document, dates, number, sentence))
        .collect();
    if found.len() < FEWEST { Vec::new() } else { found }
}

fn entry(
    text: &str,
    document: &Document,
    dates: &[Mention<Dated>],
    number: usize,
    sentence: &Sentence,
) -> Option<Entry> {
    let tokens = document.tokens_of(sentence);
    let opening = numbering(text, document, sentence);
    let from = dates.partition_point(|d| d.span.end() <= sentence.span.start());
    let first = dates.get(from)?;
    let heads = opens_line(text, first.span)
        && tokens.get(opening).is_some_and(|token| token.span.overlaps(first.span))
        && matches!(first.value.kind, TimexKind::Date | TimexKind::Time)
        && first.value.interval.is_some();
    if !heads {
        return None;
    }
    let dated = |span: Span| {
        dates[from..].iter().take_while(|d| d.span.start() < span.end()).any(|d| d.span.overlaps(span))
    };
    let mut behind = opening;
    let mut marked = false;
    while let Some(token) = tokens.get(behind) {
        let closes = matches!(token.span.of(text), ":" | "–" | "—" | "-" | "]" | ")" | "." | "|");
        if !dated(token.span) && !closes && token.span.of(text) != "," {
            break;
        }
        marked |= closes;
        behind += 1;
    }
    let alone = behind == tokens.len();
    let last = tokens.get(behind.checked_sub(1)?)?;
    let broken = tokens
        .get(behind)
        .and_then(|next| text.get(last.span.end()..next.span.start()))
        .is_some_and(|between| between.contains('\n'));
    if !(marked || alone || broken) || last.span.of(text) == "," {
        return None;
    }
    Some(Entry {
        sentence: number,
        date: from,
        behind: behind + sender(text, document, sentence, behind),
        alone,
    })
}

/// How many tokens from `from` on name who writes: "Ann Vik:".
fn sender(text: &str, document: &Document, sentence: &Sentence, from: usize) -> usize {
    let tokens = document.tokens_of(sentence).get(from..).unwrap_or_default();
    let named = tokens.iter().take_while(|t| matches!(t.shape, Shape::Capital | Shape::Upper)).count();
    let colon = tokens.get(named).is_some_and(|t| t.span.of(text) == ":");
    if colon && (1..=SENDER).contains(&named) { named + 1 } else { 0 }
}

/// How many tokens at the beginning of a sentence number it or set it off: "2.", "(a)", "•", ">".
pub(super) fn numbering(text: &str, document: &Document, sentence: &Sentence) -> usize {
    let tokens = document.tokens_of(sentence);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let mut at = 0;
    while matches!(word(at), ">" | "•" | "*" | "·" | "▪" | "–" | "—" | "-" | "[" | "|") {
        at += 1;
    }
    let glued = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced);
    let digits = |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let short = |word: &str| digits(word) || word.len() == 1;
    let opens = |at: usize| glued(at + 1) && tokens.get(at).is_some_and(|token| opens_line(text, token.span));
    match (word(at), word(at + 1), word(at + 2)) {
        ("(", number, ")") if short(number) => at + 3,
        (number, ")", _) if short(number) && opens(at) => at + 2,
        // "A. Vik" is a name
        (number, ".", next) if digits(number) && !next.is_empty() && opens(at) => at + 2,
        _ => at,
    }
}

/// Whether nothing but marks stands before `span` on its line.
fn opens_line(text: &str, span: Span) -> bool {
    let before = text.get(..span.start()).unwrap_or_default();
    let line = before.rfind('\n').map_or(before, |newline| &before[newline + 1..]);
    !line.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Split, TextKind, segment};
    use crate::timex::anchor::{Anchor, AnchorSource};
    use crate::timex::{recognise, resolve};

    fn read(text: &str) -> Vec<(String, bool)> {
        let document = segment(text, Split::None, None).remove(0);
        let mentions = recognise(text, &document, false);
        let unknown =
            Anchor { date: None, how: AnchorSource::Unknown, candidates: Vec::new(), evidence: Vec::new() };
        let dates = resolve(text, &document, &mentions, &unknown, TextKind::Narrative);
        entries(text, &document, &dates)
            .iter()
            .map(|entry| (dates[entry.date].span.of(text).to_owned(), entry.alone))
            .collect()
    }

    #[test]
    fn a_diary_has_entries() {
        let found = read("14 May 1915\nWe marched.\n\n15 May 1915\nRested at the mill.\n");
        assert_eq!(found, [("14 May 1915".to_owned(), true), ("15 May 1915".to_owned(), true)]);
        let found = read("1851: The mill is built.\n1867 - A fire.\n");
        assert_eq!(found, [("1851".to_owned(), false), ("1867".to_owned(), false)]);
    }

    #[test]
    fn prose_has_none() {
        assert_eq!(read("1851 was dry.\n\nMay 1852, a wet month, was worse.\n"), []);
        assert_eq!(read("14 May 1915\n\nDear Ann,\nwe marched on 13 May.\n"), []);
    }
}
