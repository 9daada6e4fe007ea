//! A document as labelled blocks of highlighted segments, its text as it was.

use super::dated::is_adrift;
use super::search::Query;
use crate::actor::ActorKind;
use crate::analysis::{Analysis, DocumentAnalysis};
use crate::document::PartKind;
use crate::span::Span;

/// What a highlighted segment is; the number is its index in the document's list of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marked {
    /// A date.
    Date(u32),
    /// A place.
    Place(u32),
    /// A person.
    Person(u32),
    /// An organisation.
    Organisation(u32),
}

impl Marked {
    /// Where it stands; of a person or an organisation, where it stands first.
    #[must_use]
    pub fn span(self, document: &DocumentAnalysis) -> Option<Span> {
        match self {
            Self::Date(index) => document.dates.get(index as usize).map(|date| date.span),
            Self::Place(index) => document.places.mentions.get(index as usize).map(|place| place.span),
            Self::Person(index) | Self::Organisation(index) => {
                document.actors.get(index as usize)?.mentions.first().copied()
            }
        }
    }

    /// What is of the same sort and stands at `span` in another analysis of the document, where it may have
    /// another number.
    #[must_use]
    pub fn again(self, document: &DocumentAnalysis, span: Span) -> Option<Self> {
        let at = match self {
            Self::Date(_) => document.dates.iter().position(|date| date.span == span),
            Self::Place(_) => document.places.mentions.iter().position(|place| place.span == span),
            Self::Person(_) | Self::Organisation(_) => {
                document.actors.iter().position(|actor| actor.mentions.contains(&span))
            }
        };
        let at = u32::try_from(at?).ok()?;
        Some(match self {
            Self::Date(_) => Self::Date(at),
            Self::Place(_) => Self::Place(at),
            Self::Person(_) | Self::Organisation(_) => match document.actors.get(at as usize)?.kind {
                ActorKind::Person => Self::Person(at),
                ActorKind::Organisation => Self::Organisation(at),
            },
        })
    }
}

/// Why a mention deserves a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A name the gazetteer does not hold.
    Unplaced,
    /// A date that nothing in the document puts on the calendar.
    Adrift,
    /// A date that was refused, or may mean another; the line says why.
    Warned(String),
}

/// A stretch of text that is one mention, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The characters as they stand in the file.
    pub text: String,
    /// Where what they are a piece of stands: a mention, or the words between two.
    pub span: Span,
    /// Where they begin.
    pub from: usize,
    /// The mention they are.
    pub marked: Option<Marked>,
    /// Why they deserve a second look.
    pub doubt: Option<Doubt>,
    /// Whether they stand in the sentence that tells the selected event.
    pub told: bool,
    /// Whether they are words that are searched for.
    pub hit: bool,
}

impl Segment {
    /// Whether a step (see [`next_stop`]) to byte `stop` leads to it.
    #[must_use]
    pub fn here(&self, stop: usize) -> bool {
        self.from == stop && (self.hit || self.marked.is_some())
    }
}

/// A paragraph of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the part is.
    pub kind: PartKind,
    /// The paragraph.
    pub span: Span,
    /// Whether its line ends carry meaning (verse, a table, an address) and must be kept.
    pub lines: bool,
    /// Whether it is the first of its part.
    pub first: bool,
}

/// What stands in the margin beside a part; empty where its look says it.
#[must_use]
pub fn margin_label(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Headline => "Headline",
        PartKind::Caption => "Caption",
        PartKind::FilePhoto => "File photo",
        PartKind::Byline => "Byline",
        PartKind::Dateline => "Dateline",
        PartKind::Header => "Header",
        PartKind::Body => "",
        PartKind::Subhead => "Sub-head",
        PartKind::Credits => "Credits",
        PartKind::Correction => "Correction",
    }
}

/// The paragraphs of a document, ascending. A dateline stays on the line of the body it opens.
#[must_use]
pub fn blocks(text: &str, document: &DocumentAnalysis) -> Vec<Block> {
    let mut out = Vec::new();
    let whole = [crate::document::Part { kind: PartKind::Body, span: document.span }];
    let parts = if document.parts.is_empty() { &whole[..] } else { &document.parts };
    for part in parts {
        let mut first = true;
        for span in paragraphs(text, part.span) {
            out.push(Block { kind: part.kind, span, lines: keeps_lines(span.of(text)), first });
            first = false;
        }
    }
    out
}

/// The pieces of `text` inside `span` between blank lines, without surrounding white space.
fn paragraphs(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = span.start();
    let mut push = |from: usize, to: usize| {
        let piece = Span::new(from, to).trim(text);
        if !piece.is_empty() {
            out.push(piece);
        }
    };
    let mut line = span.start();
    for piece in span.of(text).split_inclusive('\n') {
        if piece.trim().is_empty() {
            push(start, line);
            start = line + piece.len();
        }
        line += piece.len();
    }
    push(start, span.end());
    out
}

/// Lines shorter than a wrapped line would be, more than one of them: the breaks are meant.
fn keeps_lines(paragraph: &str) -> bool {
    const WRAPPED: usize = 50;
    let mut lines = paragraph.lines().peekable();
    let mut short = 0;
    let mut all = 0;
    while let Some(line) = lines.next() {
        // the last line of a wrapped paragraph is short by chance
        if lines.peek().is_some() {
            all += 1;
            short += usize::from(line.trim().chars().count() < WRAPPED);
        }
    }
    all > 0 && short * 2 >= all
}

/// Every mention of a document, ascending, none lying on another: dates win over places, places over
/// people and organisations, as the engine's phases do.
#[must_use]
pub fn mentions(document: &DocumentAnalysis) -> Vec<(Span, Marked)> {
    let mut all: Vec<(Span, Marked)> = Vec::new();
    all.extend(document.dates.iter().zip(0..).map(|(date, index)| (date.span, Marked::Date(index))));
    all.extend(
        document.places.mentions.iter().zip(0..).map(|(place, index)| (place.span, Marked::Place(index))),
    );
    for (actor, index) in document.actors.iter().zip(0..) {
        let marked = match actor.kind {
            ActorKind::Person => Marked::Person(index),
            ActorKind::Organisation => Marked::Organisation(index),
        };
        all.extend(actor.mentions.iter().map(|span| (*span, marked)));
    }
    all.retain(|(span, _)| !span.is_empty());
    let all = super::sorted(all, &|a, b| (a.0.start(), a.1).cmp(&(b.0.start(), b.1)));
    let mut out: Vec<(Span, Marked)> = Vec::with_capacity(all.len());
    for (span, marked) in all {
        match out.last_mut() {
            Some((last, kept)) if last.overlaps(span) => {
                if rank(marked) < rank(*kept) {
                    (*last, *kept) = (span, marked);
                }
            }
            _ => out.push((span, marked)),
        }
    }
    out
}

fn rank(marked: Marked) -> u8 {
    match marked {
        Marked::Date(_) => 0,
        Marked::Place(_) => 1,
        Marked::Person(_) | Marked::Organisation(_) => 2,
    }
}

/// One block cut at its mentions, at the ends of the sentence `told` and at the words searched for; together the
/// segments are the block's text. `mentions` is what [`mentions`] answered for the document.
#[must_use]
pub fn segments(
    analysis: &Analysis,
    document: &DocumentAnalysis,
    mentions: &[(Span, Marked)],
    block: Span,
    told: Option<Span>,
    query: &Query,
) -> Vec<Segment> {
    let text = &analysis.text.content;
    let told = told.unwrap_or_default();
    let hits = found(text, block, query);
    let mut edges: Vec<usize> = hits.iter().flat_map(|hit| [hit.start(), hit.end()]).collect();
    edges.extend([told.start(), told.end()]);
    crate::order::sort(&mut edges);
    let mut out = Vec::new();
    let mut push = |span: Span, marked: Option<Marked>, doubt: Option<Doubt>| {
        let mut from = span.start();
        let inside = edges.iter().copied().filter(|at| span.start() < *at && *at < span.end());
        for to in inside.chain([span.end()]) {
            let piece = Span::new(from, to);
            from = to;
            if !piece.is_empty() {
                out.push(Segment {
                    text: piece.of(text).to_owned(),
                    span,
                    from: piece.start(),
                    marked,
                    doubt: doubt.clone(),
                    told: told.contains(piece),
                    hit: hits.iter().any(|hit| hit.contains(piece)),
                });
            }
        }
    };
    let mut at = block.start();
    let first = mentions.partition_point(|(span, _)| span.end() <= block.start());
    for (span, marked) in mentions[first..].iter().take_while(|(span, _)| span.start() < block.end()) {
        let inside = Span::new(span.start().max(at), span.end().min(block.end()));
        if inside.is_empty() {
            continue;
        }
        push(Span::new(at, inside.start()), None, None);
        push(inside, Some(*marked), doubt(document, *marked));
        at = inside.end();
    }
    push(Span::new(at, block.end()), None, None);
    out
}

/// Where the words searched for stand in a block, ascending.
#[must_use]
pub fn found(text: &str, block: Span, query: &Query) -> Vec<Span> {
    if query.is_empty() {
        return Vec::new();
    }
    let at = block.start();
    query.found_in(block.of(text)).into_iter().map(|hit| Span::new(at + hit.start, at + hit.end)).collect()
}

/// The next thing of interest behind byte `from`, or the last one before it: the words searched for, or where
/// nothing is searched for, the mentions; without `from`, the first. `None` at the end.
#[must_use]
pub fn next_stop(
    text: &str,
    blocks: &[Block],
    mentions: &[(Span, Marked)],
    query: &Query,
    from: Option<usize>,
    forward: bool,
) -> Option<(Span, Option<Marked>)> {
    let is_next = |span: &Span| from.is_none_or(|from| span.start() > from);
    let (behind, before) = (from.map_or(0, |from| from + 1), from.unwrap_or_default());
    if query.is_empty() {
        let found = if forward {
            mentions.get(mentions.partition_point(|(span, _)| span.start() < behind))
        } else {
            mentions.get(mentions.partition_point(|(span, _)| span.start() < before).checked_sub(1)?)
        };
        return found.map(|(span, marked)| (*span, Some(*marked)));
    }
    let hits = |block: &Block| found(text, block.span, query);
    let hit = if forward {
        let rest = &blocks[blocks.partition_point(|block| block.span.end() < behind)..];
        rest.iter().find_map(|block| hits(block).into_iter().find(is_next))
    } else {
        let above = &blocks[..blocks.partition_point(|block| block.span.start() < before)];
        above.iter().rev().find_map(|block| hits(block).into_iter().rev().find(|hit| hit.start() < before))
    };
    hit.map(|span| (span, None))
}

/// Why a mention deserves a second look.
fn doubt(document: &DocumentAnalysis, marked: Marked) -> Option<Doubt> {
    match marked {
        Marked::Date(index) => {
            let date = &document.dates.get(index as usize)?.value;
            let adrift = || is_adrift(date).then_some(Doubt::Adrift);
            date.warning.clone().map(Doubt::Warned).or_else(adrift)
        }
        Marked::Place(index) => {
            let mention = document.places.mentions.get(index as usize)?;
            document.places.resolved(mention).is_none().then_some(Doubt::Unplaced)
        }
        Marked::Person(_) | Marked::Organisation(_) => None,
    }
}

/// About how high a block will stand, in pixels, with `columns` characters on a line of `line` pixels.
#[must_use]
pub fn block_height(text: &str, block: &Block, columns: usize, line: f64) -> f64 {
    let words = block.span.of(text);
    let lines: usize = if block.lines {
        words.lines().map(|l| l.len().div_ceil(columns.max(1)).max(1)).sum()
    } else {
        words.len().div_ceil(columns.max(1)).max(1)
    };
    (lines as f64 + 0.8) * line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::analysis::{Options, analyse};
    use crate::document::Part;
    use crate::ingest::Source;

    fn analysis(text: &str) -> Analysis {
        let source = Source { name: "test.txt".into(), modified: None };
        let options = Options { split: crate::document::Split::None, ..Options::default() };
        analyse(&source, text.as_bytes(), &options, None, &mut |_| {})
    }

    #[test]
    fn segments_give_the_text_back() {
        let text = "The mayor of Löbau spoke on Monday.";
        let mut analysis = analysis(text);
        let document = &mut analysis.documents[0];
        let span = |words: &str| {
            let start = text.find(words).expect("words of the text");
            Span::new(start, start + words.len())
        };
        document.dates.clear();
        document.places = crate::toponym::Places::default();
        document.places.mentions.push(crate::toponym::PlaceMention {
            span: span("Löbau"),
            role: crate::toponym::Role::Literal,
            candidates: Vec::new(),
            placed: false,
            rule: String::new(),
            why: String::new(),
        });
        document.actors = vec![Actor {
            name: "The mayor of Löbau".into(),
            kind: ActorKind::Person,
            aliases: Vec::new(),
            role: None,
            mentions: vec![span("mayor of Löbau")],
        }];
        let document = &analysis.documents[0];
        let found = mentions(document);
        assert_eq!(found, [(span("Löbau"), Marked::Place(0))], "the place wins over the person around it");
        let cut = segments(&analysis, document, &found, Span::new(0, text.len()), None, &Query::default());
        let words: Vec<_> =
            cut.iter().map(|s| (s.text.as_str(), s.marked.is_some(), s.doubt.is_some())).collect();
        assert_eq!(
            words,
            [("The mayor of ", false, false), ("Löbau", true, true), (" spoke on Monday.", false, false)]
        );
        let inside = segments(&analysis, document, &found, span("of Löb"), None, &Query::default());
        assert_eq!(inside.iter().map(|s| s.text.as_str()).collect::<String>(), "of Löb");
        let told = segments(
            &analysis,
            document,
            &found,
            Span::new(0, text.len()),
            Some(span("Löbau spoke")),
            &Query::default(),
        );
        let words: Vec<_> = told.iter().map(|s| (s.text.as_str(), s.told)).collect();
        assert_eq!(
            words,
            [("The mayor of ", false), ("Löbau", true), (" spoke", true), (" on Monday.", false)]
        );
    }

    #[test]
    fn words_searched_for_are_cut_out_and_stepped_through() {
        let text = "The mill stood by the Mill Race.\n\nNobody went there.\n\nA mill burned in May 2016.";
        let analysis = analysis(text);
        let document = &analysis.documents[0];
        let (found, blocks) = (mentions(document), blocks(text, document));
        let query = Query::parse("mill");
        let cut = segments(&analysis, document, &found, blocks[0].span, None, &query);
        let hits: Vec<_> = cut.iter().filter(|s| s.hit).map(|s| s.text.as_str()).collect();
        assert_eq!(hits, ["mill", "Mill"]);
        assert_eq!(cut.iter().map(|s| s.text.as_str()).collect::<String>(), blocks[0].span.of(text));
        let step = |from, forward, query: &Query| {
            next_stop(text, &blocks, &found, query, from, forward)
                .map(|(span, marked)| (span.start(), span.of(text), marked.is_some()))
        };
        let second = text.find("Mill").expect("a word of the text");
        let third = text.rfind("mill").expect("a word of the text");
        assert_eq!(step(None, true, &query), Some((4, "mill", false)));
        assert_eq!(step(Some(4), true, &query), Some((second, "Mill", false)));
        assert_eq!(step(Some(second), true, &query), Some((third, "mill", false)));
        assert_eq!(step(Some(third), true, &query), None);
        assert_eq!(step(Some(third), false, &query), Some((second, "Mill", false)));
        let nothing = Query::default();
        let may = text.find("May").expect("a word of the text");
        assert_eq!(step(None, true, &nothing), Some((may, "May 2016", true)));
        assert_eq!((step(Some(may), true, &nothing), step(None, false, &nothing)), (None, None));
    }

    #[test]
    fn dates_that_deserve_a_second_look_say_so() {
        let text = "They met on 31 February 2016, on a Tuesday and on 3 March 2016.";
        let analysis = analysis(text);
        let document = &analysis.documents[0];
        let found = mentions(document);
        let cut = segments(&analysis, document, &found, Span::new(0, text.len()), None, &Query::default());
        let doubt = |words: &str| {
            let segment = cut.iter().find(|s| s.text.contains(words)).expect("the words are a segment");
            segment.doubt.clone()
        };
        assert!(matches!(doubt("31 February"), Some(Doubt::Warned(line)) if line.contains("31")));
        assert_eq!((doubt("3 March"), doubt("They met")), (None, None));
        let checks = crate::view::dated::checks(text, document);
        assert_eq!(checks.iter().map(|c| c.quote.as_str()).collect::<Vec<_>>(), ["31 February 2016"]);
    }

    #[test]
    fn parts_become_paragraphs() {
        let text = "A title\n\nFirst paragraph.\n\n\nSecond paragraph,\nshort lines\nkept.";
        let mut analysis = analysis(text);
        let document = &mut analysis.documents[0];
        document.parts = vec![
            Part { kind: PartKind::Headline, span: Span::new(0, 7) },
            Part { kind: PartKind::Body, span: Span::new(9, text.len()) },
        ];
        let found = blocks(text, document);
        let told: Vec<_> = found.iter().map(|b| (b.kind, b.span.of(text), b.lines, b.first)).collect();
        assert_eq!(
            told,
            [
                (PartKind::Headline, "A title", false, true),
                (PartKind::Body, "First paragraph.", false, true),
                (PartKind::Body, "Second paragraph,\nshort lines\nkept.", true, false),
            ]
        );
        analysis.documents[0].parts.clear();
        assert_eq!(blocks(text, &analysis.documents[0]).len(), 3, "a text without parts is all body");
    }

    #[test]
    fn wrapped_prose_flows_and_verse_keeps_its_lines() {
        let prose =
            "a line of prose that was wrapped by whoever typed it, at about\n".repeat(4) + "and ends.";
        assert!(!keeps_lines(&prose));
        assert!(keeps_lines("Sing, O goddess,\nthe anger\nof a man."));
        assert!(!keeps_lines("One line only."));
    }
}
