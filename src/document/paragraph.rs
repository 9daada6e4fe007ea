//! Lines become paragraphs, and each paragraph says what it looks like.
//!
//! A blank line ends a paragraph. Inside a block without blank lines, a line break is soft where
//! the text was wrapped to a width (the next word would not have fitted) or goes on in lower case;
//! otherwise every line is a paragraph. Lines that are structure by themselves (rules, headers,
//! bylines, datelines) never join with others.

use super::dateline::{self, Filed, Proof};
use super::separators::{self, Key, Rule};
use super::wire;
use crate::span::Span;

/// A paragraph, or a line of structure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paragraph {
    /// Without surrounding white space.
    pub(crate) span: Span,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(crate) gap: bool,
    /// What it looks like by itself.
    pub(crate) look: Look,
    /// Where credits in brackets begin that end running text; 0 where there are none.
    pub(crate) credits: u32,
}

/// What a paragraph looks like before its neighbours are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Rule(Rule),
    FormFeed,
    /// "Document 3 of 12".
    Marker,
    /// "Page 1 of 3".
    Page(u32, u32),
    /// "From ann@example.org Mon Apr 3 …".
    MboxFrom,
    /// "Date: …"; the value begins at this byte of the text.
    Header(Key, u32),
    /// A Markdown heading, its level, and where its words begin in the text.
    Heading(u8, u32),
    /// A date and nothing else.
    DateLine,
    Dateline(Filed),
    Byline,
    /// "Staff Writer" below a byline.
    Writer,
    /// `file`: it shows an earlier day.
    Caption {
        file: bool,
    },
    Credits,
    Correction,
    /// Short, without a full stop; `caps` where nothing in it is lower case.
    Title {
        caps: bool,
    },
    /// Running text.
    Prose,
}

/// Longest title, in bytes.
const TITLE_MAX: usize = 200;
/// Widest line that counts as wrapped by hand or program, in bytes.
const WRAP_MAX: usize = 130;
/// Narrowest.
const WRAP_MIN: usize = 40;

/// Reads a text's paragraphs in one pass.
pub(crate) fn read(text: &str) -> Vec<Paragraph> {
    let mut reader = Reader { text, out: Vec::new(), block: Vec::new(), gap: true };
    let mut at = 0;
    while at <= text.len() {
        let end = text[at..].find('\n').map_or(text.len(), |i| at + i);
        reader.line(at, end);
        at = end + 1;
    }
    reader.flush();
    reader.out
}

struct Reader<'t> {
    text: &'t str,
    out: Vec<Paragraph>,
    /// Lines that may still be joined.
    block: Vec<Line>,
    /// Whether a blank line stands before the next paragraph.
    gap: bool,
}

#[derive(Clone, Copy)]
struct Line {
    span: Span,
    indent: usize,
}

impl Reader<'_> {
    fn line(&mut self, start: usize, end: usize) {
        let mut start = start;
        // a form feed may stand before the first word of a page, or alone
        while let Some(feed) = self.text[start..end].find('\u{c}') {
            if !self.text[start..start + feed].trim().is_empty() {
                self.line(start, start + feed);
            }
            self.flush();
            if self.out.last().is_none_or(|p| p.look != Look::FormFeed) {
                self.push(Span::new(start + feed, start + feed + 1), Look::FormFeed);
            }
            self.gap = true;
            start += feed + 1;
        }
        let span = Span::new(start, end).trim(self.text);
        if span.is_empty() {
            self.flush();
            self.gap = true;
            return;
        }
        if let Some(look) = structure(self.text, span) {
            if let (Look::Rule(rule), [line]) = (look, self.block.as_slice()) {
                // a line underlined without a gap is a heading (Markdown calls it setext)
                if matches!(rule.mark, '=' | '-' | '~' | '*') && line.span.len() <= 100 {
                    let heading =
                        Look::Heading(if rule.mark == '=' { 1 } else { 2 }, offset(line.span.start()));
                    let title = title(line.span.of(self.text)).is_some();
                    let line = line.span;
                    if title {
                        self.block.clear();
                        self.push(line, heading);
                        return;
                    }
                }
            }
            self.flush();
            self.push(span, look);
            return;
        }
        self.block.push(Line { span, indent: span.start() - start });
    }

    fn push(&mut self, span: Span, look: Look) {
        let credits = match look {
            Look::Prose | Look::Dateline(_) => {
                wire::trailing_credits(span.of(self.text)).map_or(0, |at| offset(span.start() + at))
            }
            _ => 0,
        };
        self.out.push(Paragraph { span, gap: self.gap, look, credits });
        self.gap = false;
    }

    /// Joins the lines of the block into paragraphs.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        let width = wrap_width(&block);
        let mut first = 0;
        for i in 0..block.len() {
            let last = i + 1 == block.len();
            if last || !self.joins(&block[first..=i], block[i + 1], width) {
                let span = block[first].span.cover(block[i].span);
                let look = look(self.text, span);
                self.push(span, look);
                first = i + 1;
            }
        }
        self.block = block;
        self.block.clear();
    }

    /// Whether the line break after `lines` is only a wrap.
    fn joins(&self, lines: &[Line], next: Line, width: Option<usize>) -> bool {
        let Some(line) = lines.last() else { return false };
        let words = line.span.of(self.text);
        let following = next.span.of(self.text);
        let opens = following.chars().next().unwrap_or(' ');
        if is_bullet(following) || following.starts_with("FILE PHOTO") || wire::opens_note(following) {
            return false;
        }
        if lines.len() == 1 && wire::is_byline(words) {
            return false;
        }
        if wire::is_byline(following)
            || dateline::read(self.text, next.span).is_some_and(|f| f.proof == Proof::Agency)
        {
            return false;
        }
        let closed = words.ends_with(['.', '!', '?', ':', '”', '"', '’', ')', ']']);
        let Some(width) = width else {
            return opens.is_lowercase() && !closed;
        };
        if next.indent >= 2
            && line.indent < next.indent
            && lines.first().is_some_and(|l| l.indent < next.indent || lines.len() > 1)
        {
            // an indented line opens a paragraph in books
            return lines.len() == 1 && lines[0].indent > next.indent;
        }
        let word = following.split(' ').next().unwrap_or_default().len();
        let fits = line.span.len() + 1 + word <= width;
        !(fits && (closed || (line.span.len() * 10 < width * 7 && !opens.is_lowercase())))
    }
}

/// The width a block was wrapped to, if it was.
fn wrap_width(block: &[Line]) -> Option<usize> {
    let lines = block.get(..block.len().saturating_sub(1))?;
    let length = |line: &Line| line.span.len() + line.indent.min(8);
    let width = block.iter().map(length).filter(|&l| l <= WRAP_MAX).max()?;
    let overlong = lines.iter().filter(|l| length(l) > WRAP_MAX).count();
    let full = lines.iter().filter(|l| length(l) * 4 >= width * 3).count();
    let wrapped = width >= WRAP_MIN && overlong * 10 <= lines.len() && full * 10 >= lines.len() * 6;
    wrapped.then_some(width)
}

/// Lines that are structure whatever stands around them.
fn structure(text: &str, span: Span) -> Option<Look> {
    let line = span.of(text);
    let first = line.as_bytes()[0];
    // most lines of running text are refused by their first byte or their length
    if let Some(rule) = separators::rule(line) {
        return Some(Look::Rule(rule));
    }
    if first == b'#'
        && let Some((level, at)) = separators::heading(line)
    {
        return Some(Look::Heading(level, offset(span.start() + at)));
    }
    if separators::is_marker(line) {
        return Some(Look::Marker);
    }
    if let Some((page, pages)) = separators::page(line) {
        return Some(Look::Page(page, pages));
    }
    if first == b'F' && separators::is_mbox_from(line) {
        return Some(Look::MboxFrom);
    }
    if let Some((key, value)) = separators::header(line) {
        return Some(Look::Header(key, offset(span.start() + value)));
    }
    separators::is_date_line(line).then_some(Look::DateLine)
}

/// What a paragraph of text looks like.
fn look(text: &str, span: Span) -> Look {
    let words = span.of(text);
    if let Some(filed) = dateline::read(text, span) {
        return Look::Dateline(filed);
    }
    if wire::is_byline(words) {
        return Look::Byline;
    }
    if wire::is_credits(words) {
        return Look::Credits;
    }
    if wire::is_correction(words) {
        return Look::Correction;
    }
    if let Some(file) = wire::caption(words) {
        return Look::Caption { file };
    }
    if wire::is_writer(words) {
        return Look::Writer;
    }
    title(words).map_or(Look::Prose, |caps| Look::Title { caps })
}

/// Whether words can be a title, and whether they are in capitals.
fn title(words: &str) -> Option<bool> {
    // a long question is a sentence
    let longest = if words.ends_with('?') { TITLE_MAX / 2 } else { TITLE_MAX };
    if words.len() > longest || is_bullet(words) || words.ends_with([',', ';', ':']) {
        return None;
    }
    let opens =
        words.trim_start_matches(['"', '“', '‘', '\'', '«', '»', '[', '(', '¿', '¡']).chars().next()?;
    if opens.is_lowercase() || !opens.is_alphanumeric() && opens != '$' && opens != '£' && opens != '€' {
        return None;
    }
    let bare = words.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']);
    if bare.ends_with('.') {
        // "… from the U.S." and "…" close a title as well as a sentence
        let initials = |w: &str| w.len() >= 4 && w.split_terminator('.').all(|s| s.chars().count() == 1);
        let dotted = bare.ends_with("...") || bare.rsplit(' ').next().is_some_and(initials);
        if !dotted {
            return None;
        }
    }
    let (mut upper, mut lower) = (0, 0);
    for c in words.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    if words.split(' ').count() > 36
        || (upper + lower == 0 && !words.bytes().any(|b| b.is_ascii_digit())) && words.is_ascii()
    {
        return None;
    }
    Some(lower == 0 && upper >= 3)
}

fn is_bullet(words: &str) -> bool {
    let mut chars = words.chars();
    let first = chars.next().unwrap_or(' ');
    matches!(first, '•' | '*' | '-' | '–' | '—' | '·' | '▪' | '‣' | '◦')
        && chars.next().is_none_or(char::is_whitespace)
        || first == '•'
}

fn offset(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}
