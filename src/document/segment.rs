//! Where one document of a bundle ends and the next begins.
//!
//! Cutting needs positive evidence, so that a letter, a chronicle with chapters, minutes or a book
//! stay whole:
//!
//! 1. separators that say so by themselves: "Document 3 of 12", mbox lines, mail headers, front
//!    matter, "Page 1 of …";
//! 2. separators that may also stand inside a document (rules, form feeds, Markdown headings), where
//!    most of the sections they make *open* like documents;
//! 3. wire structure without any separator: a headline above a dateline or byline, credits followed
//!    by a new headline.

use super::dateline::Proof;
use super::paragraph::{Look, Paragraph};
use super::separators::{self, Key, Rule};
use std::ops::Range;

/// The documents of a file, as ranges of its paragraphs, ascending and without gaps.
pub(crate) fn cut(text: &str, paragraphs: &[Paragraph]) -> Vec<Range<usize>> {
    let cutter = Cutter { text, all: paragraphs };
    let mut starts = vec![false; paragraphs.len()];
    cutter.by_markers(&mut starts);
    cutter.by_pages(&mut starts);
    cutter.by_headers(&mut starts);
    cutter.by_feeds(&mut starts);
    cutter.by_rules(&mut starts);
    cutter.by_headings(&mut starts);
    let mut wire = Vec::new();
    for section in ranges(&starts) {
        cutter.by_wire(section, &mut wire);
    }
    for at in wire {
        starts[at] = true;
    }
    cutter.merge_bodiless(&mut starts);
    ranges(&starts)
}

/// How a section begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Opening {
    /// In the middle of something.
    No,
    /// With a line that may be a title.
    Weak,
    /// As only a document does.
    Strong,
}

/// A place where wire structure suggests a new document.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    at: usize,
    evidence: Evidence,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// "PLACE —" below a title.
    Weak,
    /// An agency's dateline after running text.
    Agency,
    /// A title and a byline, or a title and "PLACE, Region —".
    Fair,
    /// A title, caption or byline above an agency's dateline; credits and then a title.
    Strong,
}

/// How far from its start a document's dateline may stand, in paragraphs.
const HEAD: usize = 6;
/// How far above a dateline its headline may stand, in paragraphs.
const HEAD_WALK: usize = 12;
/// Longest YAML front matter, in paragraphs.
const FRONT_MATTER: usize = 40;

struct Cutter<'t> {
    text: &'t str,
    all: &'t [Paragraph],
}

fn ranges(starts: &[bool]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut first = 0;
    for (at, _) in starts.iter().enumerate().skip(1).filter(|start| *start.1) {
        out.push(first..at);
        first = at;
    }
    if first < starts.len() {
        out.push(first..starts.len());
    }
    out
}

/// Whether a paragraph carries no text of a document.
pub(crate) fn is_separator(look: Look) -> bool {
    matches!(look, Look::Rule(_) | Look::FormFeed | Look::Marker | Look::Page(..) | Look::MboxFrom)
}

/// The end (one past its closing rule) of YAML front matter that opens at paragraph `at`.
pub(crate) fn front_matter(paragraphs: &[Paragraph], at: usize) -> Option<usize> {
    let is_fence = |p: &Paragraph| matches!(p.look, Look::Rule(Rule { mark: '-', long: false }));
    if !is_fence(paragraphs.get(at)?) {
        return None;
    }
    let first = paragraphs.get(at + 1)?;
    if first.gap || !matches!(first.look, Look::Header(..)) {
        return None;
    }
    let end = paragraphs.len().min(at + FRONT_MATTER);
    paragraphs[at + 1..end].iter().take_while(|p| !p.gap).position(is_fence).map(|i| at + 1 + i + 1)
}

impl Cutter<'_> {
    fn look(&self, at: usize) -> Option<Look> {
        self.all.get(at).map(|p| p.look)
    }

    fn words(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |p| p.span.of(self.text))
    }

    /// "Document 3 of 12" above, or below, every document.
    fn by_markers(&self, starts: &mut [bool]) {
        let markers: Vec<usize> = self.places(|look| look == Look::Marker);
        let Some(&last) = markers.last() else { return };
        let below = self.all[last + 1..].iter().all(|p| is_separator(p.look));
        for at in markers {
            let at = if below { at + 1 } else { at };
            if at < starts.len() {
                starts[at] = true;
            }
        }
    }

    /// "Page 1 of 3" at the head, or "Page 3 of 3" at the foot, of every document.
    fn by_pages(&self, starts: &mut [bool]) {
        let pages: Vec<(usize, u32, u32)> = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(at, p)| if let Look::Page(n, of) = p.look { Some((at, n, of)) } else { None })
            .collect();
        let Some(&(first, ..)) = pages.first() else { return };
        let at_head = self.all[..first].iter().all(|p| is_separator(p.look));
        for (at, n, of) in pages {
            let at = if at_head { at } else { at + 1 };
            if (if at_head { n == 1 } else { n == of }) && at < starts.len() {
                starts[at] = true;
            }
        }
    }

    /// Mailboxes, mail threads, front matter, exports with "Title:" and "Date:" lines.
    fn by_headers(&self, starts: &mut [bool]) {
        let mut blocks = Vec::new();
        let mut at = 0;
        while at < self.all.len() {
            if let Some(end) = front_matter(self.all, at) {
                blocks.push(at);
                at = end;
                continue;
            }
            let mbox = self.look(at) == Some(Look::MboxFrom);
            let first = at + usize::from(mbox);
            let (mut end, mut from, mut dated, mut titled) = (first, false, false, false);
            while let Some(Look::Header(key, _)) = self.look(end) {
                if end > first && self.all[end].gap {
                    break;
                }
                from |= key == Key::From;
                dated |= key == Key::Date;
                titled |= key == Key::Title;
                end += 1;
            }
            let mail = from && (dated || titled) && end - first >= 3;
            if mbox && end > first || mail && (self.all[first].gap || self.after_separator(first)) {
                starts[at] = true;
            } else if titled && dated && end - first >= 2 && self.all[first].gap {
                blocks.push(at);
            }
            at = end.max(at + 1);
        }
        if blocks.len() >= 2 {
            for at in blocks {
                starts[at] = true;
            }
        }
    }

    fn after_separator(&self, at: usize) -> bool {
        at == 0 || is_separator(self.all[at - 1].look)
    }

    /// Form feeds between documents, not between the pages of one: pages of a book mostly break in
    /// the middle of a sentence, and few begin with a title.
    fn by_feeds(&self, starts: &mut [bool]) {
        let (mut opened, mut broken, mut strong, mut some) = (Vec::new(), 0, 0, 0);
        let mut before = None;
        let mut feed = None;
        for (at, p) in self.all.iter().enumerate() {
            if p.look == Look::FormFeed {
                feed = Some(at);
            }
            if is_separator(p.look) {
                continue;
            }
            if let (Some(feed), Some(before)) = (feed.take(), before) {
                let opening = self.opening(at);
                let lower = self.words(at).starts_with(char::is_lowercase);
                if lower || !(self.is_closed(before) || opening == Opening::Strong) {
                    broken += 1;
                } else {
                    opened.push(feed + 1);
                }
                strong += usize::from(opening == Opening::Strong);
                some += usize::from(opening > Opening::No);
            }
            before = Some(at);
        }
        let pages = opened.len() + broken;
        if broken * 5 <= pages && (strong * 2 >= pages || some * 10 >= pages * 6) {
            for at in opened {
                starts[at] = true;
            }
        }
    }

    /// Whether a paragraph ends as texts end.
    fn is_closed(&self, at: usize) -> bool {
        let words = self.words(at);
        words.ends_with(['.', '!', '?', '…', ')', ']', '”', '"', '»', '’'])
            || matches!(self.look(at), Some(Look::Credits | Look::Correction | Look::Header(..)))
    }

    /// Rules of one kind, where what stands below most of them opens like a document.
    ///
    /// Long rules that stand apart are drawn between texts; they also cut where nothing speaks
    /// against it (a chapter's heading, a section without a sentence).
    fn by_rules(&self, starts: &mut [bool]) {
        let matter = self.front_matters();
        let mut kinds: Vec<Rule> = Vec::new();
        for p in self.all {
            if let Look::Rule(rule) = p.look
                && !kinds.contains(&rule)
            {
                kinds.push(rule);
            }
        }
        for kind in kinds {
            let mut sections = Vec::new();
            let mut drawn = true;
            for at in self.places(|look| look == Look::Rule(kind)) {
                // the inside of front matter, and a rule below another or around a banner, opens nothing
                let next = at + 1;
                if matter[at] || next >= self.all.len() || is_separator(self.all[next].look) {
                    continue;
                }
                if self.is_banner(next) {
                    drawn = false;
                    continue;
                }
                let below = &self.all[next..self.all.len().min(next + HEAD)];
                let bodied = below
                    .iter()
                    .take_while(|p| !is_separator(p.look))
                    .any(|p| matches!(p.look, Look::Prose | Look::Dateline(_)));
                drawn &= self.all[at].gap && self.all[next].gap && bodied;
                drawn &= !separators::is_chapter(self.heading_words(next));
                sections.push((next, self.opening(next)));
            }
            let strong = sections.iter().filter(|s| s.1 == Opening::Strong).count();
            let some = sections.iter().filter(|s| s.1 > Opening::No).count();
            let enough = if kind.long {
                strong * 2 >= sections.len()
                    || some * 10 >= sections.len() * 7
                    || (drawn && sections.len() >= 2)
            } else {
                strong * 2 >= sections.len()
            };
            if enough {
                for (at, _) in sections {
                    starts[at] = true;
                }
            }
        }
    }

    /// Which paragraphs are YAML front matter.
    fn front_matters(&self) -> Vec<bool> {
        let mut inside = vec![false; self.all.len()];
        let mut at = 0;
        while at < self.all.len() {
            if let Some(end) = front_matter(self.all, at) {
                inside[at..end].fill(true);
                at = end;
            } else {
                at += 1;
            }
        }
        inside
    }

    /// Whether the paragraph is a heading between two rules.
    fn is_banner(&self, at: usize) -> bool {
        matches!(self.look(at + 1), Some(Look::Rule(_))) && !self.all[at + 1].gap && !self.all[at].gap
    }

    /// Markdown headings of one level, where the sections below most of them open like documents.
    fn by_headings(&self, starts: &mut [bool]) {
        let mut levels = [0usize; 7];
        for p in self.all {
            if let Look::Heading(level, _) = p.look {
                levels[level as usize % 7] += 1;
            }
        }
        let Some(level) = (1..7).find(|&l| levels[l] >= 2) else { return };
        let places = self.places(|look| matches!(look, Look::Heading(l, _) if usize::from(l) == level));
        let strong = places.iter().filter(|&&at| self.opening(at) == Opening::Strong).count();
        if strong >= 2 && strong * 10 >= places.len() * 7 {
            for at in places {
                starts[at] = true;
            }
        }
    }

    fn places(&self, wanted: impl Fn(Look) -> bool) -> Vec<usize> {
        (0..self.all.len()).filter(|&at| wanted(self.all[at].look)).collect()
    }

    /// How the section that begins at `at` opens.
    fn opening(&self, at: usize) -> Opening {
        let mut titled = false;
        for i in at..self.all.len().min(at + HEAD) {
            match self.all[i].look {
                Look::Dateline(filed) if filed.proof > Proof::Bare || titled => return Opening::Strong,
                Look::Byline | Look::DateLine | Look::Header(Key::Author, _) if titled => {
                    return Opening::Strong;
                }
                Look::Header(Key::Title | Key::From | Key::Date, _) if i <= at + 1 || titled => {
                    return Opening::Strong;
                }
                Look::Caption { .. }
                | Look::Correction
                | Look::Header(..)
                | Look::Byline
                | Look::DateLine
                | Look::Writer => {}
                Look::Title { .. } | Look::Heading(..) if i == at => {
                    if separators::is_chapter(self.heading_words(i)) {
                        return Opening::No;
                    }
                    titled = true;
                }
                Look::Title { .. } => {}
                _ if titled => return Opening::Weak,
                _ => return Opening::No,
            }
        }
        if titled && self.all.len() > at + 1 { Opening::Weak } else { Opening::No }
    }

    fn heading_words(&self, at: usize) -> &str {
        match self.look(at) {
            Some(Look::Heading(_, words)) => {
                let span = self.all[at].span;
                self.text.get(words as usize..span.end()).unwrap_or_default()
            }
            _ => self.words(at),
        }
    }

    fn is_title(&self, at: usize) -> bool {
        matches!(self.look(at), Some(Look::Title { .. } | Look::Heading(..)))
            && !separators::is_chapter(self.heading_words(at))
    }

    /// Whether a document may end with the paragraph: credits, a correction note, a separator.
    fn ends_document(&self, at: usize) -> bool {
        let Some(p) = self.all.get(at) else { return true };
        matches!(p.look, Look::Credits | Look::Correction) || p.credits > 0 || is_separator(p.look)
    }

    /// Finds the articles inside one section.
    fn by_wire(&self, section: Range<usize>, starts: &mut Vec<usize>) {
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut note = |at: usize, evidence: Evidence| match candidates.last_mut() {
            Some(last) if last.at == at => last.evidence = last.evidence.max(evidence),
            // a second reading of the same head
            Some(last) if last.at > at => {}
            _ => candidates.push(Candidate { at, evidence }),
        };
        for i in section.clone() {
            let p = self.all[i];
            match p.look {
                Look::Dateline(filed) => {
                    let (at, titled) = self.head_of(i, section.start);
                    let furnished = titled || at < i || at == section.start || self.ends_document(at - 1);
                    match filed.proof {
                        Proof::Agency if furnished => note(at, Evidence::Strong),
                        Proof::Agency => note(at, Evidence::Agency),
                        Proof::Place if furnished => note(at, Evidence::Fair),
                        Proof::Bare if titled => note(at, Evidence::Weak),
                        _ => {}
                    }
                }
                Look::Byline => {
                    let (at, titled) = self.head_of(i, section.start);
                    if titled {
                        note(at, Evidence::Fair);
                    }
                }
                _ => {}
            }
            if self.ends_document(i) && !is_separator(p.look) {
                let next = i + 1;
                let body = (next + 1..section.end.min(next + HEAD)).any(|k| {
                    matches!(self.all[k].look, Look::Prose | Look::Dateline(_)) && !self.is_sign_off(k)
                });
                if next < section.end && self.is_title(next) && body {
                    note(next, Evidence::Strong);
                }
            }
        }
        let from = section.start;
        let near_start = |c: &Candidate| c.at < from + HEAD;
        let fair = candidates.iter().filter(|c| c.evidence >= Evidence::Fair).count();
        let agency =
            candidates.iter().filter(|c| matches!(c.evidence, Evidence::Agency | Evidence::Strong)).count();
        let opened = candidates.first().is_some_and(near_start);
        // what stands before the first sentence is the head of the same document
        let opening = (from..section.end).find(|&i| self.all[i].look != Look::FormFeed).unwrap_or(from);
        let (mut read, mut bodied) = (front_matter(self.all, opening).unwrap_or(from), false);
        for candidate in &candidates {
            bodied |= self.all[read..candidate.at.max(read)]
                .iter()
                .any(|p| matches!(p.look, Look::Prose | Look::Dateline(_)));
            read = read.max(candidate.at);
            let accepted = match candidate.evidence {
                Evidence::Strong => true,
                Evidence::Fair => fair >= 2,
                Evidence::Agency => agency >= 2 && opened,
                Evidence::Weak => candidates.len() >= 2 && opened,
            };
            if accepted && bodied {
                starts.push(candidate.at);
                bodied = false;
            }
        }
    }

    /// Walks from a dateline or byline at `at` up to where its document begins; says whether a title
    /// was found on the way.
    fn head_of(&self, at: usize, floor: usize) -> (usize, bool) {
        let mut start = at;
        while start > floor
            && at - start < HEAD_WALK
            && matches!(
                self.all[start - 1].look,
                Look::Byline | Look::Writer | Look::Caption { .. } | Look::DateLine | Look::Header(..)
            )
        {
            start -= 1;
        }
        let titled = start > floor && self.is_title(start - 1);
        if titled {
            start -= 1;
            // a second title is a kicker or a deck where the line above it closes a document
            if start > floor
                && self.is_title(start - 1)
                && (start - 1 == floor || self.ends_document(start - 2))
            {
                start -= 1;
            }
        }
        (start, titled)
    }

    /// House lines that follow the credits and belong to what stands above.
    fn is_sign_off(&self, at: usize) -> bool {
        let words = self.words(at);
        words.starts_with('©') || words.starts_with("Copyright") || words.starts_with("Our Standards")
    }

    /// A document without a body is the head of the next one, or the tail of the one before.
    fn merge_bodiless(&self, starts: &mut [bool]) {
        let has_body = |range: Range<usize>| {
            self.all[range]
                .iter()
                .any(|p| matches!(p.look, Look::Prose | Look::Dateline(_) | Look::Header(..)))
        };
        let mut first = 0;
        for (at, start) in starts.iter_mut().enumerate().skip(1).filter(|start| *start.1) {
            if has_body(first..at) {
                first = at;
            } else {
                *start = false;
            }
        }
        if first > 0
            && !has_body(first..self.all.len())
            && self.all[first..].iter().all(|p| is_separator(p.look))
        {
            starts[first] = false;
        }
    }
}
