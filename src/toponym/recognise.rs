//! Which hits are place mentions at all: evidence is read off the words around, weighed and summed.
//!
//! The model is a logistic regression over the features below: a table of weights that a person can
//! read, fitted on the development sets' decisions, with no word of theirs in it.

use std::collections::BTreeMap;

use super::scan::{Hit, Reader};
use super::weights::{RECOGNISE, THRESHOLD};
use crate::actor::cue::{self, Cue};
use crate::actor::{Actor, ActorKind};
use crate::document::{PartKind, Shape};
use crate::gazetteer::{Feature, NameKind};
use crate::span::Span;

/// How many features there are.
pub(crate) const FEATURES: usize = 88;
/// The feature that says "nothing but a demonym".
pub(crate) const DEMONYM: usize = 9;

/// What was seen around one hit.
#[derive(Debug, Clone)]
pub(crate) struct Evidence {
    /// The features' values, mostly 0 or 1.
    pub(crate) values: [f32; FEATURES],
    /// The sum of weights: over the threshold it is a mention.
    pub(crate) score: f32,
}

impl Evidence {
    /// Whether it is a place mention.
    pub(crate) fn is_mention(&self) -> bool {
        self.score > THRESHOLD
    }
}

/// Weighs every hit.
pub(crate) fn weigh(reader: &Reader<'_>, hits: &[Hit], actors: &[Actor], dates: &[Span]) -> Vec<Evidence> {
    let sentences = sentence_shapes(reader);
    let people = spans_of(actors, ActorKind::Person);
    let organisations = spans_of(actors, ActorKind::Organisation);
    let lower = lower_words(reader, hits);
    let mut all: Vec<[f32; FEATURES]> = hits
        .iter()
        .enumerate()
        .map(|(number, hit)| {
            let mut row = [0.0; FEATURES];
            let around = Around { reader, hits, number, hit };
            around.own(&mut row);
            around.context(&mut row);
            around.company(&mut row);
            let shape = sentences.get(hit.sentence).copied().unwrap_or_default();
            set(&mut row, 34, shape.title_case);
            set(&mut row, 33, shape.upper);
            set(&mut row, 35, covers(&people, hit.span));
            set(&mut row, 36, covers(&organisations, hit.span));
            set(&mut row, 40, hit.words == 1 && lower.contains_key(&hit.name));
            set(&mut row, 49, dates.iter().any(|d| d.overlaps(hit.span)));
            row
        })
        .collect();
    pool(hits, &mut all);
    all.iter_mut().for_each(cross);
    all.into_iter()
        .map(|values| {
            let score = values.iter().zip(RECOGNISE).map(|(value, weight)| value * weight).sum();
            Evidence { values, score }
        })
        .collect()
}

fn set(row: &mut [f32; FEATURES], feature: usize, holds: bool) {
    if let Some(value) = row.get_mut(feature) {
        *value = f32::from(u8::from(holds));
    }
}

fn put(row: &mut [f32; FEATURES], feature: usize, amount: f32) {
    if let Some(value) = row.get_mut(feature) {
        *value = amount;
    }
}

fn spans_of(actors: &[Actor], kind: ActorKind) -> Vec<Span> {
    let mut spans: Vec<Span> =
        actors.iter().filter(|a| a.kind == kind).flat_map(|a| a.mentions.iter().copied()).collect();
    spans.sort_unstable();
    spans
}

fn covers(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|s| s.start() <= span.start());
    spans.get(after.saturating_sub(3)..after).unwrap_or_default().iter().any(|s| s.overlaps(span))
        || spans.get(after).is_some_and(|s| s.overlaps(span))
}

#[derive(Debug, Clone, Copy, Default)]
struct SentenceShape {
    title_case: bool,
    upper: bool,
}

/// Headlines capitalise every word: there a capital says nothing.
fn sentence_shapes(reader: &Reader<'_>) -> Vec<SentenceShape> {
    let tokens = reader.tokens;
    tokens
        .document
        .sentences
        .iter()
        .map(|sentence| {
            let (mut high, mut low, mut upper) = (0_u32, 0_u32, 0_u32);
            for token in sentence.first as usize..sentence.last as usize {
                match tokens.shape(token) {
                    Shape::Capital => high += 1,
                    Shape::Upper => upper += 1,
                    Shape::Lower if tokens.word(token).len() > 3 => low += 1,
                    _ => {}
                }
            }
            SentenceShape {
                title_case: high >= 3 && high > 3 * low,
                upper: upper >= 4 && upper > 2 * (high + low),
            }
        })
        .collect()
}

/// Names that the document also writes as ordinary words.
fn lower_words(reader: &Reader<'_>, hits: &[Hit]) -> BTreeMap<u64, ()> {
    let common: BTreeMap<u64, ()> =
        hits.iter().filter(|h| h.words == 1 && h.class.common).map(|h| (h.name, ())).collect();
    if common.is_empty() {
        return BTreeMap::new();
    }
    let tokens = reader.tokens;
    tokens
        .document
        .tokens
        .iter()
        .filter(|t| t.shape == Shape::Lower)
        .map(|t| crate::gazetteer::key::Key::of(t.span.of(tokens.text)).hash())
        .filter(|hash| common.contains_key(hash))
        .map(|hash| (hash, ()))
        .collect()
}

struct Around<'a, 't> {
    reader: &'a Reader<'t>,
    hits: &'a [Hit],
    number: usize,
    hit: &'a Hit,
}

impl Around<'_, '_> {
    /// What the name is by itself.
    fn own(&self, row: &mut [f32; FEATURES]) {
        let gazetteer = self.reader.gazetteer;
        let hit = self.hit;
        put(row, 0, 1.0);
        set(row, 1, hit.words >= 2);
        let mut best = 0.0_f32;
        let mut primary = false;
        for &(kind, place) in &hit.names {
            primary |= kind == NameKind::Primary;
            if gazetteer.feature(place).is_settlement() && kind != NameKind::Demonym {
                let alias = if kind == NameKind::Primary { 0.0 } else { 4.0 };
                best = best.max(gazetteer.log_population(place) - alias);
            }
        }
        // the place that comes to mind first says what kind of name it is
        let options = super::resolve::own_options(gazetteer, hit);
        let (demonym_only, abbreviation_only) = options.first().map_or((false, false), |first| {
            let slot = match gazetteer.feature(first.place) {
                Feature::Country => 2,
                Feature::Continent | Feature::Region => 3,
                Feature::Admin1 => 4,
                Feature::Admin2 => 5,
                Feature::Capital => 6,
                Feature::Water | Feature::Land => 48,
                Feature::District => 50,
                Feature::Airport => 51,
                Feature::City => 52,
            };
            let demonym = first.kind == NameKind::Demonym;
            set(row, slot, !demonym);
            (demonym, first.kind == NameKind::Abbreviation)
        });
        put(row, 7, best / 20.0);
        set(row, 53, best > 16.6);
        let known = options.first().is_some_and(|first| {
            first.kind == NameKind::Abbreviation
                && matches!(gazetteer.feature(first.place), Feature::Country | Feature::Region)
        });
        set(row, 85, known);
        set(row, 86, options.first().is_some_and(|first| first.kind == NameKind::Skeleton));
        set(row, 82, best > 19.9);
        set(row, 83, best < 12.3);
        set(row, 84, options.first().is_some_and(|first| first.kind == NameKind::Alias));
        set(row, 8, primary);
        set(row, 9, demonym_only);
        set(row, 10, abbreviation_only);
        set(row, 11, hit.class.common);
        set(row, 14, hit.class.given);
        set(row, 15, hit.class.surname);
        set(row, 32, self.word(0).len() <= 3 && hit.words == 1);
        put(row, 43, (hit.names.len() as f32).ln());
        set(row, 54, self.reader.tokens.shape(hit.first) == Shape::Upper);
    }

    fn word(&self, offset: usize) -> &str {
        self.reader.tokens.word(self.hit.first + offset)
    }

    /// The words before and after.
    fn context(&self, row: &mut [f32; FEATURES]) {
        let tokens = self.reader.tokens;
        let hit = self.hit;
        let sentence = tokens.document.sentences.get(hit.sentence);
        let (begin, end) = sentence.map_or((0, 0), |s| (s.first as usize, s.last as usize));
        let initial = hit.first == begin
            || (hit.first > 0
                && matches!(tokens.before(hit.first), "\"" | "“" | "'" | "‘" | "•" | "*" | ":"));
        set(row, 13, initial);
        set(row, 12, initial && hit.class.common);
        let mut before = hit.first;
        let article = before >= 2 && hit.span.start() < tokens.span(hit.first, hit.first + 1).start();
        if article {
            before -= 2;
        }
        let mut the = false;
        if before > begin && tokens.before(before).eq_ignore_ascii_case("the") {
            the = true;
            before -= 1;
        }
        set(row, 19, the);
        if before > begin {
            let word = tokens.word(before - 1);
            let cue = cue::of(word);
            if cue == Cue::Direction {
                set(row, 47, true);
                before -= 1;
            }
            let cue = if before > begin { cue::of(tokens.word(before - 1)) } else { Cue::None };
            set(row, 17, cue == Cue::Locative);
            set(row, 18, cue == Cue::Of);
            set(row, 55, cue == Cue::Movement);
            set(row, 20, cue == Cue::Title);
            set(row, 21, cue == Cue::And);
            set(row, 56, cue == Cue::PlaceNoun);
            set(row, 57, cue == Cue::Organisation);
            let previous = before.wrapping_sub(1);
            let high = before > begin && tokens.is_high(previous) && tokens.shape(previous) != Shape::Mark;
            let hit_before =
                self.number > 0 && self.hits.get(self.number - 1).is_some_and(|h| h.last == hit.first);
            set(row, 45, hit_before);
            if high && !hit_before && cue != Cue::Direction {
                let opener = previous == begin && crate::actor::is_function_word(tokens.word(previous));
                let class = self.reader.gazetteer.word(crate::gazetteer::key::Key::of(tokens.word(previous)));
                set(row, 16, class.given);
                set(
                    row,
                    22,
                    !opener
                        && !class.given
                        && !matches!(cue, Cue::Locative | Cue::Movement | Cue::Of | Cue::The | Cue::And),
                );
            }
            set(row, 44, before > begin && tokens.is_hyphen(previous));
        }
        let next = tokens.word(hit.last);
        if hit.last < end {
            let cue = cue::of(next);
            let high = tokens.is_high(hit.last);
            let next_hit = self.hits.get(self.number + 1).is_some_and(|h| h.first == hit.last);
            set(row, 23, high && !next_hit && matches!(cue, Cue::None | Cue::The | Cue::Title));
            set(row, 24, high && cue == Cue::Organisation);
            set(row, 37, high && cue == Cue::Street);
            set(row, 58, high && cue::is_paper(next));
            set(row, 59, high && cue == Cue::PlaceNoun);
            set(row, 25, cue == Cue::Speech);
            set(row, 26, matches!(next, "'s" | "’s" | "'" | "’"));
            set(row, 31, tokens.shape(hit.last) == Shape::Lower);
            set(row, 42, tokens.shape(hit.last) == Shape::Digits);
            set(row, 46, !high && cue == Cue::PlaceNoun);
            set(row, 60, cue == Cue::Associate);
            set(row, 61, tokens.is_hyphen(hit.last));
            set(row, 62, high && next_hit);
        }
        let part = sentence.map_or(PartKind::Body, |s| tokens.document.part_of(s));
        // "PARIS -- " at the head of a paragraph
        let dash = |token: usize| matches!(tokens.word(token), "-" | "–" | "—") && !tokens.is_hyphen(token);
        let dashed = tokens.shape(hit.first) == Shape::Upper && initial && (hit.last..hit.last + 5).any(dash);
        set(row, 30, part == PartKind::Dateline || dashed);
        set(row, 41, matches!(part, PartKind::Byline | PartKind::Credits));
    }

    /// Names beside it: "Paris, Texas"; "Kenya, Uganda and Tanzania".
    fn company(&self, row: &mut [f32; FEATURES]) {
        let after = self.hits.get(self.number + 1).filter(|h| self.joined(self.hit, h));
        let before =
            self.number.checked_sub(1).and_then(|n| self.hits.get(n)).filter(|h| self.joined(h, self.hit));
        set(row, 27, after.is_some());
        set(row, 29, before.is_some());
        set(
            row,
            28,
            after.is_some_and(|outer| super::resolve::is_inside(self.reader.gazetteer, self.hit, outer)),
        );
        set(
            row,
            63,
            before.is_some_and(|inner| super::resolve::is_inside(self.reader.gazetteer, inner, self.hit)),
        );
    }

    /// Whether nothing but a comma, bracket, slash or "and" stands between two hits of one sentence.
    fn joined(&self, one: &Hit, other: &Hit) -> bool {
        one.sentence == other.sentence
            && other.first == one.last + 1
            && matches!(self.reader.tokens.word(one.last), "," | "(" | "/" | "and" | "or" | ";")
    }
}

/// What a name that everybody knows can bear: the same evidence again, for strong names alone.
fn cross(row: &mut [f32; FEATURES]) {
    const STRONG: [usize; 6] = [2, 3, 4, 6, 9, 53];
    const AGAIN: [usize; 18] = [11, 13, 14, 15, 16, 20, 22, 23, 24, 25, 32, 34, 35, 36, 38, 39, 10, 61];
    let strong = STRONG.iter().any(|&f| row.get(f).is_some_and(|v| *v > 0.0));
    if strong {
        for (number, feature) in AGAIN.into_iter().enumerate() {
            let value = row.get(feature).copied().unwrap_or(0.0);
            put(row, 64 + number, value);
        }
    }
}

/// One sense per document: what speaks for or against a name anywhere speaks everywhere, a little.
fn pool(hits: &[Hit], rows: &mut [[f32; FEATURES]]) {
    const FOR: [usize; 4] = [17, 28, 30, 47];
    const AGAINST: [usize; 4] = [16, 20, 25, 35];
    let mut sums: BTreeMap<u64, (f32, f32, f32)> = BTreeMap::new();
    let any = |row: &[f32; FEATURES], of: &[usize]| {
        f32::from(u8::from(of.iter().any(|&f| row.get(f).is_some_and(|v| *v > 0.0))))
    };
    for (hit, row) in hits.iter().zip(rows.iter()) {
        let sum = sums.entry(hit.name).or_default();
        *sum = (sum.0 + 1.0, sum.1 + any(row, &FOR), sum.2 + any(row, &AGAINST));
    }
    for (hit, row) in hits.iter().zip(rows.iter_mut()) {
        let Some(&(count, good, bad)) = sums.get(&hit.name) else { continue };
        let others = (count - 1.0).max(1.0);
        put(row, 38, (good - any(row, &FOR)) / others);
        put(row, 39, (bad - any(row, &AGAINST)) / others);
    }
}
