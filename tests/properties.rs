//! Laws that hold for any bytes: nothing panics, spans are ordered and lie on characters inside
//! the text, and the same input gives the same output.
//!
//! Inputs are real-looking text (the structure of wire reports, letters, mail, Markdown) with
//! pieces cut out, doubled, swapped and overwritten by a generator with fixed seeds, so that a
//! failure can be run again.

use dateline::analysis::{Analysis, DocumentAnalysis, Options, analyse};
use dateline::document::{Split, TextKind, segment};
use dateline::gazetteer::Gazetteer;
use dateline::ingest::Source;
use dateline::span::Span;

/// Pieces with structure: each one wakes some rule of segmentation, dates, places or figures.
const PIECES: &[&str] = &[
    "Snow falls on Oslo\n\n",
    "By Ann Lee and Bo Berg\n\n",
    "OSLO (Meridian) – ",
    "BERGEN, Norway, (Meridian) – ",
    "RIGA, Latvia — ",
    "Snow fell on Monday. ",
    "It was the coldest day since 14 October 1966. ",
    "On April 5-7, ",
    "“We stay at home,” said Lt. Gen. J. K. Berg. ",
    "at 9 a.m. in the U.S. ",
    "about 1,300 people; $2.1 billion; 70 percent ",
    "from March to May 2014, two weeks ago, in mid-2014, the 1840s, ",
    "the third day, that autumn, 44 BC, ",
    "\n\n",
    "\n",
    "\r\n",
    "\u{c}",
    "====================\n",
    "* * *\n",
    "---\n",
    "Document 3 of 12\n",
    "Page 1 of 3\n",
    "From ann@example.org Mon Apr  3 10:00:00 2017\n",
    "From: Ann\nTo: Bo\nDate: 3 April 2017\nSubject: Snow\n\n",
    "# 1893\n",
    "## The siege\n\n",
    "title: Snow\ndate: 2017-04-03\n",
    "(Reporting by Ann Lee; Editing by Bo Berg)\n\n",
    "(This version of the story corrects the day)\n",
    "FILE PHOTO: A ship lies off Oslo. MERIDIAN/Ann Lee\n\n",
    "REAL COLD\n\n",
    "CHAPTER IV\n\n",
    "Paris, Texas; Moscow; the Tigris; Côte d’Ivoire; Sana’a ",
    "ÅÄÖ ßẞ ǅ ﬁ İı ",
    "戦争は終わった。平和が来た。",
    "الحرب",
    "\u{301}\u{200d}\u{feff}\u{ad}",
    "\u{1F600}",
    "'s ’s ' ’ “ ” (",
    ")",
    "[",
    "]",
    "31 February 2017 ",
    "99999999999999999999 ",
    "-",
    "–",
    "1.2.3.4.5",
    "1,2,3",
    "......",
    "!!?",
    "\t",
    " ",
];

/// A small generator (xorshift64*), so that the test needs no clock and no crate.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let value = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(value).unwrap_or(0) % below.max(1)
    }
}

fn input(seed: u64) -> Vec<u8> {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut bytes = Vec::new();
    for _ in 0..random.next(40) {
        bytes.extend_from_slice(PIECES[random.next(PIECES.len())].as_bytes());
    }
    for _ in 0..random.next(6) {
        if bytes.is_empty() {
            break;
        }
        let at = random.next(bytes.len());
        let end = at + random.next(bytes.len() - at);
        match random.next(5) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.extend_from_within(at..end),
            2 => bytes[at] = u8::try_from(random.next(256)).unwrap_or(0),
            3 => bytes[at..end].reverse(),
            _ => bytes.truncate(end.max(1)),
        }
    }
    bytes
}

fn check_span(text: &str, span: Span, what: &str) {
    assert!(span.end() <= text.len(), "{what}: {span:?} leaves the text of {} bytes", text.len());
    assert!(
        text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()),
        "{what}: {span:?} splits a character"
    );
}

/// Ascending and not overlapping, all inside `outer`.
fn check_order(text: &str, outer: Span, spans: impl Iterator<Item = Span>, what: &str) {
    let mut last = outer.start();
    for span in spans {
        check_span(text, span, what);
        assert!(!span.is_empty(), "{what}: {span:?} is empty");
        assert!(span.start() >= last, "{what}: {span:?} begins before {last}");
        last = span.end();
    }
    assert!(last <= outer.end(), "{what}: ends at {last}, outside {outer:?}");
}

fn check_document_model(text: &str, split: Split) {
    let mut last = 0;
    for document in segment(text, split, None) {
        check_span(text, document.span, "document");
        assert!(document.span.start() >= last && !document.span.is_empty());
        last = document.span.end();
        check_order(text, document.span, document.parts.iter().map(|p| p.span), "part");
        check_order(text, document.span, document.sentences.iter().map(|s| s.span), "sentence");
        check_order(text, document.span, document.tokens.iter().map(|t| t.span), "token");
        let mut next = 0;
        for sentence in &document.sentences {
            assert_eq!(sentence.first, next, "sentences take every token once");
            assert!(sentence.last > sentence.first);
            next = sentence.last;
            let part = document.parts[sentence.part as usize].span;
            assert!(part.contains(sentence.span));
            let tokens = document.tokens_of(sentence);
            assert_eq!(tokens[0].span.start(), sentence.span.start());
            assert_eq!(tokens[tokens.len() - 1].span.end(), sentence.span.end());
        }
        assert_eq!(next as usize, document.tokens.len());
        assert!(document.sentences.is_sorted_by_key(|s| (s.part, s.paragraph)));
        // what is not white space is in a token or in no part
        for part in &document.parts {
            let mut at = part.span.start();
            for token in document.tokens.iter().filter(|t| part.span.contains(t.span)) {
                let gap = &text[at..token.span.start()];
                assert!(gap.chars().all(is_blank), "{gap:?} is in no token");
                at = token.span.end();
            }
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '\u{FEFF}'
}

fn check_analysis(analysis: &Analysis) {
    let text = analysis.text.content.as_str();
    assert!(!text.contains('\r') && !text.starts_with('\u{FEFF}'));
    let whole = Span::new(0, text.len());
    check_order(text, whole, analysis.documents.iter().map(|d| d.span), "document");
    for document in &analysis.documents {
        check_mentions(text, document);
    }
}

fn check_mentions(text: &str, document: &DocumentAnalysis) {
    check_order(text, document.span, document.dates.iter().map(|m| m.span), "date");
    check_order(text, document.span, document.places.mentions.iter().map(|m| m.span), "place");
    check_order(text, document.span, document.sentences.iter().copied(), "sentence");
    for mention in &document.places.mentions {
        for candidate in &mention.candidates {
            assert!((candidate.place as usize) < document.places.table.len());
        }
    }
    for date in &document.dates {
        if let Some(interval) = date.value.interval {
            assert!(interval.earliest <= interval.latest, "{:?}", date.span.of(text));
        }
    }
    for event in &document.events {
        check_span(text, event.span, "event");
        assert!(event.when.earliest <= event.when.latest);
        assert!(event.date.is_none_or(|date| (date as usize) < document.dates.len()));
        assert!(event.scenes as usize <= event.places.len() && event.span.contains(event.clause));
        assert!(event.places.iter().all(|p| (*p as usize) < document.places.table.len()));
        assert!(event.actors.iter().all(|a| (*a as usize) < document.actors.len()));
        for figure in &event.figures {
            check_span(text, figure.span, "figure");
        }
    }
}

#[test]
fn any_bytes_are_analysed_soundly_and_alike() {
    let source = Source { name: "2017-04-26 any.txt".into(), modified: Some("2017-05-01".into()) };
    let core = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/gazetteer/core.bin")).ok();
    let gazetteer = core.map(|bytes| Gazetteer::load(bytes.into()).expect("the gazetteer file is whole"));
    for seed in 0..600 {
        let bytes = input(seed);
        let narrative = Options { kind: Some(TextKind::Narrative), split: Split::None, ..Options::default() };
        for options in [Options::default(), narrative] {
            let first = analyse(&source, &bytes, &options, gazetteer.as_ref(), &mut |_| {});
            check_analysis(&first);
            let second = analyse(&source, &bytes, &options, gazetteer.as_ref(), &mut |_| {});
            assert!(first == second, "seed {seed} differs from run to run");
        }
    }
}

#[test]
fn any_text_is_segmented_soundly() {
    for seed in 0..3000 {
        let bytes = input(seed);
        let text = String::from_utf8_lossy(&bytes);
        check_document_model(&text, Split::Auto);
        check_document_model(&text, Split::None);
    }
}

#[test]
fn progress_ascends_to_one() {
    let source = Source { name: "a.txt".into(), modified: None };
    let mut told = Vec::new();
    let _ =
        analyse(&source, b"Snow fell on Monday.", &Options::default(), None, &mut |share| told.push(share));
    assert!(told.is_sorted() && told.last().is_some_and(|last| (*last - 1.0).abs() < 1e-6), "{told:?}");
}
