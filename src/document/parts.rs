//! Labels the parts of one document and reads its sentences and tokens.

use super::dateline::Proof;
use super::paragraph::{Look, Paragraph};
use super::segment::{front_matter, is_separator};
use super::separators::{self, Key};
use super::{Document, Language, Part, PartKind, Sentence, chars, sentence, token};
use crate::span::Span;

/// How many paragraphs from its start a document's byline or day may stand below a first sentence.
const EARLY: usize = 6;
/// Longest sub-head that is not in capitals, in bytes.
const SUBHEAD_MAX: usize = 80;

/// Reads one document from its paragraphs; `None` where they hold separators only.
pub(crate) fn read(text: &str, paragraphs: &[Paragraph], language: Option<Language>) -> Option<Document> {
    let whole = paragraphs.first()?.span.cover(paragraphs.last()?.span);
    let language = language.unwrap_or_else(|| Language::of(whole.of(text)));
    let document = Document { language, ..Document::default() };
    let mut builder = Builder { text, document, paragraph: 0, open_body: false };
    let mut labeller = Labeller::new(text, paragraphs);
    for at in 0..paragraphs.len() {
        labeller.label(at, &mut builder);
    }
    let mut document = builder.document;
    let span = document.parts.first()?.span.cover(document.parts.last()?.span);
    document.span = span;
    Some(document)
}

/// Collects parts, sentences and tokens.
struct Builder<'t> {
    text: &'t str,
    document: Document,
    paragraph: u32,
    /// Whether the last part is a body that the next paragraph may continue.
    open_body: bool,
}

impl Builder<'_> {
    fn add(&mut self, kind: PartKind, span: Span) {
        let span = span.trim(self.text);
        if span.is_empty() {
            return;
        }
        match self.document.parts.last_mut() {
            Some(last) if self.open_body && kind == PartKind::Body => last.span = last.span.cover(span),
            _ => self.document.parts.push(Part { kind, span }),
        }
        self.open_body = kind == PartKind::Body;
        let part = offset(self.document.parts.len() - 1);
        let first = self.document.tokens.len();
        let language = self.document.language;
        token::tokenise(self.text, span, language, &mut self.document.tokens);
        let Document { tokens, sentences, .. } = &mut self.document;
        let paragraph = self.paragraph;
        let mut push = |from: usize, to: usize| {
            sentences.push(Sentence {
                span: tokens[from].span.cover(tokens[to - 1].span),
                part,
                paragraph,
                first: offset(from),
                last: offset(to),
            });
        };
        match kind {
            PartKind::Body | PartKind::Caption | PartKind::FilePhoto | PartKind::Correction => {
                sentence::split(self.text, &tokens[first..], language, |from, to| {
                    push(first + from, first + to);
                });
            }
            _ if tokens.len() > first => push(first, tokens.len()),
            _ => {}
        }
    }
}

/// Decides what each paragraph is, knowing its neighbours.
struct Labeller<'t> {
    text: &'t str,
    all: &'t [Paragraph],
    /// Before the first sentence of running text.
    head: bool,
    headline: bool,
    dateline: bool,
    last: Option<PartKind>,
    /// One past the last paragraph of running text.
    tail: usize,
    /// One past the front matter.
    front: usize,
}

impl<'t> Labeller<'t> {
    fn new(text: &'t str, all: &'t [Paragraph]) -> Self {
        let tail =
            all.iter().rposition(|p| matches!(p.look, Look::Prose | Look::Dateline(_))).map_or(0, |i| i + 1);
        let opening = all.iter().position(|p| p.look != Look::FormFeed).unwrap_or(0);
        let front = front_matter(all, opening).unwrap_or(0);
        Self { text, all, head: true, headline: false, dateline: false, last: None, tail, front }
    }

    fn label(&mut self, at: usize, out: &mut Builder<'_>) {
        let p = self.all[at];
        let early = self.head || (at < EARLY && !self.dateline);
        if is_separator(p.look) {
            out.open_body = false;
            return;
        }
        if at < self.front {
            match p.look {
                Look::Header(key, value) => self.header(key, value, p.span, out),
                _ => self.emit(PartKind::Header, p.span, out),
            }
            out.paragraph += 1;
            return;
        }
        match p.look {
            Look::Header(key, value) if early && self.in_header_block(at) => {
                self.header(key, value, p.span, out)
            }
            Look::Header(..) if at >= self.tail && self.tail > 0 => self.emit(PartKind::Header, p.span, out),
            Look::Heading(_, words) => {
                let kind = if self.head && !self.headline { PartKind::Headline } else { PartKind::Subhead };
                self.emit(kind, Span::new(words as usize, p.span.end()), out);
            }
            Look::DateLine if self.head || (early && separators::says_published(p.span.of(self.text))) => {
                self.emit(PartKind::Header, p.span, out);
            }
            Look::DateLine if self.opens_section(at) => self.emit(PartKind::Subhead, p.span, out),
            Look::Dateline(filed) if filed.proof > Proof::Bare || self.head => {
                self.emit(PartKind::Dateline, Span::new(p.span.start(), filed.end), out);
                self.dateline = true;
                self.body(Span::new(filed.body, p.span.end()), p.credits, out);
            }
            Look::Byline if early => self.emit(PartKind::Byline, p.span, out),
            Look::Writer if self.last == Some(PartKind::Byline) => self.emit(PartKind::Byline, p.span, out),
            Look::Caption { file } => {
                self.emit(if file { PartKind::FilePhoto } else { PartKind::Caption }, p.span, out);
            }
            Look::Credits => self.emit(PartKind::Credits, p.span, out),
            Look::Correction => self.emit(PartKind::Correction, p.span, out),
            Look::Title { caps } => self.title(at, caps, out),
            Look::Writer => self.title(at, false, out),
            _ => self.body(p.span, p.credits, out),
        }
        out.paragraph += 1;
    }

    fn emit(&mut self, kind: PartKind, span: Span, out: &mut Builder<'_>) {
        self.headline |= kind == PartKind::Headline;
        self.last = Some(kind);
        out.add(kind, span);
    }

    fn body(&mut self, span: Span, credits: u32, out: &mut Builder<'_>) {
        self.head = false;
        let credits = credits as usize;
        if credits > span.start() {
            self.emit(PartKind::Body, Span::new(span.start(), credits), out);
            self.emit(PartKind::Credits, Span::new(credits, span.end()), out);
        } else {
            self.emit(PartKind::Body, span, out);
        }
    }

    fn header(&mut self, key: Key, value: u32, span: Span, out: &mut Builder<'_>) {
        let words = Span::new(value as usize, span.end()).trim(self.text);
        let kind = match key {
            Key::Title if !self.headline => PartKind::Headline,
            Key::Author => PartKind::Byline,
            Key::Dateline => PartKind::Dateline,
            _ => return self.emit(PartKind::Header, span, out),
        };
        if words.is_empty() {
            return self.emit(PartKind::Header, span, out);
        }
        self.emit(kind, unquoted(self.text, words), out);
    }

    /// One "Key: value" line alone may be a sentence of its own; a name of a day or a title never is.
    fn in_header_block(&self, at: usize) -> bool {
        let is_header = |i: usize| matches!(self.all.get(i).map(|p| p.look), Some(Look::Header(..)));
        is_header(at + 1)
            || (at > 0 && is_header(at - 1))
            || matches!(
                self.all[at].look,
                Look::Header(Key::Date | Key::Title | Key::Author | Key::Dateline, _)
            )
            || (at > 0 && is_separator(self.all[at - 1].look))
    }

    fn title(&mut self, at: usize, caps: bool, out: &mut Builder<'_>) {
        let p = self.all[at];
        let kind = if self.head && !self.headline && self.heads_document(at) {
            let masthead = at > 0 && self.all[at - 1].look == Look::Marker && self.dated_below(at);
            if masthead || self.addresses_letter(at + 1) { PartKind::Header } else { PartKind::Headline }
        } else if at < self.tail && self.opens_section(at) && (caps || self.is_plain_subhead(at)) {
            PartKind::Subhead
        } else {
            return self.body_line(p.span, out);
        };
        self.emit(kind, p.span, out);
    }

    /// A title that heads nothing is a line of text, yet does not end the head of a document.
    fn body_line(&mut self, span: Span, out: &mut Builder<'_>) {
        self.emit(PartKind::Body, span, out);
    }

    /// Whether the first title stands apart from a text that follows.
    fn heads_document(&self, at: usize) -> bool {
        let Some(next) = self.all.get(at + 1) else { return false };
        let long = next.span.len() > self.all[at].span.len() * 3 / 2;
        next.gap
            || matches!(
                next.look,
                Look::Byline
                    | Look::Dateline(_)
                    | Look::Caption { .. }
                    | Look::Header(..)
                    | Look::DateLine
                    | Look::Rule(_)
            )
            || (next.look == Look::Prose && long)
    }

    /// Whether running text, or another heading, stands directly below.
    fn opens_section(&self, at: usize) -> bool {
        self.all[at + 1..].iter().take(3).find(|p| !matches!(p.look, Look::Caption { .. })).is_some_and(
            |next| {
                matches!(next.look, Look::Prose | Look::Dateline(_) | Look::Byline)
                    || (next.gap
                        && matches!(next.look, Look::Title { .. } | Look::DateLine | Look::Heading(..)))
            },
        )
    }

    /// A sub-head that is not in capitals: short, apart, without marks of speech.
    fn is_plain_subhead(&self, at: usize) -> bool {
        let p = self.all[at];
        let words = p.span.of(self.text);
        let closed = words.ends_with(['.', '!', '…', '"', '”', '’', '\'', '»', ')']);
        let quoted = words.starts_with(['"', '“', '‘', '\'', '«']);
        let apart = p.gap && self.all.get(at + 1).is_some_and(|n| n.gap);
        let lines = !p.gap
            && self.all.get(at + 1).is_some_and(|n| n.look == Look::Prose && n.span.len() > 2 * p.span.len());
        words.len() <= SUBHEAD_MAX
            && words.split(' ').count() <= 12
            && !closed
            && !quoted
            && (apart || lines || separators::is_chapter(words))
    }

    /// Below "Document 3 of 12" a line above the day names the newspaper.
    fn dated_below(&self, at: usize) -> bool {
        self.all.get(at + 1).is_some_and(|p| p.look == Look::DateLine)
    }

    /// "Dear Ann," below a line: the line is a letter's head, no headline.
    fn addresses_letter(&self, at: usize) -> bool {
        self.all[at.min(self.all.len())..].iter().take(4).any(|p| {
            let words = p.span.of(self.text);
            ["dear ", "my dear", "sir,", "madam,", "gentlemen", "liebe", "cher ", "chère ", "caro ", "querid"]
                .iter()
                .any(|lead| chars::starts_with(words, lead))
        })
    }
}

/// A value without the quotes YAML puts around it.
fn unquoted(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let quoted = words.len() >= 2 && ['"', '\''].iter().any(|&q| words.starts_with(q) && words.ends_with(q));
    if quoted { Span::new(span.start() + 1, span.end() - 1) } else { span }
}

fn offset(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
