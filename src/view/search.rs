//! Full-text search: the sentences that hold every word asked for, or one that begins like it. A file is searched a piece at a time, so
//! that the page can go on in between.

use crate::analysis::Analysis;
use crate::dossier::{DocumentId, FileId};
use crate::span::Span;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// What is asked for: words in any order, and phrases between quotation marks, whatever their case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// In lower case, white space joined; the longest first, because it is the rarest.
    terms: Vec<String>,
}

/// The most terms that are asked for; what is beyond is left out.
const MOST_TERMS: usize = 8;

impl Query {
    /// Reads what the user wrote.
    #[must_use]
    pub fn parse(words: &str) -> Self {
        let mut terms: Vec<String> = Vec::new();
        for (index, part) in words.split(['"', '“', '”', '„']).enumerate() {
            let folded = fold(part);
            if index % 2 == 1 {
                terms.push(folded.split_whitespace().collect::<Vec<_>>().join(" "));
            } else {
                terms.extend(folded.split_whitespace().map(str::to_owned));
            }
        }
        terms.retain(|term| !term.is_empty());
        crate::order::sort_by(&mut terms, |a, b| b.len().cmp(&a.len()));
        terms.truncate(MOST_TERMS);
        Self { terms }
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The stretches of `text` that hold one of the terms, ascending, not overlapping.
    #[must_use]
    pub fn found_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for term in &self.terms {
            let mut from = 0;
            while let Some(range) = find(text, term, from) {
                from = range.end;
                found.push(range);
            }
        }
        crate::order::sort_by_key(&mut found, |range| (range.start, usize::MAX - range.end));
        let mut free = 0;
        found.retain(|range| {
            let stands = range.start >= free;
            free = if stands { range.end } else { free };
            stands
        });
        found
    }

    fn holds(&self, text: &str) -> bool {
        self.terms.iter().all(|term| find(text, term, 0).is_some())
    }
}

/// A text as it is compared: in lower case, one character for one where that is possible.
fn fold(text: &str) -> String {
    text.chars().map(folded).collect()
}

/// A character as it is compared: in lower case; all white space is one; curly apostrophes are straight.
fn folded(character: char) -> char {
    match character {
        '’' => '\'',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c if c.is_whitespace() => ' ',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The first stretch at or behind byte `from` that equals a folded term and does not begin inside a word.
fn find(text: &str, term: &str, from: usize) -> Option<Range<usize>> {
    let first = term.chars().next()?;
    let mut at = from;
    loop {
        at += next(text.get(at..)?, first)?;
        let opens_word = !is_spaced(first) || !text[..at].ends_with(char::is_alphanumeric);
        if let Some(length) = begins(&text[at..], term).filter(|_| opens_word) {
            return Some(at..at + length);
        }
        at += text[at..].chars().next()?.len_utf8();
    }
}

/// Whether a character is of a script that puts spaces between words; from Thai on Unicode has those that do
/// not.
fn is_spaced(character: char) -> bool {
    character.is_alphanumeric() && character < '\u{e00}'
}

/// How far the next character is that folds to `first`.
fn next(text: &str, first: char) -> Option<usize> {
    if first.is_ascii_lowercase() {
        let (lower, upper) = (first as u8, first.to_ascii_uppercase() as u8);
        // no other character folds to an ASCII letter but the Kelvin sign
        return text.bytes().position(|byte| byte == lower || byte == upper);
    }
    text.char_indices().find(|(_, c)| folded(*c) == first).map(|(at, _)| at)
}

/// How many bytes of `text` the term takes, where the text begins with it. A space of the term is any white
/// space of the text.
fn begins(text: &str, term: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    for wanted in term.chars() {
        let (_, character) = chars.next()?;
        if folded(character) != wanted && !(wanted == ' ' && character == '\n') {
            return None;
        }
        while wanted == ' ' && chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
    }
    Some(chars.peek().map_or(text.len(), |(at, _)| *at))
}

/// The sentences that answer a query, of the files searched so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hits {
    /// First bytes of the sentences, ascending, a list a file.
    files: BTreeMap<FileId, Arc<Vec<u32>>>,
}

impl Hits {
    /// Takes in what was found in a file.
    pub fn insert(&mut self, file: FileId, sentences: Vec<u32>) {
        self.files.insert(file, Arc::new(sentences));
    }

    /// Whether the file has been searched.
    #[must_use]
    pub fn knows(&self, file: FileId) -> bool {
        self.files.contains_key(&file)
    }

    /// How many sentences of a stretch of a file answer.
    #[must_use]
    pub fn within(&self, file: FileId, span: Span) -> usize {
        let Some(sentences) = self.files.get(&file) else { return 0 };
        let before = |byte: usize| sentences.partition_point(|start| (*start as usize) < byte);
        before(span.end()) - before(span.start())
    }

    /// Whether a sentence of the document's stretch answers.
    #[must_use]
    pub fn told_in(&self, document: DocumentId, span: Span) -> bool {
        self.within(document.file, span) > 0
    }
}

/// The search of one file, which can be left and gone on with.
#[derive(Debug)]
pub struct Search {
    query: Query,
    document: usize,
    sentence: usize,
    found: Vec<u32>,
}

impl Search {
    /// Begins.
    #[must_use]
    pub fn new(query: Query) -> Self {
        Self { query, document: 0, sentence: 0, found: Vec::new() }
    }

    /// Goes on over about `bytes` bytes; answers the sentences once the file is through.
    pub fn step(&mut self, analysis: &Analysis, bytes: usize) -> Option<Vec<u32>> {
        let text = analysis.text.content.as_str();
        let mut left = bytes;
        while let Some(document) = analysis.documents.get(self.document) {
            let Some(sentence) = document.sentences.get(self.sentence) else {
                (self.document, self.sentence) = (self.document + 1, 0);
                continue;
            };
            if self.query.holds(sentence.of(text)) {
                self.found.push(sentence.start() as u32);
            }
            self.sentence += 1;
            left = left.saturating_sub(sentence.len().max(1));
            if left == 0 {
                return None;
            }
        }
        Some(std::mem::take(&mut self.found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(query: &str, text: &str) -> Vec<String> {
        Query::parse(query).found_in(text).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn words_are_found_whatever_their_case_and_order() {
        let text = "The DAM near Köln’s old\n  mill broke. Damage: 3 mills.";
        assert_eq!(words("mill dam", text), ["DAM", "mill", "Dam", "mill"]);
        assert_eq!(words("\"old mill\"", text), ["old\n  mill"]);
        assert_eq!(words("KÖLN'S", text), ["Köln’s"]);
        assert!(words("ill", text).is_empty(), "inside a word");
        assert_eq!(words("大坝", "旧大坝。"), ["大坝"], "a script without spaces");
        assert!(words("  ", text).is_empty() && Query::parse("\"\"").is_empty());
        assert!(Query::parse("dam mills").holds(text) && !Query::parse("dam weir").holds(text));
    }

    #[test]
    fn a_file_is_searched_in_pieces() {
        let source = crate::ingest::Source { name: "a.txt".to_owned(), modified: None };
        let text = "The mill burned. It rained. The new Mill was built.";
        let options = crate::analysis::Options::default();
        let analysis = crate::analysis::analyse(&source, text.as_bytes(), &options, None, &mut |_| {});
        let mut search = Search::new(Query::parse("mill"));
        assert_eq!(search.step(&analysis, 1), None);
        assert_eq!(search.step(&analysis, 1), None);
        let found = search.step(&analysis, usize::MAX).expect("all is searched");
        assert_eq!(found, [0, 28]);
        let mut hits = Hits::default();
        hits.insert(FileId(0), found);
        let document = DocumentId { file: FileId(0), document: 0 };
        assert!(hits.told_in(document, Span::new(0, 16)) && !hits.told_in(document, Span::new(17, 27)));
        assert_eq!(hits.within(FileId(0), Span::new(0, text.len())), 2);
        assert!(hits.knows(FileId(0)) && !hits.knows(FileId(1)));
    }
}
