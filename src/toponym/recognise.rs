//! Which hits are place mentions at all: evidence is read off the words around, weighed and summed.
//!
//! The model is a logistic regression over the features below: a table of weights that a person can
//! read, fitted on the development sets' decisions, with no word of theirs in it.

use std::collections::{BTreeMap, BTreeSet};

use super::resolve::Choice;
use super::scan::{Hit, Reader};
use super::weights::{RECOGNISE, THRESHOLD};
use super::{acting, sign};
use crate::actor::cue::{self, Cue};
use crate::actor::{Actor, ActorKind};
use crate::document::{PartKind, Shape};
use crate::gazetteer::{Feature, NameKind};
use crate::span::Span;

/// How many features there are.
pub(crate) const FEATURES: usize = sign::COUNT;

/// The least sum of a residence or ministry: "the Kremlin" is one, whatever stands around it.
const SEAT: f32 = 3.0;

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
///
/// `options` are the hits' [`own_options`](super::resolve::own_options).
pub(crate) fn weigh(
    reader: &Reader<'_>,
    hits: &[Hit],
    options: &[Vec<Choice>],
    actors: &[Actor],
    dates: &[Span],
) -> Vec<Evidence> {
    let sentences = sentence_shapes(reader);
    let people = spans_of(actors, ActorKind::Person);
    let full: Vec<Span> =
        people.iter().copied().filter(|span| span.of(reader.tokens.text).contains(' ')).collect();
    let organisations = spans_of(actors, ActorKind::Organisation);
    let known = known_of(actors);
    let surnames = surnames(actors);
    let lower = lower_words(reader, hits);
    let mut all: Vec<[f32; FEATURES]> = hits
        .iter()
        .enumerate()
        .map(|(number, hit)| {
            let mut row = [0.0; FEATURES];
            let around = Around { reader, hits, number, hit };
            around.own(options.get(number).and_then(|own| own.first()), &mut row);
            around.context(&mut row);
            around.company(&mut row);
            let shape = sentences.get(hit.sentence).copied().unwrap_or_default();
            set(&mut row, sign::TITLE_CASE, shape.title_case);
            set(&mut row, sign::UPPER_SENTENCE, shape.upper);
            set(&mut row, sign::IN_PERSON, covers(&people, hit.span));
            set(&mut row, sign::IN_ORGANISATION, covers(&organisations, hit.span));
            set(&mut row, sign::ALSO_LOWER, hit.words == 1 && lower.contains_key(&hit.name));
            // a country or a great city is still meant by its name beside somebody of that name
            let great = [sign::COUNTRY, sign::REGION, sign::CAPITAL, sign::GREAT].map(|sign| row[sign] > 0.0);
            let alone = hit.words == 1 && surnames.contains(reader.tokens.word(hit.first));
            set(&mut row, sign::SURNAME_HERE, alone && !great.contains(&true));
            set(&mut row, sign::IN_DATE, dates.iter().any(|d| d.overlaps(hit.span)));
            row
        })
        .collect();
    pool(hits, &mut all);
    all.iter_mut().for_each(cross);
    all.into_iter()
        .zip(hits.iter().zip(options))
        .map(|(values, (hit, options))| {
            let holds = |feature: usize| values.get(feature).is_some_and(|value| *value > 0.0);
            let seat = (holds(sign::AFTER_THE) || hit.words > 1)
                && options.first().is_some_and(|best| best.facts.feature == Feature::District)
                && !reader.tokens.is_high(hit.last)
                && acting::is_seat(hit.span.of(reader.tokens.text));
            // a paper is named after its town and is not there, nor is who bears its name: no sum outweighs them
            let other = (holds(sign::BEFORE_PAPER) && !holds(sign::TITLE_CASE))
                || covers(&full, hit.span)
                || (covers(&known, hit.span) && !seat && !holds(sign::AFTER_LOCATIVE));
            let score = if other {
                f32::MIN
            } else {
                values.iter().zip(RECOGNISE).map(|(value, weight)| value * weight).sum()
            };
            Evidence { values, score: if seat { score.max(SEAT) } else { score } }
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
    crate::order::sort(&mut spans);
    spans
}

/// Where the best-known bodies are named.
fn known_of(actors: &[Actor]) -> Vec<Span> {
    let bodies =
        actors.iter().filter(|a| a.kind == ActorKind::Organisation && crate::actor::is_known(&a.name));
    let mut spans: Vec<Span> = bodies.flat_map(|a| a.mentions.iter().copied()).collect();
    crate::order::sort(&mut spans);
    spans
}

/// The last names of the people who are named in full.
fn surnames(actors: &[Actor]) -> BTreeSet<&str> {
    actors
        .iter()
        .filter(|actor| actor.kind == ActorKind::Person)
        .filter_map(|actor| actor.name.rsplit_once(' '))
        .map(|(_, last)| last)
        .collect()
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
    let tokens = reader.tokens;
    let common = hits.iter().filter(|h| h.words == 1 && h.class.common);
    let names: BTreeMap<u64, ()> = common.clone().map(|h| (h.name, ())).collect();
    // a word's first and last letters cost less than its key, and mostly tell
    let mut ends = [0_u32; 26];
    for hit in common {
        match ends_of(tokens.word(hit.first)) {
            Some((first, last)) => ends[first] |= 1 << last,
            None => ends = [u32::MAX; 26],
        }
    }
    if names.is_empty() {
        return names;
    }
    tokens
        .document
        .tokens
        .iter()
        .filter(|t| t.shape == Shape::Lower)
        .map(|t| t.span.of(tokens.text))
        .filter(|word| ends_of(word).is_none_or(|(first, last)| ends[first] & (1 << last) != 0))
        .map(|word| crate::gazetteer::key::Key::of(word).hash())
        .filter(|hash| names.contains_key(hash))
        .map(|hash| (hash, ()))
        .collect()
}

/// A word's first and last letters, counted from A in either case; `None` where they have diacritics or are none.
fn ends_of(word: &str) -> Option<(usize, usize)> {
    let number =
        |byte: &u8| byte.is_ascii_alphabetic().then(|| usize::from(byte.to_ascii_lowercase() - b'a'));
    Some((number(word.as_bytes().first()?)?, number(word.as_bytes().last()?)?))
}

struct Around<'a, 't> {
    reader: &'a Reader<'t>,
    hits: &'a [Hit],
    number: usize,
    hit: &'a Hit,
}

impl Around<'_, '_> {
    /// What the name is by itself.
    fn own(&self, likeliest: Option<&Choice>, row: &mut [f32; FEATURES]) {
        let gazetteer = self.reader.gazetteer;
        let hit = self.hit;
        put(row, sign::BIAS, 1.0);
        set(row, sign::SEVERAL_WORDS, hit.words >= 2);
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
        let (demonym_only, abbreviation_only) = likeliest.map_or((false, false), |first| {
            let slot = match first.facts.feature {
                Feature::Country => sign::COUNTRY,
                Feature::Continent | Feature::Region => sign::REGION,
                Feature::Admin1 => sign::DIVISION,
                Feature::Admin2 => sign::COUNTY,
                Feature::Capital => sign::CAPITAL,
                Feature::Water | Feature::Land => sign::NATURE,
                Feature::District => sign::DISTRICT,
                Feature::Airport => sign::AIRPORT,
                Feature::City => sign::CITY,
            };
            let demonym = first.kind == NameKind::Demonym;
            set(row, slot, !demonym && first.kind != NameKind::Skeleton);
            (demonym, first.kind == NameKind::Abbreviation)
        });
        put(row, sign::POPULATION, best / 20.0);
        set(row, sign::LARGE, best > 16.6);
        let known = likeliest.is_some_and(|first| {
            first.kind == NameKind::Abbreviation
                && matches!(first.facts.feature, Feature::Country | Feature::Region)
        });
        set(row, sign::KNOWN_ABBREVIATION, known);
        set(row, sign::TRANSLITERATED, likeliest.is_some_and(|first| first.kind == NameKind::Skeleton));
        set(row, sign::GREAT, best > 19.9);
        set(row, sign::TINY, best < 12.3);
        set(row, sign::ALIAS, likeliest.is_some_and(|first| first.kind == NameKind::Alias));
        set(row, sign::PRIMARY, primary);
        set(row, sign::DEMONYM, demonym_only);
        set(row, sign::ABBREVIATION, abbreviation_only);
        set(row, sign::COMMON, hit.class.common && !demonym_only);
        set(row, sign::GIVEN, hit.class.given && !demonym_only);
        set(row, sign::SURNAME, hit.class.surname && !demonym_only);
        set(row, sign::SHORT, self.word(0).len() <= 3 && hit.words == 1 && !known);
        put(row, sign::CANDIDATES, (hit.names.len() as f32).ln());
        set(row, sign::ALL_UPPER, self.reader.tokens.shape(hit.first) == Shape::Upper && !known);
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
        set(row, sign::INITIAL, initial);
        set(row, sign::COMMON_INITIAL, initial && hit.class.common);
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
        set(row, sign::AFTER_THE, the);
        if before > begin {
            let word = tokens.word(before - 1);
            let cue = cue::of(word);
            if cue == Cue::Direction {
                set(row, sign::AFTER_DIRECTION, true);
                before -= 1;
            }
            let cue = if before > begin { cue::of(tokens.word(before - 1)) } else { Cue::None };
            set(row, sign::AFTER_LOCATIVE, cue == Cue::Locative);
            set(row, sign::AFTER_OF, cue == Cue::Of);
            let office = cue == Cue::Of && before > begin + 1 && cue::has_place(tokens.word(before - 2));
            set(row, sign::AFTER_OFFICE, office);
            set(row, sign::AFTER_MOVEMENT, cue == Cue::Movement);
            set(row, sign::AFTER_TITLE, cue == Cue::Title);
            set(row, sign::AFTER_AND, cue == Cue::And);
            set(row, sign::AFTER_PLACE_NOUN, cue == Cue::PlaceNoun);
            set(row, sign::AFTER_ORGANISATION, cue == Cue::Organisation);
            let previous = before.wrapping_sub(1);
            let high = before > begin && tokens.is_high(previous) && tokens.shape(previous) != Shape::Mark;
            let hit_before =
                self.number > 0 && self.hits.get(self.number - 1).is_some_and(|h| h.last == hit.first);
            set(row, sign::TOUCHES_LAST, hit_before);
            if high && !hit_before && cue != Cue::Direction {
                let opener = previous == begin && crate::actor::is_function_word(tokens.word(previous));
                let class = self.reader.gazetteer.word(crate::gazetteer::key::Key::of(tokens.word(previous)));
                set(row, sign::AFTER_GIVEN, class.given);
                set(
                    row,
                    sign::AFTER_CAPITAL,
                    !opener
                        && !class.given
                        && !matches!(cue, Cue::Locative | Cue::Movement | Cue::Of | Cue::The | Cue::And),
                );
            }
            set(row, sign::AFTER_HYPHEN, before > begin && tokens.is_hyphen(previous));
        }
        let next = tokens.word(hit.last);
        if hit.last < end {
            let cue = cue::of(next);
            let high = tokens.is_high(hit.last);
            let next_hit = self.hits.get(self.number + 1).is_some_and(|h| h.first == hit.last);
            set(
                row,
                sign::BEFORE_CAPITAL,
                high && !next_hit && matches!(cue, Cue::None | Cue::The | Cue::Title),
            );
            set(row, sign::BEFORE_ORGANISATION, high && cue == Cue::Organisation);
            set(row, sign::BEFORE_STREET, high && cue == Cue::Street);
            set(row, sign::BEFORE_PAPER, high && cue::is_paper(next));
            set(row, sign::BEFORE_PLACE_NAME, high && cue == Cue::PlaceNoun);
            set(row, sign::BEFORE_SPEECH, cue == Cue::Speech);
            set(row, sign::POSSESSIVE, matches!(next, "'s" | "’s" | "'" | "’"));
            set(row, sign::BEFORE_LOWER, tokens.shape(hit.last) == Shape::Lower);
            set(row, sign::BEFORE_DIGITS, tokens.shape(hit.last) == Shape::Digits);
            let noun = !high && cue == Cue::PlaceNoun;
            set(row, sign::BEFORE_PLACE_NOUN, noun);
            set(row, sign::FRAMED, noun && the);
            set(row, sign::BEFORE_EVENT, high && cue::is_event(next));
            let behind = tokens.word(hit.last + 1);
            let based = tokens.is_hyphen(hit.last) && cue::is_standing(behind);
            set(row, sign::BEFORE_BASED, based);
            let human =
                cue::is_human(next) || (matches!(next, "'s" | "’s" | "'" | "’") && cue::is_owned(behind));
            set(row, sign::HUMAN, human);
            set(row, sign::BEFORE_ASSOCIATE, cue == Cue::Associate);
            set(row, sign::BEFORE_HYPHEN, tokens.is_hyphen(hit.last));
            set(row, sign::TOUCHES_NEXT, high && next_hit);
        }
        let part = sentence.map_or(PartKind::Body, |s| tokens.document.part_of(s));
        // "PARIS -- " at the head of a paragraph
        let dash = |token: usize| matches!(tokens.word(token), "-" | "–" | "—") && !tokens.is_hyphen(token);
        let dashed = tokens.shape(hit.first) == Shape::Upper && initial && (hit.last..hit.last + 5).any(dash);
        set(row, sign::DATELINE, part == PartKind::Dateline || dashed);
        set(row, sign::CREDITS, matches!(part, PartKind::Byline | PartKind::Credits));
    }

    /// Names beside it: "Paris, Texas"; "Kenya, Uganda and Tanzania".
    fn company(&self, row: &mut [f32; FEATURES]) {
        let after = self.hits.get(self.number + 1).filter(|h| self.joined(self.hit, h));
        let before =
            self.number.checked_sub(1).and_then(|n| self.hits.get(n)).filter(|h| self.joined(h, self.hit));
        set(row, sign::BESIDE_NEXT, after.is_some());
        set(row, sign::BESIDE_LAST, before.is_some());
        set(
            row,
            sign::INSIDE_NEXT,
            after.is_some_and(|outer| super::resolve::is_inside(self.reader.gazetteer, self.hit, outer)),
        );
        set(
            row,
            sign::AROUND_LAST,
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
    let strong = sign::STRONG.iter().any(|&f| row.get(f).is_some_and(|v| *v > 0.0));
    if strong {
        for (number, feature) in sign::AGAIN.into_iter().enumerate() {
            let value = row.get(feature).copied().unwrap_or(0.0);
            put(row, sign::CROSSED + number, value);
        }
    }
}

/// One sense per document: what speaks for or against a name anywhere speaks everywhere, a little.
fn pool(hits: &[Hit], rows: &mut [[f32; FEATURES]]) {
    const FOR: [usize; 4] = [sign::AFTER_LOCATIVE, sign::INSIDE_NEXT, sign::DATELINE, sign::AFTER_DIRECTION];
    const AGAINST: [usize; 4] = [sign::AFTER_GIVEN, sign::AFTER_TITLE, sign::BEFORE_SPEECH, sign::IN_PERSON];
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
        put(row, sign::POOLED_FOR, (good - any(row, &FOR)) / others);
        put(row, sign::POOLED_AGAINST, (bad - any(row, &AGAINST)) / others);
    }
}
