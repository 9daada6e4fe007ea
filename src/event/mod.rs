//! What happened: the only phase that sees dates, places and actors together.
//!
//! Every date that names a time on the calendar and stands in a part that tells something (headline,
//! caption, body) gives one event: the sentence it stands in, a title cut from the clause around it,
//! the places named in that sentence, the actors named there. Two dates of one sentence that mean the
//! same stretch are one event.

pub mod figures;
pub mod title;

use crate::actor::Actor;
use crate::document::{Document, PartKind, Sentence};
use crate::span::Span;
use crate::timex::anchor::{Anchor, AnchorSource};
use crate::timex::{Basis, Dated, Grain, Interval, Mention, TimexKind};
use crate::toponym::{Places, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Something that happened at a time, told in one sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The sentence it is told in.
    pub span: Span,
    /// A short title cut from the sentence's own words.
    pub title: String,
    /// When.
    pub when: Interval,
    /// The canonical date string of `when`.
    pub edtf: String,
    /// The date mention it hangs on: index into the document's dates.
    pub date: u32,
    /// Whether the date was counted from an inferred publication day.
    pub inferred: bool,
    /// Where: indices into the document's place table, the scene first.
    pub places: Vec<u32>,
    /// Who: indices into the document's actors.
    pub actors: Vec<u32>,
    /// How many, how much.
    pub figures: Vec<Figure>,
    /// 0 to 1: what heads the timeline when there is little room.
    pub importance: f32,
}

/// A number told with an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The words.
    pub span: Span,
    /// What is counted: `killed`, `wounded`, `displaced`, `money` …
    pub unit: String,
    /// Lower bound, where the words give one.
    pub min: Option<f64>,
    /// Upper bound, where the words give one.
    pub max: Option<f64>,
}

/// Assembles the events of one document, in the order told.
#[must_use]
pub fn assemble(
    text: &str,
    document: &Document,
    dates: &[Mention<Dated>],
    anchor: &Anchor,
    places: &Places,
    actors: &[Actor],
) -> Vec<Event> {
    let lead = document.sentences.iter().position(|s| document.part_of(s) == PartKind::Body);
    let headline = document.headline();
    let headline_words = headline.map_or_else(BTreeSet::new, |h| content_words(h.of(text)));
    let mut events: Vec<Event> = Vec::new();
    for (index, date) in dates.iter().enumerate() {
        let (Some(when), Some(edtf)) = (date.value.interval, &date.value.edtf) else { continue };
        if !matches!(date.value.kind, TimexKind::Date | TimexKind::Time) {
            continue;
        }
        // the last end of a stretch is told with the first
        if index.checked_sub(1).is_some_and(|first| dates[first].value.through) {
            continue;
        }
        let Some(number) = sentence_at(document, date.span) else { continue };
        let sentence = &document.sentences[number];
        if !tells(document.part_of(sentence)) {
            continue;
        }
        let told_already = |e: &Event| e.span == sentence.span && e.when == when;
        if events.iter().rev().take_while(|e| e.span == sentence.span).any(told_already) {
            continue;
        }
        let words = content_words(sentence.span.of(text));
        let shared = words.intersection(&headline_words).count();
        let leads = Some(number) == lead && !events.iter().any(|e| e.span == sentence.span);
        let title = match headline {
            // the lead tells what the headline is about: the wire's own title is the better one
            Some(headline) if leads && shared >= 2 => title::shorten(headline.of(text), usize::MAX),
            _ => title::of(text, document, sentence, date.span),
        };
        events.push(Event {
            span: sentence.span,
            title,
            when,
            edtf: edtf.clone(),
            date: index as u32,
            inferred: date.value.basis == Basis::Anchor && anchor.how == AnchorSource::Inferred,
            places: scene(sentence.span, date.span, places),
            actors: named(sentence.span, actors),
            figures: figures::find(text, document.tokens_of(sentence), &dates_in(sentence.span, dates)),
            importance: importance(&Signals {
                leads,
                part: document.part_of(sentence),
                depth: lead.map_or(0, |lead| number.saturating_sub(lead)),
                headline_share: shared as f32 / headline_words.len().max(1) as f32,
                grain: when.grain,
            }),
        });
    }
    events
}

/// Whether a part tells of something that happened.
fn tells(part: PartKind) -> bool {
    matches!(part, PartKind::Headline | PartKind::Caption | PartKind::FilePhoto | PartKind::Body)
}

/// The sentence that holds `span`; sentences ascend.
fn sentence_at(document: &Document, span: Span) -> Option<usize> {
    let after = document.sentences.partition_point(|s| s.span.end() <= span.start());
    document.sentences.get(after).filter(|s: &&Sentence| s.span.overlaps(span)).map(|_| after)
}

/// The spans of the dates of one sentence; `dates` ascend.
fn dates_in(sentence: Span, dates: &[Mention<Dated>]) -> Vec<Span> {
    let from = dates.partition_point(|d| d.span.end() <= sentence.start());
    dates[from..].iter().map(|d| d.span).take_while(|d| d.start() < sentence.end()).collect()
}

/// The places named in the sentence as such, nearest to the date first; an adjective's country or a
/// capital that stands for its government is no scene.
fn scene(sentence: Span, date: Span, places: &Places) -> Vec<u32> {
    let from = places.mentions.partition_point(|m| m.span.end() <= sentence.start());
    let mut near: Vec<(usize, u32)> = places.mentions[from..]
        .iter()
        .take_while(|m| m.span.start() < sentence.end())
        .filter(|m| m.role == Role::Literal)
        .filter_map(|m| Some((distance(m.span, date), m.candidates.first()?.place)))
        .collect();
    crate::order::sort(&mut near);
    let mut seen = BTreeSet::new();
    near.retain(|(_, place)| seen.insert(*place));
    near.into_iter().map(|(_, place)| place).collect()
}

fn distance(a: Span, b: Span) -> usize {
    a.start().saturating_sub(b.end()).max(b.start().saturating_sub(a.end()))
}

/// The actors named in the sentence, in order of first mention in the document.
fn named(sentence: Span, actors: &[Actor]) -> Vec<u32> {
    let in_sentence = |actor: &Actor| {
        let from = actor.mentions.partition_point(|m| m.end() <= sentence.start());
        actor.mentions.get(from).is_some_and(|m| m.overlaps(sentence))
    };
    actors.iter().enumerate().filter(|(_, a)| in_sentence(a)).map(|(i, _)| i as u32).collect()
}

/// Words of four letters and more in lower case: enough to tell whether two lines speak of the same.
fn content_words(words: &str) -> BTreeSet<String> {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() >= 4)
        .map(str::to_lowercase)
        .collect()
}

/// What [`importance`] weighs.
struct Signals {
    leads: bool,
    part: PartKind,
    /// Sentences since the lead.
    depth: usize,
    /// Share of the headline's words that the sentence repeats, 0 to 1.
    headline_share: f32,
    grain: Grain,
}

/// 0 to 1. The weights are a first judgement of newswire: the lead tells the news, what follows
/// fades with its distance, what repeats the headline matters, a day matters more than a decade.
fn importance(signals: &Signals) -> f32 {
    let position = match signals.part {
        PartKind::Headline => 1.0,
        PartKind::Caption => 0.5,
        PartKind::FilePhoto => 0.3,
        _ if signals.leads => 1.0,
        _ => 0.6 / (1.0 + signals.depth as f32 / 12.0),
    };
    let precision = match signals.grain {
        Grain::Time | Grain::Day => 1.0,
        Grain::Week | Grain::Month => 0.7,
        Grain::Season | Grain::Year => 0.4,
        Grain::Decade | Grain::Century | Grain::Millennium => 0.2,
    };
    (0.55 * position + 0.25 * signals.headline_share.min(1.0) + 0.2 * precision).clamp(0.0, 1.0)
}
