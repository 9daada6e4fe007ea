//! A [`Text`](crate::ingest::Text) is cut into documents; each document into labelled parts,
//! paragraphs, sentences and tokens.

mod abbreviation;
mod chars;
mod dateline;
mod language;
mod message;
mod paragraph;
mod parts;
mod segment;
mod sentence;
mod separators;
mod token;
mod wire;
pub(crate) mod words;

pub use language::Language;
pub use message::is_message;

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// One article, letter, chronicle … of a file. Everything lies inside `span`, ascending.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The document's bytes in the file's text.
    pub span: Span,
    /// The language it is read in.
    pub language: Language,
    /// Labelled parts, ascending, not overlapping. What no part covers is white space or a separator.
    pub parts: Vec<Part>,
    /// Sentences of all parts, ascending. A headline, caption, dateline-less line is a sentence of its own.
    pub sentences: Vec<Sentence>,
    /// Tokens of all parts, ascending.
    pub tokens: Vec<Token>,
}

/// A labelled part of a document. Parts of one kind may recur (a body around its sub-heads).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Where it is, without surrounding white space.
    pub span: Span,
}

/// What a [`Part`] is, in the terms of the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// The title line.
    Headline,
    /// A picture's text with its credit.
    Caption,
    /// A picture's text that says FILE PHOTO: it shows an earlier day.
    FilePhoto,
    /// "By …".
    Byline,
    /// Place and agency before the first sentence: "PARIS (Reuters)".
    Dateline,
    /// A line of metadata: "From:", "Date:", "Published:", front matter.
    Header,
    /// Running text.
    Body,
    /// A sub-head between paragraphs.
    Subhead,
    /// "(Reporting by …; Editing by …)".
    Credits,
    /// "(This version corrects …)".
    Correction,
}

/// A sentence and the part it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Without surrounding white space.
    pub span: Span,
    /// Index into [`Document::parts`].
    pub part: u32,
    /// Number of the paragraph inside the document, from 0.
    pub paragraph: u32,
    /// The sentence's tokens: `Document::tokens[first..last]`.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
}

/// A token: a run of letters, a run of digits, or one mark.
///
/// "U.S.", "a.m.", "Lt." keep their dots; "Assad's" is `Assad` + `'s`; "mid-2014" is three tokens;
/// "1,300" is one number; "third-quarter" is three; "1840s" is `1840s`, one word of digits and letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it is.
    pub span: Span,
    /// Its shape.
    pub shape: Shape,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// The shape of a [`Token`], read off its characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// "mosul"
    Lower,
    /// "Mosul", "McDowall": a capital first.
    Capital,
    /// "MOSUL", "PKK", "U.S.": two or more capitals and nothing lower.
    Upper,
    /// "2017", "1,300", "3.5".
    Digits,
    /// "19th", "1840s", "F16".
    Mixed,
    /// One mark.
    Mark,
}

/// What kind of text it is: news reads weekdays from its publication date, a narrative from the
/// last date told, a message mostly ahead of the day it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// A report with a publication date.
    #[default]
    News,
    /// A history, chronicle, memoir.
    Narrative,
    /// A text, post, chat or note: quick spelling, and plain words like "night" that mean its own day.
    Message,
}

/// How [`segment`] cuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Split {
    /// By wire structure and separators.
    #[default]
    Auto,
    /// One document a file.
    None,
}

/// Cuts a file's text into documents, ascending; none where the text holds no words.
///
/// A `language` of `None` is detected, each document on its own. Linear in the length of `text`, and total: any string gives ordered, in-bounds spans.
#[must_use]
pub fn segment(text: &str, split: Split, language: Option<Language>) -> Vec<Document> {
    let paragraphs = paragraph::read(text);
    let whole = 0..paragraphs.len();
    let ranges = match split {
        Split::Auto => segment::cut(text, &paragraphs),
        Split::None => vec![whole],
    };
    ranges.into_iter().filter_map(|range| parts::read(text, &paragraphs[range], language)).collect()
}

impl Document {
    /// The title, where it has one.
    #[must_use]
    pub fn headline(&self) -> Option<Span> {
        self.parts.iter().find(|p| p.kind == PartKind::Headline).map(|p| p.span)
    }

    /// The tokens of one sentence.
    #[must_use]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.first as usize..sentence.last as usize).unwrap_or_default()
    }

    /// The kind of part a sentence stands in.
    #[must_use]
    pub fn part_of(&self, sentence: &Sentence) -> PartKind {
        self.parts.get(sentence.part as usize).map_or(PartKind::Body, |p| p.kind)
    }
}
